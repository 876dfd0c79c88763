#pragma once

#include <string>
#include <string_view>

namespace greenward {

/// True for well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF).
bool isValidUtf8(std::string_view bytes);
/// For people, logs and JSON: well-formed UTF-8 in which bad bytes, control characters and bidirectional marks appear
/// as \xNN or \u{NNNN}, and the backslash as \\. Reversible and safe on a terminal.
std::string escapedForDisplay(std::string_view bytes);
/// The same for text of several lines that holds such names among other things: bytes in `kept` (of ASCII, such as
/// "\n") and backslashes stay. Safe, but not reversible.
std::string escapedControls(std::string_view bytes, std::string_view kept);

} // namespace greenward
