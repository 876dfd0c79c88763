// Some random rounds of what greenward_stack_moves plays by the hundred, and proof that they would notice.
#include "tests/support/child.h"
#include "tests/system/stacks/look.h"
#include "tests/system/stacks/round.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace greenward::tests::stacks {
namespace {

using std::chrono_literals::operator""s;

class StackMoves : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        static const bool mounts = leaveMountNamespace();
        ASSERT_TRUE(mounts) << "this system lets nobody mount, not even in a user namespace";
    }

    /// Plays rounds until one of the bounds is reached; `enough` may end it earlier.
    Tally play(const std::string &program, std::uint64_t seed, std::uint64_t most, std::chrono::seconds longest,
               RoundWish wish, const std::function<bool(const Tally &)> &enough = {})
    {
        const TemporaryDirectory home;
        Ground ground(home.path(), thereAreOthers());
        Tally tally;
        const auto end = std::chrono::steady_clock::now() + longest;
        for (std::uint64_t i = 0; i < most && std::chrono::steady_clock::now() < end; ++i) {
            Round(ground, program, seed + i, tally, wish).play();
            if (enough && enough(tally)) break;
        }
        return tally;
    }
};

std::string joined(const std::vector<std::string> &lines)
{
    std::string text;
    for (const std::string &line : lines)
        text += line + "\n";
    return text;
}

TEST_F(StackMoves, A1_to_A9_someRandomRoundsLoseNothing)
{
    const char *given = std::getenv("GREENWARD_SEED");          // NOLINT(*-mt-unsafe)
    const bool full = std::getenv("GREENWARD_FULL") != nullptr; // NOLINT(*-mt-unsafe)
    // The suite plays the same rounds each time; new ones are played by whoever looks for something new.
    constexpr std::uint64_t kUsual = 2004;
    const std::uint64_t seed = given ? std::strtoull(given, nullptr, 10) : full ? std::random_device()() : kUsual;
    SCOPED_TRACE("GREENWARD_SEED=" + std::to_string(seed));
    const Tally tally =
        full ? play(GREENWARD_CTL, seed, 500, 7200s, {.hugeToo = true}) : play(GREENWARD_CTL, seed, 8, 20s, {});
    EXPECT_EQ(joined(tally.faults), "");
    EXPECT_GT(tally.of("objects"), 0);
}

TEST_F(StackMoves, A1_teeth_aMoverThatSkipsTheLastLookIsNoticed)
{
    const auto found = [](const Tally &tally) {
        return tally.of("fault: lost") > 0;
    };
    const Tally tally = play(GREENWARD_BLIND_CTL, 1, 20, 60s, {.relation = Relation::LateView, .calm = true}, found);
    EXPECT_TRUE(found(tally)) << "a target that took the source in was never noticed: " << joined(tally.faults);
}

} // namespace
} // namespace greenward::tests::stacks
