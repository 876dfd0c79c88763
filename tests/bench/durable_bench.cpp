// What a durable record costs, beside the bare flush, Redis and PostgreSQL, in interleaved rounds.
//     bench_durable [ROUNDS]     9 when not told; fewer are not steady on a fast disk

#include "tests/bench/measure.h"
#include "tests/bench/servers.h"

#include <atomic>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <latch>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

namespace greenward::bench {
namespace {

using budget::Ledger;

constexpr int kTenants = 1000;
constexpr double kSeconds = 1.0;

bool isOver(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() >= kSeconds;
}

/// Append 128 bytes, fdatasync, again.
double rawFlushes(const std::filesystem::path &directory)
{
    const int file = ::open((directory / "raw").c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
    const std::string bytes(128, 'x');
    const auto begin = std::chrono::steady_clock::now();
    int flushes = 0;
    for (; !isOver(begin); ++flushes)
        if (::write(file, bytes.data(), bytes.size()) != 128 || ::fdatasync(file) != 0) std::abort();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    ::close(file);
    return flushes / seconds;
}

Ledger::Usage usage()
{
    return {World::systemClock().now(), GramsCO2e::fromMicrograms(17), "write"};
}

double waiting(World &world, const std::vector<Ledger::Tenant> &tenants, int threads)
{
    std::atomic<std::int64_t> records = 0;
    const double seconds = secondsOf(threads, [&](int thread) {
        const auto begin = std::chrono::steady_clock::now();
        for (auto at = static_cast<std::size_t>(thread); !isOver(begin); at += 7, ++records)
            must(world.ledger().record(tenants[at % tenants.size()], usage()));
    });
    return static_cast<double>(records) / seconds;
}

/// Of all threads of this process.
double processorSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Records a second; adds what one took of the processor, in nanoseconds, to `costs`.
double saturated(World &world, const std::vector<Ledger::Tenant> &tenants, std::vector<double> &costs)
{
    const double begin = processorSeconds();
    constexpr int kThreads = 2;
    constexpr int kEach = 1'500'000;
    const double seconds = secondsOf(kThreads, [&](int thread) {
        std::latch last(1);
        auto at = static_cast<std::size_t>(thread);
        for (int i = 1; i < kEach; ++i, at += 7)
            while (!world.ledger().addMeasured(tenants[at % tenants.size()], usage())) // busy: waited a while
                std::this_thread::yield();
        must(world.ledger().addMeasured(tenants[0], usage(), [&](const auto &) { last.count_down(); }));
        last.wait(); // in the order of the ledger: all before it are durable too
    });
    costs.push_back((processorSeconds() - begin) / (kThreads * double{kEach}) * 1e9);
    return kThreads * double{kEach} / seconds;
}

struct Series
{
    std::string name;
    std::vector<double> values = {};
};

void run(int rounds)
{
    Series raw{"append 128 B and fdatasync, one thread"};
    Series one{"ledger: 1 waiter"};
    Series many{"ledger: 64 waiters"};
    Series full{"ledger: saturated (2 threads, no waiting)"};
    Series redisOne{"Redis, Lua check-and-add, AOF always: 1 client"};
    Series redisMany{"Redis: 64 clients"};
    Series redisFull{"Redis: 2 clients, 1024 in flight each"};
    Series pgOne{"PostgreSQL, UPDATE ... RETURNING: 1 client"};
    Series pgMany{"PostgreSQL: 64 clients"};
    std::vector<double> costs;
    const tests::TemporaryDirectory directory;
    const Redis redis;
    const Postgres postgres;
    const auto add = [](Series &series, std::optional<double> value) {
        if (value) series.values.push_back(*value);
    };
    for (int round = 0; round < rounds; ++round) {
        add(raw, rawFlushes(directory.path()));
        {
            const tests::TemporaryDirectory fresh;
            World world(fresh.path());
            const auto tenants = world.tenants(kTenants);
            add(one, waiting(world, tenants, 1));
            add(many, waiting(world, tenants, 64));
            add(full, saturated(world, tenants, costs));
        }
        add(redisOne, redis.perSecond(1, 1, 4000));
        add(redisMany, redis.perSecond(64, 1, 30'000));
        add(redisFull, redis.perSecond(2, 1024, 100'000));
        add(pgOne, postgres.perSecond(1, 1));
        add(pgMany, postgres.perSecond(64, 1));
    }
    heading("Durable records a second, middle of " + std::to_string(rounds) + " interleaved rounds");
    for (const Series *series : {&raw, &one, &many, &full, &redisOne, &redisMany, &redisFull, &pgOne, &pgMany})
        print(series->name, series->values.empty() ? "not installed" : shown(median(series->values)));
    heading("Ratios");
    const auto ratio = [](const Series &a, const Series &b, const std::string &wanted) {
        if (a.values.empty() || b.values.empty()) return;
        print(a.name + " : " + b.name, shown(median(a.values) / median(b.values)), wanted);
    };
    ratio(one, raw, ">= 0.75 wanted");
    ratio(many, one, ">= 15 wanted");
    print(full.name, shown(median(full.values)), ">= 1,000,000 wanted");
    print("saturated: processor time a record, both sides", shown(median(costs)) + " ns",
          "<= 2,000 on two cores wanted");
    ratio(one, redisOne, "");
    ratio(many, redisMany, "");
    ratio(full, redisFull, "");
    ratio(one, pgOne, "");
    ratio(many, pgMany, "");
}

} // namespace
} // namespace greenward::bench

int main(int count, char **arguments)
{
    greenward::bench::run(count > 1 ? std::max(1, std::atoi(arguments[1])) : 9);
}
