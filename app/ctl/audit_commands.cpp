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

Result<int> verifyAudit(Session &session, const NoOptions &)
{
    CORE_TRY(const auto verdict, session.query([&session](engine::Engine &engine) {
        return engine.verifyAudit(std::stop_token{}, [&session](const Progress &progress) {
            session.showProgress("checked " + countWords(progress.done) + " rows");
        });
    }));
    session.endProgress();
    session.show({{"intact", verdict.intact},
                  {"rows", verdict.rows},
                  {"head_sha256", hexText(verdict.head)},
                  {"problem", verdict.problem.empty() ? Json(nullptr) : jsonName(verdict.problem)}},
                 [&verdict](std::ostream &out) {
                     out << (verdict.intact ? "Intact: " : "BROKEN: " + verdict.problem + "; ")
                         << countWords(static_cast<std::uint64_t>(verdict.rows)) << " rows, head "
                         << hexText(verdict.head) << '\n';
                 });
    return verdict.intact ? kDone : kRefused;
}

} // namespace

void addAuditCommands(CLI::App &root, Chosen &chosen)
{
    CLI::App &group = addGroup(root, "audit", "Who did what");
    addCommand<ListOptions>(
        group, chosen, "list", "The latest entries, newest first",
        [](CLI::App &command, ListOptions &options) {
            command.add_option("--limit", options.limit, "How many (default 50)")->type_name("COUNT");
            command.add_flag("--events", options.events, "Also what happened by itself");
        },
        listAudit);
    addCommand<NoOptions>(
        group, chosen, "verify", "Walk the hash chain; exit code 1 means it is broken", [](CLI::App &, NoOptions &) {},
        verifyAudit);
}

} // namespace greenward::ctl
