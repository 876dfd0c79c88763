#include "tests/sim/life.h"

#include <gtest/gtest.h>

// Does the simulator bite? Each mending is switched off by itself, at a port, and must be missed.

namespace greenward::sim {
namespace {

constexpr std::uint64_t kMostSeeds = 600;

/// The first seed that finds a fault which tells of this mending.
void expectFound(const char *what, Teeth teeth, bool beginsWithAView = false)
{
    for (std::uint64_t seed = 1; seed <= kMostSeeds; ++seed) {
        const LifeReport report = live(seed, teeth, beginsWithAView);
        if (report.fault.empty()) continue;
        std::printf("%s: found by seed %llu: %s\n", what, static_cast<unsigned long long>(seed), report.fault.c_str());
        return;
    }
    ADD_FAILURE() << what << " was not missed in " << kMostSeeds << " lives";
}

TEST(Teeth, A1_aSourceThatIsRemovedBeforeTheLastLook)
{
    expectFound("the last look", {.keepsName = true}, true);
}
TEST(Teeth, A1_theLastLookHoldsWhenTheTargetBecomesAView)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        EXPECT_EQ(live(seed, {}, true).fault, "") << "seed " << seed;
}
TEST(Teeth, A3_aTwinThatIsNotFlushed)
{
    expectFound("flushing what was there", {.flushesNothing = true});
}
TEST(Teeth, A3_whatOnlyMemoryHolds)
{
    expectFound("reading back from the device", {.readsMemory = true});
}
TEST(Teeth, A4_anyPlaceOfTheRightPath)
{
    expectFound("the mark of a place", {.takesAnyPlace = true});
}
TEST(Teeth, A5_aChangedSourceOfTheSameSizeAndTime)
{
    expectFound("the change time", {.believesTimes = true});
}
TEST(Teeth, A6_rightsThatAreNotCompared)
{
    expectFound("the same rights", {.sameRights = true});
}
TEST(Teeth, B2_idsMadeOfTheTime)
{
    expectFound("random ids", {.timeMadeIds = true});
}
TEST(Teeth, B3_reservationsThatCountTwice)
{
    expectFound("reservations counted once", {.holdsTwice = true});
}
TEST(Teeth, B3_anImportInPieces)
{
    expectFound("an import as one transaction", {.importsInPieces = true});
}

} // namespace
} // namespace greenward::sim
