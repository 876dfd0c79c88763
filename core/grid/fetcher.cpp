#include "core/grid/fetcher.h"

#include <algorithm>

namespace greenward::grid {
namespace {

/// Longer than this nobody waits for a source's own request budget: the next one is asked.
constexpr milliseconds kLongestWait{60'000};
/// An answer about a moment further ahead than this is a forecast as well.
constexpr std::chrono::hours kAhead{2};

bool reachesAhead(const Series &series, Instant now)
{
    return !series.points.empty() && series.points.back().from > now + kAhead;
}

/// A source that says of this moment only what it expects has nothing better: that is its estimate of now (C-18).
void takeNowcast(Series &series, Instant now)
{
    const bool observed =
        std::ranges::any_of(series.points, [](const SeriesPoint &one) { return one.kind != PointKind::Forecast; });
    if (observed) return;
    for (SeriesPoint &point : series.points) {
        if (point.from > now || now >= point.from + std::max(point.length, milliseconds{1})) continue;
        point.kind = PointKind::Estimated;
        if (point.method.empty()) point.method = "forecast for this moment";
        return;
    }
}

bool isConfigured(const SourceZone &one)
{
    return one.source->provider && one.source->provider->health().configured;
}

} // namespace

/// One inquiry on its way from source to source.
struct Fetcher::Walk
{
    Inquiry inquiry;
    std::deque<std::pair<std::string, std::string>> left; ///< id of the source, zone
    FetchOutcome outcome;
    Done done;
    std::optional<milliseconds> waitingSince; ///< steady
};

Fetcher::Fetcher(Sources &sources, SeriesStore &store, KnownSeries &known, bus::Bus &bus, const Clock &clock,
                 Covering covering)
    : m_sources(sources)
    , m_store(store)
    , m_known(known)
    , m_bus(bus)
    , m_clock(clock)
    , m_covering(std::move(covering))
{}

Fetcher::~Fetcher()
{
    *m_alive = false;
    for (const auto &walk : std::exchange(m_waiting, {}))
        walk->done(walk->outcome);
}

milliseconds Fetcher::steady() const
{
    return std::chrono::duration_cast<milliseconds>(m_clock.monotonic());
}

void Fetcher::fetch(const Place &place, const Inquiry &inquiry, Done done)
{
    const auto walk = std::make_shared<Walk>();
    walk->inquiry = inquiry;
    walk->done = std::move(done);
    // A key nobody has is no trouble while somebody else can be asked; else it is the reason.
    const auto covering = m_covering(place, inquiry.question, inquiry.signal);
    const bool somebody = std::ranges::any_of(covering, isConfigured);
    for (const SourceZone &one : covering)
        if (!somebody || isConfigured(one)) walk->left.emplace_back(one.source->kind.id, one.zone);
    ++m_underWay;
    next(walk);
}

void Fetcher::next(const std::shared_ptr<Walk> &walk)
{
    while (!walk->left.empty()) {
        const auto [id, zone] = walk->left.front();
        Source *source = m_sources.find(id);
        if (!source || !source->provider) {
            walk->left.pop_front();
            continue;
        }
        if (!walk->inquiry.fresh && isYoung(*source, zone, walk->inquiry)) {
            walk->outcome.source = id;
            walk->outcome.cached = true;
            break;
        }
        const ProviderHealth health = source->provider->health();
        const bool mustWait = health.configured && !health.paused && health.requestsLeft <= 0;
        if (!walk->waitingSince) walk->waitingSince = steady();
        if (mustWait && steady() - *walk->waitingSince < kLongestWait) {
            m_waiting.push_back(walk);
            return;
        }
        walk->waitingSince.reset();
        walk->left.pop_front();
        ask(walk, *source, zone);
        return;
    }
    finish(walk);
}

void Fetcher::tick()
{
    for (const auto &walk : std::exchange(m_waiting, {}))
        next(walk);
}

void Fetcher::finish(const std::shared_ptr<Walk> &walk)
{
    --m_underWay;
    walk->done(walk->outcome);
    if (m_listener && !walk->outcome.cached) m_listener();
}

/// Of a past span, what was asked before may have been another one.
bool Fetcher::isYoung(const Source &source, const std::string &zone, const Inquiry &inquiry) const
{
    if (inquiry.question == Question::History) return false;
    const auto found = m_answered.find({source.kind.id, zone, inquiry.question, inquiry.signal});
    return found != m_answered.end() && steady() - found->second < source.settings.cacheFor;
}

void Fetcher::ask(const std::shared_ptr<Walk> &walk, Source &source, const std::string &zone)
{
    const Want want{walk->inquiry.question, walk->inquiry.signal, zone,
                    walk->inquiry.from,     walk->inquiry.to,     walk->inquiry.horizon};
    source.provider->ask(want,
                         [this, alive = std::weak_ptr(m_alive), walk, id = source.kind.id, zone](Answer<Found> answer) {
                             if (const auto self = alive.lock(); self && *self)
                                 take(walk, id, zone, std::move(answer));
                             else
                                 walk->done(walk->outcome);
                         });
}

void Fetcher::take(const std::shared_ptr<Walk> &walk, const std::string &sourceId, const std::string &zone,
                   Answer<Found> answer)
{
    Source *source = m_sources.find(sourceId);
    std::optional<ProviderProblem> problem;
    if (!source)
        problem = ProviderProblem{Trouble::Cancelled, "the source is gone", {}};
    else if (answer)
        problem = keep(*source, walk->inquiry, *std::move(answer));
    else
        problem = std::move(answer).error();
    if (source) note(*source, zone, walk->inquiry, problem);
    if (!problem) {
        walk->outcome.source = sourceId;
        finish(walk);
        return;
    }
    walk->outcome.problems.push_back({sourceId, source ? source->kind.name : sourceId, *problem});
    next(walk);
}

std::optional<ProviderProblem> Fetcher::keep(const Source &source, const Inquiry &inquiry, Found found)
{
    const Instant now = m_clock.now();
    if (auto *series = std::get_if<Series>(&found)) {
        auto problem = keepSeries(source, inquiry, std::move(*series));
        if (problem) return problem;
    } else if (const auto *point = std::get_if<PercentilePoint>(&found)) {
        m_percentiles.insert_or_assign({point->provider, point->zone}, Percentile{*point, now});
    } else if (const auto *one = std::get_if<SharePoint>(&found)) {
        m_shares.insert_or_assign({one->provider, one->zone}, Share{*one, now});
    }
    return std::nullopt;
}

std::optional<ProviderProblem> Fetcher::keepSeries(const Source &source, const Inquiry &inquiry, Series series)
{
    const Instant now = m_clock.now();
    if (series.signal != inquiry.signal)
        return ProviderProblem{Trouble::BadAnswer, "an answer of another signal than was asked for", {}};
    // One guard for each series: a doubted answer leaves the last good value in place, growing older.
    if (inquiry.question == Question::Now) {
        auto &guard = m_guards[{source.kind.id, series.zone, series.signal}];
        if (auto doubt = guard.check(series)) return ProviderProblem{Trouble::BadAnswer, *std::move(doubt), {}};
        takeNowcast(series, now);
    }
    // Without a time of issue a forecast is as old as the answer; one for each hour is enough to judge them by.
    if (!series.issuedAt && reachesAhead(series, now)) series.issuedAt = std::chrono::floor<std::chrono::hours>(now);
    if (reachesAhead(series, now))
        m_answered[{source.kind.id, series.zone, Question::Forecast, series.signal}] = steady();
    m_known.accept(series, now);
    // What cannot be written down is still known in memory.
    const auto stored = m_store.put(series);
    if (!stored && stored.error().code != ErrorCode::ReadOnly)
        return ProviderProblem{Trouble::BadAnswer, "it could not be stored: " + stored.error().detail, {}};
    return std::nullopt;
}

/// Remembers what was refused, and tells when trouble begins, changes its kind and is over.
void Fetcher::note(const Source &source, const std::string &zone, const Inquiry &inquiry,
                   const std::optional<ProviderProblem> &problem)
{
    if (problem && problem->trouble == Trouble::Cancelled) return;
    const auto same = [&](const Refusal &one) {
        return one.source == source.kind.id && one.zone == zone && one.signal == inquiry.signal &&
               one.question == inquiry.question;
    };
    const auto found = std::ranges::find_if(m_refusals, same);
    const bool known = found != m_refusals.end();
    bus::IntensityProblem event{source.kind.id, zone, inquiry.signal, {}, {}, m_clock.now()};
    if (!problem) {
        m_answered[{source.kind.id, zone, inquiry.question, inquiry.signal}] = steady();
        if (!known) return;
        m_refusals.erase(found);
        m_bus.publish(event);
        return;
    }
    const bool changed = !known || found->problem.trouble != problem->trouble;
    if (known)
        found->problem = *problem;
    else
        m_refusals.push_back({source.kind.id, zone, inquiry.signal, inquiry.question, *problem, m_clock.now()});
    // Nobody entered credentials: that is a state, not an event.
    if (!changed || problem->trouble == Trouble::NoCredentials) return;
    event.trouble = troubleName(problem->trouble);
    event.detail = problem->detail;
    m_bus.publish(event);
}

void Fetcher::forget()
{
    m_answered.clear();
    m_refusals.clear();
}

std::optional<Refusal> Fetcher::refusal(const std::string &source, const std::string &zone, Signal signal,
                                        Question question) const
{
    const auto found = std::ranges::find_if(m_refusals, [&](const Refusal &one) {
        return one.source == source && one.zone == zone && one.signal == signal && one.question == question;
    });
    if (found == m_refusals.end()) return std::nullopt;
    return *found;
}

std::optional<Fetcher::Percentile> Fetcher::percentile(const std::string &provider, const std::string &zone) const
{
    const auto found = m_percentiles.find({provider, zone});
    if (found == m_percentiles.end()) return std::nullopt;
    return found->second;
}

std::optional<Fetcher::Share> Fetcher::share(const std::string &provider, const std::string &zone) const
{
    const auto found = m_shares.find({provider, zone});
    if (found == m_shares.end()) return std::nullopt;
    return found->second;
}

} // namespace greenward::grid
