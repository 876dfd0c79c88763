#include "core/budget/projection.h"

#include "core/base/time_text.h"

#include <gtest/gtest.h>

namespace greenward::budget {
namespace {

const Period kJune = periodAt({PeriodKind::Month, std::nullopt}, parseInstant("2026-06-15", "at").value());

Instant june(const char *rest)
{
    return parseInstant("2026-06-" + std::string(rest), "at").value();
}

TEST(Projection, straightLineToPeriodEndAndToTheLimit)
{
    // Worked example budget-02: 400 g in 12 of 30 days, limit 900 g.
    const Projection line = project(kJune, june("13"), GramsCO2e::fromGrams(400), 1, GramsCO2e::fromGrams(900));
    EXPECT_EQ(line.atEnd, GramsCO2e::fromGrams(1000));
    EXPECT_EQ(line.exhaustsAt, june("28"));
}

TEST(Projection, saysNothingOnTooLittleData)
{
    const GramsCO2e used = GramsCO2e::fromGrams(10);
    EXPECT_EQ(project(kJune, june("03T23:59:59Z"), used, 2, used), Projection{});
    EXPECT_TRUE(project(kJune, june("03T23:59:59Z"), used, 3, used).atEnd.has_value());
    EXPECT_TRUE(project(kJune, june("04"), used, 1, used).atEnd.has_value());
    EXPECT_EQ(project(kJune, kJune.start, used, 99, used), Projection{}) << "no time has passed";
    EXPECT_EQ(project(kJune, kJune.start - milliseconds{1}, used, 99, used), Projection{}) << "clock set back";
}

TEST(Projection, exhaustionOnlyWhenItComesBeforeTheEnd)
{
    const auto exhausts = [](std::int64_t used, std::optional<GramsCO2e> limit) {
        return project(kJune, june("16"), GramsCO2e::fromGrams(used), 9, limit).exhaustsAt;
    };
    EXPECT_EQ(exhausts(50, GramsCO2e::fromGrams(100)), std::nullopt) << "just not";
    EXPECT_TRUE(exhausts(51, GramsCO2e::fromGrams(100)).has_value());
    EXPECT_EQ(exhausts(100, GramsCO2e::fromGrams(100)), std::nullopt) << "is already";
    EXPECT_EQ(exhausts(0, GramsCO2e::fromGrams(100)), std::nullopt);
    EXPECT_EQ(exhausts(0, GramsCO2e{}), std::nullopt);
    EXPECT_EQ(exhausts(50, std::nullopt), std::nullopt) << "unlimited";
}

TEST(Projection, hugeUsageDoesNotWrap)
{
    EXPECT_EQ(project(kJune, kJune.start + milliseconds{1}, kLargestCarbon, 9, std::nullopt), Projection{});
}

} // namespace
} // namespace greenward::budget
