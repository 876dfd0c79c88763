#include "core/base/decimal.h"

#include <gtest/gtest.h>

#include <limits>

namespace greenward {
namespace {

TEST(ParseDecimal, readsExactDecimals)
{
    EXPECT_EQ(parseDecimal("12", 6, "x").value(), 12'000'000);
    EXPECT_EQ(parseDecimal("-0.5", 3, "x").value(), -500);
    EXPECT_EQ(parseDecimal(".25", 2, "x").value(), 25);
    EXPECT_EQ(parseDecimal("7.", 1, "x").value(), 70);
    EXPECT_EQ(parseDecimal("+3", 0, "x").value(), 3);
    EXPECT_EQ(parseDecimal("9223372036854775807", 0, "x").value(), std::numeric_limits<std::int64_t>::max());
}

TEST(ParseDecimal, roundsHalfAwayFromZero)
{
    EXPECT_EQ(parseDecimal("0.0005", 3, "x").value(), 1);
    EXPECT_EQ(parseDecimal("-0.0005", 3, "x").value(), -1);
    EXPECT_EQ(parseDecimal("0.00049", 3, "x").value(), 0);
}

TEST(ParseDecimal, refusesWhatIsNoPlainNumberAndNamesIt)
{
    for (const char *bad : {"", "-", ".", "1e3", "nan", "inf", "0x10", "1,5", "1 ", " 1", "1.2.3", "5 bananas", "--1",
                            "9223372036854775808", "99999999999999999999999"}) {
        const auto answer = parseDecimal(bad, 3, "limit");
        ASSERT_FALSE(answer) << bad;
        EXPECT_EQ(answer.error().code, ErrorCode::InvalidInput);
        EXPECT_EQ(answer.error().subject, "limit");
        EXPECT_NE(answer.error().detail.find(bad), std::string::npos);
    }
}

TEST(DecimalText, isShortestAndReadsBack)
{
    EXPECT_EQ(decimalText(1500, 3), "1.5");
    EXPECT_EQ(decimalText(-1, 6), "-0.000001");
    EXPECT_EQ(decimalText(0, 6), "0");
    EXPECT_EQ(decimalText(1'000'000, 6), "1");
    EXPECT_EQ(decimalText(120, 0), "120");
    for (const std::int64_t value : {1LL, -37LL, 999'999LL, 123'456'789'012LL, -5'000'000'000'000'000'000LL})
        EXPECT_EQ(parseDecimal(decimalText(value, 6), 6, "x").value(), value);
}

TEST(DivideRounded, roundsHalfAwayFromZero)
{
    EXPECT_TRUE(divideRounded(5, 2) == 3);
    EXPECT_TRUE(divideRounded(-5, 2) == -3);
    EXPECT_TRUE(divideRounded(4, 3) == 1);
}

TEST(ToInt64, saysOverflow)
{
    EXPECT_EQ(toInt64(Int128{std::numeric_limits<std::int64_t>::max()} + 1, "sum").error().code, ErrorCode::Overflow);
    EXPECT_EQ(toInt64(-7, "sum").value(), -7);
}

} // namespace
} // namespace greenward
