#include "core/adapters/sqlite/committer.h"

#include <algorithm>
#include <utility>

namespace greenward::adapters::sqlite {
namespace {

constexpr std::size_t kMostQueued = 262'144;
constexpr std::size_t kMostUsageQueued = 1'048'576;
constexpr std::size_t kMostPerFlush = 65'536;

template<typename T>
std::span<const T> window(const std::vector<T> &all, std::size_t first)
{
    if (first >= all.size()) return {};
    return std::span(all).subspan(first, std::min(kMostPerFlush, all.size() - first));
}

/// Calls tell(receiver, entries, fates) once for each run of entries with the same receiver.
template<typename Tell>
void eachReceiver(std::span<const store::UsageEntry> entries, std::span<const store::UsageFate> fates, Tell tell)
{
    for (std::size_t first = 0; first < entries.size();) {
        std::size_t end = first;
        while (end < entries.size() && entries[end].receiver == entries[first].receiver)
            ++end;
        const auto part = fates.empty() ? fates : fates.subspan(first, end - first);
        if (entries[first].receiver) tell(*entries[first].receiver, entries.subspan(first, end - first), part);
        first = end;
    }
}

} // namespace

void Committer::Batch::clear()
{
    transactions.clear();
    dones.clear();
    usage.clear();
}

Committer::Committer(std::unique_ptr<Writer> writer)
    : m_writer(std::move(writer))
    , m_thread([this] { run(); })
{}

Committer::~Committer()
{
    stop();
    if (m_failure) return; // the log stays as it is: the next opening recovers from it, also when there is room by then
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
    bool wake = false;
    {
        std::unique_lock lock(m_mutex);
        if (!isOwnThread()) m_room.wait(lock, [this] { return m_queue.dones.size() < kMostQueued; });
        m_queue.transactions.push_back(std::move(transaction));
        m_queue.dones.push_back(std::move(done));
        wake = m_sleeping;
    }
    if (wake) m_work.notify_one();
}

Result<void> Committer::record(store::UsageEntry entry)
{
    bool wake = false;
    {
        std::unique_lock lock(m_mutex);
        const auto hasRoom = [this] {
            return m_queue.usage.size() < kMostUsageQueued;
        };
        if (!hasRoom() && (isOwnThread() || !m_room.wait_for(lock, store::StateStore::kBusyAfter, hasRoom)))
            return greenward::fail(ErrorCode::Busy, "state store",
                                   std::to_string(m_queue.usage.size()) + " usage records wait for the disk already");
        m_queue.usage.push_back(std::move(entry));
        wake = m_sleeping;
    }
    if (wake) m_work.notify_one();
    return {};
}

void Committer::observeUsage(store::UsageReceiver *observer)
{
    const std::lock_guard lock(m_observing);
    m_observer = observer;
}

void Committer::tryAgain()
{
    {
        const std::lock_guard lock(m_mutex);
        m_tryAgain = true;
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
        bool again = false;
        {
            std::unique_lock lock(m_mutex);
            m_sleeping = true;
            m_work.wait(lock, [this] { return m_stopping || m_tryAgain || !m_queue.empty(); });
            m_sleeping = false;
            again = std::exchange(m_tryAgain, false);
            if (m_queue.empty() && !again) return;
            std::swap(batch, m_queue);
        }
        m_room.notify_all();
        if (again) recover();
        flush(batch);
        batch.clear();
    }
}

void Committer::flush(const Batch &batch)
{
    const std::size_t most = std::max(batch.dones.size(), batch.usage.size());
    for (std::size_t first = 0; first < most; first += kMostPerFlush)
        flush({window(batch.transactions, first), window(batch.dones, first), window(batch.usage, first)});
}

void Committer::flush(const Part &part)
{
    if (const auto failed = failure()) return refuse(part, *failed);
    const auto outcomes = m_writer->commit(part.transactions, part.usage);
    if (!outcomes) {
        fail(outcomes.error());
        return refuse(part, outcomes.error());
    }
    answer(part, *outcomes);
    if (const auto carried = m_writer->checkpointIfDue(); !carried) fail(carried.error());
}

void Committer::recover()
{
    const auto failed = failure();
    if (!failed || failed->code != ErrorCode::NoSpace) return;
    const auto recovered = m_writer->recover();
    if (!recovered) {
        if (recovered.error().code != ErrorCode::NoSpace) fail(recovered.error());
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_failure.reset();
    }
    tellObserver(nullptr);
}

/// Usage first: when a transaction's `done` runs, all that the ledger holds has been told.
void Committer::answer(const Part &part, const Writer::Outcomes &outcomes)
{
    eachReceiver(part.usage, outcomes.usage, [](store::UsageReceiver &receiver, auto entries, auto fates) {
        receiver.answered(entries, fates, nullptr);
    });
    for (std::size_t i = 0; i < part.transactions.size(); ++i)
        if (outcomes.transactions[i]) tellObserver(part.transactions[i], *outcomes.transactions[i]);
    for (std::size_t i = 0; i < part.dones.size(); ++i)
        if (part.dones[i]) part.dones[i](outcomes.transactions[i]);
}

void Committer::refuse(const Part &part, const Error &error)
{
    eachReceiver(part.usage, {}, [&error](store::UsageReceiver &receiver, auto entries, auto fates) {
        receiver.answered(entries, fates, &error);
    });
    for (const Done &done : part.dones)
        if (done) done(Unexpected{error});
}

void Committer::tellObserver(const store::Transaction &transaction, const store::CommitInfo &info)
{
    if (transaction.usage.empty()) return;
    const std::lock_guard lock(m_observing);
    if (!m_observer) return;
    for (std::size_t i = 0; i < transaction.usage.size(); ++i)
        if (!std::binary_search(info.repeated.begin(), info.repeated.end(), i))
            m_observer->booked(transaction.usage[i]);
}

void Committer::fail(const Error &error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_failure = error;
    }
    tellObserver(&error);
}

/// That nothing can be written, or that it can again.
void Committer::tellObserver(const Error *failure)
{
    const std::lock_guard lock(m_observing);
    if (m_observer) m_observer->answered({}, {}, failure);
}

} // namespace greenward::adapters::sqlite
