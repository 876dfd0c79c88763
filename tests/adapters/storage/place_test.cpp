#include "core/storage/place_book.h"
#include "tests/adapters/storage/migration.h"
#include "tests/support/child.h"
#include "tests/support/mounts.h"

#include <gmock/gmock.h>

#include <fstream>

// A place is more than its path: markers, and what happens when another place is where a backend was.

namespace greenward::tests {
namespace {

using storage::Announce;
using storage::BatchPhase;
using storage::PlaceMark;
using storage::ScanState;
using testing::AllOf;
using testing::HasSubstr;

const BackendId kBrown = sure(BackendId::parse("brown"));
const BackendId kGreen = sure(BackendId::parse("green"));

store::AuditEntry byHand()
{
    return {{}, "Ada", "backend.accept", "backend", {}};
}

fs::path markOf(const fs::path &root)
{
    return root / storage::kPlaceMarkName;
}

/// Runs `work` in a child with mounts of its own; what failed in it is printed by it.
void withMounts(const std::function<void(Mounts &mounts, const fs::path &root)> &work)
{
    const auto problem = inChild([&]() -> std::string {
        const TemporaryDirectory directory;
        Mounts mounts;
        work(mounts, directory.path());
        return ::testing::Test::HasFailure() ? "see above" : "";
    });
    EXPECT_EQ(problem, std::nullopt);
}

/// Two backends "brown" and "green" of which each may be a mount made before.
StorageWorld::Options both()
{
    return {{}, {}, {"brown", "green"}};
}

using Markers = Migration;

TEST_F(Markers, A4_registrationMarksTheRootForNobodyElseToRead)
{
    const PlaceMark mark = sure(storage::parseMark(contentOf(markOf(brown))));
    EXPECT_EQ(mark.backend, "brown");
    EXPECT_EQ(mark.id.size(), 32U);
    EXPECT_NE(mark.id, sure(storage::parseMark(contentOf(markOf(green)))).id);
    EXPECT_EQ(fs::status(markOf(brown)).permissions(), fs::perms(0600));
    EXPECT_EQ(world.component().place(kBrown)->mark, mark.id);
    plant("acme/a", 10);
    const auto scan = world.scan("brown");
    EXPECT_EQ(scan.objects, 1U);
    EXPECT_TRUE(scan.leftAlone.empty()) << "the marker is no news";
}

TEST_F(Markers, A4_aMarkerTakenAwayStopsAllUntilThePlaceIsAccepted)
{
    plant("acme/a", 10);
    plan();
    const std::string id = world.component().place(kBrown)->mark;
    fs::remove(markOf(brown));
    const auto refused = world.component().startScan(kBrown);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unreachable);
    EXPECT_THAT(refused.error().detail, AllOf(HasSubstr(id), HasSubstr("greenwardctl backend accept brown")));
    EXPECT_FALSE(world.bus().request(bus::CheckHealth{kBrown})->reachable);
    EXPECT_EQ(world.migrate(order()).moved, 0U);
    EXPECT_TRUE(fs::exists(brown / "acme/a"));
    EXPECT_FALSE(fs::exists(green / "acme"));

    ASSERT_TRUE(world.component().acceptPlace(kBrown, false, byHand()));
    EXPECT_NE(world.component().place(kBrown)->mark, id);
    EXPECT_EQ(world.scan("brown").objects, 1U);
    const auto audit = sure(world.store().audit(0, 1));
    ASSERT_EQ(audit.size(), 1U);
    EXPECT_THAT(audit.front().entry.body, HasSubstr(id)) << "what it was before";
}

TEST_F(Markers, A4_aMarkerTakenAwayDuringTheRunStopsIt)
{
    plant("acme/a", 1000);
    plant("acme/b", 1000);
    hook = [&](const DriverCall &call) -> Result<void> {
        if (call.backend == "green" && call.name == "finish" && call.after) fs::remove(markOf(green));
        return {};
    };
    const auto progress = moveAll();
    EXPECT_EQ(progress.phase, BatchPhase::Paused);
    EXPECT_THAT(progress.why, HasSubstr("marker"));
    EXPECT_TRUE(fs::exists(brown / "acme/a"));
    EXPECT_TRUE(fs::exists(brown / "acme/b"));
}

TEST_F(Markers, A4_anotherDirectoryPutThereIsNotTaken)
{
    plant("acme/a", 10);
    world.scan("brown");
    const fs::path other = world.addBackend("other");
    world.close();
    fs::rename(brown, directory.path() / "away");
    fs::rename(other, brown); // with a marker, but of another backend
    world.open();
    const auto refused = world.component().startScan(kBrown);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unreachable);
    EXPECT_THAT(refused.error().detail, HasSubstr("another place"));
    EXPECT_TRUE(sure(world.catalogue().find(kBrown, sure(ObjectKey::parse("acme/a"))))) << "nothing was inferred";
}

