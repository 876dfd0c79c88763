#pragma once

#include "core/engine/change_feed.h"
#include "core/engine/engine.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <thread>

namespace greenward::engine {

/// Gives the engine its one thread and lets any other thread hand it work. Owns the engine; the destructor finishes
/// what was handed in, stops background work cleanly and joins.
class EngineHost final
{
public:
    using Task = std::function<void(Engine &)>;
    /// Called on the engine thread; `post` hands tasks of background workers back to it, `changes` collects changes.
    using Opener = std::function<Result<std::unique_ptr<Engine>>(ChangeFeed &changes,
                                                                 std::function<void(std::function<void()>)> post)>;

    static Result<std::unique_ptr<EngineHost>> start(const Opener &open);
    ~EngineHost();
    EngineHost(const EngineHost &) = delete;
    EngineHost &operator=(const EngineHost &) = delete;

    /// Any thread; returns at once; tasks run in order.
    void post(Task task);

    /// post() and wait for the answer. Never from the engine thread, never from a GUI thread.
    template<typename F>
    auto ask(F question) -> std::invoke_result_t<F, Engine &>
    {
        using Answer = std::invoke_result_t<F, Engine &>;
        std::promise<Answer> promise;
        auto answer = promise.get_future();
        post([&](Engine &engine) { promise.set_value(question(engine)); });
        return answer.get();
    }

    ChangeFeed &changes() { return m_changes; }

private:
    EngineHost() = default;
    void run(const Opener &open, std::promise<Result<void>> &opened);

    ChangeFeed m_changes;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void(Engine *)>> m_queue;
    bool m_stopping = false;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace greenward::engine
