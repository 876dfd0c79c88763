#pragma once

#include "core/base/clock.h"
#include "core/bus/payloads.h"
#include "core/store/records.h"

#include <array>
#include <map>
#include <span>

// The rules of moving, without any moving: what an error means for an object and for its batch, how long to wait for
// another try, what is booked. Pure; storage.md 5.1, SPEC C-52.

namespace greenward::storage {

/// When a batch looks at its sources again after something else than an object was in the way.
inline constexpr std::chrono::minutes kLookAgain{10};

inline constexpr std::array<std::chrono::minutes, 3> kRetryWaits{std::chrono::minutes(1), std::chrono::minutes(10),
                                                                 std::chrono::minutes(60)};

/// One object's failure, and at which end it happened.
struct ObjectFailure
{
    enum class End { Source, Target };
    End end = End::Source;
    Error error;
};
template<typename T>
using ObjectResult = Expected<T, ObjectFailure>;

/// Errors after which no other object of the batch would fare better: the target is full, a backend is gone, the state
/// store does not take it, or somebody asked to stop.
bool stopsBatch(const Error &error);
/// More failures than this in one run and the batch pauses: one in a hundred, at least ten.
std::uint64_t failureLimit(std::uint64_t objects);

/// Where an object goes next.
struct Verdict
{
    store::MoveState to = store::MoveState::Planned;
    std::optional<Instant> notBefore;
    std::string reason;
};
/// Failures in a row that led to the waiting this record is in, 0 to 3; read off the length of the wait.
int failuresBefore(const store::MoveRecord &record);
/// Before it was switched: stale, skipped, failed for good, or waiting for another try.
Verdict afterCopyFailure(const store::MoveRecord &record, const ObjectFailure &failure, Instant now);
/// After it was switched, while the source was to go: tried again, then kept.
Verdict afterReleaseFailure(const store::MoveRecord &record, const Error &error, Instant now);
/// "no_permission: open object: Permission denied".
std::string reasonText(const Error &error);

/// "<instance>-<move>-<attempt>": no two engines and no two tries ever share a staging file.
std::string stagingName(std::string_view instance, MoveId move, int attempt);

/// What a batch's own energy use is booked as. Per source backend, micrograms = floor(bytes x numerator / denominator)
/// of all bytes moved so far; each booking is the difference to the one before, so nothing is lost to rounding however
/// small the objects are. A value: take a copy, book on it, keep it once the booking is durable.
class MoveLedger final
{
public:
    /// Refused, naming the source, if the order has no cost for a source that has objects; InvalidInput for a
    /// denominator below 1 or a negative numerator.
    static Result<MoveLedger> create(const bus::MigrateBatch &order, std::span<const store::MoveTotal> totals);

    /// Books `bytes` more from `source`; nothing to write when it comes to less than a microgram so far. Overflow.
    Result<std::optional<store::UsageRecord>> book(const BackendId &source, std::int64_t bytes, Instant now);
    /// What `bytes` more would cost, rounded up.
    Result<GramsCO2e> estimate(const BackendId &source, std::int64_t bytes) const;
    GramsCO2e booked() const { return m_booked; }

private:
    struct Account
    {
        Int128 numerator = 0;
        Int128 denominator = 1;
        std::int64_t bytes = 0;
    };
    MoveLedger(BatchId batch, TenantId tenant);
    static Result<std::int64_t> micrograms(const Account &account, std::int64_t bytes);
    Result<const Account *> account(const BackendId &source) const;

    BatchId m_batch;
    TenantId m_tenant;
    std::map<BackendId, Account> m_accounts;
    GramsCO2e m_booked;
};

/// Switched at the target: its energy is spent, its placement stands.
constexpr bool isMoved(store::MoveState state)
{
    return state == store::MoveState::Switched || state == store::MoveState::Releasing ||
           state == store::MoveState::Done || state == store::MoveState::Kept;
}

} // namespace greenward::storage
