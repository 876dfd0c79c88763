#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace greenward::engine {

/// Which part of the engine's picture changed. Whoever shows it asks for the rows again, so a burst of a thousand
/// changes to one tenant costs one look.
enum class Area { Budgets, Backends, Grid, Decisions, Policies, Batches, Scans, Activity, Status };

struct Change
{
    Area area = Area::Status;
    std::string key; ///< tenant, backend or batch number; empty: all of the area
    friend bool operator==(const Change &, const Change &) = default;
};

/// Collects changes, without repeats, until somebody takes them. Any thread; never blocks on anything but its mutex.
class ChangeFeed final
{
public:
    void mark(Area area, std::string key = {});
    /// All since the last call, in order, each once.
    std::vector<Change> drain();

private:
    /// Past this many keys an area is "all of it": nobody follows more one by one, and the feed stays small however
    /// long nobody looks.
    static constexpr std::size_t kMostKeys = 256;

    std::mutex m_mutex;
    std::map<Area, std::set<std::string>> m_changes; ///< an empty set: all of the area
};

} // namespace greenward::engine
