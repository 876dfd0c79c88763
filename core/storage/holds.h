#pragma once

#include "core/units/backend_spec.h"
#include "core/units/object.h"

#include <map>
#include <mutex>

namespace greenward::storage {

/// Which backends let nothing leave, as ordered last: such an order may come after a move was planned, and while it
/// runs. Any thread.
class Holds final
{
public:
    void follow(const BackendSpec &spec);
    void forget(const BackendId &backend);
    /// Refused, naming the order, when objects there may not leave: under legal hold none may, where they are
    /// immutable none may be taken away.
    Result<void> check(const BackendId &backend, Relocation relocation) const;

private:
    struct Order
    {
        bool legalHold = false;
        bool immutable = false;
    };
    mutable std::mutex m_mutex; ///< guards the orders
    std::map<BackendId, Order> m_orders;
};

} // namespace greenward::storage
