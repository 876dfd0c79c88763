#include "core/base/csv_table.h"

#include <gtest/gtest.h>

namespace greenward {
namespace {

std::string problemOf(std::string_view text, const CsvLimits &limits = {})
{
    const auto table = CsvTable::parse(text, "t.csv", limits);
    if (table) return "";
    EXPECT_EQ(table.error().code, ErrorCode::BadReply);
    EXPECT_EQ(table.error().subject, "t.csv");
    return table.error().detail;
}

TEST(Csv, readsQuotedFieldsWithSeparatorsLinesAndQuotes)
{
    const auto table = CsvTable::parse("id,note\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,\n3,\"\"", "t.csv");
    ASSERT_TRUE(table) << table.error().detail;
    ASSERT_EQ(table->rows(), 3U);
    const std::size_t note = table->column("note").value();
    EXPECT_EQ(table->at(0, note), "a, \"b\"\nc");
    EXPECT_EQ(table->at(1, note), "");
    EXPECT_EQ(table->at(2, note), "");
    EXPECT_EQ(table->placeOf(1, note), "t.csv, line 4, column note");
}

TEST(Csv, dropsAByteOrderMarkAndKeepsUnicode)
{
    const auto table = CsvTable::parse("\xEF\xBB\xBFplace\nZ\xC3\xBCrich\n", "t.csv");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->at(0, table->column("place").value()), "Z\xC3\xBCrich");
}

TEST(Csv, namesTheLineOfWhatIsWrong)
{
    EXPECT_EQ(problemOf(""), "is empty");
    EXPECT_EQ(problemOf("a,a\n1,2\n"), "line 1: a column name occurs twice");
    EXPECT_EQ(problemOf("a,b\n1,2\n3\n"), "line 3: 1 fields, the header has 2");
    EXPECT_EQ(problemOf("a,b\n1,2,3\n"), "line 2: 3 fields, the header has 2");
    EXPECT_EQ(problemOf("a\n\"x\n"), "line 2: a quoted field does not end");
    EXPECT_EQ(problemOf("a\n\"x\"y\n"), "line 2: text after a closing quote");
    EXPECT_EQ(problemOf("a\nx\"y\n"), "line 2: a quote inside a field that is not quoted");
    EXPECT_EQ(problemOf("a\rb\n"), "line 1: a carriage return without a line feed");
    EXPECT_EQ(problemOf("a\n\xFF\n"), "is not UTF-8");
    EXPECT_EQ(problemOf(std::string_view("a\n\0\n", 4)), "holds a NUL byte");
}

TEST(Csv, keepsItsBounds)
{
    EXPECT_EQ(problemOf("a\n1\n2\n3\n", {.rows = 2}), "line 4: too many rows");
    EXPECT_EQ(problemOf("a,b,c\n", {.columns = 2}), "line 1: too many columns");
    EXPECT_EQ(problemOf("a\nlonger\n", {.fieldBytes = 5}), "line 2: a field is too long");
    EXPECT_EQ(problemOf("a\n\"longer\"\n", {.fieldBytes = 5}), "line 2: a field is too long");
    EXPECT_EQ(problemOf("a\n1\n", {.bytes = 3}), "is longer than 3 bytes");
    EXPECT_EQ(problemOf("a\nfives\n6\n", {.bytes = 10, .rows = 2, .columns = 1, .fieldBytes = 5}), "");
}

TEST(Csv, saysWhichColumnIsMissing)
{
    const auto table = CsvTable::parse("a,b\n", "t.csv");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows(), 0U);
    EXPECT_EQ(table->column("c").error().detail, "has no column c");
}

TEST(CsvCell, C68_noCellIsAFormulaAndEveryOneReadsBack)
{
    for (const std::string text :
         {"acme", "=1+1", "'=1+1", "''@x", "-5", "a,b", "say \"hi\"", "two\nlines", "", "'", "'a"}) {
        const std::string cell = csvCell(text);
        EXPECT_EQ(std::string("=+-@").find(cell.empty() ? 'x' : cell.front()), std::string::npos) << cell;
        const auto table = CsvTable::parse("a,b\r\n" + cell + ",end\r\n", "t.csv");
        ASSERT_TRUE(table.has_value()) << table.error().detail;
        EXPECT_EQ(plainCell(table->at(0, 0)), text);
    }
}

} // namespace
} // namespace greenward
