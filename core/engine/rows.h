#pragma once

#include "core/bus/payloads.h"
#include "core/store/records.h"

#include <optional>
#include <string>
#include <vector>

// What the engine shows of itself: plain values, copied out, safe to keep on any thread. Each is named after what one
// line of a table in the console or the command shows.

namespace greenward::engine {

/// One tenant's budget and where it stands now.
struct BudgetRow
{
    TenantId tenant;
    bool budgeted = false;          ///< false: unlimited account that was made by usage alone (C-11)
    std::optional<GramsCO2e> limit; ///< nothing: unlimited
    PeriodKind period = PeriodKind::Month;
    Instant periodStart;
    Instant periodEnd; ///< exclusive
    GramsCO2e used;
    GramsCO2e reserved;            ///< admitted, not yet settled
    std::optional<Instant> anchor; ///< of fiscal periods; nothing: calendar
    // in force; `own...` says whether the tenant's budget sets it or the default applies
    Percent soft; ///< threshold against the limit
    Percent hard;
    milliseconds minDelay{0}; ///< at the soft threshold
    milliseconds maxDelay{0}; ///< at the hard limit
    bool ownSoft = false;
    bool ownHard = false;
    bool ownMinDelay = false;
    bool ownMaxDelay = false;
    bool shadow = false;              ///< counted, not enforced: all pass
    std::optional<RegionName> region; ///< of energy that names no place
    std::optional<Percent> fill;      ///< used against the limit; nothing when unlimited or limit 0
    ThrottleLevel level = ThrottleLevel::None;
    milliseconds delay{0}; ///< what an operation would wait now
    bool exhausted = false;
    ForecastBasis forecastBasis = ForecastBasis::TooLittle;
    std::optional<Instant> forecastFrom;   ///< with too little data: when there is enough if usage goes on
    std::optional<GramsCO2e> projected;    ///< expected at period end; nothing while there is too little data
    std::optional<GramsCO2e> projectedLow; ///< 80 % band around it; nothing without a rhythm
    std::optional<GramsCO2e> projectedHigh;
    std::optional<Instant> exhaustsAt;       ///< when the hard limit is expected to be reached, if in this period
    std::optional<Instant> exhaustsEarliest; ///< by the band's upper edge; may be there when exhaustsAt is not
    std::optional<Instant> exhaustsLatest;   ///< by its lower edge; nothing: perhaps not in this period
    // asked for admission: evaluations = allowed + delayed + rejected
    std::uint64_t evaluations = 0;
    std::uint64_t allowed = 0;
    std::uint64_t delayed = 0;
    std::uint64_t rejected = 0;
    milliseconds addedWaiting{0}; ///< all delays told
    std::uint64_t wouldDelay = 0; ///< in shadow mode, among the allowed
    std::uint64_t wouldReject = 0;
    milliseconds wouldWait{0};

    friend bool operator==(const BudgetRow &, const BudgetRow &) = default;
};

/// Carbon set aside for work under way, over restarts; charged at the estimate when nobody settles it in time.
struct ReservationRow
{
    std::string id;
    TenantId tenant;
    GramsCO2e estimate;
    std::string operation;
    Instant madeAt;
    Instant expires;
};

/// What is set for all budgets at once.
struct BudgetSettingsRow
{
    // when a tenant counts as throttled often (C-56)
    std::chrono::hours throttleWindow{24};
    std::uint64_t throttleEvaluations = 20;
    Percent throttleRate = 20_percent;
    Percent margin = 10_percent; ///< added to what is expected when a higher limit is proposed
    std::string file;            ///< carbon-budgets.json; empty: in the data directory
    GramsPerKwh defaultIntensity = GramsPerKwh::fromMilligrams(400'000); ///< when nothing better is known (C-17)

    friend bool operator==(const BudgetSettingsRow &, const BudgetSettingsRow &) = default;
};

/// The burn-down chart of one tenant's running period. Amounts are cumulated from the period's start; times ascend.
struct BurnDown
{
    struct Past
    {
        Instant at; ///< end of the hour
        GramsCO2e used;
        friend bool operator==(const Past &, const Past &) = default;
    };
    struct Ahead
    {
        Instant at;
        GramsCO2e expected;
        std::optional<GramsCO2e> low; ///< nothing without a rhythm
        std::optional<GramsCO2e> high;
        friend bool operator==(const Ahead &, const Ahead &) = default;
    };

