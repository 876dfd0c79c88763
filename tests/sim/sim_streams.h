#pragma once

#include "core/storage/driver.h"
#include "tests/sim/lockstep.h"
#include "tests/sim/place.h"

#include <memory>
#include <string>

// Open files of the simulated machine. Each call is one step; `what` names the file in the trace.

namespace greenward::sim {

/// `shown`: the rights and times it tells.
std::unique_ptr<storage::Reader> makeReader(Lockstep &lockstep, std::string what, NodePtr file, const Content &shown);
std::unique_ptr<storage::Writer> makeWriter(Lockstep &lockstep, std::string what, Found file);

/// A source that left its name.
struct AsideFile
{
    std::string place;
    std::string key;
    std::string aside; ///< its path now
    Found found;
    Content shown; ///< the rights and times it tells
    bool isVouchedFor = false;
    bool keepsName = false; ///< see Teeth
};
/// `tree` outlives it.
std::unique_ptr<storage::SetAside> makeSetAside(Lockstep &lockstep, Tree &tree, AsideFile file);

} // namespace greenward::sim
