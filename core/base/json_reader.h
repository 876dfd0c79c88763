#pragma once

#include "core/base/error.h"
#include "core/base/json_text.h"

#include <string>
#include <string_view>

// The one reader of JSON: whatever is read, from a service, a file, a line or the store, comes through here. Strict
// (RFC 8259: no comments, no NaN, no numbers beyond a double, valid UTF-8, nothing behind the end), a byte order mark
// at the beginning excepted, and bounded in every direction; it takes time and memory in proportion to the text and no
// stack. tests/architecture keeps every other parser out.

namespace greenward {

struct JsonLimits
{
    /// Of the text. 16 MiB: twice what an answer may have; lines and files say their own.
    std::size_t bytes = 16'777'216;
    /// Of brackets within brackets. Nothing that we write or that a service answers has more than 8; what reads,
    /// prints, compares or copies a tree calls itself for each level, so this also bounds their stack.
    std::size_t depth = 64;
    /// Objects, lists, texts, numbers, true, false and null together. Each takes some 50 bytes beside its text, which
    /// may be two characters: 16 MiB of "[]," would be 400 MB.
    std::size_t values = 1'000'000;
    /// Of one number that is no whole one; a double needs 24 at most.
    std::size_t digits = 64;
};

/// What is wrong with a text, and where.
struct JsonProblem
{
    std::string what;       ///< "nested deeper than 64 levels"
    std::string member;     ///< that is there twice; else empty
    std::size_t line = 1;   ///< from 1
    std::size_t column = 0; ///< in characters, from 1; 0: it is the text as a whole, or its end
};

/// The tree of the text. A member that an object has twice is a problem: readers disagree which of the two counts.
Expected<Json, JsonProblem> readJson(std::string_view text, const JsonLimits &limits);

/// Of a service or the store. BadReply, naming `subject`, with line and column in the detail.
Result<Json> parseJson(std::string_view text, std::string_view subject, const JsonLimits &limits = {});
/// Of a file that people write: InvalidInput naming `subject`, or the member that is there twice; the detail begins
/// with the line: "line 17: the text ends in the middle".
Result<Json> parseJsonFile(std::string_view text, std::string_view subject, const JsonLimits &limits);
/// One line of a file of JSON Lines, the `line`th; otherwise as parseJsonFile.
Result<Json> parseJsonLine(std::string_view text, std::string_view subject, std::size_t line);

} // namespace greenward