    BudgetRow budget;
    Instant now;
    std::vector<Past> past;   ///< from (period start, 0) to (now, used)
    std::vector<Ahead> ahead; ///< from now to the period's end; empty with too little data
};

/// By what the place of a backend is known again.
struct PlaceRow
{
    std::string mark;       ///< id of the marker at its root; empty: none could be written
    std::string fileSystem; ///< "ext4, uuid 3e6b..., at /data in it"
    Instant since;

    friend bool operator==(const PlaceRow &, const PlaceRow &) = default;
};

struct BackendRow
{
    bus::ScoredBackend scored;
    std::optional<bus::BackendHealth> health; ///< nothing: not connected or never checked
    std::uint64_t objects = 0;                ///< in the catalogue
    DataSize size;
    std::optional<Instant> scannedAt; ///< end of the last complete scan
    bool scanning = false;
    std::optional<PlaceRow> place{}; ///< nothing: a profile, or never connected
};

/// One placement decision in a list; Engine::decision has all of it.
struct DecisionRow
{
    DecisionId id{};
    Instant at;
    std::string by;
    std::optional<BackendId> chosen{}; ///< nothing: no candidate met the constraints
    std::optional<TenantId> tenant{};
    DataSize size{};
    int months = 0;
    Signal signal = Signal::Average;
    std::string rankedBy{};       ///< "score", "footprint", "literal"
    std::size_t candidates = 0;   ///< all that were named
    ScorePoints score{};          ///< of the chosen one
    GramsCO2e perTerabyteMonth{}; ///< likewise
    GramsCO2e estimated{};        ///< likewise: writing, network and all months at rest
    bool provisional = false;
    std::vector<std::string> warnings{};

    friend bool operator==(const DecisionRow &, const DecisionRow &) = default;
};

/// A region in use or asked for, and what its name was resolved to.
struct GridRow
{
    RegionName region;
    std::string place;          ///< "Oregon, US"
    std::string country;        ///< ISO 3166-1 alpha-2
    std::string zone;           ///< Electricity Maps zone, empty if none
    std::string watttimeRegion; ///< empty: not mapped
    GridFigure figure;
    std::vector<BackendId> backends;
};

struct PolicyRow
{
    TenantId tenant;
    bool stored = false; ///< false: the defaults apply
    bool enabled = true;
    std::chrono::seconds coldAfter{0};
    ScorePoints targetScore;
    std::string schedule; ///< "immediate", "low-carbon", "daily", "weekly"
    int batchHour = 2;    ///< UTC
    std::string batchDay; ///< "sunday"
    DataSize maxBatch;
    int concurrency = 5;
    bool respectBudget = true;
    Relocation relocation = Relocation::Move;
    LeaveBehind leaveBehind = LeaveBehind::Nothing;
    std::chrono::seconds grace{0};
    int lifetimeYears = 3;

