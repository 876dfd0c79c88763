#include "tests/core/placement/samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenward::placement {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Market market()
{
    return {.backends = {backendOf("us", "US", 96, "1.135"), backendOf("se", "SE", 100, "1"),
                         backendOf("pl", "PL", 10, "1.6")}};
}

TEST(Decide, P09_P11_P17_theHighestScoreIsChosenAndTheOthersFollowWithAllFigures)
{
    const Market all = market();
    Query query = all.query();
    query.candidates.push_back(backendId("nobody"));
    query.candidates.push_back(backendId("se")); // a repeat counts once
    const Decision decision = all.decided(query);
    EXPECT_THAT(namesOf(decision.ranked), ElementsAre("se", "us", "pl"));
    EXPECT_EQ(decision.chosen()->scored.score.total.text(), "93.95");
    EXPECT_EQ(decision.ranked[1].scored.score.total.text(), "78.7");
    EXPECT_THAT(decision.excluded, IsEmpty());
    ASSERT_EQ(decision.notRated.size(), 1U);
    EXPECT_EQ(decision.notRated[0].backend.text(), "nobody");
    EXPECT_THAT(decision.notRated[0].reason, HasSubstr("there is no backend"));
    EXPECT_TRUE(decision.provisional);
    EXPECT_THAT(decision.warnings, IsEmpty());
}

TEST(Decide, P10_C34_theEstimateHasThreePartsEachWithItsBand)
{
    const Market all{.backends = {backendOf("us", "US", 96, "1.5")}};
    Query query = all.query();
    query.months = 6;
    query.path = NetworkPath::InterDatacentre;
    const Estimate made = all.decided(query).chosen()->estimate;
    EXPECT_EQ(made.write.energy.wattHoursText(), "2.1"); // 1000 GB x 0.0014 x 1.5
    EXPECT_EQ(made.write.grams.gramsText(), "0.84");
    EXPECT_EQ(made.restMonth.energy.wattHoursText(), "711.75"); // 0.65 W x 730 h x 1.5
    EXPECT_EQ(made.restMonth.grams.gramsText(), "284.7");
    EXPECT_EQ(made.restMonth.low.gramsText(), "284.7");
    EXPECT_EQ(made.restMonth.high.gramsText(), "389.82"); // 0.89 W/TB
    EXPECT_EQ(made.rest.grams.gramsText(), "1708.2");
    EXPECT_EQ(made.network.energy.wattHoursText(), "1000"); // no PUE
    EXPECT_EQ(made.network.grams.gramsText(), "400");
    EXPECT_EQ(made.network.low.gramsText(), "228.882");
    EXPECT_EQ(made.network.high.gramsText(), "600");
    EXPECT_EQ(made.total.grams.gramsText(), "2109.04");
    EXPECT_EQ(made.total.high.gramsText(), "2939.76");
}

TEST(Decide, P10_theNetworkIsAtTheMeanOfBothEndsWhenTheSourceIsKnown)
{
    const Market all = market();
    Query query = all.query();
    query.from = backendId("pl");
    query.path = NetworkPath::InterDatacentre;
    EXPECT_EQ(all.decided(query).chosen()->estimate.network.grams.gramsText(), "347.5"); // (35 + 660) / 2
}

TEST(Decide, P10_erasureCodingStoresItsOverhead)
{
    Market all{.backends = {backendOf("us", "US", 96, "1")}};
    all.backends[0].redundancy = Redundancy::erasure(10, 4).value();
    const Candidate chosen = *all.decided(all.query()).chosen();
    EXPECT_EQ(chosen.estimate.restMonth.energy.wattHoursText(), "664.3"); // 474.5 x 1.4
    EXPECT_EQ(chosen.scored.perTerabyteMonth.gramsText(), "265.72");
}

