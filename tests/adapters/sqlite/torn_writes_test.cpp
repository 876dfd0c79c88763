#include "tests/adapters/sqlite/crash_checks.h"
#include "tests/adapters/sqlite/disk_states.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using crash::Conduct;
using crash::CrashSite;
using crash::DiskStates;

bool isFullRun()
{
    const char *wanted = std::getenv("GREENWARD_FULL");
    return wanted && std::string_view(wanted) == "1";
}

class TornWrites : public ::testing::Test
{
protected:
    /// Lets a store of this conduct write under the recorder, then cuts the power at `states` random moments. How many
    /// of the states had something wrong; the first complaints are kept.
    int badStates(Conduct conduct, int states, const std::vector<std::string> &environment = {})
    {
        const TemporaryDirectory home;
        CrashSite site(home.path(), conduct);
        EXPECT_EQ(site.run(2, std::nullopt, false).exitCode, crash::kDone);
        EXPECT_TRUE(site.check().empty());
        const fs::path base = home.path() / "base";
        const fs::path record = home.path() / "record";
        fs::copy_file(home.path() / "state.db", base);
        std::vector<std::string> variables{std::string("LD_PRELOAD=") + WRITE_RECORDER, "RECORD_TO=" + record.string(),
                                           "ASAN_OPTIONS=verify_asan_link_order=0"};
        variables.insert(variables.end(), environment.begin(), environment.end());
        EXPECT_EQ(site.run(300, std::nullopt, false, variables).exitCode, crash::kDone);
        DiskStates disk(base, record);
        EXPECT_GT(disk.entries(), 1000U) << "or nothing was recorded";

        std::vector<std::size_t> moments;
        for (int i = 0; i < states; ++i)
            moments.push_back(m_random() % (disk.entries() + 1));
        std::sort(moments.begin(), moments.end());
        int bad = 0;
        for (const std::size_t moment : moments) {
            disk.advanceTo(moment);
            const TemporaryDirectory wreck;
            disk.make(wreck.path(), m_random);
            const auto problems = CrashSite(wreck.path(), Conduct::Honest).check();
            if (problems.empty()) continue;
            ++bad;
            if (bad <= 3) complaints += "\n  at " + std::to_string(moment) + ": " + problems.front();
        }
        return bad;
    }

    std::string complaints;
    const std::uint64_t seed = std::random_device{}();

private:
    std::mt19937_64 m_random{seed};
};

TEST_F(TornWrites, loseNothingThatWasAcknowledgedAndBreakNothing)
{
    EXPECT_EQ(badStates(Conduct::Honest, isFullRun() ? 10'000 : 60), 0) << "seed " << seed << complaints;
}

// The harness itself: what is known to be broken must not get past it.

TEST_F(TornWrites, teeth_aStoreThatNeverSyncsIsNoticed)
{
    EXPECT_GE(badStates(Conduct::Honest, 20, {"RECORD_SYNCS=0"}), 3) << "seed " << seed;
}

TEST_F(TornWrites, teeth_synchronousNormalIsNoticed)
{
    EXPECT_GE(badStates(Conduct::Honest, 20, {"RECORD_SYNCHRONOUS=NORMAL"}), 3) << "seed " << seed;
}

TEST_F(TornWrites, teeth_anAnswerBeforeTheCommitIsNoticed)
{
    EXPECT_GE(badStates(Conduct::AckEarly, 30), 1) << "seed " << seed;
}

} // namespace
} // namespace greenward::tests
