#pragma once

#include "core/base/id_source.h"

namespace greenward::adapters {

/// 128 bits of the kernel's random numbers for each (getrandom).
class SystemIds final : public IdSource
{
public:
    std::string next() override;
};

} // namespace greenward::adapters
