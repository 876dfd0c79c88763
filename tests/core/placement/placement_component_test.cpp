#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/placement/explain.h"
#include "core/placement/placement_component.h"
#include "tests/core/placement/samples.h"
#include "tests/support/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenward::placement {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class FixedClock final : public Clock
{
public:
    Instant now() const override { return Instant{std::chrono::sys_days{std::chrono::year{2026} / 8 / 20}}; }
    std::chrono::nanoseconds monotonic() const override { return {}; }
};

BackendId id(std::string_view text)
{
    return BackendId::parse(text).value();
}

BackendSpec backend(std::string_view name, std::string_view region, int renewable, std::int64_t pueMillionths,
                    Medium medium = Medium::Hdd)
{
    BackendSpec spec{.id = id(name), .region = RegionName::parse(region).value()};
    spec.renewable = Percent::fromMillionths(renewable * 1'000'000);
    spec.pue = Pue::fromMillionths(pueMillionths);
    spec.medium = medium;
    return spec;
}

/// The component on a real store; the grid is scripted: grams per region and signal.
class PlacementTest : public testing::Test
{
protected:
    PlacementTest()
    {
        average = {{"US", 400}, {"SE", 35}, {"DE", 330}};
        restart();
    }

    void restart()
    {
        m_subscriptions.clear();
        m_placement.reset();
        m_store.reset();
        auto opened = adapters::SqliteStateStore::open(m_directory.path(), store::OpenMode::ReadWrite, m_hashers);
        ASSERT_TRUE(opened) << opened.error().detail;
        m_store = *std::move(opened);
        m_subscriptions.push_back(m_bus.respond<bus::CurrentIntensity>(
            [this](const bus::CurrentIntensity &ask) { return intensity(ask.region.text(), ask.signal); }));
        m_subscriptions.push_back(m_bus.subscribe<bus::PlacementDecision>(
            [this](const bus::PlacementDecision &decision) { decisions.push_back(decision); }));
        std::vector<BackendSpec> presets{backend("preset-us", "US", 96, 1'135'000)};
        m_placement = std::make_unique<PlacementComponent>(
            m_bus, *m_store, m_clock,
            Given{.presets = presets, .coefficients = sampleCoefficients(), .countryOf = [](const RegionName &region) {
                      return region.text(); // named after countries here
                  }});
        const auto loaded = m_placement->load();
        ASSERT_TRUE(loaded) << loaded.error().detail;
    }

    PlacementComponent &placement() { return *m_placement; }
    bus::Bus &bus() { return m_bus; }
    store::StateStore &store() { return *m_store; }

    void keep(const BackendSpec &spec)
    {
        const auto kept = placement().keep(spec, audit());
        ASSERT_TRUE(kept) << kept.error().detail;
    }
    store::AuditEntry audit() const { return {m_clock.now(), "ada", "backend.add", "backend", "{}"}; }

    std::vector<std::string> order(Signal signal = Signal::Average)
    {
        std::vector<std::string> ids;
        const auto scores = bus().request(bus::PlacementScores{signal});
        EXPECT_TRUE(scores) << scores.error().detail;
        for (const bus::ScoredBackend &scored : *scores)
            ids.push_back(scored.spec.id.text());
        return ids;
    }

    std::map<std::string, std::int64_t> average;
    std::map<std::string, std::int64_t> marginal;
    std::vector<bus::PlacementDecision> decisions;

private:
    Result<GridFigure> intensity(const std::string &region, Signal signal)
    {
        const auto &known = signal == Signal::Average ? average : marginal;
        const auto at = known.find(region);
        if (at == known.end()) return fail(ErrorCode::NotFound, "signal", "no source for this signal");
        GridFigure figure;
        figure.value = GramsPerKwh::fromMilligrams(at->second * 1000);
        figure.signal = signal;
        figure.origin = Origin::CountryYearAverage;
        figure.zone = region;
        return figure;
    }

    tests::TemporaryDirectory m_directory;
    adapters::OpenSslHasherFactory m_hashers;
    FixedClock m_clock;
    bus::Bus m_bus;
    std::unique_ptr<adapters::SqliteStateStore> m_store;
    std::unique_ptr<PlacementComponent> m_placement;
    std::vector<Subscription> m_subscriptions;
};

TEST_F(PlacementTest, P04_C50_answersAllScoresBestFirst)
{
    keep(backend("dirty", "US", 0, 2'000'000));
    keep(backend("clean", "SE", 100, 1'090'000));
    EXPECT_THAT(order(), ElementsAre("clean", "preset-us", "dirty"));
    const auto scores = placement().scores(Signal::Average).value();
    EXPECT_EQ(scores[1].score.total.text(), "78.7");
    EXPECT_EQ(scores[1].intensity.zone, "US");
    EXPECT_TRUE(scores[1].score.provisional);
    EXPECT_EQ(scores[1].restPower.text(), "0.65");
    EXPECT_EQ(scores[1].perTerabyteMonth.gramsText(), "215.423"); // 0.65 x 730 x 1.135 x 400 / 1000
}

