#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace greenward::architecture {

/// A file as the rules see it. `path` is relative to the source root, with '/'.
struct SourceFile
{
    std::string path;
    std::string text;
};

/// One #include line: what stands between the quotes or angle brackets, and where.
struct Include
{
    std::string target;
    bool angled = false;
    std::size_t line = 0; ///< from 1
};

/// A source without what is not code: comments become blanks in both, the inside of string and character literals
/// also in `code`. Line breaks stay, so lines keep their numbers.
struct Stripped
{
    std::string code;
    std::string codeAndStrings;
};

/// Knows comments, escapes, raw strings and digit separators; does not expand macros.
Stripped strip(std::string_view text);
/// All includes of a file that are not inside a comment.
std::vector<Include> includesOf(const Stripped &source);
/// The line, from 1, that holds the byte at `offset`.
std::size_t lineAt(std::string_view text, std::size_t offset);

} // namespace greenward::architecture
