#include "tests/adapters/storage/migration.h"

#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>

// What must hold between the moment a source loses its name and the moment it is gone for good.

namespace greenward::tests {
namespace {

using storage::BatchPhase;
using store::MoveState;

std::string placeOf(StorageWorld &world, const std::string &backend, const std::string &key)
{
    const auto placed =
        world.store().placementOf(BackendId::parse(backend).value(), ObjectKey::parse(key).value()).value();
    return placed ? placed->target.text() : "";
}

/// Gives a file the other content and the times it had before.
void changeUnnoticed(const fs::path &path, const std::string &content)
{
    struct stat before
    {};
    ASSERT_EQ(::stat(path.c_str(), &before), 0);
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary) << content;
    const std::array<timespec, 2> times{before.st_atim, before.st_mtim};
    ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times.data(), 0), 0);
}

// ---- A1: views of one place

/// "green" is "brown" itself, seen through another path as a union mount would show it.
class OnePlace : public ::testing::Test
{
protected:
    TemporaryDirectory directory;
    DriverHook hook;
    StorageWorld world{directory.path(),
                       {std::make_shared<HookedDriverFactory>(
                            [this](const DriverCall &call) { return hook ? hook(call) : Result<void>(); },
                            std::map<std::string, std::string>{{"green", (directory.path() / "brown").string()}}),
                        {},
                        {}}};
    fs::path brown = world.addBackend("brown");
    fs::path green = world.addBackend("green");

    void plan(int files)
    {
        for (int i = 0; i < files; ++i)
            plantFile(brown / "acme" / std::to_string(i), 1000, static_cast<unsigned>(i), 60);
        world.scan("brown");
        world.plan(1, "acme", "brown", "green");
    }
    void expectAllThere(int files)
    {
        for (int i = 0; i < files; ++i)
            EXPECT_EQ(fs::file_size(brown / "acme" / std::to_string(i)), 1000U) << i;
        EXPECT_TRUE(isClean(directory.path()));
    }
};

TEST_F(OnePlace, A1_theSourceIsNeverTakenForItsOwnCopy)
{
    plan(20);
    world.migrate(StorageWorld::order(1, "acme", "brown", "green"));
    expectAllThere(20);
    for (int i = 0; i < 20; ++i) {
        const store::MoveRecord move = world.move(1, "acme/" + std::to_string(i));
        EXPECT_EQ(move.state, MoveState::Skipped);
        EXPECT_NE(move.reason.find("views of one place"), std::string::npos) << move.reason;
    }
    EXPECT_EQ(world.bookedMicrograms("acme"), 0);
}

TEST_F(OnePlace, A1_nothingIsCountedAsCopiedEither)
{
    plan(3);
    bus::MigrateBatch order = StorageWorld::order(1, "acme", "brown", "green");
    order.relocation = Relocation::CopyOnly;
    EXPECT_EQ(world.migrate(order).moved, 0U);
    expectAllThere(3);
}

TEST(LastLook, A1_aViewThatOpensInTheGraceTimeIsSeenInTheEnd)
{
    // As when a union is mounted over the target meanwhile: what was copied honestly is the source itself by now.
    const TemporaryDirectory directory;
    const fs::path brown = directory.path() / "brown";
    plantFile(brown / "acme/a", 1000, 1, 60);
    {
        StorageWorld before(directory.path(), {{}, {}, {"brown", "green"}});
        before.scan("brown");
        before.plan(1, "acme", "brown", "green");
        bus::MigrateBatch order = StorageWorld::order(1, "acme", "brown", "green");
        order.grace = std::chrono::hours(1);
        EXPECT_EQ(before.migrate(order).moved, 1U);
    }
    const std::map<std::string, std::string> views{{"green", brown.string()}};
    const DriverHook none = [](const DriverCall &) {
        return Result<void>();
    };
    StorageWorld world(directory.path(), {std::make_shared<HookedDriverFactory>(none, views), {}, {"brown", "green"}});
    ASSERT_TRUE(world.settle()); // it has looked what there is to do, and nothing was due
    world.clock().advance(std::chrono::hours(2));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(fs::file_size(brown / "acme/a"), 1000U);
    EXPECT_EQ(world.move(1, "acme/a").state, MoveState::Kept) << world.component().batch(BatchId{1})->why;
    EXPECT_NE(world.move(1, "acme/a").reason.find("views of one place"), std::string::npos);
    EXPECT_EQ(placeOf(world, "brown", "acme/a"), "brown");
    EXPECT_TRUE(isClean(directory.path()));
}

TEST_F(Migration, A1_aHardLinkToTheSourceIsNotItsCopy)
{
    plant("acme/a", 1000);
    plan();
    fs::create_directories(green / "acme");
    // When it is about to be published: a scan would leave a file with two names alone.
    hook = [&](const DriverCall &call) -> Result<void> {
        std::error_code already;
        if (call.name == "publish" && !call.after) fs::create_hard_link(brown / "acme/a", green / "acme/a", already);
        return {};
    };
    world.migrate(order());
    EXPECT_NE(move("acme/a").state, MoveState::Done);
    EXPECT_EQ(fs::hard_link_count(brown / "acme/a"), 2U);
}

