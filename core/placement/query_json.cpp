#include "core/placement/query_json.h"

#include <limits>

namespace greenward::placement {
namespace {

constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kMostCandidates = 10'000;

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

} // namespace

Json storedJson(const Query &query)
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

Result<Query> storedQuery(const JsonFields &fields)
{
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

} // namespace greenward::placement
