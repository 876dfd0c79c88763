#pragma once

#include "core/base/error.h"
#include "core/base/json_text.h"
#include "core/units/coordinates.h"
#include "core/units/ids.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace greenward::grid {

/// What the operator says a region is called at sources, beyond what the tables say.
struct RegionMapping
{
    RegionName region;
    std::map<std::string, std::string> zones; ///< by source id
    std::optional<Coordinates> at;            ///< where an own site stands

    friend bool operator==(const RegionMapping &, const RegionMapping &) = default;
};
/// InvalidInput naming `zone`: 1 to 64 letters, digits and "_-.": anything else is no zone of any provider and never
/// passed on (C-20).
Result<void> checkMapping(const RegionMapping &mapping);

Json toJson(const RegionMapping &mapping);
Result<RegionMapping> regionMappingFrom(const Json &json);

} // namespace greenward::grid
