// What a decision costs, at 10,000 tenants with a limit.

#include "tests/bench/measure.h"

#include <atomic>
#include <ctime>
#include <random>

namespace greenward::bench {
namespace {

using budget::Ledger;

constexpr int kTenants = 10'000;
constexpr int kRounds = 4'000'000;
constexpr std::size_t kOrder = 1U << 16U;

volatile std::int64_t sink = 0; // keeps results alive

struct Estate
{
    Estate()
        : tenants(world.tenants(kTenants))
    {
        std::mt19937 random(1);
        for (const Ledger::Tenant tenant : tenants)
            tenant.account().setLines(budget::linesOf({}, GramsCO2e::fromMicrograms(1'000'000'000'000)));
        for (std::size_t i = 0; i < kOrder; ++i)
            order.push_back(random() % kTenants);
        for (int i = 0; i < kTenants; ++i)
            names.push_back("tenant-" + std::to_string(i));
    }
    tests::TemporaryDirectory directory;
    World world{directory.path()};
    std::vector<Ledger::Tenant> tenants;
    std::vector<std::string> names;
    std::vector<std::size_t> order; ///< random tenants, so that the cache is not flattered
};

/// Of the processor, so that what else the machine does is left out.
double processorSeconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Nanoseconds of processor time of one call of decide(thread, tenant number), the middle of five runs.
template<typename Decide>
double nanosecondsOf(const Estate &estate, int threads, Decide decide)
{
    std::vector<double> runs;
    for (int run = 0; run < 5; ++run) {
        std::atomic<double> seconds = 0;
        secondsOf(threads, [&](int thread) {
            const double begin = processorSeconds();
            std::int64_t yes = 0;
            std::size_t at = static_cast<std::size_t>(thread) * 1000;
            for (int i = 0; i < kRounds / 4; ++i)
                yes += decide(thread, estate.order[++at % kOrder]);
            sink = sink + yes;
            seconds += processorSeconds() - begin;
        });
        runs.push_back(seconds / threads / (kRounds / 4) * 1e9);
    }
    return median(runs);
}

void run()
{
    Estate estate;
    Ledger &ledger = estate.world.ledger();
    const Instant now = World::systemClock().now();
    const GramsCO2e estimate = GramsCO2e::fromMicrograms(17);
    heading("Admission, 10,000 tenants, nanoseconds of processor time a decision");
    for (const int threads : {1, 2, 4}) {
        const std::string suffix = ", " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
        const auto tell = [&](const std::string &what, auto decide, const std::string &note = "") {
            print(what + suffix, shown(nanosecondsOf(estate, threads, decide)) + " ns", note);
        };
        tell("walk the list of tenants (yardstick)",
             [&](int, std::size_t tenant) { return estate.tenants[tenant].account().isLimited(); });
        tell(
            "canProceed by handle",
            [&](int, std::size_t tenant) { return ledger.canProceed(estate.tenants[tenant], estimate, now); },
            "<= 25 wanted");
        tell(
            "canProceed by handle, one hot tenant",
            [&](int, std::size_t) { return ledger.canProceed(estate.tenants[0], estimate, now); }, "<= 25 wanted");
        tell(
            "canProceed by name",
            [&](int, std::size_t tenant) {
                return ledger.canProceed(*ledger.find(estate.names[tenant]), estimate, now);
            },
            "<= 150 wanted");
        tell("set aside and give back on the account", [&](int, std::size_t tenant) {
            budget::Account &account = estate.tenants[tenant].account();
            if (!account.reserve(estimate, now)) return false;
            account.release(estimate);
            return true;
        });
    }
    heading("A whole reservation: tryReserve and cancel, with its place in the table and the clock");
    print("1 thread", shown(nanosecondsOf(estate, 1,
                                          [&](int, std::size_t tenant) {
                                              const auto id = ledger.tryReserve(estate.tenants[tenant], estimate, "w");
                                              return id && ledger.cancel(*id);
                                          })) +
                          " ns");
}

} // namespace
} // namespace greenward::bench

int main()
{
    greenward::bench::run();
}
