#include "core/base/utf8.h"

#include <gtest/gtest.h>

namespace greenward {
namespace {

TEST(Utf8, knowsWellFormedText)
{
    EXPECT_TRUE(isValidUtf8(""));
    EXPECT_TRUE(isValidUtf8("gr\xC3\xBCn \xF0\x9F\x8C\xB1"));
    for (const char *bad :
         {"\xFF", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3", "a\xE2\x82"})
        EXPECT_FALSE(isValidUtf8(bad));
}

TEST(EscapedForDisplay, isSafeOnATerminalAndReversible)
{
    EXPECT_EQ(escapedForDisplay("plain \xC3\xBC"), "plain \xC3\xBC");
    EXPECT_EQ(escapedForDisplay("a\nb"), "a\\u{A}b");
    EXPECT_EQ(escapedForDisplay("\xFF\x1B[31m"), "\\xFF\\u{1B}[31m");
    EXPECT_EQ(escapedForDisplay("back\\slash"), "back\\\\slash");
    EXPECT_EQ(escapedForDisplay("\xE2\x80\xAEtxt"), "\\u{202E}txt");
}

TEST(Utf8, B6_pagesKeepTheirLinesAndLoseWhatSteersATerminal)
{
    EXPECT_EQ(escapedControls("a\\b\tc\nd\r\x1b[2J\xff", "\n"), "a\\b\\u{9}c\nd\\u{D}\\u{1B}[2J\\xFF");
    EXPECT_EQ(escapedControls("\xE2\x80\xAE\xC2\x9B", ""), "\\u{202E}\\u{9B}");
    EXPECT_EQ(escapedControls("Zürich\n", "\n"), "Zürich\n");
}

} // namespace
} // namespace greenward
