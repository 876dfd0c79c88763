#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/engine/json/rows_json.h"

#include <ostream>
#include <stop_token>

namespace greenward::ctl {

namespace {

struct ListOptions
{
    std::string limit = "50";
    bool events = false;
};

Result<int> listAudit(Session &session, const ListOptions &options)
{
    CORE_TRY(const int limit, parseCount(options.limit, 1, 1'000'000, "limit"));
    CORE_TRY(const auto rows, session.query([&](engine::Engine &engine) {
        const auto most = static_cast<std::size_t>(limit);
        return options.events ? engine.activity({}, most) : engine.auditLog(0, most);
    }));
    session.show(engine::toJson(rows), [&rows](std::ostream &out) {
        Table table({{"NO", Table::Align::Right}, {"AT"}, {"WHO"}, {"WHAT"}, {"SUBJECT"}});
        for (const auto &row : rows) {
            table.add(
                {std::to_string(row.seq), timeWords(row.at), row.who.empty() ? "-" : row.who, row.what, row.subject});
        }
        if (table.isEmpty()) {
            out << "Nothing has happened yet.\n";
        } else {
            table.print(out);
        }
    });
    return kDone;
}

std::string soundness(bool intact, const std::string &problem)
{
    return intact ? "Intact: " : "BROKEN: " + problem + "; ";
}

Result<int> verifyAudit(Session &session, const NoOptions &)
{
    CORE_TRY(const auto chain, session.query([&session](engine::Engine &engine) {
        return engine.verifyAudit(std::stop_token{}, [&session](const Progress &progress) {
            session.showProgress("checked " + countWords(progress.done) + " rows");
        });
    }));
    CORE_TRY(const auto ledger,
             session.query([](engine::Engine &engine) { return engine.verifyLedger(std::stop_token{}); }));
    session.endProgress();
    const bool intact = chain.intact && ledger.intact;
    const std::string &problem = chain.intact ? ledger.problem : chain.problem;
    session.show({{"intact", intact},
                  {"rows", chain.rows},
                  {"head_sha256", hexText(chain.head)},
                  {"usage_records", ledger.records},
                  {"closed_periods", ledger.closedPeriods},
                  {"problem", problem.empty() ? Json(nullptr) : jsonName(problem)}},
                 [&](std::ostream &out) {
                     out << soundness(chain.intact, chain.problem) << countWords(static_cast<std::uint64_t>(chain.rows))
                         << " rows, head " << hexText(chain.head) << '\n'
                         << soundness(ledger.intact, ledger.problem)
                         << countWords(static_cast<std::uint64_t>(ledger.records))
                         << " usage records add up to the hourly figures and to "
                         << countWords(static_cast<std::uint64_t>(ledger.closedPeriods)) << " closed periods\n";
                 });
    return intact ? kDone : kRefused;
}

} // namespace

void addAuditCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group = root.addGroup("audit", "Who did what");
    addCommand<ListOptions>(
        group, chosen, "list", "The latest entries, newest first",
        [](CommandSyntax &command, ListOptions &options) {
            command.addOption("--limit", options.limit, "How many (default 50)").typeName("COUNT");
            command.addFlag("--events", options.events, "Also what happened by itself");
        },
        listAudit);
    addCommand<NoOptions>(
        group, chosen, "verify", "Walk the hash chain and add up the ledger; exit code 1 means a difference",
        [](CommandSyntax &, NoOptions &) {}, verifyAudit);
}

} // namespace greenward::ctl
