#include "core/adapters/sqlite/store_check.h"

#include "core/adapters/sqlite/codes.h"
#include "core/adapters/sqlite/crc32c.h"
#include "core/adapters/sqlite/queries.h"
#include "core/adapters/sqlite/schema.h"
#include "core/adapters/sqlite/usage_codec.h"
#include "core/audit/chain.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace greenward::adapters::sqlite {
namespace {

using Verdict = store::StateStore::AuditVerdict;
using UsageVerdict = store::StateStore::UsageVerdict;

constexpr std::size_t kRowsPerPage = 4096;
// What a crash can have hurt is at the end. A batch may hold 65,536 records, so both are bounded.
constexpr std::int64_t kNewestBatches = 256;
constexpr std::size_t kNewestRecords = 500'000;

Unexpected<Error> cancelled(std::string_view subject)
{
    return fail(ErrorCode::Cancelled, subject, "the check was stopped");
}

/// What the store noted beside the chain when it last wrote to it.
struct Noted
{
    std::int64_t rows = 0;
    Sha256 head = audit::kGenesis;
    std::int64_t last = 0; ///< highest row number that is really there
};

Result<Noted> notedHead(const Connection &connection)
{
    const Snapshot snapshot(connection); // the three must belong together while the committer goes on
    CORE_TRY(const auto rows, metaNumber(connection, kMetaAuditRows));
    CORE_TRY(const auto head, metaBytes(connection, kMetaAuditHead));
    Noted noted;
    CORE_TRY(noted.last, connection.number("SELECT max(seq) FROM audit"));
    noted.rows = rows.value_or(0);
    if (head) {
        CORE_TRY(noted.head, digestOf(*head, "audit"));
    }
    return noted;
}

Result<void> walkAudit(const Connection &connection, audit::ChainVerifier &chain, const Noted &noted,
                       const std::stop_token &stop, const ProgressSink &progress)
{
    while (chain.rows() < noted.rows) {
        if (stop.stop_requested()) return cancelled("audit");
        CORE_TRY(const auto page, auditAfter(connection, chain.rows(), noted.rows, kRowsPerPage));
        if (page.empty()) break;
        for (const store::AuditRow &row : page)
            CORE_CHECK(chain.accept(row));
        if (progress)
            progress({static_cast<std::uint64_t>(chain.rows()), static_cast<std::uint64_t>(noted.rows), 0, 0, 0});
    }
    CORE_CHECK(chain.expectHead(noted.rows, noted.head));
    if (noted.last > noted.rows)
        return fail(ErrorCode::StoreDamaged, "audit",
                    "row " + std::to_string(noted.last) + ": was added past the noted end");
    return {};
}

Result<Sha256> hashBefore(const Connection &connection, std::int64_t seq)
{
    if (seq == 0) return audit::kGenesis;
    CORE_TRY(const auto rows, auditAfter(connection, seq - 1, seq, 1));
    if (rows.empty()) return fail(ErrorCode::StoreDamaged, "audit", "row " + std::to_string(seq) + ": is missing");
    return rows.front().hash;
}

/// By tenant, hour, operation and quality, as usage_hour is keyed: micrograms and number of records.
using HourKey = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>;
using HourSums = std::map<HourKey, std::pair<std::int64_t, std::int64_t>>;

Result<std::vector<StoredUsage>> checkedBatch(const Statement &row)
{
    const std::int64_t firstSeq = row.integer(0);
    const std::string_view blob = row.bytes(2);
    if (std::int64_t{crc32c(std::as_bytes(std::span(blob)))} != row.integer(1))
        return fail(ErrorCode::StoreDamaged, "usage",
                    "batch " + std::to_string(firstSeq) + " does not match its checksum");
    return decodeUsage(blob, firstSeq);
}

std::string shownHour(std::int64_t hour)
{
    return toRfc3339(Instant{std::chrono::hours(hour)});
}

std::string shownTenant(const Connection &connection, std::int64_t number)
{
    std::string name = "number " + std::to_string(number);
    // For people only: a name that cannot be read is its number.
    if (auto find = connection.prepare("SELECT name FROM tenant WHERE id = ?"))
        if (const auto found = find->bind(1, number).step(); found && *found) name = find->text(0);
    return "tenant " + escapedForDisplay(name);
}

/// Compares closed periods with the ledger up to the record at which each was closed.
class PeriodCheck final
{
public:
    static Result<PeriodCheck> create(const Connection &connection)
    {
        CORE_TRY(const std::int64_t version, connection.number("PRAGMA user_version"));
        CORE_TRY(Statement rows,
                 connection.prepare(version < 2 ? "SELECT 0 LIMIT 0"
                                                : "SELECT seq, tenant, start, end, used_ug, n FROM period_closed "
                                                  "ORDER BY seq"));
        PeriodCheck check(connection, std::move(rows));
        CORE_CHECK(check.next());
        return check;
    }
    /// `sums` hold all records below `seq`.
    Result<void> closedBefore(std::int64_t seq, const HourSums &sums)
    {
        while (m_more && m_rows.integer(0) <= seq) {
            CORE_CHECK(compare(sums));
            CORE_CHECK(next());
        }
        return {};
    }
    std::int64_t nextSeq() const { return m_more ? m_rows.integer(0) : INT64_MAX; }
    std::int64_t checked() const { return m_checked; }

private:
    PeriodCheck(const Connection &connection, Statement rows)
        : m_connection(connection)
        , m_rows(std::move(rows))
    {}
    Result<void> next()
    {
        CORE_TRY(m_more, m_rows.step());
        return {};
    }
    Result<void> compare(const HourSums &sums)
    {
        const std::int64_t tenant = m_rows.integer(1);
        constexpr std::int64_t kLowest = INT64_MIN;
        Int128 amount = 0;
        std::int64_t records = 0;
        for (auto hour = sums.lower_bound({tenant, m_rows.integer(2), kLowest, kLowest});
             hour != sums.end() && std::get<0>(hour->first) == tenant && std::get<1>(hour->first) < m_rows.integer(3);
             ++hour) {
            amount += hour->second.first;
            records += hour->second.second;
        }
        amount = std::min(amount, Int128{kLargestCarbon.micrograms()});
        ++m_checked;
        if (amount == m_rows.integer(4) && records == m_rows.integer(5)) return {};
        return fail(ErrorCode::StoreDamaged, "usage",
                    shownTenant(m_connection, tenant) + ", period from " + shownHour(m_rows.integer(2)) +
                        ": closed with " + std::to_string(m_rows.integer(4)) + " ug in " +
                        std::to_string(m_rows.integer(5)) + " records, recorded " + decimalText(amount, 0) + " ug in " +
                        std::to_string(records));
    }

