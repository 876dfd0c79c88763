#include "app/composition/compose.h"
#include "core/adapters/localfs/local_driver_factory.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace greenward::engine {
namespace {

namespace fs = std::filesystem;

const Actor kAda = Actor::parse("Ada").value();
const TenantId kAcme = TenantId::parse("acme").value();

/// Connects as often as it is allowed to; then every place is gone.
class Unplugged final : public storage::DriverFactory
{
public:
    Result<std::shared_ptr<storage::Driver>> connect(const BackendSpec &spec) const override
    {
        if (left-- > 0) return m_local.connect(spec);
        return fail(ErrorCode::Unreachable, "backend " + spec.id.text(), "was pulled out");
    }
    mutable int left = 1'000;

private:
    adapters::LocalDriverFactory m_local;
};

class Composed : public testing::Test
{
protected:
    void SetUp() override { open(); }

    void open()
    {
        m_host.reset();
        auto host = app::openEngine({.directory = m_root.path() / "data", .program = "test", .drivers = m_drivers});
        ASSERT_TRUE(host) << host.error().detail;
        m_host = *std::move(host);
    }

    Result<Outcome> apply(Command command)
    {
        return m_host->ask([&](Engine &engine) { return engine.apply(command, kAda); });
    }

    Command registerLocal(const std::string &id, const fs::path &path, const std::string &region)
    {
        fs::create_directories(path);
        BackendSpec spec{.id = BackendId::parse(id).value(), .region = RegionName::parse(region).value()};
        spec.driver = DriverKind::Local;
        spec.location = path.string();
        spec.renewable = 50_percent;
        return RegisterBackend{spec};
    }

    tests::TemporaryDirectory m_root;
    std::shared_ptr<storage::DriverFactory> m_drivers;
    std::unique_ptr<EngineHost> m_host;
};

TEST_F(Composed, B06_budgetsAndUsageSurviveARestart)
{
    ASSERT_TRUE(apply(SetBudget{.tenant = kAcme, .limit = GramsCO2e::fromGrams(100)}));
    const auto booked = apply(RecordUsage{.tenant = kAcme, .amount = GramsCO2e::fromGrams(85)});
    ASSERT_TRUE(booked);
    EXPECT_TRUE(booked->withinLimit);
    open();
    const auto rows = m_host->ask([](Engine &engine) { return engine.budgets(); });
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].used, GramsCO2e::fromGrams(85));
    EXPECT_EQ(rows[0].level, ThrottleLevel::Soft);
    EXPECT_EQ(rows[0].delay.count(), 575);
}

TEST_F(Composed, C01_recordingCountsPastTheLimitAndSaysSo)
{
    ASSERT_TRUE(apply(SetBudget{.tenant = kAcme, .limit = GramsCO2e::fromGrams(100)}));
    const auto booked = apply(RecordUsage{.tenant = kAcme, .amount = GramsCO2e::fromGrams(150)});
    ASSERT_TRUE(booked);
    EXPECT_FALSE(booked->withinLimit);
    const auto verdict =
        m_host->ask([](Engine &engine) { return engine.evaluate(kAcme, GramsCO2e::fromMicrograms(1)); });
    EXPECT_EQ(verdict.level, ThrottleLevel::Hard);
    EXPECT_FALSE(verdict.canProceed);
    EXPECT_EQ(verdict.used, GramsCO2e::fromGrams(150));
}

TEST_F(Composed, aRepeatedKeyIsCountedOnce)
{
    const RecordUsage usage{.tenant = kAcme, .amount = GramsCO2e::fromGrams(1), .key = "m-1"};
    EXPECT_FALSE(apply(usage)->duplicate);
    EXPECT_TRUE(apply(usage)->duplicate);
    open();
    EXPECT_TRUE(apply(usage)->duplicate) << "also after a restart";
    EXPECT_EQ(m_host->ask([](Engine &engine) { return engine.budget(kAcme); }).used, GramsCO2e::fromGrams(1));
}

TEST_F(Composed, C16_energyIsMultipliedByPueAndTheRegionsIntensity)
{
    BackendSpec spec = std::get<RegisterBackend>(registerLocal("site", m_root.path() / "site", "SE")).spec;
    spec.pue = Pue::fromMillionths(1'500'000);
    ASSERT_TRUE(apply(RegisterBackend{spec}));
    const GridRow se =
        m_host->ask([](Engine &engine) { return engine.lookUpRegion(RegionName::parse("SE").value()); }).value();
    RecordEnergy energy{.tenant = kAcme, .energy = Energy::fromKilowattHours(2), .backend = spec.id};
    const GramsCO2e atFacility = emissions(Energy::fromKilowattHours(3), se.figure.value).value();
    EXPECT_EQ(apply(energy)->booked, atFacility);
    energy.boundary = bus::Boundary::Facility;
    EXPECT_EQ(apply(energy)->booked, emissions(Energy::fromKilowattHours(2), se.figure.value).value());
}

TEST_F(Composed, C17_energyWithoutAPlaceUsesTheLabelledDefault)
{
    const auto outcome = apply(
        RecordEnergy{.tenant = kAcme, .energy = Energy::fromKilowattHours(1), .boundary = bus::Boundary::Facility});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->booked, GramsCO2e::fromGrams(400));
    ASSERT_FALSE(outcome->warnings.empty());
    EXPECT_NE(outcome->warnings[0].find("may under-report"), std::string::npos) << outcome->warnings[0];
}

