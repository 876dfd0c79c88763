#include "core/adapters/grid_providers/energy_charts.h"

#include "core/adapters/grid_providers/energy_charts_answers.h"

#include <algorithm>
#include <array>

namespace greenward::adapters {
namespace {

using grid::Question;

/// Its list of countries, version 1.5 of its document.
constexpr std::array<std::string_view, 44> kCountries{"al", "am", "at", "az", "ba", "be", "bg", "by", "ch", "cy", "cz",
                                                      "de", "dk", "ee", "es", "fi", "fr", "ge", "gr", "hr", "hu", "ie",
                                                      "it", "lt", "lu", "lv", "md", "me", "mk", "mt", "nl", "no", "pl",
                                                      "pt", "ro", "rs", "ru", "se", "si", "sk", "tr", "ua", "uk", "xk"};

std::string countryOf(const grid::Place &place)
{
    if (place.country == "GB") return "uk";
    std::string code = place.country;
    std::ranges::transform(code, code.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return code;
}

/// It takes unix seconds.
std::string secondsText(Instant at)
{
    return std::to_string(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

} // namespace

EnergyCharts::EnergyCharts(ProviderSetup setup)
    : m_baseUrl(std::move(setup.baseUrl))
    , m_gateway(setup.http, setup.clock, std::move(setup.post), std::move(setup.random),
                {.burst = 2, .interval = std::chrono::milliseconds{1500}})
{}

bool EnergyCharts::canAnswer(Question question, Signal signal) const
{
    return signal == Signal::Average && question != Question::Percentile;
}

std::optional<std::string> EnergyCharts::zoneOf(const grid::Place &place) const
{
    std::string country = countryOf(place);
    if (std::ranges::find(kCountries, country) == kCountries.end()) return std::nullopt;
    return country;
}

void EnergyCharts::ask(const grid::Want &want, Done done)
{
    const bool share = want.question == Question::RenewableShare;
    std::vector<std::pair<std::string, std::string>> query{{"country", want.zone}};
    if (want.question == Question::History) {
        query.emplace_back("start", secondsText(want.from));
        query.emplace_back("end", secondsText(want.to));
    }
    const std::string url = urlOf(m_baseUrl, share ? "/ren_share_forecast" : "/co2eq", query);
    const auto request = plainRequest(url);
    // An answer that is not 200 is read too: its 400 names an unknown country.
    const auto judge = [country = want.zone, share](const HttpAnswer &answer) -> std::optional<grid::ProviderProblem> {
        if (answer.status == 200) return std::nullopt;
        return share ? energy_charts::readRenewableShare(answer, country).error()
                     : energy_charts::readIntensity(answer, country).error();
    };
    if (share)
        m_gateway.ask(url, request, judge, handing(std::move(done), [country = want.zone](const HttpAnswer &answer) {
                          return energy_charts::readRenewableShare(answer, country);
                      }));
    else
        m_gateway.ask(url, request, judge, handing(std::move(done), [country = want.zone](const HttpAnswer &answer) {
                          return energy_charts::readIntensity(answer, country);
                      }));
}

} // namespace greenward::adapters
