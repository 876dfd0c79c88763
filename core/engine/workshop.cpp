#include "core/engine/workshop.h"

namespace greenward::engine {

Workshop::Workshop(storage::EngineThread::Post post)
    : m_engine(std::move(post))
    , m_toEngine(m_engine.handle())
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{}

Workshop::~Workshop()
{
    m_thread.request_stop();
    m_thread.join();
}

void Workshop::add(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Workshop::run(const std::stop_token &stop)
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); }) || stop.stop_requested()) return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        m_toEngine(job(stop));
    }
}

} // namespace greenward::engine
