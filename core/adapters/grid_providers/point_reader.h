#pragma once

#include "core/adapters/grid_providers/http_answer.h"
#include "core/base/json_fields.h"
#include "core/base/time_text.h"
#include "core/grid/series.h"

#include <string>
#include <string_view>

// What all providers' answers have in common: numbers, units, order. Inside a reader everything is a Result; usable()
// turns it into the provider's answer at the end.

namespace greenward::adapters {

/// 1 lb/MWh = 0.45359237 g/kWh exactly (international avoirdupois pound), here in nanograms per kWh.
inline constexpr std::int64_t kNanogramsPerPound = 453'592'370;

/// g/kWh, 0 to 5000, finite. BadReply naming `field` and the value.
Result<GramsPerKwh> gramsPerKwh(const Json &number, std::string_view field);
/// The same from lb/MWh.
Result<GramsPerKwh> gramsPerKwhOfPounds(const Json &number, std::string_view field);
/// 0 to 100, finite.
Result<std::int64_t> millionthsOfHundred(const Json &number, std::string_view field);

/// Sorts by time, drops exact repeats (a later one wins when it was revised later), and refuses two points of one kind
/// and time that disagree without saying which is newer.
Result<void> putInOrder(std::vector<grid::SeriesPoint> &points);
/// NotFound when there is not a single point: no data now, never a zero.
Result<void> checkAny(const grid::Series &series);
/// BadReply unless both are the same zone.
Result<void> checkZone(std::string_view answered, std::string_view asked);
/// At most 20 warnings, each shortened: texts, or objects with type and message.
std::vector<std::string> warningsOf(const Json &object);

template<typename T>
grid::Answer<T> usable(Result<T> read)
{
    if (read) return *std::move(read);
    const Error &error = read.error();
    const auto kind = error.code == ErrorCode::NotFound  ? grid::Trouble::NoDataNow
                      : error.code == ErrorCode::Refused ? grid::Trouble::Sandbox
                                                         : grid::Trouble::BadAnswer;
    return grid::trouble(kind, error.subject + ": " + error.detail);
}

} // namespace greenward::adapters
