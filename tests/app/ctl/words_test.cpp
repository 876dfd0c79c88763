#include "app/ctl/words.h"

#include <gtest/gtest.h>

namespace greenward::ctl {

namespace {
using namespace std::chrono_literals;
} // namespace

TEST(Words, carbonStepsFromMicrogramsToTonnes)
{
    EXPECT_EQ(carbonWords(GramsCO2e{}), "0 g CO2e");
    EXPECT_EQ(carbonWords(GramsCO2e::fromMicrograms(7)), "7 ug CO2e");
    EXPECT_EQ(carbonWords(GramsCO2e::fromMicrograms(999)), "999 ug CO2e");
    EXPECT_EQ(carbonWords(GramsCO2e::fromMicrograms(1'500)), "1.5 mg CO2e");
    EXPECT_EQ(carbonWords(GramsCO2e::fromMicrograms(23'190'000)), "23.19 g CO2e");
    EXPECT_EQ(carbonWords(GramsCO2e::fromGrams(1'250)), "1.25 kg CO2e");
    EXPECT_EQ(carbonWords(GramsCO2e::fromGrams(-2'000'000)), "-2 t CO2e");
    EXPECT_EQ(carbonWords(std::nullopt, "unlimited"), "unlimited");
}

TEST(Words, oneColumnHasOneUnit)
{
    const std::vector<GramsCO2e> amounts{GramsCO2e::fromGrams(3), GramsCO2e::fromGrams(1'200), GramsCO2e{}};
    const CarbonScale scale = CarbonScale::fitting(amounts);
    EXPECT_EQ(scale.unit(), "kg");
    EXPECT_EQ(scale.number(amounts[0]), "0.003");
    EXPECT_EQ(scale.number(amounts[1]), "1.200");
    EXPECT_EQ(scale.number(amounts[2]), "0.000");
    EXPECT_EQ(scale.number(std::optional<GramsCO2e>{}), "-");
}

TEST(Words, aColumnOfNothingIsInGrams)
{
    EXPECT_EQ(CarbonScale::fitting({}).unit(), "g");
}

TEST(Words, sizesUsePowersOf1024)
{
    EXPECT_EQ(sizeWords(DataSize{}), "0 B");
    EXPECT_EQ(sizeWords(DataSize::fromBytes(1'023)), "1023 B");
    EXPECT_EQ(sizeWords(DataSize::fromBytes(1'536)), "1.5 KiB");
    EXPECT_EQ(sizeWords(DataSize::fromGibibytes(10)), "10 GiB");
    EXPECT_EQ(sizeWords(DataSize::fromBytes(9'223'372'036'854'775'807)), "8192 PiB");
}

TEST(Words, countsAreGrouped)
{
    EXPECT_EQ(countWords(0), "0");
    EXPECT_EQ(countWords(999), "999");
    EXPECT_EQ(countWords(1'000), "1,000");
    EXPECT_EQ(countWords(12'345'678), "12,345,678");
}

TEST(Words, ratiosAreRoundedOnce)
{
    EXPECT_EQ(ratioWords(93'456'000, 1), "93.5");
    EXPECT_EQ(ratioWords(87'114'999, 2), "87.11");
    EXPECT_EQ(ratioWords(80'000'000, 2), "80");
    EXPECT_EQ(percentWords(std::nullopt), "-");
    EXPECT_EQ(percentWords(80_percent), "80 %");
}

TEST(Words, scoresHaveTwoPlaces)
{
    EXPECT_EQ(scoreWords(ScorePoints::fromMillionths(49'000'000)), "49.00");
    EXPECT_EQ(scoreWords(ScorePoints::fromMillionths(78'701'234)), "78.70");
    EXPECT_EQ(scoreWords(ScorePoints{}), "0.00");
}

TEST(Words, namesOfProgramsBecomeWords)
{
    EXPECT_EQ(nameWords("country_year_average"), "country year average");
    EXPECT_EQ(objectsWords(1, DataSize::fromBytes(3)), "1 object, 3 B");
    EXPECT_EQ(objectsWords(2'000, DataSize::fromGibibytes(1)), "2,000 objects, 1 GiB");
}

TEST(Words, spansShowTheirTwoLargestUnits)
{
    EXPECT_EQ(spanWords(0s), "0s");
    EXPECT_EQ(spanWords(59s), "59s");
    EXPECT_EQ(spanWords(125s), "2m 5s");
    EXPECT_EQ(spanWords(3h), "3h");
    EXPECT_EQ(spanWords(std::chrono::seconds(3 * 86'400 + 4 * 3'600 + 59)), "3d 4h");
    EXPECT_EQ(spanWords(std::chrono::seconds(86'400 + 5)), "1d");
}

} // namespace greenward::ctl
