#include "app/composition/compose.h"
#include "core/placement/explain.h"
#include "tests/support/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

namespace greenward::engine {
namespace {

using testing::HasSubstr;

const Actor kAda = Actor::parse("Ada").value();

BackendSpec profile(const std::string &id, std::string_view region, std::int64_t renewable)
{
    BackendSpec spec{.id = BackendId::parse(id).value(), .region = RegionName::parse(region).value()};
    spec.renewable = Percent::fromMillionths(renewable * 1'000'000);
    return spec;
}

/// The composed engine on real adapters; nothing leaves this machine.
class EnginePlacement : public testing::Test
{
protected:
    void SetUp() override { open(); }

    void open(bool readOnly = false)
    {
        m_host.reset();
        auto host = app::openEngine({.directory = m_root.path() / "data", .readOnly = readOnly, .program = "test"});
        ASSERT_TRUE(host) << host.error().detail;
        m_host = *std::move(host);
    }
    Result<Outcome> apply(Command command)
    {
        return m_host->ask([&](Engine &engine) { return engine.apply(command, kAda); });
    }
    Result<placement::Decision> choose(const placement::Query &query, milliseconds deadline = {})
    {
        const auto promise = std::make_shared<std::promise<Result<placement::Decision>>>();
        auto answer = promise->get_future();
        CORE_CHECK(m_host->ask([&](Engine &engine) {
            return engine.choosePlacement(query, deadline, kAda,
                                          [promise](auto decision) { promise->set_value(std::move(decision)); });
        }));
        return answer.get();
    }
    placement::Query ofPresets() const
    {
        placement::Query query{.candidates = {}, .size = DataSize::fromBytes(1'000'000'000'000)};
        for (const char *id : {"aws-us-west-2", "aws-eu-north-1", "azure-westeurope", "gcp-us-central1", "on-premises"})
            query.candidates.push_back(BackendId::parse(id).value());
        return query;
    }

    tests::TemporaryDirectory m_root;
    std::unique_ptr<EngineHost> m_host;
};

TEST_F(EnginePlacement, P01_theRegistryIsAskedAndChangedFromManyThreads)
{
    constexpr int kThreads = 4;
    constexpr int kEach = 25;
    std::vector<std::thread> threads;
    std::atomic<int> registered{0};
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < kEach; ++i) {
                const std::string id = "b" + std::to_string(thread) + "-" + std::to_string(i);
                if (apply(RegisterBackend{profile(id, "SE", i)})) ++registered;
                m_host->ask([](Engine &engine) { return engine.backends().size(); });
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(registered, kThreads * kEach);
    EXPECT_EQ(m_host->ask([](Engine &engine) { return engine.backends(); }).size(), kThreads * kEach + 5U);
}

TEST_F(EnginePlacement, P16_aDecisionSurvivesARestartAndIsReproduced)
{
    const auto decision = choose(ofPresets());
    ASSERT_TRUE(decision) << decision.error().detail;
    EXPECT_EQ(decision->chosen()->scored.spec.id.text(), "aws-eu-north-1");
    EXPECT_EQ(decision->chosen()->scored.score.total.text(), "92.14");
    EXPECT_EQ(decision->chosen()->country, "SE");
    const auto changes = m_host->changes().drain();
    EXPECT_TRUE(std::ranges::any_of(changes, [](const Change &change) { return change.area == Area::Decisions; }));
    open();
    const auto kept = m_host->ask([&](Engine &engine) { return engine.decision(decision->id); });
    ASSERT_TRUE(kept) << kept.error().detail;
    EXPECT_EQ(kept->ranked, decision->ranked);
    EXPECT_TRUE(placement::explain(*kept).reproduced);
    const auto rows = m_host->ask([](Engine &engine) { return engine.decisions({}, 10); }).value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].chosen->text(), "aws-eu-north-1");
    EXPECT_EQ(rows[0].candidates, 5U);
    const auto events = m_host->ask([](Engine &engine) { return engine.activity({}, 10); }).value();
    EXPECT_TRUE(std::ranges::any_of(
        events, [](const ActivityRow &row) { return row.what == "sustainability.placement.decision"; }));
}

