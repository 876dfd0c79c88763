#include "core/budget/throttle_component.h"
#include "core/budget/throttle_gate.h"
#include "tests/core/budget/budget_fixture.h"

#include <thread>

namespace greenward::budget {
namespace {

using namespace std::chrono;

/// Throttling over the real budgets; `direct` says how the direct call answers.
class ThrottleTest : public BudgetTest
{
protected:
    ThrottleTest() { begin(); }

    void begin()
    {
        m_throttle.emplace(
            bus(), store(), clock,
            Enforcement{.evaluate = [this](const TenantId &who, GramsCO2e estimate) -> Result<bus::BudgetVerdict> {
                            ++directCalls;
                            if (directFails) return fail(ErrorCode::Internal, "enforcement", "is down");
                            return budgets().evaluate(who, estimate);
                        },
                        .refused =
                            [this](const TenantId &who, GramsCO2e estimate) {
                                budgets().noteRefusal(who, estimate);
                            }});
        const auto loaded = m_throttle->load();
        ASSERT_TRUE(loaded.has_value()) << loaded.error().detail;
    }
    void restartAll()
    {
        m_throttle.reset();
        restart();
        begin();
    }
    /// Another responder in the budgets' place: the bus fails.
    void breakTheBus()
    {
        m_throttle.reset();
        restart(); // budgets on a new bus, which throttling does not know
        m_deaf.emplace();
        m_throttle.emplace(
            *m_deaf, store(), clock,
            Enforcement{.evaluate = [this](const TenantId &who, GramsCO2e estimate) -> Result<bus::BudgetVerdict> {
                            ++directCalls;
                            if (directFails) return fail(ErrorCode::Internal, "enforcement", "is down");
                            return budgets().evaluate(who, estimate);
                        },
                        .refused =
                            [](const TenantId &, GramsCO2e) {
                            }});
    }
    bus::BudgetVerdict decide(GramsCO2e estimate = {})
    {
        auto answer = m_throttle->decide(acme, estimate);
        EXPECT_TRUE(answer.has_value()) << answer.error().detail;
        return answer.value();
    }
    ThrottleComponent &throttle() { return *m_throttle; }
    std::vector<store::AuditRow> auditOf(std::string_view what)
    {
        EXPECT_TRUE(throttle().flush().has_value()); // in order: what was submitted before is durable then
        std::vector<store::AuditRow> rows;
        auto all = store().audit(0, 1000).value();
        for (store::AuditRow &row : all)
            if (row.entry.what == what) rows.push_back(std::move(row));
        return rows;
    }