    const Connection &m_connection;
    Statement m_rows;
    bool m_more = false;
    std::int64_t m_checked = 0;
};

Result<HourSums> sumsOfBatches(const Connection &connection, UsageVerdict &verdict, const std::stop_token &stop)
{
    HourSums sums;
    std::int64_t expected = 1;
    CORE_TRY(PeriodCheck periods, PeriodCheck::create(connection));
    const auto finish = [&]() -> Result<void> {
        CORE_CHECK(periods.closedBefore(expected, sums));
        verdict.closedPeriods = periods.checked();
        if (periods.nextSeq() == INT64_MAX) return {};
        return fail(ErrorCode::StoreDamaged, "usage",
                    "a period was closed after record " + std::to_string(periods.nextSeq() - 1) + ", which is missing");
    };
    CORE_TRY(Statement batches, connection.prepare("SELECT first_seq, crc, recs FROM usage_batch ORDER BY first_seq"));
    for (;;) {
        if (stop.stop_requested()) return cancelled("usage");
        CORE_TRY(const bool more, batches.step());
        if (!more) break;
        if (batches.integer(0) != expected)
            return fail(ErrorCode::StoreDamaged, "usage", "record " + std::to_string(expected) + " is missing");
        CORE_TRY(const auto records, checkedBatch(batches));
        for (const StoredUsage &record : records) {
            if (periods.nextSeq() <= record.seq) CORE_CHECK(periods.closedBefore(record.seq, sums));
            const auto hour = std::chrono::floor<std::chrono::hours>(record.at).time_since_epoch().count();
            auto &[micrograms, count] = sums[{record.tenant, hour, record.operation, qualityNumber(record.quality)}];
            micrograms += record.micrograms;
            ++count;
        }
        expected += static_cast<std::int64_t>(records.size());
        verdict.records += static_cast<std::int64_t>(records.size());
    }
    CORE_CHECK(finish());
    return sums;
}

Result<void> compareWithHours(const Connection &connection, HourSums sums)
{
    const auto differs = [&](const auto &key, std::int64_t booked, std::int64_t recorded) {
        return fail(ErrorCode::StoreDamaged, "usage",
                    shownTenant(connection, std::get<0>(key)) + ", hour " + shownHour(std::get<1>(key)) + ": booked " +
                        std::to_string(booked) + " ug, recorded " + std::to_string(recorded) + " ug");
    };
    CORE_TRY(Statement hours, connection.prepare("SELECT tenant, hour, op, quality, ug, n FROM usage_hour"));
    for (;;) {
        CORE_TRY(const bool more, hours.step());
        if (!more) break;
        const HourKey key{hours.integer(0), hours.integer(1), hours.integer(2), hours.integer(3)};
        const auto recorded = sums.find(key);
        if (recorded == sums.end()) return differs(key, hours.integer(4), 0);
        if (recorded->second != std::pair{hours.integer(4), hours.integer(5)})
            return differs(key, hours.integer(4), recorded->second.first);
        sums.erase(recorded);
    }
    if (!sums.empty()) return differs(sums.begin()->first, 0, sums.begin()->second.first);
    return {};
}

/// Moves are counted as they change (schema.cpp); here they are counted again.
Result<void> compareMoves(const Connection &connection)
{
    constexpr std::string_view kKept = "SELECT batch, state, source, objects, size FROM move_total WHERE objects <> 0 "
                                       "OR size <> 0";
    CORE_TRY(const std::int64_t version, connection.number("PRAGMA user_version"));
    const std::string_view counted =
        version < kFreedSince
            ? "SELECT batch, state, source, count(*), sum(size) FROM move GROUP BY batch, state, source"
            : "SELECT batch, state, source, count(*), sum(coalesce(freed, size)) FROM move LEFT JOIN move_freed ON "
              "move_freed.move = move.id GROUP BY batch, state, source";
    for (const auto &[one, other] : {std::pair{kKept, counted}, {counted, kKept}}) {
        CORE_TRY(Statement rows, connection.prepare(std::string(one) + " EXCEPT " + std::string(other)));
        CORE_TRY(const bool any, rows.step());
        if (any)
            return fail(ErrorCode::StoreDamaged, "moves",
                        "batch " + std::to_string(rows.integer(0)) + ": the totals of its moves are not their sum");
    }
    return {};
}

} // namespace