TEST_F(Markers, A4_aRootThatBecomesASymlinkToElsewhereIsNotTaken)
{
    plant("acme/a", 10);
    world.scan("brown");
    fs::rename(brown, directory.path() / "away");
    fs::create_directory(directory.path() / "elsewhere");
    fs::create_directory_symlink(directory.path() / "elsewhere", brown);
    EXPECT_EQ(world.component().startScan(kBrown).error().code, ErrorCode::Unreachable);
    fs::remove(brown);
    fs::create_directory_symlink(directory.path() / "away", brown); // the same place after all
    EXPECT_EQ(world.scan("brown").objects, 1U);
}

TEST_F(Markers, A4_whatGoesAwayDuringAScanIsNotCalledGone)
{
    for (const char *key : {"acme/a", "acme/b", "acme/c"})
        plant(key, 10);
    world.scan("brown");
    hook = [&](const DriverCall &call) -> Result<void> {
        if (call.name == "list" && !call.after) { // an unmount in the middle: the listing ends early, without error
            for (const char *key : {"acme/b", "acme/c"})
                fs::remove(brown / key);
        }
        if (call.name == "list" && call.after) fs::rename(brown, directory.path() / "away");
        return {};
    };
    const auto scan = world.scan("brown");
    EXPECT_EQ(scan.state, ScanState::Failed);
    EXPECT_EQ(scan.gone, 0U);
    EXPECT_TRUE(sure(world.catalogue().find(kBrown, sure(ObjectKey::parse("acme/c")))));
}

TEST_F(Markers, A4_dataOfBeforeIsAdoptedWhereItsObjectsAre)
{
    plant("acme/a", 10);
    world.scan("brown");
    storage::PlaceBook book(world.store());
    book.forget(kBrown);
    book.forget(kGreen);
    fs::remove(markOf(brown));
    fs::remove(markOf(green));
    world.close();
    fs::rename(brown, directory.path() / "away");
    fs::create_directory(brown); // as a bare mount point
    world.open();
    EXPECT_FALSE(world.component().startScan(kBrown));
    EXPECT_FALSE(fs::exists(markOf(brown)));
    EXPECT_TRUE(fs::exists(markOf(green))) << "nothing is known of it that could be missing";
    fs::remove(brown);
    fs::rename(directory.path() / "away", brown);
    EXPECT_EQ(world.scan("brown").gone, 0U);
    EXPECT_TRUE(fs::exists(markOf(brown)));
    EXPECT_EQ(world.component().place(kBrown)->mark, sure(storage::parseMark(contentOf(markOf(brown)))).id);
}

TEST_F(Markers, A4_removingABackendTakesItsMarkerAlongButNobodyElses)
{
    ASSERT_TRUE(world.component().detach(kBrown));
    EXPECT_FALSE(fs::exists(markOf(brown)));
    EXPECT_FALSE(world.component().place(kBrown));
    std::ofstream(markOf(brown)) << storage::markJson({std::string(32, 'a'), "of another installation", {}});
    world.addBackend(StorageWorld::localSpec("brown", brown));
    EXPECT_EQ(world.component().place(kBrown)->mark, std::string(32, 'a')) << "a place has one id";
    ASSERT_TRUE(world.component().detach(kBrown));
    EXPECT_TRUE(fs::exists(markOf(brown)));
}

TEST_F(Markers, A4_whatIsNoMarkerIsNotOverwritten)
{
    const fs::path third = directory.path() / "third";
    fs::create_directory(third);
    const auto codeOf = [&] {
        const auto attached = world.component().attach(StorageWorld::localSpec("third", third), Announce::Yes);
        return attached ? ErrorCode::Internal : attached.error().code;
    };
    fs::create_symlink(brown / "acme/a", markOf(third));
    EXPECT_EQ(codeOf(), ErrorCode::BadReply);
    fs::remove(markOf(third));
    for (const char *text : {"", "{", "{\"format\":\"greenward-backend\",\"version\":1,\"id\":\"x\"}"}) {
        std::ofstream(markOf(third)) << text;
        EXPECT_EQ(codeOf(), ErrorCode::BadReply) << text;
        EXPECT_EQ(contentOf(markOf(third)), text);
    }
    fs::remove(markOf(third));
    fs::create_directory(markOf(third));
    EXPECT_EQ(codeOf(), ErrorCode::BadReply);
}

TEST_F(Markers, A4_aScanLeavesABackendBelowAlone)
{
    plant("acme/a", 10);
    plant("acme/deep/b", 10);
    plant("acme/deep/er/c", 10);
    EXPECT_EQ(world.scan("brown").objects, 3U);
    fs::copy_file(markOf(green), markOf(brown / "acme/deep")); // as seen through a bindfs of a directory around both
    const auto scan = world.scan("brown");
    EXPECT_EQ(scan.objects, 1U);
    ASSERT_EQ(scan.leftAlone.size(), 1U);
    EXPECT_EQ(scan.leftAlone.front().reason, storage::LeftAlone::OtherBackend);
    EXPECT_THAT(scan.leftAlone.front().examples, testing::ElementsAre("acme/deep"));
    EXPECT_EQ(plan(), 1U);
}

// ---- with file systems that come and go

