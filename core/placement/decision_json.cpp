#include "core/base/json_fields.h"
#include "core/placement/backend_json.h"
#include "core/placement/decision.h"
#include "core/placement/score.h"
#include "core/units/figure_json.h"

#include <limits>
#include <map>

// Decisions as the store keeps them: amounts in their base units, each region's grid figure once.

namespace greenward::placement {
namespace {

constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kMostCandidates = 10'000;
constexpr std::size_t kMostTexts = 100;

// ---- coefficients

template<typename Unit>
Json coefficientJson(const Coefficient<Unit> &coefficient)
{
    return {{"name", coefficient.name},
            {"value", coefficient.value.text()},
            {"source", coefficient.source},
            {"year", coefficient.year ? Json(*coefficient.year) : Json(nullptr)},
            {"licence", coefficient.licence}};
}

template<typename Unit>
Json bandJson(const Band<Unit> &band)
{
    return {{"low", coefficientJson(band.low)},
            {"typical", coefficientJson(band.typical)},
            {"high", coefficientJson(band.high)}};
}

Json coefficientsJson(const Coefficients &coefficients)
{
    Json others = Json::array();
    for (const RestCoefficients::Pair &pair : coefficients.rest.others)
        others.push_back({{"hdd", coefficientJson(pair.hdd)}, {"ssd", coefficientJson(pair.ssd)}});
    const TransferCoefficients &transfer = coefficients.transfer;
    return {{"rest_hdd", bandJson(coefficients.rest.hdd)},
            {"rest_ssd", bandJson(coefficients.rest.ssd)},
            {"rest_generic", bandJson(coefficients.rest.generic)},
            {"rest_others", std::move(others)},
            {"read", coefficientJson(transfer.read)},
            {"write", coefficientJson(transfer.write)},
            {"inter_datacentre", bandJson(transfer.interDatacentre)},
            {"inter_region", bandJson(transfer.interRegion)},
            {"internet", bandJson(transfer.internet)}};
}

template<typename Unit>
Result<void> read(const JsonFields &parent, const std::string &name, Coefficient<Unit> &into)
{
    CORE_TRY(const JsonFields fields, parent.object(name));
    CORE_TRY(into.name, fields.text("name"));
    CORE_TRY(const std::string value, fields.decimal("value"));
    CORE_TRY(const std::int64_t millionths, parseDecimal(value, 6, name));
    into.value = Unit::fromMillionths(millionths);
    into.source = fields.textOr("source", "");
    into.licence = fields.textOr("licence", "");
    if (fields.has("year")) {
        CORE_TRY(const std::int64_t year, fields.integer("year", 1990, 2100));
        into.year = static_cast<int>(year);
    }
    return {};
}

template<typename Unit>
Result<void> read(const JsonFields &parent, const std::string &name, Band<Unit> &into)
{
    CORE_TRY(const JsonFields fields, parent.object(name));
    CORE_CHECK(read(fields, "low", into.low));
    CORE_CHECK(read(fields, "typical", into.typical));
    return read(fields, "high", into.high);
}

Result<Coefficients> readCoefficients(const JsonFields &parent)
{
    CORE_TRY(const JsonFields fields, parent.object("coefficients"));
    Coefficients made;
    CORE_CHECK(read(fields, "rest_hdd", made.rest.hdd));
    CORE_CHECK(read(fields, "rest_ssd", made.rest.ssd));
    CORE_CHECK(read(fields, "rest_generic", made.rest.generic));
    CORE_TRY(const Json *others, fields.list("rest_others", kMostTexts));
    for (const Json &other : *others) {
        CORE_TRY(const JsonFields pair, JsonFields::of(other, "rest_others"));
        RestCoefficients::Pair both;
        CORE_CHECK(read(pair, "hdd", both.hdd));
        CORE_CHECK(read(pair, "ssd", both.ssd));
        made.rest.others.push_back(std::move(both));
    }
    CORE_CHECK(read(fields, "read", made.transfer.read));
    CORE_CHECK(read(fields, "write", made.transfer.write));
    CORE_CHECK(read(fields, "inter_datacentre", made.transfer.interDatacentre));
    CORE_CHECK(read(fields, "inter_region", made.transfer.interRegion));
    CORE_CHECK(read(fields, "internet", made.transfer.internet));
    return made;
}

// ---- query

Json queryJson(const Query &query)
{
    Json candidates = Json::array();
    for (const BackendId &id : query.candidates)
        candidates.push_back(id.text());
    Json countries = Json::array();
    for (const CountryCode &country : query.constraints.countries)
        countries.push_back(country.text());
    Json media = Json::array();
    for (const Medium medium : query.constraints.media)
        media.push_back(mediumName(medium));
    const Constraints &wanted = query.constraints;
    return {{"candidates", std::move(candidates)},
            {"size_bytes", query.size.bytes()},
            {"months", query.months},
            {"tenant", query.tenant ? Json(query.tenant->text()) : Json(nullptr)},
            {"signal", signalName(query.signal)},
            {"rank_by", query.rankBy ? Json(rankByName(*query.rankBy)) : Json(nullptr)},
            {"from", query.from ? Json(query.from->text()) : Json(nullptr)},
            {"network_path", networkPathName(query.path)},
            {"countries", std::move(countries)},
            {"media", std::move(media)},
            {"price_ceiling", wanted.priceCeiling ? Json(wanted.priceCeiling->text()) : Json(nullptr)},
            {"latency_ceiling", wanted.latencyCeiling ? Json(latencyClassName(*wanted.latencyCeiling)) : Json(nullptr)},
            {"immutable", wanted.immutable}};
}

/// The member's text through `parse`, when it is there.
template<typename T, typename Parse>
Result<void> readIfAny(const JsonFields &fields, const std::string &name, std::optional<T> &into, Parse parse)
{
    if (!fields.has(name)) return {};
    CORE_TRY(const std::string text, fields.text(name));
    CORE_TRY(into, parse(text));
    return {};
}

template<typename T, typename Parse>
Result<void> readList(const JsonFields &fields, const std::string &name, std::vector<T> &into, Parse parse)
{
    CORE_TRY(const Json *list, fields.list(name, kMostCandidates));
    for (const Json &one : *list) {
        if (!one.is_string()) return fail(ErrorCode::InvalidInput, name, "holds what is no text");
        CORE_TRY(T value, parse(one.get<std::string>()));
        into.push_back(std::move(value));
    }
    return {};
}

Result<Query> readQuery(const JsonFields &parent)
{
    CORE_TRY(const JsonFields fields, parent.object("query"));
    Query query{.candidates = {}, .size = {}};
    CORE_CHECK(readList(fields, "candidates", query.candidates, BackendId::parse));
    CORE_TRY(const std::int64_t bytes, fields.integer("size_bytes", 0, kAny));
    query.size = DataSize::fromBytes(bytes);
    CORE_TRY(const std::int64_t months, fields.integer("months", 1, 1200));
    query.months = static_cast<int>(months);
    CORE_CHECK(readIfAny(fields, "tenant", query.tenant, TenantId::parse));
    CORE_TRY(const std::string signal, fields.text("signal"));
    CORE_TRY(query.signal, parseSignal(signal));
    CORE_CHECK(readIfAny(fields, "rank_by", query.rankBy, parseRankBy));
    CORE_CHECK(readIfAny(fields, "from", query.from, BackendId::parse));
    CORE_TRY(const std::string path, fields.text("network_path"));
    CORE_TRY(query.path, parseNetworkPath(path));
    Constraints &wanted = query.constraints;
    CORE_CHECK(readList(fields, "countries", wanted.countries, CountryCode::parse));
    CORE_CHECK(readList(fields, "media", wanted.media, parseMedium));
    CORE_CHECK(readIfAny(fields, "price_ceiling", wanted.priceCeiling,
                         [](std::string_view text) { return parsePrice(text, "price_ceiling"); }));
    CORE_CHECK(readIfAny(fields, "latency_ceiling", wanted.latencyCeiling, parseLatencyClass));
    CORE_TRY(wanted.immutable, fields.flag("immutable"));
    return query;
}

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
    std::vector<std::string> texts;
    CORE_CHECK(readList(fields, name, texts, [](const std::string &text) -> Result<std::string> { return text; }));
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
            {"query", queryJson(decision.query)},
            {"ranked_by", rankByName(decision.rankedBy)},
            {"signal", signalName(decision.signal)},
            {"from_mg_per_kwh", decision.fromIntensity ? Json(decision.fromIntensity->milligrams()) : Json(nullptr)},
            {"provisional", decision.provisional},
            {"grid", figures.take()},
            {"ranked", std::move(ranked)},
            {"excluded", std::move(excluded)},
            {"not_rated", std::move(notRated)},
            {"warnings", decision.warnings},
            {"coefficients", coefficientsJson(decision.coefficients)}};
}

Result<Decision> decisionFromJson(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "decision"));
    CORE_TRY(const std::int64_t id, fields.integer("id", 0, kAny));
    CORE_TRY(const Instant at, fields.time("at"));
    CORE_TRY(Query query, readQuery(fields));
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
    CORE_TRY(decision.coefficients, readCoefficients(fields));
    return decision;
}

} // namespace greenward::placement
