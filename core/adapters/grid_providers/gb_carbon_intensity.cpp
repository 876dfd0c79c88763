#include "core/adapters/grid_providers/gb_carbon_intensity.h"

#include "core/adapters/grid_providers/gb_carbon_intensity_answers.h"
#include "core/base/time_text.h"

namespace greenward::adapters {
namespace {

using grid::Question;

/// Its ranges may be 14 days long.
constexpr std::chrono::hours kLongestRange{24 * 13};

/// "2026-05-04T10:00Z": it takes no seconds.
std::string minuteText(Instant at)
{
    return toRfc3339(std::chrono::floor<std::chrono::minutes>(at)).substr(0, 16) + "Z";
}

std::string pathOf(const grid::Want &want, Instant now)
{
    switch (want.question) {
    case Question::Forecast:
        return "/intensity/" + minuteText(now) + (want.horizon > std::chrono::hours{24} ? "/fw48h" : "/fw24h");
    case Question::History: {
        // A range answers every half hour whose end lies in it: the first would begin before it.
        const Instant from = want.from + std::chrono::minutes{30};
        return "/intensity/" + minuteText(from) + "/" + minuteText(std::min(want.to, want.from + kLongestRange));
    }
    case Question::RenewableShare:
        return "/generation";
    default:
        return "/intensity";
    }
}

} // namespace

GbCarbonIntensity::GbCarbonIntensity(ProviderSetup setup)
    : m_baseUrl(std::move(setup.baseUrl))
    , m_clock(setup.clock)
    , m_gateway(setup.http, setup.clock, std::move(setup.post), std::move(setup.random),
                {.burst = 5, .interval = std::chrono::seconds{1}})
{}

bool GbCarbonIntensity::canAnswer(Question question, Signal signal) const
{
    return signal == Signal::Average && question != Question::Percentile;
}

std::optional<std::string> GbCarbonIntensity::zoneOf(const grid::Place &place) const
{
    if (place.country != "GB") return std::nullopt;
    return std::string(gb_carbon_intensity::kZone);
}

void GbCarbonIntensity::ask(const grid::Want &want, Done done)
{
    const std::string path = pathOf(want, m_clock.now());
    const auto request = plainRequest(urlOf(m_baseUrl, path));
    if (want.question == Question::RenewableShare)
        m_gateway.ask(path, request, judgeByStatus, handing(std::move(done), gb_carbon_intensity::readRenewableShare));
    else
        m_gateway.ask(path, request, judgeByStatus, handing(std::move(done), gb_carbon_intensity::readIntensity));
}

} // namespace greenward::adapters
