#include "core/grid/signal_file.h"

#include <gtest/gtest.h>

namespace greenward::grid {
namespace {

const std::string kHead = "region,time,intensity_g_per_kwh,kind,signal,issued_at,length_s\n";

TEST(SignalFile, tablesAndLinesReadTheSame)
{
    const auto table = readSignalFile(kHead + "DE,2026-06-10T10:00:00Z,300.5,measured,average,,1800\n"
                                              "SE,2026-06-10T10:00:00Z,12,estimated,marginal,,\n");
    const auto lines = readSignalFile(
        R"({"region":"DE","time":"2026-06-10T10:00:00Z","intensity_g_per_kwh":300.5,"length_s":1800})"
        "\n\n"
        R"({"region":"SE","time":"2026-06-10T10:00:00Z","intensity_g_per_kwh":"12","kind":"estimated","signal":"marginal"})");
    ASSERT_TRUE(table) << table.error().detail;
    ASSERT_TRUE(lines) << lines.error().detail;
    ASSERT_EQ(table->size(), 2U);
    ASSERT_EQ(lines->size(), 2U);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ((*table)[i].series, (*lines)[i].series);
    const Series &de = (*table)[0].series;
    EXPECT_EQ((*table)[0].region.text(), "DE");
    EXPECT_EQ(de.points.at(0).value.gramsText(), "300.5");
    EXPECT_EQ(de.points.at(0).length, std::chrono::minutes{30});
    EXPECT_EQ((*table)[1].series.points.at(0).length, std::chrono::hours{1}) << "an hour unless told";
    EXPECT_EQ((*table)[1].series.signal, Signal::Marginal);
    EXPECT_EQ((*table)[1].line, 3U);
}

TEST(SignalFile, C23_signalsBecomeSeriesOfTheirOwn)
{
    const auto read = readSignalFile(kHead + "DE,2026-06-10T10:00:00Z,300,,average,,\n"
                                             "DE,2026-06-10T10:00:00Z,700,,marginal,,\n"
                                             "DE,2026-06-10T11:00:00Z,310,,average,,\n");
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 2U);
    EXPECT_EQ((*read)[0].series.points.size() + (*read)[1].series.points.size(), 3U);
}

TEST(SignalFile, errorsNameTheFieldAndTheLine)
{
    struct Case
    {
        std::string row;
        std::string subject;
    };
    for (const Case &one : std::vector<Case>{
             {"DE,2026-06-10T10:00:00Z,-1,,,,", "intensity_g_per_kwh"},
             {"DE,2026-06-10T10:00:00Z,,,,,", "intensity_g_per_kwh"},
             {"DE,2026-06-10T10:00:00Z,nan,,,,", "intensity_g_per_kwh"},
             {"DE,2026-06-10 10:00,300,,,,", "time"},
             {"DE,2026-06-10T10:00:00Z,300,guessed,,,", "kind"},
             {"DE,2026-06-10T10:00:00Z,42,,percentile,,", "signal"},
             {"DE,2026-06-10T10:00:00Z,300,forecast,,,", "issued_at"},
             {"DE,2026-06-10T10:00:00Z,300,forecast,,2026-06-10T11:00:00Z,", "issued_at"},
             {"DE,2026-06-10T10:00:00Z,300,,,,0", "length_s"},
             {"DE,2026-06-10T10:00:00Z,300,,,,86401", "length_s"},
             {",2026-06-10T10:00:00Z,300,,,,", "region"},
         }) {
        const auto read = readSignalFile(kHead + "SE,2026-06-10T10:00:00Z,12,,,,\n" + one.row + "\n");
        ASSERT_FALSE(read) << one.row;
        EXPECT_EQ(read.error().subject, one.subject) << one.row;
        EXPECT_EQ(read.error().code, ErrorCode::InvalidInput) << one.row;
        EXPECT_NE(read.error().detail.find("line 3"), std::string::npos) << read.error().detail;
    }
}

TEST(SignalFile, twoValuesOfOneMomentAreNotChosenFrom)
{
    const std::string row = "DE,2026-06-10T10:00:00Z,300,,,,\n";
    EXPECT_TRUE(readSignalFile(kHead + row + row)) << "the same again is harmless";
    const auto read = readSignalFile(kHead + row + "DE,2026-06-10T10:00:00Z,301,,,,\n");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().subject, "time");
}

TEST(SignalFile, whatIsNoSuchFileIsRefused)
{
    for (const char *text : {"", " \n\n", "[1,2]", "{\"region\":", "region;time\nDE;x\n", "colour\nred\n"})
        EXPECT_EQ(readSignalFile(text).error().code, ErrorCode::InvalidInput) << text;
}

} // namespace
} // namespace greenward::grid
