#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/engine/json/rows_json.h"

#include <ostream>

namespace greenward::ctl {

namespace {

struct PeriodsOptions
{
    std::optional<std::string> tenant;
    std::string limit = "50";
};

void printPeriods(const std::vector<store::ClosedPeriod> &periods, std::ostream &out)
{
    if (periods.empty()) {
        out << "No period with usage has ended yet.\n";
        return;
    }
    using enum Table::Align;
    Table table({{"TENANT"}, {"FROM"}, {"TO"}, {"USED", Right}, {"LIMIT", Right}, {"LEVEL"}, {"LATE", Right}});
    for (const store::ClosedPeriod &period : periods)
        table.add({period.closing.tenant.text(), timeWords(period.closing.start), timeWords(period.closing.end),
                   carbonWords(period.used), carbonWords(period.closing.limit, "unlimited"),
                   period.closing.reconstructed ? "unknown" : std::string(levelName(period.closing.peak)),
                   period.lateRecords > 0 ? carbonWords(period.late) : "-"});
    table.print(out);
}

Result<int> showPeriods(Session &session, const PeriodsOptions &options)
{
    CORE_TRY(const auto tenant, parseOptional(options.tenant, TenantId::parse));
    CORE_TRY(const int limit, parseCount(options.limit, 1, 1'000'000, "limit"));
    CORE_TRY(const auto periods, session.query([&](engine::Engine &engine) {
        return engine.closedPeriods(tenant, static_cast<std::size_t>(limit));
    }));
    session.show(engine::toJson(periods), [&periods](std::ostream &out) { printPeriods(periods, out); });
    return kDone;
}

} // namespace

void addBudgetPeriodsCommand(CommandSyntax &group, Chosen &chosen)
{
    addCommand<PeriodsOptions>(
        group, chosen, "periods", "Periods that are over, newest first",
        [](CommandSyntax &command, PeriodsOptions &options) {
            command.addOption("TENANT", options.tenant, "Only this tenant's");
            command.addOption("--limit", options.limit, "How many (default 50)").typeName("COUNT");
        },
        showPeriods);
}

} // namespace greenward::ctl
