#include "core/adapters/grid_providers/electricity_maps_answers.h"

#include "core/adapters/grid_providers/point_reader.h"

#include <algorithm>
#include <array>

namespace greenward::adapters::electricity_maps {
namespace {

using grid::Answer;
using grid::Series;
using grid::SeriesPoint;
using grid::Trouble;

constexpr std::string_view kProvider = "Electricity Maps";
constexpr std::size_t kMostRows = 20'000;
constexpr std::size_t kMostZones = 5000;

struct Granularity
{
    std::string_view name;
    milliseconds length;
};
constexpr std::array kGranularities{
    Granularity{"5_minutes", std::chrono::minutes{5}}, Granularity{"15_minutes", std::chrono::minutes{15}},
    Granularity{"hourly", std::chrono::hours{1}}, Granularity{"daily", std::chrono::hours{24}}};

milliseconds lengthOf(const JsonFields &fields)
{
    const std::string name = fields.textOr("temporalGranularity", "hourly");
    const auto *const known = std::ranges::find(kGranularities, name, &Granularity::name);
    return known == kGranularities.end() ? milliseconds{0} : known->length;
}

/// A trial key answers made-up values with HTTP 200.
Result<void> checkNoSandbox(const JsonFields &fields)
{
    if (fields.textOr("estimationMethod", "") == "SANDBOX_MODE_DATA" ||
        fields.textOr("_disclaimer", "").find("SANDBOX MODE") != std::string::npos)
        return fail(ErrorCode::Refused, "sandbox key", "the values are made up; use a key that is not a trial key");
    return {};
}

std::string basisOf(const JsonFields &fields)
{
    const bool flowTraced = fields.flag("flowTraced").value_or(true);
    return fields.textOr("emissionFactorType", "lifecycle") + (flowTraced ? "; flow-traced" : "; production");
}

/// Nothing for a row whose value is null.
Result<std::optional<SeriesPoint>> readRow(const Json &row, std::string_view zone, std::string_view valueName)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(row, "row"));
    CORE_CHECK(checkNoSandbox(fields));
    if (fields.has("zone")) {
        CORE_TRY(const std::string answered, fields.text("zone"));
        CORE_CHECK(checkZone(answered, zone));
    }
    if (!row.contains(std::string(valueName))) return fail(ErrorCode::BadReply, valueName, "is missing");
    if (!fields.has(std::string(valueName))) return std::optional<SeriesPoint>{};
    SeriesPoint point;
    CORE_TRY(const Json *value, fields.member(std::string(valueName)));
    CORE_TRY(point.value, gramsPerKwh(*value, valueName));
    CORE_TRY(point.from, fields.time("datetime"));
    if (fields.has("isEstimated")) {
        CORE_TRY(const bool estimated, fields.flag("isEstimated"));
        if (estimated) point.kind = grid::PointKind::Estimated;
    }
    point.method = fields.textOr("estimationMethod", "");
    if (fields.has("updatedAt")) {
        CORE_TRY(point.updated, fields.time("updatedAt"));
    }
    return std::optional<SeriesPoint>{std::move(point)};
}

Result<Series> startSeries(const JsonFields &top, std::string_view zone)
{
    CORE_CHECK(checkNoSandbox(top));
    if (top.has("error"))
        return fail(ErrorCode::NotFound, "error", excerpt(top.textOr("error", "the answer says only: error")));
    CORE_TRY(const std::string answered, top.text("zone"));
    CORE_CHECK(checkZone(answered, zone));
    Series series;
    series.provider = kProvider;
    series.zone = zone;
    series.signal = Signal::Average;
    series.gas = Gas::CO2e;
    series.basis = basisOf(top);
    return series;
}

Result<Series> readOne(const Json &document, std::string_view zone)
{
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(Series series, startSeries(top, zone));
    CORE_TRY(std::optional<SeriesPoint> point, readRow(document, zone, "carbonIntensity"));
    if (point) {
        point->length = lengthOf(top);
        series.points.push_back(*std::move(point));
    }
    CORE_CHECK(checkAny(series));
    return series;
}

Result<Series> readRows(const Json &document, std::string_view zone, const std::string &member, bool forecast)
{
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(Series series, startSeries(top, zone));
    CORE_TRY(const Json *rows, top.list(member, kMostRows));
    for (const Json &row : *rows) {
        CORE_TRY(std::optional<SeriesPoint> point, readRow(row, zone, "carbonIntensity"));
        if (!point) continue;
        point->length = lengthOf(top);
        if (forecast) point->kind = grid::PointKind::Forecast;
        series.points.push_back(*std::move(point));
    }
    if (!rows->empty() && !forecast) {
        CORE_TRY(const JsonFields first, JsonFields::of(rows->front(), "row"));
        series.basis = basisOf(first);
    }
    if (forecast && top.has("updatedAt")) {
        CORE_TRY(series.issuedAt, top.time("updatedAt"));
    }
    CORE_CHECK(putInOrder(series.points));
    CORE_CHECK(checkAny(series));
    return series;
}

