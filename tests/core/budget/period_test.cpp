#include "core/budget/period.h"

#include "core/base/time_text.h"

#include <gtest/gtest.h>

#include <random>

namespace greenward::budget {
namespace {

using namespace std::chrono;

Instant at(const char *text)
{
    return parseInstant(text, "at").value();
}

PeriodRule rule(PeriodKind kind, const char *anchor = nullptr)
{
    return {kind, anchor ? std::optional(at(anchor)) : std::nullopt};
}

std::string span(const PeriodRule &rule, const char *moment)
{
    const Period period = periodAt(rule, at(moment));
    return toRfc3339(period.start) + " " + toRfc3339(period.end);
}

TEST(Period, B13_calendarPeriodsOfAMoment)
{
    const char *moment = "2026-11-21T03:04:05Z"; // a Saturday
    EXPECT_EQ(span(rule(PeriodKind::Hour), moment), "2026-11-21T03:00:00Z 2026-11-21T04:00:00Z");
    EXPECT_EQ(span(rule(PeriodKind::Day), moment), "2026-11-21T00:00:00Z 2026-11-22T00:00:00Z");
    EXPECT_EQ(span(rule(PeriodKind::Week), moment), "2026-11-16T00:00:00Z 2026-11-23T00:00:00Z");
    EXPECT_EQ(span(rule(PeriodKind::Month), moment), "2026-11-01T00:00:00Z 2026-12-01T00:00:00Z");
    EXPECT_EQ(span(rule(PeriodKind::Quarter), moment), "2026-10-01T00:00:00Z 2027-01-01T00:00:00Z");
    EXPECT_EQ(span(rule(PeriodKind::Year), moment), "2026-01-01T00:00:00Z 2027-01-01T00:00:00Z");
}

TEST(Period, C06_boundariesAreHalfOpen)
{
    EXPECT_EQ(span(rule(PeriodKind::Month), "2026-11-30T23:59:59.999Z"), "2026-11-01T00:00:00Z 2026-12-01T00:00:00Z");
    EXPECT_EQ(span(rule(PeriodKind::Month), "2026-12-01T00:00:00Z"), "2026-12-01T00:00:00Z 2027-01-01T00:00:00Z");
    EXPECT_EQ(span(rule(PeriodKind::Week), "2026-01-05T00:00:00Z"), "2026-01-05T00:00:00Z 2026-01-12T00:00:00Z");
    EXPECT_EQ(span(rule(PeriodKind::Week), "2026-01-04T23:59:59Z"), "2025-12-29T00:00:00Z 2026-01-05T00:00:00Z");
}

TEST(Period, C07_anchorOn31JanuaryClampsEachMonthAndDoesNotDrift)
{
    const PeriodRule months = rule(PeriodKind::Month, "2025-01-31");
    EXPECT_EQ(span(months, "2025-02-27T23:00:00Z"), "2025-01-31T00:00:00Z 2025-02-28T00:00:00Z");
    EXPECT_EQ(span(months, "2025-02-28T00:00:00Z"), "2025-02-28T00:00:00Z 2025-03-31T00:00:00Z");
    EXPECT_EQ(span(months, "2025-04-30T12:00:00Z"), "2025-04-30T00:00:00Z 2025-05-31T00:00:00Z");
    EXPECT_EQ(span(months, "2028-02-29T12:00:00Z"), "2028-02-29T00:00:00Z 2028-03-31T00:00:00Z");
    EXPECT_EQ(span(months, "2024-12-31T00:00:00Z"), "2024-12-31T00:00:00Z 2025-01-31T00:00:00Z");
}

TEST(Period, C07_anchorOn29FebruaryIsThe28thInCommonYears)
{
    const PeriodRule years = rule(PeriodKind::Year, "2024-02-29");
    EXPECT_EQ(span(years, "2025-02-27T12:00:00Z"), "2024-02-29T00:00:00Z 2025-02-28T00:00:00Z");
    EXPECT_EQ(span(years, "2027-06-01"), "2027-02-28T00:00:00Z 2028-02-29T00:00:00Z");
    EXPECT_EQ(span(years, "2028-02-28T12:00:00Z"), "2027-02-28T00:00:00Z 2028-02-29T00:00:00Z");
    EXPECT_EQ(span(years, "2100-03-01"), "2100-02-28T00:00:00Z 2101-02-28T00:00:00Z"); // 2100 is a common year
}

TEST(Period, C08_fiscalYearsQuartersAndWeeksFollowTheAnchor)
{
    EXPECT_EQ(span(rule(PeriodKind::Year, "2020-04-01"), "2026-03-31"), "2025-04-01T00:00:00Z 2026-04-01T00:00:00Z");
    EXPECT_EQ(span(rule(PeriodKind::Quarter, "2020-02-01"), "2026-01-31"), "2025-11-01T00:00:00Z 2026-02-01T00:00:00Z");
    EXPECT_EQ(span(rule(PeriodKind::Week, "2026-01-04"), "2026-01-10T23:59:59Z"), // weeks from Sunday
              "2026-01-04T00:00:00Z 2026-01-11T00:00:00Z");
}

TEST(Period, C08_refusesAnchorsThatMeanNothing)
{
    EXPECT_EQ(checkPeriodRule(rule(PeriodKind::Hour, "2026-01-01")).error().subject, "anchor");
    EXPECT_EQ(checkPeriodRule(rule(PeriodKind::Day, "2026-01-01")).error().subject, "anchor");
    EXPECT_EQ(checkPeriodRule(rule(PeriodKind::Year, "2026-01-01T05:00:00Z")).error().code, ErrorCode::InvalidInput);
    EXPECT_TRUE(checkPeriodRule(rule(PeriodKind::Year, "2026-02-28")).has_value());
    EXPECT_TRUE(checkPeriodRule(rule(PeriodKind::Hour)).has_value());
}

/// What must hold of every period, whatever rule and moment.
void expectSound(const PeriodRule &rule, Instant moment)
{
    const Period period = periodAt(rule, moment);
    ASSERT_LE(period.start, moment);
    ASSERT_LT(moment, period.end);
    ASSERT_EQ(periodNumber(rule, period.index), period);
    ASSERT_EQ(periodNumber(rule, period.index + 1).start, period.end);
    ASSERT_EQ(periodNumber(rule, period.index - 1).end, period.start);
    ASSERT_EQ(periodAt(rule, period.start), period);
    ASSERT_EQ(periodAt(rule, period.end).index, period.index + 1);
    ASSERT_EQ(period.start.time_since_epoch() % hours{1}, milliseconds{0}) << "roll-ups are hourly";
}

TEST(Period, B14_propertiesOfRandomMomentsOver400Years)
{
    const std::vector<PeriodRule> rules{
        rule(PeriodKind::Hour),
        rule(PeriodKind::Day),
        rule(PeriodKind::Week),
        rule(PeriodKind::Week, "2026-01-07"),
        rule(PeriodKind::Month),
        rule(PeriodKind::Month, "2025-01-31"),
        rule(PeriodKind::Month, "2024-02-29"),
        rule(PeriodKind::Quarter),
        rule(PeriodKind::Quarter, "2025-11-30"),
        rule(PeriodKind::Year),
        rule(PeriodKind::Year, "2024-02-29"),
        rule(PeriodKind::Year, "2300-12-31"),
    };
    std::mt19937_64 random(20'260'101); // the seed of this test
    std::uniform_int_distribution<std::int64_t> moments(0, at("2400-01-01").time_since_epoch().count());
    for (int round = 0; round < 10'000; ++round) {
        const Instant moment{milliseconds{moments(random)}};
        for (const PeriodRule &each : rules)
            ASSERT_NO_FATAL_FAILURE(expectSound(each, moment))
                << periodName(each.kind) << " at " << toRfc3339(moment) << ", round " << round;
    }
}

TEST(Period, B14_catchUpIsASubtraction)
{
    const PeriodRule months = rule(PeriodKind::Month);
    EXPECT_EQ(periodAt(months, at("2426-01-15")).index - periodAt(months, at("2026-01-15")).index, 400 * 12);
    const PeriodRule days = rule(PeriodKind::Day);
    EXPECT_EQ(periodAt(days, at("2426-01-15")).index - periodAt(days, at("2026-01-15")).index, 146'097);
    const PeriodRule years = rule(PeriodKind::Year, "2024-02-29");
    EXPECT_EQ(periodAt(years, at("2426-03-01")).index, 402);
}

} // namespace
} // namespace greenward::budget