    int directCalls = 0;
    bool directFails = false;

private:
    std::optional<bus::Bus> m_deaf;
    std::optional<ThrottleComponent> m_throttle;
};

TEST_F(ThrottleTest, B31_U7_delaysAsWritten)
{
    setLimit(acme, 1000);
    struct Step
    {
        std::int64_t use_mg;
        std::int64_t delay_ms;
        ThrottleResult result;
    };
    for (const Step &step :
         {Step{799'000, 0, ThrottleResult::Allowed}, Step{1'000, 100, ThrottleResult::Delayed},
          Step{50'000, 575, ThrottleResult::Delayed}, Step{50'000, 1050, ThrottleResult::Delayed},
          Step{50'000, 1525, ThrottleResult::Delayed}, Step{50'000, 2000, ThrottleResult::Delayed}}) {
        use(acme, GramsCO2e::fromMicrograms(step.use_mg * 1000));
        const bus::BudgetVerdict verdict = decide();
        EXPECT_EQ(verdict.delay.count(), step.delay_ms);
        EXPECT_EQ(verdict.result, step.result);
    }
    EXPECT_FALSE(budgets().evaluate(acme, GramsCO2e::fromMicrograms(1)).canProceed) << "C-02: full";
    use(acme, GramsCO2e::fromMicrograms(1));
    EXPECT_EQ(decide().result, ThrottleResult::Rejected);
    EXPECT_EQ(decide().delay.count(), 0);
}

TEST_F(ThrottleTest, B30_T06_belowTheSoftThresholdAllowedAtOnce)
{
    setLimit(acme, 100);
    use(acme, GramsCO2e::fromMicrograms(79'999'999));
    const bus::BudgetVerdict verdict = decide();
    EXPECT_EQ(verdict.level, ThrottleLevel::None);
    EXPECT_EQ(verdict.result, ThrottleResult::Allowed);
    EXPECT_EQ(verdict.delay.count(), 0);
}

TEST_F(ThrottleTest, B32_T05_aboveTheHardLimitRejectedAtOnce)
{
    setLimit(acme, 100);
    use(acme, GramsCO2e::fromMicrograms(100'000'001));
    const bus::BudgetVerdict verdict = decide();
    EXPECT_EQ(verdict.level, ThrottleLevel::Hard);
    EXPECT_EQ(verdict.result, ThrottleResult::Rejected);
    EXPECT_EQ(verdict.delay.count(), 0);
}

TEST_F(ThrottleTest, T01_T02_asksOnTheBus)
{
    EXPECT_EQ(ThrottleComponent::kInfo.category, "CarbonAwareness");
    EXPECT_EQ(ThrottleComponent::kInfo.capabilities, "ActiveControl, Scheduling");
    setLimit(acme, 100);
    use(acme, grams(90));
    EXPECT_EQ(decide().delay.count(), 1050);
    EXPECT_EQ(directCalls, 0);
    EXPECT_EQ(throttle().decide(acme, grams(-1)).error().subject, "estimate");
}

TEST_F(ThrottleTest, T03_asksDirectlyWhenTheBusFailsAndLeavesAnAuditRow)
{
    setLimit(acme, 100);
    use(acme, grams(90));
    breakTheBus();
    EXPECT_EQ(decide().delay.count(), 1050);
    EXPECT_EQ(directCalls, 1);
    ASSERT_EQ(auditOf("throttle.direct").size(), 1U);
    EXPECT_EQ(auditOf("throttle.direct")[0].entry.subject, "tenant acme");
    decide();
    EXPECT_EQ(auditOf("throttle.direct").size(), 1U) << "at most one a minute";
    clock.advance(minutes{1});
    decide();
    EXPECT_EQ(auditOf("throttle.direct").size(), 2U);
}

TEST_F(ThrottleTest, C49_foregroundWorkGoesOnWhenNobodyAnswers)
{
    setLimit(acme, 100);
    use(acme, grams(200));
    breakTheBus();
    directFails = true;
    EXPECT_EQ(decide().result, ThrottleResult::Allowed);
    ASSERT_EQ(auditOf("throttle.unchecked").size(), 1U);
    EXPECT_NE(auditOf("throttle.unchecked")[0].entry.body.find("is down"), std::string::npos);
}

TEST_F(ThrottleTest, T08_T09_countsEveryAnswerAndPublishesThrottles)
{
    setLimit(acme, 100);
    decide(grams(1));
    use(acme, grams(90));
    decide(grams(1));
    decide(grams(11));
    const ThrottleStatistics expected{3, 1, 1, 1, milliseconds{1050}, 0, 0, milliseconds{0}};
    EXPECT_EQ(throttle().statistics(acme), expected);
    EXPECT_EQ(throttle().statistics(tenant("zeta")), ThrottleStatistics{});
    ASSERT_EQ(heard().throttles.size(), 2U) << "T-09: each throttle, and an allowed operation is none";
    EXPECT_EQ(heard().throttles[0].delay.count(), 1050);
    EXPECT_EQ(heard().throttles[1].result, ThrottleResult::Rejected);
}

TEST_F(ThrottleTest, T08_statisticsSurviveARestart)
{
    setLimit(acme, 100);
    use(acme, grams(90));
    decide();
    const ThrottleStatistics before = throttle().statistics(acme);
    restartAll();
    EXPECT_EQ(throttle().statistics(acme), before);
    EXPECT_EQ(throttle().throttledOften(clock.now() - hours{24}, 1, 20_percent).size(), 1U);
}

TEST_F(ThrottleTest, B28_C05_refusalsSayExhaustedAtMostOnceAMinute)
{
    setLimit(acme, 100);
    use(acme, grams(60));
    for (int second = 0; second < 130; ++second) {
        decide(grams(50));
        clock.advance(seconds{1});
    }
    ASSERT_EQ(heard().exhausted.size(), 3U) << "at 0, 60 and 120 s";
    EXPECT_EQ(heard().exhausted[0].refused, grams(50));
}

TEST_F(ThrottleTest, shadowModeLetsAllPassAndCountsWhatItWouldHaveDone)
{
    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = grams(100), .shadow = true}, m_by));
    decide(grams(1));
    use(acme, grams(90));
    const bus::BudgetVerdict soft = decide();
    EXPECT_EQ(soft.result, ThrottleResult::Allowed);
    EXPECT_EQ(soft.delay.count(), 0);
    EXPECT_EQ(soft.wouldBe, ThrottleResult::Delayed);
    EXPECT_EQ(soft.wouldDelay.count(), 1050);
    EXPECT_EQ(soft.level, ThrottleLevel::Soft) << "where the tenant stands is told as it is";
    use(acme, grams(20));
    const bus::BudgetVerdict hard = decide(grams(1));
    EXPECT_TRUE(hard.shadow);
    EXPECT_TRUE(hard.canProceed);
    EXPECT_EQ(hard.result, ThrottleResult::Allowed);
    EXPECT_EQ(hard.wouldBe, ThrottleResult::Rejected);
    EXPECT_TRUE(budgets().reserve(acme, grams(50), "write", std::nullopt).has_value());
    const ThrottleStatistics expected{3, 3, 0, 0, milliseconds{0}, 1, 1, milliseconds{1050}};
    EXPECT_EQ(throttle().statistics(acme), expected);
    EXPECT_TRUE(heard().throttles.empty());
    EXPECT_EQ(heard().thresholds.size(), 2U) << "thresholds are still told";

    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = grams(100), .shadow = false}, m_by));
    EXPECT_EQ(decide().result, ThrottleResult::Rejected);
    EXPECT_FALSE(budgets().reserve(acme, grams(1), "write", std::nullopt).has_value());
}