/// The documents show a share once as a number and once as text.
Result<Percent> shareOf(const Json &value, std::string_view field)
{
    if (value.is_string()) return parseShare(value.get<std::string>(), field);
    CORE_TRY(const std::int64_t millionths, millionthsOfHundred(value, field));
    return Percent::fromMillionths(millionths);
}

Result<grid::SharePoint> readShare(const Json &document, std::string_view zone)
{
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(const Series checked, startSeries(top, zone));
    const bool breakdown = top.has("renewablePercentage");
    if (!breakdown && top.textOr("unit", "") != "%")
        return fail(ErrorCode::BadReply, "unit", "is not %: the answer holds no renewable share");
    grid::SharePoint point{checked.provider, checked.zone, {}, {}, grid::PointKind::Measured};
    CORE_TRY(const Json *value, top.member(breakdown ? "renewablePercentage" : "value"));
    CORE_TRY(point.value, shareOf(*value, breakdown ? "renewablePercentage" : "value"));
    CORE_TRY(point.from, top.time("datetime"));
    if (top.flag("isEstimated").value_or(false)) point.kind = grid::PointKind::Estimated;
    return point;
}

Result<std::vector<Zone>> readZoneRows(const Json &document)
{
    if (!document.is_object() || document.size() > kMostZones)
        return fail(ErrorCode::BadReply, "zones", "is not an object of at most 5000 zones");
    std::vector<Zone> zones;
    for (const auto &[name, json] : document.items()) {
        CORE_TRY(const JsonFields fields, JsonFields::of(json, name));
        CORE_TRY(const std::string shown, fields.text("zoneName"));
        Zone zone{name, shown, {}};
        if (fields.has("access")) {
            CORE_TRY(const Json *access, fields.list("access", 500));
            for (const Json &entry : *access)
                if (entry.is_string()) zone.access.push_back(entry.get<std::string>());
        }
        zones.push_back(std::move(zone));
    }
    std::ranges::sort(zones, {}, &Zone::zone);
    return zones;
}

Answer<Json> dataOf(const HttpAnswer &answer, std::string_view what)
{
    if (answer.status != 200) return Unexpected{problem(answer)};
    return documentOf(answer, what);
}

} // namespace

grid::ProviderProblem problem(const HttpAnswer &answer)
{
    grid::ProviderProblem found = problemOfStatus(answer);
    const std::string_view body = answer.body;
    if (answer.status == 401 && body.find("Request unauthorized for zoneKey") != std::string_view::npos)
        found.trouble = Trouble::NotInPlan;
    if (answer.status == 403 && isWebPage(body)) found.trouble = Trouble::Down; // the gateway before the service
    if (answer.status == 404 && body.find("No recent data") != std::string_view::npos)
        found.trouble = Trouble::NoDataNow;
    if (answer.status == 404 && body.find("no Route matched") != std::string_view::npos) {
        found.trouble = Trouble::BadRequest;
        found.detail += " (is the address of the provider right?)";
    }
    return found;
}

Answer<Series> readLatest(const HttpAnswer &answer, std::string_view zone)
{
    CORE_TRY(const Json document, dataOf(answer, "latest"));
    return usable(readOne(document, zone));
}

Answer<Series> readHistory(const HttpAnswer &answer, std::string_view zone)
{
    CORE_TRY(const Json document, dataOf(answer, "history"));
    const bool range = document.is_object() && document.contains("data");
    return usable(readRows(document, zone, range ? "data" : "history", false));
}

Answer<Series> readForecast(const HttpAnswer &answer, std::string_view zone)
{
    CORE_TRY(const Json document, dataOf(answer, "forecast"));
    return usable(readRows(document, zone, "forecast", true));
}

Answer<grid::SharePoint> readRenewableShare(const HttpAnswer &answer, std::string_view zone)
{
    CORE_TRY(const Json document, dataOf(answer, "renewable share"));
    return usable(readShare(document, zone));
}

Answer<std::vector<Zone>> readZones(const HttpAnswer &answer)
{
    CORE_TRY(const Json document, dataOf(answer, "zones"));
    return usable(readZoneRows(document));
}

} // namespace greenward::adapters::electricity_maps
