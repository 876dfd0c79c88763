#pragma once

#include "core/storage/catalogue.h"
#include "core/storage/driver.h"
#include "core/storage/place_book.h"

#include <map>

namespace greenward::storage {

/// Connects backends to their places: knows a place again, notices views of one place, marks new ones. Engine thread.
class Places final
{
public:
    /// Registered backends; without a driver while they cannot be reached.
    using Registered = std::map<BackendId, std::shared_ptr<Driver>>;

    Places(const DriverFactory &drivers, store::StateStore &store, const Catalogue &catalogue, const Clock &clock);

    /// A backend registered earlier: the place must be the one that is kept. When nothing is kept yet (data of before
    /// there were markers) it must hold something the catalogue knows, if that knows anything, and is marked.
    Result<std::shared_ptr<Driver>> connect(const BackendSpec &spec, const Registered &others);
    /// A new place for a backend: it must be none of, inside or around the others, however it is reached. Looks
    /// closely, with canaries; nothing is left behind.
    Result<std::shared_ptr<Driver>> connectNew(const BackendSpec &spec, const Registered &others) const;
    /// Marks the place, unless it has a marker or cannot be written, and keeps what to know it by.
    Result<void> settle(const BackendId &backend, Driver &driver,
                        std::optional<store::AuditEntry> audit = std::nullopt);
    /// `driver`: connected to the place, or nothing.
    void forget(const BackendId &backend, Driver *driver);
    /// Unreachable when the catalogue has objects of the backend and none of them (of some that are looked for) is
    /// there: hardly the place it was.
    Result<void> checkKnownContent(const BackendId &backend, const Driver &driver) const;
    std::optional<PlaceRecord> find(const BackendId &backend) const;

private:
    Result<std::shared_ptr<Driver>> connectApart(const BackendSpec &spec, const Registered &others) const;
    Result<void> checkMarks(const BackendId &backend, const Driver &driver, const Registered &others) const;

    const DriverFactory &m_drivers;
    const Catalogue &m_catalogue;
    const Clock &m_clock;
    PlaceBook m_book;
};

/// Refused, naming `otherId`, when a file made at the root of one is seen through the other. Where neither can be
/// written this tells nothing.
Result<void> checkNoView(Driver &driver, const BackendId &otherId, Driver &other);

} // namespace greenward::storage
