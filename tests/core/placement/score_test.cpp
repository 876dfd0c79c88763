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

TEST(GreenScore, P02_goldenValuesOfTheSpecification)
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

GramsCO2e month(const char *watts, const char *redundancy, const char *pue, const char *intensity)
{
    return perTerabyteMonth(WattsPerTerabyte::fromMillionths(parseDecimal(watts, 6, "w").value()),
                            parseRedundancy(redundancy, "copies").value(), parsePue(pue, "pue").value(),
                            parseGramsPerKwh(intensity, "g").value())
        .value();
}

TEST(Footprint, C31_gramsPerTerabyteMonth)
{
    EXPECT_EQ(month("1.2", "1", "1", "400").gramsText(), "350.4");  // 0.876 kWh
    EXPECT_EQ(month("0.65", "1", "1", "400").gramsText(), "189.8"); // 0.4745 kWh
    EXPECT_EQ(month("1.2", "3", "1.2", "400").gramsText(), "1261.44");
    EXPECT_EQ(month("0.65", "10+4", "1.1", "35.26").gramsText(), "25.76554") << "erasure coding stores 1.4";
}

TEST(Footprint, aCleanGridWithABadPueMayLose)
{
    EXPECT_GT(month("0.65", "1", "2", "100"), month("0.65", "1", "1.1", "180")) << "200 against 198";
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
    constexpr RankBy kScore = RankBy::Score;
    EXPECT_TRUE(ranksBefore(backend("z", 80, 900), backend("a", 79, 1), kScore));
    EXPECT_TRUE(ranksBefore(backend("z", 80, 100), backend("a", 80, 200), kScore));
    EXPECT_TRUE(ranksBefore(backend("a", 80, 100), backend("b", 80, 100), kScore));
    EXPECT_FALSE(ranksBefore(backend("a", 80, 100), backend("a", 80, 100), kScore));
    EXPECT_TRUE(ranksBefore(backend("a", 79, 1), backend("z", 80, 900), RankBy::Footprint));
}

} // namespace
} // namespace greenward::placement
