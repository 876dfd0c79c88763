#include "core/units/figure.h"
#include "core/units/ratios.h"

#include <gtest/gtest.h>

namespace greenward {
namespace {

TEST(Ratios, C29_refuseWhatCannotBe)
{
    EXPECT_EQ(parsePue("1.135", "pue").value().millionths(), 1'135'000);
    for (const char *bad : {"0.99", "0", "-1", "11", "nan", "one"}) {
        const auto answer = parsePue(bad, "pue");
        ASSERT_FALSE(answer) << bad;
        EXPECT_EQ(answer.error().subject, "pue");
        EXPECT_NE(answer.error().detail.find(bad), std::string::npos);
    }
    EXPECT_TRUE(parseWue("0", "wue"));
    EXPECT_FALSE(parseWue("-0.1", "wue"));
    EXPECT_FALSE(parseShare("100.1", "renewable"));
    EXPECT_TRUE(parseShare("100", "renewable"));
    EXPECT_FALSE(parseThreshold("0", "soft"));
    EXPECT_TRUE(parseThreshold("1000", "hard"));
}

TEST(GridFigure, C23_differentSignalsAreNeverCompared)
{
    GridFigure average;
    average.zone = "SE-SE3";
    GridFigure marginal = average;
    marginal.signal = Signal::Marginal;
    EXPECT_TRUE(checkComparable(average, average));
    const auto answer = checkComparable(average, marginal);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::NotComparable);
    GridFigure co2Only = average;
    co2Only.gas = Gas::CO2;
    EXPECT_FALSE(checkComparable(average, co2Only)) << "C-71";
}

} // namespace
} // namespace greenward
