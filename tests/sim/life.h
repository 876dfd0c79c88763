#pragma once

#include "tests/sim/world.h"

#include <cstdint>

namespace greenward::sim {

/// A life of its own, in a fresh data directory in memory where that is to be had: the store's flushes are tested
/// elsewhere.
LifeReport live(std::uint64_t seed, const Teeth &teeth = {}, bool beginsWithAView = false);

} // namespace greenward::sim
