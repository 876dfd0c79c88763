#include "tests/sim/estate.h"
#include "tests/sim/lockstep.h"

#include <gtest/gtest.h>

// The simulated machine itself: what it forgets when the power fails, and what views show.

namespace greenward::sim {
namespace {

constexpr std::int64_t kRoom = 10'000;

std::int64_t stamp()
{
    static std::int64_t last = 0;
    return ++last;
}

struct Machine : testing::Test
{
    Disk disk{"one", kRoom, stamp};
    Disk other{"two", kRoom, stamp};
    Tree tree{View{{{&disk, disk.root()}}, 0}};

    NodePtr write(const std::string &path, const std::string &bytes)
    {
        const Found made = tree.create(path, Kind::File, 0600).value();
        EXPECT_TRUE(disk.append(made.node, bytes));
        return made.node;
    }
    /// How many different ends 200 power cuts make of what `prepare` leaves behind.
    std::map<std::string, int> ends(const std::function<void(Disk &, Tree &)> &prepare) const
    {
        std::map<std::string, int> seen;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            Disk fresh("one", kRoom, stamp);
            Tree view(View{{{&fresh, fresh.root()}}, 0});
            prepare(fresh, view);
            Dice dice(seed);
            fresh.powerCut(dice);
            std::string left;
            fresh.eachVisible(
                [&](const std::string &path, const NodePtr &file) { left += path + "=" + file->now.bytes + " "; });
            ++seen[left];
        }
        return seen;
    }
};

TEST_F(Machine, whatWasNotFlushedMayBeGoneEmptyCutOffOrWhole)
{
    const auto seen = ends([](Disk &fresh, Tree &view) {
        const Found made = view.create("a", Kind::File, 0600).value();
        ASSERT_TRUE(fresh.append(made.node, "xyz"));
    });
    EXPECT_TRUE(seen.contains(""));
    EXPECT_TRUE(seen.contains("a= "));
    EXPECT_TRUE(seen.contains("a=xyz "));
    EXPECT_GT(seen.size(), 3U);
}

TEST_F(Machine, aFlushedFileInAFlushedDirectoryStays)
{
    const auto seen = ends([](Disk &fresh, Tree &view) {
        const Found made = view.create("a", Kind::File, 0600).value();
        ASSERT_TRUE(fresh.append(made.node, "xyz"));
        ASSERT_TRUE(fresh.flushFile(made.node));
        ASSERT_TRUE(view.flushDirectory(""));
    });
    EXPECT_EQ(seen.size(), 1U);
    EXPECT_TRUE(seen.contains("a=xyz "));
}

TEST_F(Machine, aRenameHappenedOrItDidNot)
{
    const auto seen = ends([](Disk &fresh, Tree &view) {
        ASSERT_TRUE(view.create("d", Kind::Directory, 0700));
        const Found made = view.create("a", Kind::File, 0600).value();
        ASSERT_TRUE(fresh.append(made.node, "xyz"));
        fresh.flushAll();
        ASSERT_TRUE(view.renameNew("a", "d/b"));
    });
    EXPECT_EQ(seen.size(), 2U);
    EXPECT_TRUE(seen.contains("a=xyz "));
    EXPECT_TRUE(seen.contains("d/b=xyz "));
}

TEST_F(Machine, flushingTheNewDirectoryTakesTheRenameWithIt)
{
    const auto seen = ends([](Disk &fresh, Tree &view) {
        ASSERT_TRUE(view.create("d", Kind::Directory, 0700));
        const Found made = view.create("a", Kind::File, 0600).value();
        ASSERT_TRUE(fresh.append(made.node, "xyz"));
        ASSERT_TRUE(fresh.flushFile(made.node));
        ASSERT_TRUE(view.renameNew("a", "d/b"));
        ASSERT_TRUE(view.flushDirectory("d"));
        ASSERT_TRUE(view.flushDirectory(""));
    });
    EXPECT_EQ(seen.size(), 1U);
    EXPECT_TRUE(seen.contains("d/b=xyz "));
}

TEST_F(Machine, aFullDiskTakesNothingMore)
{
    const NodePtr file = write("a", "xyz");
    disk.capacity = disk.used() + 1;
    EXPECT_EQ(disk.append(file, "12").error().code, ErrorCode::NoSpace);
    EXPECT_EQ(file->now.bytes, "xyz");
    disk.readOnly = true;
    EXPECT_FALSE(tree.unlink("a"));
}

TEST_F(Machine, aUnionShowsTheFirstBranchThatHasTheNameUnderNumbersOfItsOwn)
{
    const NodePtr file = write("a", "xyz");
    const View view{{{&other, other.root()}, {&disk, disk.root()}}, 7};
    const Tree both(view);
    const Found found = both.find("a").value();
    EXPECT_EQ(found.node, file) << "the same file";
    EXPECT_NE(view.inodeOf(found.branch, *file), file->inode) << "and nothing tells";
    ASSERT_TRUE(tree.unlink("a"));
    EXPECT_FALSE(both.find("a"));
}

TEST_F(Machine, theEstateMissesACopyThatIsNotFlushedOrHasOtherRights)
{
    Estate estate;
    const std::vector<Disk *> disks{&disk, &other};
    ASSERT_TRUE(estate.create(tree, "acme/a", "v1;", Rights{0600, 1000, 0, {}}, 1));
    EXPECT_EQ(estate.lost(disks), "");
    Tree there(View{{{&other, other.root()}}, 0});
    ASSERT_TRUE(estate.copy(tree, there, "acme/a", Rights{0666, 1000, 0, {}}, true));
    ASSERT_TRUE(tree.unlink("acme/a"));
    EXPECT_EQ(estate.lost(disks), "") << "a name that went is not gone for good before its directory is flushed";
    ASSERT_TRUE(tree.flushDirectory("acme"));
    EXPECT_NE(estate.lost(disks).find("other rights"), std::string::npos) << estate.lost(disks);
    ASSERT_TRUE(other.flushFile(there.find("acme/a")->node));
    there.find("acme/a")->node->now.rights.mode = 0600;
    EXPECT_NE(estate.lost(disks), "") << "not flushed";
    ASSERT_TRUE(other.flushFile(there.find("acme/a")->node));
    EXPECT_EQ(estate.lost(disks), "");
}

TEST_F(Machine, aDeadProcessHasNoEffect)
{
    Trace trace;
    Lockstep lockstep(Dice(1), trace);
    lockstep.begin();
    lockstep.plan(2, [&] { lockstep.kill(); });
    EXPECT_TRUE(lockstep.step("one"));
    EXPECT_FALSE(lockstep.step("two"));
    EXPECT_FALSE(lockstep.look());
    lockstep.begin();
    EXPECT_TRUE(lockstep.step("another process"));
}

TEST_F(Machine, threadsTakeTurnsInAnOrderThatTheSeedTells)
{
    const auto order = [](std::uint64_t seed) {
        Trace trace;
        Lockstep lockstep(Dice(seed), trace);
        lockstep.begin();
        std::size_t atWork = 2;
        std::vector<std::jthread> workers;
        for (const char *name : {"left", "right"})
            workers.emplace_back([&lockstep, &atWork, name] {
                for (int i = 0; i < 20; ++i)
                    EXPECT_TRUE(lockstep.step(name));
                lockstep.post([&atWork] { --atWork; });
            });
        lockstep.drain([&] { return atWork; });
        return trace.digest();
    };
    const std::uint64_t once = order(5);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(order(5), once);
    EXPECT_NE(order(6), once);
}

} // namespace
} // namespace greenward::sim
