#include "core/engine/change_feed.h"

namespace greenward::engine {

void ChangeFeed::mark(Area area, std::string key)
{
    const std::lock_guard lock(m_mutex);
    if (m_changes.size() >= kMostKeys) {
        std::erase_if(m_changes, [area](const Change &change) { return change.area == area; });
        key.clear();
    }
    m_changes.insert(Change{area, std::move(key)});
}

std::vector<Change> ChangeFeed::drain()
{
    std::set<Change> taken;
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_changes);
    }
    return {taken.begin(), taken.end()};
}

} // namespace greenward::engine
