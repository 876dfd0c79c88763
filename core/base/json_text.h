#pragma once

#include "core/base/clock.h"
#include "core/base/decimal.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace greenward {

/// JSON with members in the order they were written.
using Json = nlohmann::ordered_json;

/// A number that is printed as exactly this decimal by jsonText, however many digits it has. (A double would round
/// beyond 15 digits; a string would no longer be a number.) Kept in the tree as nlohmann's otherwise unused binary.
Json jsonDecimal(Int128 scaled, int places);
/// An RFC 3339 string, or null.
Json jsonTime(const std::optional<Instant> &at);
/// A name as text; with bytes that are no UTF-8 escaped as in escapedForDisplay.
Json jsonName(std::string_view bytes);

/// Prints a tree with exact decimals. `indent` < 0: one line. Never throws: bad UTF-8 is replaced.
std::string jsonText(const Json &json, int indent = -1);

} // namespace greenward