// ---- A1: the last look itself

struct Spoil
{
    const char *name;
    std::function<void(const fs::path &)> make; ///< of the target's copy, when the source has just been set aside
    bool isLost = false;                        ///< readers must be sent back to the source
};

std::vector<Spoil> spoils()
{
    return {{"removed", [](const fs::path &path) { fs::remove(path); }, true},
            {"cut",
             [](const fs::path &path) {
                 fs::resize_file(path, 10);
             }},
            {"another content, same size and time",
             [](const fs::path &path) {
                 changeUnnoticed(path, "other");
             }},
            {"made a link to nowhere",
             [](const fs::path &path) {
                 fs::remove(path);
                 fs::create_symlink("/nowhere", path);
             }},
            {"its directory renamed",
             [](const fs::path &path) { fs::rename(path.parent_path(), path.parent_path().string() + "-old"); }, true}};
}

class Spoilt : public Migration, public ::testing::WithParamInterface<std::size_t>
{
protected:
    const Spoil spoil = spoils()[GetParam()];
};

TEST_P(Spoilt, A1_aCopyThatIsNotThereAnyMoreKeepsTheSource)
{
    SCOPED_TRACE(spoil.name);
    plant("acme/a", 100'000);
    const std::string content = contentOf(brown / "acme/a");
    hook = [this](const DriverCall &call) -> Result<void> {
        if (call.name == "setAside" && call.after) spoil.make(green / "acme/a");
        return {};
    };
    moveAll();
    EXPECT_EQ(contentOf(brown / "acme/a"), content);
    EXPECT_EQ(move("acme/a").state, MoveState::Kept) << move("acme/a").reason;
    EXPECT_EQ(placeOf(world, "brown", "acme/a"), spoil.isLost ? "brown" : "green");
    EXPECT_TRUE(isClean(directory.path()));
}

INSTANTIATE_TEST_SUITE_P(Target, Spoilt, ::testing::Range<std::size_t>(0, 5));

TEST_F(Migration, A1_aTargetThatCannotBeFlushedKeepsTheSource)
{
    plant("acme/a", 1000);
    bus::MigrateBatch later = order();
    later.grace = std::chrono::hours(1);
    moveAll(later);
    hook = [](const DriverCall &call) -> Result<void> {
        if (call.name != "flush" || call.after) return {};
        return fail(ErrorCode::IoFailed, call.subject, "the disk does not take it");
    };
    world.clock().advance(std::chrono::hours(2));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(move("acme/a").state, MoveState::Switched);
    EXPECT_EQ(fs::file_size(brown / "acme/a"), 1000U);
    hook = {};
    world.clock().advance(std::chrono::minutes(2));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(move("acme/a").state, MoveState::Done) << "its name given back, it is still the object that was copied";
    EXPECT_FALSE(fs::exists(brown / "acme/a"));
}

TEST_F(Migration, A1_aSourceThatCannotHaveItsNameBackIsNotGivenUpOn)
{
    // Set aside, the target found spoilt, and then the source's disk became read-only.
    const std::string content = plantFile(brown / "acme/a", 1000, 1, 60);
    plant("acme/b", 1000, 2);
    bus::MigrateBatch later = order();
    later.grace = std::chrono::hours(1);
    moveAll(later);
    plantFile(green / "acme/a", 1000, 7, 60);
    hook = [](const DriverCall &call) -> Result<void> {
        if ((call.name != "putBack" && call.name != "undoRelease") || call.after) return {};
        return fail(ErrorCode::NoPermission, call.subject, "the file system is mounted read-only");
    };
    world.clock().advance(std::chrono::hours(2));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_FALSE(fs::exists(brown / "acme/a"));
    EXPECT_EQ(move("acme/a").state, MoveState::Releasing) << "its end would leave it without a name for ever";
    EXPECT_EQ(progress().phase, BatchPhase::Waiting) << "the batch is told to be complete: nobody will resume it";
    EXPECT_NE(progress().why.find("read-only"), std::string::npos) << progress().why;
    hook = {};
    world.clock().advance(std::chrono::minutes(11));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(progress().why, "");
    EXPECT_EQ(contentOf(brown / "acme/a"), content);
    EXPECT_EQ(move("acme/a").state, MoveState::Kept);
    EXPECT_EQ(move("acme/b").state, MoveState::Done);
    EXPECT_TRUE(isClean(directory.path()));
}

TEST_F(Migration, A1_sourcesWaitForATargetThatIsAwayAndGoWhenItIsBack)
{
    plant("acme/a", 1000);
    bus::MigrateBatch later = order();
    later.grace = std::chrono::hours(1);
    moveAll(later);
    hook = [](const DriverCall &call) -> Result<void> {
        if (call.name != "showsMark" || call.after) return {};
        return fail(ErrorCode::Unreachable, "green", "nothing is mounted there");
    };
    for (int i = 0; i < 3; ++i) { // however often it is asked
        world.clock().advance(std::chrono::hours(2));
        world.component().tick(world.clock().now());
        ASSERT_TRUE(world.settle());
        EXPECT_EQ(contentOf(brown / "acme/a").size(), 1000U);
        EXPECT_EQ(progress().phase, BatchPhase::Waiting);
        EXPECT_NE(progress().why.find("nothing is mounted there"), std::string::npos) << progress().why;
    }
    hook = {};
    world.clock().advance(std::chrono::minutes(11));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(move("acme/a").state, MoveState::Done) << move("acme/a").reason;
}

TEST_F(Migration, A1_nothingIsRemovedBeforeTheTargetWasLookedAtAndFlushed)
{
    plant("acme/a", 1000);
    bus::MigrateBatch later = order();
    later.grace = std::chrono::hours(1);
    moveAll(later);
    std::vector<std::string> calls;
    hook = [&](const DriverCall &call) -> Result<void> {
        if (!call.after && call.name != "read") calls.push_back(call.backend + " " + call.name);
        return {};
    };
    world.clock().advance(std::chrono::hours(2));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    const auto at = [&](const std::string &name) {
        return std::find(calls.begin(), calls.end(), name) - calls.begin();
    };
    ASSERT_LT(at("brown remove"), static_cast<std::ptrdiff_t>(calls.size()));
    EXPECT_LT(at("brown setAside"), at("green showsMark"));
    EXPECT_LT(at("green showsMark"), at("green flush"));
    EXPECT_LT(at("green flush"), at("green openFlushed")) << "memory may show what the device did not take";
    EXPECT_LT(at("green openFlushed"), at("brown remove"));
}

// ---- A3: a twin is flushed before it counts

TEST_F(Migration, A3_aTwinIsFlushedBeforeItCounts)
{
    const std::string content = plantFile(brown / "acme/a", 5000, 1, 60);
    plan();
    plantTwin("acme/a"); // by somebody who flushed nothing
    std::vector<std::string> calls;
    hook = [&](const DriverCall &call) -> Result<void> {
        if (call.after && (call.name == "flush" || call.name == "settle" || call.name == "remove"))
            calls.push_back(call.backend + " " + call.name + " " + std::string(moveStateName(move("acme/a").state)));
        return {};
    };
    bus::MigrateBatch one = order();
    one.concurrency = 1;
    world.migrate(one);
    ASSERT_GE(calls.size(), 2U);
    EXPECT_EQ(calls.front(), "green flush verified");
    EXPECT_EQ(contentOf(green / "acme/a"), content);
    EXPECT_FALSE(fs::exists(brown / "acme/a"));
    EXPECT_EQ(move("acme/a").state, MoveState::Done);
}

TEST_F(Migration, A3_aTwinThatCannotBeFlushedIsNoCopy)
{
    plant("acme/a", 5000);
    plan();
    plantTwin("acme/a");
    hook = [](const DriverCall &call) -> Result<void> {
        if (call.name != "flush" || call.after) return {};
        return fail(ErrorCode::IoFailed, call.subject, "the disk does not take it");
    };
    world.migrate(order());
    EXPECT_EQ(move("acme/a").state, MoveState::RetryWait);
    EXPECT_EQ(fs::file_size(brown / "acme/a"), 5000U);
}

// ---- A5: a change whose time was set back

TEST_F(Migration, A5_aSourceChangedInItsGraceTimeIsNoticedWhateverItsTimesSay)
{
    plant("acme/a", 1000);
    plant("acme/b", 1000, 2);
    bus::MigrateBatch later = order();
    later.grace = std::chrono::hours(1);
    moveAll(later);
    changeUnnoticed(brown / "acme/a", "other");
    world.clock().advance(std::chrono::hours(2));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(move("acme/a").state, MoveState::Kept);
    EXPECT_EQ(contentOf(brown / "acme/a").substr(0, 5), "other");
    EXPECT_EQ(placeOf(world, "brown", "acme/a"), "brown");
    EXPECT_EQ(move("acme/b").state, MoveState::Done);
}

TEST_F(Migration, A5_aSourceChangedRightBeforeItIsSetAsideIsNoticedWhateverItsTimesSay)
{
    plant("acme/a", 1000);
    hook = [this](const DriverCall &call) -> Result<void> {
        if (call.name == "setAside" && !call.after) changeUnnoticed(brown / "acme/a", "other");
        return {};
    };
    moveAll();
    EXPECT_EQ(move("acme/a").state, MoveState::Kept);
    EXPECT_EQ(contentOf(brown / "acme/a").substr(0, 5), "other");
}

TEST_F(Migration, A5_theSameContentUnderANewChangeTimeMayGo)
{
    plant("acme/a", 1000);
    bus::MigrateBatch later = order();
    later.grace = std::chrono::hours(1);
    moveAll(later);
    fs::rename(brown / "acme/a", brown / "acme/b"); // another change time, the same file
    fs::rename(brown / "acme/b", brown / "acme/a");
    world.clock().advance(std::chrono::hours(2));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(move("acme/a").state, MoveState::Done) << move("acme/a").reason;
}

} // namespace
} // namespace greenward::tests
