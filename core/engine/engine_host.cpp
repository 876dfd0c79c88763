#include "core/engine/engine_host.h"

namespace greenward::engine {
namespace {

/// How often the engine looks at periods, expiries and schedules when nothing is asked of it.
constexpr milliseconds kTickEvery{200};

} // namespace

Result<std::unique_ptr<EngineHost>> EngineHost::start(const Opener &open)
{
    std::unique_ptr<EngineHost> host(new EngineHost);
    std::promise<Result<void>> opened;
    auto answer = opened.get_future();
    host->m_thread = std::thread([raw = host.get(), &open, &opened] { raw->run(open, opened); });
    CORE_CHECK(answer.get());
    return host;
}

EngineHost::~EngineHost()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

void EngineHost::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.emplace_back([task = std::move(task)](Engine *engine) { task(*engine); });
    }
    m_wake.notify_all();
}

void EngineHost::run(const Opener &open, std::promise<Result<void>> &opened)
{
    auto made = open(m_changes, [this](std::function<void()> work) {
        {
            const std::lock_guard lock(m_mutex);
            m_queue.emplace_back([work = std::move(work)](Engine *) { work(); });
        }
        m_wake.notify_all();
    });
    if (!made) {
        opened.set_value(Unexpected{std::move(made).error()});
        return;
    }
    std::unique_ptr<Engine> engine = *std::move(made);
    opened.set_value({});

    std::deque<std::function<void(Engine *)>> taken;
    for (bool stopping = false; !stopping;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, kTickEvery, [this] { return !m_queue.empty() || m_stopping; });
            taken.swap(m_queue);
            stopping = m_stopping;
        }
        for (const auto &task : taken)
            task(engine.get());
        taken.clear();
        engine->tick();
    }
}

} // namespace greenward::engine
