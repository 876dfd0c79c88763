#pragma once

#include "core/base/clock.h"
#include "core/bus/topics.h"
#include "core/units/backend_spec.h"
#include "core/units/carbon.h"
#include "core/units/energy.h"
#include "core/units/figure.h"
#include "core/units/object.h"
#include "core/units/period.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

// The payload of each topic. Events carry `kTopic`; requests also name their `Answer`.
// As JSON (payload_json.h) members are camelCase with their unit, as in SPEC.

namespace greenward::bus {

// ---- budgets --------------------------------------------------------------------------------------------------------

struct BudgetSet
{
    static constexpr Topic kTopic = Topic::BudgetSet;
    TenantId tenant;
    std::optional<GramsCO2e> limit; ///< nothing: unlimited
    PeriodKind period = PeriodKind::Month;
    Percent soft;
    Percent hard;
    bool removed = false;
};

struct BudgetUsage
{
    static constexpr Topic kTopic = Topic::BudgetUsage;
    TenantId tenant;
    GramsCO2e usage;                    ///< of this record
    GramsCO2e used;                     ///< in the period, this record included
    std::optional<GramsCO2e> remaining; ///< nothing: unlimited; never negative
    ThrottleLevel level = ThrottleLevel::None;
    std::string operationType;
    Instant at;
    bool expired = false; ///< a reservation nobody settled was charged at its estimate
};

/// Published once per level and period, when the level is first reached (C-04).
struct BudgetThreshold
{
    static constexpr Topic kTopic = Topic::BudgetThreshold;
    TenantId tenant;
    ThrottleLevel level = ThrottleLevel::Soft;
    GramsCO2e used;
    GramsCO2e limit;
    Instant at;
};

/// When nothing remains, and on refused admissions at most once a minute per tenant (C-05).
struct BudgetExhausted
{
    static constexpr Topic kTopic = Topic::BudgetExhausted;
    TenantId tenant;
    GramsCO2e used;
    GramsCO2e limit;
    std::optional<GramsCO2e> refused; ///< the estimate of the refused admission
    Instant at;
};

struct ThrottleApplied
{
    static constexpr Topic kTopic = Topic::ThrottleApplied;
    TenantId tenant;
    ThrottleResult result = ThrottleResult::Delayed;
    ThrottleLevel level = ThrottleLevel::Soft;
    milliseconds delay{0};
    Instant at;
};

/// Where the tenant stands and what an operation of `estimate` would meet. Changes nothing.
struct BudgetVerdict
{
    ThrottleLevel level = ThrottleLevel::None;
    ThrottleResult result = ThrottleResult::Allowed;
    milliseconds delay{0};
    bool canProceed = true; ///< used + reserved + estimate within the hard limit, or the budget is in shadow mode
    bool exhausted = false; ///< remaining is 0
    GramsCO2e used;
    std::optional<GramsCO2e> limit; ///< nothing: unlimited
    std::optional<GramsCO2e> remaining;
    std::optional<Percent> fill; ///< used against the limit
    Instant periodEnd;
    // shadow mode: the answer is always Allowed; what an enforced budget would have answered stands here
    bool shadow = false;
    ThrottleResult wouldBe = ThrottleResult::Allowed; ///< without shadow mode the same as `result`
    milliseconds wouldDelay{0};
};

struct EvaluateBudget
{
    static constexpr Topic kTopic = Topic::BudgetEvaluate;
    using Answer = BudgetVerdict;
    TenantId tenant;
    GramsCO2e estimate;
};

// ---- energy and grid ------------------------------------------------------------------------------------------------

/// At which point of the power path energy was measured; PUE is applied unless it was the facility's (C-16).
enum class Boundary { Component, Server, Facility };

/// C-70. Duplicates by measurementId are ignored.
struct EnergyMeasured
{
    static constexpr Topic kTopic = Topic::EnergyMeasured;
    std::string measurementId;
    TenantId tenant;
    std::optional<BackendId> backend;
    std::optional<RegionName> region;
    std::string operationType;
    Energy energy;
    Boundary boundary = Boundary::Server;
    std::string source;
    Quality quality = Quality::Measured;
    Instant at;
};

struct CurrentIntensity
{
    static constexpr Topic kTopic = Topic::IntensityCurrent;
    using Answer = GridFigure;
    RegionName region;
    Signal signal = Signal::Average;
    std::optional<Instant> at = std::nullopt; ///< the hour the figure is wanted for; nothing: now
};

/// A source of grid data gave nothing usable: an answer that no grid can have given (C-28), a service that is down, a
/// plan that does not include the zone. Published when it begins and when its kind changes, not for each repeat; with
/// `trouble` empty when it is over. Ours: SPEC has no topic for it.
struct IntensityProblem
{
    static constexpr Topic kTopic = Topic::IntensityProblem;
    std::string source; ///< "watttime"
    std::string zone;   ///< as the source calls it
    Signal signal = Signal::Average;
    std::string trouble; ///< "bad_answer", "down", "not_in_plan" ...
    std::string detail;  ///< one English sentence, never a secret
    Instant at;
};

// ---- backends and placement -----------------------------------------------------------------------------------------

struct BackendRegistered
{
    static constexpr Topic kTopic = Topic::BackendRegistered;
    BackendSpec spec;
    bool removed = false;
};

/// The specified score (P-02, C-29) with its four clamped parts; they add up to `total`.
struct GreenScore
{
    ScorePoints total;
    ScorePoints renewable; ///< of 40
    ScorePoints intensity; ///< of 30
    ScorePoints pue;       ///< of 20
    ScorePoints water;     ///< of 10; 5 when unknown
    bool waterKnown = false;
    bool provisional = true; ///< the intensity is not a live one (C-30)

