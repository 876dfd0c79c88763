#include "core/adapters/sqlite/move_writer.h"

#include "core/adapters/sqlite/codes.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace greenward::adapters::sqlite {
namespace {

std::int64_t millis(Instant at)
{
    return at.time_since_epoch().count();
}

void bindOptional(Statement &statement, int parameter, const std::optional<Instant> &at)
{
    if (at)
        statement.bind(parameter, millis(*at));
    else
        statement.bindNull(parameter);
}

void bindOptional(Statement &statement, int parameter, const std::optional<Sha256> &digest)
{
    if (digest)
        statement.bindBlob(parameter, std::as_bytes(std::span(*digest)));
    else
        statement.bindNull(parameter);
}

std::string subjectOf(MoveId id)
{
    return "move " + std::to_string(number(id));
}

} // namespace

MoveWriter::MoveWriter(const Connection &connection, NameTable &tenants, NameTable places, Statements statements)
    : m_connection(connection)
    , m_tenants(tenants)
    , m_places(std::move(places))
    , m_sql(std::move(statements))
{}

Result<std::unique_ptr<MoveWriter>> MoveWriter::create(const Connection &connection, NameTable &tenants)
{
    CORE_TRY(NameTable places, NameTable::create(connection, NameTable::Kind::Place));
    CORE_TRY(Statement addMove,
             connection.prepare("INSERT INTO move(batch, tenant, source, target, key, size, modified_ns, changed_ns, "
                                "inode, state, attempt, sha256, not_before, reason, changed_at) "
                                "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    CORE_TRY(Statement addFreed, connection.prepare("INSERT INTO move_freed VALUES(?, ?)"));
    CORE_TRY(Statement step,
             connection.prepare("UPDATE move SET state = ?, attempt = ?, sha256 = coalesce(?, sha256), not_before = ?, "
                                "reason = ?, changed_at = ? WHERE id = ? AND state = ? AND attempt = ?"));
    CORE_TRY(Statement stepState, connection.prepare("SELECT state, attempt FROM move WHERE id = ?"));
    // The open move that would remove the copy which the switched move `id` relies on.
    CORE_TRY(Statement leaving,
             connection.prepare(
                 "SELECT other.id, other.batch, other.state, mine.batch FROM move AS mine JOIN move AS other ON "
                 "other.source = mine.target AND other.key = mine.key AND other.state < 100 "
                 "WHERE mine.id = ?"));
    CORE_TRY(Statement keep, connection.prepare("UPDATE move SET state = ?, not_before = NULL, reason = ?, "
                                                "changed_at = ? WHERE id = ?"));
    CORE_TRY(Statement follow, connection.prepare("UPDATE placement SET target = ?, size = ?, sha256 = ?, batch = ?, "
                                                  "at = ? WHERE target = ? AND key = ?"));
    CORE_TRY(Statement place,
             connection.prepare("INSERT INTO placement(source, key, target, tenant, size, sha256, batch, at) "
                                "VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET target = excluded.target, "
                                "tenant = excluded.tenant, size = excluded.size, sha256 = excluded.sha256, "
                                "batch = excluded.batch, at = excluded.at"));
    return std::unique_ptr<MoveWriter>(
        new MoveWriter(connection, tenants, std::move(places),
                       {std::move(addMove), std::move(addFreed), std::move(step), std::move(stepState),
                        std::move(leaving), std::move(keep), std::move(follow), std::move(place)}));
}

Result<void> MoveWriter::prepare(const store::Transaction &transaction)
{
    for (const store::MoveRecord &move : transaction.newMoves) {
        CORE_CHECK(m_tenants.intern(move.tenant.text()));
        CORE_CHECK(m_places.intern(move.source.text()));
        CORE_CHECK(m_places.intern(move.target.text()));
    }
    for (const store::PlacementRecord &placement : transaction.placements) {
        CORE_CHECK(m_tenants.intern(placement.tenant.text()));
        CORE_CHECK(m_places.intern(placement.source.text()));
        CORE_CHECK(m_places.intern(placement.target.text()));
    }
    return {};
}

Result<std::vector<BatchId>> MoveWriter::write(const store::Transaction &transaction)
{
    std::vector<BatchId> voided;
    for (const store::MoveRecord &move : transaction.newMoves)
        CORE_CHECK(addMove(move));
    for (const store::MoveStep &step : transaction.moveSteps) {
        CORE_CHECK(takeStep(step));
        if (step.to != store::MoveState::Switched || step.from == store::MoveState::Releasing) continue;
        CORE_TRY(const std::optional<BatchId> other, voidRelease(step));
        if (other && std::find(voided.begin(), voided.end(), *other) == voided.end()) voided.push_back(*other);
    }
    for (const store::PlacementRecord &placement : transaction.placements)
        CORE_CHECK(place(placement));
    return voided;
}

Result<void> MoveWriter::addMove(const store::MoveRecord &move)
{
    CORE_TRY(const std::int64_t tenant, m_tenants.intern(move.tenant.text()));
    CORE_TRY(const std::int64_t source, m_places.intern(move.source.text()));
    CORE_TRY(const std::int64_t target, m_places.intern(move.target.text()));
    Statement &sql = m_sql.addMove;
    sql.bind(1, number(move.batch)).bind(2, tenant).bind(3, source).bind(4, target);
    sql.bindBlob(5, move.key.text()).bind(6, move.signature.size.bytes());
    sql.bind(7, move.signature.modifiedNs).bind(8, move.signature.changedNs);
    sql.bind(9, static_cast<std::int64_t>(move.signature.inode));
    sql.bind(10, stateNumber(move.state)).bind(11, std::int64_t{move.attempt});
    bindOptional(sql, 12, move.sha256);
    bindOptional(sql, 13, move.notBefore);
    auto added = sql.bind(14, move.reason).bind(15, millis(move.changedAt)).run();
    if (added && move.signature.freed() != move.signature.size)
        return m_sql.addFreed.bind(1, m_connection.lastRowId()).bind(2, move.signature.freed().bytes()).run();
    if (!added && added.error().code == ErrorCode::Refused)
        return fail(ErrorCode::Refused, "object " + escapedForDisplay(move.key.text()),
                    "is in an open batch of backend " + move.source.text() + " already");
    return added;
}

Result<void> MoveWriter::takeStep(const store::MoveStep &step)
{
    if (step.attempt < step.fromAttempt)
        return fail(ErrorCode::InvalidInput, subjectOf(step.id), "an attempt number never goes down");
    Statement &sql = m_sql.step;
    sql.bind(1, stateNumber(step.to)).bind(2, std::int64_t{step.attempt});
    bindOptional(sql, 3, step.sha256);
    bindOptional(sql, 4, step.notBefore);
    sql.bind(5, step.reason).bind(6, millis(step.at)).bind(7, number(step.id));
    auto taken = sql.bind(8, stateNumber(step.from)).bind(9, std::int64_t{step.fromAttempt}).run();
    if (!taken && taken.error().code == ErrorCode::Refused)
        return fail(ErrorCode::Refused, subjectOf(step.id), "its object is in another open batch by now");
    CORE_CHECK(std::move(taken));
    if (m_connection.changes() == 1) return {};
    CORE_TRY(Error refusal, whyRefused(step));
    return Unexpected{std::move(refusal)};
}

Result<std::optional<BatchId>> MoveWriter::voidRelease(const store::MoveStep &step)
{
    // Each switched move is an arrow from the copy it will remove to the copy it relies on. At most one leaves each
    // copy (the unique index). A new one may not end where another begins: so none ever closes a ring, in which each
    // move would remove what the next relies on, and at the end of every chain stands a copy that nobody removes.
    CORE_TRY(const bool found, m_sql.leaving.bind(1, number(step.id)).step());
    if (!found) {
        m_sql.leaving.reset();
        return std::optional<BatchId>();
    }
    const std::int64_t id = m_sql.leaving.integer(0);
    const BatchId batch{m_sql.leaving.integer(1)};
    auto state = stateOf(m_sql.leaving.integer(2));
    const std::int64_t own = m_sql.leaving.integer(3);
    m_sql.leaving.reset();
    if (!state) return Unexpected{std::move(state).error()};
    if (*state == store::MoveState::Releasing)
        return fail(ErrorCode::Refused, subjectOf(step.id),
                    "batch " + std::to_string(number(batch)) + " is removing the copy at its target just now");
    if (*state != store::MoveState::Switched) return std::optional<BatchId>(); // has removed nothing and may not yet
    Statement &sql = m_sql.keep;
    sql.bind(1, stateNumber(store::MoveState::Kept));
    sql.bind(2, "the object came back here with batch " + std::to_string(own) + ", which relies on this copy");
    CORE_CHECK(sql.bind(3, millis(step.at)).bind(4, id).run());
    return std::optional(batch);
}

Result<Error> MoveWriter::whyRefused(const store::MoveStep &step)
{
    CORE_TRY(const bool found, m_sql.stepState.bind(1, number(step.id)).step());
    std::string detail = "does not exist";
    if (found) {
        CORE_TRY(const store::MoveState state, stateOf(m_sql.stepState.integer(0)));
        const auto shown = [](store::MoveState at, std::int64_t attempt) {
            return std::string(store::moveStateName(at)) + " with attempt " + std::to_string(attempt);
        };
        detail = "is " + shown(state, m_sql.stepState.integer(1)) + ", not " + shown(step.from, step.fromAttempt);
    }
    m_sql.stepState.reset();
    return Error{ErrorCode::Refused, subjectOf(step.id), std::move(detail)};
}

Result<void> MoveWriter::place(const store::PlacementRecord &placement)
{
    CORE_TRY(const std::int64_t tenant, m_tenants.intern(placement.tenant.text()));
    CORE_TRY(const std::int64_t source, m_places.intern(placement.source.text()));
    CORE_TRY(const std::int64_t target, m_places.intern(placement.target.text()));
    const auto sha256 = std::as_bytes(std::span(placement.sha256));
    // Objects that came to `source` from elsewhere move on with this step.
    Statement &follow = m_sql.follow;
    follow.bind(1, target).bind(2, placement.size.bytes()).bindBlob(3, sha256).bind(4, number(placement.batch));
    CORE_CHECK(follow.bind(5, millis(placement.at)).bind(6, source).bindBlob(7, placement.key.text()).run());
    Statement &sql = m_sql.place;
    sql.bind(1, source).bindBlob(2, placement.key.text()).bind(3, target).bind(4, tenant);
    sql.bind(5, placement.size.bytes()).bindBlob(6, sha256);
    return sql.bind(7, number(placement.batch)).bind(8, millis(placement.at)).run();
}

} // namespace greenward::adapters::sqlite