TEST_F(EnginePlacement, P16_readOnlyADecisionIsWeighedButNotTaken)
{
    open(true);
    EXPECT_EQ(choose(ofPresets()).error().code, ErrorCode::ReadOnly);
    EXPECT_TRUE(m_host->ask([&](Engine &engine) { return engine.weighPlacement(ofPresets()); }));
}

TEST_F(EnginePlacement, C35_aBadQuestionIsAnsweredAtOnce)
{
    placement::Query query = ofPresets();
    query.candidates.clear();
    EXPECT_EQ(choose(query, std::chrono::seconds{60}).error().subject, "candidates");
}

TEST_F(EnginePlacement, C31_theRankingIsKeptAndAudited)
{
    ASSERT_TRUE(apply(SetPlacementRanking{placement::RankBy::Footprint}));
    open();
    EXPECT_EQ(m_host->ask([](Engine &engine) { return engine.placementRanking(); }), placement::RankBy::Footprint);
    const auto rows = m_host->ask([](Engine &engine) { return engine.auditLog(0, 1); }).value();
    EXPECT_EQ(rows.at(0).what, "placement.ranking");
    EXPECT_EQ(rows.at(0).json, R"({"before":"score","after":"footprint"})");
}

TEST_F(EnginePlacement, C29_aPreviewSaysWhatABackendWouldScoreOrWhatIsWrong)
{
    const auto preview = [this](const BackendSpec &spec) {
        return m_host->ask([&](Engine &engine) { return engine.previewBackend(spec); });
    };
    BackendSpec spec = profile("new", "SE", 100);
    EXPECT_EQ(preview(spec)->score.renewable.text(), "40");
    spec.pue = Pue::fromMillionths(900'000);
    EXPECT_EQ(preview(spec).error().subject, "pue");
    EXPECT_EQ(preview(profile("new", "atlantis", 1)).error().subject, "region");
    EXPECT_EQ(m_host->ask([](Engine &engine) { return engine.backends(); }).size(), 5U) << "nothing was registered";
}

TEST_F(EnginePlacement, C32_everyRegionOfTheCatalogueMakesABackend)
{
    const auto facts = m_host->ask([](Engine &engine) { return engine.regionCatalogue(); });
    EXPECT_GT(facts.size(), 160U);
    int made = 0;
    for (const placement::RegionFacts &one : facts) {
        const auto spec = m_host->ask([&](Engine &engine) { return engine.backendFromCatalogue(one); });
        ASSERT_TRUE(spec) << one.provider << ':' << one.region << ": " << spec.error().detail;
        const auto scored = m_host->ask([&](Engine &engine) { return engine.previewBackend(*spec); });
        ASSERT_TRUE(scored) << one.provider << ':' << one.region << ": " << scored.error().detail;
        ++made;
    }
    EXPECT_EQ(static_cast<std::size_t>(made), facts.size());
}

TEST_F(EnginePlacement, P07_anImportIsWholeOrNothing)
{
    const auto outcome = apply(ImportBackends{{profile("a", "SE", 10), profile("b", "atlantis", 10)}, "file"});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().subject, "b, region");
    EXPECT_EQ(m_host->ask([](Engine &engine) { return engine.backends(); }).size(), 5U);
    const auto both = apply(ImportBackends{{profile("a", "SE", 10), profile("b", "US", 10)}, "file"});
    ASSERT_TRUE(both) << both.error().detail;
    EXPECT_EQ(both->imported, 2U);
    EXPECT_EQ(apply(ImportBackends{{profile("a", "SE", 10)}, "file"})->repeated, 1U);
    const auto rows = m_host->ask([](Engine &engine) { return engine.auditLog(0, 1); }).value();
    EXPECT_THAT(rows.at(0).json, HasSubstr(R"("backends":["a","b"])"));
}

} // namespace
} // namespace greenward::engine
