#include "tests/sim/lockstep.h"

#include <algorithm>
#include <utility>

namespace greenward::sim {

void Lockstep::begin()
{
    const std::lock_guard lock(m_mutex);
    m_engine = std::this_thread::get_id();
    m_queue.clear();
    m_dead = false;
}

void Lockstep::post(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    m_queue.push_back(std::move(work));
    m_changed.notify_all();
}

/// With the lock held. Only when all who could come are there is the choice independent of how fast threads start.
void Lockstep::choose()
{
    if (!m_engineWaits || !m_queue.empty() || m_parked.empty() || m_parked.size() != m_expected) return;
    std::ranges::sort(m_parked, {}, [](const Ticket *ticket) { return *ticket->what; });
    const std::size_t chosen = m_parked.size() == 1 ? 0 : m_dice.below(m_parked.size());
    m_parked[chosen]->go = true;
    m_parked.erase(m_parked.begin() + static_cast<std::ptrdiff_t>(chosen));
    m_changed.notify_all();
}

void Lockstep::drain(const std::function<std::size_t()> &atWork)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        while (!m_queue.empty()) {
            const auto work = std::move(m_queue.front());
            m_queue.pop_front();
            lock.unlock();
            work();
            lock.lock();
        }
        lock.unlock();
        const std::size_t expected = atWork();
        lock.lock();
        if (!m_queue.empty()) continue;
        if (expected == 0) return;
        m_expected = expected;
        m_engineWaits = true;
        choose();
        m_changed.wait(lock, [this] { return !m_queue.empty(); });
        m_engineWaits = false;
    }
}

Result<void> Lockstep::step(const std::string &what)
{
    std::unique_lock lock(m_mutex);
    if (std::this_thread::get_id() != m_engine && !m_dead) {
        Ticket ticket{&what};
        m_parked.push_back(&ticket);
        choose();
        m_changed.wait(lock, [&] { return ticket.go || m_dead; });
        std::erase(m_parked, &ticket);
    }
    if (m_dead) return dead();
    ++m_steps;
    m_trace.note(what);
    happen(lock);
    if (m_dead) return dead();
    if (m_refusal) return Unexpected{*std::exchange(m_refusal, std::nullopt)};
    return {};
}

void Lockstep::happen(std::unique_lock<std::mutex> &lock)
{
    std::vector<std::function<void()>> due;
    while (!m_plans.empty() && m_plans.begin()->first <= m_steps) {
        due.push_back(std::move(m_plans.begin()->second));
        m_plans.erase(m_plans.begin());
    }
    lock.unlock(); // nobody else has the turn
    if (watch) watch();
    for (const auto &what : due)
        what();
    lock.lock();
}

void Lockstep::refuse(Error error)
{
    const std::lock_guard lock(m_mutex);
    m_refusal = std::move(error);
}

Result<void> Lockstep::look() const
{
    const std::lock_guard lock(m_mutex);
    if (m_dead) return dead();
    return {};
}

void Lockstep::plan(std::uint64_t after, std::function<void()> what)
{
    const std::lock_guard lock(m_mutex);
    m_plans.emplace(m_steps + after, std::move(what));
}

void Lockstep::forgetPlans()
{
    const std::lock_guard lock(m_mutex);
    m_plans.clear();
}

void Lockstep::kill()
{
    const std::lock_guard lock(m_mutex);
    m_dead = true;
    m_trace.note("killed");
    m_changed.notify_all();
}

bool Lockstep::isDead() const
{
    const std::lock_guard lock(m_mutex);
    return m_dead;
}

std::uint64_t Lockstep::steps() const
{
    const std::lock_guard lock(m_mutex);
    return m_steps;
}

Unexpected<Error> Lockstep::dead()
{
    return fail(ErrorCode::Cancelled, "process", "has been killed");
}

} // namespace greenward::sim
