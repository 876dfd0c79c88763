#include "core/placement/explain.h"
#include "tests/core/placement/samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace greenward::placement {
namespace {

using testing::HasSubstr;

Market market()
{
    Market made{.backends = {backendOf("us", "US", 96, "1.135"), backendOf("de", "DE", 80, "1.3", Medium::Ssd),
                             backendOf("se", "SE", 100, "1.09")}};
    made.backends[1].wue = Wue::fromMillionths(200'000);
    return made;
}

const Flip *find(const Explanation &explanation, std::string_view backend, Input input)
{
    for (const Flip &flip : explanation.flips)
        if (flip.backend.text() == backend && flip.input == input) return &flip;
    return nullptr;
}

TEST(Explain, stepsBetweenWinnerAndRunnerUpAddUpToTheLead)
{
    const Market all = market();
    for (const RankBy rankBy : {RankBy::Score, RankBy::Footprint, RankBy::Literal}) {
        const Decision decision = all.decided(all.query(), rankBy);
        const Explanation made = explain(decision);
        ASSERT_EQ(made.comparisons.size(), decision.ranked.size() - 1);
        for (std::size_t i = 0; i < made.comparisons.size(); ++i) {
            const Candidate &winner = decision.ranked[0];
            const Candidate &other = decision.ranked[i + 1];
            std::int64_t sum = 0;
            for (const Step &step : made.comparisons[i].steps)
                sum += step.gain;
            EXPECT_EQ(sum, made.comparisons[i].lead);
            const std::int64_t lead =
                rankBy == RankBy::Footprint
                    ? (other.scored.perTerabyteMonth - winner.scored.perTerabyteMonth).micrograms()
                : rankBy == RankBy::Literal
                    ? (winner.literal.millionths() - other.literal.millionths()) / 10'000
                    : (winner.scored.score.total.millionths() - other.scored.score.total.millionths()) / 10'000;
            EXPECT_LE(std::abs(made.comparisons[i].lead - lead), rankBy == RankBy::Literal ? 4 : 0)
                << "unclamped terms are rounded one by one";
        }
    }
}

TEST(Explain, saysItInWords)
{
    const Market all = market();
    const Explanation made = explain(all.decided(all.query()));
    EXPECT_THAT(made.words, HasSubstr("se was chosen by score under the average signal: score 92.15"));
    EXPECT_THAT(made.words,
                HasSubstr("se leads us by 13.45 points: the grid (35 g/kWh against 400 g/kWh) gains 10.95"));
    EXPECT_THAT(made.words, HasSubstr("Provisional"));
}

TEST(Explain, theSmallestChangeThatFlipsTheChoiceIsExact)
{
    const Market all{.backends = {backendOf("first", "US", 90, "1.2"), backendOf("second", "US", 85, "1.2")}};
    const Decision decision = all.decided(all.query());
    const Explanation made = explain(decision);
    // A lead of 2.00 points; level with it the name decides, which is "first".
    const Flip *share = find(made, "second", Input::Renewable);
    ASSERT_NE(share, nullptr);
    EXPECT_EQ(share->from, "85 %");
    EXPECT_EQ(share->winner.text(), "second");
    Market changed = all;
    const auto winnerWith = [&](std::string_view value) {
        changed.backends[1].renewable = parseShare(value, "share").value();
        return changed.decided(changed.query()).chosen()->scored.spec.id.text();
    };
    const std::string to = share->to.substr(0, share->to.find(' '));
    EXPECT_EQ(winnerWith(to), "second") << to;
    const auto lessByOne = Percent::fromMillionths(parseShare(to, "share").value().millionths() - 1).text();
    EXPECT_EQ(winnerWith(lessByOne), "first") << lessByOne;
    const Flip *worse = find(made, "first", Input::Pue);
    ASSERT_NE(worse, nullptr);
    EXPECT_EQ(worse->winner.text(), "second");
    EXPECT_EQ(worse->from, "1.2");
    EXPECT_EQ(worse->to, "1.299751") << "2.00 points, rounded as the score is";
    const Flip *water = find(made, "first", Input::Wue);
    ASSERT_NE(water, nullptr);
    EXPECT_EQ(water->from, "unknown");
}

TEST(Explain, everyFlipFlipsWhateverTheBackends)
{
    const unsigned seed = 20261121;
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const auto pick = [&](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    };
    int flips = 0;
    for (int round = 0; round < 60; ++round) {
        Market all;
        const char *regions[] = {"US", "SE", "DE", "PL"};
        for (int i = 0; i < 4; ++i) {
            BackendSpec spec = backendOf("b" + std::to_string(i), regions[pick(0, 3)], 0);
            spec.renewable = Percent::fromMillionths(pick(0, 100'000'000));
            spec.pue = Pue::fromMillionths(pick(1'000'000, 2'500'000));
            if (pick(0, 1) == 1) spec.wue = Wue::fromMillionths(pick(0, 3'000'000));
            all.backends.push_back(std::move(spec));
        }
        const RankBy rankBy = round % 3 == 0 ? RankBy::Footprint : round % 3 == 1 ? RankBy::Score : RankBy::Literal;
        for (const Flip &flip : explain(all.decided(all.query(), rankBy)).flips) {
            if (flip.input == Input::Intensity) continue; // shared by all backends of a region here
            Market changed = all;
            for (BackendSpec &spec : changed.backends) {
                if (spec.id != flip.backend) continue;
                const std::string to = flip.to.substr(0, flip.to.find(' '));
                if (flip.input == Input::Renewable) spec.renewable = parseShare(to, "share").value();
                if (flip.input == Input::Pue) spec.pue = parsePue(to, "pue").value();
                if (flip.input == Input::Wue) spec.wue = parseWue(to, "wue").value();
            }
            const Decision decision = changed.decided(changed.query(), rankBy);
            EXPECT_EQ(decision.chosen()->scored.spec.id, flip.winner)
                << flip.backend.text() << ' ' << inputName(flip.input) << ' ' << flip.from << " -> " << flip.to;
            ++flips;
        }
    }
    EXPECT_GT(flips, 200);
}

TEST(Explain, theChoiceUnderOtherCoefficientsIsShown)
{
    // SSD against hard disk at the same place: the sign of the comparison depends on the publication.
    const Market all{.backends = {backendOf("disk", "US", 90, "1"), backendOf("flash", "US", 90, "1", Medium::Ssd)}};
    const Explanation made = explain(all.decided(all.query(), RankBy::Footprint));
    ASSERT_EQ(made.sensitivity.size(), 3U);
    EXPECT_EQ(made.sensitivity[0].winner.text(), "disk");
    EXPECT_TRUE(made.sensitivity[0].same);
    EXPECT_EQ(made.sensitivity[1].winner.text(), "disk");
    EXPECT_EQ(made.sensitivity[2].winner.text(), "flash");
    EXPECT_FALSE(made.sensitivity[2].same);
    EXPECT_THAT(made.words, HasSubstr("Tannu & Nair"));
}

TEST(Explain, aDecisionWithoutAChoiceIsExplainedToo)
{
    const Market all = market();
    Query query = all.query();
    query.constraints.media = {Medium::Tape};
    const Explanation made = explain(all.decided(query));
    EXPECT_THAT(made.words, HasSubstr("No candidate meets every constraint: 3 were excluded"));
    EXPECT_TRUE(made.flips.empty());
}

TEST(DecisionJson, P16_readsBackWholeAndIsReproduced)
{
    Market all = market();
    all.backends[0].price = parsePrice("0.023 USD", "price").value();
    Query query = all.query();
    query.candidates.push_back(backendId("nobody"));
    query.tenant = TenantId::parse("acme").value();
    query.from = backendId("de");
    query.rankBy = RankBy::Score;
    query.constraints = {.countries = {CountryCode::parse("SE").value(), CountryCode::parse("US").value()},
                         .media = {Medium::Hdd},
                         .priceCeiling = parsePrice("1 USD", "price").value(),
                         .latencyCeiling = LatencyClass::Offline,
                         .immutable = false};
    Decision decision = all.decided(query);
    decision.id = DecisionId{7};
    decision.by = "Ada";
    const std::string text = jsonText(toJson(decision));
    const auto again = decisionFromJson(Json::parse(text, nullptr, false));
    ASSERT_TRUE(again) << again.error().subject << ": " << again.error().detail;
    EXPECT_EQ(jsonText(toJson(*again)), text);
    EXPECT_EQ(again->query, decision.query);
    EXPECT_EQ(again->ranked, decision.ranked);
    EXPECT_EQ(again->excluded, decision.excluded);
    EXPECT_EQ(again->coefficients.rest, decision.coefficients.rest);
    EXPECT_EQ(again->coefficients.transfer, decision.coefficients.transfer);
    EXPECT_TRUE(explain(*again).reproduced);
}

TEST(DecisionJson, P16_aChangedFigureIsNoticed)
{
    const Market all = market();
    Decision decision = all.decided(all.query());
    decision.ranked[1].scored.spec.pue = Pue::fromMillionths(1'000'000);
    EXPECT_FALSE(explain(decision).reproduced);
    Decision estimated = all.decided(all.query());
    estimated.ranked[0].estimate.total.grams = GramsCO2e::fromGrams(1);
    EXPECT_FALSE(explain(estimated).reproduced);
    Decision swapped = all.decided(all.query());
    std::swap(swapped.ranked[0], swapped.ranked[1]);
    EXPECT_FALSE(explain(swapped).reproduced);
}

TEST(DecisionJson, damageIsNamed)
{
    const Market all = market();
    const Json whole = toJson(all.decided(all.query()));
    for (const auto &[member, value] : whole.items()) {
        if (member == "by" || member == "from_mg_per_kwh") continue; // not every decision has them
        Json without = whole;
        without.erase(member);
        EXPECT_FALSE(decisionFromJson(without)) << member;
        Json wrong = whole;
        wrong[member] = Json{{"no", "sense"}};
        EXPECT_FALSE(decisionFromJson(wrong)) << member;
    }
}

} // namespace
} // namespace greenward::placement
