#include "core/engine/handle/handle.h"

#include "core/engine/handle/budget_change.h"
#include "core/engine/parts.h"

namespace greenward::engine {
namespace {

/// Energy is multiplied up to the facility's meter unless it was read there (C-16).
Energy atFacility(Energy energy, bus::Boundary boundary, Pue pue)
{
    if (boundary == bus::Boundary::Facility) return energy;
    return Energy::fromNanowattHours(divideRounded(energy.nanowattHours() * pue.millionths(), 1'000'000));
}

Result<Outcome> book(Parts &parts, store::UsageRecord record)
{
    CORE_TRY(const budget::UsageOutcome usage, parts.budgets.recordUsage(record));
    Outcome outcome;
    outcome.duplicate = usage.duplicate;
    outcome.booked = usage.booked;
    outcome.withinLimit = usage.withinLimit;
    if (!usage.inOpenPeriod)
        outcome.warnings.push_back("dated before the open period: in the ledger and in reports, not in the counter");
    return outcome;
}

} // namespace

Result<Outcome> handle(Parts &parts, const SetBudget &command, const Actor &by)
{
    CORE_CHECK(parts.budgets.set(changeOf(command), by));
    return Outcome{};
}

Result<Outcome> handle(Parts &parts, const RemoveBudget &command, const Actor &by)
{
    CORE_CHECK(parts.budgets.remove(command.tenant, by));
    return Outcome{};
}

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
    std::optional<RegionName> region = command.region;
    Pue pue = Pue::fromMillionths(1'000'000);
    Outcome notes;
    if (command.backend) {
        CORE_TRY(const BackendSpec spec, parts.placement.spec(*command.backend));
        if (!region) region = spec.region;
        pue = spec.pue;
    } else if (command.boundary != bus::Boundary::Facility) {
        notes.warnings.emplace_back("no backend named: energy is taken as it is, without a PUE");
    }
    GridFigure figure;
    if (region) {
        CORE_TRY(figure, parts.bus.request(bus::CurrentIntensity{*region, Signal::Average}));
    } else {
        figure = parts.grid.defaultFigure();
        notes.warnings.emplace_back("no backend or region named: " + figure.value.gramsText() + " g/kWh, " +
                                    figure.note);
    }
    CORE_TRY(const GramsCO2e amount, emissions(atFacility(command.energy, command.boundary, pue), figure.value));
    CORE_TRY(Outcome outcome, book(parts, {.tenant = command.tenant,
                                           .at = command.at.value_or(parts.clock().now()),
                                           .amount = amount,
                                           .operation = command.operation,
                                           .key = command.key,
                                           .quality = figure.quality}));
    outcome.warnings.insert(outcome.warnings.begin(), notes.warnings.begin(), notes.warnings.end());
    return outcome;
}

Result<Outcome> handle(Parts &parts, const Throttle &command, const Actor &)
{
    Outcome outcome;
    CORE_TRY(outcome.verdict, parts.throttle.decide(command.tenant, command.estimate));
    return outcome;
}

} // namespace greenward::engine
