#include "core/engine/replay/world.h"

#include "core/base/time_text.h"
#include "core/engine/replay/grid_lines.h"

#include <algorithm>
#include <array>

// What each kind of line does. The members are documented in docs/replay.md.

namespace greenward::engine {
namespace {

constexpr std::int64_t kLongestTtlSeconds = 365LL * 24 * 3600;

// ---- reading --------------------------------------------------------------------------------------------------------

Result<TenantId> tenantOf(const JsonFields &fields)
{
    CORE_TRY(const std::string name, fields.text("tenant"));
    return TenantId::parse(name);
}

/// Reads an optional member with one of the parse functions of the units.
template<typename Parse>
auto optionalOf(const JsonFields &fields, const std::string &name, Parse parse)
    -> Result<std::optional<typename std::invoke_result_t<Parse, std::string_view, std::string_view>::value_type>>
{
    using Value = typename std::invoke_result_t<Parse, std::string_view, std::string_view>::value_type;
    if (!fields.has(name)) return std::optional<Value>{};
    CORE_TRY(const std::string text, fields.decimal(name));
    CORE_TRY(Value value, parse(text, name));
    return std::optional<Value>{std::move(value)};
}

Result<std::optional<milliseconds>> delayOf(const JsonFields &fields, const std::string &name)
{
    if (!fields.has(name)) return std::optional<milliseconds>{};
    CORE_TRY(const std::int64_t count, fields.integer(name, 0, 3'600'000));
    return std::optional{milliseconds{count}};
}

Result<GramsCO2e> gramsOf(const JsonFields &fields, const std::string &name)
{
    CORE_TRY(const std::string text, fields.decimal(name));
    return parseGrams(text, name);
}

Result<std::string> optionalText(const JsonFields &fields, const std::string &name, std::string_view otherwise)
{
    if (!fields.has(name)) return std::string(otherwise);
    return fields.text(name);
}

/// `limit` with a unit ("500 kg") or "unlimited".
Result<std::optional<GramsCO2e>> limitOf(const JsonFields &fields)
{
    CORE_TRY(const std::string text, fields.text("limit"));
    if (text == "unlimited") return std::optional<GramsCO2e>{};
    CORE_TRY(const GramsCO2e limit, parseCarbon(text, "limit"));
    return std::optional{limit};
}

// ---- answering ------------------------------------------------------------------------------------------------------

void addStanding(const budget::BudgetRow &row, LineText &result)
{
    result.text("tenant", row.tenant.text()).grams("used_g", row.used).grams("reserved_g", row.reserved);
    result.grams("remaining_g", row.standing.remaining).text("level", levelName(row.standing.level));
    result.time("period_start", row.period.start).time("period_end", row.period.end);
}

void addOutcome(const TenantId &tenant, const budget::UsageOutcome &outcome, LineText &result)
{
    result.text("tenant", tenant.text()).grams("booked_g", outcome.booked).flag("duplicate", outcome.duplicate);
    result.flag("within_limit", outcome.withinLimit).flag("in_open_period", outcome.inOpenPeriod);
    result.grams("used_g", outcome.used).text("level", levelName(outcome.level));
}

// ---- budgets --------------------------------------------------------------------------------------------------------

Result<void> setBudget(Replay::World &world, const JsonFields &fields, LineText &result)
{
    CORE_TRY(const TenantId tenant, tenantOf(fields));
    budget::BudgetChange change{.tenant = tenant};
    CORE_TRY(change.limit, limitOf(fields));
    CORE_TRY(const std::string period, fields.text("period"));
    CORE_TRY(change.period, parsePeriod(period));
    if (fields.has("anchor")) {
        CORE_TRY(change.anchor, fields.time("anchor"));
    }
    if (fields.has("region")) {
        CORE_TRY(const std::string region, fields.text("region"));
        CORE_TRY(change.region, RegionName::parse(region));
    }
    CORE_TRY(change.soft, optionalOf(fields, "soft_pct", parseThreshold));
    CORE_TRY(change.hard, optionalOf(fields, "hard_pct", parseThreshold));
    CORE_TRY(change.minDelay, delayOf(fields, "min_delay_ms"));
    CORE_TRY(change.maxDelay, delayOf(fields, "max_delay_ms"));
    if (fields.has("shadow")) {
        CORE_TRY(change.shadow, fields.flag("shadow"));
    }
    CORE_CHECK(world.budgets.set(change, Actor::parse(kReplayActor).value()));
    addStanding(world.budgets.row(tenant), result);
    return {};
}

Result<void> removeBudget(Replay::World &world, const JsonFields &fields, LineText &result)
{
    CORE_TRY(const TenantId tenant, tenantOf(fields));
    CORE_CHECK(world.budgets.remove(tenant, Actor::parse(kReplayActor).value()));
    addStanding(world.budgets.row(tenant), result);
    return {};
}

// ---- what happened --------------------------------------------------------------------------------------------------

Result<void> recordUsage(Replay::World &world, const JsonFields &fields, LineText &result)
{
    CORE_TRY(TenantId tenant, tenantOf(fields));
    CORE_TRY(const GramsCO2e amount, gramsOf(fields, "grams"));
    CORE_TRY(std::string operation, optionalText(fields, "operation", "manual"));
    CORE_TRY(std::string id, optionalText(fields, "id", ""));
    Instant happened = world.clock.now();
    if (fields.has("happened_at")) {
        CORE_TRY(happened, fields.time("happened_at"));
    }
    const store::UsageRecord record{std::move(tenant),    happened,      amount,
                                    std::move(operation), std::move(id), Quality::Calculated};
    CORE_TRY(const budget::UsageOutcome outcome, world.budgets.recordUsage(record));
    addOutcome(record.tenant, outcome, result);
    return {};
}

Result<void> measureEnergy(Replay::World &world, const JsonFields &fields, LineText &result)
{
    CORE_TRY(const bus::EnergyMeasured measured, measurementOf(fields, world.clock.now()));
    if (measured.backend) {
        // A backend nobody knows is a mistake in the file.
        const auto known = world.placement.spec(*measured.backend);
        if (!known) return fail(ErrorCode::InvalidInput, "backend", known.error().detail);
    }
    const EnergyDesk desk{world.bus, world.grid, world.placement, world.budgets, world.meters};
    CORE_TRY(EnergyFactors factors, factorsOf(desk, measured)); // what cannot be booked is not announced either
    world.bus.publish(measured);
    CORE_TRY(const EnergyBooked booked, bookAt(desk, measured, std::move(factors)));
    addOutcome(measured.tenant, booked.usage, result);
    const GridFigure &intensity = booked.factors.intensity;
    result.raw("intensity_g_per_kwh", intensity.value.gramsText());
    result.text("origin", originName(intensity.origin)).text("provider", intensity.provider);
    result.text("zone", intensity.zone).raw("pue", booked.factors.pue.text());
    return {};
}

Result<void> takeSample(Replay::World &world, const JsonFields &fields, LineText &result)
{
    CORE_TRY(const grid::GridSample sample, sampleOf(fields, world.clock.now()));
    CORE_TRY(const grid::Place place, world.grid.map().resolve(sample.region));
    GridFigure figure = sample.figure;
    if (figure.zone.empty()) figure.zone = place.zone;
    CORE_CHECK(world.samples.accept(place, figure));
    result.text("region", sample.region.text()).text("zone", figure.zone).text("signal", signalName(figure.signal));
    result.raw("intensity_g_per_kwh", figure.value.gramsText());
    return {};
}

// ---- what is to come ------------------------------------------------------------------------------------------------

Result<void> evaluateThrottle(Replay::World &world, const JsonFields &fields, LineText &result)
{
    CORE_TRY(const TenantId tenant, tenantOf(fields));
    GramsCO2e estimate;
    if (fields.has("estimate_g")) {
        CORE_TRY(estimate, gramsOf(fields, "estimate_g"));
    }
    CORE_TRY(const bus::BudgetVerdict verdict, world.throttle.decide(tenant, estimate));
    result.text("tenant", tenant.text()).text("result", resultName(verdict.result));
    result.text("level", levelName(verdict.level)).number("delay_ms", verdict.delay.count());
    result.flag("can_proceed", verdict.canProceed).flag("exhausted", verdict.exhausted);
    result.grams("used_g", verdict.used).grams("remaining_g", verdict.remaining);
    if (verdict.shadow)
        result.text("would_be", resultName(verdict.wouldBe)).number("would_delay_ms", verdict.wouldDelay.count());
    return {};
}

Result<void> reserve(Replay::World &world, const JsonFields &fields, LineText &result)
{
    CORE_TRY(const TenantId tenant, tenantOf(fields));
    CORE_TRY(const GramsCO2e estimate, gramsOf(fields, "estimate_g"));
    CORE_TRY(std::string name, fields.text("reservation"));
    CORE_TRY(const std::string operation, optionalText(fields, "operation", "manual"));
    std::int64_t ttl = budget::BudgetDefaults{}.reservationTtl.count() / 1000;
    if (fields.has("ttl_s")) {
        CORE_TRY(ttl, fields.integer("ttl_s", 1, kLongestTtlSeconds));
    }
    CORE_TRY(const budget::ReservationId id,
             world.budgets.reserve(tenant, estimate, operation, std::chrono::seconds{ttl}));
    world.reservations.insert_or_assign(name, id);
    world.due.insert(std::chrono::ceil<std::chrono::seconds>(world.clock.now() + std::chrono::seconds{ttl}));
    result.text("reservation", name);
    addStanding(world.budgets.row(tenant), result);
    return {};
}

Result<std::pair<std::string, budget::ReservationId>> reservationOf(const Replay::World &world,
                                                                    const JsonFields &fields)
{
    CORE_TRY(std::string name, fields.text("reservation"));
    const auto found = world.reservations.find(name);
    if (found == world.reservations.end())
        return fail(ErrorCode::InvalidInput, "reservation",
                    jsonText(jsonName(name)) + " was never granted in this file");
    return std::pair{std::move(name), found->second};
}

Result<void> commit(Replay::World &world, const JsonFields &fields, LineText &result)
{
    CORE_TRY(const auto reservation, reservationOf(world, fields));
    CORE_TRY(const GramsCO2e actual, gramsOf(fields, "actual_g"));
    CORE_TRY(const budget::UsageOutcome outcome, world.budgets.commit(reservation.second, actual));
    result.text("reservation", reservation.first).grams("booked_g", outcome.booked);
    result.flag("within_limit", outcome.withinLimit);
    result.grams("used_g", outcome.used).text("level", levelName(outcome.level));
    return {};
}

Result<void> release(Replay::World &world, const JsonFields &fields, LineText &result)
{
    CORE_TRY(const auto reservation, reservationOf(world, fields));
    CORE_CHECK(world.budgets.release(reservation.second));
    result.text("reservation", reservation.first);
    return {};
}

// ---- time -----------------------------------------------------------------------------------------------------------

Result<void> tick(Replay::World &world, const JsonFields &, LineText &result)
{
    world.tick();
    Json names = Json::array();
    for (const TenantId &tenant : world.rolled)
        names.push_back(jsonName(tenant.text()));
    world.rolled.clear();
    result.raw("periods_ended", jsonText(names));
    return {};
}

} // namespace

const ReplayKind *replayKind(std::string_view name)
{
    using namespace std::string_view_literals;
    static constexpr std::array kUsage{"tenant"sv, "grams"sv, "operation"sv, "id"sv, "happened_at"sv};
    static constexpr std::array kThrottle{"tenant"sv, "estimate_g"sv};
    static constexpr std::array kReserve{"tenant"sv, "estimate_g"sv, "reservation"sv, "operation"sv, "ttl_s"sv};
    static constexpr std::array kCommit{"reservation"sv, "actual_g"sv};
    static constexpr std::array kRelease{"reservation"sv};
    static constexpr std::array kSet{"tenant"sv,   "limit"sv,    "period"sv, "anchor"sv,       "region"sv,
                                     "soft_pct"sv, "hard_pct"sv, "shadow"sv, "min_delay_ms"sv, "max_delay_ms"sv};
    static constexpr std::array kRemove{"tenant"sv};
    static constexpr std::array kKinds{
        ReplayKind{"usage.record", kUsage, recordUsage},
        ReplayKind{"throttle.evaluate", kThrottle, evaluateThrottle},
        ReplayKind{"energy.measured", kEnergyMembers, measureEnergy},
        ReplayKind{"reserve", kReserve, reserve},
        ReplayKind{"commit", kCommit, commit},
        ReplayKind{"release", kRelease, release},
        ReplayKind{"grid.sample", kSampleMembers, takeSample},
        ReplayKind{"budget.set", kSet, setBudget},
        ReplayKind{"budget.remove", kRemove, removeBudget},
        ReplayKind{"tick", {}, tick},
    };
    const auto found = std::ranges::find(kKinds, name, &ReplayKind::name);
    return found == kKinds.end() ? nullptr : &*found;
}

} // namespace greenward::engine
