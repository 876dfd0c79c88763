#pragma once

#include "core/bus/bus.h"
#include "core/engine/change_feed.h"
#include "core/store/state_store.h"

#include <vector>

namespace greenward::engine {

/// Listens to every event on the bus: keeps it in the store's event log and tells the change feed which rows to look
/// at again. An event that cannot be stored is only missing from the log: what it announces is durable already.
class EventLog final
{
public:
    EventLog(bus::Bus &bus, store::StateStore &store, ChangeFeed &changes, const Clock &clock);

private:
    template<typename Event>
    void listen(bus::Bus &bus, Area area);
    void keep(bus::Topic topic, std::string subject, std::string json);

    store::StateStore &m_store;
    ChangeFeed &m_changes;
    const Clock &m_clock;
    std::vector<Subscription> m_subscriptions;
};

} // namespace greenward::engine