TEST_F(ThrottleTest, C56_oftenMeansMoreThanAFifthOfTwentyInADay)
{
    setLimit(acme, 100);
    use(acme, grams(10));
    for (int i = 0; i < 15; ++i)
        decide();
    use(acme, grams(75));
    for (int i = 0; i < 4; ++i)
        decide();
    const auto often = [&] {
        return throttle().throttledOften(clock.now() - hours{24}, 20, 20_percent).size();
    };
    EXPECT_EQ(often(), 0U) << "19 evaluations say nothing";
    decide();
    EXPECT_EQ(often(), 1U) << "5 of 20 is more than a fifth";
    clock.advance(hours{20});
    EXPECT_EQ(often(), 1U);
    clock.advance(hours{5});
    EXPECT_EQ(often(), 0U) << "yesterday";
}

TEST_F(ThrottleTest, C56_exactlyAFifthIsNotOften)
{
    setLimit(acme, 100);
    for (int i = 0; i < 16; ++i)
        decide();
    use(acme, grams(85));
    for (int i = 0; i < 4; ++i)
        decide();
    EXPECT_TRUE(throttle().throttledOften(clock.now() - hours{24}, 20, 20_percent).empty());
}

// ---- whoever waits --------------------------------------------------------------------------------------------------

bus::BudgetVerdict verdict(ThrottleResult result, milliseconds delay = milliseconds{0})
{
    bus::BudgetVerdict answer;
    answer.result = result;
    answer.delay = delay;
    return answer;
}

TEST(Gate, T04_T07_waitsTheDelayThenSaysDelayed)
{
    const TenantId acme = TenantId::parse("acme").value();
    milliseconds waited{0};
    const auto gateFor = [&waited](const bus::BudgetVerdict &answer) {
        return ThrottleGate([answer](const TenantId &, GramsCO2e) { return Result<bus::BudgetVerdict>(answer); },
                            [&waited](milliseconds delay, const std::stop_token &) {
                                waited += delay;
                                return true;
                            });
    };
    const std::stop_source never;
    const auto ask = [&](const bus::BudgetVerdict &answer) {
        return gateFor(answer).throttleIfNeeded(acme, {}, never.get_token()).value().result;
    };
    EXPECT_EQ(ask(verdict(ThrottleResult::Allowed)), ThrottleResult::Allowed);
    EXPECT_EQ(ask(verdict(ThrottleResult::Rejected)), ThrottleResult::Rejected);
    EXPECT_EQ(waited.count(), 0) << "only a delay waits";
    EXPECT_EQ(ask(verdict(ThrottleResult::Delayed, milliseconds{575})), ThrottleResult::Delayed);
    EXPECT_EQ(waited.count(), 575);
}

TEST(Gate, T04_aStopEndsTheRealWaitAtOnce)
{
    const TenantId acme = TenantId::parse("acme").value();
    std::stop_source stop;
    const ThrottleGate gate([&stop](const TenantId &, GramsCO2e) {
        stop.request_stop(); // while the tenant is about to wait an hour
        return Result<bus::BudgetVerdict>(verdict(ThrottleResult::Delayed, hours{1}));
    });
    EXPECT_EQ(gate.throttleIfNeeded(acme, {}, stop.get_token()).error().code, ErrorCode::Cancelled);
}

TEST(Gate, T04_aStopFromAnotherThreadEndsTheWait)
{
    std::stop_source stop;
    std::jthread other([&stop] { stop.request_stop(); });
    EXPECT_FALSE(waitUnlessStopped(hours{1}, stop.get_token()));
}

TEST(Gate, askedAfterAStopNothingIsCounted)
{
    std::stop_source stop;
    stop.request_stop();
    bool asked = false;
    const ThrottleGate gate([&asked](const TenantId &, GramsCO2e) {
        asked = true;
        return Result<bus::BudgetVerdict>(bus::BudgetVerdict{});
    });
    EXPECT_FALSE(gate.throttleIfNeeded(TenantId::parse("acme").value(), {}, stop.get_token()).has_value());
    EXPECT_FALSE(asked);
}

} // namespace
} // namespace greenward::budget
