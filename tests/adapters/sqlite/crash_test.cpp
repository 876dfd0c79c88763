#include "tests/adapters/sqlite/crash_checks.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace greenward::tests {
namespace {

using crash::Conduct;
using crash::CrashSite;

constexpr std::int64_t kEndless = 1'000'000'000;

bool isFullRun()
{
    const char *wanted = std::getenv("GREENWARD_FULL");
    return wanted && std::string_view(wanted) == "1";
}

std::string joined(const std::vector<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += "\n  " + line;
    return text;
}

class Crash : public ::testing::Test
{
protected:
    /// One life and death at a random moment; what the check found wrong afterwards.
    std::vector<std::string> killOnce(CrashSite &site)
    {
        const bool atOnce = m_random() % 8 == 0; // during start and recovery, too
        const auto afterUs = static_cast<std::int64_t>(m_random() % 30'000);
        const auto ending = site.run(kEndless, afterUs, atOnce);
        auto problems = site.check();
        if (!ending.killed) problems.push_back("the writer ended by itself: " + std::to_string(ending.exitCode));
        return problems;
    }
    /// How many of `rounds` lives ended with something wrong.
    int badRounds(Conduct conduct, int rounds)
    {
        int bad = 0;
        for (int round = 0; round < rounds; ++round) {
            // A fresh place each time: what was lost once is missing ever after.
            const TemporaryDirectory directory;
            CrashSite site(directory.path(), conduct);
            if (!killOnce(site).empty()) ++bad;
        }
        return bad;
    }
    const TemporaryDirectory &directory() const { return m_directory; }

private:
    TemporaryDirectory m_directory;
    std::mt19937_64 m_random{std::random_device{}()};
};

TEST_F(Crash, killedAtAnyMomentItKeepsWhatItAcknowledged)
{
    const int rounds = isFullRun() ? 1000 : 60;
    CrashSite site(directory().path(), Conduct::Honest);
    for (int round = 0; round < rounds; ++round) {
        const auto problems = killOnce(site);
        ASSERT_TRUE(problems.empty()) << "round " << round << ":" << joined(problems);
    }
    RecordProperty("durable_steps", std::to_string(site.durableSteps()));
    EXPECT_GT(site.durableSteps(), rounds) << "the writers must really have been writing";
}

TEST_F(Crash, endsWellWhenItIsLetAlone)
{
    CrashSite site(directory().path(), Conduct::Honest);
    for (int round = 1; round <= 3; ++round) {
        const auto ending = site.run(100, std::nullopt, false);
        EXPECT_FALSE(ending.killed);
        EXPECT_EQ(ending.exitCode, crash::kDone);
        const auto problems = site.check();
        EXPECT_TRUE(problems.empty()) << joined(problems);
        EXPECT_EQ(site.durableSteps(), round * 400);
    }
}

// The harness itself: a store that answers too early, or that tears a step in two, must not get past it.

TEST_F(Crash, teeth_anAnswerBeforeTheFlushIsNoticed)
{
    EXPECT_GE(badRounds(Conduct::AckEarly, 12), 1);
}

TEST_F(Crash, teeth_aTornStepIsNoticed)
{
    EXPECT_GE(badRounds(Conduct::Split, 24), 1);
}

} // namespace
} // namespace greenward::tests
