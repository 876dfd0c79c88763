#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <string>
#include <string_view>

namespace greenward {

/// RFC 3339 in UTC: "2026-11-21T03:04:05Z", with ".123" only when the milliseconds are not zero.
std::string toRfc3339(Instant at);
/// Reads RFC 3339 with any offset, or a date alone (midnight UTC). A leap second :60 is read as :59. Years 1970-9999.
Result<Instant> parseInstant(std::string_view text, std::string_view field);
/// "30d", "12h", "90m", "45s", "0" (any unit).
Result<std::chrono::seconds> parseDuration(std::string_view text, std::string_view field);
/// The shortest exact form parseDuration reads back: "30d", "36h".
std::string durationText(std::chrono::seconds duration);

} // namespace greenward
