#include "core/base/time_text.h"

#include <gtest/gtest.h>

namespace greenward {
namespace {

TEST(ParseInstant, readsRfc3339)
{
    EXPECT_EQ(toRfc3339(parseInstant("2026-11-21T03:04:05Z", "at").value()), "2026-11-21T03:04:05Z");
    EXPECT_EQ(toRfc3339(parseInstant("2026-11-21T03:04:05.250+02:00", "at").value()), "2026-11-21T01:04:05.250Z");
    EXPECT_EQ(toRfc3339(parseInstant("2024-02-29", "at").value()), "2024-02-29T00:00:00Z");
    EXPECT_EQ(toRfc3339(parseInstant("2016-12-31T23:59:60Z", "at").value()), "2016-12-31T23:59:59Z");
    EXPECT_EQ(toRfc3339(parseInstant("2026-11-21T03:04Z", "at").value()), "2026-11-21T03:04:00Z");
}

TEST(ParseInstant, refusesAndNamesTheField)
{
    for (const char *bad : {"", "yesterday", "2026-13-01", "2026-02-30", "2026-11-21T25:00:00Z", "2026-11-21T03:04:05",
                            "1969-12-31", "2026-11-21T03:04:05Z ", "2026-11-21T03:04:05.Z", "20261121"}) {
        const auto answer = parseInstant(bad, "from");
        ASSERT_FALSE(answer) << bad;
        EXPECT_EQ(answer.error().subject, "from");
    }
}

TEST(ParseDuration, readsUnitsAndWritesThemBack)
{
    using namespace std::chrono_literals;
    EXPECT_EQ(parseDuration("30d", "cold-after").value(), 720h);
    EXPECT_EQ(parseDuration("0", "grace").value(), 0s);
    EXPECT_EQ(parseDuration("90m", "grace").value(), 90min);
    for (const char *text : {"30d", "36h", "90m", "61s", "0"})
        EXPECT_EQ(durationText(parseDuration(text, "x").value()), text);
    for (const char *bad : {"", "30", "-1d", "d", "1.5h", "30 d", "9999999d", "5 bananas"})
        EXPECT_FALSE(parseDuration(bad, "x")) << bad;
}

} // namespace
} // namespace greenward
