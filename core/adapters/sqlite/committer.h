#pragma once

#include "core/adapters/sqlite/writer.h"
#include "core/store/state_store.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace greenward::adapters::sqlite {

/// The thread that owns the writer: takes everything queued, one flush for all of it, then answers. No artificial
/// wait: while a flush runs the next batch grows, so it adapts to slow and fast disks by itself.
class Committer final
{
public:
    using Done = store::StateStore::Done;

    explicit Committer(std::unique_ptr<Writer> writer);
    /// stop(), then closes the store in good order unless a flush has failed. By then all readers must be gone, for
    /// only the last connection takes the log away.
    ~Committer();
    Committer(const Committer &) = delete;
    Committer &operator=(const Committer &) = delete;

    /// From any thread. Waits while the queue is full, unless called by `done` itself.
    void submit(store::Transaction transaction, Done done);
    /// From any thread. Waits a moment while the queue is full, then says Busy.
    Result<void> record(store::UsageEntry entry);
    void observeUsage(store::UsageReceiver *observer);
    /// Flushes and answers what is queued, then ends the thread. No submit() from now on.
    void stop();
    /// How far the store has come. After stop().
    std::pair<std::int64_t, std::int64_t> auditRowsAndNextUsage() const
    {
        return {m_writer->auditRows(), m_writer->nextUsage()};
    }
    /// From any thread; returns at once. After NoSpace: looks whether there is room again, and if so goes on.
    void tryAgain();
    /// Why nothing can be written; nothing while all is well. NoSpace lasts until tryAgain() helped, the rest for good.
    std::optional<Error> failure() const;

private:
    struct Batch
    {
        std::vector<store::Transaction> transactions;
        std::vector<Done> dones;
        std::vector<store::UsageEntry> usage;
        bool empty() const { return dones.empty() && usage.empty(); }
        void clear();
    };
    /// What shares one flush.
    struct Part
    {
        std::span<const store::Transaction> transactions;
        std::span<const Done> dones;
        std::span<const store::UsageEntry> usage;
    };
    void run();
    void flush(const Batch &batch);
    void flush(const Part &part);
    void answer(const Part &part, const Writer::Outcomes &outcomes);
    void refuse(const Part &part, const Error &error);
    void tellObserver(const store::Transaction &transaction, const store::CommitInfo &info);
    void recover();
    void fail(const Error &error);
    void tellObserver(const Error *failure);
    bool isOwnThread() const { return std::this_thread::get_id() == m_thread.get_id(); }

    std::unique_ptr<Writer> m_writer; // committer thread only, once it runs
    mutable std::mutex m_mutex;
    std::condition_variable m_work;
    std::condition_variable m_room;
    Batch m_queue;                  // guarded by m_mutex
    bool m_sleeping = false;        // guarded by m_mutex: nobody is woken who is awake
    bool m_stopping = false;        // guarded by m_mutex
    bool m_tryAgain = false;        // guarded by m_mutex
    std::optional<Error> m_failure; // guarded by m_mutex; written by the committer thread only
    std::mutex m_observing;
    store::UsageReceiver *m_observer = nullptr; // guarded by m_observing
    std::thread m_thread;
};

} // namespace greenward::adapters::sqlite