TEST_F(PlacementTest, P03_aNewIntensityIsInTheNextAnswer)
{
    EXPECT_EQ(placement().score(id("preset-us"), Signal::Average)->score.total.text(), "78.7");
    average["US"] = 475;
    EXPECT_EQ(placement().score(id("preset-us"), Signal::Average)->score.total.text(), "76.45");
}

TEST_F(PlacementTest, P07_registeredBackendsSurviveARestart)
{
    BackendSpec local = backend("hot-1", "DE", 50, 1'300'000, Medium::Ssd);
    local.driver = DriverKind::Local;
    local.location = "/srv/hot";
    keep(local);
    restart();
    EXPECT_EQ(placement().spec(id("hot-1")).value(), local);
    EXPECT_THAT(placement().connected(), ElementsAre(local));
    EXPECT_EQ(store().audit(0, 10)->front().entry.what, "backend.add");
}

TEST_F(PlacementTest, anEditedPresetStaysEditedUntilItIsForgotten)
{
    keep(backend("preset-us", "US", 100, 1'120'000));
    restart();
    EXPECT_EQ(placement().spec(id("preset-us"))->pue.text(), "1.12");
    ASSERT_TRUE(placement().forget(id("preset-us"), audit()));
    EXPECT_EQ(placement().spec(id("preset-us"))->pue.text(), "1.135");
    const auto again = placement().forget(id("preset-us"), audit());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Refused);
    restart();
    EXPECT_EQ(placement().spec(id("preset-us"))->pue.text(), "1.135");
}

TEST_F(PlacementTest, refusesWhatIsWrongAndKeepsNothingOfIt)
{
    BackendSpec bad = backend("bad", "US", 50, 900'000);
    const auto kept = placement().keep(bad, audit());
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().subject, "pue");
    EXPECT_EQ(placement().spec(id("bad")).error().code, ErrorCode::UnknownName);
    EXPECT_TRUE(store().documents(store::Collection::Backend)->empty());
    EXPECT_EQ(placement().forget(id("bad"), audit()).error().code, ErrorCode::UnknownName);
}

TEST_F(PlacementTest, aDamagedDocumentIsNamed)
{
    store::Transaction transaction;
    transaction.put(store::Collection::Backend, "hot-1", R"({"id":"hot-1","region":"DE","pue":"0.5"})");
    ASSERT_TRUE(store().commit(std::move(transaction)));
    const auto loaded = placement().load();
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::StoreDamaged);
    EXPECT_EQ(loaded.error().subject, "backend hot-1");
    EXPECT_THAT(loaded.error().detail, HasSubstr("pue"));
}

TEST_F(PlacementTest, P15_registersWhatIsAnnouncedOnce)
{
    const BackendSpec announced = backend("found", "SE", 80, 1'200'000);
    bus().publish(bus::BackendRegistered{announced, false});
    EXPECT_EQ(placement().spec(id("found")).value(), announced);
    const auto rows = store().audit(0, 100)->size();
    bus().publish(bus::BackendRegistered{announced, false});
    EXPECT_EQ(store().audit(0, 100)->size(), rows) << "a known backend is not written again";
    bus().publish(bus::BackendRegistered{announced, true});
    EXPECT_FALSE(placement().spec(id("found")));
}

TEST_F(PlacementTest, aBackendThatCannotBeRatedIsLeftOutAndASignalNobodyHasIsAnError)
{
    keep(backend("lost", "nowhere", 100, 1'000'000));
    EXPECT_THAT(order(), ElementsAre("preset-us"));
    const auto none = bus().request(bus::PlacementScores{Signal::Marginal});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::NotFound);
}

TEST_F(PlacementTest, P08_itSaysWhatItIs)
{
    EXPECT_EQ(PlacementComponent::kInfo.name, "placement");
    EXPECT_EQ(PlacementComponent::kInfo.category, "CarbonAwareness");
    EXPECT_EQ(PlacementComponent::kInfo.capabilities, "CarbonCalculation, ExternalIntegration, Scheduling");
}

