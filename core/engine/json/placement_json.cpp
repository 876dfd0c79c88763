#include "core/engine/json/placement_json.h"

#include "core/engine/json/figures.h"
#include "core/engine/json/rows_json.h"

namespace greenward::engine {
namespace {

template<typename Id>
Json nameOrNull(const std::optional<Id> &name)
{
    return name ? jsonName(name->text()) : Json(nullptr);
}

Json amountJson(const placement::Amount &amount)
{
    return {{"energy_wh", jsonDecimal(amount.energy.nanowattHours(), 9)},
            {"carbon_g", grams(amount.grams)},
            {"carbon_low_g", grams(amount.low)},
            {"carbon_high_g", grams(amount.high)}};
}

Json candidateJson(const placement::Candidate &candidate)
{
    const bus::ScoredBackend &scored = candidate.scored;
    const BackendSpec &spec = scored.spec;
    Json json{{"backend", spec.id.text()}, {"region", spec.region.text()}, {"country", orNull(candidate.country)}};
    json.update(toJson(scored.score));
    json["literal_score"] = decimal(candidate.literal);
    json["carbon_g_per_tb_month"] = grams(scored.perTerabyteMonth);
    json["intensity"] = toJson(scored.intensity);
    json["pue"] = decimal(spec.pue);
    json["wue_l_per_kwh"] = decimal(spec.wue);
    json["renewable_pct"] = decimal(spec.renewable);
    json["share_basis"] = shareBasisName(spec.shareBasis);
    json["medium"] = mediumName(spec.medium);
    json["copies"] = redundancyJson(spec.redundancy);
    json["latency"] = latencyClassName(spec.latency);
    json["price_per_gb_month"] = spec.price ? Json(spec.price->text()) : Json(nullptr);
    json["estimate"] = {{"write", amountJson(candidate.estimate.write)},
                        {"rest_per_month", amountJson(candidate.estimate.restMonth)},
                        {"rest", amountJson(candidate.estimate.rest)},
                        {"network", amountJson(candidate.estimate.network)},
                        {"total", amountJson(candidate.estimate.total)}};
    json["unmet"] = candidate.unmet;
    return json;
}

Json candidatesJson(const std::vector<placement::Candidate> &candidates)
{
    Json list = Json::array();
    for (const placement::Candidate &candidate : candidates)
        list.push_back(candidateJson(candidate));
    return list;
}

Json constraintsJson(const placement::Constraints &wanted)
{
    Json countries = Json::array();
    for (const CountryCode &country : wanted.countries)
        countries.push_back(country.text());
    Json media = Json::array();
    for (const Medium medium : wanted.media)
        media.push_back(mediumName(medium));
    return {{"countries", std::move(countries)},
            {"media", std::move(media)},
            {"max_price_per_gb_month", wanted.priceCeiling ? Json(wanted.priceCeiling->text()) : Json(nullptr)},
            {"max_latency", wanted.latencyCeiling ? Json(latencyClassName(*wanted.latencyCeiling)) : Json(nullptr)},
            {"immutable", wanted.immutable}};
}

} // namespace

Json toJson(const DecisionRow &row)
{
    return {{"decision", number(row.id)},
            {"at", jsonTime(row.at)},
            {"by", jsonName(row.by)},
            {"chosen", nameOrNull(row.chosen)},
            {"tenant", nameOrNull(row.tenant)},
            {"size_bytes", row.size.bytes()},
            {"months", row.months},
            {"signal", signalName(row.signal)},
            {"ranked_by", row.rankedBy},
            {"candidates", row.candidates},
            {"score", row.chosen ? decimal(row.score) : Json(nullptr)},
            {"carbon_g_per_tb_month", row.chosen ? grams(row.perTerabyteMonth) : Json(nullptr)},
            {"estimated_carbon_g", row.chosen ? grams(row.estimated) : Json(nullptr)},
            {"provisional", row.provisional},
            {"warnings", row.warnings}};
}

Json toJson(const std::vector<DecisionRow> &rows)
{
    Json list = Json::array();
    for (const DecisionRow &row : rows)
        list.push_back(toJson(row));
    return list;
}

Json decisionJson(const placement::Decision &decision)
{
    const placement::Query &query = decision.query;
    const placement::Candidate *chosen = decision.chosen();
    Json notRated = Json::array();
    for (const placement::NotRated &one : decision.notRated)
        notRated.push_back({{"backend", one.backend.text()}, {"reason", jsonName(one.reason)}});
    return {{"decision", number(decision.id) == 0 ? Json(nullptr) : Json(number(decision.id))},
            {"at", jsonTime(decision.at)},
            {"by", orNull(decision.by)},
            {"chosen", chosen ? Json(chosen->scored.spec.id.text()) : Json(nullptr)},
            {"ranked_by", placement::rankByName(decision.rankedBy)},
            {"signal", signalName(decision.signal)},
            {"signal_asked", signalName(query.signal)},
            {"provisional", decision.provisional},
            {"size_bytes", query.size.bytes()},
            {"months", query.months},
            {"tenant", nameOrNull(query.tenant)},
            {"from", nameOrNull(query.from)},
            {"network_path", networkPathName(query.path)},
            {"constraints", constraintsJson(query.constraints)},
            {"ranked", candidatesJson(decision.ranked)},
            {"excluded", candidatesJson(decision.excluded)},
            {"not_rated", std::move(notRated)},
            {"warnings", decision.warnings},
            {"coefficients", placement::coefficientLines(decision)}};
}

Json factsJson(const std::vector<placement::RegionFacts> &facts)
{
    Json list = Json::array();
    for (const placement::RegionFacts &one : facts)
        list.push_back({{"provider", one.provider},
                        {"region", one.region},
                        {"location", orNull(one.location)},
                        {"country", orNull(one.country)},
                        {"renewable_pct", decimal(one.share)},
                        {"share_basis", shareBasisName(one.shareBasis)},
                        {"share_words", orNull(one.shareWords)},
                        {"pue", decimal(one.pue)},
                        {"pue_basis", orNull(one.pueBasis)},
                        {"wue_l_per_kwh", decimal(one.wue)},
                        {"wue_basis", orNull(one.wueBasis)},
                        {"grid_g_per_kwh", one.intensity ? intensity(*one.intensity) : Json(nullptr)},
                        {"grid_basis", orNull(one.intensityBasis)},
                        {"year", one.year ? Json(*one.year) : Json(nullptr)},
                        {"source", orNull(one.source)},
                        {"licence", orNull(one.licence)},
                        {"notes", orNull(one.notes)}});
    return list;
}

} // namespace greenward::engine