    friend bool operator==(const PolicyRow &, const PolicyRow &) = default;
};

/// What a tenant keeps, per tenant over all backends.
struct TenantRow
{
    TenantId tenant;
    std::uint64_t objects = 0;
    DataSize size;
    std::uint64_t coldObjects = 0; ///< idle longer than the policy's threshold
    DataSize coldSize;
    std::uint64_t movableObjects = 0; ///< cold, on a backend below the target score
    DataSize movableSize;
    PolicyRow policy;
};

/// Why something is not in a plan.
struct LeftOut
{
    std::string reason; ///< a sentence: "idle for less than 30d"
    std::uint64_t objects = 0;
    DataSize size;
};

struct PlanFigures
{
    std::uint64_t objects = 0;
    DataSize size;
    GramsCO2e ownCost;    ///< of moving, expected
    GramsCO2e ownCostLow; ///< band by the network coefficient
    GramsCO2e ownCostHigh;
    GramsCO2e savingPerYear;
    GramsCO2e netSaving;                       ///< over the policy's lifetime, own cost taken off
    GramsCO2e netSavingLow;                    ///< pessimistic
    std::optional<std::int64_t> breakEvenDays; ///< nothing: never
    int lifetimeYears = 3;
};

struct BatchRow
{
    BatchId id{};
    TenantId tenant;
    std::vector<BackendId> sources;
    BackendId target;
    std::string state;       ///< "planned", "approved", "running" ...
    std::string stateReason; ///< one sentence; empty when obvious
    PlanFigures figures;
    GridFigure targetIntensity;
    std::vector<std::string> factors; ///< one line per coefficient: value, unit, source
    std::string planHash;             ///< hex SHA-256 of the frozen list
    Instant createdAt;
    std::string createdBy;
    std::optional<Instant> decidedAt;
    std::string decidedBy;
    std::string note;
    std::optional<Instant> expiresAt; ///< of the approval or the plan
    // what happened
    std::vector<store::MoveTotal> totals;
    std::uint64_t moved = 0; ///< switched or further
    std::uint64_t failed = 0;
    std::uint64_t skipped = 0;
    std::uint64_t sourcesWaiting = 0;    ///< of the moved ones: the source is still there and will go
    std::optional<Instant> sourcesUntil; ///< when the first of them may go
    DataSize movedSize;
    GramsCO2e booked;          ///< own emissions booked to the tenant's budget
    double bytesPerSecond = 0; ///< while running
    std::optional<std::chrono::seconds> eta;
    std::vector<std::string> lastErrors;
};

struct PlanOutcome
{
    std::optional<BatchId> batch; ///< nothing: there was nothing worth planning
    std::string summary;          ///< one sentence
    std::vector<LeftOut> leftOut;
};

struct ScanRow
{
    BackendId backend;
    bool running = false;
    bool complete = false; ///< ended without error or cancel
    Instant startedAt;
    std::optional<Instant> endedAt;
    std::uint64_t objects = 0;
    DataSize size;
    double objectsPerSecond = 0;
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
    std::uint64_t gone = 0;
    std::uint64_t leftAlone = 0;                                      ///< symlinks, devices ...
    std::vector<std::pair<std::string, std::uint64_t>> leftAloneBy{}; ///< "hard_linked", how many
    std::vector<std::string> notes; ///< examples of what was left alone or failed, escaped for display
    std::string problem;            ///< why it did not complete
};

struct ActivityRow
{
    std::int64_t seq = 0;
    Instant at;
    bool audited = false; ///< true: from the hash-chained audit log; false: an event
    std::string who;      ///< empty for events
    std::string what;     ///< command name or topic
    std::string subject;
    std::string json;
    std::string hash; ///< hex; empty for events
};

/// Where a page of the activity ends: both logs count by themselves. 0: from the newest.
struct ActivityCursor
{
    std::int64_t audit = 0;
    std::int64_t events = 0;
};

/// One place at which an object of this key lies.
struct LocateRow
{
    ObjectKey key;
    BackendId backend;
    std::string path; ///< full path for local backends, escaped for display
    /// "current": the object, as far as is known.
    /// "changed": it was moved to or away from here, and is another version since.
    /// "missing": it was moved here, and is not in the catalogue.
    /// "superseded": an older copy, whose place another one took; it waits for its grace time or is kept.
    /// "unverified": something of that name, which nothing says to be the same object.
    std::string state = "current";
    std::optional<DataSize> size{}; ///< in the catalogue
    bool moved = false;
    std::optional<BatchId> batch;
    std::optional<Instant> movedAt;
    std::string sha256; ///< hex, if known
};

struct Overview
{
    std::size_t tenants = 0;
    std::size_t budgeted = 0;
    std::vector<BudgetRow> nearLimit; ///< Soft and Hard, highest fill first
    std::vector<GridRow> grid;
    std::vector<BatchRow> pending; ///< wait for approval
    std::vector<BatchRow> active;  ///< running, waiting, paused
    GramsCO2e savedPerYear;        ///< of all completed moves, attributed
    GramsCO2e ownCost;             ///< booked by all moves
    std::uint64_t movedObjects = 0;
    DataSize movedSize;
    std::vector<BackendRow> backends;
    bool sample = false; ///< the sample estate
};

struct EngineStatus
{
    std::string directory;
    bool readOnly = false;
    bool recovered = false; ///< the last stop was not clean and everything was replayed
    std::string problem;    ///< for a banner; empty when all is well
    std::string version;
};

} // namespace greenward::engine
