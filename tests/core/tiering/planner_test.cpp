#include "core/tiering/planner.h"

#include "tests/core/tiering/samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace greenward::tiering {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::int64_t kGigabyte = 1'000'000'000;

/// A small estate: objects per backend, listed biggest first as the catalogue does.
class PlannerTest : public testing::Test
{
protected:
    PlannerTest() { input.backends = {scored("green", 9246, 25), scored("hot", 4900, 400)}; }

    void add(std::string_view backend, std::string_view key, std::int64_t bytes, int idleDays,
             TouchEvidence evidence = TouchEvidence::Modified)
    {
        m_objects.push_back(object(backend, key, bytes, input.now - 24h * idleDays, evidence));
    }
    void add(bus::ListedObject made) { m_objects.push_back(std::move(made)); }

    Plan plan()
    {
        std::stable_sort(m_objects.begin(), m_objects.end(),
                         [](const auto &a, const auto &b) { return a.signature.size > b.signature.size; });
        auto made = planBatch(input, [this](const BackendId &backend, const ObjectVisitor &visit) -> Result<void> {
            walked.push_back(backend.text());
            for (const bus::ListedObject &one : m_objects)
                if (one.backend == backend && !visit(one)) break;
            return {};
        });
        EXPECT_TRUE(made) << made.error().detail;
        return *std::move(made);
    }

    static std::vector<std::string> keys(const Plan &plan)
    {
        std::vector<std::string> out;
        for (const bus::ListedObject &one : plan.objects)
            out.push_back(one.key.text());
        return out;
    }
    static std::uint64_t leftOut(const Plan &plan, WhyNot why)
    {
        for (const LeftOutCount &count : plan.leftOut)
            if (count.why == why) return count.objects;
        return 0;
    }

    PlanInput input{.tenant = tenantId("acme"),
                    .policy = {},
                    .backends = {},
                    .coefficients = sampleCoefficients(),
                    .now = at("2026-08-20T12:00:00Z"),
                    .inOpenBatch = [](const BackendId &, const ObjectKey &) {
                        return false;
                    }};
    std::vector<std::string> walked;

private:
    std::vector<bus::ListedObject> m_objects;
};

TEST_F(PlannerTest, M06_M07_takesWhatIsColdToTheGreenestBackend)
{
    add("hot", "old", kGigabyte, 60, TouchEvidence::Access);
    add("hot", "older", 2 * kGigabyte, 90);
    add("hot", "new", kGigabyte, 3);
    add("green", "there", kGigabyte, 400);
    const Plan made = plan();
    ASSERT_TRUE(made.target);
    EXPECT_EQ(made.target->spec.id.text(), "green");
    EXPECT_THAT(keys(made), ElementsAre("older", "old"));
    EXPECT_EQ(made.size.bytes(), 3 * kGigabyte);
    EXPECT_EQ(made.byAccess, 1U);
    ASSERT_EQ(made.sources.size(), 1U);
    EXPECT_EQ(made.sources[0].objects, 2U);
    EXPECT_EQ(made.sources[0].intensity.value.gramsText(), "400");
    EXPECT_EQ(leftOut(made, WhyNot::NotCold), 1U);
    EXPECT_EQ(leftOut(made, WhyNot::CleanEnough), 1U);
    // 3 GB, 0.65 W/TB, 375 g/kWh better: 6.40575 g a year; network 1 Wh/GB at 212.5 g/kWh.
    EXPECT_EQ(made.figures.savingPerYear.gramsText(), "6.40575");
    EXPECT_NEAR(static_cast<double>(made.figures.ownCost.micrograms()), 637'500 + 130'914, 2000); // with 7 d grace
    EXPECT_EQ(made.figures.netSaving.micrograms(),
              3 * made.figures.savingPerYear.micrograms() - made.figures.ownCost.micrograms());
    EXPECT_THAT(made.summary, HasSubstr("2 objects (3000000000 bytes) to green: saves 6.40575 g a year"));
}

TEST_F(PlannerTest, nothingLeavesABackendUnderLegalHoldOrAnImmutableOne)
{
    add("hot", "old", kGigabyte, 60);
    BackendSpec &hot = std::ranges::find(input.backends, "hot", [](const bus::ScoredBackend &backend) {
                           return backend.spec.id.text();
                       })->spec;
    hot.legalHold = true;
    EXPECT_EQ(leftOut(plan(), WhyNot::Held), 1U);
    hot.legalHold = false;
    hot.immutable = true;
    EXPECT_EQ(leftOut(plan(), WhyNot::Held), 1U);
    input.policy.relocation = Relocation::CopyOnly;
    EXPECT_THAT(keys(plan()), ElementsAre("old")) << "a copy takes nothing away";
}

TEST_F(PlannerTest, coldIsStrictlyLongerThanTheThreshold)
{
    add(object("hot", "exactly", kGigabyte, input.now - 24h * 30));
    add(object("hot", "longer", kGigabyte, input.now - 24h * 30 - 1ms));
    EXPECT_THAT(keys(plan()), ElementsAre("longer"));
}

