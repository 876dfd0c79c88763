#include "core/adapters/grid_providers/point_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace greenward::adapters {
namespace {

constexpr std::int64_t kMostMilligrams = 5'000'000;
constexpr int kPlaces = 9;
constexpr std::size_t kMostWarnings = 20;

/// The number as a whole number of 10^-9. Text, null and what is not finite are refused.
Result<std::int64_t> scaled(const Json &number, std::string_view field)
{
    if (!number.is_number())
        return fail(ErrorCode::BadReply, field,
                    excerpt(number.dump(-1, ' ', true, Json::error_handler_t::replace)) + " is not a number");
    if (number.is_number_integer()) return parseDecimal(number.dump(), kPlaces, field);
    const double value = number.get<double>();
    std::array<char, 400> digits{};
    const auto written = std::isfinite(value) ? std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                                              std::chars_format::fixed)
                                              : std::to_chars_result{digits.data(), std::errc::result_out_of_range};
    if (written.ec != std::errc{}) return fail(ErrorCode::BadReply, field, "is not a finite number");
    return parseDecimal({digits.data(), static_cast<std::size_t>(written.ptr - digits.data())}, kPlaces, field);
}

Result<GramsPerKwh> inRange(Int128 milligrams, std::string_view field)
{
    if (milligrams < 0 || milligrams > kMostMilligrams)
        return fail(ErrorCode::BadReply, field, decimalText(milligrams, 3) + " g/kWh is not within 0 to 5000");
    return GramsPerKwh::fromMilligrams(static_cast<std::int64_t>(milligrams));
}

bool isNewer(const grid::SeriesPoint &a, const grid::SeriesPoint &b)
{
    return a.updated && (!b.updated || *a.updated > *b.updated);
}

} // namespace

Result<GramsPerKwh> gramsPerKwh(const Json &number, std::string_view field)
{
    CORE_TRY(const std::int64_t nano, scaled(number, field));
    return inRange(divideRounded(nano, 1'000'000), field);
}

Result<GramsPerKwh> gramsPerKwhOfPounds(const Json &number, std::string_view field)
{
    CORE_TRY(const std::int64_t nano, scaled(number, field));
    return inRange(divideRounded(Int128{nano} * kNanogramsPerPound, Int128{1'000'000'000} * 1'000'000), field);
}

Result<std::int64_t> millionthsOfHundred(const Json &number, std::string_view field)
{
    CORE_TRY(const std::int64_t nano, scaled(number, field));
    const auto millionths = static_cast<std::int64_t>(divideRounded(nano, 1000));
    if (millionths < 0 || millionths > 100'000'000)
        return fail(ErrorCode::BadReply, field, decimalText(millionths, 6) + " is not within 0 to 100");
    return millionths;
}

Result<void> putInOrder(std::vector<grid::SeriesPoint> &points)
{
    std::ranges::stable_sort(points, {}, [](const grid::SeriesPoint &p) { return std::pair(p.from, p.kind); });
    std::vector<grid::SeriesPoint> kept;
    kept.reserve(points.size());
    for (grid::SeriesPoint &point : points) {
        if (kept.empty() || kept.back().from != point.from || kept.back().kind != point.kind) {
            kept.push_back(std::move(point));
        } else if (isNewer(point, kept.back())) {
            kept.back() = std::move(point);
        } else if (kept.back().value != point.value && !isNewer(kept.back(), point)) {
            return fail(ErrorCode::BadReply, "points", "two different values for " + toRfc3339(point.from));
        }
    }
    points = std::move(kept);
    return {};
}

Result<void> checkAny(const grid::Series &series)
{
    if (series.points.empty()) return fail(ErrorCode::NotFound, "points", "no values for " + series.zone);
    return {};
}

Result<void> checkZone(std::string_view answered, std::string_view asked)
{
    if (answered != asked)
        return fail(ErrorCode::BadReply, "zone",
                    "asked for " + std::string(asked) + ", answered for " + excerpt(answered));
    return {};
}

std::vector<std::string> warningsOf(const Json &object)
{
    std::vector<std::string> warnings;
    if (!object.is_object() || !object.contains("warnings") || !object["warnings"].is_array()) return warnings;
    for (const Json &warning : object["warnings"]) {
        if (warnings.size() == kMostWarnings) break;
        const auto member = [&](const char *name) {
            return warning.is_object() && warning.contains(name) && warning[name].is_string()
                       ? warning[name].get<std::string>()
                       : std::string();
        };
        if (warning.is_string())
            warnings.push_back(excerpt(warning.get<std::string>()));
        else if (!member("message").empty())
            warnings.push_back(excerpt(member("type") + ": " + member("message")));
    }
    return warnings;
}

} // namespace greenward::adapters
