#pragma once

#include "core/base/error.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace greenward::storage {

/// Hands functions to the engine thread, where they do nothing once the owner of this is gone. Made and dropped on the
/// engine thread; copies of the handle may be used anywhere.
class EngineThread final
{
public:
    using Post = std::function<void(std::function<void()>)>;

    explicit EngineThread(Post post)
        : m_post(std::move(post))
    {}

    /// A function that may be called on any thread and runs `work` later on the engine thread, unless this is gone.
    std::function<void(std::function<void()>)> handle() const
    {
        return [post = m_post, alive = std::weak_ptr<const bool>(m_alive)](std::function<void()> work) {
            post([alive, work = std::move(work)] {
                if (!alive.expired()) work();
            });
        };
    }

private:
    Post m_post;
    std::shared_ptr<const bool> m_alive = std::make_shared<const bool>(true);
};

/// Asks a question on the engine thread and waits for the answer, or for `stop` (Cancelled). Never on that thread.
inline Result<void> askEngine(const EngineThread::Post &post, std::function<Result<void>()> question,
                              const std::stop_token &stop)
{
    struct Shared
    {
        std::mutex mutex;
        std::condition_variable_any answered;
        std::optional<Result<void>> answer;
    };
    const auto shared = std::make_shared<Shared>();
    post([shared, question = std::move(question)] {
        auto answer = question();
        const std::lock_guard lock(shared->mutex);
        shared->answer = std::move(answer);
        shared->answered.notify_all();
    });
    std::unique_lock lock(shared->mutex);
    if (!shared->answered.wait(lock, stop, [&] { return shared->answer.has_value(); }))
        return fail(ErrorCode::Cancelled, "migration", "stopped");
    return *shared->answer;
}

} // namespace greenward::storage
