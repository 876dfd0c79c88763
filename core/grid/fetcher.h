#pragma once

#include "core/bus/bus.h"
#include "core/grid/known_series.h"
#include "core/grid/plausibility.h"
#include "core/grid/region_map.h"
#include "core/grid/sources.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace greenward::grid {

/// What somebody wants to know about a place.
struct Inquiry
{
    Question question = Question::Now;
    Signal signal = Signal::Average;
    Instant from; ///< History: half-open
    Instant to;
    std::chrono::hours horizon{24}; ///< Forecast
    bool fresh = false;             ///< ask even though the last answer is young enough
};

/// How it ended. Sources are asked in order until one answers, all under the one signal that was asked for.
struct FetchOutcome
{
    struct Problem
    {
        std::string source;
        std::string name;
        ProviderProblem problem;
    };
    std::string source;            ///< whose answer counts; empty: nobody's
    bool cached = false;           ///< it was young enough: nothing was asked
    std::vector<Problem> problems; ///< of those before it, in the order in which they were asked
};

/// What a source last refused, until it answers that question again.
struct Refusal
{
    std::string source;
    std::string zone;
    Signal signal = Signal::Average;
    Question question = Question::Now;
    ProviderProblem problem;
    Instant at;
};

/// Where a place is known to a source, by its settings and the operator's mapping.
struct SourceZone
{
    Source *source = nullptr;
    std::string zone;
};

/// Asks sources, in order of preference and within one signal (C-23), and keeps what they say: in the store, in memory,
/// and what was wrong with it. Answers that no grid can have given are refused and raise an event (C-28). An answer is
/// not asked for again before its time is over (C-25). Engine thread only; never waits.
class Fetcher final
{
public:
    using Done = std::function<void(const FetchOutcome &)>;
    /// The sources that are switched on and cover the place under this signal, by preference.
    using Covering = std::function<std::vector<SourceZone>(const Place &, Question, Signal)>;

    /// All outlive this object.
    Fetcher(Sources &sources, SeriesStore &store, KnownSeries &known, bus::Bus &bus, const Clock &clock,
            Covering covering);
    Fetcher(const Fetcher &) = delete;
    Fetcher &operator=(const Fetcher &) = delete;
    ~Fetcher();

    /// `done` is called once, at once or later, also when this object ends before.
    void fetch(const Place &place, const Inquiry &inquiry, Done done);
    /// Sends what waits for a source's request budget. Call about every 200 ms.
    void tick();
    /// Called when anything new is known.
    void setListener(std::function<void()> listener) { m_listener = std::move(listener); }

    /// Sources were set up anew: neither is an answer of before young enough, nor does an old refusal still hold.
    void forget();
    const std::vector<Refusal> &refusals() const { return m_refusals; }
    std::optional<Refusal> refusal(const std::string &source, const std::string &zone, Signal signal,
                                   Question question) const;
    struct Percentile
    {
        PercentilePoint point;
        Instant fetchedAt;
    };
    struct Share
    {
        SharePoint point;
        Instant fetchedAt;
    };
    std::optional<Percentile> percentile(const std::string &provider, const std::string &zone) const;
    std::optional<Share> share(const std::string &provider, const std::string &zone) const;
    /// Nothing is asked and nothing waits.
    bool idle() const { return m_underWay == 0; }

private:
    struct Walk;
    using Asked = std::tuple<std::string, std::string, Question, Signal>; ///< source, zone

    void next(const std::shared_ptr<Walk> &walk);
    bool isYoung(const Source &source, const std::string &zone, const Inquiry &inquiry) const;
    void ask(const std::shared_ptr<Walk> &walk, Source &source, const std::string &zone);
    void take(const std::shared_ptr<Walk> &walk, const std::string &sourceId, const std::string &zone,
              Answer<Found> answer);
    std::optional<ProviderProblem> keep(const Source &source, const Inquiry &inquiry, Found found);
    std::optional<ProviderProblem> keepSeries(const Source &source, const Inquiry &inquiry, Series series);
    void note(const Source &source, const std::string &zone, const Inquiry &inquiry,
              const std::optional<ProviderProblem> &problem);
    void finish(const std::shared_ptr<Walk> &walk);
    milliseconds steady() const;

    Sources &m_sources;
    SeriesStore &m_store;
    KnownSeries &m_known;
    bus::Bus &m_bus;
    const Clock &m_clock;
    Covering m_covering;
    std::function<void()> m_listener;
    std::map<Asked, milliseconds> m_answered; ///< steady time of the last good answer
    std::map<std::tuple<std::string, std::string, Signal>, PlausibilityGuard> m_guards;
    std::map<std::pair<std::string, std::string>, Percentile> m_percentiles;
    std::map<std::pair<std::string, std::string>, Share> m_shares;
    std::vector<Refusal> m_refusals;
    std::deque<std::shared_ptr<Walk>> m_waiting; ///< for a request budget
    int m_underWay = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< false once this object is gone
};

} // namespace greenward::grid
