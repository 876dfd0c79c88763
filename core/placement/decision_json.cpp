#include "core/base/json_fields.h"
#include "core/placement/backend_json.h"
#include "core/placement/coefficients_json.h"
#include "core/placement/decision.h"
#include "core/placement/query_json.h"
#include "core/units/figure_json.h"

#include <limits>
#include <map>

// Decisions as the store keeps them: amounts in their base units, each region's grid figure once.

namespace greenward::placement {
namespace {

constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kMostCandidates = 10'000;
constexpr std::size_t kMostTexts = 100;

// ---- candidates

Json scoreJson(const bus::GreenScore &score)
{
    return Json::array({score.total.millionths(), score.renewable.millionths(), score.intensity.millionths(),
                        score.pue.millionths(), score.water.millionths(), score.waterKnown, score.provisional});
}

Result<bus::GreenScore> readScore(const JsonFields &fields)
{
    CORE_TRY(const Json *list, fields.list("score", 7));
    const Json &parts = *list;
    const auto bad = fail(ErrorCode::InvalidInput, "score", jsonText(parts) + " is no score");
    if (parts.size() != 7 || !parts[5].is_boolean() || !parts[6].is_boolean()) return bad;
    for (std::size_t i = 0; i < 5; ++i)
        if (!parts[i].is_number_integer()) return bad;
    const auto points = [&](std::size_t i) {
        return ScorePoints::fromMillionths(parts[i].get<std::int64_t>());
    };
    return bus::GreenScore{points(0),           points(1), points(2), points(3), points(4), parts[5].get<bool>(),
                           parts[6].get<bool>()};
}

/// nWh as text (they pass 64 bits), then micrograms.
Json amountJson(const Amount &amount)
{
    return Json::array({decimalText(amount.energy.nanowattHours(), 0), amount.grams.micrograms(),
                        amount.low.micrograms(), amount.high.micrograms()});
}

Result<void> readAmount(const JsonFields &fields, const std::string &name, Amount &into)
{
    CORE_TRY(const Json *list, fields.list(name, 4));
    const Json &parts = *list;
    const auto bad = fail(ErrorCode::InvalidInput, name, jsonText(parts) + " is no amount");
    if (parts.size() != 4 || !parts[0].is_string()) return bad;
    for (std::size_t i = 1; i < 4; ++i)
        if (!parts[i].is_number_integer()) return bad;
    Int128 energy = 0;
    const auto digits = parts[0].get<std::string>();
    if (digits.empty() || digits.size() > 30) return bad;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') return bad;
        energy = energy * 10 + (digit - '0');
    }
    const auto grams = [&](std::size_t i) {
        return GramsCO2e::fromMicrograms(parts[i].get<std::int64_t>());
    };
    into = {Energy::fromNanowattHours(energy), grams(1), grams(2), grams(3)};
    return {};
}

/// Grid figures, each once, in the order in which candidates need them.
class FigureTable
{
public:
    std::size_t indexOf(const RegionName &region, const GridFigure &figure)
    {
        const auto [at, fresh] = m_index.try_emplace(region, m_figures.size());
        if (fresh) m_figures.push_back(storedJson(figure));
        return at->second;
    }
    Json take() { return std::move(m_figures); }

private:
    std::map<RegionName, std::size_t> m_index;
    Json m_figures = Json::array();
};

Json candidateJson(const Candidate &candidate, FigureTable &figures)
{
    const bus::ScoredBackend &scored = candidate.scored;
    return {{"backend", toJson(scored.spec)},
            {"country", candidate.country},
            {"grid", figures.indexOf(scored.spec.region, scored.intensity)},
            {"score", scoreJson(scored.score)},
            {"literal_millionths", candidate.literal.millionths()},
            {"rest_power_w_per_tb", scored.restPower.text()},
            {"tb_month_ug", scored.perTerabyteMonth.micrograms()},
            {"write", amountJson(candidate.estimate.write)},
            {"rest_month", amountJson(candidate.estimate.restMonth)},
            {"rest", amountJson(candidate.estimate.rest)},
            {"network", amountJson(candidate.estimate.network)},
            {"total", amountJson(candidate.estimate.total)},
            {"unmet", candidate.unmet}};
}

Result<std::vector<std::string>> readTexts(const JsonFields &fields, const std::string &name)
{
    CORE_TRY(const Json *list, fields.list(name, kMostTexts));
    std::vector<std::string> texts;
    for (const Json &one : *list) {
        if (!one.is_string()) return fail(ErrorCode::InvalidInput, name, "holds what is no text");
        texts.push_back(one.get<std::string>());
    }
    return texts;
}

Result<Candidate> readCandidate(const Json &json, const std::vector<GridFigure> &figures)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "candidates"));
    CORE_TRY(const Json *backend, fields.member("backend"));
    CORE_TRY(BackendSpec spec, backendFromJson(*backend));
    if (figures.empty()) return fail(ErrorCode::InvalidInput, "grid", "no figures are kept");
    CORE_TRY(const std::int64_t grid, fields.integer("grid", 0, static_cast<std::int64_t>(figures.size()) - 1));
    CORE_TRY(const bus::GreenScore score, readScore(fields));
    CORE_TRY(const std::string power, fields.decimal("rest_power_w_per_tb"));
    CORE_TRY(const std::int64_t millionths, parseDecimal(power, 6, "rest_power_w_per_tb"));
    CORE_TRY(const std::int64_t month, fields.integer("tb_month_ug", 0, kAny));
    Candidate candidate{.scored = {std::move(spec), figures[static_cast<std::size_t>(grid)], score,
                                   WattsPerTerabyte::fromMillionths(millionths), GramsCO2e::fromMicrograms(month)},
                        .country = fields.textOr("country", ""),
                        .literal = {},
                        .estimate = {},
                        .unmet = {}};
    CORE_TRY(const std::int64_t literal, fields.integer("literal_millionths", -kAny, kAny));
    candidate.literal = ScorePoints::fromMillionths(literal);
    CORE_CHECK(readAmount(fields, "write", candidate.estimate.write));
    CORE_CHECK(readAmount(fields, "rest_month", candidate.estimate.restMonth));
    CORE_CHECK(readAmount(fields, "rest", candidate.estimate.rest));
    CORE_CHECK(readAmount(fields, "network", candidate.estimate.network));
    CORE_CHECK(readAmount(fields, "total", candidate.estimate.total));
    CORE_TRY(candidate.unmet, readTexts(fields, "unmet"));
    return candidate;
}

