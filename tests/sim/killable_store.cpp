#include "tests/sim/killable_store.h"

namespace greenward::sim {
namespace {

/// What a transaction is about, the same at each run of a seed.
std::string words(const store::Transaction &transaction)
{
    std::string text = "commit";
    for (const store::MoveStep &step : transaction.moveSteps)
        text += " move " + std::to_string(number(step.id)) + " " + std::string(store::moveStateName(step.to));
    for (const store::DocumentWrite &write : transaction.documents)
        if (write.collection != store::Collection::Reservation) text += " document " + write.id;
    for (const store::UsageRecord &usage : transaction.usage)
        text += " usage " + usage.operation + " " + usage.amount.gramsText();
    for (const store::AuditEntry &entry : transaction.audit)
        text += " audit " + entry.what;
    return text;
}

} // namespace

void KillableStore::submit(store::Transaction transaction, Done done)
{
    // Notes that nobody waits for come from a run's own thread and the engine's alike; they are no steps of their own.
    const bool onlyNotes = transaction.moveSteps.empty() && transaction.documents.empty() &&
                           transaction.usage.empty() && transaction.audit.empty() && transaction.newMoves.empty();
    if (const auto mayGo = onlyNotes ? m_lockstep.look() : m_lockstep.step(words(transaction)); !mayGo) {
        done(Unexpected{mayGo.error()});
        return;
    }
    if (m_teeth.importsInPieces)
        if (const auto pieces = commitPieces(transaction); !pieces) {
            done(Unexpected{pieces.error()});
            return;
        }
    m_inner->submit(std::move(transaction), std::move(done));
}

/// All but the last, each by itself.
Result<void> KillableStore::commitPieces(store::Transaction &transaction)
{
    while (transaction.usage.size() > 1) {
        store::Transaction piece;
        piece.usage.push_back(std::move(transaction.usage.front()));
        transaction.usage.erase(transaction.usage.begin());
        CORE_CHECK(m_inner->commit(std::move(piece)));
        CORE_CHECK(m_lockstep.step("commit the next piece"));
    }
    return {};
}

Result<std::vector<store::Document>> KillableStore::documents(store::Collection collection) const
{
    CORE_CHECK(m_lockstep.look());
    CORE_TRY(std::vector<store::Document> found, m_inner->documents(collection));
    if (!m_teeth.holdsTwice || collection != store::Collection::Reservation) return found;
    const std::size_t once = found.size();
    for (std::size_t i = 0; i < once; ++i)
        found.push_back({found[i].id + "-again", found[i].json});
    return found;
}

Result<void> KillableStore::record(store::UsageEntry entry)
{
    CORE_CHECK(m_lockstep.step("record " + entry.source->operation + " " + entry.amount.gramsText()));
    return m_inner->record(std::move(entry));
}

} // namespace greenward::sim
