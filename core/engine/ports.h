#pragma once

#include "core/base/clock.h"
#include "core/base/digest.h"
#include "core/engine/change_feed.h"
#include "core/store/state_store.h"

#include <functional>
#include <memory>
#include <string>

namespace greenward::engine {

/// Everything the engine needs from outside, made by app/composition. The engine owns what is handed in by
/// unique_ptr; references must outlive it.
struct Ports
{
    const Clock &clock;
    const HasherFactory &hashers;
    ChangeFeed &changes;
    std::function<void(std::function<void()>)> post; ///< hands work back to the engine thread, from any thread
    std::unique_ptr<store::StateStore> store;
    std::string directory; ///< shown in status
    std::string version;
};

} // namespace greenward::engine
