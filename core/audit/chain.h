#pragma once

#include "core/base/error.h"
#include "core/store/records.h"

#include <optional>

// The audit log is a hash chain: every row's hash covers the row and the hash before it, so that no row can be
// changed, removed, inserted or moved without all later hashes changing. A chain alone does not show a cut tail:
// whoever prints or keeps the head (reports, the keychain, the store's own note) makes that visible too.

namespace greenward::audit {

/// What stands before row 1.
inline constexpr Sha256 kGenesis{};

/// The bytes that are hashed for a row: a format tag, then number, time (ms since 1970) and the four texts, every text
/// preceded by its length, all numbers 64-bit little endian. Two different rows never give the same bytes.
std::string canonicalBytes(std::int64_t seq, const store::AuditEntry &entry);

/// SHA-256(previous hash, canonical row).
Sha256 nextHash(const Sha256 &previous, std::int64_t seq, const store::AuditEntry &entry, Hasher &hasher);

/// Walks a chain row by row. Not thread-safe.
class ChainVerifier final
{
public:
    /// Starts after row `seq`, whose hash is `head`; from the very beginning by default.
    explicit ChainVerifier(Hasher &hasher, std::int64_t seq = 0, const Sha256 &head = kGenesis);

    /// The next row. StoreDamaged, naming the row, when its number or its hash is not the one that must follow; the
    /// verifier then stays where it was.
    Result<void> accept(const store::AuditRow &row);
    /// What a row count and head noted elsewhere say: StoreDamaged when rows at the end are missing or differ.
    Result<void> expectHead(std::int64_t seq, const Sha256 &head) const;

    std::int64_t rows() const { return m_seq; }
    const Sha256 &head() const { return m_head; }

private:
    Hasher &m_hasher;
    std::int64_t m_seq;
    Sha256 m_head;
};

} // namespace greenward::audit
