#include "core/storage/move_run.h"

#include "core/storage/move_steps.h"

#include <algorithm>

namespace greenward::storage {

using store::MoveRecord;
using store::MoveState;

namespace {

constexpr std::size_t kPage = 500;

/// Walks rows of a batch that are in one of `states` now. They may leave those states meanwhile.
Result<void> forEachPage(store::StateStore &store, BatchId batch, const std::vector<MoveState> &states,
                         const std::stop_token &stop, const std::function<Result<void>(std::vector<MoveRecord>)> &visit)
{
    store::StateStore::MoveQuery query;
    query.batch = batch;
    query.states = states;
    query.limit = kPage;
    for (;;) {
        if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "migration", "stopped");
        CORE_TRY(std::vector<MoveRecord> rows, store.moves(query));
        if (rows.empty()) return {};
        query.after = rows.back().id;
        CORE_CHECK(visit(std::move(rows)));
    }
}

} // namespace

MoveRun::MoveRun(std::unique_ptr<MoveTools> tools, Wishes wishes, Outside outside)
    : m_tools(std::move(tools))
    , m_wishes(wishes)
    , m_outside(std::move(outside))
    , m_thread([this](const std::stop_token &stop) {
        m_tools->stop = stop;
        m_tools->ignoreGrace = m_wishes.ignoreGrace;
        m_tools->tracker.begin(m_tools->clock.monotonic());
        m_outside.ended(run());
    })
{}

Result<void> MoveRun::run()
{
    if (m_wishes.requeue) CORE_CHECK(requeue());
    if (m_wishes.cancel) CORE_CHECK(cancelOpen());
    return m_tools->target ? work() : awaitTarget();
}

Result<void> MoveRun::awaitTarget()
{
    m_tools->tracker.waitUntil(m_tools->clock.now() + kLookAgain);
    if (m_tools->tracker.unfinished() == 0) return {};
    return fail(
        ErrorCode::Unreachable, "backend " + m_tools->order.target.text(),
        "cannot be reached, and copies of this batch may lie there; it is cancelled when they can be looked at");
}

Result<void> MoveRun::requeue()
{
    return forEachPage(m_tools->store, m_tools->order.batch, {MoveState::Failed, MoveState::RetryWait}, m_tools->stop,
                       [&](std::vector<MoveRecord> rows) -> Result<void> {
                           for (MoveRecord &row : rows) {
                               MoveSteps step(m_tools->clock.now());
                               step.add(row, MoveState::Planned);
                               auto planned = step.commit(m_tools->store, m_tools->tracker);
                               // Another open batch has this object by now: then it is that batch's business.
                               if (!planned && planned.error().code != ErrorCode::Refused)
                                   return Unexpected{std::move(planned).error()};
                           }
                           return {};
                       });
}

Result<void> MoveRun::cancelOpen()
{
    ChunkMover mover(*m_tools);
    return forEachPage(m_tools->store, m_tools->order.batch,
                       {MoveState::Planned, MoveState::RetryWait, MoveState::Copying, MoveState::Verified},
                       m_tools->stop, [&](std::vector<MoveRecord> rows) { return cancelPage(std::move(rows), mover); });
}

Result<void> MoveRun::cancelPage(std::vector<MoveRecord> rows, ChunkMover &mover)
{
    std::vector<MoveRecord> published;
    MoveSteps steps(m_tools->clock.now());
    for (MoveRecord &row : rows) {
        // A crash came after it got its final name: it is there, so it is brought to its end like any switched one.
        const std::string staged = stagingName(m_tools->instance, row.id, row.attempt);
        if (row.state == MoveState::Verified && !m_tools->target) continue; // who knows whether it was
        if (row.state == MoveState::Verified && !m_tools->target->openStaged(staged) && mover.isPublished(row)) {
            published.push_back(row);
            continue;
        }
        if (row.attempt > 0 && m_tools->target) (void)m_tools->target->unstage(staged);
        steps.add(row, Verdict{MoveState::Cancelled, std::nullopt, {}});
    }
    CORE_CHECK(steps.commit(m_tools->store, m_tools->tracker));
    return published.empty() ? Result<void>() : mover.run(std::move(published));
}

Result<void> MoveRun::work()
{
    MoveFeed feed(m_tools->store, m_tools->clock, m_tools->tracker, m_tools->order.batch, m_wishes.ignoreGrace);
    std::mutex mutex;
    Result<void> outcome; // the first failure, under `mutex`
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < m_tools->order.concurrency; ++i)
            workers.emplace_back([&] {
                auto worked = workOn(feed);
                if (worked) return;
                feed.stop();
                const std::lock_guard lock(mutex);
                if (outcome) outcome = std::move(worked);
            });
    }
    return outcome;
}

Result<void> MoveRun::workOn(MoveFeed &feed)
{
    ChunkMover mover(*m_tools);
    for (;;) {
        if (m_tools->stop.stop_requested()) return fail(ErrorCode::Cancelled, "migration", "stopped");
        CORE_TRY(std::vector<MoveRecord> chunk, feed.next());
        if (chunk.empty()) return {};
        CORE_CHECK(askGate(chunk));
        CORE_CHECK(mover.run(std::move(chunk)));
        CORE_CHECK(checkFailures());
    }
}

Result<void> MoveRun::askGate(const std::vector<MoveRecord> &chunk)
{
    GramsCO2e estimate;
    bool copies = false;
    {
        const std::lock_guard lock(m_tools->switching);
        for (const MoveRecord &record : chunk) {
            if (isMoved(record.state)) continue;
            copies = true;
            CORE_TRY(const GramsCO2e one, m_tools->ledger.estimate(record.source, record.signature.freed().bytes()));
            CORE_TRY(estimate, estimate.plus(one));
        }
    }
    if (!copies) return {};
    return askEngine(
        m_outside.post, [gate = m_outside.gate, estimate] { return gate(estimate); }, m_tools->stop);
}

Result<void> MoveRun::checkFailures() const
{
    const std::uint64_t limit = failureLimit(m_tools->tracker.objects());
    if (m_tools->tracker.failuresInRun() <= limit) return {};
    return fail(ErrorCode::Refused, "batch",
                "more than " + std::to_string(limit) + " objects failed; look at the reasons, mend them, then resume");
}

} // namespace greenward::storage