    friend bool operator==(const GreenScore &, const GreenScore &) = default;
};

struct ScoredBackend
{
    BackendSpec spec;
    GridFigure intensity;
    GreenScore score;
    WattsPerTerabyte restPower; ///< of the medium, one copy, before PUE
    GramsCO2e perTerabyteMonth; ///< W/TB x 730 h x copies x PUE x intensity: what physically counts (C-31)

    friend bool operator==(const ScoredBackend &, const ScoredBackend &) = default;
};

/// All scored backends, highest score first, ties by grams per TB-month, then id (C-35).
struct PlacementScores
{
    static constexpr Topic kTopic = Topic::PlacementScores;
    using Answer = std::vector<ScoredBackend>;
    Signal signal = Signal::Average;
};

struct PlacementDecision
{
    static constexpr Topic kTopic = Topic::PlacementDecision;
    DecisionId id{}; ///< under which it is kept
    BackendId chosen;
    std::vector<BackendId> alternatives; ///< in rank order
    DataSize size;
    int months = 12;
    Signal signal = Signal::Average;
    GramsCO2e estimated; ///< writing, network and all months at rest, on the chosen backend
    bool provisional = false;
    Instant at;
};

// ---- storage and migration ------------------------------------------------------------------------------------------

struct ListedObject
{
    BackendId backend;
    TenantId tenant;
    ObjectKey key;
    ObjectSignature signature;
    Instant touched;
    TouchEvidence evidence = TouchEvidence::Modified;
    std::optional<DataSize> beside{}; ///< size of what has this key at ListObjects::beside; nothing: none known there
};

/// Walks the catalogue, not the disks. `visit` is called on the calling thread, biggest object first, until it
/// returns false. The answer is the number of objects visited.
struct ListObjects
{
    static constexpr Topic kTopic = Topic::StorageList;
    using Answer = std::uint64_t;
    TenantId tenant;
    BackendId backend;
    std::optional<Instant> touchedBefore;
    std::function<bool(const ListedObject &)> visit;
    std::optional<BackendId> beside{}; ///< also tells what the catalogue has under the same keys at this one
};

struct BackendHealth
{
    bool reachable = false;
    bool writable = false;
    std::optional<DataSize> free;
    std::string problem; ///< what to do about it, empty when healthy
    Instant checkedAt;
};

struct CheckHealth
{
    static constexpr Topic kTopic = Topic::StorageHealth;
    using Answer = BackendHealth;
    BackendId backend;
};

/// Starts (or resumes) an approved batch whose objects are already journalled. Answers at once; the work goes on in
/// the background and ends with BatchComplete.
struct MigrateBatch
{
    static constexpr Topic kTopic = Topic::StorageMigrate;
    struct Accepted
    {};
    using Answer = Accepted;
    BatchId batch{};
    TenantId tenant;
    BackendId target;
    int concurrency = 5;
    Relocation relocation = Relocation::Move;
    LeaveBehind leaveBehind = LeaveBehind::Nothing;
    std::chrono::seconds grace{0};
    /// What moving costs, for booking: micrograms = bytes x numerator / denominator, cumulated so that no remainder
    /// is lost. Per source backend.
    struct Cost
    {
        BackendId source;
        Int128 microgramsNumerator = 0;
        Int128 denominator = 1;
    };
    std::vector<Cost> costs;
};

struct BatchPlanned
{
    static constexpr Topic kTopic = Topic::BatchPlanned;
    BatchId batch{};
    TenantId tenant;
    BackendId target;
    std::uint64_t objects = 0;
    DataSize size;
    GramsCO2e ownCost;
    GramsCO2e netSaving;
    Instant at;
};

struct BatchComplete
{
    static constexpr Topic kTopic = Topic::BatchComplete;
    BatchId batch{};
    TenantId tenant;
    std::string state; ///< "completed", "partly", "failed", "cancelled"
    std::uint64_t moved = 0;
    std::uint64_t failed = 0;
    std::uint64_t skipped = 0;
    DataSize movedSize;
    GramsCO2e booked; ///< own emissions booked to the tenant
    Instant at;
};

} // namespace greenward::bus
