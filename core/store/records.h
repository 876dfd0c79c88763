#pragma once

#include "core/base/clock.h"
#include "core/base/digest.h"
#include "core/units/carbon.h"
#include "core/units/figure.h"
#include "core/units/object.h"
#include "core/units/period.h"

#include <optional>
#include <string>
#include <vector>

// What the store keeps, as plain values. The rules behind them live in the feature folders.

namespace greenward::store {

/// Small things that are read whole at start and written as JSON documents: configuration, policies, batch heads.
enum class Collection { Backend, Policy, Budget, Batch, Setting, Scan, Decision, Throttle, Reservation, Meter };

struct Document
{
    std::string id;
    std::string json;
};

/// One booked emission. `key` (may be empty) makes a repeat harmless: a second record of the same tenant with
/// the same key is dropped.
struct UsageRecord
{
    TenantId tenant;
    Instant at;
    GramsCO2e amount;
    std::string operation; ///< "migration", "write" ...; 1 to 64 bytes
    std::string key;
    Quality quality = Quality::Calculated;
};

/// Hourly roll-up of usage by tenant, operation and quality; sums over any hour-aligned window are exact.
struct UsageHour
{
    TenantId tenant;
    Instant hour;
    std::string operation;
    GramsCO2e amount;
    std::uint64_t records = 0;
    Quality quality = Quality::Calculated;
};

/// The end of a budget period, as it is asked for; the store adds what its ledger holds of it by then. A second closing
/// of the same period is ignored: what is closed stays as it is.
struct PeriodClosing
{
    TenantId tenant;
    PeriodKind kind = PeriodKind::Month;
    Instant start;                            ///< a whole hour
    Instant end;                              ///< exclusive; a whole hour
    std::optional<GramsCO2e> limit;           ///< in force at the end; nothing: unlimited
    ThrottleLevel peak = ThrottleLevel::None; ///< the highest level it reached
    Instant at;                               ///< when it was closed
    bool reconstructed = false;               ///< closed after the fact: limit is that of `at`, peak is unknown
};

/// A budget period that is over. All but the late part never changes.
struct ClosedPeriod
{
    PeriodClosing closing;
    GramsCO2e used; ///< recorded for it by the time it was closed
    std::uint64_t records = 0;
    GramsCO2e late; ///< recorded for it since
    std::uint64_t lateRecords = 0;
};

/// Usage of one tenant with `at` in [from, to), which are whole hours.
struct UsageWindow
{
    TenantId tenant;
    Instant from;
    Instant to;
};
struct UsageSum
{
    GramsCO2e amount;
    std::uint64_t records = 0;
};
/// An hour with usage that is in no closed period.
struct UnclosedHour
{
    TenantId tenant;
    Instant hour;
};

/// The life of one object of a batch (storage.md 5.1). Terminal: Done, Kept, Skipped, Stale, Failed, Cancelled.
enum class MoveState {
    Planned,   ///< in a batch, nothing touched
    Copying,   ///< intent journalled: a staging file of this attempt may exist
    Verified,  ///< the staged copy is on disk and hashes to what was read
    Switched,  ///< the placement record names the target; the source still exists
    Releasing, ///< intent journalled: the source may be gone
    Done,      ///< source released
    Kept,      ///< copy-only: switched for good, source kept
    Skipped,   ///< left alone: vanished, a symlink, a device ...
    Stale,     ///< changed since it was planned or while it was copied; back to the catalogue
    RetryWait, ///< failed for now, tried again at `notBefore`
    Failed,    ///< out of tries
    Cancelled, ///< the operator stopped it before it was switched
};
std::string_view moveStateName(MoveState state);
constexpr bool isTerminal(MoveState state)
{
    return state == MoveState::Done || state == MoveState::Kept || state == MoveState::Skipped ||
           state == MoveState::Stale || state == MoveState::Failed || state == MoveState::Cancelled;
}

struct MoveRecord
{
    MoveId id{};
    BatchId batch{};
    TenantId tenant;
    BackendId source;
    BackendId target;
    ObjectKey key; ///< the same at the source and at the target
    ObjectSignature signature;
    MoveState state = MoveState::Planned;
    int attempt = 0;                  ///< the fencing token: grows with every claim
    std::optional<Sha256> sha256;     ///< of the content, once verified
    std::optional<Instant> notBefore; ///< Switched: grace ends; RetryWait: next try
    std::string reason;               ///< why skipped, stale, waiting or failed
    Instant changedAt;
};

/// A guarded transition: applied only if the row still is in `from` with `fromAttempt`; else the whole transaction
/// fails with Refused and nothing of it is written.
struct MoveStep
{
    MoveId id{};
    MoveState from = MoveState::Planned;
    int fromAttempt = 0;
    MoveState to = MoveState::Planned;
    int attempt = 0;
    std::optional<Sha256> sha256; ///< kept as it is when empty
    std::optional<Instant> notBefore;
    std::string reason;
    Instant at;
};

/// Where an object lies now. Written in the transaction that makes its move Switched.
struct PlacementRecord
{
    TenantId tenant;
    BackendId source;
    BackendId target;
    ObjectKey key;
    DataSize size;
    Sha256 sha256{};
    BatchId batch{};
    Instant at;
};

struct MoveTotal
{
    MoveState state = MoveState::Planned;
    BackendId source;
    std::uint64_t objects = 0;
    DataSize size;
};

/// One row of the audit log as it is asked for; the store adds number and hash.
struct AuditEntry
{
    Instant at;
    std::string who;
    std::string what;    ///< imperative: "budget.set"
    std::string subject; ///< "tenant acme"
    std::string body;    ///< JSON: before and after
};

struct AuditRow
{
    std::int64_t seq = 0;
    AuditEntry entry;
    Sha256 hash{};
};

/// One published event, kept for the activity page and the event stream.
struct EventRow
{
    std::int64_t seq = 0;
    Instant at;
    std::string topic;
    std::string subject;
    std::string json;
};

} // namespace greenward::store
