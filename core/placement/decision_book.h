#pragma once

#include "core/placement/decision.h"
#include "core/store/state_store.h"

namespace greenward::placement {

/// The decisions that were taken, durably. The newest kMost are kept; audit and event log know of older ones. Engine
/// thread only.
class DecisionBook final
{
public:
    static constexpr std::int64_t kMost = 10'000;

    explicit DecisionBook(store::StateStore &store);

    /// Finds out where numbering goes on.
    Result<void> load();
    /// Numbers it and makes it durable together with `audit`, whose body is not yet filled in.
    Result<void> add(Decision &decision, store::AuditEntry audit);
    /// UnknownName when there is none (any more); StoreDamaged when it does not read.
    Result<Decision> find(DecisionId id) const;
    /// Newest first, below `before` (0: from the end).
    Result<std::vector<Decision>> last(DecisionId before, std::size_t limit) const;

private:
    store::StateStore &m_store;
    std::int64_t m_last = 0;
};

} // namespace greenward::placement
