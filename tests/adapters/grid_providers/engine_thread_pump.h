#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace greenward::tests {

/// Stands where the engine thread is in the product: work is posted from any thread and run here, on the test's own.
class EngineThreadPump final
{
public:
    std::function<void(std::function<void()>)> post()
    {
        return [this](std::function<void()> work) {
            {
                const std::lock_guard lock(m_mutex);
                m_queue.push_back(std::move(work));
            }
            m_changed.notify_one();
        };
    }
    /// Runs posted work until `done` says so; false after ten seconds.
    bool runUntil(const std::function<bool()> &done)
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        while (!done()) {
            std::function<void()> work;
            {
                std::unique_lock lock(m_mutex);
                if (!m_changed.wait_until(lock, deadline, [this] { return !m_queue.empty(); })) return false;
                work = std::move(m_queue.front());
                m_queue.pop_front();
            }
            work();
        }
        return true;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_queue;
};

} // namespace greenward::tests