TEST_F(PlannerTest, C55_anUnknownLastUseIsNotCold)
{
    add(object("hot", "epoch", kGigabyte, Instant{}));
    add(object("hot", "future", kGigabyte, input.now + 24h));
    const Plan made = plan();
    EXPECT_TRUE(made.objects.empty());
    EXPECT_EQ(leftOut(made, WhyNot::UnknownAge), 1U);
    EXPECT_EQ(leftOut(made, WhyNot::NotCold), 1U);
    EXPECT_EQ(made.summary, "nothing to move: 1 object of unknown last use, which is not cold; 1 object idle for less "
                            "than 30d");
}

TEST_F(PlannerTest, C33_saysWhatIsMissingWhenNoBackendReachesTheTarget)
{
    input.backends = {scored("preset", 9900, 10), scored("fair", 7895, 100), scored("hot", 4900, 400)};
    input.backends[0].spec.driver = DriverKind::Profile; // known, but nothing can be moved there
    add("hot", "old", kGigabyte, 60);
    add("fair", "old", kGigabyte, 60);
    const Plan made = plan();
    EXPECT_FALSE(made.target);
    EXPECT_TRUE(made.eligible.empty());
    EXPECT_EQ(leftOut(made, WhyNot::NoTarget), 2U);
    EXPECT_EQ(made.summary, "no backend meets target score 80; best is fair with 78.95; lower the target score or "
                            "connect a cleaner backend");
    input.policy.targetScore = ScorePoints::fromMillionths(78'950'000);
    const Plan lower = plan();
    EXPECT_EQ(lower.target->spec.id.text(), "fair") << "at the target is enough";
    EXPECT_THAT(lower.eligible, ElementsAre(backendId("fair")));
    input.backends = {input.backends.front()};
    EXPECT_THAT(plan().summary, HasSubstr("no backend is connected"));
}

TEST_F(PlannerTest, C38_plansNothingThatDoesNotPayBackUnderThePessimisticCoefficient)
{
    // 1 g/kWh apart: 5.694 g a year and TB against 599 g for moving it.
    input.backends = {scored("green", 8100, 399), scored("hot", 4900, 400)};
    add("hot", "old", kGigabyte, 60);
    Plan made = plan();
    EXPECT_TRUE(made.objects.empty());
    EXPECT_EQ(leftOut(made, WhyNot::NoPayBack), 1U);
    EXPECT_THAT(made.summary, HasSubstr("would not pay back within 3 years"));

    // A higher score on a dirtier grid saves nothing, whatever the score says.
    input.backends = {scored("green", 8100, 500), scored("hot", 4900, 400)};
    EXPECT_EQ(leftOut(plan(), WhyNot::NoPayBack), 1U);
}

TEST_F(PlannerTest, C38_thePathDecides)
{
    add("hot", "old", kGigabyte, 60);
    input.policy.networkPath = NetworkPath::Internet;
    EXPECT_EQ(leftOut(plan(), WhyNot::NoPayBack), 1U);
    input.policy.lifetimeYears = 50;
    EXPECT_THAT(keys(plan()), ElementsAre("old"));
}

TEST_F(PlannerTest, C47_tooLargeIsSkippedAndTheRestFillsTheBatch)
{
    input.policy.maxBatch = DataSize::fromBytes(10 * kGigabyte);
    add("hot", "huge", 11 * kGigabyte, 60);
    add("hot", "six", 6 * kGigabyte, 60);
    add("hot", "five", 5 * kGigabyte, 60);
    add("hot", "four", 4 * kGigabyte, 60);
    const Plan made = plan();
    EXPECT_THAT(keys(made), ElementsAre("six", "four"));
    EXPECT_EQ(leftOut(made, WhyNot::TooLarge), 1U);
    EXPECT_EQ(leftOut(made, WhyNot::BatchFull), 1U);
    EXPECT_THAT(whyNotText(WhyNot::TooLarge, input.policy), HasSubstr("needs a larger batch limit"));
}

TEST_F(PlannerTest, C47_fillsByBestSavingPerByteNotBySize)
{
    input.backends = {scored("green", 9246, 25), scored("warm", 6000, 200), scored("hot", 4900, 400),
                      scored("dirtiest", 3000, 800)};
    input.policy.maxBatch = DataSize::fromBytes(3 * kGigabyte);
    add("warm", "warm-big", 3 * kGigabyte, 60);
    add("hot", "hot-mid", 2 * kGigabyte, 60);
    add("dirtiest", "small", kGigabyte, 60);
    const Plan made = plan();
    EXPECT_THAT(keys(made), ElementsAre("small", "hot-mid"));
    ASSERT_EQ(made.sources.size(), 2U);
    EXPECT_EQ(made.sources[0].source.text(), "dirtiest");
    EXPECT_EQ(made.sources[1].source.text(), "hot");
    EXPECT_EQ(leftOut(made, WhyNot::BatchFull), 1U);
}

