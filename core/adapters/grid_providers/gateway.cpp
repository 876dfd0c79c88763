#include "core/adapters/grid_providers/gateway.h"

#include <utility>

namespace greenward::adapters {

using grid::Trouble;

/// One thing asked for, by as many as asked for it.
struct Gateway::Asking
{
    std::function<HttpRequest()> makeRequest;
    Judge judge;
    std::vector<Done> waiting;
    int failures = 0;
    std::uint64_t attempt = 0;         ///< an answer to an earlier one is not taken
    std::optional<milliseconds> retry; ///< when the next try is due; nothing: one is under way
};

Gateway::Gateway(HttpClient &http, const Clock &clock, Post post, Random random, Settings settings)
    : m_http(http)
    , m_clock(clock)
    , m_post(std::move(post))
    , m_random(std::move(random))
    , m_settings(settings)
    , m_breaker(settings.breaker)
    , m_budget(settings.burst, settings.interval)
{}

Gateway::~Gateway()
{
    *m_alive = false;
    m_stop.request_stop();
    for (const auto &[key, asking] : std::exchange(m_asking, {}))
        for (const Done &done : asking->waiting)
            done(grid::trouble(Trouble::Cancelled, "stopped on request"));
}

milliseconds Gateway::now() const
{
    return std::chrono::duration_cast<milliseconds>(m_clock.monotonic());
}

void Gateway::ask(const std::string &key, std::function<HttpRequest()> makeRequest, Judge judge, Done done)
{
    if (const auto found = m_asking.find(key); found != m_asking.end()) {
        found->second->waiting.push_back(std::move(done));
        return;
    }
    if (const auto problem = refusal(key)) {
        done(Unexpected{*problem});
        return;
    }
    auto asking = std::make_unique<Asking>();
    asking->makeRequest = std::move(makeRequest);
    asking->judge = std::move(judge);
    asking->waiting.push_back(std::move(done));
    m_asking.emplace(key, std::move(asking));
    send(key);
}

/// Why nothing may be asked now; takes from the budget when it may.
std::optional<grid::ProviderProblem> Gateway::refusal(const std::string &key)
{
    const milliseconds at = now();
    if (const auto known = m_notInPlan.find(key); known != m_notInPlan.end()) {
        if (at < known->second)
            return grid::ProviderProblem{
                Trouble::NotInPlan, "the account does not include this; asked again tomorrow", {}};
        m_notInPlan.erase(known);
    }
    if (const milliseconds wait = m_budget.wait(at); wait.count() > 0)
        return grid::ProviderProblem{Trouble::RateLimited, "our own request budget for this provider is used up",
                                     std::chrono::ceil<std::chrono::seconds>(wait)};
    if (!m_breaker.mayAsk(at)) {
        const milliseconds wait = m_breaker.opensAt().value_or(at) - at;
        return grid::ProviderProblem{Trouble::Down, "not asked: it failed several times in a row",
                                     std::chrono::ceil<std::chrono::seconds>(std::max(wait, milliseconds{0}))};
    }
    m_budget.take(at);
    return std::nullopt;
}

void Gateway::send(const std::string &key)
{
    Asking &asking = *m_asking.at(key);
    asking.retry.reset();
    const std::uint64_t attempt = ++asking.attempt;
    ++m_asked;
    m_http.send(asking.makeRequest(), m_stop.get_token(),
                [this, alive = std::weak_ptr(m_alive), post = m_post, key, attempt](grid::Answer<HttpAnswer> answer) {
                    post([this, alive, key, attempt, answer = std::move(answer)]() mutable {
                        const auto self = alive.lock();
                        if (self && *self) take(key, attempt, std::move(answer));
                    });
                });
}

void Gateway::take(const std::string &key, std::uint64_t attempt, grid::Answer<HttpAnswer> answer)
{
    const auto found = m_asking.find(key);
    if (found == m_asking.end() || found->second->attempt != attempt) return;
    Asking &asking = *found->second;
    if (answer) {
        if (auto problem = asking.judge(*answer)) answer = Unexpected{*std::move(problem)};
    }
    if (answer) {
        m_breaker.succeeded();
        m_lastSuccess = m_clock.now();
        m_lastProblem.reset();
        settle(key, answer);
        return;
    }
    note(answer.error());
    ++asking.failures;
    if (answer.error().trouble == Trouble::NotInPlan) m_notInPlan[key] = now() + m_settings.planMemory;
    const auto wait = m_settings.retry.waitAfter(asking.failures, answer.error(), m_random());
    // While the breaker is open another try would not go anyway.
    if (!wait || m_breaker.state(now()) == grid::Breaker::State::Open) {
        settle(key, answer);
        return;
    }
    asking.retry = now() + *wait;
}

void Gateway::note(const grid::ProviderProblem &problem)
{
    m_lastProblem = problem;
    if (grid::isWorthRetrying(problem.trouble))
        m_breaker.failed(now());
    else if (problem.trouble == Trouble::Cancelled)
        m_breaker.undecided();
    else
        m_breaker.succeeded(); // it is there and answers: what it says is another matter
}

void Gateway::settle(const std::string &key, const grid::Answer<HttpAnswer> &answer)
{
    // Taken out first: who is told may ask again at once.
    const auto asking = m_asking.extract(key);
    for (const Done &done : asking.mapped()->waiting)
        done(answer);
}

void Gateway::tick()
{
    const milliseconds at = now();
    std::vector<std::string> due;
    for (const auto &[key, asking] : m_asking)
        if (asking->retry && *asking->retry <= at) due.push_back(key);
    for (const std::string &key : due) {
        if (const auto problem = refusal(key))
            settle(key, Unexpected{*problem});
        else
            send(key);
    }
}

void Gateway::forget()
{
    m_notInPlan.clear();
    m_breaker.succeeded();
    m_lastProblem.reset();
}

GatewayHealth Gateway::health() const
{
    const milliseconds at = now();
    GatewayHealth health{m_breaker.state(at), {}, m_budget.left(at), m_lastProblem, m_lastSuccess, 0, m_asked};
    for (const auto &[key, asking] : m_asking)
        if (asking->retry) ++health.retrying;
    if (m_breaker.opensAt() && *m_breaker.opensAt() > at) health.pausedFor = *m_breaker.opensAt() - at;
    return health;
}

} // namespace greenward::adapters
