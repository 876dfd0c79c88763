#include "tests/core/replay/replay_fixture.h"

#include <fstream>
#include <regex>

namespace greenward::engine {
namespace {

const std::string kBudget =
    R"({"at":"2026-05-04T09:00:00Z","do":"budget.set","tenant":"acme","limit":"100 g","period":"day"})"
    "\n";

std::string use(std::string_view at, std::string_view grams)
{
    return R"({"at":")" + std::string(at) + R"(","do":"usage.record","tenant":"acme","grams":")" + std::string(grams) +
           "\"}\n";
}

std::string ask(std::string_view at)
{
    return R"({"at":")" + std::string(at) +
           R"(","do":"throttle.evaluate","tenant":"acme"})"
           "\n";
}

TEST(Replay, theDocumentedExampleIsWhatComesOut)
{
    std::ifstream file(std::string(GREENWARD_SOURCE_DIR) + "/docs/replay.md");
    std::stringstream text;
    text << file.rdbuf();
    const std::string page = text.str();
    const auto block = [&](const std::string &fence) {
        const auto begin = page.find(fence) + fence.size();
        return page.substr(begin, page.find("```", begin) - begin);
    };
    const Played played = play(block("```jsonl\n"));
    EXPECT_FALSE(played.error) << played.error->detail;
    EXPECT_EQ(played.text(), block("```jsonl output\n"));
}

TEST(Replay, B31_delaysOfTheSpecificationComeOut)
{
    std::string input = kBudget;
    const std::pair<const char *, int> steps[] = {{"79.9", 0}, {"0.1", 100}, {"5", 575},
                                                  {"5", 1050}, {"5", 1525},  {"5", 2000}};
    for (const auto &[grams, delay] : steps)
        input += use("2026-05-04T10:00:00Z", grams) + ask("2026-05-04T10:00:00Z");
    input += use("2026-05-04T10:00:00Z", "0.000001") + ask("2026-05-04T10:00:00Z");
    const auto results = play(input).results();
    ASSERT_EQ(results.size(), 15U);
    for (std::size_t i = 0; i < std::size(steps); ++i)
        EXPECT_EQ(results[2 + 2 * i]["delay_ms"], steps[i].second) << results[2 + 2 * i];
    EXPECT_EQ(results[12]["result"], "delayed");
    EXPECT_EQ(results[14]["result"], "rejected") << "100 % plus one microgram";
}

TEST(Replay, C04_eachThresholdIsAnnouncedOncePerPeriod)
{
    std::string input = kBudget;
    for (int day = 4; day <= 6; ++day)
        for (int i = 0; i < 15; ++i)
            input += use("2026-05-0" + std::to_string(day) + "T1" + std::to_string(i / 2) + ":00:00Z", "10");
    const Played played = play(input);
    EXPECT_EQ(played.events("sustainability.carbon.budget.usage").size(), 45U);
    EXPECT_EQ(played.events("sustainability.carbon.budget.threshold").size(), 6U) << "soft and hard on three days";
    EXPECT_EQ(played.events("sustainability.carbon.budget.exhausted").size(), 3U);
}

TEST(Replay, theSameInputGivesTheSameBytes)
{
    std::string input = kBudget;
    for (int i = 0; i < 500; ++i) {
        const std::string at = "2026-05-04T1" + std::to_string(i % 10) + ":00:00Z"; // also backwards
        input += use(at, std::to_string(i % 7)) + ask(at);
    }
    EXPECT_EQ(play(input).text(), play(input).text());
}

TEST(Replay, reservationsAreSettledOrChargedWhenTheyExpire)
{
    const Played played = play(
        kBudget +
        R"({"at":"2026-05-04T10:00:00Z","do":"reserve","tenant":"acme","estimate_g":60,"reservation":"a","ttl_s":60}
{"at":"2026-05-04T10:00:01Z","do":"reserve","tenant":"acme","estimate_g":41,"reservation":"b"}
{"at":"2026-05-04T10:00:02Z","do":"reserve","tenant":"acme","estimate_g":40,"reservation":"b"}
{"at":"2026-05-04T10:00:03Z","do":"commit","reservation":"b","actual_g":5}
{"at":"2026-05-04T10:02:00Z","do":"release","reservation":"a"}
)");
    EXPECT_FALSE(played.error);
    const auto results = played.results();
    ASSERT_EQ(results.size(), 6U);
    EXPECT_EQ(results[1]["ok"], true);
    EXPECT_EQ(results[2]["ok"], false) << "B24: 60 + 41 would pass 100 g";
    EXPECT_EQ(results[2]["error"]["code"], "refused");
    EXPECT_EQ(results[3]["ok"], true);
    EXPECT_EQ(results[4]["booked_g"], 5);
    EXPECT_EQ(results[5]["ok"], false) << "charged on its second, before this line";
    EXPECT_EQ(results[5]["error"]["code"], "unknown_name");
    const auto usage = played.events("sustainability.carbon.budget.usage");
    ASSERT_EQ(usage.size(), 2U);
    EXPECT_EQ(usage[1]["at"], "2026-05-04T10:01:00Z");
    EXPECT_EQ(usage[1]["payload"]["usageGrams"], 60);
    EXPECT_EQ(usage[1]["payload"]["usedGrams"], 65);
}

