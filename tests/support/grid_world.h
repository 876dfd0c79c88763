#pragma once

#include "core/engine/engine_host.h"
#include "core/grid/credentials.h"
#include "tests/support/manual_clock.h"
#include "tests/support/stand_in_grid.h"

#include <filesystem>
#include <memory>

namespace greenward::tests {

/// The engine on real adapters, with stand-ins for the services that publish grid intensity: real HTTP on loopback, a
/// clock that the test moves, secrets in memory. Needs an application object for the network.
class GridWorld final
{
public:
    explicit GridWorld(Instant start)
        : clock(std::make_shared<ManualClock>(start))
        , grid([this] { return clock->now(); })
    {}

    /// The sources are switched on and asked at the stand-ins; nothing is asked by itself.
    Result<std::unique_ptr<engine::EngineHost>> open(const std::filesystem::path &directory);

    const std::shared_ptr<ManualClock> clock;
    const std::shared_ptr<grid::MemoryCredentials> credentials = std::make_shared<grid::MemoryCredentials>();
    StandInGrid grid;
};

} // namespace greenward::tests
