#include "core/adapters/grid_providers/carbon_aware_sdk.h"

#include "core/base/time_text.h"

namespace greenward::adapters {
namespace {

using grid::Question;

/// Its sources publish with a delay: what was an hour ago is there.
constexpr std::chrono::hours kNowReachesBack{2};

std::string urlOfWant(const std::string &base, const grid::Want &want, Instant now)
{
    if (want.question == Question::Forecast)
        return urlOf(base, "/emissions/forecasts/current",
                     {{"location", want.zone}, {"dataEndAt", toRfc3339(now + want.horizon)}});
    const bool past = want.question == Question::History;
    return urlOf(base, "/emissions/bylocation",
                 {{"location", want.zone},
                  {"time", toRfc3339(past ? want.from : now - kNowReachesBack)},
                  {"toTime", toRfc3339(past ? want.to : now)}});
}

/// 204 and 501 are answers of their own: the readers know them.
std::optional<grid::ProviderProblem> judge(const HttpAnswer &answer)
{
    if (answer.status == 200 || answer.status == 204 || answer.status == 501) return std::nullopt;
    return problemOfStatus(answer);
}

} // namespace

CarbonAwareSdk::CarbonAwareSdk(ProviderSetup setup, carbon_aware_sdk::Behind behind)
    : m_baseUrl(std::move(setup.baseUrl))
    , m_clock(setup.clock)
    , m_behind(behind)
    , m_gateway(setup.http, setup.clock, std::move(setup.post), std::move(setup.random),
                {.burst = 20, .interval = std::chrono::seconds{1}})
{}

bool CarbonAwareSdk::canAnswer(Question question, Signal signal) const
{
    const bool known = question == Question::Now || question == Question::History || question == Question::Forecast;
    return known && signal == m_behind.signal;
}

std::optional<std::string> CarbonAwareSdk::zoneOf(const grid::Place &place) const
{
    if (place.cloudRegion.empty()) return std::nullopt;
    return place.cloudRegion;
}

void CarbonAwareSdk::ask(const grid::Want &want, Done done)
{
    const std::string url = urlOfWant(m_baseUrl, want, m_clock.now());
    const auto asForecast = want.question == Question::Forecast;
    const auto read = [zone = want.zone, behind = m_behind, asForecast](const HttpAnswer &answer) {
        return asForecast ? carbon_aware_sdk::readForecast(answer, zone, behind)
                          : carbon_aware_sdk::readEmissions(answer, zone, behind);
    };
    // The time of asking is part of the address; equal questions are joined without it.
    const std::string key = std::to_string(static_cast<int>(want.question)) + " " + want.zone +
                            (want.question == Question::History ? toRfc3339(want.from) + toRfc3339(want.to) : "");
    m_gateway.ask(key, plainRequest(url), judge, handing(std::move(done), read));
}

} // namespace greenward::adapters
