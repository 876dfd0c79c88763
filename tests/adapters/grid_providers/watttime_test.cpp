#include "core/adapters/grid_providers/watttime.h"
#include "tests/adapters/grid_providers/provider_fixture.h"

#include <atomic>

namespace greenward::adapters {
namespace {

using grid::Question;
using tests::Received;
using tests::Reply;

/// The service as it behaves: basic login, opaque tokens, one region in the free plan.
struct Service
{
    std::atomic<int> logins = 0;
    std::atomic<int> refuseTokensBelow = 0; ///< tokens are numbered; lower ones have expired
    bool expiredAsPage = false;

    Reply operator()(const Received &request)
    {
        const std::string page = "<html><head><title>403 Forbidden</title></head></html>";
        if (request.path == "/login") {
            // ada:pa55:w0rd!
            if (request.method != "GET") return {405, ""};
            if (request.headers.at("authorization") != "Basic YWRhOnBhNTU6dzByZCE=") return {403, page};
            return {200, R"({"token":"t-)" + std::to_string(++logins) + "\"}"};
        }
        const std::string sent = request.headers.contains("authorization") ? request.headers.at("authorization") : "";
        const int number = sent.starts_with("Bearer t-") ? std::stoi(sent.substr(9)) : 0;
        if (number == 0 || number < refuseTokensBelow) return expiredAsPage ? Reply{403, page} : Reply{401, ""};
        const std::string region = request.parameters.at("region");
        const bool percentile = request.path == "/v3/signal-index";
        if (region != "CAISO_NORTH" && !percentile)
            return {403, R"({"error":"Invalid query parameters","message":"Invalid scope. You do not have access."})"};
        return {200, R"({"data":[{"point_time":"2026-05-04T10:05:00+00:00","value":)" +
                         std::string(percentile ? "42.5" : "870") +
                         R"(}],"meta":{"data_point_period_seconds":300,"region":")" + region +
                         R"(","warnings":[],"signal_type":"co2_moer","units":")" +
                         (percentile ? "percentile" : "lbs_co2_per_mwh") + "\"}}"};
    }
};

class WattTimeTest : public ProviderTest
{
protected:
    WattTimeTest()
    {
        m_service = [this](const Received &request) {
            return m_watttime(request);
        };
    }
    static WattTimeLogin login(const std::string &password = "pa55:w0rd!") { return {Secret("ada"), Secret(password)}; }
    static grid::Want now(const std::string &region)
    {
        return {.question = Question::Now, .signal = Signal::Marginal, .zone = region};
    }
    Service m_watttime;
};

TEST_F(WattTimeTest, G01_theIntensityOfNowIsTheFirstPointOfTheForecast)
{
    WattTime provider(setup(), login());
    const auto answer = ask(provider, now("CAISO_NORTH"));
    ASSERT_NE(seriesOf(answer), nullptr) << detailOf(answer);
    EXPECT_EQ(shown(seriesOf(answer)->points.at(0)), "forecast 2026-05-04T10:05:00Z 300 s 394.625");
    EXPECT_EQ(seriesOf(answer)->signal, Signal::Marginal);
    EXPECT_EQ(lastTarget(), "/v3/forecast?region=CAISO_NORTH&signal_type=co2_moer&horizon_hours=0");
}

TEST_F(WattTimeTest, C18_thePercentileStaysAPercentile)
{
    WattTime provider(setup(), login());
    const auto answer =
        ask(provider, {.question = Question::Percentile, .signal = Signal::Percentile, .zone = "PJM_NJ"});
    ASSERT_TRUE(answer) << detailOf(answer);
    EXPECT_EQ(std::get<grid::PercentilePoint>(*answer).value.text(), "42.5");
}

