#include "core/engine/handle/handle.h"

#include "core/engine/energy_booking.h"
#include "core/engine/parts.h"

namespace greenward::engine {
namespace {

constexpr std::string_view kBeforePeriod =
    "dated before the open period: in the ledger and in reports, not in the counter";

Result<Outcome> book(Parts &parts, store::UsageRecord record)
{
    CORE_TRY(const budget::UsageOutcome usage, parts.budgets.recordUsage(record));
    Outcome outcome;
    outcome.duplicate = usage.duplicate;
    outcome.booked = usage.booked;
    outcome.withinLimit = usage.withinLimit;
    if (!usage.inOpenPeriod) outcome.warnings.emplace_back(kBeforePeriod);
    return outcome;
}

} // namespace

Result<Outcome> handle(Parts &parts, const RecordUsage &command, const Actor &)
{
    return book(parts, {.tenant = command.tenant,
                        .at = command.at.value_or(parts.clock().now()),
                        .amount = command.amount,
                        .operation = command.operation,
                        .key = command.key,
                        .quality = Quality::Calculated});
}

Result<Outcome> handle(Parts &parts, const RecordEnergy &command, const Actor &)
{
    CORE_TRY(const EnergyBooked booked, bookEnergy(parts, measurementOf(command, parts.clock().now())));
    Outcome outcome;
    outcome.duplicate = booked.usage.duplicate;
    outcome.booked = booked.usage.booked;
    outcome.withinLimit = booked.usage.withinLimit;
    outcome.warnings = booked.factors.warnings;
    if (!booked.usage.inOpenPeriod) outcome.warnings.emplace_back(kBeforePeriod);
    return outcome;
}

} // namespace greenward::engine