TEST(Replay, B05_usageReturnsToZeroAtThePeriodsEnd)
{
    const Played played = play(kBudget + use("2026-05-04T23:59:59.999Z", "70") + use("2026-05-05T00:00:00Z", "1") +
                               R"({"at":"2027-05-05T00:00:00Z","do":"tick"})");
    const auto results = played.results();
    EXPECT_EQ(results[1]["used_g"], 70);
    EXPECT_EQ(results[2]["used_g"], 1) << "C06: half-open";
    EXPECT_EQ(results[3]["periods_ended"], nlohmann::json::array({"acme"}));
}

TEST(Replay, aClockThatStepsBackIsHeld)
{
    const Played played = play(kBudget + use("2026-05-05T00:00:10Z", "1") + use("2026-05-05T00:00:05Z", "1") +
                               use("2026-05-03T00:00:00Z", "1") + use("2026-05-05T00:00:11Z", "1"));
    const auto results = played.results();
    ASSERT_EQ(results.size(), 5U);
    EXPECT_FALSE(results[1].contains("clock_held"));
    EXPECT_EQ(results[2]["clock_held"], true);
    EXPECT_EQ(results[2]["at"], "2026-05-05T00:00:10Z") << "time freezes";
    EXPECT_EQ(results[3]["used_g"], 3) << "the closed period stays closed";
    EXPECT_EQ(results[4]["used_g"], 4);
    const auto steps = played.events("clock.stepped_back");
    ASSERT_EQ(steps.size(), 1U) << "five seconds are no event";
    EXPECT_EQ(steps[0]["payload"]["backMs"], 172'805'000);
}

TEST(Replay, B34_energyIsBookedWithTheSampleOfItsRegionWhileThatIsFresh)
{
    const Played played = play(
        R"({"at":"2026-05-04T09:00:00Z","do":"grid.sample","region":"SE","intensity_g_per_kwh":10,"provider":"p"}
{"at":"2026-05-04T10:59:00Z","do":"energy.measured","tenant":"acme","energy_wh":1000,"region":"SE","measurement_id":"1"}
{"at":"2026-05-04T10:59:00Z","do":"energy.measured","tenant":"acme","energy_wh":1000,"region":"SE","measurement_id":"1"}
{"at":"2026-05-04T11:01:00Z","do":"energy.measured","tenant":"acme","energy_wh":1000,"region":"SE"}
{"at":"2026-05-04T11:01:00Z","do":"energy.measured","tenant":"acme","watts":250,"duration_ms":1500,"region":"SE"}
{"at":"2026-05-04T11:01:00Z","do":"energy.measured","tenant":"acme","energy_wh":1000}
)");
    EXPECT_FALSE(played.error) << played.error->detail;
    const auto results = played.results();
    ASSERT_EQ(results.size(), 6U);
    EXPECT_EQ(results[1]["booked_g"], 10);
    EXPECT_EQ(results[1]["origin"], "last_known");
    EXPECT_EQ(results[1]["provider"], "p");
    EXPECT_EQ(results[2]["duplicate"], true) << "C70";
    EXPECT_EQ(results[3]["origin"], "country_year_average") << "older than two hours";
    EXPECT_NEAR(results[4]["booked_g"].get<double>(),
                results[3]["intensity_g_per_kwh"].get<double>() * 0.104166667 / 1000, 1e-6)
        << "U12: 250 W for 1500 ms";
    EXPECT_EQ(results[5]["booked_g"], 400) << "B35: the default of C-17";
    EXPECT_EQ(results[5]["origin"], "configured_default");
}

TEST(Replay, C15_C72_energyIsBookedAsTheEngineBooksIt)
{
    std::string input =
        R"({"at":"2026-05-04T09:00:00Z","do":"budget.set","tenant":"acme","limit":"1 kg","period":"day","region":"SE"}
{"at":"2026-05-04T09:00:00Z","do":"grid.sample","region":"SE","intensity_g_per_kwh":10.5}
)";
    // 0.1 mWh x 10.5 g/kWh are 1.05 micrograms: what is left of each is carried to the next.
    for (int i = 0; i < 20; ++i)
        input += "{\"at\":\"2026-05-04T09:00:01Z\",\"do\":\"energy.measured\",\"tenant\":\"acme\","
                 "\"energy_wh\":0.0001}\n";
    const Played played = play(input);
    EXPECT_FALSE(played.error) << played.error->detail;
    const auto results = played.results();
    ASSERT_EQ(results.size(), 22U);
    EXPECT_EQ(results.back()["intensity_g_per_kwh"], 10.5) << "of the tenant's region";
    EXPECT_NEAR(results.back()["used_g"].get<double>(), 21e-6, 1e-12);
}

