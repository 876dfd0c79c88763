#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/units/figure.h"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace greenward::adapters::sqlite {

/// The first half of SHA-256(tenant, key): what is left of an idempotency key. All zero: none was given.
using KeyHash = std::array<std::uint8_t, 16>;

/// One usage record as it lies in a batch: 48 bytes, little endian, in this order.
struct StoredUsage
{
    std::int64_t seq = 0;
    Instant at;
    std::uint32_t tenant = 0;           ///< row of table tenant
    std::uint32_t operation = 0;        ///< row of table operation; 24 bits on disk
    Quality quality = Quality::Default; ///< the 8 bits above the operation
    std::int64_t micrograms = 0;
    KeyHash key{};

    friend bool operator==(const StoredUsage &, const StoredUsage &) = default;
};

inline constexpr std::size_t kUsageBytes = 48;
inline constexpr std::int64_t kMaxOperations = (1 << 24) - 1;

void appendUsage(std::string &out, const StoredUsage &record);
/// StoreDamaged unless `bytes` is whole records whose numbers follow one another from `firstSeq`.
Result<std::vector<StoredUsage>> decodeUsage(std::string_view bytes, std::int64_t firstSeq);

} // namespace greenward::adapters::sqlite
