#include "tests/adapters/sqlite/crash_checks.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstdlib>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using crash::Conduct;
using crash::CrashSite;

struct Fault
{
    std::string call;
    int error;
    std::string how;
};

std::ostream &operator<<(std::ostream &out, const Fault &fault)
{
    return out << fault.call << "_" << fault.how << "_" << fault.error;
}

/// The environment of a process whose k-th call of that kind meets the fault.
std::vector<std::string> faulty(const Fault &fault, long k, const fs::path &mark)
{
    return {std::string("LD_PRELOAD=") + FAULT_INJECTOR,  "FAULT_CALL=" + fault.call, "FAULT_AT=" + std::to_string(k),
            "FAULT_ERRNO=" + std::to_string(fault.error), "FAULT_HOW=" + fault.how,   "FAULT_MARK=" + mark.string(),
            "ASAN_OPTIONS=verify_asan_link_order=0"};
}

bool isFullRun()
{
    const char *wanted = std::getenv("GREENWARD_FULL");
    return wanted && std::string_view(wanted) == "1";
}

class FailingCalls : public ::testing::TestWithParam<Fault>
{
protected:
    struct Outcome
    {
        bool met = false; ///< the fault was
        int exitCode = -1;
        std::vector<std::string> problems; ///< of an honest opening afterwards
        bool worksAgain = false;
    };
    /// A store that has lived before meets the k-th call failing, is closed, and opened again on a sound disk.
    static Outcome meet(const Fault &fault, long k, bool freshStore)
    {
        const TemporaryDirectory directory;
        CrashSite site(directory.path(), Conduct::Honest);
        if (!freshStore) {
            EXPECT_EQ(site.run(20, std::nullopt, false).exitCode, crash::kDone);
            EXPECT_TRUE(site.check().empty());
        }
        const fs::path mark = directory.path() / "mark";
        Outcome outcome;
        const auto ending = site.run(120, std::nullopt, false, faulty(fault, k, mark));
        EXPECT_FALSE(ending.killed);
        outcome.exitCode = ending.exitCode;
        outcome.met = fs::exists(mark);
        outcome.problems = site.check();
        outcome.worksAgain = site.run(5, std::nullopt, false).exitCode == crash::kDone && site.check().empty();
        return outcome;
    }
    /// Whether the store may go on as if nothing had happened: SQLite finishes a short write by a second one, and a
    /// log that could not be cut to its wanted length is merely longer.
    static bool mayBeSilent(const Fault &fault) { return fault.call == "truncate" || fault.how == "short"; }
};

TEST_P(FailingCalls, neverCostAnythingAcknowledged)
{
    const Fault &fault = GetParam();
    const long points = isFullRun() ? 60 : 6;
    int met = 0;
    for (long i = 0; i < points; ++i) {
        // Dense at the beginning, where creation and opening are, then ever wider into the life of the store.
        const long k = isFullRun() ? 1 + i : 1 + i * i * 3;
        const Outcome outcome = meet(fault, k, i % 3 == 0);
        std::string problems;
        for (const std::string &problem : outcome.problems)
            problems += "\n  " + problem;
        ASSERT_TRUE(outcome.problems.empty()) << fault << " at " << k << problems;
        EXPECT_TRUE(outcome.worksAgain) << fault << " at " << k;
        if (!outcome.met) continue;
        ++met;
        EXPECT_NE(outcome.exitCode, crash::kWrong) << fault << " at " << k;
        if (!mayBeSilent(fault)) {
            EXPECT_NE(outcome.exitCode, crash::kDone) << fault << " at " << k << " was not reported";
        }
    }
    if (fault.call != "truncate") {
        EXPECT_GE(met, points / 2) << "or nothing was tested";
    }
}

TEST(FailingCallsTeeth, aStoreThatAnswersTooEarlyIsNoticed)
{
    // How many calls a run needs depends on how much its flushes happen to gather: so at several points.
    int met = 0;
    int noticed = 0;
    for (const long k : {4, 8, 16, 32}) {
        const TemporaryDirectory directory;
        ASSERT_EQ(CrashSite(directory.path(), Conduct::Honest).run(20, std::nullopt, false).exitCode, crash::kDone);
        CrashSite site(directory.path(), Conduct::AckEarly);
        const fs::path mark = directory.path() / "mark";
        const auto ending = site.run(5000, std::nullopt, false, faulty({"write", EIO, "ever"}, k, mark));
        EXPECT_FALSE(ending.killed);
        met += fs::exists(mark) ? 1 : 0;
        noticed += site.check().empty() ? 0 : 1;
    }
    EXPECT_GE(met, 1) << "or nothing was tested";
    EXPECT_GE(noticed, 1);
}

INSTANTIATE_TEST_SUITE_P(Disk, FailingCalls,
                         ::testing::Values(Fault{"sync", EIO, "once"}, Fault{"sync", EIO, "ever"},
                                           Fault{"sync", ENOSPC, "once"}, Fault{"write", EIO, "once"},
                                           Fault{"write", EIO, "ever"}, Fault{"write", ENOSPC, "ever"},
                                           Fault{"write", ENOSPC, "short"}, Fault{"truncate", EIO, "ever"}),
                         [](const auto &test) {
                             std::ostringstream name;
                             name << test.param;
                             return name.str();
                         });

} // namespace
} // namespace greenward::tests
