#include "core/adapters/grid_providers/watttime_answers.h"

#include "core/adapters/grid_providers/point_reader.h"

#include <algorithm>

namespace greenward::adapters::watttime {
namespace {

using grid::Answer;
using grid::Series;
using grid::SeriesPoint;
using grid::Trouble;

constexpr std::string_view kProvider = "WattTime";
constexpr std::string_view kSignalType = "co2_moer";
constexpr std::size_t kMostPoints = 20'000; // 32 days of 5 minutes are 9216
constexpr std::size_t kMostRegions = 10'000;
constexpr std::size_t kLongestToken = 16'384;

/// What stands in `meta` and holds for all points.
struct Meta
{
    milliseconds length{0};
    std::string model;
    std::vector<std::string> warnings;
    std::optional<Instant> issuedAt;
};

Result<Meta> readMeta(const Json &document, std::string_view region, std::string_view units)
{
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(const Json *json, top.member("meta"));
    CORE_TRY(const JsonFields meta, JsonFields::of(*json, "meta"));
    CORE_TRY(const std::string answered, meta.text("region"));
    CORE_CHECK(checkZone(answered, region));
    CORE_TRY(const std::string unit, meta.text("units"));
    if (unit != units)
        return fail(ErrorCode::BadReply, "units", "\"" + excerpt(unit) + "\" instead of " + std::string(units));
    const std::string signal = meta.textOr("signal_type", kSignalType);
    if (signal != kSignalType)
        return fail(ErrorCode::BadReply, "signal_type", "\"" + excerpt(signal) + "\" instead of co2_moer");
    Meta found;
    CORE_TRY(const std::int64_t length, meta.integer("data_point_period_seconds", 1, 86'400));
    found.length = std::chrono::seconds{length};
    if (meta.has("model")) {
        CORE_TRY(const Json *model, meta.member("model"));
        if (model->is_object() && model->contains("date") && (*model)["date"].is_string())
            found.model = excerpt((*model)["date"].get<std::string>());
    }
    if (meta.has("generated_at")) {
        CORE_TRY(found.issuedAt, meta.time("generated_at"));
    }
    found.warnings = warningsOf(*json);
    return found;
}

Result<SeriesPoint> readPoint(const Json &row, const Meta &meta, grid::PointKind kind)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(row, "point"));
    SeriesPoint point;
    CORE_TRY(point.from, fields.time("point_time"));
    CORE_TRY(const Json *value, fields.member("value"));
    CORE_TRY(point.value, gramsPerKwhOfPounds(*value, "value"));
    point.length = meta.length;
    point.kind = kind;
    if (fields.has("imputed_data_used")) {
        CORE_TRY(const bool imputed, fields.flag("imputed_data_used"));
        if (imputed) {
            point.kind = grid::PointKind::Estimated;
            point.method = "imputed";
        }
    }
    if (fields.has("last_updated")) {
        CORE_TRY(point.updated, fields.time("last_updated"));
    }
    return point;
}

/// WattTime's MOER is CO2 alone (C-71).
Series emptySeries(const Meta &meta, std::string_view region)
{
    Series series;
    series.provider = kProvider;
    series.zone = region;
    series.signal = Signal::Marginal;
    series.gas = Gas::CO2;
    series.basis = "MOER" + (meta.model.empty() ? "" : ", model " + meta.model);
    series.issuedAt = meta.issuedAt;
    series.warnings = meta.warnings;
    return series;
}

Result<Series> readRows(const Json &rows, const Meta &meta, std::string_view region, grid::PointKind kind)
{
    Series series = emptySeries(meta, region);
    series.points.reserve(rows.size());
    for (const Json &row : rows) {
        CORE_TRY(SeriesPoint point, readPoint(row, meta, kind));
        series.points.push_back(std::move(point));
    }
    CORE_CHECK(putInOrder(series.points));
    return series;
}

Result<Series> readSeries(const Json &document, std::string_view region, grid::PointKind kind)
{
    CORE_TRY(const Meta meta, readMeta(document, region, "lbs_co2_per_mwh"));
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(const Json *rows, top.list("data", kMostPoints));
    CORE_TRY(Series series, readRows(*rows, meta, region, kind));
    CORE_CHECK(checkAny(series));
    return series;
}

Result<std::vector<Series>> readIssues(const Json &document, std::string_view region)
{
    CORE_TRY(Meta meta, readMeta(document, region, "lbs_co2_per_mwh"));
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(const Json *issues, top.list("data", 1000));
    std::vector<Series> all;
    for (const Json &issue : *issues) {
        CORE_TRY(const JsonFields fields, JsonFields::of(issue, "forecast"));
        CORE_TRY(meta.issuedAt, fields.time("generated_at"));
        CORE_TRY(const Json *rows, fields.list("forecast", kMostPoints));
        CORE_TRY(Series series, readRows(*rows, meta, region, grid::PointKind::Forecast));
        all.push_back(std::move(series));
    }
    return all;
}

Result<grid::PercentilePoint> readPercentile(const Json &document, std::string_view region)
{
    CORE_TRY(const Meta meta, readMeta(document, region, "percentile"));
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(const Json *rows, top.list("data", kMostPoints));
    if (rows->empty()) return fail(ErrorCode::NotFound, "data", "no value for " + std::string(region));
    CORE_TRY(const JsonFields fields, JsonFields::of(rows->back(), "point"));
    grid::PercentilePoint point{std::string(kProvider), std::string(region), {}, meta.length, {}, meta.warnings};
    CORE_TRY(point.from, fields.time("point_time"));
    CORE_TRY(const Json *value, fields.member("value"));
    CORE_TRY(const std::int64_t millionths, millionthsOfHundred(*value, "value"));
    point.value = grid::GridPercentile::fromMillionths(millionths);
    return point;
}

Result<std::vector<Access>> readAccessRows(const Json &document)
{
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(const Json *signals, top.list("signal_types", 100));
    std::vector<Access> all;
    for (const Json &signal : *signals) {
        CORE_TRY(const JsonFields fields, JsonFields::of(signal, "signal_type"));
        CORE_TRY(const std::string signalType, fields.text("signal_type"));
        CORE_TRY(const Json *regions, fields.list("regions", kMostRegions));
        for (const Json &region : *regions) {
            CORE_TRY(const JsonFields inRegion, JsonFields::of(region, "region"));
            CORE_TRY(const std::string name, inRegion.text("region"));
            CORE_TRY(const Json *endpoints, inRegion.list("endpoints", 100));
            for (const Json &endpoint : *endpoints) {
                CORE_TRY(const JsonFields inEndpoint, JsonFields::of(endpoint, "endpoint"));
                CORE_TRY(const std::string path, inEndpoint.text("endpoint"));
                all.push_back({signalType, name, path});
            }
        }
    }
    std::ranges::sort(all);
    return all;
}

/// The document of a data call, or what its status means.
Answer<Json> dataOf(const HttpAnswer &answer, std::string_view what)
{
    if (answer.status != 200) return Unexpected{problem(answer, Asked::Data)};
    return documentOf(answer, what);
}

} // namespace

grid::ProviderProblem problem(const HttpAnswer &answer, Asked asked)
{
    grid::ProviderProblem found = problemOfStatus(answer);
    if (asked == Asked::Login) return found;
    if (answer.status == 401) found.trouble = Trouble::TokenExpired;
    if (answer.status == 403)
        found.trouble = parseJson(answer.body, "error") ? Trouble::NotInPlan : Trouble::TokenExpired;
    return found;
}

Answer<std::string> readLogin(const HttpAnswer &answer)
{
    if (answer.status != 200) return Unexpected{problem(answer, Asked::Login)};
    CORE_TRY(const Json document, documentOf(answer, "login"));
    const bool good = document.is_object() && document.contains("token") && document["token"].is_string();
    std::string token = good ? document["token"].get<std::string>() : std::string();
    const auto printable = [](char c) {
        return c > ' ' && c < '\x7f';
    };
    // It goes into a header as it is: nothing that could begin another one.
    if (token.empty() || token.size() > kLongestToken || !std::ranges::all_of(token, printable))
        return grid::trouble(Trouble::BadAnswer, "login: the answer holds no usable token");
    return token;
}

Answer<Series> readForecast(const HttpAnswer &answer, std::string_view region)
{
    CORE_TRY(const Json document, dataOf(answer, "forecast"));
    return usable(readSeries(document, region, grid::PointKind::Forecast));
}

Answer<Series> readHistorical(const HttpAnswer &answer, std::string_view region)
{
    CORE_TRY(const Json document, dataOf(answer, "historical"));
    return usable(readSeries(document, region, grid::PointKind::Measured));
}

Answer<std::vector<Series>> readPastForecasts(const HttpAnswer &answer, std::string_view region)
{
    CORE_TRY(const Json document, dataOf(answer, "past forecasts"));
    return usable(readIssues(document, region));
}

Answer<grid::PercentilePoint> readSignalIndex(const HttpAnswer &answer, std::string_view region)
{
    CORE_TRY(const Json document, dataOf(answer, "signal index"));
    return usable(readPercentile(document, region));
}

Answer<Region> readRegion(const HttpAnswer &answer)
{
    CORE_TRY(const Json document, dataOf(answer, "region"));
    const auto read = [&]() -> Result<Region> {
        CORE_TRY(const JsonFields fields, JsonFields::of(document, "answer"));
        CORE_TRY(std::string region, fields.text("region"));
        return Region{std::move(region), fields.textOr("region_full_name", "")};
    };
    return usable(read());
}

Answer<std::vector<Access>> readAccess(const HttpAnswer &answer)
{
    CORE_TRY(const Json document, dataOf(answer, "access"));
    return usable(readAccessRows(document));
}

} // namespace greenward::adapters::watttime
