#include "core/budget/forecast.h"

#include "core/base/time_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <random>

namespace greenward::budget {
namespace {

using std::chrono::hours;

Instant at(std::string_view text)
{
    return parseInstant(text, "at").value();
}

GramsCO2e grams(std::int64_t amount)
{
    return GramsCO2e::fromGrams(amount);
}

const Period kJune = periodAt({PeriodKind::Month, std::nullopt}, at("2026-06-15"));

enum class Weekends { Quiet, Busy };

bool isOffice(Instant when, Weekends weekends = Weekends::Quiet)
{
    const auto day = std::chrono::floor<std::chrono::days>(when);
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding();
    const auto hour = std::chrono::floor<hours>(when - day).count();
    return (weekday <= 5 || weekends == Weekends::Busy) && hour >= 8 && hour < 18;
}

/// 10 g an hour in office hours, 1 g at other times, without any chance: what is expected is what comes.
std::vector<HourOfUse> officeHours(Instant from, Instant to)
{
    std::vector<HourOfUse> use;
    for (Instant hour = from; hour < to; hour += hours{1})
        use.push_back({hour, 1, grams(isOffice(hour) ? 10 : 1)});
    return use;
}

GramsCO2e total(const std::vector<HourOfUse> &use)
{
    GramsCO2e sum;
    for (const HourOfUse &hour : use)
        sum = sum + hour.amount;
    return sum;
}

TEST(Forecast, withoutARhythmItIsTheStraightLine)
{
    const Running running{kJune, at("2026-06-13"), grams(400), 1, grams(900)};
    const Forecast flat = forecast(running, nullptr);
    EXPECT_EQ(flat.basis, ForecastBasis::FlatRate);
    EXPECT_EQ(flat.atEnd, grams(1000));
    EXPECT_EQ(flat.exhaustsAt, at("2026-06-28"));
    EXPECT_EQ(flat.low, std::nullopt);
}

TEST(Forecast, saysWhenThereWillBeEnoughData)
{
    const Forecast early = forecast({kJune, at("2026-06-02"), grams(4), 1, grams(900)}, nullptr);
    EXPECT_EQ(early.basis, ForecastBasis::TooLittle);
    EXPECT_EQ(early.enoughFrom, at("2026-06-04")) << "a tenth of June";
    EXPECT_EQ(early.atEnd, std::nullopt);
}

TEST(Forecast, learnsTheWeekAndFollowsIt)
{
    const Instant now = at("2026-06-12T18:00:00Z"); // a Friday evening: two quiet days come first
    const auto rhythm = Rhythm::learn(officeHours(at("2026-05-04"), now), now);
    ASSERT_TRUE(rhythm);
    EXPECT_EQ(rhythm->basis(), ForecastBasis::WeekRhythm);
    const GramsCO2e used = total(officeHours(kJune.start, now));
    const GramsCO2e whole = total(officeHours(kJune.start, kJune.end));
    const GramsCO2e ceiling = used + grams(62 + 3); // the weekend's 62 quiet hours, and into Monday
    const Forecast weekly = forecast({kJune, now, used, 300, ceiling}, &*rhythm);
    EXPECT_EQ(weekly.atEnd, whole);
    EXPECT_EQ(weekly.low, whole) << "no chance, no spread";
    EXPECT_EQ(weekly.high, whole);
    EXPECT_EQ(weekly.exhaustsAt, at("2026-06-15T08:18:00Z"));
    EXPECT_EQ(weekly.exhaustsEarliest, weekly.exhaustsAt);
    EXPECT_EQ(weekly.exhaustsLatest, weekly.exhaustsAt);
}

TEST(Forecast, learnsTheDayWhileWeeksAreFew)
{
    const Instant now = at("2026-06-12T18:00:00Z");
    const auto rhythm = Rhythm::learn(officeHours(at("2026-06-08"), now), now);
    ASSERT_TRUE(rhythm);
    EXPECT_EQ(rhythm->basis(), ForecastBasis::DayRhythm);
    EXPECT_EQ(rhythm->ahead(now, now + hours{24}).expected, grams(10 * 10 + 14));
    EXPECT_EQ(Rhythm::learn(officeHours(now - hours{71}, now), now), std::nullopt) << "less than three days";
    EXPECT_EQ(Rhythm::learn({}, now), std::nullopt);
}

TEST(Forecast, exhaustedAndUnlimitedTenantsHaveNoExhaustionDate)
{
    const Instant now = at("2026-06-12T18:00:00Z");
    const auto rhythm = Rhythm::learn(officeHours(at("2026-05-04"), now), now);
    const auto exhausts = [&](std::optional<GramsCO2e> ceiling) {
        return forecast({kJune, now, grams(1000), 300, ceiling}, &*rhythm).exhaustsAt;
    };
    EXPECT_EQ(exhausts(grams(1000)), std::nullopt);
    EXPECT_EQ(exhausts(std::nullopt), std::nullopt);
    EXPECT_EQ(exhausts(grams(100'000)), std::nullopt) << "not in this period";
    EXPECT_TRUE(exhausts(grams(1001)).has_value());
}

TEST(Forecast, neverLeavesTheRangeOfAmounts)
{
    const Instant now = at("2026-06-12T18:00:00Z");
    std::vector<HourOfUse> use;
    for (Instant hour = at("2026-05-04"); hour < now; hour += hours{1})
        use.push_back(
            {hour, 1, GramsCO2e::fromMicrograms(kLargestCarbon.micrograms() / (hour < now - hours{5} ? 9 : 2))});
    const auto rhythm = Rhythm::learn(use, now);
    const Forecast high = forecast({kJune, now, kLargestCarbon, 300, kLargestCarbon}, &*rhythm);
    EXPECT_EQ(high.atEnd, kLargestCarbon);
    EXPECT_EQ(high.high, kLargestCarbon);
}

// ---- the band against tenants whose rhythm is known ----------------------------------------------------------------

struct Family
{
    const char *name;
    double dayNoise;  ///< of the log of a whole day's level
    double hourNoise; ///< of the log of each hour
    double likeness;  ///< of a day's level to the day before
    double activity;  ///< share of hours that have any use
};

/// One tenant of a family: office hours on top of a base, each with its own level.
class Tenant final
{
public:
    Tenant(const Family &family, Weekends weekends, std::uint64_t seed)
        : m_family(family)
        , m_weekends(weekends)
        , m_random(seed)
        , m_level(std::exp(3 * m_normal(m_random)) * 1e6)
    {}

    /// Hours must come in order.
    HourOfUse use(Instant hour)
    {
        if (std::chrono::floor<std::chrono::days>(hour) == hour) {
            const double fresh = std::sqrt(1 - m_family.likeness * m_family.likeness) * m_normal(m_random);
            m_day = m_family.likeness * m_day + fresh;
        }
        const double shape = (isOffice(hour, m_weekends) ? 10 : 1) *
                             std::exp(m_family.dayNoise * m_day + m_family.hourNoise * m_normal(m_random));
        const bool active = std::uniform_real_distribution<>(0, 1)(m_random) < m_family.activity;
        const double micrograms = active ? m_level * shape : 0;
        return {hour, active ? 1U : 0U, GramsCO2e::fromMicrograms(static_cast<std::int64_t>(micrograms))};
    }

private:
    const Family &m_family;
    Weekends m_weekends;
    std::mt19937_64 m_random;
    std::normal_distribution<> m_normal;
    double m_level;
    double m_day = 0;
};

struct Span
{
    const char *name;
    Weekends weekends;
    Instant begin;
    Instant now;
    Instant end;
};

/// How many of `count` tenants end the period inside their band, in per cent.
double coverage(const Family &family, const Span &span, int count)
{
    int inside = 0;
    for (int i = 0; i < count; ++i) {
        Tenant tenant(family, span.weekends, 1000 + static_cast<std::uint64_t>(i));
        std::vector<HourOfUse> history;
        for (Instant hour = span.begin; hour < span.now; hour += hours{1})
            history.push_back(tenant.use(hour));
        GramsCO2e came;
        for (Instant hour = span.now; hour < span.end; hour += hours{1})
            came = came + tenant.use(hour).amount;
        const Rhythm::Band band = Rhythm::learn(history, span.now).value().ahead(span.now, span.end);
        EXPECT_LE(band.low, band.expected);
        EXPECT_LE(band.expected, band.high);
        inside += came >= band.low && came <= band.high ? 1 : 0;
    }
    return 100.0 * inside / count;
}

/// With less than three weeks a quiet weekend looks like chance: the band is wide, so such tenants are not among the
/// last span's.
TEST(Forecast, theBandHoldsEightOfTenTenantsOfKnownRhythm)
{
    const Family families[] = {{"steady", 0.1, 0.3, 0, 1},
                               {"busy and slack days", 0.5, 0.3, 0, 1},
                               {"days like the day before", 0.3, 0.2, 0.5, 1},
                               {"seldom", 0.2, 0.5, 0, 0.1}};
    const Span spans[] = {
        {"six weeks known, 20 days ahead", Weekends::Quiet, at("2026-04-29"), at("2026-06-10"), kJune.end},
        {"three weeks known, 5 days ahead", Weekends::Quiet, at("2026-06-03"), at("2026-06-25"), kJune.end},
        {"ten days known, 2 days ahead", Weekends::Busy, at("2026-06-15"), at("2026-06-25"), at("2026-06-27")}};
    for (const Family &family : families)
        for (const Span &span : spans) {
            const double held = coverage(family, span, 300);
            RecordProperty(std::string(family.name) + ", " + span.name, std::to_string(held));
            EXPECT_GE(held, 70) << family.name << ", " << span.name;
            EXPECT_LE(held, 90) << family.name << ", " << span.name;
        }
}

} // namespace
} // namespace greenward::budget
