#include "tests/support/program.h"
#include "tests/support/storage_world.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sys/stat.h>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using store::MoveState;

/// Two directories, "brown" with files of tenant "acme" last used 60 days ago, and an empty "green".
class Move : public ::testing::Test
{
protected:
    void plant(const std::string &key, std::size_t size, unsigned seed) { plantFile(brown / key, size, seed, 60); }
    /// Scans, plans everything as batch 1 and moves it.
    storage::BatchProgress moveAll(bus::MigrateBatch order)
    {
        world.scan("brown");
        planned = world.plan(1, "acme", "brown", "green");
        return world.migrate(order);
    }
    static bus::MigrateBatch order() { return StorageWorld::order(1, "acme", "brown", "green"); }

    TemporaryDirectory directory;
    StorageWorld world{directory.path()};
    fs::path brown = world.addBackend("brown");
    fs::path green = world.addBackend("green");
    std::size_t planned = 0;
};

TEST_F(Move, X03_movesEveryObjectAndKeepsItsContentTimesAndMode)
{
    for (unsigned i = 0; i < 150; ++i)
        plant("acme/dir" + std::to_string(i % 7) + "/file" + std::to_string(i), 100 + i * 37, i);
    plant("acme/empty", 0, 1);
    plant("acme/large", 5'000'000, 2);
    fs::permissions(brown / "acme/large", fs::perms(0640));
    std::map<std::string, std::string> content;
    for (const auto &entry : fs::recursive_directory_iterator(brown))
        if (entry.is_regular_file()) content[fs::relative(entry.path(), brown)] = contentOf(entry.path());
    struct stat before{};
    ASSERT_EQ(::stat((brown / "acme/large").c_str(), &before), 0);

    const auto progress = moveAll(order());

    struct stat after{};
    ASSERT_EQ(::stat((green / "acme/large").c_str(), &after), 0);
    EXPECT_EQ(after.st_mode, before.st_mode);
    EXPECT_EQ(after.st_mtim.tv_sec, before.st_mtim.tv_sec);
    EXPECT_EQ(after.st_mtim.tv_nsec, before.st_mtim.tv_nsec);
    EXPECT_EQ(after.st_atim.tv_sec, before.st_atim.tv_sec);
    EXPECT_EQ(after.st_atim.tv_nsec, before.st_atim.tv_nsec);
    EXPECT_EQ(planned, 152U);
    EXPECT_EQ(progress.phase, storage::BatchPhase::Ended) << progress.why;
    EXPECT_EQ(progress.moved, 152U);
    EXPECT_EQ(progress.released, 152U);
    for (const auto &[key, bytes] : content) {
        EXPECT_EQ(contentOf(green / key), bytes) << key;
        EXPECT_FALSE(fs::exists(brown / key)) << key;
    }
    EXPECT_TRUE(isClean(directory.path()));
    ASSERT_EQ(world.completed.size(), 1U);
    EXPECT_EQ(world.completed[0].state, "completed");
    EXPECT_EQ(world.completed[0].moved, 152U);
}

} // namespace
} // namespace greenward::tests
