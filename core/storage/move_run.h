#pragma once

#include "core/storage/engine_thread.h"
#include "core/storage/move_chunk.h"
#include "core/storage/move_feed.h"

#include <functional>
#include <thread>

namespace greenward::storage {

/// One run of a batch, on threads of its own from birth: works until nothing is due any more, or until it has to stop.
/// Owned by the engine thread.
class MoveRun final
{
public:
    struct Wishes
    {
        bool cancel = false;      ///< first put an end to everything that is not switched
        bool requeue = false;     ///< first plan failed and waiting objects again
        bool ignoreGrace = false; ///< release without waiting for the grace time
    };
    struct Outside
    {
        EngineThread::Post post; ///< a handle of an EngineThread
        /// On the engine thread: may about so much more be emitted?
        std::function<Result<void>(GramsCO2e)> gate;
        /// On the run's thread, as its very last act. An error says why the batch could not go on.
        std::function<void(const Result<void> &)> ended;
    };
    /// `tools.stop` is set here.
    MoveRun(std::unique_ptr<MoveTools> tools, Wishes wishes, Outside outside);
    /// Stops and waits.
    ~MoveRun() = default;
    MoveRun(const MoveRun &) = delete;
    MoveRun &operator=(const MoveRun &) = delete;

    void stop() { m_thread.request_stop(); }

private:
    Result<void> run();
    Result<void> requeue();
    Result<void> cancelOpen();
    /// What there is to do without a target: nothing more.
    Result<void> awaitTarget();
    Result<void> cancelPage(std::vector<store::MoveRecord> rows, ChunkMover &mover);
    Result<void> work();
    Result<void> workOn(MoveFeed &feed);
    Result<void> askGate(const std::vector<store::MoveRecord> &chunk);
    Result<void> checkFailures() const;

    std::unique_ptr<MoveTools> m_tools;
    Wishes m_wishes;
    Outside m_outside;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace greenward::storage