TEST(Decide, P05_P09_constraintsComeFirstAndEachSaysWhatIsMissing)
{
    Market all = market();
    all.backends[0].price = parsePrice("0.023 USD", "price").value();
    all.backends[0].latency = LatencyClass::Online;
    all.backends[0].immutable = true;
    all.backends[1].price = parsePrice("0.02 EUR", "price").value();
    all.backends[1].latency = LatencyClass::Offline;
    all.backends[1].medium = Medium::Tape;
    all.backends[2].price = parsePrice("0.05 USD", "price").value();
    all.backends[2].residency = CountryCode::parse("DE").value();
    all.free[backendId("pl")] = DataSize::fromBytes(10);
    Query query = all.query();
    query.constraints.countries = {CountryCode::parse("US").value()};
    query.constraints.media = {Medium::Hdd, Medium::Ssd};
    query.constraints.priceCeiling = parsePrice("0.03 USD", "price").value();
    query.constraints.latencyCeiling = LatencyClass::Nearline;
    query.constraints.immutable = true;
    const Decision decision = all.decided(query);
    EXPECT_THAT(namesOf(decision.ranked), ElementsAre("us"));
    ASSERT_THAT(namesOf(decision.excluded), ElementsAre("se", "pl"));
    EXPECT_THAT(decision.excluded[0].unmet,
                ElementsAre("lies in SE; allowed: US", "is on tape; asked for hdd, ssd",
                            "its price is in EUR, not comparable with 0.03 USD",
                            "its latency is offline; asked for nearline or faster", "what lies there can be deleted"));
    EXPECT_THAT(decision.excluded[1].unmet,
                ElementsAre("lies in DE; allowed: US", "costs 0.05 USD per GB and month, more than 0.03 USD",
                            "its latency is unknown; asked for nearline or faster", "what lies there can be deleted",
                            "is full: 10 bytes are free, 1000000000000 are needed"));
}

TEST(Decide, C33_whenNothingMeetsTheConstraintsNobodyIsChosenAndItIsSaid)
{
    const Market all = market();
    Query query = all.query();
    query.constraints.media = {Medium::Tape};
    const Decision decision = all.decided(query);
    EXPECT_EQ(decision.chosen(), nullptr);
    EXPECT_EQ(decision.excluded.size(), 3U);
    ASSERT_FALSE(decision.warnings.empty());
    EXPECT_THAT(decision.warnings[0], HasSubstr("no candidate meets every constraint"));
}

TEST(Decide, C31_theOperatorChoosesWhatRanksAndHearsOfDisagreement)
{
    const Market all{.backends = {backendOf("ssd", "US", 100, "1", Medium::Ssd), backendOf("disk", "US", 90, "1")}};
    const Decision byScore = all.decided(all.query());
    EXPECT_THAT(namesOf(byScore.ranked), ElementsAre("ssd", "disk"));
    ASSERT_EQ(byScore.warnings.size(), 1U);
    EXPECT_THAT(byScore.warnings[0], HasSubstr("disk has a lower score but would emit less: 189.8 g"));
    const Decision byFootprint = all.decided(all.query(), RankBy::Footprint);
    EXPECT_THAT(namesOf(byFootprint.ranked), ElementsAre("disk", "ssd"));
    ASSERT_EQ(byFootprint.warnings.size(), 1U);
    EXPECT_THAT(byFootprint.warnings[0],
                HasSubstr("ssd would emit more but has the higher green score: 83 instead of 79"));
}

TEST(Decide, C29_theLiteralFormulaRanksOnlyForWhoAsksForIt)
{
    Market all{.backends = {backendOf("dry", "US", 90, "1"), backendOf("wet", "US", 92, "1")}};
    all.backends[0].wue = Wue::fromMillionths(0);         // 20 points as printed, 10 clamped
    all.backends[1].wue = Wue::fromMillionths(1'000'000); // 10 points either way
    EXPECT_THAT(namesOf(all.decided(all.query()).ranked), ElementsAre("wet", "dry"));
    const Decision literal = all.decided(all.query(), RankBy::Literal);
    EXPECT_THAT(namesOf(literal.ranked), ElementsAre("dry", "wet"));
    EXPECT_EQ(literal.ranked[0].literal.text(), "94");
    EXPECT_EQ(literal.ranked[0].scored.score.total.text(), "84") << "what is shown as the score stays clamped";
}

