#include "core/placement/score.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

namespace greenward::placement {
namespace {

/// Decimals as the specification prints them; "" is an unknown WUE.
ScoreInput input(const char *renewable, const char *intensity, const char *pue, std::string_view wue = "")
{
    ScoreInput made{parseShare(renewable, "renewable").value(),
                    GramsPerKwh::fromMilligrams(parseDecimal(intensity, 3, "intensity").value()),
                    Pue::fromMillionths(parseDecimal(pue, 6, "pue").value()), std::nullopt, false};
    if (!wue.empty()) made.wue = Wue::fromMillionths(parseDecimal(wue, 6, "wue").value());
    return made;
}

std::string total(const ScoreInput &made)
{
    return greenScore(made).total.text();
}
std::string literal(const ScoreInput &made)
{
    return literalScoreCompat(made).text();
}

TEST(GreenScore, goldenValuesOfTheSpecification)
{
    EXPECT_EQ(total(input("96", "475", "1.135")), "76.45");
    EXPECT_EQ(total(input("96", "400", "1.135")), "78.7");
    EXPECT_EQ(total(input("96", "119.76", "1.135")), "87.11");
    EXPECT_EQ(total(input("96", "476.66", "1.135")), "76.4");
    EXPECT_EQ(total(input("100", "475", "1.09")), "78.95");
    EXPECT_EQ(total(input("100", "400", "1.09")), "81.2");
    EXPECT_EQ(total(input("100", "24.71", "1.09")), "92.46");
    EXPECT_EQ(total(input("100", "791.26", "1.09")), "69.46");
    EXPECT_EQ(total(input("100", "475", "1.12")), "78.35");
    EXPECT_EQ(total(input("100", "400", "1.12")), "80.6");
    EXPECT_EQ(total(input("100", "283.17", "1.12")), "84.1");
    EXPECT_EQ(total(input("100", "501.34", "1.12")), "77.56");
    EXPECT_EQ(total(input("97", "475", "1.10")), "77.55");
    EXPECT_EQ(total(input("97", "400", "1.10")), "79.8");
    EXPECT_EQ(total(input("97", "412.72", "1.10")), "79.42");
    EXPECT_EQ(total(input("97", "585.88", "1.10")), "74.22");
    EXPECT_EQ(total(input("40", "475", "1.5")), "46.75");
    EXPECT_EQ(total(input("40", "400", "1.5")), "49");
}

TEST(GreenScore, C29_clampsEachPartWhereTheLiteralFormulaDoesNot)
{
    struct Case
    {
        ScoreInput made;
        const char *clamped;
        const char *literal;
    };
    const Case cases[] = {
        {input("100", "0", "1", "0"), "100", "110"},
        {input("96", "184.02", "1.135"), "85.18", "85.18"},
        {input("100", "184.02", "1.12", "0.16"), "92.08", "100.48"},
        {input("100", "300", "1.12"), "83.6", "83.6"},
        {input("50", "400", "2.4"), "43", "35"},
        {input("20", "1200", "1.3"), "27", "21"},
        {input("0", "1200", "3", "5"), "0", "-56"},
        {input("80", "300", "1.2", "1"), "79", "79"},
        {input("80", "300", "1.2", "1.5"), "74", "74"},
        {input("100", "1300", "2.6", "3"), "40", "9"},
    };
    for (const Case &one : cases) {
        EXPECT_EQ(total(one.made), one.clamped);
        EXPECT_EQ(literal(one.made), one.literal);
    }
}

TEST(GreenScore, C31_unknownWaterIsWorthFiveAndSaysSo)
{
    const bus::GreenScore unknown = greenScore(input("80", "300", "1.2"));
    EXPECT_EQ(unknown.water.text(), "5");
    EXPECT_FALSE(unknown.waterKnown);
    const bus::GreenScore known = greenScore(input("80", "300", "1.2", "0"));
    EXPECT_EQ(known.water.text(), "10");
    EXPECT_TRUE(known.waterKnown);
}

TEST(GreenScore, C30_isProvisionalUnlessTheIntensityIsLive)
{
    ScoreInput made = input("80", "300", "1.2");
    EXPECT_TRUE(greenScore(made).provisional);
    made.live = true;
    EXPECT_FALSE(greenScore(made).provisional);
}

TEST(GreenScore, partsAddUpToATotalOfTwoPlacesWhateverTheInput)
{
    const unsigned seed = 20260820;
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const auto pick = [&](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    };
    for (int i = 0; i < 20'000; ++i) {
        ScoreInput made{Percent::fromMillionths(pick(0, 100'000'000)), GramsPerKwh::fromMilligrams(pick(0, 1'500'000)),
                        Pue::fromMillionths(pick(1'000'000, 3'000'000)), std::nullopt, true};
        if (pick(0, 1) == 1) made.wue = Wue::fromMillionths(pick(0, 3'000'000));
        const bus::GreenScore score = greenScore(made);
        const std::int64_t sum = score.renewable.millionths() + score.intensity.millionths() + score.pue.millionths() +
                                 score.water.millionths();
        ASSERT_EQ(sum, score.total.millionths());
        ASSERT_EQ(score.total.millionths() % 10'000, 0) << "two places";
        for (const ScorePoints part : {score.renewable, score.intensity, score.pue, score.water})
            ASSERT_GE(part.millionths(), 0);
        ASSERT_LE(score.total.millionths(), 100'000'000);
    }
}

TEST(GreenScore, C29_refusesWhatCannotBeNamingTheField)
{
    const auto field = [](const ScoreInput &made) {
        const auto checked = checkScoreInput(made);
        return checked ? "" : checked.error().subject + " " + checked.error().detail;
    };
    EXPECT_EQ(field(input("50", "100", "0.9")), "pue \"0.9\" is outside 1 to 10");
    EXPECT_EQ(field(input("50", "100", "1.1", "-0.1")), "wue \"-0.1\" is outside 0 to 100");
    EXPECT_EQ(field(input("50", "-1", "1.1")), "intensity \"-1\" is outside 0 to 3000");
    ScoreInput share = input("50", "100", "1.1");
    share.renewable = Percent::fromMillionths(100'000'001);
    EXPECT_EQ(field(share), "renewable \"100.000001\" is outside 0 to 100");
    EXPECT_EQ(field(input("100", "0", "1", "0")), "");
}

TEST(GreenScore, C40_theInverseRuleIsALabelledCompatibilityMode)
{
    const auto byScore = [](const char *score) {
        return intensityFromScoreCompat(parseScore(score, "score").value()).gramsText();
    };
    EXPECT_EQ(byScore("100"), "0");
    EXPECT_EQ(byScore("0"), "400");
    EXPECT_EQ(byScore("79.42"), "82.32") << "measured: 412.72";
    EXPECT_EQ(byScore("84.1"), "63.6") << "measured: 283.17";
}

TEST(Footprint, gramsPerTerabyteMonth)
{
    const auto month = [](const char *watts, int copies, const char *pue, const char *intensity) {
        return perTerabyteMonth(WattsPerTerabyte::fromMillionths(parseDecimal(watts, 6, "w").value()), copies,
                                parsePue(pue, "pue").value(), parseGramsPerKwh(intensity, "g").value())
            ->gramsText();
    };
    EXPECT_EQ(month("1.2", 1, "1", "400"), "350.4");  // 0.876 kWh
    EXPECT_EQ(month("0.65", 1, "1", "400"), "189.8"); // 0.4745 kWh
    EXPECT_EQ(month("1.2", 3, "1.2", "400"), "1261.44");
}

TEST(Footprint, P10_aYearAtRest)
{
    const auto year = [](std::int64_t bytes, WattsPerTerabyte power, int copies, const char *pue) {
        return perYearAtRest(DataSize::fromBytes(bytes), power, copies, parsePue(pue, "pue").value(),
                             GramsPerKwh::fromMilligrams(400'000));
    };
    const RestPower power;
    // 5 GB at the specified 6 nWh per byte and year: 18 g, here through W/TB, which is rounded to the microwatt.
    EXPECT_NEAR(static_cast<double>(year(5'000'000'000, power.of(Medium::Generic), 1, "1.5")->micrograms()), 18e6, 20);
    // 1 TB on hard disk: 5.694 kWh.
    EXPECT_EQ(year(1'000'000'000'000, power.of(Medium::Hdd), 1, "1")->gramsText(), "2277.6");
    EXPECT_EQ(year(1'000'000'000'000, power.of(Medium::Ssd), 2, "1")->gramsText(), "8409.6");
    const auto tooMuch = year(9'000'000'000'000'000'000, WattsPerTerabyte::fromMillionths(1'000'000'000'000), 16, "10");
    ASSERT_FALSE(tooMuch);
    EXPECT_EQ(tooMuch.error().code, ErrorCode::Overflow);
}

TEST(Footprint, agreesWithPublishedStorageExamples)
{
    // Cloud Carbon Footprint's unit tests, per TB-hour at 415.755 g/kWh and PUE 1.135, times 8760.
    const auto year = [](std::int64_t terabytes, const char *watts, int copies) {
        return perYearAtRest(DataSize::fromBytes(terabytes * 1'000'000'000'000),
                             WattsPerTerabyte::fromMillionths(parseDecimal(watts, 6, "w").value()), copies,
                             Pue::fromMillionths(1'135'000), GramsPerKwh::fromMilligrams(415'755))
            ->micrograms();
    };
    EXPECT_EQ(year(1, "1.2", 1), 4'960'422'796);  // 0.56625831 g an hour
    EXPECT_EQ(year(2, "1.2", 1), 9'920'845'591);  // 1.13251662
    EXPECT_EQ(year(1, "0.65", 2), 5'373'791'362); // 0.6134465025
    EXPECT_EQ(year(2, "0.65", 2), 10'747'582'724);
}

TEST(Footprint, aCleanGridWithABadPueMayLose)
{
    const auto month = [](const char *pue, std::int64_t grams) {
        return perTerabyteMonth(RestPower().hdd, 1, parsePue(pue, "pue").value(),
                                GramsPerKwh::fromMilligrams(grams * 1000))
            .value();
    };
    EXPECT_GT(month("2", 100), month("1.1", 180)) << "200 against 198";
}

TEST(Ranking, C35_tiesGoToTheLighterFootprintThenTheId)
{
    const auto backend = [](std::string_view id, std::int64_t points, std::int64_t month) {
        bus::ScoredBackend made{.spec = {.id = BackendId::parse(id).value(), .region = RegionName::parse("SE").value()},
                                .intensity = {},
                                .score = {},
                                .restPower = {},
                                .perTerabyteMonth = GramsCO2e::fromGrams(month)};
        made.score.total = ScorePoints::fromMillionths(points * 1'000'000);
        return made;
    };
    EXPECT_TRUE(ranksBefore(backend("z", 80, 900), backend("a", 79, 1)));
    EXPECT_TRUE(ranksBefore(backend("z", 80, 100), backend("a", 80, 200)));
    EXPECT_TRUE(ranksBefore(backend("a", 80, 100), backend("b", 80, 100)));
    EXPECT_FALSE(ranksBefore(backend("a", 80, 100), backend("a", 80, 100)));
}

} // namespace
} // namespace greenward::placement
