#include "app/ctl/table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace greenward::ctl {

namespace {

std::string printed(const auto &thing)
{
    std::ostringstream out;
    thing.print(out);
    return out.str();
}

} // namespace

TEST(Table, alignsColumnsAndEndsLinesWithoutBlanks)
{
    Table table({{"NAME"}, {"SIZE", Table::Align::Right}, {"NOTE"}});
    table.add({"a", "5", ""});
    table.add({"longer", "12,345", "x"});
    EXPECT_EQ(printed(table), "NAME      SIZE  NOTE\n"
                              "a            5\n"
                              "longer  12,345  x\n");
}

TEST(Table, countsCodePointsNotBytes)
{
    Table table({{"NAME"}, {"X"}});
    table.add({"gr\xC3\xBC\xC3\x9F", "1"});
    table.add({"green", "2"});
    EXPECT_EQ(printed(table), "NAME   X\n"
                              "gr\xC3\xBC\xC3\x9F   1\n"
                              "green  2\n");
}

TEST(Table, noNameCanBreakALineOrMoveTheCursor)
{
    Table table({{"NAME"}});
    table.add({"two\nlines\x1b[2J\xFF"});
    const std::string text = printed(table);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    EXPECT_EQ(text.find('\xFF'), std::string::npos);
}

TEST(FactSheet, linesUpItsValues)
{
    FactSheet facts;
    facts.add("a", "1");
    facts.add("longer", "2");
    EXPECT_EQ(printed(facts), "a       1\n"
                              "longer  2\n");
}

} // namespace greenward::ctl
