#include "core/adapters/grid_providers/electricity_maps.h"

#include "core/adapters/grid_providers/electricity_maps_answers.h"
#include "core/base/time_text.h"

namespace greenward::adapters {
namespace {

using grid::Answer;
using grid::Question;

/// What "history" covers, with the hour that runs.
constexpr std::chrono::hours kLastDay{26};

struct Route
{
    std::string path;
    std::vector<std::pair<std::string, std::string>> query;
};

Route routeOf(const grid::Want &want, Instant now)
{
    // Without disableCallerLookup a zone it does not know becomes the zone of the caller's own address.
    Route route{{}, {{"zone", want.zone}, {"disableCallerLookup", "true"}}};
    switch (want.question) {
    case Question::Forecast:
        route.path = "/carbon-intensity/forecast";
        for (const int hours : {6, 24, 48, 72}) {
            if (want.horizon > std::chrono::hours{hours} && hours < 72) continue;
            route.query.emplace_back("horizonHours", std::to_string(hours));
            break;
        }
        break;
    case Question::History:
        // The last day is in every plan, other spans are not.
        if (want.from >= now - kLastDay) {
            route.path = "/carbon-intensity/history";
            break;
        }
        route.path = "/carbon-intensity/past-range";
        route.query.emplace_back("start", toRfc3339(want.from));
        route.query.emplace_back("end", toRfc3339(want.to));
        break;
    case Question::RenewableShare:
        route.path = "/renewable-energy/latest";
        break;
    default:
        route.path = "/carbon-intensity/latest";
        break;
    }
    return route;
}

std::optional<grid::ProviderProblem> judge(const HttpAnswer &answer)
{
    if (answer.status == 200) return std::nullopt;
    return electricity_maps::problem(answer);
}

} // namespace

ElectricityMaps::ElectricityMaps(ProviderSetup setup, Secret token)
    : m_baseUrl(std::move(setup.baseUrl))
    , m_clock(setup.clock)
    , m_token(std::move(token))
    // No limit is published; 40 an hour is what older free plans allowed.
    , m_gateway(setup.http, setup.clock, std::move(setup.post), std::move(setup.random),
                {.burst = 40, .interval = std::chrono::seconds{90}})
{}

void ElectricityMaps::useToken(Secret token)
{
    m_token = std::move(token);
    m_gateway.forget();
}

bool ElectricityMaps::canAnswer(Question question, Signal signal) const
{
    return signal == Signal::Average && question != Question::Percentile;
}

std::optional<std::string> ElectricityMaps::zoneOf(const grid::Place &place) const
{
    if (place.zone.empty()) return std::nullopt;
    return place.zone;
}

std::function<HttpRequest()> ElectricityMaps::requestOf(const std::string &url) const
{
    return [this, url] {
        HttpRequest made;
        made.url = url;
        made.headers.push_back({"auth-token", m_token});
        return made;
    };
}

void ElectricityMaps::ask(const grid::Want &want, Done done)
{
    if (m_token.empty()) {
        done(grid::trouble(grid::Trouble::NoCredentials, "no key is saved for Electricity Maps"));
        return;
    }
    const Route route = routeOf(want, m_clock.now());
    const std::string url = urlOf(m_baseUrl, route.path, route.query);
    const std::string zone = want.zone;
    const auto askWith = [&](auto read) {
        m_gateway.ask(url, requestOf(url), judge,
                      handing(std::move(done), [zone, read](const HttpAnswer &answer) { return read(answer, zone); }));
    };
    switch (want.question) {
    case Question::Forecast:
        askWith(electricity_maps::readForecast);
        break;
    case Question::History:
        askWith(electricity_maps::readHistory);
        break;
    case Question::RenewableShare:
        askWith(electricity_maps::readRenewableShare);
        break;
    default:
        askWith(electricity_maps::readLatest);
        break;
    }
}

void ElectricityMaps::askAccess(std::function<void(Answer<std::vector<grid::ZoneAccess>>)> done)
{
    if (m_token.empty()) {
        done(grid::trouble(grid::Trouble::NoCredentials, "no key is saved for Electricity Maps"));
        return;
    }
    const std::string url = urlOf(m_baseUrl, "/zones");
    m_gateway.ask(url, requestOf(url), judge, [done = std::move(done)](const Answer<HttpAnswer> &answer) {
        if (!answer) {
            done(Unexpected{answer.error()});
            return;
        }
        const auto zones = electricity_maps::readZones(*answer);
        if (!zones) {
            done(Unexpected{zones.error()});
            return;
        }
        std::vector<grid::ZoneAccess> all;
        for (const electricity_maps::Zone &one : *zones)
            if (!one.access.empty()) all.push_back({one.zone, one.access});
        done(std::move(all));
    });
}

} // namespace greenward::adapters