TEST(Decide, C31_sharesOfDifferentMeaningAreSaidNotToBeComparable)
{
    Market all = market();
    all.backends[0].shareBasis = ShareBasis::AnnualCertificates;
    all.backends[1].shareBasis = ShareBasis::HourlyCarbonFree;
    const Decision decision = all.decided(all.query());
    ASSERT_EQ(decision.warnings.size(), 1U);
    EXPECT_THAT(decision.warnings[0], HasSubstr("annual-certificates, hourly-carbon-free"));
    EXPECT_THAT(all.decided(all.query(), RankBy::Footprint).warnings, IsEmpty()) << "the footprint knows no share";
}

TEST(Decide, C23_oneSignalForAllOrTheCommonOne)
{
    Market all = market();
    all.marginal = {{"US", 477}, {"PL", 900}}; // Sweden's is not known
    Query query = all.query();
    query.signal = Signal::Marginal;
    const Decision common = all.decided(query);
    EXPECT_EQ(common.signal, Signal::Average);
    for (const Candidate &candidate : common.ranked)
        EXPECT_EQ(candidate.scored.intensity.signal, Signal::Average);
    ASSERT_FALSE(common.warnings.empty());
    EXPECT_THAT(common.warnings[0], HasSubstr("not comparable by marginal"));

    all.marginal["SE"] = 791;
    const Decision marginal = all.decided(query);
    EXPECT_EQ(marginal.signal, Signal::Marginal);
    EXPECT_EQ(marginal.chosen()->scored.spec.id.text(), "us") << "the order flips with the signal";
}

TEST(Decide, C35_tiesGoToTheLighterFootprintThenTheName)
{
    Market all{.backends = {backendOf("b", "US", 50), backendOf("a", "US", 50), backendOf("c", "US", 50)}};
    all.backends[2].redundancy = Redundancy::copies(2).value();
    EXPECT_THAT(namesOf(all.decided(all.query()).ranked), ElementsAre("a", "b", "c"));
}

TEST(Decide, C35_badQueriesNameTheField)
{
    const Market all = market();
    const auto problem = [&](auto &&change) {
        Query query = all.query();
        change(query);
        const auto decision = all.decide(query);
        return decision ? std::string("none") : decision.error().subject + ": " + decision.error().detail;
    };
    EXPECT_EQ(problem([](Query &query) { query.candidates.clear(); }), "candidates: must name at least one backend");
    EXPECT_EQ(problem([](Query &query) { query.size = DataSize::fromBytes(-1); }), "size: \"-1\" is negative");
    EXPECT_EQ(problem([](Query &query) { query.months = 0; }), "months: \"0\" is outside 1 to 1200");
    EXPECT_EQ(problem([](Query &query) { query.signal = Signal::Percentile; }),
              "signal: \"percentile\" is no amount per kWh; use average or marginal (C-18)");
    EXPECT_EQ(problem([](Query &query) { query.candidates = {backendId("nobody")}; }),
              "candidates: none of them can be rated; nobody: there is no backend \"nobody\"");
    EXPECT_THAT(problem([](Query &query) { query.size = DataSize::fromBytes(9'000'000'000'000'000'000); }),
                HasSubstr("none"))
        << "9 exabytes are a size like any other";
}

TEST(Decide, P09_eachRegionIsAskedOnce)
{
    Market all;
    for (int i = 0; i < 50; ++i)
        all.backends.push_back(backendOf("b" + std::to_string(i), i % 2 == 0 ? "US" : "SE", i));
    ASSERT_TRUE(all.decide(all.query()));
    EXPECT_EQ(all.asked, 2);
}

TEST(Decide, C30_isProvisionalUnlessEveryIntensityIsLive)
{
    Market all = market();
    all.origin = Origin::Live;
    EXPECT_FALSE(all.decided(all.query()).provisional);
}

} // namespace
} // namespace greenward::placement
