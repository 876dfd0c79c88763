#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/engine/json/rows_json.h"

#include <ostream>

namespace greenward::ctl {

namespace {

struct ThrottleOptions
{
    std::string tenant;
    std::string estimate = "0";
    bool wait = false;
};

/// Waits as long as the tenant is told to; an interrupt ends the waiting.
Result<void> sitOut(Session &session, milliseconds delay)
{
    if (delay.count() > 0 && session.world().pause(delay)) {
        return fail(ErrorCode::Cancelled, "wait", "interrupted");
    }
    return {};
}

Result<int> throttle(Session &session, const ThrottleOptions &options)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(options.tenant));
    CORE_TRY(const GramsCO2e estimate, parseGrams(options.estimate, "estimate-grams"));
    if (options.wait) session.collectInterrupts();
    CORE_TRY(const engine::Outcome outcome, session.apply(engine::Throttle{tenant, estimate}));
    if (!outcome.verdict) return fail(ErrorCode::Internal, "throttle", "no verdict came back");
    const bus::BudgetVerdict &verdict = *outcome.verdict;
    if (options.wait) CORE_CHECK(sitOut(session, verdict.delay));
    session.show(engine::toJson(verdict), [&verdict](std::ostream &out) {
        out << resultName(verdict.result) << ": " << carbonWords(verdict.used) << " of "
            << carbonWords(verdict.limit, "no limit") << " used";
        if (verdict.shadow && verdict.wouldBe != ThrottleResult::Allowed)
            out << ", in shadow mode: would have been " << resultName(verdict.wouldBe);
        if (verdict.fill) out << " (" << percentWords(verdict.fill) << ')';
        if (verdict.delay.count() > 0) out << ", delay " << verdict.delay.count() << " ms";
        out << ", period ends " << timeWords(verdict.periodEnd) << '\n';
    });
    return verdict.result == ThrottleResult::Rejected ? kRefused : kDone;
}

void declare(CommandSyntax &command, ThrottleOptions &options)
{
    command.addOption("TENANT", options.tenant, "The tenant").required();
    command.addOption("--estimate-grams", options.estimate, "What the operation is expected to emit (default 0)")
        .typeName("DECIMAL");
    command.addFlag("--wait", options.wait, "Wait the delay before answering");
}

} // namespace

void addThrottleCommand(CommandSyntax &root, Chosen &chosen)
{
    addCommand<ThrottleOptions>(root, chosen, "throttle", "May the tenant do this now? Exit code 1 means no", declare,
                                throttle);
}

} // namespace greenward::ctl