TEST_F(WattTimeTest, G02_oneLoginServesAllAndIsRenewedAfter25Minutes)
{
    WattTime provider(setup(), login());
    int answers = 0;
    for (const Question question : {Question::Now, Question::Forecast, Question::Now})
        provider.ask({.question = question, .signal = Signal::Marginal, .zone = "CAISO_NORTH"},
                     [&answers](const grid::Answer<grid::Found> &answer) { answers += answer ? 1 : 0; });
    ASSERT_TRUE(m_pump.runUntil([&] { return answers == 3; }));
    EXPECT_EQ(m_watttime.logins, 1);
    m_clock.advance(std::chrono::minutes{24});
    EXPECT_TRUE(ask(provider, now("CAISO_NORTH")));
    EXPECT_EQ(m_watttime.logins, 1);
    m_clock.advance(std::chrono::minutes{1});
    EXPECT_TRUE(ask(provider, now("CAISO_NORTH")));
    EXPECT_EQ(m_watttime.logins, 2);
}

TEST_F(WattTimeTest, G03_anExpiredTokenIsRenewedOnceAndTheRequestRepeatedOnce)
{
    for (const bool asPage : {false, true}) {
        m_watttime.logins = 0;
        m_watttime.refuseTokensBelow = 0;
        m_watttime.expiredAsPage = asPage;
        WattTime provider(setup(), login());
        EXPECT_TRUE(ask(provider, now("CAISO_NORTH")));
        m_watttime.refuseTokensBelow = 2;
        EXPECT_TRUE(ask(provider, now("CAISO_NORTH")));
        EXPECT_EQ(m_watttime.logins, 2);
        m_watttime.refuseTokensBelow = 1000;
        EXPECT_EQ(troubleOf(ask(provider, now("CAISO_NORTH"))), "wrong_credentials");
        EXPECT_EQ(m_watttime.logins, 3) << "once, not for ever";
    }
}

TEST_F(WattTimeTest, C19_aRefusedLoginIsNotRepeatedUntilTheCredentialsChange)
{
    WattTime provider(setup(), login("wrong"));
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(troubleOf(ask(provider, now("CAISO_NORTH"))), "wrong_credentials");
    EXPECT_EQ(countOf("/login"), 1U);
    provider.useLogin(login());
    EXPECT_TRUE(ask(provider, now("CAISO_NORTH")));
}

TEST_F(WattTimeTest, C21_aRegionOutsideThePlanIsAskedOnceWithoutANewLogin)
{
    WattTime provider(setup(), login());
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(troubleOf(ask(provider, now("PJM_NJ"))), "not_in_plan");
    EXPECT_EQ(m_watttime.logins, 1);
    EXPECT_EQ(countOf("/v3/forecast"), 1U);
}

TEST_F(WattTimeTest, G32_withoutCredentialsNothingIsAsked)
{
    WattTime provider(setup(), {});
    EXPECT_FALSE(provider.health().configured);
    EXPECT_EQ(troubleOf(ask(provider, now("CAISO_NORTH"))), "no_credentials");
    EXPECT_TRUE(m_server.received().empty());
}

TEST_F(WattTimeTest, G05_historyIsHalfOpenAndMarksImputedValues)
{
    WattTime provider(setup(), login());
    const auto answer = ask(provider, {.question = Question::History,
                                       .signal = Signal::Marginal,
                                       .zone = "CAISO_NORTH",
                                       .from = at("2026-05-03T00:00:00Z"),
                                       .to = at("2026-05-04T00:00:00Z")});
    EXPECT_TRUE(answer) << detailOf(answer);
    const auto request = m_server.received().back();
    EXPECT_EQ(request.path, "/v3/historical");
    EXPECT_EQ(request.parameters.at("start"), "2026-05-03T00:00:00Z");
    EXPECT_EQ(request.parameters.at("end"), "2026-05-03T23:55:00Z");
    EXPECT_EQ(request.parameters.at("include_imputed_marker"), "true");
}

TEST_F(WattTimeTest, endingItWhileALoginHangsAnswersEverybody)
{
    m_service = [](const Received &) {
        return Reply{200, "", {}, tests::Manner::Hang};
    };
    std::vector<std::string> outcomes;
    {
        WattTime provider(setup(), login());
        for (int i = 0; i < 3; ++i)
            provider.ask(now("CAISO_NORTH"), [&outcomes](const grid::Answer<grid::Found> &answer) {
                outcomes.push_back(troubleOf(answer));
            });
    }
    EXPECT_EQ(outcomes, std::vector<std::string>(3, "cancelled"));
}

} // namespace
} // namespace greenward::adapters
