#pragma once

#include "core/storage/place.h"
#include "core/store/state_store.h"

namespace greenward::storage {

/// What is kept to know the places of backends again, in the state store: Collection::Setting, "place.<backend>". Data
/// directories of before have none, and get them when a backend is next connected. Engine thread.
class PlaceBook final
{
public:
    explicit PlaceBook(store::StateStore &store)
        : m_store(store)
    {}
    /// StoreDamaged when what is kept cannot be read.
    Result<std::optional<PlaceRecord>> find(const BackendId &backend) const;
    /// Durable when it says yes. `audit` goes into the same transaction.
    Result<void> keep(const BackendId &backend, const PlaceRecord &record,
                      std::optional<store::AuditEntry> audit = std::nullopt);
    void forget(const BackendId &backend);
    bool isReadOnly() const { return m_store.health().readOnly; }

private:
    store::StateStore &m_store;
};

} // namespace greenward::storage
