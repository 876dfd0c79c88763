#include "core/audit/chain.h"

namespace greenward::audit {
namespace {

void appendNumber(std::string &out, std::int64_t value)
{
    auto bits = static_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i, bits >>= 8U)
        out.push_back(static_cast<char>(static_cast<unsigned char>(bits & 0xFFU)));
}

void appendText(std::string &out, std::string_view text)
{
    appendNumber(out, static_cast<std::int64_t>(text.size()));
    out.append(text);
}

Unexpected<Error> broken(std::int64_t seq, std::string what)
{
    return fail(ErrorCode::StoreDamaged, "audit", "row " + std::to_string(seq) + ": " + std::move(what));
}

} // namespace

std::string canonicalBytes(std::int64_t seq, const store::AuditEntry &entry)
{
    std::string out = "greenward-audit-1";
    appendNumber(out, seq);
    appendNumber(out, entry.at.time_since_epoch().count());
    appendText(out, entry.who);
    appendText(out, entry.what);
    appendText(out, entry.subject);
    appendText(out, entry.body);
    return out;
}

Sha256 nextHash(const Sha256 &previous, std::int64_t seq, const store::AuditEntry &entry, Hasher &hasher)
{
    hasher.update(std::as_bytes(std::span(previous)));
    hasher.update(canonicalBytes(seq, entry));
    return hasher.finish();
}

ChainVerifier::ChainVerifier(Hasher &hasher, std::int64_t seq, const Sha256 &head)
    : m_hasher(hasher)
    , m_seq(seq)
    , m_head(head)
{}

Result<void> ChainVerifier::accept(const store::AuditRow &row)
{
    if (row.seq != m_seq + 1) return broken(row.seq, "stands where row " + std::to_string(m_seq + 1) + " must follow");
    const Sha256 expected = nextHash(m_head, row.seq, row.entry, m_hasher);
    if (row.hash != expected) return broken(row.seq, "its hash does not match its content");
    m_seq = row.seq;
    m_head = expected;
    return {};
}

Result<void> ChainVerifier::expectHead(std::int64_t seq, const Sha256 &head) const
{
    if (m_seq < seq)
        return broken(m_seq + 1, "rows " + std::to_string(m_seq + 1) + " to " + std::to_string(seq) + " are missing");
    if (m_seq > seq) return broken(seq + 1, "was added past the noted end");
    if (m_head != head) return broken(seq, "is not the row that was noted as the last one");
    return {};
}

} // namespace greenward::audit
