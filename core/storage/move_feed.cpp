#include "core/storage/move_feed.h"

#include "core/storage/move_chunk.h"

namespace greenward::storage {

using store::MoveRecord;
using store::MoveState;

MoveFeed::MoveFeed(store::StateStore &store, const Clock &clock, MoveTracker &tracker, BatchId batch, bool ignoreGrace)
    : m_store(store)
    , m_clock(clock)
    , m_tracker(tracker)
    , m_batch(batch)
    , m_ignoreGrace(ignoreGrace)
{}

void MoveFeed::stop()
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_page.clear();
    m_next = 0;
}

Result<bool> MoveFeed::readPage()
{
    m_page.clear();
    m_next = 0;
    while (m_page.empty() && !m_ended) {
        store::StateStore::MoveQuery query;
        query.batch = m_batch;
        query.states = {MoveState::Planned,  MoveState::Copying,   MoveState::Verified,
                        MoveState::Switched, MoveState::Releasing, MoveState::RetryWait};
        query.after = m_last;
        query.limit = kPage;
        CORE_TRY(std::vector<MoveRecord> rows, m_store.moves(query));
        m_ended = rows.size() < kPage;
        if (!rows.empty()) m_last = rows.back().id;
        const Instant now = m_clock.now();
        for (MoveRecord &row : rows) {
            if (isDue(row, now, m_ignoreGrace))
                m_page.push_back(std::move(row));
            else
                m_tracker.due(*row.notBefore);
        }
    }
    return !m_page.empty();
}

Result<std::vector<MoveRecord>> MoveFeed::next()
{
    const std::lock_guard lock(m_mutex);
    std::vector<MoveRecord> chunk;
    std::int64_t bytes = 0;
    while (chunk.size() < kMostObjects) {
        if (m_next == m_page.size()) {
            if (!chunk.empty()) break; // the rest of this chunk is not worth a wait for the store
            CORE_TRY(const bool more, readPage());
            if (!more) break;
        }
        const std::int64_t size = m_page[m_next].signature.size.bytes();
        if (!chunk.empty() && bytes + size > kMostBytes) break;
        bytes += size;
        chunk.push_back(std::move(m_page[m_next++]));
    }
    return chunk;
}

} // namespace greenward::storage
