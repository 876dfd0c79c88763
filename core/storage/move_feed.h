#pragma once

#include "core/storage/move_tracker.h"
#include "core/store/state_store.h"

#include <mutex>
#include <vector>

namespace greenward::storage {

/// Deals out the open objects of one batch, each once, in chunks that fit one transaction. Any thread.
class MoveFeed final
{
public:
    /// What waits for its time goes into `tracker`.
    MoveFeed(store::StateStore &store, const Clock &clock, MoveTracker &tracker, BatchId batch, bool ignoreGrace);

    /// At most 64 objects and, but for a single larger one, 64 MiB. Empty: nothing is left, or stop() was called.
    Result<std::vector<store::MoveRecord>> next();
    void stop();

private:
    static constexpr std::size_t kMostObjects = 64;
    static constexpr std::int64_t kMostBytes = std::int64_t{64} * 1024 * 1024;
    static constexpr std::size_t kPage = 1000;

    Result<bool> readPage();

    store::StateStore &m_store;
    const Clock &m_clock;
    MoveTracker &m_tracker;
    const BatchId m_batch;
    const bool m_ignoreGrace;
    std::mutex m_mutex;                    ///< guards all below
    std::vector<store::MoveRecord> m_page; ///< due ones only
    std::size_t m_next = 0;
    MoveId m_last{0};
    bool m_ended = false;
};

} // namespace greenward::storage
