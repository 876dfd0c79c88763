#include "core/engine/change_feed.h"

namespace greenward::engine {

void ChangeFeed::mark(Area area, std::string key)
{
    const std::lock_guard lock(m_mutex);
    const auto [at, fresh] = m_changes.try_emplace(area);
    std::set<std::string> &keys = at->second;
    if (keys.empty() && !fresh) return; // all of it already
    if (key.empty() || keys.size() >= kMostKeys) {
        keys.clear();
    } else {
        keys.insert(std::move(key));
    }
}

std::vector<Change> ChangeFeed::drain()
{
    std::map<Area, std::set<std::string>> taken;
    {
        const std::lock_guard lock(m_mutex);
        taken.swap(m_changes);
    }
    std::vector<Change> changes;
    for (auto &[area, keys] : taken) {
        if (keys.empty()) changes.push_back({area, {}});
        while (!keys.empty())
            changes.push_back({area, std::move(keys.extract(keys.begin()).value())});
    }
    return changes;
}

} // namespace greenward::engine
