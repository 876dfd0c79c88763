#include "core/adapters/localfs/fd.h"
#include "tests/adapters/storage/migration.h"

#include <array>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace greenward::tests {
namespace {

using storage::BatchPhase;
using store::MoveState;

bool isRoot()
{
    return ::geteuid() == 0;
}

struct stat statOf(const fs::path &path)
{
    struct stat status
    {};
    EXPECT_EQ(::lstat(path.c_str(), &status), 0) << path;
    return status;
}

void setModified(const fs::path &path, timespec time)
{
    const std::array<timespec, 2> times{timespec{.tv_sec = 0, .tv_nsec = UTIME_OMIT}, time};
    EXPECT_EQ(::utimensat(AT_FDCWD, path.c_str(), times.data(), 0), 0) << path;
}

/// Keeps a file from being removed, until this object is gone.
class Immutable final
{
public:
    explicit Immutable(const fs::path &path)
        : m_file(::open(path.c_str(), O_RDONLY))
    {
        set(true);
    }
    ~Immutable() { set(false); }
    Immutable(const Immutable &) = delete;
    Immutable &operator=(const Immutable &) = delete;

private:
    void set(bool on)
    {
        long flags = 0;
        EXPECT_EQ(::ioctl(m_file.number(), FS_IOC_GETFLAGS, &flags), 0);
        flags = on ? flags | FS_IMMUTABLE_FL : flags & ~FS_IMMUTABLE_FL;
        EXPECT_EQ(::ioctl(m_file.number(), FS_IOC_SETFLAGS, &flags), 0);
    }
    adapters::Fd m_file;
};

TEST_F(Migration, A6_aTwinWithOtherRightsIsNeverTakenForTheCopy)
{
    struct Twin
    {
        const char *name;
        std::function<void(const fs::path &)> change;
        const char *named;
        bool onlyRoot;
    };
    const std::vector<Twin> twins{
        {"mode", [](const fs::path &path) { ASSERT_EQ(::chmod(path.c_str(), 0666), 0); }, "mode 0600", false},
        {"time",
         [](const fs::path &path) {
             setModified(path, {1'700'000'000, 1});
         },
         "time of last change", false},
        {"note", [](const fs::path &path) { ASSERT_EQ(::setxattr(path.c_str(), "user.note", "x", 1, 0), 0); },
         "attribute user.note", false},
        {"owner", [](const fs::path &path) { ASSERT_EQ(::chown(path.c_str(), 1000, 1000), 0); }, "owner", true}};
    for (const Twin &twin : twins) {
        const std::string key = std::string("acme/") + twin.name;
        plant(key, 1000, 1);
        plantFile(green / key, 1000, 1, 60);
        for (const fs::path &path : {brown / key, green / key}) {
            ASSERT_EQ(::chmod(path.c_str(), 0600), 0);
            setModified(path, {1'600'000'000, 123'456'789});
        }
        if (!twin.onlyRoot || isRoot()) twin.change(green / key);
    }
    plant("acme/same", 1000, 1);
    plantFile(green / "acme/same", 1000, 1, 60);
    for (const fs::path &path : {brown / "acme/same", green / "acme/same"})
        setModified(path, {1'600'000'000, 123'456'789});
    moveAll();
    for (const Twin &twin : twins) {
        if (twin.onlyRoot && !isRoot()) continue;
        const std::string key = std::string("acme/") + twin.name;
        EXPECT_TRUE(fs::exists(brown / key)) << key;
        EXPECT_EQ(statOf(brown / key).st_mode & 07777U, 0600U);
        EXPECT_NE(move(key).state, MoveState::Done) << key;
        EXPECT_NE(move(key).reason.find(twin.named), std::string::npos) << move(key).reason;
    }
    EXPECT_EQ(move("acme/same").state, MoveState::Done) << move("acme/same").reason;
}

TEST_F(Migration, A6_rightsAtTheTargetThatChangeBeforeTheReleaseKeepTheSource)
{
    plant("acme/a", 1000);
    plant("acme/b", 1000);
    bus::MigrateBatch slow = order();
    slow.grace = std::chrono::hours(24);
    moveAll(slow);
    ASSERT_EQ(::chmod((green / "acme/a").c_str(), 0666), 0);
    ASSERT_TRUE(world.component().releaseNow(BatchId{kBatch}));
    ASSERT_TRUE(world.settle());
    EXPECT_TRUE(fs::exists(brown / "acme/a"));
    EXPECT_EQ(move("acme/a").state, MoveState::Kept);
    EXPECT_NE(move("acme/a").reason.find("the target 0666"), std::string::npos) << move("acme/a").reason;
    EXPECT_EQ(move("acme/b").state, MoveState::Done);
}

TEST_F(Migration, A6_nothingIsPutWhereMorePeopleGetIn)
{
    plant("acme/open/a", 1000);
    plant("acme/closed/a", 1000);
    plant("acme/closed/below/a", 1000);
    fs::create_directories(green / "acme/open");
    fs::create_directories(green / "acme/closed");
    ASSERT_EQ(::chmod((brown / "acme/open").c_str(), 0700), 0);
    ASSERT_EQ(::chmod((green / "acme/open").c_str(), 0755), 0);
    ASSERT_EQ(::chmod((brown / "acme/closed").c_str(), 0755), 0);
    ASSERT_EQ(::chmod((green / "acme/closed").c_str(), 0750), 0);
    moveAll();
    EXPECT_EQ(move("acme/open/a").state, MoveState::Failed);
    EXPECT_NE(move("acme/open/a").reason.find("directory acme/open: "), std::string::npos)
        << move("acme/open/a").reason;
    EXPECT_TRUE(fs::exists(brown / "acme/open/a"));
    EXPECT_FALSE(fs::exists(green / "acme/open/a"));
    EXPECT_EQ(move("acme/closed/a").state, MoveState::Done) << move("acme/closed/a").reason;
    EXPECT_EQ(move("acme/closed/below/a").state, MoveState::Done);
    EXPECT_TRUE(isClean(directory.path()));
}

TEST_F(Migration, A6_nothingIsPutWhereMorePeopleGetInSinceItWasCopied)
{
    // As when another object of the batch, of a source that is less private, comes into the same new directory first.
    plant("acme/deep/a", 1000);
    plant("acme/deep/b", 1000, 2);
    fs::permissions(brown / "acme", fs::perms::owner_all);
    plan();
    hook = [this](const DriverCall &call) -> Result<void> {
        if (call.name == "settleStaged" && !call.after) fs::create_directories(green / "acme/deep");
        return {};
    };
    world.migrate(order());
    for (const char *key : {"acme/deep/a", "acme/deep/b"}) {
        EXPECT_EQ(move(key).state, MoveState::Failed);
        EXPECT_NE(move(key).reason.find("gives everybody more"), std::string::npos) << move(key).reason;
        EXPECT_TRUE(fs::exists(brown / key));
        EXPECT_FALSE(fs::exists(green / key));
    }
    EXPECT_TRUE(isClean(directory.path()));
}

TEST_F(Migration, A9_immutableSourcesAreNeitherCopiedNorCalledMoved)
{
    if (!isRoot()) return; // nobody else can mark them
    for (const char *key : {"acme/a", "acme/b", "acme/c"})
        plant(key, 1000);
    const Immutable a(brown / "acme/a");
    const Immutable b(brown / "acme/b");
    const Immutable c(brown / "acme/c");
    const auto ended = moveAll();
    EXPECT_EQ(ended.moved, 0U);
    EXPECT_EQ(ended.skipped, 3U);
    EXPECT_EQ(ended.phase, BatchPhase::Ended);
    EXPECT_EQ(world.completed.back().state, "failed");
    EXPECT_EQ(world.completed.back().moved, 0U);
    EXPECT_NE(move("acme/a").reason.find("chattr -i"), std::string::npos) << move("acme/a").reason;
    EXPECT_FALSE(fs::exists(green / "acme"));
}

TEST_F(Migration, A9_aSourceMadeImmutableAfterItsCopyIsKeptAndTheBatchSaysSo)
{
    if (!isRoot()) return;
    plant("acme/a", 1000);
    plant("acme/b", 1000);
    std::unique_ptr<Immutable> mark;
    hook = [&](const DriverCall &call) -> Result<void> {
        if (call.name == "publish" && call.subject == "acme/a" && call.after)
            mark = std::make_unique<Immutable>(brown / "acme/a");
        return {};
    };
    const auto ended = moveAll();
    EXPECT_TRUE(fs::exists(brown / "acme/a"));
    EXPECT_EQ(move("acme/a").state, MoveState::Kept);
    EXPECT_NE(move("acme/a").reason.find("immutable"), std::string::npos) << move("acme/a").reason;
    EXPECT_EQ(ended.phase, BatchPhase::Ended);
    EXPECT_EQ(world.completed.back().state, "partly");
    mark.reset();
}

TEST_F(Migration, A9_aSourceThatCannotBeRemovedYetIsNotInItsGraceTime)
{
    plant("acme/a", 1000);
    hook = [](const DriverCall &call) -> Result<void> {
        if (call.name != "setAside" || call.after) return {};
        return fail(ErrorCode::NoPermission, call.subject, "read-only just now");
    };
    const auto waits = moveAll();
    EXPECT_EQ(waits.phase, BatchPhase::Waiting);
    EXPECT_EQ(waits.moved, 1U);
    EXPECT_EQ(waits.stuck, 1U);
    EXPECT_TRUE(world.completed.empty());
    hook = {};
    world.clock().advance(std::chrono::minutes(1));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(progress().stuck, 0U);
    EXPECT_EQ(progress().released, 1U);
    ASSERT_EQ(world.completed.size(), 1U);
    EXPECT_EQ(world.completed.back().state, "completed");
}

TEST_F(Migration, A9_aNameWithoutRoomForItsPointerStaysWhereItIs)
{
    const std::string key = "acme/" + std::string(254, 'n');
    plant(key, 1000);
    plant("acme/a", 1000);
    bus::MigrateBatch pointing = order();
    pointing.leaveBehind = LeaveBehind::Pointer;
    moveAll(pointing);
    EXPECT_EQ(move(key).state, MoveState::Skipped);
    EXPECT_NE(move(key).reason.find("254 bytes leaves no room"), std::string::npos) << move(key).reason;
    EXPECT_TRUE(fs::exists(brown / key));
    EXPECT_FALSE(fs::exists(green / key));
    EXPECT_EQ(move("acme/a").state, MoveState::Done);
}

TEST_F(Migration, A9_aPointerIsAsReadableAsTheSourceWas)
{
    plant("acme/secret", 1000);
    plant("acme/open", 1000);
    ASSERT_EQ(::chmod((brown / "acme/secret").c_str(), 0600), 0);
    ASSERT_EQ(::chmod((brown / "acme/open").c_str(), 04755), 0);
    if (isRoot()) {
        ASSERT_EQ(::chown((brown / "acme/secret").c_str(), 1000, 1001), 0);
    }
    // What the directory bequeaths would let user 1234 read every pointer in it.
    const std::string bequest("\2\0\0\0"
                              "\1\0\6\0\xff\xff\xff\xff"
                              "\2\0\7\0\xd2\4\0\0"
                              "\4\0\4\0\xff\xff\xff\xff"
                              "\x10\0\7\0\xff\xff\xff\xff"
                              "\x20\0\0\0\xff\xff\xff\xff",
                              44);
    ASSERT_EQ(::setxattr((brown / "acme").c_str(), "system.posix_acl_default", bequest.data(), bequest.size(), 0), 0);
    const struct stat before = statOf(brown / "acme/secret");
    bus::MigrateBatch pointing = order();
    pointing.leaveBehind = LeaveBehind::Pointer;
    EXPECT_EQ(moveAll(pointing).released, 2U);
    const struct stat secret = statOf(brown / "acme/secret.moved.json");
    EXPECT_EQ(secret.st_mode & 07777U, 0600U);
    EXPECT_EQ(secret.st_uid, before.st_uid);
    EXPECT_EQ(secret.st_gid, before.st_gid);
    EXPECT_EQ(statOf(brown / "acme/open.moved.json").st_mode & 07777U, 0644U);
    for (const char *name : {"acme/open.moved.json", "acme/secret.moved.json"})
        EXPECT_LT(::getxattr((brown / name).c_str(), "system.posix_acl_access", nullptr, 0), 0) << name;
}

TEST_F(Migration, A9_directoriesThatWereEmptiedGoAndTheOthersKeepTheirTimes)
{
    plant("acme/gone/below/a", 1000);
    plant("acme/stays/a", 1000);
    plantFile(brown / "acme/stays/.greenward-not-ours", 10, 1, 60); // left alone by scans
    fs::create_directories(brown / "acme/was empty");
    for (const char *path : {"acme/gone/below", "acme/gone", "acme/stays", "acme"})
        setModified(brown / path, {1'500'000'000, 5});
    EXPECT_EQ(moveAll().released, 2U);
    EXPECT_FALSE(fs::exists(brown / "acme/gone"));
    EXPECT_TRUE(fs::exists(brown / "acme/was empty"));
    EXPECT_EQ(statOf(brown / "acme/stays").st_mtim.tv_sec, 1'500'000'000);
    EXPECT_EQ(statOf(brown / "acme").st_mtim.tv_sec, 1'500'000'000);
    for (const char *path : {"acme/gone/below", "acme/gone", "acme/stays", "acme"})
        EXPECT_EQ(statOf(green / path).st_mtim.tv_sec, 1'500'000'000) << path;
}

} // namespace
} // namespace greenward::tests
