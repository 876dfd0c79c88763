#include "core/storage/move_steps.h"

namespace greenward::storage {

store::MoveStep &MoveSteps::step(store::MoveRecord &record, store::MoveState to)
{
    Entry entry;
    entry.record = &record;
    entry.step = {record.id, record.state, record.attempt, to, record.attempt, std::nullopt, std::nullopt, {}, m_now};
    m_entries.push_back(std::move(entry));
    return m_entries.back().step;
}

void MoveSteps::add(store::MoveRecord &record, const Verdict &verdict)
{
    store::MoveStep &one = step(record, verdict.to);
    one.notBefore = verdict.notBefore;
    one.reason = verdict.reason;
}

void MoveSteps::claim(store::MoveRecord &record)
{
    ++step(record, store::MoveState::Copying).attempt;
}

void MoveSteps::verified(store::MoveRecord &record, const Sha256 &digest)
{
    step(record, store::MoveState::Verified).sha256 = digest;
}

Result<store::CommitInfo> MoveSteps::commit(store::StateStore &store, MoveTracker &tracker)
{
    if (m_entries.empty()) return store::CommitInfo{};
    for (const Entry &entry : m_entries)
        m_transaction.moveSteps.push_back(entry.step);
    CORE_TRY(const store::CommitInfo info, store.commit(std::move(m_transaction)));
    for (const Entry &entry : m_entries) {
        store::MoveRecord &record = *entry.record;
        tracker.stepped(record, entry.step.to, entry.step.reason, m_now);
        if (entry.step.notBefore && *entry.step.notBefore > m_now) tracker.due(*entry.step.notBefore);
        record.state = entry.step.to;
        record.attempt = entry.step.attempt;
        if (entry.step.sha256) record.sha256 = entry.step.sha256;
        record.notBefore = entry.step.notBefore;
        record.reason = entry.step.reason;
        record.changedAt = m_now;
    }
    m_entries.clear();
    m_transaction = {};
    return info;
}

} // namespace greenward::storage
