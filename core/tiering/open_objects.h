#pragma once

#include "core/bus/payloads.h"
#include "core/store/state_store.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace greenward::tiering {

/// Of one object at one backend.
inline std::string nameOf(const BackendId &backend, const ObjectKey &key)
{
    return backend.text() + '\0' + key.text(); // neither may hold a NUL
}

/// Which objects some batch that is not ended still works on (C-44).
class OpenObjects final
{
public:
    void add(const BackendId &backend, const ObjectKey &key) { m_names.insert(nameOf(backend, key)); }
    bool holds(const BackendId &backend, const ObjectKey &key) const
    {
        return !m_names.empty() && m_names.contains(nameOf(backend, key));
    }

private:
    std::unordered_set<std::string> m_names;
};

/// Which versions of objects were skipped when they were last to move to one target.
class SkippedObjects final
{
public:
    /// Later ones replace earlier ones.
    void add(const store::MoveRecord &move)
    {
        m_last.insert_or_assign(nameOf(move.source, move.key), Skip{move.signature, move.changedAt});
    }
    bool holds(const bus::ListedObject &object, Instant since) const
    {
        if (m_last.empty()) return false;
        const auto at = m_last.find(nameOf(object.backend, object.key));
        return at != m_last.end() && at->second.signature == object.signature && at->second.at >= since;
    }

private:
    struct Skip
    {
        ObjectSignature signature;
        Instant at;
    };
    std::unordered_map<std::string, Skip> m_last;
};

/// All moves of a batch in one of `states` (empty: all), page by page, in plan order.
template<typename Visit>
Result<void> forEachMove(const store::StateStore &store, BatchId batch, std::vector<store::MoveState> states,
                         Visit visit)
{
    store::StateStore::MoveQuery query;
    query.batch = batch;
    query.states = std::move(states);
    query.limit = 5000;
    while (true) {
        CORE_TRY(const std::vector<store::MoveRecord> page, store.moves(query));
        for (const store::MoveRecord &move : page)
            visit(move);
        if (page.size() < query.limit) return {};
        query.after = page.back().id;
    }
}

} // namespace greenward::tiering
