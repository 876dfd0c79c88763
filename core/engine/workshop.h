#pragma once

#include "core/storage/engine_thread.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace greenward::engine {

/// One thread for long questions whose answers need only what is safe on any thread: values and the store. Made and
/// dropped on the engine thread; dropping it asks the job under way to stop, waits for it and forgets the rest.
class Workshop final
{
public:
    /// Runs on the workshop's thread; what it returns runs later on the engine thread, unless this is gone.
    using Job = std::function<std::function<void()>(std::stop_token)>;

    explicit Workshop(storage::EngineThread::Post post);
    ~Workshop();
    Workshop(const Workshop &) = delete;
    Workshop &operator=(const Workshop &) = delete;

    /// In order, one at a time.
    void add(Job job);

private:
    void run(const std::stop_token &stop);

    storage::EngineThread m_engine;
    std::function<void(std::function<void()>)> m_toEngine;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Job> m_jobs;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace greenward::engine
