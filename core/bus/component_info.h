#pragma once

#include <string_view>

namespace greenward::bus {

/// How a component describes itself to whoever lists what there is (B-21, T-01).
struct ComponentInfo
{
    std::string_view name;
    std::string_view category;
    std::string_view capabilities; ///< separated by ", "
};

} // namespace greenward::bus
