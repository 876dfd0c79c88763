#pragma once

#include <cstdint>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace greenward::engine {

/// Which part of the engine's picture changed. Whoever shows it asks for the rows again, so a burst of a thousand
/// changes to one tenant costs one look.
enum class Area { Budgets, Backends, Grid, Policies, Batches, Scans, Activity, Status };

struct Change
{
    Area area = Area::Status;
    std::string key; ///< tenant, backend or batch number; empty: all of the area
    friend auto operator<=>(const Change &, const Change &) = default;
};

/// Collects changes, without repeats, until somebody takes them. Any thread; never blocks on anything but its mutex.
class ChangeFeed final
{
public:
    void mark(Area area, std::string key = {});
    /// All since the last call, in order, each once.
    std::vector<Change> drain();

private:
    /// Past this many keys an area is "all of it": the feed stays small however long nobody looks.
    static constexpr std::size_t kMostKeys = 20'000;

    std::mutex m_mutex;
    std::set<Change> m_changes;
};

} // namespace greenward::engine
