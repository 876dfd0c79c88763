#pragma once

#include "core/engine/ports.h"
#include "core/grid/live_grid.h"
#include "core/store/transaction.h"

#include <span>

// How sources and regions of the grid are set up: kept in the store, used by the live grid. Engine thread only.

namespace greenward::engine {

struct Parts;

/// Takes up what the operator set, before anything is asked.
Result<void> loadGridSetup(Parts &parts, std::span<const store::Document> documents);

/// Put into a transaction with its audit row, before it is used.
void putSources(store::Transaction &transaction, const std::vector<grid::SourceSettings> &sources);
void putMappings(store::Transaction &transaction, const std::vector<grid::RegionMapping> &mappings);
void putWatched(store::Transaction &transaction, const std::vector<RegionName> &regions);

/// What the operator set so far: sources that are not used as the program would by itself.
std::vector<grid::SourceSettings> sourceSettings(const Parts &parts);

/// Retries, and the places in use when they are to be followed. Called with every tick of the engine.
void tickGrid(Parts &parts);

} // namespace greenward::engine
