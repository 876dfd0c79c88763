#include "core/adapters/grid_providers/gateway.h"
#include "core/adapters/grid_providers/http_answer.h"
#include "core/adapters/http/qt_http_client.h"
#include "tests/adapters/grid_providers/engine_thread_pump.h"
#include "tests/support/manual_clock.h"
#include "tests/support/stand_in_server.h"

#include <QtCore/QCoreApplication>

#include <gtest/gtest.h>

#include <atomic>

namespace greenward::adapters {
namespace {

using tests::Manner;
using tests::Received;
using tests::Reply;
using tests::StandInServer;

class GatewayTest : public ::testing::Test
{
protected:
    GatewayTest()
        : m_server([this](const Received &request) { return m_answer(request); })
        , m_gateway(
              m_http, m_clock, m_pump.post(), [] { return 0xFFFF'FFFFU; }, settings())
    {}
    static Gateway::Settings settings()
    {
        Gateway::Settings settings;
        settings.burst = 100;
        return settings;
    }
    void ask(const std::string &key)
    {
        m_gateway.ask(
            key,
            [this, key] {
                HttpRequest request;
                request.url = m_server.url() + "/" + key;
                return request;
            },
            [](const HttpAnswer &answer) -> std::optional<grid::ProviderProblem> {
                if (answer.status == 200) return std::nullopt;
                grid::ProviderProblem problem = problemOfStatus(answer);
                if (answer.status == 403) problem.trouble = grid::Trouble::NotInPlan;
                return problem;
            },
            [this](const grid::Answer<HttpAnswer> &answer) {
                m_outcomes.push_back(answer ? answer->body : std::string(troubleName(answer.error().trouble)));
            });
    }
    bool waitForOutcomes(std::size_t count)
    {
        return m_pump.runUntil([&] { return m_outcomes.size() >= count; });
    }
    /// Until the try under way has failed and the next one waits for its time.
    bool waitForFailure()
    {
        return m_pump.runUntil([&] { return m_gateway.health().retrying == 1; });
    }
    void advance(milliseconds by)
    {
        m_clock.advance(by);
        m_gateway.tick();
    }

    tests::EngineThreadPump m_pump; // outlives the client, whose thread posts to it
    int m_count = 1;
    char m_program[5] = "test"; // Qt wants at least a name
    char *m_arguments[2] = {m_program, nullptr};
    QCoreApplication m_application{m_count, m_arguments};
    std::function<Reply(const Received &)> m_answer = [](const Received &) {
        return Reply{200, "data"};
    };
    StandInServer m_server;
    QtHttpClient m_http{"Greenward/test"};
    tests::ManualClock m_clock{Instant{std::chrono::hours{400'000}}};
    std::vector<std::string> m_outcomes;
    Gateway m_gateway;
};

TEST_F(GatewayTest, equalRequestsUnderWayAreOne)
{
    for (int i = 0; i < 5; ++i)
        ask("zone");
    ask("other");
    ASSERT_TRUE(waitForOutcomes(6));
    EXPECT_EQ(m_outcomes, std::vector<std::string>(6, "data"));
    EXPECT_EQ(m_server.received().size(), 2U);
    EXPECT_EQ(m_gateway.health().asked, 2U);
}

TEST_F(GatewayTest, C26_aFailureIsTriedAgainAfterOneTwoAndFourSeconds)
{
    std::atomic<int> failures = 3;
    m_answer = [&failures](const Received &) {
        return failures-- > 0 ? Reply{500, ""} : Reply{200, "data"};
    };
    ask("zone");
    std::uint64_t asked = 1;
    for (const int seconds : {1, 2, 4}) {
        ASSERT_TRUE(waitForFailure());
        advance(std::chrono::seconds{seconds} - milliseconds{1});
        EXPECT_EQ(m_gateway.health().asked, asked) << "too early";
        advance(milliseconds{1});
        EXPECT_EQ(m_gateway.health().asked, ++asked) << "after " << seconds << " s";
    }
    ASSERT_TRUE(waitForOutcomes(1));
    EXPECT_EQ(m_outcomes, std::vector<std::string>{"data"});
}

TEST_F(GatewayTest, G12_rateLimitsAreWaitedForAsTheProviderAsks)
{
    std::atomic<int> failures = 1;
    m_answer = [&failures](const Received &) {
        return failures-- > 0 ? Reply{429, "", {{"Retry-After", "30"}}} : Reply{200, "data"};
    };
    ask("zone");
    ASSERT_TRUE(waitForFailure());
    advance(milliseconds{29'999});
    EXPECT_EQ(m_gateway.health().asked, 1U);
    advance(milliseconds{1});
    ASSERT_TRUE(waitForOutcomes(1));
    EXPECT_EQ(m_outcomes.front(), "data");
}

TEST_F(GatewayTest, C26_theBreakerOpensAfterFiveFailuresAndLetsOneTrialThroughAfterAMinute)
{
    m_answer = [](const Received &) {
        return Reply{503, ""};
    };
    ask("a");
    for (const int seconds : {1, 2, 4}) {
        ASSERT_TRUE(waitForFailure());
        advance(std::chrono::seconds{seconds});
    }
    ASSERT_TRUE(waitForOutcomes(1));
    ask("b");
    ASSERT_TRUE(waitForOutcomes(2)) << "the fifth failure opens it: no more tries";
    EXPECT_EQ(m_gateway.health().breaker, grid::Breaker::State::Open);
    EXPECT_EQ(m_gateway.health().pausedFor, milliseconds{60'000});
    const auto asked = m_gateway.health().asked;
    ask("c");
    EXPECT_EQ(m_outcomes.back(), "down");
    EXPECT_EQ(m_gateway.health().asked, asked) << "nothing goes out while it is open";

    m_answer = [](const Received &) {
        return Reply{200, "data"};
    };
    advance(milliseconds{60'000});
    ask("d");
    ask("e");
    EXPECT_EQ(m_outcomes.back(), "down") << "one trial, not two";
    ASSERT_TRUE(waitForOutcomes(5));
    EXPECT_EQ(m_outcomes.back(), "data");
    EXPECT_EQ(m_gateway.health().breaker, grid::Breaker::State::Closed);
}

TEST_F(GatewayTest, C21_whatIsNotInThePlanIsRememberedForADayAndNeverRetried)
{
    m_answer = [](const Received &) {
        return Reply{403, "{}"};
    };
    ask("zone");
    ASSERT_TRUE(waitForOutcomes(1));
    ask("zone");
    EXPECT_EQ(m_outcomes.back(), "not_in_plan");
    EXPECT_EQ(m_gateway.health().asked, 1U);
    EXPECT_EQ(m_gateway.health().breaker, grid::Breaker::State::Closed);
    m_gateway.forget();
    ask("zone");
    EXPECT_EQ(m_gateway.health().asked, 2U) << "new credentials may include it";
    ASSERT_TRUE(waitForOutcomes(3));
    advance(std::chrono::hours{24});
    ask("zone");
    EXPECT_EQ(m_gateway.health().asked, 3U);
    ASSERT_TRUE(waitForOutcomes(4));
}

TEST_F(GatewayTest, itsOwnRequestBudgetIsKept)
{
    for (int i = 0; i < 101; ++i)
        ask("zone" + std::to_string(i));
    EXPECT_EQ(m_outcomes, std::vector<std::string>{"rate_limited"});
    EXPECT_EQ(m_gateway.health().requestsLeft, 0);
    ASSERT_TRUE(waitForOutcomes(101));
    EXPECT_EQ(m_server.received().size(), 100U);
}

TEST_F(GatewayTest, endingItAnswersWhatIsUnderWay)
{
    m_answer = [](const Received &) {
        return Reply{200, "", {}, Manner::Hang};
    };
    std::vector<std::string> outcomes;
    {
        Gateway gateway(
            m_http, m_clock, m_pump.post(), [] { return 0U; }, settings());
        gateway.ask(
            "zone",
            [this] {
                HttpRequest request;
                request.url = m_server.url();
                return request;
            },
            [](const HttpAnswer &) { return std::nullopt; },
            [&outcomes](const grid::Answer<HttpAnswer> &answer) {
                outcomes.emplace_back(troubleName(answer.error().trouble));
            });
    }
    EXPECT_EQ(outcomes, std::vector<std::string>{"cancelled"});
}

} // namespace
} // namespace greenward::adapters
