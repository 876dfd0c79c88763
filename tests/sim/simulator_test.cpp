#include "tests/sim/life.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

namespace greenward::sim {
namespace {

std::uint64_t numberOf(const char *variable, std::uint64_t otherwise)
{
    const char *text = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): no other thread runs yet
    return text ? std::strtoull(text, nullptr, 10) : otherwise;
}

TEST(Simulator, everythingPromisedHoldsInEachLife)
{
    const bool full = numberOf("GREENWARD_FULL", 0) == 1;
    const std::uint64_t first = numberOf("GREENWARD_SEED", 1);
    const std::uint64_t count = numberOf("GREENWARD_LIVES", full ? 100'000 : 1'000);
    LifeReport all;
    std::uint64_t faults = 0;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const LifeReport report = live(seed);
        all.steps += report.steps;
        all.processes += report.processes;
        all.kills += report.kills;
        all.powerCuts += report.powerCuts;
        all.moved += report.moved;
        all.bookings += report.bookings;
        if (count == 1 && report.fault.empty()) std::printf("%s", report.trace.c_str());
        if (report.fault.empty()) continue;
        ADD_FAILURE() << "GREENWARD_SEED=" << seed << " GREENWARD_LIVES=1: " << report.fault << "\n"
                      << (count == 1 || faults == 0 ? report.trace : "");
        if (++faults >= 10) break;
    }
    std::printf("%llu processes, %llu steps, %llu kills, %llu power cuts, %llu objects moved, %llu bookings\n",
                static_cast<unsigned long long>(all.processes), static_cast<unsigned long long>(all.steps),
                static_cast<unsigned long long>(all.kills), static_cast<unsigned long long>(all.powerCuts),
                static_cast<unsigned long long>(all.moved), static_cast<unsigned long long>(all.bookings));
}

TEST(Simulator, aSeedTellsTheWholeLife)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const LifeReport once = live(seed);
        const LifeReport again = live(seed);
        EXPECT_EQ(once.digest, again.digest) << "seed " << seed << "\n" << once.trace << "\n----\n" << again.trace;
        EXPECT_EQ(once.steps, again.steps) << "seed " << seed;
    }
}

} // namespace
} // namespace greenward::sim
