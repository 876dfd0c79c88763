#pragma once

#include "core/storage/move_rules.h"
#include "core/storage/move_tracker.h"
#include "core/store/state_store.h"

#include <vector>

namespace greenward::storage {

/// Steps of several records for one transaction. One thread.
class MoveSteps final
{
public:
    explicit MoveSteps(Instant now)
        : m_now(now)
    {}
    /// `record` must stay where it is until commit(), which brings it up to date.
    void add(store::MoveRecord &record, const Verdict &verdict);
    void add(store::MoveRecord &record, store::MoveState to) { add(record, Verdict{to, std::nullopt, {}}); }
    /// A new try: Copying under the next attempt number.
    void claim(store::MoveRecord &record);
    void verified(store::MoveRecord &record, const Sha256 &digest);

    bool empty() const { return m_entries.empty(); }
    store::Transaction &transaction() { return m_transaction; }
    /// Durable or nothing: then the records stay as they are. Nothing to do is success.
    Result<store::CommitInfo> commit(store::StateStore &store, MoveTracker &tracker);

private:
    struct Entry
    {
        store::MoveRecord *record = nullptr;
        store::MoveStep step;
    };
    store::MoveStep &step(store::MoveRecord &record, store::MoveState to);

    Instant m_now;
    std::vector<Entry> m_entries;
    store::Transaction m_transaction;
};

} // namespace greenward::storage
