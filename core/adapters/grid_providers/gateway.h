#pragma once

#include "core/adapters/http/http_client.h"
#include "core/base/clock.h"
#include "core/grid/breaker.h"
#include "core/grid/request_budget.h"
#include "core/grid/retry_plan.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace greenward::adapters {

/// How well a provider is, for the console's source list.
struct GatewayHealth
{
    grid::Breaker::State breaker = grid::Breaker::State::Closed;
    std::optional<milliseconds> pausedFor; ///< until the next trial
    int requestsLeft = 0;                  ///< of its request budget, now
    std::optional<grid::ProviderProblem> lastProblem;
    std::optional<Instant> lastSuccess;
    int retrying = 0;        ///< requests that failed and wait for their next try
    std::uint64_t asked = 0; ///< requests that went over the network since the start
};

/// The one way to a provider: equal requests under way are joined, the request budget and the breaker are kept, what
/// can come out otherwise is tried again, and what the account may not ask is remembered for a day (C-21, C-26).
///
/// One thread, the one that `post` hands work to; answers come there. Every ask() gets exactly one answer, also when
/// this object ends.
class Gateway final
{
public:
    struct Settings
    {
        grid::RetryPlan retry;
        grid::Breaker::Settings breaker;
        int burst = 5;
        milliseconds interval{1000}; ///< between requests, beyond the burst
        milliseconds planMemory{std::chrono::hours{24}};
    };
    using Post = std::function<void(std::function<void()>)>;
    using Random = std::function<std::uint32_t()>;
    /// What an answer means with this provider; nothing: it is data.
    using Judge = std::function<std::optional<grid::ProviderProblem>(const HttpAnswer &)>;
    using Done = std::function<void(const grid::Answer<HttpAnswer> &)>;

    /// `http` and `clock` outlive this object; `post` is callable from any thread, until `http` has ended.
    Gateway(HttpClient &http, const Clock &clock, Post post, Random random, Settings settings);
    ~Gateway();
    Gateway(const Gateway &) = delete;
    Gateway &operator=(const Gateway &) = delete;

    /// `key` says what is asked for, without secrets: equal keys are one request. `makeRequest` is called for each try,
    /// so that a renewed token is used.
    void ask(const std::string &key, std::function<HttpRequest()> makeRequest, Judge judge, Done done);
    /// Sends what waits for its next try. Call about every 200 ms.
    void tick();
    /// The credentials or the address changed: what was remembered no longer holds.
    void forget();
    GatewayHealth health() const;

private:
    struct Asking;
    milliseconds now() const;
    std::optional<grid::ProviderProblem> refusal(const std::string &key);
    void send(const std::string &key);
    void take(const std::string &key, std::uint64_t attempt, grid::Answer<HttpAnswer> answer);
    void settle(const std::string &key, const grid::Answer<HttpAnswer> &answer);
    void note(const grid::ProviderProblem &problem);

    HttpClient &m_http;
    const Clock &m_clock;
    Post m_post;
    Random m_random;
    Settings m_settings;
    grid::Breaker m_breaker;
    grid::RequestBudget m_budget;
    std::map<std::string, std::unique_ptr<Asking>> m_asking;
    std::map<std::string, milliseconds> m_notInPlan; ///< by key: until when it is not asked
    std::optional<grid::ProviderProblem> m_lastProblem;
    std::optional<Instant> m_lastSuccess;
    std::uint64_t m_asked = 0;
    std::stop_source m_stop;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< false once this object is gone
};

} // namespace greenward::adapters
