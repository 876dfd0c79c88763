#include "core/base/json_fields.h"
#include "core/base/time_text.h"
#include "core/tiering/batch.h"
#include "core/units/figure_json.h"

#include <charconv>
#include <limits>

// Batch heads as the store keeps them: amounts in their base units (_ug micrograms, _mg_per_kwh, _bytes), exact rates
// as "numerator/denominator".

namespace greenward::tiering {
namespace {

constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kMostSources = 10'000;
constexpr std::size_t kMostFactors = 1000;

// ---- writing

std::string rateText(const Rate &rate)
{
    return decimalText(rate.numerator, 0) + "/" + decimalText(rate.denominator, 0);
}

Json ratesJson(const SourceRates &rates)
{
    return {{"cost", rateText(rates.cost)},
            {"cost_low", rateText(rates.costLow)},
            {"cost_high", rateText(rates.costHigh)},
            {"saving_per_year", rateText(rates.savingPerYear)}};
}

Json shareJson(const SourceShare &share)
{
    return {{"source", share.source.text()},
            {"objects", share.objects},
            {"size_bytes", share.size.bytes()},
            {"score_millionths", share.score.millionths()},
            {"intensity", storedJson(share.intensity)},
            {"rates", ratesJson(share.rates)}};
}

Json figuresJson(const Figures &figures)
{
    return {{"own_cost_ug", figures.ownCost.micrograms()},
            {"own_cost_low_ug", figures.ownCostLow.micrograms()},
            {"own_cost_high_ug", figures.ownCostHigh.micrograms()},
            {"saving_per_year_ug", figures.savingPerYear.micrograms()},
            {"net_saving_ug", figures.netSaving.micrograms()},
            {"net_saving_low_ug", figures.netSavingLow.micrograms()},
            {"net_saving_high_ug", figures.netSavingHigh.micrograms()},
            {"break_even_days", figures.breakEvenDays ? Json(*figures.breakEvenDays) : Json(nullptr)}};
}

Json resultJson(const BatchResult &result)
{
    return {{"moved", result.moved},
            {"failed", result.failed},
            {"skipped", result.skipped},
            {"moved_bytes", result.movedSize.bytes()},
            {"booked_ug", result.booked.micrograms()},
            {"saving_per_year_ug", result.savingPerYear.micrograms()},
            {"at", toRfc3339(result.at)},
            {"settled", result.settled}};
}

// ---- reading

Result<Int128> parseWhole128(std::string_view text, std::string_view field)
{
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    constexpr std::size_t kMostDigits = 38; // 10^38 is below 2^127
    bool good = !digits.empty() && digits.size() <= kMostDigits;
    Int128 value = 0;
    for (const char c : digits.substr(0, kMostDigits)) {
        good = good && c >= '0' && c <= '9';
        value = value * 10 + (c - '0');
    }
    if (!good) return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" is not a whole number");
    return negative ? -value : value;
}

Result<Rate> readRate(const JsonFields &fields, const std::string &name)
{
    CORE_TRY(const std::string text, fields.text(name));
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos) return fail(ErrorCode::InvalidInput, name, "\"" + text + "\" is not a fraction");
    Rate rate;
    CORE_TRY(rate.numerator, parseWhole128(std::string_view(text).substr(0, slash), name));
    CORE_TRY(rate.denominator, parseWhole128(std::string_view(text).substr(slash + 1), name));
    if (rate.denominator <= 0) return fail(ErrorCode::InvalidInput, name, "\"" + text + "\" is not a fraction");
    return rate;
}

Result<std::uint64_t> readCount(const JsonFields &fields, const std::string &name)
{
    CORE_TRY(const std::int64_t count, fields.integer(name, 0, kAny));
    return static_cast<std::uint64_t>(count);
}

Result<DataSize> readSize(const JsonFields &fields, const std::string &name)
{
    CORE_TRY(const std::int64_t bytes, fields.integer(name, 0, kAny));
    return DataSize::fromBytes(bytes);
}

Result<GramsCO2e> readCarbon(const JsonFields &fields, const std::string &name)
{
    CORE_TRY(const std::int64_t ug, fields.integer(name, -kAny, kAny));
    return GramsCO2e::fromMicrograms(ug);
}

