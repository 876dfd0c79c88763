#pragma once

#include <string>
#include <vector>

namespace greenward::tests {

/// File names that have broken storage tools: each is one path component, legal on Linux.
inline std::vector<std::string> hostileNames()
{
    using namespace std::string_literals;
    return {
        " ",
        "  ",
        " leading",
        "trailing ",
        "two  spaces",
        "a\nb",
        "\n",
        "a\r",
        "a\r\nb",
        "a\tb",
        "a\x01"s + "b",
        "\x1B[31mred",
        "a\x7F"s + "b",
        "\"quoted\"",
        "'quoted'",
        "`quoted`",
        "a\\b",
        "\\",
        "100%",
        "%41",
        "%",
        "a+b",
        "#hash",
        "a?b",
        "*",
        "a&b",
        "a;b",
        "a|b",
        "$HOME",
        "~",
        "-rf",
        "--",
        "...",
        ".hidden",
        "a:b",
        "<a>",
        "(a)",
        "[a]",
        "{a}",
        "\xF0\x9F\x8C\xB1",
        "caf\xC3\xA9",
        "cafe\xCC\x81",
        "\xE2\x80\x8F"s + "abc",
        "\xE2\x80\x9B"s + "abc",
        "\xFF\xFE",
        "a\xC3",
        "\xED\xA0\x80",
        std::string(255, 'n'),
        std::string(254, 'n') + "\xFF",
        "CON",
        "a.moved.json",
    };
}

} // namespace greenward::tests