TEST(Replay, badLinesAreNamedByLineMemberAndValue)
{
    struct Case
    {
        std::string line;
        std::string subject;
        std::string value;
    };
    const auto record = [](std::string_view members) {
        return R"({"at":"2026-05-04T10:00:00Z","do":"usage.record","tenant":"acme",)" + std::string(members) + "}";
    };
    const std::string at = R"("at":"2026-05-04T10:00:00Z")";
    const Case cases[] = {
        {"{", "line", "JSON"},
        {"[]", "line", "[]"},
        {R"({"do":"tick"})", "at", "missing"},
        {R"({"at":"yesterday","do":"tick"})", "at", "yesterday"},
        {R"({"at":"4052-05-04T09:00:00Z","do":"tick"})", "at", "4052"},
        {"{" + at + "}", "do", "missing"},
        {"{" + at + R"(,"do":"explode"})", "do", "explode"},
        {"{" + at + R"(,"do":"tick","extra":1})", "extra", "tick"},
        {record(R"("grams":-5)"), "grams", "-5"},
        {record(R"("grams":"NaN")"), "grams", "NaN"},
        {record(R"("grams":1e300)"), "grams", "1e+300"},
        {record(R"("grams":true)"), "grams", "true"},
        {record(R"("grams":1,"operation":"")"), "operation", "\"\""},
        {record(R"("grams":1,"happened_at":"2027-01-01")"), "at", "future"},
        {"{" + at + R"(,"do":"usage.record","tenant":"a/b","grams":1})", "tenant", "a/b"},
        {"{" + at + R"(,"do":"budget.set","tenant":"a","limit":"5 bananas","period":"day"})", "limit", "5 bananas"},
        {"{" + at + R"(,"do":"budget.set","tenant":"a","limit":"5 g","period":"fortnight"})", "period", "fortnight"},
        {"{" + at + R"(,"do":"budget.set","tenant":"a","limit":"5 g","period":"day","soft_pct":90,"hard_pct":80})",
         "soft", "90"},
        {"{" + at + R"(,"do":"commit","reservation":"x","actual_g":1})", "reservation", "x"},
        {"{" + at + R"(,"do":"energy.measured","tenant":"a"})", "energy_wh", "watts"},
        {"{" + at + R"(,"do":"energy.measured","tenant":"a","energy_wh":1,"backend":"nowhere"})", "backend", "nowhere"},
        {"{" + at + R"(,"do":"energy.measured","tenant":"a","energy_wh":1,"region":"Atlantis"})", "region", "Atlantis"},
        {"{" + at + R"(,"do":"grid.sample","region":"SE","intensity_g_per_kwh":99999})", "intensity_g_per_kwh",
         "99999"},
        {std::string(Replay::kLongestLine + 1, ' ') + "x", "line", "65538"},
    };
    for (const Case &bad : cases) {
        const Played played = play(kBudget + "\n# a comment\n" + bad.line + "\n" + ask("2026-05-04T11:00:00Z"));
        ASSERT_TRUE(played.error) << bad.line;
        EXPECT_EQ(played.error->code, ErrorCode::InvalidInput);
        EXPECT_EQ(played.error->subject, "line 4, " + bad.subject) << bad.line;
        EXPECT_NE(played.error->detail.find(bad.value), std::string::npos) << played.error->detail;
        EXPECT_EQ(played.results().size(), 1U) << "what came before stands";
    }
}

TEST(Replay, hostileNamesStayOnOneLine)
{
    const Played played = play(
        R"({"at":"2026-05-04T10:00:00Z","do":"usage.record","tenant":"<b>\"x\" \\ é","grams":1,"operation":"a\nb"})");
    const auto results = played.results();
    ASSERT_EQ(results.size(), 1U);
    EXPECT_EQ(results[0]["tenant"], "<b>\"x\" \\ é");
    for (const std::string &line : played.lines)
        EXPECT_EQ(line.find('\n'), std::string::npos);
}

TEST(Replay, clocksOf1970And2106AreJustTimes)
{
    const Played played = play(R"({"at":"1970-01-01T00:00:00Z","do":"usage.record","tenant":"a","grams":1}
{"at":"2106-02-07T06:28:16Z","do":"usage.record","tenant":"a","grams":1}
{"at":"1970-01-01T00:00:00Z","do":"usage.record","tenant":"a","grams":1}
)");
    EXPECT_FALSE(played.error);
    const auto results = played.results();
    EXPECT_EQ(results[1]["used_g"], 1);
    EXPECT_EQ(results[2]["used_g"], 2);
    EXPECT_EQ(results[2]["at"], "2106-02-07T06:28:16Z");
}

} // namespace
} // namespace greenward::engine
