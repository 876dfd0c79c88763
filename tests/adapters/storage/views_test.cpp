#include "tests/support/child.h"
#include "tests/support/mounts.h"
#include "tests/support/program.h"
#include "tests/support/storage_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// One place seen by two ways is refused when the second is registered, and the error names both.

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A way to see `place` (which has a directory "acme/inner") at `view`.
struct View
{
    const char *name;
    std::function<void(Mounts &mounts, const fs::path &place, const fs::path &view)> make;
};

std::vector<View> views()
{
    return {
        {"bind",
         [](Mounts &mounts, const fs::path &place, const fs::path &view) {
             mounts.bind(place, view);
         }},
        {"bindOfADirectoryInIt",
         [](Mounts &mounts, const fs::path &place, const fs::path &view) {
             mounts.bind(place / "acme/inner", view);
         }},
        {"bindOfADirectoryAroundIt",
         [](Mounts &mounts, const fs::path &place, const fs::path &view) {
             mounts.bind(place.parent_path(), view);
         }},
        {"bindfs",
         [](Mounts &mounts, const fs::path &place, const fs::path &view) {
             mounts.bindfs(place, view);
         }},
        {"bindfsOfADirectoryInIt",
         [](Mounts &mounts, const fs::path &place, const fs::path &view) {
             mounts.bindfs(place / "acme/inner", view);
         }},
        {"bindfsOfADirectoryAroundIt",
         [](Mounts &mounts, const fs::path &place, const fs::path &view) {
             mounts.bindfs(place.parent_path(), view);
         }},
        {"union",
         [](Mounts &mounts, const fs::path &place, const fs::path &view) {
             fs::create_directory(view.parent_path() / "disk2");
             mounts.mergerfs({place, view.parent_path() / "disk2"}, view);
         }},
        {"unionThatWritesToTheOtherBranch",
         [](Mounts &mounts, const fs::path &place, const fs::path &view) {
             fs::create_directory(view.parent_path() / "disk2");
             mounts.mergerfs({view.parent_path() / "disk2", place}, view);
         }},
        {"overlay",
         [](Mounts &mounts, const fs::path &place, const fs::path &view) {
             mounts.tmpfs(view.parent_path() / "over"); // an overlay cannot lie on an overlay
             const fs::path upper = view.parent_path() / "over/upper";
             const fs::path work = view.parent_path() / "over/work";
             fs::create_directories(upper);
             fs::create_directories(work);
             mounts.overlay(place, upper, work, view);
         }},
        {"symlink",
         [](Mounts &, const fs::path &place, const fs::path &view) {
             fs::create_directory_symlink(place, view);
         }},
    };
}

class Views : public testing::TestWithParam<std::size_t>
{
protected:
    /// Registers the place first or the view first; the other one must be refused.
    static void expectRefused(bool viewFirst)
    {
        const View view = views()[GetParam()];
        const auto problem = inChild([&]() -> std::string {
            const TemporaryDirectory directory;
            const fs::path place = directory.path() / "data/place";
            const fs::path seen = directory.path() / "view";
            fs::create_directories(place / "acme/inner");
            Mounts mounts;
            view.make(mounts, place, seen);
            StorageWorld world(directory.path() / "world");
            world.addBackend("bystander");
            world.addBackend(StorageWorld::localSpec("first", viewFirst ? seen : place));
            const auto second = world.component().attach(StorageWorld::localSpec("second", viewFirst ? place : seen),
                                                         storage::Announce::Yes);
            if (second) return "was accepted";
            if (second.error().subject != "path") return second.error().subject + ": " + second.error().detail;
            EXPECT_THAT(second.error().detail, HasSubstr("backend first"));
            for (const fs::path &root : {place, seen, directory.path() / "world/bystander"})
                for (const auto &entry : fs::directory_iterator(root))
                    if (entry.path().filename().string().starts_with(".greenward-canary"))
                        return "left " + entry.path().string();
            return testing::Test::HasFailure() ? "see above" : "";
        });
        EXPECT_EQ(problem, std::nullopt);
    }
};

TEST_P(Views, A4_ofAnotherBackendIsRefused)
{
    expectRefused(false);
}

TEST_P(Views, A4_registeredFirstKeepsThePlaceItselfOut)
{
    expectRefused(true);
}

INSTANTIATE_TEST_SUITE_P(, Views, testing::Range(std::size_t{0}, views().size()),
                         [](const auto &at) { return views()[at.param].name; });

TEST(Apart, A4_directoriesOfOneFileSystemAreNoViewsOfEachOther)
{
    const auto problem = inChild([]() -> std::string {
        const TemporaryDirectory directory;
        Mounts mounts;
        mounts.tmpfs(directory.path() / "disk");
        fs::create_directories(directory.path() / "disk/a");
        fs::create_directories(directory.path() / "disk/ab");
        mounts.bind(directory.path() / "disk/a", directory.path() / "a");
        mounts.bind(directory.path() / "disk/ab", directory.path() / "ab");
        StorageWorld world(directory.path() / "world");
        world.addBackend(StorageWorld::localSpec("a", directory.path() / "a"));
        const auto second =
            world.component().attach(StorageWorld::localSpec("ab", directory.path() / "ab"), storage::Announce::Yes);
        return second ? "" : second.error().detail;
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST(Apart, A4_aCopyOfADiskWithItsMarkerIsRefusedAsASecondBackend)
{
    const TemporaryDirectory directory;
    StorageWorld world(directory.path());
    const fs::path first = world.addBackend("first");
    fs::copy(first, directory.path() / "copy", fs::copy_options::recursive);
    const auto second =
        world.component().attach(StorageWorld::localSpec("second", directory.path() / "copy"), storage::Announce::Yes);
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().detail, HasSubstr("marker of backend first"));
}

TEST(Apart, A4_severalNewBackendsAreHeldAgainstEachOtherToo)
{
    const TemporaryDirectory directory;
    StorageWorld world(directory.path() / "world");
    fs::create_directories(directory.path() / "data/inner");
    const std::vector<BackendSpec> specs{StorageWorld::localSpec("outer", directory.path() / "data"),
                                         StorageWorld::localSpec("inner", directory.path() / "data/inner")};
    const auto checked = world.component().check(specs);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().subject, "inner, path");
    EXPECT_THAT(checked.error().detail, HasSubstr("backend outer"));
}

} // namespace
} // namespace greenward::tests
