#include "tests/adapters/localfs/rights.h"
#include "tests/support/child.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>

namespace greenward::tests {
namespace {

using storage::DirectoryTraits;

bool isRoot()
{
    return ::geteuid() == 0;
}

class Directories : public Copies
{
protected:
    /// Nothing, or what differs between the two directories.
    std::string difference(const std::string &from, const std::string &to) const
    {
        const auto source = known(driver->parents(objectKey(from + "/x")));
        const auto target = known(driver->parents(objectKey(to + "/x")));
        const auto same = storage::sameRights(source.back(), target.back());
        return same ? "" : same.error().detail;
    }
    /// Sets or clears marks of chattr; false where the file system has none.
    static bool mark(const fs::path &path, long flag, bool set)
    {
        const adapters::Fd file(::open(path.c_str(), O_RDONLY));
        long flags = 0;
        if (::ioctl(file.number(), FS_IOC_GETFLAGS, &flags) != 0) return false;
        flags = set ? flags | flag : flags & ~flag;
        return ::ioctl(file.number(), FS_IOC_SETFLAGS, &flags) == 0;
    }
};

TEST_F(Directories, A9_areMadeWithExactlyTheRightsAndTimesOfTheirOriginals)
{
    write("acme/in/a", "text");
    std::vector<mode_t> modes{0700, 0755, 0711, 02775, 01777};
    if (isRoot()) modes.insert(modes.end(), {0500, 0, 0555});
    for (std::size_t i = 0; i < modes.size(); ++i) {
        SCOPED_TRACE(modes[i]);
        if (isRoot()) {
            ASSERT_EQ(::chown((root() / "acme/in").c_str(), 1000, 1001), 0);
        }
        ASSERT_EQ(::chmod((root() / "acme/in").c_str(), modes[i]), 0);
        setTimes(root() / "acme/in", {1'300'000'000, 1}, {1'200'000'000, 987'654'321});
        const std::string made = "other" + std::to_string(i) + "/in";
        ASSERT_TRUE(copy("acme/in/a", made + "/a"));
        EXPECT_EQ(difference("acme/in", made), "");
        EXPECT_EQ(statOf(root() / made).st_mtim.tv_nsec, 987'654'321); // also after the copy was put into it
    }
    EXPECT_TRUE(fs::is_empty(root() / ".greenward-staging"));
    ASSERT_EQ(::chmod((root() / "acme/in").c_str(), 0700), 0);
}

TEST_F(Directories, A9_haveTheListsOfTheirOriginalsAndNoneOfTheTargets)
{
    write("acme/plain/a", "text");
    write("acme/listed/a", "text");
    ASSERT_TRUE(setAttribute(root() / "acme/listed", kAccess, namedList(5)));
    ASSERT_TRUE(setAttribute(root() / "acme/listed", kDefault, namedList(4)));
    ASSERT_TRUE(setAttribute(root() / "acme/listed", "user.note", "kept"));
    fs::create_directory(root() / "open");
    ASSERT_TRUE(setAttribute(root() / "open", kDefault, namedList(7)));
    ASSERT_TRUE(setAttribute(root(), kDefault, namedList(7)));
    fs::remove_all(root() / ".greenward-staging");

    ASSERT_TRUE(copy("acme/plain/a", "open/plain/a"));
    ASSERT_TRUE(copy("acme/listed/a", "open/listed/a"));
    EXPECT_EQ(attribute(root() / "open/plain", kAccess), "none");
    EXPECT_EQ(attribute(root() / "open/plain", kDefault), "none");
    EXPECT_EQ(attribute(root() / "open/plain/a", kAccess), "none");
    EXPECT_EQ(difference("acme/listed", "open/listed"), "");
    EXPECT_EQ(attribute(root() / "open/listed/a", kAccess), "none");
}

TEST_F(Directories, A6_whatAnOrdinaryUserCannotMakeIsRefused)
{
    fs::permissions(root(), fs::perms(0777));
    const auto problem = inChild([&]() -> std::string {
        if (!becomeNobody()) return "cannot give up root";
        const auto mine = known(adapters::LocalDirectory::open(root().string()));
        const auto refusal = [&](const DirectoryTraits &traits) -> std::string {
            const auto made = mine->makeParents(objectKey("acme/x"), std::vector{traits});
            if (made || made.error().code != ErrorCode::Unsupported) return "made";
            if (fs::exists(root() / "acme")) return "left behind";
            return fs::is_empty(root() / ".greenward-staging") ? "" : "left in the staging directory";
        };
        if (auto said = refusal({0755, ::geteuid() + 1, ::getegid()}); !said.empty()) return "owner: " + said;
        if (auto said = refusal({0755, ::geteuid(), ::getegid() - 1}); !said.empty()) return "group: " + said;
        if (auto said = refusal({0555, ::geteuid(), ::getegid()}); !said.empty()) return "read-only: " + said;
        return mine->makeParents(objectKey("acme/x"), std::vector<DirectoryTraits>{{0750, ::geteuid(), ::getegid()}})
                   ? ""
                   : "its own is refused";
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(Directories, A9_keepTheirTimesWhenAnObjectComes)
{
    write("acme/a", "text");
    fs::create_directory(root() / "there");
    setTimes(root() / "there", {1'300'000'000, 1}, {1'200'000'000, 2});
    setTimes(root(), {1'300'000'000, 1}, {1'100'000'000, 3});
    ASSERT_TRUE(copy("acme/a", "there/a"));
    ASSERT_TRUE(copy("acme/a", "there/below/a"));
    EXPECT_EQ(statOf(root() / "there").st_mtim.tv_sec, 1'200'000'000);
    EXPECT_EQ(statOf(root()).st_mtim.tv_sec, 1'100'000'000); // even though a staging directory was made
}

TEST_F(Directories, A9_leftEmptyByAReleaseGoAndTheOthersStay)
{
    const std::vector<ObjectKey> keys{objectKey("acme/a/b/c/x"), objectKey("acme/kept/x"), objectKey("acme/x"),
                                      objectKey("acme/gone/x")};
    fs::create_directories(root() / "acme/a/b/c");
    fs::create_directories(root() / "acme/a/empty before");
    write("acme/kept/another", "text");
    setTimes(root() / "acme/a", {1'300'000'000, 1}, {1'200'000'000, 2});
    driver->removeEmptied(keys);
    EXPECT_FALSE(fs::exists(root() / "acme/a/b"));
    EXPECT_TRUE(fs::exists(root() / "acme/a/empty before"));
    EXPECT_EQ(statOf(root() / "acme/a").st_mtim.tv_sec, 1'200'000'000);
    EXPECT_TRUE(fs::exists(root() / "acme/kept/another"));
    EXPECT_TRUE(driver->settle(keys)); // directories that are gone are no error
    fs::remove(root() / "acme/kept/another");
    fs::remove_all(root() / "acme/a");
    driver->removeEmptied(keys);
    EXPECT_TRUE(fs::is_empty(root() / "acme")) << "the directory that makes the tenant stays";

    const auto all = known(adapters::LocalDirectory::open(root().string(), 0));
    all->removeEmptied(keys);
    EXPECT_TRUE(fs::is_empty(root()));
}

TEST_F(Directories, A9_aLinkIsNeverFollowedToRemoveWhatItLeadsTo)
{
    fs::create_directories(root() / "elsewhere/empty");
    fs::create_directories(root() / "acme");
    fs::create_directory_symlink("../elsewhere", root() / "acme/link");
    driver->removeEmptied(std::vector{objectKey("acme/link/empty/x"), objectKey("acme/link/x")});
    EXPECT_TRUE(fs::exists(root() / "elsewhere/empty"));
    EXPECT_TRUE(fs::is_symlink(root() / "acme/link"));
}

// ---- may it leave?

TEST_F(Directories, A9_aNameTooLongForItsPointerIsRefusedBeforeAnythingIsCopied)
{
    for (const std::size_t length : {244U, 245U, 254U, 255U}) {
        const std::string key = "acme/" + std::string(length, 'n');
        write(key, "text");
        const auto may = driver->mayRelease(objectKey(key), LeaveBehind::Pointer);
        EXPECT_EQ(static_cast<bool>(may), length <= 255 - 11) << length;
        EXPECT_TRUE(driver->mayRelease(objectKey(key), LeaveBehind::Nothing));
        EXPECT_TRUE(driver->mayRelease(objectKey(key), LeaveBehind::Symlink));
        if (may) continue;
        EXPECT_EQ(may.error().code, ErrorCode::Unsupported);
        EXPECT_NE(may.error().detail.find(std::to_string(length) + " bytes"), std::string::npos);
    }
}

TEST_F(Directories, A9_whatChattrKeepsIsRefusedBeforeAnythingIsCopied)
{
    if (!isRoot()) return; // nobody else can set such marks
    write("acme/a", "text");
    const auto why = [&] {
        const auto may = driver->mayRelease(objectKey("acme/a"), LeaveBehind::Nothing);
        if (may) return std::string();
        EXPECT_EQ(may.error().code, ErrorCode::Unsupported);
        return may.error().detail;
    };
    EXPECT_EQ(why(), "");
    for (const std::string marked : {"acme/a", "acme"})
        for (const auto &[flag, word] :
             {std::pair(FS_IMMUTABLE_FL, "immutable"), std::pair(FS_APPEND_FL, "append-only")}) {
            ASSERT_TRUE(mark(root() / marked, flag, true));
            const std::string said = why();
            ASSERT_TRUE(mark(root() / marked, flag, false));
            EXPECT_NE(said.find(word), std::string::npos) << said;
            EXPECT_NE(said.find(marked == "acme" ? "directory" : "the source"), std::string::npos) << said;
        }
}

TEST_F(Directories, A9_whatAnOrdinaryUserCannotRemoveIsRefusedBeforeAnythingIsCopied)
{
    write("closed/a", "text");
    write("sticky/a", "text");
    fs::permissions(root(), fs::perms(0755));
    fs::permissions(root() / "closed", fs::perms(0555));
    fs::permissions(root() / "sticky", fs::perms(01777));
    const bool strangers = isRoot();
    const auto problem = inChild([&]() -> std::string {
        if (!becomeNobody()) return "cannot give up root";
        const auto closed = driver->mayRelease(objectKey("closed/a"), LeaveBehind::Nothing);
        if (closed || closed.error().code != ErrorCode::NoPermission) return "closed";
        const auto sticky = driver->mayRelease(objectKey("sticky/a"), LeaveBehind::Nothing);
        if (!strangers) return sticky ? "" : "its own is refused";
        return !sticky && sticky.error().code == ErrorCode::NoPermission ? "" : "sticky";
    });
    fs::permissions(root() / "closed", fs::perms(0755));
    EXPECT_EQ(problem, std::nullopt);
}

// ---- a scan leaves no trace

TEST_F(Directories, A9_aScanSetsNoTimeOfLastAccess)
{
    write("acme/in/a", "text");
    write("acme/in/gone.moved.json", R"({"greenward":"moved","backend":"green"})");
    write("acme/in/other.moved.json", "somebody's own");
    const timespec long_ago{1'000'000'000, 7};
    const std::vector<fs::path> all{root() / "acme/in/a",
                                    root() / "acme/in/gone.moved.json",
                                    root() / "acme/in/other.moved.json",
                                    root() / "acme/in",
                                    root() / "acme",
                                    root()};
    for (const fs::path &path : all)
        setTimes(path, long_ago, {1'600'000'000, 0});
    const Listing listing = list();
    EXPECT_EQ(listing.left.at("acme/in/gone.moved.json"), storage::LeftAlone::Reserved);
    EXPECT_EQ(listing.objects.size(), 2U);
    for (const fs::path &path : all)
        EXPECT_EQ(statOf(path).st_atim.tv_sec, long_ago.tv_sec) << path;
}

} // namespace
} // namespace greenward::tests
