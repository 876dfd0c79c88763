#include "core/adapters/grid_providers/watttime.h"

#include "core/adapters/grid_providers/watttime_answers.h"
#include "core/base/decimal.h"
#include "core/base/time_text.h"

#include <map>
#include <set>

namespace greenward::adapters {
namespace {

using grid::Answer;
using grid::Question;
using grid::Trouble;

std::string urlOfWant(const std::string &base, const grid::Want &want)
{
    std::vector<std::pair<std::string, std::string>> query{{"region", want.zone}, {"signal_type", "co2_moer"}};
    switch (want.question) {
    case Question::Percentile:
        return urlOf(base, "/v3/signal-index", query);
    case Question::History:
        query.emplace_back("start", toRfc3339(want.from));
        // Its end is inclusive; ours is not.
        query.emplace_back("end", toRfc3339(want.to - std::chrono::minutes{5}));
        query.emplace_back("include_imputed_marker", "true");
        return urlOf(base, "/v3/historical", query);
    case Question::Forecast:
        query.emplace_back("horizon_hours", std::to_string(std::min<long>(want.horizon.count(), 72)));
        return urlOf(base, "/v3/forecast", query);
    default:
        // The first point of a forecast is now: the only real-time value in pounds (C-18).
        query.emplace_back("horizon_hours", "0");
        return urlOf(base, "/v3/forecast", query);
    }
}

std::optional<grid::ProviderProblem> judge(const HttpAnswer &answer)
{
    if (answer.status == 200) return std::nullopt;
    return watttime::problem(answer, watttime::Asked::Data);
}

Gateway::Done reading(const grid::Want &want, grid::Provider::Done done)
{
    const std::string region = want.zone;
    switch (want.question) {
    case Question::Percentile:
        return handing(std::move(done),
                       [region](const HttpAnswer &answer) { return watttime::readSignalIndex(answer, region); });
    case Question::History:
        return handing(std::move(done),
                       [region](const HttpAnswer &answer) { return watttime::readHistorical(answer, region); });
    default:
        return handing(std::move(done),
                       [region](const HttpAnswer &answer) { return watttime::readForecast(answer, region); });
    }
}

/// They are sorted; the same endpoint comes once for each of its models.
std::vector<grid::ZoneAccess> byZone(const std::vector<watttime::Access> &access)
{
    std::map<std::string, std::set<std::string>> zones;
    for (const watttime::Access &one : access)
        zones[one.region].insert(one.endpoint);
    std::vector<grid::ZoneAccess> all;
    for (const auto &[zone, endpoints] : zones)
        all.push_back({zone, {endpoints.begin(), endpoints.end()}});
    return all;
}

} // namespace

WattTime::WattTime(ProviderSetup setup, WattTimeLogin login)
    : m_baseUrl(std::move(setup.baseUrl))
    , m_token(m_gateway, setup.clock, m_baseUrl, std::move(login))
    // 3000 in 5 minutes are allowed.
    , m_gateway(setup.http, setup.clock, std::move(setup.post), std::move(setup.random),
                {.burst = 50, .interval = milliseconds{200}})
{}

void WattTime::useLogin(WattTimeLogin login)
{
    m_token.useLogin(std::move(login));
    m_gateway.forget();
}

bool WattTime::canAnswer(Question question, Signal signal) const
{
    if (question == Question::RenewableShare) return false;
    return question == Question::Percentile ? signal == Signal::Percentile : signal == Signal::Marginal;
}

std::optional<std::string> WattTime::zoneOf(const grid::Place &place) const
{
    if (place.watttimeRegion.empty()) return std::nullopt;
    return place.watttimeRegion;
}

void WattTime::ask(const grid::Want &want, Done done)
{
    send(urlOfWant(m_baseUrl, want), true, reading(want, std::move(done)));
}

void WattTime::locate(const Coordinates &at, std::function<void(Answer<std::string>)> done)
{
    const std::string url = urlOf(m_baseUrl, "/v3/region-from-loc",
                                  {{"latitude", decimalText(at.latitude, 6)},
                                   {"longitude", decimalText(at.longitude, 6)},
                                   {"signal_type", "co2_moer"}});
    send(url, true, [done = std::move(done)](const Answer<HttpAnswer> &answer) {
        if (!answer) {
            done(Unexpected{answer.error()});
            return;
        }
        const auto region = watttime::readRegion(*answer);
        if (region)
            done(region->region);
        else
            done(Unexpected{region.error()});
    });
}

void WattTime::askAccess(std::function<void(Answer<std::vector<grid::ZoneAccess>>)> done)
{
    send(urlOf(m_baseUrl, "/v3/my-access", {{"signal_type", "co2_moer"}}), true,
         [done = std::move(done)](const Answer<HttpAnswer> &answer) {
             if (!answer) {
                 done(Unexpected{answer.error()});
                 return;
             }
             const auto access = watttime::readAccess(*answer);
             if (access)
                 done(byZone(*access));
             else
                 done(Unexpected{access.error()});
         });
}

void WattTime::send(const std::string &url, bool mayRenew, Gateway::Done done)
{
    m_token.need([this, url, mayRenew, done = std::move(done)](std::optional<grid::ProviderProblem> problem) {
        if (problem) {
            done(Unexpected{*std::move(problem)});
            return;
        }
        const std::uint64_t serial = m_token.serial();
        const auto request = [this, url] {
            HttpRequest made;
            made.url = url;
            made.headers.push_back({"Authorization", Secret("Bearer " + std::string(m_token.token().reveal()))});
            return made;
        };
        m_gateway.ask(url, request, judge, [this, url, mayRenew, serial, done](const Answer<HttpAnswer> &answer) {
            const bool expired = !answer && answer.error().trouble == Trouble::TokenExpired;
            if (!expired) {
                done(answer);
                return;
            }
            m_token.reject(serial);
            if (mayRenew)
                send(url, false, done);
            else
                done(grid::trouble(Trouble::WrongCredentials,
                                   "a new token was not accepted either: " + answer.error().detail));
        });
    });
}

} // namespace greenward::adapters
