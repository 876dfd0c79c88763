// The gateway that a site runs itself, as a real server on loopback.
#include "core/adapters/grid_providers/carbon_aware_sdk.h"
#include "tests/adapters/grid_providers/provider_fixture.h"

#include <gtest/gtest.h>

namespace greenward::adapters {
namespace {

using grid::Question;
using grid::Trouble;
using tests::Received;
using tests::Reply;

constexpr const char *kEmissions =
    R"([{"location":"eastus","time":"2026-05-04T09:55:00Z","rating":412.5,"duration":"00:05:00"},)"
    R"({"location":"eastus","time":"2026-05-04T10:00:00Z","rating":401,"duration":"00:05:00"}])";
constexpr const char *kForecast =
    R"([{"generatedAt":"2026-05-04T10:00:00Z","location":"eastus","forecastData":[)"
    R"({"location":"eastus","timestamp":"2026-05-04T10:05:00Z","duration":5,"value":390},)"
    R"({"location":"eastus","timestamp":"2026-05-04T10:10:00Z","duration":5,"value":380}]}])";

class CarbonAwareSdkTest : public ProviderTest
{
protected:
    CarbonAwareSdkTest()
    {
        m_service = [this](const Received &request) {
            if (request.path == "/emissions/bylocation") return Reply{emissionsStatus, kEmissions};
            return Reply{forecastStatus, forecastStatus == 200 ? kForecast : R"({"status":501})"};
        };
    }
    static grid::Want want(Question question)
    {
        return {.question = question, .signal = Signal::Marginal, .zone = "eastus", .horizon = std::chrono::hours{24}};
    }

    int emissionsStatus = 200;
    int forecastStatus = 200;
    CarbonAwareSdk m_provider{setup(), {Signal::Marginal, Gas::CO2}};
};

TEST_F(CarbonAwareSdkTest, C23_theAnswerIsOfTheSignalTheAdministratorNamed)
{
    EXPECT_TRUE(m_provider.canAnswer(Question::Now, Signal::Marginal));
    EXPECT_FALSE(m_provider.canAnswer(Question::Now, Signal::Average));
    EXPECT_FALSE(m_provider.canAnswer(Question::Percentile, Signal::Marginal));
    EXPECT_TRUE(m_provider.health().configured);
    const auto answer = ask(m_provider, want(Question::Now));
    const grid::Series *series = seriesOf(answer);
    ASSERT_NE(series, nullptr) << detailOf(answer);
    EXPECT_EQ(series->signal, Signal::Marginal);
    EXPECT_EQ(series->gas, Gas::CO2);
    ASSERT_EQ(series->points.size(), 2U);
    EXPECT_EQ(series->points[0].value.gramsText(), "412.5");
    EXPECT_EQ(lastTarget(),
              "/emissions/bylocation?location=eastus&time=2026-05-04T08%3A07%3A00Z&toTime=2026-05-04T10%3A07%3A00Z");
}

TEST_F(CarbonAwareSdkTest, aForecastIsAskedForAsFarAsItIsWanted)
{
    const auto answer = ask(m_provider, want(Question::Forecast));
    ASSERT_NE(seriesOf(answer), nullptr) << detailOf(answer);
    EXPECT_EQ(seriesOf(answer)->points.size(), 2U);
    EXPECT_EQ(lastTarget(), "/emissions/forecasts/current?location=eastus&dataEndAt=2026-05-05T10%3A07%3A00Z");
}

TEST_F(CarbonAwareSdkTest, thePastIsAskedForInItsSpan)
{
    grid::Want past = want(Question::History);
    past.from = at("2026-05-03T00:00:00Z");
    past.to = at("2026-05-04T00:00:00Z");
    EXPECT_TRUE(ask(m_provider, past));
    EXPECT_EQ(lastTarget(),
              "/emissions/bylocation?location=eastus&time=2026-05-03T00%3A00%3A00Z&toTime=2026-05-04T00%3A00%3A00Z");
}

TEST_F(CarbonAwareSdkTest, noContentIsNoDataNowAndASourceWithoutForecastsSaysSo)
{
    emissionsStatus = 204;
    EXPECT_EQ(ask(m_provider, want(Question::Now)).error().trouble, Trouble::NoDataNow);
    forecastStatus = 501;
    EXPECT_EQ(ask(m_provider, want(Question::Forecast)).error().trouble, Trouble::NotSupported);
    EXPECT_EQ(countOf("/emissions/forecasts/current"), 1U) << "asking again would not help";
}

} // namespace
} // namespace greenward::adapters
