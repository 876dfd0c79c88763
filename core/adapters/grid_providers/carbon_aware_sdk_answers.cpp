#include "core/adapters/grid_providers/carbon_aware_sdk_answers.h"

#include "core/adapters/grid_providers/point_reader.h"

#include <charconv>

namespace greenward::adapters::carbon_aware_sdk {
namespace {

using grid::Answer;
using grid::Series;
using grid::SeriesPoint;
using grid::Trouble;

constexpr std::string_view kProvider = "Carbon Aware SDK";
constexpr std::size_t kMostRows = 20'000;

/// A .NET TimeSpan: [d.]hh:mm:ss[.fffffff].
Result<milliseconds> parseTimeSpan(std::string_view text)
{
    const auto bad = [&] {
        return fail(ErrorCode::BadReply, "duration", "\"" + excerpt(text) + "\" is not a time span");
    };
    const auto number = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc{} || end != digits.data() + digits.size() || value < 0) return std::nullopt;
        return value;
    };
    std::string_view rest = text;
    std::optional<int> days = 0;
    const std::size_t colon = rest.find(':');
    if (const std::size_t dot = rest.find('.'); dot < colon) {
        days = number(rest.substr(0, dot));
        rest.remove_prefix(dot + 1);
    }
    if (rest.size() < 8 || rest[2] != ':' || rest[5] != ':') return bad();
    const auto hours = number(rest.substr(0, 2));
    const auto minutes = number(rest.substr(3, 2));
    const auto seconds = number(rest.substr(6, 2));
    const bool fraction = rest.size() == 8 || rest[8] == '.';
    if (!days || *days > 366 || !hours || !minutes || !seconds || !fraction) return bad();
    return milliseconds{std::chrono::hours{24} * *days + std::chrono::hours{*hours} + std::chrono::minutes{*minutes} +
                        std::chrono::seconds{*seconds}};
}

bool isNullOfProvider(const Json &rating)
{
    return rating.is_null() || (rating.is_number() && rating == -1);
}

/// The answer names the provider's region, not the cloud region that was asked: kept as the zone.
Series seriesOf(std::string_view location, Behind behind)
{
    Series series;
    series.provider = kProvider;
    series.zone = location;
    series.signal = behind.signal;
    series.gas = behind.gas;
    series.basis = "as configured at the gateway";
    return series;
}

Result<Series> readRatings(const Json &document, std::string_view location, Behind behind)
{
    if (!document.is_array() || document.size() > kMostRows)
        return fail(ErrorCode::BadReply, "answer", "is not a list of at most 20000 emissions");
    Series series = seriesOf(location, behind);
    for (const Json &row : document) {
        CORE_TRY(const JsonFields fields, JsonFields::of(row, "emissions"));
        if (!row.contains("rating")) return fail(ErrorCode::BadReply, "rating", "is missing");
        if (isNullOfProvider(row["rating"])) continue;
        SeriesPoint point;
        CORE_TRY(point.value, gramsPerKwh(row["rating"], "rating"));
        CORE_TRY(point.from, fields.time("time"));
        CORE_TRY(const std::string length, fields.text("duration"));
        CORE_TRY(point.length, parseTimeSpan(length));
        series.points.push_back(std::move(point));
    }
    CORE_CHECK(putInOrder(series.points));
    CORE_CHECK(checkAny(series));
    return series;
}

Result<Series> readForecastRows(const Json &document, std::string_view location, Behind behind)
{
    if (!document.is_array() || document.size() > kMostRows)
        return fail(ErrorCode::BadReply, "answer", "is not a list of forecasts");
    Series series = seriesOf(location, behind);
    if (document.empty()) return fail(ErrorCode::NotFound, "forecast", "no forecast for " + std::string(location));
    CORE_TRY(const JsonFields forecast, JsonFields::of(document.front(), "forecast"));
    CORE_TRY(series.issuedAt, forecast.time("generatedAt"));
    CORE_TRY(const Json *rows, forecast.list("forecastData", kMostRows));
    for (const Json &row : *rows) {
        CORE_TRY(const JsonFields fields, JsonFields::of(row, "forecastData"));
        if (!row.contains("value")) return fail(ErrorCode::BadReply, "value", "is missing");
        if (isNullOfProvider(row["value"])) continue;
        SeriesPoint point;
        point.kind = grid::PointKind::Forecast;
        CORE_TRY(point.value, gramsPerKwh(row["value"], "value"));
        CORE_TRY(point.from, fields.time("timestamp"));
        CORE_TRY(const std::int64_t minutes, fields.integer("duration", 0, 100'000));
        point.length = std::chrono::minutes{minutes};
        series.points.push_back(std::move(point));
    }
    CORE_CHECK(putInOrder(series.points));
    CORE_CHECK(checkAny(series));
    return series;
}

Answer<Json> dataOf(const HttpAnswer &answer, std::string_view what)
{
    if (answer.status == 204) return grid::trouble(Trouble::NoDataNow, "the gateway has no data for that time");
    if (answer.status != 200) return Unexpected{problemOfStatus(answer)};
    return documentOf(answer, what);
}

} // namespace

Answer<Series> readEmissions(const HttpAnswer &answer, std::string_view location, Behind behind)
{
    CORE_TRY(const Json document, dataOf(answer, "emissions"));
    return usable(readRatings(document, location, behind));
}

Answer<Series> readForecast(const HttpAnswer &answer, std::string_view location, Behind behind)
{
    CORE_TRY(const Json document, dataOf(answer, "forecast"));
    return usable(readForecastRows(document, location, behind));
}

} // namespace greenward::adapters::carbon_aware_sdk