TEST(Unmounted, A4_aTargetReceivesNothingOnItsBareMountPoint)
{
    withMounts([](Mounts &mounts, const fs::path &root) {
        mounts.tmpfs(root / "green");
        StorageWorld world(root, both());
        plantFile(root / "brown/acme/a", 1000, 1, 60);
        world.scan("brown");
        world.plan(1, "acme", "brown", "green");
        world.close();
        mounts.detach(root / "green");
        world.open();
        const auto started = world.start(StorageWorld::order(1, "acme", "brown", "green"));
        ASSERT_FALSE(started);
        EXPECT_EQ(started.error().code, ErrorCode::Unreachable);
        EXPECT_THAT(started.error().detail, HasSubstr("mounted?"));
        EXPECT_TRUE(fs::is_empty(root / "green"));
        EXPECT_TRUE(fs::exists(root / "brown/acme/a"));
        mounts.tmpfs(root / "green"); // another disk
        EXPECT_FALSE(world.start(StorageWorld::order(1, "acme", "brown", "green")));
        EXPECT_TRUE(fs::is_empty(root / "green"));
        ASSERT_TRUE(world.component().acceptPlace(kGreen, false, byHand()));
        EXPECT_EQ(world.migrate(StorageWorld::order(1, "acme", "brown", "green")).moved, 1U);
        EXPECT_EQ(contentOf(root / "green/acme/a").size(), 1000U);
    });
}

TEST(Unmounted, A4_aTargetThatGoesWhileTheProgramRunsReceivesNothingEither)
{
    withMounts([](Mounts &mounts, const fs::path &root) {
        mounts.tmpfs(root / "green");
        StorageWorld world(root, both());
        plantFile(root / "brown/acme/a", 1000, 1, 60);
        world.scan("brown");
        world.plan(1, "acme", "brown", "green");
        mounts.detach(root / "green");
        EXPECT_FALSE(world.start(StorageWorld::order(1, "acme", "brown", "green")));
        EXPECT_TRUE(fs::is_empty(root / "green"));
        EXPECT_TRUE(fs::exists(root / "brown/acme/a"));
    });
}

TEST(Unmounted, A4_aScanOfASourceThatIsNotMountedInfersNothing)
{
    withMounts([](Mounts &mounts, const fs::path &root) {
        mounts.tmpfs(root / "brown");
        StorageWorld world(root, both());
        plantFile(root / "brown/acme/a", 1000, 1, 60);
        EXPECT_EQ(world.scan("brown").objects, 1U);
        world.close();
        mounts.detach(root / "brown");
        world.open();
        EXPECT_EQ(world.component().startScan(kBrown).error().code, ErrorCode::Unreachable);
        EXPECT_TRUE(sure(world.catalogue().find(kBrown, sure(ObjectKey::parse("acme/a")))));
        EXPECT_FALSE(fs::exists(markOf(root / "brown")));
    });
}

TEST(Unmounted, A4_aReadOnlySourceIsKnownByItsFileSystem)
{
    withMounts([](Mounts &mounts, const fs::path &root) {
        mounts.tmpfs(root / "brown");
        plantFile(root / "brown/acme/a", 1000, 1, 60);
        mounts.makeReadOnly(root / "brown");
        StorageWorld world(root);
        world.addBackend(StorageWorld::localSpec("brown", root / "brown"));
        EXPECT_EQ(world.component().place(kBrown)->mark, "");
        EXPECT_EQ(world.component().place(kBrown)->fileSystem.type, "tmpfs");
        EXPECT_EQ(world.scan("brown").objects, 1U);
        world.close();
        mounts.detach(root / "brown");
        world.open();
        const auto refused = world.component().startScan(kBrown);
        ASSERT_FALSE(refused);
        EXPECT_THAT(refused.error().detail, HasSubstr("expected tmpfs"));
        EXPECT_TRUE(sure(world.catalogue().find(kBrown, sure(ObjectKey::parse("acme/a")))));
    });
}

TEST(Unmounted, A4_aSourceThatBecomesReadOnlyKeepsItsMarker)
{
    withMounts([](Mounts &mounts, const fs::path &root) {
        mounts.tmpfs(root / "brown");
        StorageWorld world(root, both());
        plantFile(root / "brown/acme/a", 1000, 1, 60);
        world.close();
        mounts.makeReadOnly(root / "brown");
        world.open();
        EXPECT_EQ(world.scan("brown").objects, 1U);
    });
}

TEST(Nested, A4_whatIsMountedBelowIsAPlaceOfItsOwn)
{
    withMounts([](Mounts &mounts, const fs::path &root) {
        StorageWorld world(root, both());
        plantFile(root / "brown/acme/a", 1000, 1, 60);
        plantFile(root / "elsewhere/b", 1000, 1, 60);
        mounts.bind(root / "elsewhere", root / "brown/acme/mounted");
        const auto scan = world.scan("brown");
        EXPECT_EQ(scan.objects, 1U);
        ASSERT_EQ(scan.leftAlone.size(), 1U);
        EXPECT_EQ(scan.leftAlone.front().reason, storage::LeftAlone::OtherMount);
        EXPECT_THAT(scan.leftAlone.front().examples, testing::ElementsAre("acme/mounted"));
    });
}

} // namespace
} // namespace greenward::tests
