#include "core/adapters/sqlite/codes.h"
#include "core/adapters/sqlite/queries.h"
#include "core/adapters/sqlite/row_values.h"
#include "core/adapters/sqlite/schema.h"

#include <algorithm>
#include <array>

namespace greenward::adapters::sqlite {
namespace {

using store::MoveRecord;
using store::MoveState;

constexpr std::array kAllStates{
    MoveState::Planned,   MoveState::Copying,   MoveState::Verified, MoveState::Switched,
    MoveState::Releasing, MoveState::Done,      MoveState::Kept,     MoveState::Skipped,
    MoveState::Stale,     MoveState::RetryWait, MoveState::Failed,   MoveState::Cancelled,
};

constexpr std::string_view kColumns =
    "SELECT m.id, m.batch, t.name, s.name, g.name, m.key, m.size, m.modified_ns, m.changed_ns, m.inode, m.state, "
    "m.attempt, m.sha256, m.not_before, m.reason, m.changed_at, ";
constexpr std::string_view kFreed = "(SELECT freed FROM move_freed WHERE move = m.id)";
constexpr std::string_view kTables = " FROM move m JOIN tenant t ON t.id = m.tenant "
                                     "JOIN place s ON s.id = m.source JOIN place g ON g.id = m.target ";

Result<MoveRecord> moveOf(const Statement &row)
{
    CORE_TRY(TenantId tenant, nameAt<TenantId>(row, 2));
    CORE_TRY(BackendId source, nameAt<BackendId>(row, 3));
    CORE_TRY(BackendId target, nameAt<BackendId>(row, 4));
    CORE_TRY(ObjectKey key, nameAt<ObjectKey>(row, 5));
    MoveRecord move{.id = MoveId{row.integer(0)},
                    .batch = BatchId{row.integer(1)},
                    .tenant = std::move(tenant),
                    .source = std::move(source),
                    .target = std::move(target),
                    .key = std::move(key),
                    .signature = {DataSize::fromBytes(row.integer(6)), row.integer(7), row.integer(8),
                                  static_cast<std::uint64_t>(row.integer(9))},
                    .state = MoveState::Planned,
                    .attempt = static_cast<int>(row.integer(11)),
                    .sha256 = std::nullopt,
                    .notBefore = std::nullopt,
                    .reason = row.text(14),
                    .changedAt = instantOf(row.integer(15))};
    CORE_TRY(move.state, stateOf(row.integer(10)));
    if (!row.isNull(12)) {
        CORE_TRY(move.sha256, digestOf(row.bytes(12), "move"));
    }
    if (!row.isNull(13)) move.notBefore = instantOf(row.integer(13));
    if (!row.isNull(16)) move.signature.allocated = DataSize::fromBytes(row.integer(16));
    return move;
}

Result<void> appendMoves(Statement &sql, std::vector<MoveRecord> &moves)
{
    for (;;) {
        CORE_TRY(const bool more, sql.step());
        if (!more) return {};
        CORE_TRY(MoveRecord move, moveOf(sql));
        moves.push_back(std::move(move));
    }
}

} // namespace

Result<std::vector<MoveRecord>> readMoves(const Connection &connection, const store::StateStore::MoveQuery &query)
{
    // One indexed range per state, each in order of id, then merged: asking for all states at once would sort the
    // whole batch for every page.
    std::string where = query.batch ? "WHERE m.batch = ?1 AND m.state = ?2 " : "WHERE m.state = ?2 ";
    where += "AND m.id > ?3 AND (?4 IS NULL OR m.not_before IS NULL OR m.not_before <= ?4) ORDER BY m.id LIMIT ?5";
    // A store of an earlier version is read as it is when it may not be written.
    CORE_TRY(const std::int64_t version, connection.number("PRAGMA user_version"));
    const std::string_view freed = version < kFreedSince ? "NULL" : kFreed;
    CORE_TRY(Statement sql, connection.prepare(std::string(kColumns).append(freed).append(kTables).append(where)));
    if (query.batch) sql.bind(1, number(*query.batch));
    sql.bind(3, number(query.after)).bindNull(4);
    if (query.dueBy) sql.bind(4, std::int64_t{query.dueBy->time_since_epoch().count()});
    const auto limit = std::min<std::size_t>(query.limit, 1'000'000);
    sql.bind(5, static_cast<std::int64_t>(limit));

    std::vector<MoveRecord> moves;
    std::vector<MoveState> states = query.states;
    if (states.empty()) states.assign(kAllStates.begin(), kAllStates.end());
    std::sort(states.begin(), states.end());
    states.erase(std::unique(states.begin(), states.end()), states.end());
    for (const MoveState state : states) {
        sql.bind(2, stateNumber(state));
        CORE_CHECK(appendMoves(sql, moves));
        sql.reset();
    }
    std::sort(moves.begin(), moves.end(), [](const MoveRecord &a, const MoveRecord &b) { return a.id < b.id; });
    if (moves.size() > limit) moves.resize(limit, moves.front());
    return moves;
}

} // namespace greenward::adapters::sqlite
