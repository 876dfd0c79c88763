// The program that is killed: writes steps of crash_protocol.h into a store until it is done or dies.
//     crash_writer DIRECTORY COUNTERS CONDUCT STEPS-PER-LANE
// Writes one byte to standard output when the store is open.

#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "tests/adapters/sqlite/crash_protocol.h"

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <mutex>
#include <thread>

#include <unistd.h>

namespace greenward::tests::crash {
namespace {

constexpr std::int64_t kBurst = 32;

using adapters::SqliteStateStore;
using Answer = Result<store::CommitInfo>;

/// The first unwelcome answer decides the exit code; every lane stops at its own.
std::atomic<int> outcome = kDone;

void note(const Answer &answer)
{
    if (answer) return;
    const bool honestFailure =
        answer.error().code == ErrorCode::NotDurable || answer.error().code == ErrorCode::NoSpace;
    if (!honestFailure) std::fprintf(stderr, "%s: %s\n", answer.error().subject.c_str(), answer.error().detail.c_str());
    int expected = kDone;
    outcome.compare_exchange_strong(expected, honestFailure ? kNotDurable : kWrong);
}

/// Tells the write recorder, if one is loaded, what was promised.
void recordAck(std::size_t lane, std::int64_t step)
{
    using Record = void(std::int64_t, std::int64_t);
    static auto *const record = reinterpret_cast<Record *>(::dlsym(RTLD_DEFAULT, "greenward_record_ack"));
    if (record) record(static_cast<std::int64_t>(lane), step);
}

class Lane final
{
public:
    Lane(SqliteStateStore &store, Counters &counters, Conduct conduct, std::size_t lane)
        : m_store(store)
        , m_counters(counters)
        , m_conduct(conduct)
        , m_lane(lane)
    {}

    /// Picks up where the store stands.
    bool start()
    {
        const auto documents = m_store.documents(store::Collection::Setting);
        if (!documents) return false;
        for (const store::Document &document : *documents)
            if (document.id == laneName(m_lane)) m_step = std::atoll(document.json.c_str());
        m_counters.submitted[m_lane] = m_step;
        m_counters.acked[m_lane] = m_step;
        return m_step == 0 || findMove();
    }

    void run(std::int64_t steps)
    {
        const std::int64_t last = m_step + steps;
        while (m_step < last) {
            const std::int64_t count = m_lane == kLanes - 1 && m_step > 0 ? std::min(kBurst, last - m_step) : 1;
            if (!sendAndWait(count)) return;
            if (m_move == MoveId{} && !findMove()) return note(fail(ErrorCode::Internal, "move", "not found"));
        }
    }

private:
    bool findMove()
    {
        const auto moves = m_store.moves({.batch = BatchId{static_cast<std::int64_t>(m_lane) + 1}});
        if (!moves || moves->size() != 1) return false;
        m_move = moves->front().id;
        return true;
    }

    /// Sends `count` steps at once and waits for all their answers.
    bool sendAndWait(std::int64_t count)
    {
        std::mutex mutex;
        std::condition_variable answered;
        std::int64_t waiting = count; // guarded by mutex
        bool good = true;             // guarded by mutex
        for (std::int64_t i = 0; i < count; ++i) {
            const std::int64_t step = ++m_step;
            m_counters.submitted[m_lane] = step;
            const auto done = [&, step](const Answer &answer) {
                note(answer);
                const std::lock_guard lock(mutex);
                good = good && answer.has_value();
                if (good) m_counters.acked[m_lane] = step;
                if (good) recordAck(m_lane, step);
                if (--waiting == 0) answered.notify_one();
            };
            send(stepOf(m_lane, step, m_move), done);
        }
        std::unique_lock lock(mutex);
        answered.wait(lock, [&] { return waiting == 0; });
        return good;
    }

    void send(store::Transaction transaction, const store::StateStore::Done &done)
    {
        // Even the dishonest make their move first, for the later steps need its number.
        switch (m_move == MoveId{} ? Conduct::Honest : m_conduct) {
        case Conduct::Honest:
            m_store.submit(std::move(transaction), done);
            break;
        case Conduct::AckEarly:
            done(store::CommitInfo{});
            m_store.submit(std::move(transaction), {});
            break;
        case Conduct::Split: {
            store::Transaction first;
            std::swap(first.documents, transaction.documents);
            note(m_store.commit(std::move(first)));
            m_store.submit(std::move(transaction), done);
            break;
        }
        }
    }

    SqliteStateStore &m_store;
    Counters &m_counters;
    const Conduct m_conduct;
    const std::size_t m_lane;
    std::int64_t m_step = 0;
    MoveId m_move{};
};

/// Tells the fault injector, if one is loaded, to let everything through from now on.
void disarmFaults()
{
    if (void *const symbol = ::dlsym(RTLD_DEFAULT, "greenward_disarm_faults")) reinterpret_cast<void (*)()>(symbol)();
}

int write(const std::filesystem::path &directory, Counters &counters, Conduct conduct, std::int64_t steps)
{
    const adapters::OpenSslHasherFactory hashers;
    const auto store = SqliteStateStore::open(directory, store::OpenMode::ReadWrite, hashers);
    if (!store) {
        std::fprintf(stderr, "%s: %s\n", store.error().subject.c_str(), store.error().detail.c_str());
        return kNotOpened;
    }
    std::vector<Lane> lanes;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        lanes.emplace_back(**store, counters, conduct, lane);
        if (!lanes.back().start()) return kWrong;
    }
    if (::write(STDOUT_FILENO, "r", 1) != 1) return kWrong;
    std::vector<std::thread> threads;
    for (Lane &lane : lanes)
        threads.emplace_back([&lane, steps] { lane.run(steps); });
    for (std::thread &thread : threads)
        thread.join();
    disarmFaults();
    // A failure on the last flush shows at the next write.
    note((*store)->commit(store::Transaction{}.put(store::Collection::Setting, "end", "1")));
    return outcome;
}

} // namespace
} // namespace greenward::tests::crash

int main(int argc, char **argv)
{
    using namespace greenward::tests::crash;
    if (argc != 5) return 2;
    const MappedCounters counters(argv[2]);
    return write(argv[1], *counters.operator->(), static_cast<Conduct>(std::atoi(argv[3])), std::atoll(argv[4]));
}
