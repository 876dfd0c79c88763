#include "tests/adapters/storage/migration.h"
#include "tests/support/hostile_names.h"

#include <sys/stat.h>

namespace greenward::tests {
namespace {

using store::MoveState;

TEST_F(Migration, X03_movesEveryObjectAndKeepsItsContentTimesAndMode)
{
    std::int64_t bytes = 5'000'000;
    for (unsigned i = 0; i < 150; ++i) {
        plant("acme/dir" + std::to_string(i % 7) + "/file" + std::to_string(i), 100 + i * 37, i);
        bytes += 100 + i * 37;
    }
    plant("acme/empty", 0);
    plant("acme/large", 5'000'000, 2);
    fs::permissions(brown / "acme/large", fs::perms(0640));
    fs::permissions(brown / "acme/dir3", fs::perms(0711));
    std::map<std::string, std::string> content;
    for (const auto &entry : fs::recursive_directory_iterator(brown))
        if (entry.is_regular_file() && entry.path().filename() != storage::kPlaceMarkName)
            content[fs::relative(entry.path(), brown)] = contentOf(entry.path());
    struct stat before
    {};
    ASSERT_EQ(::stat((brown / "acme/large").c_str(), &before), 0);

    const auto ended = moveAll();

    struct stat after
    {};
    ASSERT_EQ(::stat((green / "acme/large").c_str(), &after), 0);
    EXPECT_EQ(after.st_mode, before.st_mode);
    EXPECT_EQ(after.st_mtim.tv_sec, before.st_mtim.tv_sec);
    EXPECT_EQ(after.st_mtim.tv_nsec, before.st_mtim.tv_nsec);
    EXPECT_EQ(after.st_atim.tv_sec, before.st_atim.tv_sec);
    EXPECT_EQ(after.st_atim.tv_nsec, before.st_atim.tv_nsec);
    EXPECT_EQ(fs::status(green / "acme/dir3").permissions(), fs::perms(0711));
    EXPECT_EQ(ended.phase, storage::BatchPhase::Ended) << ended.why;
    EXPECT_EQ(ended.objects, 152U);
    EXPECT_EQ(ended.moved, 152U);
    EXPECT_EQ(ended.released, 152U);
    EXPECT_EQ(ended.movedSize.bytes(), bytes);
    for (const auto &[key, text] : content) {
        EXPECT_EQ(contentOf(green / key), text) << key;
        EXPECT_FALSE(fs::exists(brown / key)) << key;
    }
    EXPECT_TRUE(isClean(directory.path()));
}

TEST_F(Migration, X09_publishesItsEndWithAllFigures)
{
    plant("acme/a", 1000);
    plant("acme/b", 500);
    moveAll();
    ASSERT_EQ(world.completed.size(), 1U);
    const bus::BatchComplete &event = world.completed[0];
    EXPECT_EQ(event.batch, BatchId{kBatch});
    EXPECT_EQ(event.tenant.text(), "acme");
    EXPECT_EQ(event.state, "completed");
    EXPECT_EQ(event.moved, 2U);
    EXPECT_EQ(event.failed, 0U);
    EXPECT_EQ(event.skipped, 0U);
    EXPECT_EQ(event.movedSize.bytes(), 1500);
    EXPECT_EQ(event.booked.micrograms(), costOf(1500));
}

TEST_F(Migration, X03_everyHostileNameSurvives)
{
    const auto names = hostileNames();
    unsigned seed = 0;
    for (const std::string &name : names)
        plant("acme/" + name, 50, ++seed);
    std::map<std::string, std::string> content;
    for (const std::string &name : names)
        content[name] = contentOf(brown / "acme" / name);
    EXPECT_EQ(moveAll().released, names.size());
    for (const auto &[name, text] : content) {
        EXPECT_EQ(contentOf(green / "acme" / name), text);
        EXPECT_EQ(move("acme/" + name).state, MoveState::Done);
    }
    EXPECT_TRUE(fs::is_empty(brown / "acme"));
}

TEST_F(Migration, booksItsOwnEmissionsExactlyOnce)
{
    std::int64_t bytes = 0;
    for (unsigned i = 0; i < 300; ++i) {
        plant("acme/" + std::to_string(i), i % 11, i); // far below one microgram each
        bytes += i % 11;
    }
    const auto ended = moveAll();
    EXPECT_EQ(ended.booked.micrograms(), costOf(bytes));
    EXPECT_EQ(world.bookedMicrograms("acme"), costOf(bytes));
    std::int64_t told = 0;
    for (const store::UsageRecord &record : world.booked)
        told += record.amount.micrograms();
    EXPECT_EQ(told, costOf(bytes));
    EXPECT_TRUE(world.store().verifyUsage({}));
}

TEST_F(Migration, theCatalogueFollowsAndAgeDoesNotStartAnew)
{
    plant("acme/a", 100);
    world.scan("brown");
    const auto brownId = BackendId::parse("brown").value();
    const auto greenId = BackendId::parse("green").value();
    const ObjectKey key = ObjectKey::parse("acme/a").value();
    const auto before = *world.catalogue().find(brownId, key).value();
    world.plan(kBatch, "acme", "brown", "green");
    world.migrate(order());
    EXPECT_FALSE(world.catalogue().find(brownId, key).value());
    const auto after = *world.catalogue().find(greenId, key).value();
    EXPECT_EQ(after.touchedNs, before.touchedNs);
    EXPECT_EQ(after.signature.modifiedNs, before.signature.modifiedNs);
    const auto rescan = world.scan("green");
    EXPECT_EQ(rescan.added + rescan.changed + rescan.gone, 0U);
    EXPECT_EQ(world.scan("brown").gone, 0U);
}

TEST_F(Migration, placementSaysWhereTheObjectLiesNow)
{
    plant("acme/a", 100);
    moveAll();
    const auto placed =
        world.store().placementOf(BackendId::parse("brown").value(), ObjectKey::parse("acme/a").value()).value();
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->target.text(), "green");
    EXPECT_EQ(placed->size.bytes(), 100);
    EXPECT_EQ(placed->sha256, *move("acme/a").sha256);
}

TEST_F(Migration, copyOnlyKeepsTheSourceAndIsNotPlannedAgain)
{
    plant("acme/a", 100);
    bus::MigrateBatch copies = order();
    copies.relocation = Relocation::CopyOnly;
    const auto ended = moveAll(copies);
    EXPECT_EQ(ended.kept, 1U);
    EXPECT_EQ(move("acme/a").state, MoveState::Kept);
    EXPECT_EQ(contentOf(brown / "acme/a"), contentOf(green / "acme/a"));
    EXPECT_EQ(world.bookedMicrograms("acme"), costOf(100));
    world.scan("brown");
    EXPECT_EQ(world.plan(2, "acme", "brown", "green"), 0U);
}

TEST_F(Migration, leavesASymlinkThatLeadsToTheNewPlace)
{
    plant("acme/a", 100);
    const std::string text = contentOf(brown / "acme/a");
    bus::MigrateBatch linking = order();
    linking.leaveBehind = LeaveBehind::Symlink;
    EXPECT_EQ(moveAll(linking).released, 1U);
    EXPECT_TRUE(fs::is_symlink(brown / "acme/a"));
    EXPECT_EQ(contentOf(brown / "acme/a"), text);
    const auto rescan = world.scan("brown");
    EXPECT_EQ(rescan.objects, 0U);
    ASSERT_EQ(rescan.leftAlone.size(), 1U);
    EXPECT_EQ(rescan.leftAlone[0].reason, storage::LeftAlone::Symlink);
}

TEST_F(Migration, leavesAPointerThatScansKnow)
{
    plant("acme/a", 100);
    bus::MigrateBatch pointing = order();
    pointing.leaveBehind = LeaveBehind::Pointer;
    EXPECT_EQ(moveAll(pointing).released, 1U);
    const std::string pointer = contentOf(brown / "acme/a.moved.json");
    EXPECT_NE(pointer.find(R"("backend":"green")"), std::string::npos);
    EXPECT_NE(pointer.find(hexText(*move("acme/a").sha256)), std::string::npos);
    const auto rescan = world.scan("brown");
    EXPECT_EQ(rescan.objects, 0U);
    ASSERT_EQ(rescan.leftAlone.size(), 1U);
    EXPECT_EQ(rescan.leftAlone[0].reason, storage::LeftAlone::Reserved);
}

TEST_F(Migration, graceKeepsTheSourceUntilItsTimeAcrossARestart)
{
    plant("acme/a", 100);
    bus::MigrateBatch slow = order();
    slow.grace = std::chrono::hours(24);
    const auto waits = moveAll(slow);
    EXPECT_EQ(waits.phase, storage::BatchPhase::Waiting);
    EXPECT_EQ(waits.nextDue, world.clock().now() + std::chrono::hours(24));
    EXPECT_EQ(move("acme/a").state, MoveState::Switched);
    EXPECT_TRUE(fs::exists(brown / "acme/a"));
    EXPECT_EQ(world.completed.size(), 1U); // it is moved; what is left is tidying up

    world.close();
    world.clock().advance(std::chrono::hours(23));
    world.open();
    ASSERT_TRUE(world.settle());
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_TRUE(fs::exists(brown / "acme/a"));

    world.clock().advance(std::chrono::hours(1));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_FALSE(fs::exists(brown / "acme/a"));
    EXPECT_EQ(move("acme/a").state, MoveState::Done);
    EXPECT_EQ(world.completed.size(), 1U);
    EXPECT_EQ(world.bookedMicrograms("acme"), costOf(100));
}

TEST_F(Migration, graceCanBeEndedByHand)
{
    plant("acme/a", 100);
    bus::MigrateBatch slow = order();
    slow.grace = std::chrono::hours(24);
    moveAll(slow);
    ASSERT_TRUE(world.component().releaseNow(BatchId{kBatch}));
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(progress().released, 1U);
    EXPECT_FALSE(fs::exists(brown / "acme/a"));
}

TEST_F(Migration, answersTheRequestsOfItsTopicsWithNamedErrors)
{
    EXPECT_TRUE(world.bus().hasResponder(bus::Topic::StorageList));
    EXPECT_TRUE(world.bus().hasResponder(bus::Topic::StorageHealth));
    EXPECT_TRUE(world.bus().hasResponder(bus::Topic::StorageMigrate));
    const auto health = world.bus().request(bus::CheckHealth{BackendId::parse("green").value()});
    ASSERT_TRUE(health);
    EXPECT_TRUE(health->reachable);
    EXPECT_TRUE(health->writable);
    EXPECT_EQ(world.bus().request(bus::CheckHealth{BackendId::parse("none").value()}).error().code,
              ErrorCode::UnknownName);
    bus::MigrateBatch wrong = order();
    wrong.concurrency = 65;
    EXPECT_EQ(world.start(wrong).error().subject, "concurrency");
    EXPECT_EQ(world.start(StorageWorld::order(9, "acme", "brown", "none")).error().code, ErrorCode::UnknownName);
    EXPECT_EQ(world.component().pause(BatchId{99}, "").error().code, ErrorCode::UnknownName);
    fs::rename(green, directory.path() / "away");
    EXPECT_EQ(world.start(order()).error().code, ErrorCode::Unreachable); // X-02: the target's health comes first
    EXPECT_FALSE(world.bus().request(bus::CheckHealth{BackendId::parse("green").value()})->reachable);
}

} // namespace
} // namespace greenward::tests