Result<BackendId> readBackend(const JsonFields &fields, const std::string &name)
{
    CORE_TRY(const std::string text, fields.text(name));
    return BackendId::parse(text);
}

Result<SourceShare> readShare(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "sources"));
    CORE_TRY(BackendId source, readBackend(fields, "source"));
    SourceShare share{.source = std::move(source)};
    CORE_TRY(share.objects, readCount(fields, "objects"));
    CORE_TRY(share.size, readSize(fields, "size_bytes"));
    CORE_TRY(const std::int64_t score, fields.integer("score_millionths", 0, 100'000'000));
    share.score = ScorePoints::fromMillionths(score);
    CORE_TRY(const JsonFields grid, fields.object("intensity"));
    CORE_TRY(share.intensity, storedFigure(grid));
    CORE_TRY(const JsonFields rates, fields.object("rates"));
    CORE_TRY(share.rates.cost, readRate(rates, "cost"));
    CORE_TRY(share.rates.costLow, readRate(rates, "cost_low"));
    CORE_TRY(share.rates.costHigh, readRate(rates, "cost_high"));
    CORE_TRY(share.rates.savingPerYear, readRate(rates, "saving_per_year"));
    return share;
}

Result<Figures> readFigures(const JsonFields &parent)
{
    CORE_TRY(const JsonFields fields, parent.object("figures"));
    Figures figures;
    CORE_TRY(figures.ownCost, readCarbon(fields, "own_cost_ug"));
    CORE_TRY(figures.ownCostLow, readCarbon(fields, "own_cost_low_ug"));
    CORE_TRY(figures.ownCostHigh, readCarbon(fields, "own_cost_high_ug"));
    CORE_TRY(figures.savingPerYear, readCarbon(fields, "saving_per_year_ug"));
    CORE_TRY(figures.netSaving, readCarbon(fields, "net_saving_ug"));
    CORE_TRY(figures.netSavingLow, readCarbon(fields, "net_saving_low_ug"));
    CORE_TRY(figures.netSavingHigh, readCarbon(fields, "net_saving_high_ug"));
    if (fields.has("break_even_days")) {
        CORE_TRY(const std::int64_t breakEven, fields.integer("break_even_days", 0, kAny));
        figures.breakEvenDays = breakEven;
    }
    return figures;
}

Result<BatchResult> readResult(const JsonFields &parent)
{
    CORE_TRY(const JsonFields fields, parent.object("result"));
    BatchResult result;
    CORE_TRY(result.moved, readCount(fields, "moved"));
    CORE_TRY(result.failed, readCount(fields, "failed"));
    CORE_TRY(result.skipped, readCount(fields, "skipped"));
    CORE_TRY(result.movedSize, readSize(fields, "moved_bytes"));
    CORE_TRY(result.booked, readCarbon(fields, "booked_ug"));
    CORE_TRY(result.savingPerYear, readCarbon(fields, "saving_per_year_ug"));
    CORE_TRY(result.at, fields.time("at"));
    if (fields.has("settled")) { // of earlier versions nobody knows
        CORE_TRY(result.settled, fields.flag("settled"));
    }
    return result;
}

/// What a batch moves and with which figures.
Result<void> readPlan(const JsonFields &fields, BatchHead &head)
{
    CORE_TRY(const std::int64_t score, fields.integer("target_score_millionths", 0, 100'000'000));
    head.targetScore = ScorePoints::fromMillionths(score);
    CORE_TRY(const JsonFields grid, fields.object("target_intensity"));
    CORE_TRY(head.targetIntensity, storedFigure(grid));
    CORE_TRY(head.objects, readCount(fields, "objects"));
    CORE_TRY(head.size, readSize(fields, "size_bytes"));
    CORE_TRY(const Json *sources, fields.list("sources", kMostSources));
    for (const Json &one : *sources) {
        CORE_TRY(SourceShare share, readShare(one));
        head.sources.push_back(std::move(share));
    }
    CORE_TRY(head.figures, readFigures(fields));
    CORE_TRY(const std::int64_t years, fields.integer("lifetime_years", 1, 50));
    head.lifetimeYears = static_cast<int>(years);
    CORE_TRY(const Json *factors, fields.list("factors", kMostFactors));
    for (const Json &one : *factors)
        if (one.is_string()) head.factors.push_back(one.get<std::string>());
    CORE_TRY(head.planHash, fields.text("plan_hash"));
    CORE_TRY(head.byAccess, readCount(fields, "by_access"));
    return {};
}

