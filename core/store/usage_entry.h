#pragma once

#include "core/store/records.h"

#include <span>

// Usage by the million: the same records as Transaction::usage, without a transaction and its strings for each.

namespace greenward::store {

/// Who emits, and by what operation: named once, used by many records. Stays where it is until the last record that
/// names it has been answered.
class UsageSource
{
public:
    UsageSource(TenantId who, std::string what)
        : tenant(std::move(who))
        , operation(std::move(what))
    {}
    UsageSource(const UsageSource &) = delete;
    UsageSource &operator=(const UsageSource &) = delete;

    const TenantId tenant;
    const std::string operation; ///< 1 to 64 bytes

    /// Where a store notes its own numbers of the two names; `owner` tells whose they are. Its committer thread only.
    struct Numbers
    {
        std::uint64_t owner = 0;
        std::uint32_t tenant = 0;
        std::uint32_t operation = 0;
    };
    mutable Numbers numbers;

protected:
    ~UsageSource() = default;
};

class UsageReceiver;

struct UsageEntry
{
    const UsageSource *source = nullptr;
    Instant at;
    GramsCO2e amount;
    Quality quality = Quality::Calculated;
    std::string key;                   ///< as in UsageRecord
    UsageReceiver *receiver = nullptr; ///< nothing: nobody waits for the answer
    std::uint64_t tag = 0;             ///< the receiver's own
};

enum class UsageFate : std::uint8_t {
    Booked,    ///< durable
    Duplicate, ///< its key was known: nothing was booked
    Overflow,  ///< the sum of its hour would leave 64 bits: nothing was booked
};

/// Hears of usage once it is durable, in the order of the ledger. Called on the committer thread; must not block.
class UsageReceiver
{
public:
    /// What became of `entries`, which all name this receiver. With `failure` nothing of them may be believed, and
    /// nothing can be written until a call without one. The store's observer is told of both also without entries.
    virtual void answered(std::span<const UsageEntry> entries, std::span<const UsageFate> fates,
                          const Error *failure) = 0;
    /// A record of a Transaction became durable. Only the store's one observer hears of these, and of each before the
    /// transaction's own `done`.
    virtual void booked(const UsageRecord &record) = 0;

protected:
    virtual ~UsageReceiver() = default;
};

} // namespace greenward::store