Result<std::vector<GridFigure>> readGrid(const JsonFields &fields)
{
    CORE_TRY(const Json *list, fields.list("grid", kMostCandidates));
    std::vector<GridFigure> figures;
    for (const Json &one : *list) {
        CORE_TRY(const JsonFields figure, JsonFields::of(one, "grid"));
        CORE_TRY(GridFigure read, storedFigure(figure));
        figures.push_back(std::move(read));
    }
    return figures;
}

Result<void> readCandidates(const JsonFields &fields, const std::string &name, const std::vector<GridFigure> &figures,
                            std::vector<Candidate> &into)
{
    CORE_TRY(const Json *list, fields.list(name, kMostCandidates));
    for (const Json &one : *list) {
        CORE_TRY(Candidate candidate, readCandidate(one, figures));
        into.push_back(std::move(candidate));
    }
    return {};
}

Result<void> readNotRated(const JsonFields &fields, std::vector<NotRated> &into)
{
    CORE_TRY(const Json *list, fields.list("not_rated", kMostCandidates));
    for (const Json &one : *list) {
        CORE_TRY(const JsonFields entry, JsonFields::of(one, "not_rated"));
        CORE_TRY(const std::string name, entry.text("backend"));
        CORE_TRY(BackendId id, BackendId::parse(name));
        CORE_TRY(std::string reason, entry.text("reason"));
        into.push_back({std::move(id), std::move(reason)});
    }
    return {};
}

} // namespace

Json toJson(const Decision &decision)
{
    FigureTable figures;
    const auto listed = [&](const std::vector<Candidate> &group) {
        Json list = Json::array();
        for (const Candidate &candidate : group)
            list.push_back(candidateJson(candidate, figures));
        return list;
    };
    Json ranked = listed(decision.ranked);
    Json excluded = listed(decision.excluded);
    Json notRated = Json::array();
    for (const NotRated &one : decision.notRated)
        notRated.push_back({{"backend", one.backend.text()}, {"reason", one.reason}});
    return {{"id", number(decision.id)},
            {"at", jsonTime(decision.at)},
            {"by", decision.by},
            {"query", storedJson(decision.query)},
            {"ranked_by", rankByName(decision.rankedBy)},
            {"signal", signalName(decision.signal)},
            {"from_mg_per_kwh", decision.fromIntensity ? Json(decision.fromIntensity->milligrams()) : Json(nullptr)},
            {"provisional", decision.provisional},
            {"grid", figures.take()},
            {"ranked", std::move(ranked)},
            {"excluded", std::move(excluded)},
            {"not_rated", std::move(notRated)},
            {"warnings", decision.warnings},
            {"coefficients", storedJson(decision.coefficients)}};
}

Result<Decision> decisionFromJson(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "decision"));
    CORE_TRY(const std::int64_t id, fields.integer("id", 0, kAny));
    CORE_TRY(const Instant at, fields.time("at"));
    CORE_TRY(const JsonFields question, fields.object("query"));
    CORE_TRY(Query query, storedQuery(question));
    Decision decision{.id = DecisionId{id}, .at = at, .by = fields.textOr("by", ""), .query = std::move(query)};
    CORE_TRY(const std::string rankedBy, fields.text("ranked_by"));
    CORE_TRY(decision.rankedBy, parseRankBy(rankedBy));
    CORE_TRY(const std::string signal, fields.text("signal"));
    CORE_TRY(decision.signal, parseSignal(signal));
    CORE_TRY(decision.provisional, fields.flag("provisional"));
    if (fields.has("from_mg_per_kwh")) {
        CORE_TRY(const std::int64_t from, fields.integer("from_mg_per_kwh", 0, 3'000'000));
        decision.fromIntensity = GramsPerKwh::fromMilligrams(from);
    }
    CORE_TRY(const std::vector<GridFigure> figures, readGrid(fields));
    CORE_CHECK(readCandidates(fields, "ranked", figures, decision.ranked));
    CORE_CHECK(readCandidates(fields, "excluded", figures, decision.excluded));
    CORE_CHECK(readNotRated(fields, decision.notRated));
    CORE_TRY(decision.warnings, readTexts(fields, "warnings"));
    CORE_TRY(const JsonFields coefficients, fields.object("coefficients"));
    CORE_TRY(decision.coefficients, storedCoefficients(coefficients));
    return decision;
}

} // namespace greenward::placement
