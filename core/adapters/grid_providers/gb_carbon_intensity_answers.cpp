#include "core/adapters/grid_providers/gb_carbon_intensity_answers.h"

#include "core/adapters/grid_providers/point_reader.h"

#include <algorithm>
#include <array>

namespace greenward::adapters::gb_carbon_intensity {
namespace {

using grid::Answer;
using grid::Series;
using grid::SeriesPoint;

constexpr std::string_view kProvider = "GB Carbon Intensity";
constexpr std::string_view kLicence = "CC-BY-4.0, National Energy System Operator";
constexpr std::size_t kMostRows = 5000;
constexpr std::array<std::string_view, 3> kRenewable{"wind", "solar", "hydro"};

/// Nothing when the row holds neither a measurement nor a forecast (before May 2018 some do).
Result<std::optional<SeriesPoint>> readRow(const Json &row)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(row, "row"));
    SeriesPoint point;
    CORE_TRY(point.from, fields.time("from"));
    CORE_TRY(const Instant to, fields.time("to"));
    if (to <= point.from) return fail(ErrorCode::BadReply, "to", "is not after from");
    point.length = to - point.from;
    CORE_TRY(const Json *json, fields.member("intensity"));
    CORE_TRY(const JsonFields intensity, JsonFields::of(*json, "intensity"));
    const bool measured = intensity.has("actual");
    if (!measured && !intensity.has("forecast")) return std::optional<SeriesPoint>{};
    point.kind = measured ? grid::PointKind::Measured : grid::PointKind::Forecast;
    const std::string name = measured ? "actual" : "forecast";
    CORE_TRY(const Json *value, intensity.member(name));
    CORE_TRY(point.value, gramsPerKwh(*value, name));
    return std::optional<SeriesPoint>{std::move(point)};
}

Result<Series> readRows(const Json &document)
{
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(const Json *rows, top.list("data", kMostRows));
    Series series;
    series.provider = kProvider;
    series.zone = kZone;
    series.signal = Signal::Average;
    series.gas = Gas::CO2;
    series.basis = "operational; with imports";
    series.licence = kLicence;
    for (const Json &row : *rows) {
        CORE_TRY(std::optional<SeriesPoint> point, readRow(row));
        if (point) series.points.push_back(*std::move(point));
    }
    CORE_CHECK(putInOrder(series.points));
    CORE_CHECK(checkAny(series));
    return series;
}

Result<grid::SharePoint> readMix(const Json &document)
{
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(const Json *json, top.member("data"));
    CORE_TRY(const JsonFields data, JsonFields::of(*json, "data"));
    grid::SharePoint point{std::string(kProvider), std::string(kZone), {}, {}, grid::PointKind::Measured};
    CORE_TRY(point.from, data.time("from"));
    CORE_TRY(const Json *mix, data.list("generationmix", 50));
    std::int64_t sum = 0;
    for (const Json &part : *mix) {
        CORE_TRY(const JsonFields fields, JsonFields::of(part, "generationmix"));
        CORE_TRY(const std::string fuel, fields.text("fuel"));
        CORE_TRY(const Json *share, fields.member("perc"));
        CORE_TRY(const std::int64_t millionths, millionthsOfHundred(*share, "perc"));
        if (std::ranges::find(kRenewable, fuel) != kRenewable.end()) sum += millionths;
    }
    if (sum > 100'000'000) return fail(ErrorCode::BadReply, "generationmix", "the shares add up to more than 100 %");
    point.value = Percent::fromMillionths(sum);
    return point;
}

Answer<Json> dataOf(const HttpAnswer &answer, std::string_view what)
{
    if (answer.status != 200) return Unexpected{problemOfStatus(answer)};
    return documentOf(answer, what);
}

} // namespace

Answer<Series> readIntensity(const HttpAnswer &answer)
{
    CORE_TRY(const Json document, dataOf(answer, "intensity"));
    return usable(readRows(document));
}

Answer<grid::SharePoint> readRenewableShare(const HttpAnswer &answer)
{
    CORE_TRY(const Json document, dataOf(answer, "generation"));
    return usable(readMix(document));
}

} // namespace greenward::adapters::gb_carbon_intensity