TEST_F(PlannerTest, A7_aSparseObjectCountsWithWhatItFrees)
{
    input.policy.maxBatch = DataSize::fromBytes(kGigabyte);
    bus::ListedObject sparse = object("hot", "acme/sparse", 8 * kGigabyte, input.now - 24h * 90);
    sparse.signature.allocated = DataSize::fromBytes(4096);
    add(sparse);
    bus::ListedObject hole = object("hot", "acme/hole", 8 * kGigabyte, input.now - 24h * 90);
    hole.signature.allocated = DataSize();
    add(hole);
    const Plan made = plan();
    EXPECT_THAT(keys(made), ElementsAre("acme/sparse"));
    EXPECT_EQ(made.size.bytes(), 4096);
    EXPECT_EQ(made.sources.front().size.bytes(), 4096);
    EXPECT_EQ(leftOut(made, WhyNot::NoPayBack), 1U) << "a hole frees nothing";
}

TEST_F(PlannerTest, A8_aNameThatIsTakenAtTheTargetIsLeftOutAndSaidSo)
{
    const auto taken = [&](const char *key, std::int64_t size, std::optional<std::int64_t> there) {
        bus::ListedObject made = object("hot", key, size, input.now - 24h * 90);
        if (there) made.beside = DataSize::fromBytes(*there);
        add(made);
    };
    taken("acme/free", kGigabyte, std::nullopt);
    taken("acme/other", 2 * kGigabyte, 5);
    taken("acme/empty-there", 2 * kGigabyte, 0);
    taken("acme/same-size", 3 * kGigabyte, 3 * kGigabyte); // perhaps the same: the mover compares the content
    const Plan made = plan();
    EXPECT_THAT(keys(made), ElementsAre("acme/same-size", "acme/free"));
    EXPECT_EQ(leftOut(made, WhyNot::NameTaken), 2U);
    EXPECT_THAT(whyNotText(WhyNot::NameTaken, input.policy), HasSubstr("of that name"));
}

TEST_F(PlannerTest, A8_sparseObjectsAreComparedByTheirWholeSize)
{
    bus::ListedObject sparse = object("hot", "acme/a", 8 * kGigabyte, input.now - 24h * 90);
    sparse.signature.allocated = DataSize::fromBytes(4096);
    sparse.beside = DataSize::fromBytes(8 * kGigabyte);
    add(sparse);
    EXPECT_THAT(keys(plan()), ElementsAre("acme/a"));
}

TEST_F(PlannerTest, C44_anObjectIsInAtMostOneOpenBatch)
{
    add("hot", "taken", kGigabyte, 60);
    add("hot", "free", kGigabyte, 60);
    input.inOpenBatch = [](const BackendId &backend, const ObjectKey &key) {
        return backend.text() == "hot" && key.text() == "taken";
    };
    const Plan made = plan();
    EXPECT_THAT(keys(made), ElementsAre("free"));
    EXPECT_EQ(leftOut(made, WhyNot::InOpenBatch), 1U);
}

TEST_F(PlannerTest, anEmptyObjectSavesNothing)
{
    add("hot", "empty", 0, 60);
    EXPECT_EQ(leftOut(plan(), WhyNot::NoPayBack), 1U);
}

TEST_F(PlannerTest, everyObjectIsEitherPlannedOrCountedOnce)
{
    input.policy.maxBatch = DataSize::fromBytes(5 * kGigabyte);
    for (int i = 0; i < 200; ++i)
        add(i % 3 == 0 ? "green" : "hot", "object " + std::to_string(i), (i % 7) * kGigabyte, i % 61);
    const Plan made = plan();
    std::uint64_t seen = made.objects.size();
    std::int64_t bytes = made.size.bytes();
    for (const LeftOutCount &count : made.leftOut) {
        EXPECT_GT(count.objects, 0U);
        seen += count.objects;
        bytes += count.size.bytes();
    }
    EXPECT_EQ(seen, 200U);
    std::int64_t all = 0;
    for (int i = 0; i < 200; ++i)
        all += (i % 7) * kGigabyte;
    EXPECT_EQ(bytes, all);
    EXPECT_LE(made.size, input.policy.maxBatch);
}

TEST_F(PlannerTest, copyOnlyHasNoDoubleStorageAndSaysWhenTheSavingCounts)
{
    add("hot", "old", kGigabyte, 60);
    const GramsCO2e moving = plan().figures.ownCost;
    input.policy.relocation = Relocation::CopyOnly;
    const Plan made = plan();
    EXPECT_LT(made.figures.ownCost, moving);
    EXPECT_THAT(made.summary, HasSubstr("the saving counts only once they are released"));
}

TEST_F(PlannerTest, anErrorOfTheWalkIsTheErrorOfThePlan)
{
    const auto made = planBatch(input, [](const BackendId &, const ObjectVisitor &) -> Result<void> {
        return fail(ErrorCode::IoFailed, "catalogue", "is gone");
    });
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().subject, "catalogue");
}

TEST_F(PlannerTest, anEmptyCatalogueSaysSo)
{
    EXPECT_EQ(plan().summary, "nothing to move: the catalogue holds no object of acme");
}

} // namespace
} // namespace greenward::tiering
