#include "core/adapters/pdf/figures.h"

#include "core/base/time_text.h"

#include <gtest/gtest.h>

namespace greenward::adapters::pdf {
namespace {

GramsCO2e ug(std::int64_t micrograms)
{
    return GramsCO2e::fromMicrograms(micrograms);
}
Instant at(const char *text)
{
    return parseInstant(text, "at").value();
}

TEST(PrintedFigures, C72_oneUnitForAColumn)
{
    const CarbonUnit unit = CarbonUnit::forAmounts({ug(12), ug(-2'500'000'000), ug(999)});
    EXPECT_STREQ(unit.name(), "kg");
    EXPECT_EQ(unit.text(ug(2'500'000'000)), "2.500");
    EXPECT_EQ(unit.text(ug(-1'234'567'000'000)), "\u22121\u202f234.567");
    EXPECT_EQ(unit.text(ug(999)), "< 0.001") << "not nothing";
    EXPECT_EQ(unit.text(ug(-999)), "> \u22120.001");
    EXPECT_EQ(unit.text(ug(0)), "0.000");
}

TEST(PrintedFigures, carbonInTheUnitThatFits)
{
    EXPECT_EQ(carbonText(ug(0)), "0.000 g");
    EXPECT_EQ(carbonText(ug(1)), "0.001 mg");
    EXPECT_EQ(carbonText(ug(999'999)), "999.999 mg");
    EXPECT_EQ(carbonText(ug(1'000'000)), "1.000 g");
    EXPECT_EQ(carbonText(ug(23'190'000)), "23.190 g");
    EXPECT_EQ(carbonText(kLargestCarbon), "4\u202f611\u202f686.018 t");
}

TEST(PrintedFigures, axesCarryNoEmptyDecimals)
{
    const CarbonUnit unit = CarbonUnit::forAmounts({ug(5'200'000'000)});
    EXPECT_EQ(unit.mark(ug(5'000'000'000)), "5 kg");
    EXPECT_EQ(unit.mark(ug(500'000'000)), "0.5 kg");
    EXPECT_EQ(unit.mark(ug(0)), "0");
}

TEST(PrintedFigures, sizesCountsAndShares)
{
    EXPECT_EQ(sizeText(DataSize::fromBytes(999)), "999 B");
    EXPECT_EQ(sizeText(DataSize::fromGibibytes(10)), "10.74 GB");
    EXPECT_EQ(countText(1'234'567), "1\u202f234\u202f567");
    EXPECT_EQ(countText(999), "999");
    EXPECT_EQ(percentText(Percent::fromMillionths(54'249'999)), "54.2 %");
    EXPECT_EQ(percentText(Percent::fromMillionths(4)), "< 0.1 %");
    EXPECT_EQ(percentText(std::nullopt), "\u2013");
}

TEST(PrintedFigures, periodsAsPeopleSayThem)
{
    EXPECT_EQ(periodText(at("2026-06-01"), at("2026-07-01")), "1 June 2026 to 30 June 2026 (UTC)");
    EXPECT_EQ(periodText(at("2026-12-31"), at("2027-01-01")), "31 December 2026 (UTC)");
    EXPECT_EQ(periodText(at("2026-06-01T06:00:00Z"), at("2026-07-01")),
              "2026-06-01 06:00 to 2026-07-01 00:00 (UTC, end not included)");
}

} // namespace
} // namespace greenward::adapters::pdf
