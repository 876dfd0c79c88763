#include "core/adapters/sqlite/committer.h"

#include <algorithm>

namespace greenward::adapters::sqlite {
namespace {

constexpr std::size_t kMostQueued = 262'144;
constexpr std::size_t kMostPerFlush = 65'536;

} // namespace

Committer::Committer(std::unique_ptr<Writer> writer)
    : m_writer(std::move(writer))
    , m_thread([this] { run(); })
{}

Committer::~Committer()
{
    stop();
    if (m_failure) return; // the log stays as it is: the next opening recovers from it
    // Should closing fail, the next opening checks the store as after a crash; all that was acknowledged is on disk.
    [[maybe_unused]] const auto closed = m_writer->closeCleanly();
}

void Committer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_work.notify_one();
    if (m_thread.joinable()) m_thread.join();
}

void Committer::submit(store::Transaction transaction, Done done)
{
    {
        std::unique_lock lock(m_mutex);
        if (std::this_thread::get_id() != m_thread.get_id())
            m_room.wait(lock, [this] { return m_queue.dones.size() < kMostQueued; });
        m_queue.transactions.push_back(std::move(transaction));
        m_queue.dones.push_back(std::move(done));
    }
    m_work.notify_one();
}

std::optional<Error> Committer::failure() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

void Committer::run()
{
    for (Batch batch;;) {
        {
            std::unique_lock lock(m_mutex);
            m_work.wait(lock, [this] { return m_stopping || !m_queue.dones.empty(); });
            if (m_queue.dones.empty()) return;
            std::swap(batch, m_queue);
        }
        m_room.notify_all();
        flush(batch);
        batch.transactions.clear();
        batch.dones.clear();
    }
}

void Committer::flush(Batch &batch)
{
    for (std::size_t first = 0; first < batch.dones.size(); first += kMostPerFlush) {
        const std::size_t count = std::min(kMostPerFlush, batch.dones.size() - first);
        const auto answerAll = [&](auto &&answerOf) {
            for (std::size_t i = 0; i < count; ++i)
                if (batch.dones[first + i]) batch.dones[first + i](answerOf(i));
        };
        if (const auto failed = failure()) {
            answerAll([&](std::size_t) { return Result<store::CommitInfo>(Unexpected{*failed}); });
            continue;
        }
        const auto outcomes = m_writer->commit(std::span(batch.transactions).subspan(first, count));
        if (!outcomes) {
            fail(outcomes.error());
            answerAll([&](std::size_t) { return Result<store::CommitInfo>(Unexpected{outcomes.error()}); });
            continue;
        }
        answerAll([&](std::size_t i) { return (*outcomes)[i]; });
        if (const auto carried = m_writer->checkpointIfDue(); !carried) fail(carried.error());
    }
}

void Committer::fail(const Error &error)
{
    const std::lock_guard lock(m_mutex);
    m_failure = error;
}

} // namespace greenward::adapters::sqlite