TEST_F(Composed, backendsAreCheckedBeforeAnythingIsWritten)
{
    ASSERT_TRUE(apply(registerLocal("one", m_root.path() / "one", "SE")));
    const auto count = [&] {
        return m_host->ask([](Engine &engine) { return engine.backends().size(); });
    };
    const std::size_t before = count();
    const auto unknownRegion = apply(registerLocal("two", m_root.path() / "two", "atlantis"));
    ASSERT_FALSE(unknownRegion);
    EXPECT_EQ(unknownRegion.error().subject, "region");
    EXPECT_EQ(apply(registerLocal("one", m_root.path() / "other", "SE")).error().code, ErrorCode::AlreadyExists);
    EXPECT_FALSE(apply(registerLocal("inside", m_root.path() / "one" / "below", "SE"))) << "overlaps with one";
    EXPECT_EQ(count(), before);
    open();
    EXPECT_EQ(count(), before);
}

TEST_F(Composed, A4_aPlaceThatGoesAfterItWasCheckedLeavesTheRegistryAsItWas)
{
    const auto drivers = std::make_shared<Unplugged>();
    m_drivers = drivers;
    open();
    const Command add = registerLocal("one", m_root.path() / "one", "SE");
    drivers->left = 1; // to be checked
    EXPECT_EQ(apply(add).error().code, ErrorCode::Unreachable);
    const auto location = [&] {
        const auto rows = m_host->ask([](Engine &engine) { return engine.backends(); });
        const auto row = std::ranges::find(rows, std::string("one"),
                                           [](const BackendRow &each) { return each.scored.spec.id.text(); });
        return row == rows.end() ? std::string("none") : row->scored.spec.location;
    };
    EXPECT_EQ(location(), "none");
    drivers->left = 1'000;
    ASSERT_TRUE(apply(add));
    BackendSpec moved = std::get<RegisterBackend>(add).spec;
    moved.location = (m_root.path() / "two").string();
    fs::create_directories(moved.location);
    drivers->left = 1;
    EXPECT_EQ(apply(UpdateBackend{moved}).error().code, ErrorCode::Unreachable);
    EXPECT_EQ(location(), (m_root.path() / "one").string());
    drivers->left = 1'000;
    open();
    EXPECT_EQ(location(), (m_root.path() / "one").string()) << "nor after a restart";
}

TEST_F(Composed, aSecondProcessIsToldWhoHoldsTheDirectoryAndMayLookOn)
{
    ASSERT_TRUE(apply(SetBudget{.tenant = kAcme, .limit = GramsCO2e::fromGrams(5)}));
    const auto second = app::openEngine({.directory = m_root.path() / "data", .program = "second"});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Locked);
    EXPECT_NE(second.error().detail.find("test"), std::string::npos) << second.error().detail;

    const auto onlooker = app::openEngine({.directory = m_root.path() / "data", .readOnly = true, .program = "second"});
    ASSERT_TRUE(onlooker) << onlooker.error().detail;
    EXPECT_EQ((*onlooker)->ask([](Engine &engine) { return engine.budgets().size(); }), 1U);
    const auto refused = (*onlooker)->ask([](Engine &engine) { return engine.apply(RemoveBudget{kAcme}, kAda); });
    EXPECT_EQ(refused.error().code, ErrorCode::ReadOnly);
}

TEST_F(Composed, everyChangeLeavesAnAuditRowAndTheChainHolds)
{
    ASSERT_TRUE(apply(SetBudget{.tenant = kAcme, .limit = GramsCO2e::fromGrams(5)}));
    ASSERT_TRUE(apply(registerLocal("one", m_root.path() / "one", "SE")));
    ASSERT_TRUE(apply(RemoveBackend{BackendId::parse("one").value()}));
    ASSERT_TRUE(apply(RemoveBudget{kAcme}));
    const auto verdict = m_host->ask([](Engine &engine) { return engine.verifyAudit({}, [](const Progress &) {}); });
    ASSERT_TRUE(verdict);
    EXPECT_TRUE(verdict->intact);
    EXPECT_GE(verdict->rows, 4);
    const auto activity = m_host->ask([](Engine &engine) { return engine.activity({}, 100); });
    ASSERT_TRUE(activity);
    const auto audited = std::count_if(activity->begin(), activity->end(),
                                       [](const ActivityRow &row) { return row.audited && row.who == "Ada"; });
    EXPECT_GE(audited, 4);
}

TEST_F(Composed, activityPagesThroughBothLogsWithoutAGap)
{
    for (int turn = 1; turn <= 6; ++turn)
        ASSERT_TRUE(apply(SetBudget{.tenant = kAcme, .limit = GramsCO2e::fromGrams(turn)}));
    const auto whole = m_host->ask([](Engine &engine) { return engine.activity({}, 1000); });
    ASSERT_TRUE(whole);
    ASSERT_GT(whole->size(), 10U);
    // Events become durable a moment after what they tell of: only what was there at the first look is paged through.
    ActivityCursor before;
    for (const ActivityRow &row : *whole) {
        std::int64_t &end = row.audited ? before.audit : before.events;
        end = std::max(end, row.seq + 1);
    }
    std::vector<std::pair<bool, std::int64_t>> paged;
    for (;;) {
        const auto page = m_host->ask([before](Engine &engine) { return engine.activity(before, 3); });
        ASSERT_TRUE(page);
        for (const ActivityRow &row : *page) {
            (row.audited ? before.audit : before.events) = row.seq;
            paged.emplace_back(row.audited, row.seq);
        }
        if (page->size() < 3) break;
        ASSERT_LE(paged.size(), whole->size());
    }
    ASSERT_EQ(paged.size(), whole->size());
    for (std::size_t at = 0; at < paged.size(); ++at)
        EXPECT_EQ(paged[at], std::pair((*whole)[at].audited, (*whole)[at].seq));
}

} // namespace
} // namespace greenward::engine
