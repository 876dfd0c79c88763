#pragma once

#include "core/engine/engine.h"

// Asking sources on somebody's wish; the answers come later. Engine thread only.

namespace greenward::engine {

Result<void> refreshGrid(Parts &parts, const GridQuery &query, GridRefreshDone done);
Result<void> refreshAccess(Parts &parts, const std::string &source, std::function<void(std::optional<Error>)> done);
Result<void> testMapping(Parts &parts, const RegionName &region, const std::string &source, const std::string &zone,
                         std::function<void(MappingTestRow)> done);

} // namespace greenward::engine