Result<Verdict> checkAudit(const Connection &connection, const HasherFactory &hashers, std::optional<std::int64_t> tail,
                           std::stop_token stop, const ProgressSink &progress)
{
    Verdict verdict;
    const auto hasher = hashers.sha256();
    const auto walk = [&]() -> Result<void> {
        CORE_TRY(const Noted noted, notedHead(connection));
        const std::int64_t start = tail ? std::max<std::int64_t>(0, noted.rows - *tail) : 0;
        CORE_TRY(const Sha256 before, hashBefore(connection, start));
        audit::ChainVerifier chain(*hasher, start, before);
        auto walked = walkAudit(connection, chain, noted, stop, progress);
        verdict.rows = chain.rows();
        verdict.head = chain.head();
        return walked;
    };
    if (const auto walked = walk(); !walked) {
        if (walked.error().code != ErrorCode::StoreDamaged) return Unexpected{walked.error()};
        verdict.intact = false;
        verdict.problem = walked.error().detail;
    }
    return verdict;
}

Result<store::StateStore::UsageVerdict> checkUsage(const Connection &connection, std::stop_token stop)
{
    UsageVerdict verdict;
    const Snapshot snapshot(connection);
    const auto check = [&]() -> Result<void> {
        CORE_TRY(HourSums sums, sumsOfBatches(connection, verdict, stop));
        CORE_CHECK(compareWithHours(connection, std::move(sums)));
        return compareMoves(connection);
    };
    if (const auto checked = check(); !checked) {
        if (checked.error().code != ErrorCode::StoreDamaged) return Unexpected{checked.error()};
        verdict.intact = false;
        verdict.problem = checked.error().detail;
    }
    return verdict;
}

Result<void> checkNewestUsage(const Connection &connection)
{
    CORE_TRY(Statement batches,
             connection.prepare("SELECT first_seq, crc, recs FROM usage_batch ORDER BY first_seq DESC LIMIT ?"));
    batches.bind(1, kNewestBatches);
    for (std::size_t records = 0; records < kNewestRecords;) {
        CORE_TRY(const bool more, batches.step());
        if (!more) break;
        CORE_TRY(const auto batch, checkedBatch(batches));
        records += batch.size();
    }
    return {};
}

} // namespace greenward::adapters::sqlite
