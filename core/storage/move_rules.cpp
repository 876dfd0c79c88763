#include "core/storage/move_rules.h"

#include <algorithm>

namespace greenward::storage {

using store::MoveRecord;
using store::MoveState;

bool stopsBatch(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NoSpace:
    case ErrorCode::Unreachable:
    case ErrorCode::NotDurable:
    case ErrorCode::StoreDamaged:
    case ErrorCode::ReadOnly:
    case ErrorCode::Cancelled:
    case ErrorCode::Overflow:
    case ErrorCode::Internal:
        return true;
    default:
        return false;
    }
}

std::uint64_t failureLimit(std::uint64_t objects)
{
    return std::max<std::uint64_t>(objects / 100, 10);
}

std::string reasonText(const Error &error)
{
    return std::string(errorCodeName(error.code)) + ": " + error.detail;
}

int failuresBefore(const MoveRecord &record)
{
    if (!record.notBefore || record.reason.empty()) return 0;
    const auto wait = *record.notBefore - record.changedAt;
    const auto at = std::find(kRetryWaits.begin(), kRetryWaits.end(), wait);
    return at == kRetryWaits.end() ? 0 : static_cast<int>(at - kRetryWaits.begin()) + 1;
}

namespace {

Verdict tryAgain(const MoveRecord &record, const Error &error, Instant now, MoveState waiting, MoveState givenUp)
{
    const auto failures = static_cast<std::size_t>(failuresBefore(record));
    if (failures >= kRetryWaits.size()) return {givenUp, std::nullopt, reasonText(error)};
    return {waiting, now + kRetryWaits[failures], reasonText(error)};
}

} // namespace

Verdict afterCopyFailure(const MoveRecord &record, const ObjectFailure &failure, Instant now)
{
    const Error &error = failure.error;
    const bool atSource = failure.end == ObjectFailure::End::Source;
    switch (error.code) {
    case ErrorCode::SourceChanged:
        return {MoveState::Stale, std::nullopt, reasonText(error)};
    case ErrorCode::NotFound:
        if (atSource) return {MoveState::Skipped, std::nullopt, reasonText(error)};
        break;
    case ErrorCode::AlreadyExists:
        return {MoveState::Skipped, std::nullopt, reasonText(error)};
    case ErrorCode::Unsupported:
        return {atSource ? MoveState::Skipped : MoveState::Failed, std::nullopt, reasonText(error)};
    default:
        break;
    }
    return tryAgain(record, error, now, MoveState::RetryWait, MoveState::Failed);
}

Verdict afterReleaseFailure(const MoveRecord &record, const Error &error, Instant now)
{
    // An order that holds it back may be lifted: whenever that is, the source goes.
    if (error.code == ErrorCode::Refused) return {MoveState::Switched, now + kLookAgain, reasonText(error)};
    const bool forGood = error.code == ErrorCode::SourceChanged || error.code == ErrorCode::Unsupported ||
                         error.code == ErrorCode::AlreadyExists || error.code == ErrorCode::VerifyFailed;
    if (forGood) return {MoveState::Kept, std::nullopt, reasonText(error)};
    return tryAgain(record, error, now, MoveState::Switched, MoveState::Kept);
}

std::string stagingName(std::string_view instance, MoveId move, int attempt)
{
    return std::string(instance) + "-" + std::to_string(number(move)) + "-" + std::to_string(attempt);
}

MoveLedger::MoveLedger(BatchId batch, TenantId tenant)
    : m_batch(batch)
    , m_tenant(std::move(tenant))
{}

Result<MoveLedger> MoveLedger::create(const bus::MigrateBatch &order, std::span<const store::MoveTotal> totals)
{
    MoveLedger ledger(order.batch, order.tenant);
    for (const bus::MigrateBatch::Cost &cost : order.costs) {
        if (cost.denominator < 1 || cost.microgramsNumerator < 0)
            return fail(ErrorCode::InvalidInput, "costs",
                        "of " + cost.source.text() + ": a numerator below 0 or a denominator below 1");
        ledger.m_accounts[cost.source] = {cost.microgramsNumerator, cost.denominator, 0};
    }
    for (const store::MoveTotal &total : totals) {
        const auto at = ledger.m_accounts.find(total.source);
        if (at == ledger.m_accounts.end())
            return fail(ErrorCode::Refused, "costs", "the order has no cost for source " + total.source.text());
        if (isMoved(total.state)) at->second.bytes += total.size.bytes();
    }
    for (const auto &[source, account] : ledger.m_accounts) {
        CORE_TRY(const std::int64_t amount, micrograms(account, account.bytes));
        CORE_TRY(ledger.m_booked, ledger.m_booked.plus(GramsCO2e::fromMicrograms(amount)));
    }
    return ledger;
}

Result<std::int64_t> MoveLedger::micrograms(const Account &account, std::int64_t bytes)
{
    Int128 product = 0;
    if (__builtin_mul_overflow(Int128{bytes}, account.numerator, &product))
        return fail(ErrorCode::Overflow, "costs", "bytes times numerator does not fit 128 bits");
    return toInt64(product / account.denominator, "costs");
}

Result<const MoveLedger::Account *> MoveLedger::account(const BackendId &source) const
{
    const auto at = m_accounts.find(source);
    if (at == m_accounts.end())
        return fail(ErrorCode::Internal, "costs", "the order has no cost for source " + source.text());
    return &at->second;
}

Result<std::optional<store::UsageRecord>> MoveLedger::book(const BackendId &source, std::int64_t bytes, Instant now)
{
    CORE_TRY(const Account *known, account(source));
    const std::int64_t total = known->bytes + bytes;
    CORE_TRY(const std::int64_t before, micrograms(*known, known->bytes));
    CORE_TRY(const std::int64_t after, micrograms(*known, total));
    m_accounts[source].bytes = total;
    if (after == before) return std::optional<store::UsageRecord>();
    const GramsCO2e amount = GramsCO2e::fromMicrograms(after - before);
    CORE_TRY(m_booked, m_booked.plus(amount));
    return std::optional(store::UsageRecord{m_tenant, now, amount, "migration",
                                            "move:" + std::to_string(number(m_batch)) + ":" + source.text() + ":" +
                                                std::to_string(total),
                                            Quality::Calculated});
}

Result<GramsCO2e> MoveLedger::estimate(const BackendId &source, std::int64_t bytes) const
{
    CORE_TRY(const Account *known, account(source));
    CORE_TRY(const std::int64_t before, micrograms(*known, known->bytes));
    CORE_TRY(const std::int64_t after, micrograms(*known, known->bytes + bytes));
    return GramsCO2e::fromMicrograms(after - before + 1);
}

} // namespace greenward::storage
