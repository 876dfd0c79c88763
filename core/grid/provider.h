#pragma once

#include "core/grid/provider_problem.h"
#include "core/grid/region_map.h"
#include "core/grid/region_mappings.h"
#include "core/grid/series.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace greenward::grid {

enum class Question {
    Now,            ///< intensity of this moment
    History,        ///< intensity from..to
    Forecast,       ///< intensity of the next `horizon`
    Percentile,     ///< where now stands among the next 24 hours
    RenewableShare, ///< of now
};

struct Want
{
    Question question = Question::Now;
    Signal signal = Signal::Average;
    std::string zone; ///< as the provider calls it
    Instant from;     ///< History: half-open
    Instant to;
    std::chrono::hours horizon{24}; ///< Forecast

    friend bool operator==(const Want &, const Want &) = default;
};

/// Which of the three is given follows from the question.
using Found = std::variant<Series, PercentilePoint, SharePoint>;

/// What an account may ask about one zone.
struct ZoneAccess
{
    std::string zone;
    std::vector<std::string> endpoints; ///< as the provider calls them: "v3/forecast", "carbon-intensity/latest", "*"

    friend bool operator==(const ZoneAccess &, const ZoneAccess &) = default;
};

/// How well a provider is, for people and for choosing one.
struct ProviderHealth
{
    bool configured = false; ///< credentials are there, or none are needed
    bool paused = false;     ///< by the breaker
    std::optional<milliseconds> pausedFor;
    int requestsLeft = 0; ///< of our own budget
    int retrying = 0;
    std::optional<ProviderProblem> lastProblem;
    std::optional<Instant> lastSuccess;
    std::uint64_t asked = 0;
};

/// A service that publishes grid intensity, made real in core/adapters/grid_providers. Engine thread only; nothing here
/// waits for the network: answers come later, on the engine thread, exactly one for each ask(). An answer is checked
/// for unit, zone, order and range; whether it is plausible is for the caller to judge (C-28).
class Provider
{
public:
    using Done = std::function<void(Answer<Found>)>;

    virtual ~Provider() = default;
    /// Short and stable, as in settings: "watttime".
    virtual std::string_view id() const = 0;
    virtual std::string_view name() const = 0;
    /// Whether it has such an answer at all. A history of marginal values is another thing than one of averages.
    virtual bool canAnswer(Question question, Signal signal) const = 0;
    /// What it calls that place; nothing: not mapped, never guessed.
    virtual std::optional<std::string> zoneOf(const Place &place) const = 0;
    /// NoCredentials at once when they are needed and not there (G-32).
    virtual void ask(const Want &want, Done done) = 0;
    /// Which of its zones a point lies in; one answer, later, like ask(). NotCovered: in none. NotSupported: it cannot
    /// tell.
    // Whoever overrides it keeps `done`.
    // NOLINTNEXTLINE(performance-unnecessary-value-param)
    virtual void locate(const Coordinates &, std::function<void(Answer<std::string>)> done)
    {
        done(trouble(Trouble::NotSupported, std::string(name()) + " cannot tell where a point lies"));
    }
    /// What the account may ask, by zone (C-21); one answer, later. NotSupported: it does not tell.
    // Whoever overrides it keeps `done`.
    // NOLINTNEXTLINE(performance-unnecessary-value-param)
    virtual void askAccess(std::function<void(Answer<std::vector<ZoneAccess>>)> done)
    {
        done(trouble(Trouble::NotSupported, std::string(name()) + " does not tell what an account includes"));
    }
    /// Call about every 200 ms.
    virtual void tick() = 0;
    virtual ProviderHealth health() const = 0;
};

} // namespace greenward::grid
