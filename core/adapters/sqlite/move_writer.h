#pragma once

#include "core/adapters/sqlite/names.h"
#include "core/store/transaction.h"

#include <optional>
#include <vector>

namespace greenward::adapters::sqlite {

/// Writes moves, their guarded steps and placements. Committer thread only; prepare() outside the transaction's
/// savepoint, write() inside.
class MoveWriter final
{
public:
    /// `tenants` is shared with the usage book and outlives this.
    static Result<std::unique_ptr<MoveWriter>> create(const Connection &connection, NameTable &tenants);

    void startFlush() { m_places.forgetIfLarge(); }
    /// Gives numbers to new tenants and backends.
    Result<void> prepare(const store::Transaction &transaction);
    /// Refused: an object is in an open batch already, a step's guard does not match its row, or the copy that a
    /// switch would rely on is being removed by another batch just now. Answers the batches whose release a switch made
    /// void (store::CommitInfo::voided).
    Result<std::vector<BatchId>> write(const store::Transaction &transaction);

private:
    struct Statements
    {
        Statement addMove, addFreed, step, stepState, leaving, keep, follow, place;
    };
    MoveWriter(const Connection &connection, NameTable &tenants, NameTable places, Statements statements);
    Result<void> addMove(const store::MoveRecord &move);
    Result<void> takeStep(const store::MoveStep &step);
    Result<std::optional<BatchId>> voidRelease(const store::MoveStep &step);
    Result<void> place(const store::PlacementRecord &placement);
    Result<Error> whyRefused(const store::MoveStep &step);

    const Connection &m_connection;
    NameTable &m_tenants;
    NameTable m_places;
    Statements m_sql;
};

} // namespace greenward::adapters::sqlite
