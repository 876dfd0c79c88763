#pragma once

#include "core/base/counted_ids.h"
#include "core/base/json_fields.h"
#include "core/budget/budget_component.h"
#include "core/budget/throttle_component.h"
#include "core/bus/bus.h"
#include "core/engine/energy_desk.h"
#include "core/engine/replay/line_text.h"
#include "core/engine/replay/replay.h"
#include "core/engine/replay/replay_clock.h"
#include "core/grid/grid_component.h"
#include "core/grid/sample_book.h"
#include "core/placement/placement_component.h"
#include "core/store/memory_store.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

// What a replay is made of; shared by its own source files only.

namespace greenward::engine {

/// The components a budget's life needs, on a bus and a clock of their own.
struct Replay::World
{
    World(const ReferenceData &reference, Print printLine);

    Result<void> load();
    /// To `at`, doing on the way what falls due; never back.
    void moveTo(Instant at);
    /// What the engine does every second: ends periods, charges expired reservations.
    void tick();
    void printEvents();

    ReplayClock clock;
    CountedIds ids;
    bus::Bus bus;
    store::MemoryStateStore store;
    grid::SampleBook samples;
    grid::GridComponent grid;
    placement::PlacementComponent placement;
    budget::BudgetComponent budgets;
    budget::ThrottleComponent throttle;
    Meters meters;

    Print print;
    std::uint64_t line = 0;
    std::optional<Instant> lastAt;   ///< of the line before, as it was written
    std::vector<std::string> events; ///< not printed yet
    std::set<TenantId> rolled;       ///< tenants whose period ended since the last `tick` line

    /// Reservations by the name the file gave them. A settled one is forgotten when its name is used again.
    std::map<std::string, budget::ReservationId, std::less<>> reservations;
    std::set<Instant> due; ///< when some of them expire, in whole seconds

private:
    template<typename Event>
    void listen();

    std::vector<Subscription> m_subscriptions;
};

/// Who changes budgets in a replay, for its audit log.
inline const char *const kReplayActor = "replay";

/// What one kind of line does. It reads its members, applies them and adds its result to `result`. InvalidInput: the
/// line is not what it should be; Refused, UnknownName, Overflow: the engine said no, which is a result as well.
using ReplayAction = Result<void> (*)(Replay::World &world, const JsonFields &fields, LineText &result);

struct ReplayKind
{
    std::string_view name;                     ///< of `do`
    std::span<const std::string_view> members; ///< beside `at` and `do`
    ReplayAction act;
};

/// Nothing when there is no such kind.
const ReplayKind *replayKind(std::string_view name);

} // namespace greenward::engine