TEST_F(PlacementTest, P05_P16_aChoiceIsKeptAnnouncedAndAudited)
{
    keep(backend("clean", "SE", 100, 1'000'000));
    const Query query{.candidates = {id("preset-us"), id("clean"), id("nobody")}, .size = kTerabyte};
    const auto decision = placement().choose(query, Actor::parse("Ada").value());
    ASSERT_TRUE(decision) << decision.error().detail;
    EXPECT_EQ(number(decision->id), 1);
    EXPECT_EQ(decision->chosen()->scored.spec.id, id("clean"));
    ASSERT_EQ(decisions.size(), 1U);
    EXPECT_EQ(decisions[0].id, decision->id);
    EXPECT_EQ(decisions[0].chosen, id("clean"));
    EXPECT_THAT(decisions[0].alternatives, ElementsAre(id("preset-us")));
    EXPECT_EQ(decisions[0].estimated, decision->chosen()->estimate.total.grams);
    const auto audited = store().audit(0, 1)->front().entry;
    EXPECT_EQ(audited.what, "placement.choose");
    EXPECT_EQ(audited.who, "Ada");
    EXPECT_EQ(audited.subject, "decision 1");
    EXPECT_THAT(audited.body, HasSubstr(R"("chosen":"clean")"));

    keep(backend("clean", "PL", 0, 2'000'000)); // what is kept does not follow what changes later
    restart();
    const auto kept = placement().decisions().find(DecisionId{1});
    ASSERT_TRUE(kept) << kept.error().detail;
    EXPECT_EQ(kept->ranked, decision->ranked);
    EXPECT_EQ(kept->by, "Ada");
    EXPECT_TRUE(explain(*kept).reproduced);
    const auto next = placement().choose(query, Actor::parse("Ada").value());
    ASSERT_TRUE(next);
    EXPECT_EQ(number(next->id), 2) << "numbering goes on";
    EXPECT_EQ(next->chosen()->scored.spec.id, id("preset-us"));
    const auto newest = placement().decisions().last({}, 10).value();
    ASSERT_EQ(newest.size(), 2U);
    EXPECT_EQ(number(newest[0].id), 2);
    EXPECT_EQ(placement().decisions().last(DecisionId{2}, 10)->size(), 1U);
    EXPECT_EQ(placement().decisions().find(DecisionId{3}).error().code, ErrorCode::UnknownName);
}

TEST_F(PlacementTest, P16_weighingKeepsAndAnnouncesNothing)
{
    ASSERT_TRUE(placement().weigh({.candidates = {id("preset-us")}, .size = kTerabyte}));
    EXPECT_TRUE(decisions.empty());
    EXPECT_TRUE(placement().decisions().last({}, 10)->empty());
}

TEST_F(PlacementTest, C35_aBadQuestionKeepsNothing)
{
    const Actor ada = Actor::parse("Ada").value();
    EXPECT_EQ(placement().choose({.candidates = {}, .size = kTerabyte}, ada).error().subject, "candidates");
    EXPECT_EQ(placement().choose({.candidates = {id("nobody")}, .size = kTerabyte}, ada).error().code,
              ErrorCode::UnknownName);
    EXPECT_TRUE(decisions.empty());
    EXPECT_TRUE(placement().decisions().last({}, 10)->empty());
    EXPECT_TRUE(store().audit(0, 10)->empty());
}

TEST_F(PlacementTest, C31_theOperatorsRankingHoldsForScoresToo)
{
    keep(backend("ssd", "SE", 100, 1'000'000, Medium::Ssd));
    keep(backend("disk", "SE", 90, 1'000'000, Medium::Hdd));
    EXPECT_THAT(order(), ElementsAre("ssd", "disk", "preset-us"));
    placement().rankBy(RankBy::Footprint);
    EXPECT_THAT(order(), ElementsAre("disk", "ssd", "preset-us"));
}

TEST_F(PlacementTest, P12_allScoresOfASignal)
{
    marginal = {{"US", 477}};
    const auto scores = placement().scores(Signal::Marginal).value();
    ASSERT_EQ(scores.size(), 1U);
    EXPECT_EQ(scores[0].intensity.signal, Signal::Marginal);
}

TEST_F(PlacementTest, aDamagedDecisionIsNamedAndTheOthersAreNotTouched)
{
    const Actor ada = Actor::parse("Ada").value();
    ASSERT_TRUE(placement().choose({.candidates = {id("preset-us")}, .size = kTerabyte}, ada));
    store::Transaction transaction;
    transaction.put(store::Collection::Decision, "0000000000000000002", R"({"id":2})");
    ASSERT_TRUE(store().commit(std::move(transaction)));
    restart();
    const auto damaged = placement().decisions().find(DecisionId{2});
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().code, ErrorCode::StoreDamaged);
    EXPECT_TRUE(placement().decisions().find(DecisionId{1}));
    EXPECT_EQ(number(placement().choose({.candidates = {id("preset-us")}, .size = kTerabyte}, ada)->id), 3);
}

} // namespace
} // namespace greenward::placement
