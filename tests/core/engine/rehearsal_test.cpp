#include "app/composition/compose.h"
#include "core/base/time_text.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <future>

namespace greenward::engine {
namespace {

const Actor kAda = Actor::parse("Ada").value();
const TenantId kAcme = TenantId::parse("acme").value();
const TenantId kBeta = TenantId::parse("beta").value();

/// On the real engine, clock included: what is recorded lies in the days before now.
class EngineRehearsal : public testing::Test
{
protected:
    void SetUp() override
    {
        auto host = app::openEngine({.directory = m_root.path() / "data", .program = "test"});
        ASSERT_TRUE(host) << host.error().detail;
        m_host = *std::move(host);
        m_now = m_host->ask([](Engine &engine) { return engine.budget(kAcme).periodStart; });
    }

    void apply(const Command &command)
    {
        const auto done = m_host->ask([&](Engine &engine) { return engine.apply(command, kAda); });
        ASSERT_TRUE(done) << done.error().detail;
    }

    /// `count` operations of 1 g in one hour.
    void use(const TenantId &tenant, Instant when, int count)
    {
        for (int i = 0; i < count; ++i)
            apply(RecordUsage{.tenant = tenant, .amount = GramsCO2e::fromGrams(1), .at = when});
    }

    Result<Rehearsal> rehearse(const RehearsalQuery &query, std::stop_token stop = {})
    {
        std::promise<Result<Rehearsal>> promise;
        auto answer = promise.get_future();
        m_host->post([&](Engine &engine) {
            engine.rehearse(
                query, stop, [this](const Progress &come) { m_progress.push_back(come.done); },
                [&](Result<Rehearsal> result) { promise.set_value(std::move(result)); });
        });
        return answer.get();
    }

    tests::TemporaryDirectory m_root;
    std::unique_ptr<EngineHost> m_host;
    Instant m_now;
    std::vector<std::uint64_t> m_progress;
};

SetBudget daily(const TenantId &tenant, std::int64_t limitGrams)
{
    return {.tenant = tenant, .limit = GramsCO2e::fromGrams(limitGrams), .period = PeriodKind::Day};
}

TEST_F(EngineRehearsal, aChangeIsTriedOnRecordedHistoryBesideTheBudgetInForce)
{
    const Instant day = std::chrono::floor<std::chrono::days>(m_now - std::chrono::days{3});
    apply(daily(kAcme, 100));
    use(kAcme, day + std::chrono::hours{9}, 12);
    use(kBeta, day + std::chrono::hours{9}, 4);
    const auto result =
        rehearse({{daily(kAcme, 10), daily(kBeta, 5)}, day + std::chrono::minutes{10}, day + std::chrono::hours{20}});
    ASSERT_TRUE(result) << result.error().detail;
    EXPECT_EQ(result->from, day) << "whole hours";
    ASSERT_EQ(result->tenants.size(), 2U);
    const RehearsalRow &acme = result->tenants[0];
    EXPECT_EQ(acme.asIs.refused, 0U);
    EXPECT_EQ(acme.asIs.operations, 12U);
    EXPECT_EQ(acme.changed.delayed, 2U);
    EXPECT_EQ(acme.changed.refused, 2U);
    EXPECT_EQ(acme.changed.avoided, GramsCO2e::fromGrams(2));
    EXPECT_EQ(acme.changed.waiting, milliseconds(100 + 1050));
    EXPECT_EQ(result->tenants[1].changed.delayed, 0U) << "the fourth begins at 3 of 5 g";
    EXPECT_EQ(result->changed.operations, 16U);
    EXPECT_EQ(result->changed.refused, 2U);
    EXPECT_EQ(m_progress, (std::vector<std::uint64_t>{0, 1, 2}));
    EXPECT_EQ(m_host->ask([](Engine &engine) { return engine.budget(kAcme); }).limit, GramsCO2e::fromGrams(100))
        << "nothing was changed";
}

TEST_F(EngineRehearsal, whatCannotBeRehearsedIsNamed)
{
    const Instant day = m_now - std::chrono::days{3};
    const auto refused = [&](const RehearsalQuery &query) {
        const auto result = rehearse(query);
        return result ? std::string("accepted") : result.error().subject;
    };
    EXPECT_EQ(refused({{}, day, m_now}), "changes");
    EXPECT_EQ(refused({{daily(kAcme, 10)}, m_now, day}), "to");
    EXPECT_EQ(refused({{daily(kAcme, 10)}, day + std::chrono::days{9999}, day + std::chrono::days{99999}}), "from");
    EXPECT_EQ(refused({{daily(kAcme, 10)}, Instant{}, m_now}), "from");
    EXPECT_EQ(refused({{daily(kAcme, 10), daily(kAcme, 20)}, day, m_now}), "tenant");
    SetBudget wrong = daily(kAcme, 10);
    wrong.soft = 90_percent;
    wrong.hard = 80_percent;
    EXPECT_EQ(refused({{wrong}, day, m_now}), "soft");
}

TEST_F(EngineRehearsal, itCanBeStopped)
{
    std::stop_source stop;
    stop.request_stop();
    const auto result = rehearse({{daily(kAcme, 10)}, m_now - std::chrono::days{3}, m_now}, stop.get_token());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace greenward::engine
