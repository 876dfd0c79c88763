#include "core/adapters/grid_providers/energy_charts_answers.h"

#include "core/adapters/grid_providers/point_reader.h"

namespace greenward::adapters::energy_charts {
namespace {

using grid::Answer;
using grid::Series;
using grid::SeriesPoint;
using grid::Trouble;

constexpr std::string_view kProvider = "Energy-Charts";
constexpr std::string_view kLicence = "CC-BY-4.0, Energy-Charts.info";
constexpr std::size_t kMostRows = 40'000;             // a year of quarter hours is 35,136
constexpr std::int64_t kLatestSecond = 4'102'444'800; // the year 2100

Result<std::vector<Instant>> readTimes(const JsonFields &top)
{
    CORE_TRY(const Json *list, top.list("unix_seconds", kMostRows));
    std::vector<Instant> times;
    times.reserve(list->size());
    for (const Json &entry : *list) {
        if (!entry.is_number_integer() || entry < 0 || entry > kLatestSecond)
            return fail(ErrorCode::BadReply, "unix_seconds", excerpt(entry.dump()) + " is no time");
        const Instant at{std::chrono::seconds{entry.get<std::int64_t>()}};
        if (!times.empty() && at <= times.back())
            return fail(ErrorCode::BadReply, "unix_seconds", "are not in order at " + toRfc3339(at));
        times.push_back(at);
    }
    return times;
}

/// The array of that name, as long as the times.
Result<const Json *> readColumn(const JsonFields &top, const std::string &name, std::size_t length)
{
    CORE_TRY(const Json *list, top.list(name, kMostRows));
    if (list->size() != length)
        return fail(ErrorCode::BadReply, name,
                    std::to_string(list->size()) + " values for " + std::to_string(length) + " times");
    return list;
}

/// The step between the first two times: this service has one for a whole answer.
milliseconds stepOf(const std::vector<Instant> &times)
{
    return times.size() < 2 ? milliseconds{0} : milliseconds{times[1] - times[0]};
}

Result<Series> readColumns(const Json &document, std::string_view country)
{
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(const std::vector<Instant> times, readTimes(top));
    CORE_TRY(const Json *measured, readColumn(top, "co2eq", times.size()));
    CORE_TRY(const Json *forecast, readColumn(top, "co2eq_forecast", times.size()));
    Series series;
    series.provider = kProvider;
    series.zone = country;
    series.signal = Signal::Average;
    series.gas = Gas::CO2e;
    series.basis = "by the provider's own method; country";
    series.licence = kLicence;
    if (top.flag("deprecated").value_or(false))
        series.warnings.emplace_back("the provider has announced the end of this answer");
    const auto add = [&](const Json &value, std::size_t at, grid::PointKind kind,
                         std::string_view field) -> Result<void> {
        if (value.is_null()) return {};
        CORE_TRY(const GramsPerKwh grams, gramsPerKwh(value, field));
        series.points.push_back({times[at], stepOf(times), grams, kind, {}, {}});
        return {};
    };
    for (std::size_t at = 0; at < times.size(); ++at) {
        CORE_CHECK(add((*measured)[at], at, grid::PointKind::Measured, "co2eq"));
        CORE_CHECK(add((*forecast)[at], at, grid::PointKind::Forecast, "co2eq_forecast"));
    }
    CORE_CHECK(putInOrder(series.points));
    CORE_CHECK(checkAny(series));
    return series;
}

Result<grid::SharePoint> readShare(const Json &document, std::string_view country)
{
    CORE_TRY(const JsonFields top, JsonFields::of(document, "answer"));
    CORE_TRY(const std::vector<Instant> times, readTimes(top));
    CORE_TRY(const Json *shares, readColumn(top, "ren_share", times.size()));
    for (std::size_t at = 0; at < times.size(); ++at) {
        if ((*shares)[at].is_null()) continue;
        CORE_TRY(const std::int64_t millionths, millionthsOfHundred((*shares)[at], "ren_share"));
        return grid::SharePoint{std::string(kProvider), std::string(country), times[at],
                                Percent::fromMillionths(millionths), grid::PointKind::Forecast};
    }
    return fail(ErrorCode::NotFound, "ren_share", "no values for " + std::string(country));
}

Answer<Json> dataOf(const HttpAnswer &answer, std::string_view what)
{
    if (answer.status == 200) return documentOf(answer, what);
    grid::ProviderProblem found = problemOfStatus(answer);
    // The only 400 it documents, and as plain text.
    if (answer.status == 400 && answer.body.find("not the code for an available country") != std::string::npos)
        found.trouble = Trouble::NotCovered;
    return Unexpected{std::move(found)};
}

} // namespace

Answer<Series> readIntensity(const HttpAnswer &answer, std::string_view country)
{
    CORE_TRY(const Json document, dataOf(answer, "co2eq"));
    return usable(readColumns(document, country));
}

Answer<grid::SharePoint> readRenewableShare(const HttpAnswer &answer, std::string_view country)
{
    CORE_TRY(const Json document, dataOf(answer, "ren_share_forecast"));
    return usable(readShare(document, country));
}

} // namespace greenward::adapters::energy_charts