/// How it is to be moved.
Result<void> readOrders(const JsonFields &fields, BatchHead &head)
{
    CORE_TRY(const std::int64_t concurrency, fields.integer("concurrency", 1, 64));
    head.concurrency = static_cast<int>(concurrency);
    CORE_TRY(const std::string relocation, fields.text("relocation"));
    CORE_TRY(head.relocation, parseRelocation(relocation));
    CORE_TRY(const std::string leave, fields.text("leave_behind"));
    CORE_TRY(head.leaveBehind, parseLeaveBehind(leave));
    CORE_TRY(const std::int64_t grace, fields.integer("grace_s", 0, 3650 * 86'400LL));
    head.grace = std::chrono::seconds{grace};
    return {};
}

/// What people decided and what became of it.
Result<void> readLife(const JsonFields &fields, BatchHead &head)
{
    CORE_TRY(const std::string state, fields.text("state"));
    CORE_TRY(head.state, parseBatchState(state));
    head.reason = fields.textOr("reason", "");
    CORE_TRY(head.createdAt, fields.time("created_at"));
    head.createdBy = fields.textOr("created_by", "");
    CORE_TRY(head.decidedAt, fields.timeIfAny("decided_at"));
    head.decidedBy = fields.textOr("decided_by", "");
    head.note = fields.textOr("note", "");
    CORE_TRY(head.expiresAt, fields.timeIfAny("expires_at"));
    CORE_TRY(head.opensAt, fields.timeIfAny("opens_at"));
    head.stoppedBy = fields.textOr("stopped_by", "");
    if (fields.has("result")) {
        CORE_TRY(head.result, readResult(fields));
    }
    return {};
}

} // namespace

Json toJson(const BatchHead &head)
{
    Json sources = Json::array();
    for (const SourceShare &share : head.sources)
        sources.push_back(shareJson(share));
    return {{"id", number(head.id)},
            {"tenant", head.tenant.text()},
            {"target", head.target.text()},
            {"target_score_millionths", head.targetScore.millionths()},
            {"target_intensity", storedJson(head.targetIntensity)},
            {"state", batchStateName(head.state)},
            {"reason", head.reason},
            {"objects", head.objects},
            {"size_bytes", head.size.bytes()},
            {"sources", std::move(sources)},
            {"figures", figuresJson(head.figures)},
            {"lifetime_years", head.lifetimeYears},
            {"concurrency", head.concurrency},
            {"relocation", relocationName(head.relocation)},
            {"leave_behind", leaveBehindName(head.leaveBehind)},
            {"grace_s", head.grace.count()},
            {"factors", head.factors},
            {"plan_hash", head.planHash},
            {"by_access", head.byAccess},
            {"created_at", toRfc3339(head.createdAt)},
            {"created_by", head.createdBy},
            {"decided_at", jsonTime(head.decidedAt)},
            {"decided_by", head.decidedBy},
            {"note", head.note},
            {"expires_at", jsonTime(head.expiresAt)},
            {"opens_at", jsonTime(head.opensAt)},
            {"stopped_by", head.stoppedBy},
            {"result", head.result ? resultJson(*head.result) : Json(nullptr)}};
}

Result<BatchHead> batchFromJson(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "batch"));
    CORE_TRY(const std::int64_t id, fields.integer("id", 1, kAny));
    CORE_TRY(const std::string tenantText, fields.text("tenant"));
    CORE_TRY(TenantId tenant, TenantId::parse(tenantText));
    CORE_TRY(BackendId target, readBackend(fields, "target"));
    BatchHead head{.id = BatchId{id}, .tenant = std::move(tenant), .target = std::move(target)};
    CORE_CHECK(readPlan(fields, head));
    CORE_CHECK(readOrders(fields, head));
    CORE_CHECK(readLife(fields, head));
    return head;
}

} // namespace greenward::tiering
