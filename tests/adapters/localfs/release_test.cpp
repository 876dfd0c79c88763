#include "tests/adapters/localfs/tree.h"

#include "tests/support/child.h"
#include "tests/support/hostile_names.h"

#include <fcntl.h>

namespace greenward::tests {
namespace {

using storage::ReleaseOrder;

class Release : public Tree
{
protected:
    ReleaseOrder orderFor(const std::string &key, LeaveBehind leave = LeaveBehind::Nothing) const
    {
        ReleaseOrder order{known(driver->stat(objectKey(key))).signature, "local-1-1", leave, {}, {}};
        order.linkTarget = "/elsewhere/" + key;
        order.pointer = R"({"greenward":"moved","backend":"green"})";
        return order;
    }
    ErrorCode refusal(const std::string &key, const ReleaseOrder &order) const
    {
        const auto released = driver->release(objectKey(key), order);
        EXPECT_FALSE(released);
        return released ? ErrorCode::Internal : released.error().code;
    }
    std::size_t entries(const std::string &below) const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(root() / below), fs::directory_iterator()));
    }
};

TEST_F(Release, removesTheSourceUnderAnyName)
{
    for (const std::string &name : hostileNames()) {
        const std::string key = "acme/" + name;
        write(key, "x");
        EXPECT_TRUE(driver->release(objectKey(key), orderFor(key))) << name;
    }
    EXPECT_EQ(entries("acme"), 0U);
}

TEST_F(Release, answersNotFoundWhenItIsGoneAlready)
{
    write("acme/a", "x");
    const ReleaseOrder order = orderFor("acme/a");
    EXPECT_TRUE(driver->release(objectKey("acme/a"), order));
    EXPECT_EQ(refusal("acme/a", order), ErrorCode::NotFound);
}

TEST_F(Release, C54_neverRemovesAFileThatChanged)
{
    write("acme/a", "one");
    const ReleaseOrder order = orderFor("acme/a");
    write("acme/a", "two");
    EXPECT_EQ(refusal("acme/a", order), ErrorCode::SourceChanged);
    EXPECT_EQ(contentOf(root() / "acme/a"), "two");

    const ReleaseOrder again = orderFor("acme/a");
    write("acme/new", "six");
    fs::rename(root() / "acme/new", root() / "acme/a"); // another file of the same size
    EXPECT_EQ(refusal("acme/a", again), ErrorCode::SourceChanged);
    EXPECT_EQ(contentOf(root() / "acme/a"), "six");

    fs::remove(root() / "acme/a");
    fs::create_symlink("elsewhere", root() / "acme/a");
    EXPECT_EQ(refusal("acme/a", again), ErrorCode::SourceChanged);
    EXPECT_TRUE(fs::is_symlink(root() / "acme/a"));
    EXPECT_EQ(entries("acme"), 1U);
}

TEST_F(Release, C54_neverRemovesAFileThatSomebodyWrites)
{
    for (const LeaveBehind leave : {LeaveBehind::Nothing, LeaveBehind::Symlink}) {
        write("acme/a", "x");
        const ReleaseOrder order = orderFor("acme/a", leave);
        {
            const adapters::Fd writer(::open((root() / "acme/a").c_str(), O_WRONLY));
            ASSERT_TRUE(writer);
            EXPECT_EQ(refusal("acme/a", order), ErrorCode::SourceChanged);
            EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(root() / "acme/a")));
            EXPECT_EQ(entries("acme"), 1U);
        }
        // Set aside and given its name back, it has another change time: a new scan has to plan it again.
        EXPECT_TRUE(driver->release(objectKey("acme/a"), orderFor("acme/a")));
    }
}

TEST_F(Release, leavesASymlinkBehind)
{
    write("acme/a", "x");
    const ReleaseOrder order = orderFor("acme/a", LeaveBehind::Symlink);
    EXPECT_TRUE(driver->release(objectKey("acme/a"), order));
    EXPECT_EQ(fs::read_symlink(root() / "acme/a"), "/elsewhere/acme/a");
    EXPECT_EQ(refusal("acme/a", order), ErrorCode::NotFound); // a repeat knows its own work
    EXPECT_EQ(entries("acme"), 1U);
}

TEST_F(Release, leavesAPointerBehindButNotInPlaceOfAnything)
{
    write("acme/a", "x");
    EXPECT_TRUE(driver->release(objectKey("acme/a"), orderFor("acme/a", LeaveBehind::Pointer)));
    EXPECT_EQ(contentOf(root() / "acme/a.moved.json"), R"({"greenward":"moved","backend":"green"})");
    EXPECT_FALSE(fs::exists(root() / "acme/a"));

    write("acme/a", "again"); // moved once more: the older pointer gives way
    EXPECT_TRUE(driver->release(objectKey("acme/a"), orderFor("acme/a", LeaveBehind::Pointer)));

    write("acme/b", "x");
    write("acme/b.moved.json", "somebody's own");
    EXPECT_EQ(refusal("acme/b", orderFor("acme/b", LeaveBehind::Pointer)), ErrorCode::AlreadyExists);
    EXPECT_EQ(contentOf(root() / "acme/b"), "x");
    EXPECT_EQ(contentOf(root() / "acme/b.moved.json"), "somebody's own");
    EXPECT_EQ(entries("acme"), 3U);
}

TEST_F(Release, goesOnAfterACrashThatLeftTheSourceSetAside)
{
    const fs::path aside = root() / "acme/.greenward-release-local-1-1";
    for (const LeaveBehind leave : {LeaveBehind::Nothing, LeaveBehind::Symlink}) {
        write("acme/a", "x");
        const ReleaseOrder order = orderFor("acme/a", leave);
        fs::rename(root() / "acme/a", aside);
        EXPECT_TRUE(driver->release(objectKey("acme/a"), order));
        EXPECT_FALSE(fs::exists(aside));
        EXPECT_EQ(fs::is_symlink(root() / "acme/a"), leave == LeaveBehind::Symlink);
        fs::remove(root() / "acme/a");
    }
}

TEST_F(Release, givesASetAsideSourceItsNameBackWhenItChanged)
{
    const fs::path aside = root() / "acme/.greenward-release-local-1-1";
    write("acme/a", "x");
    const ReleaseOrder order = orderFor("acme/a");
    fs::rename(root() / "acme/a", aside);
    std::ofstream(aside, std::ios::app) << "late words";
    EXPECT_EQ(refusal("acme/a", order), ErrorCode::SourceChanged);
    EXPECT_EQ(contentOf(root() / "acme/a"), "xlate words");
    EXPECT_FALSE(fs::exists(aside));
}

TEST_F(Release, keepsBothWhenANewFileTookTheNameOfASetAsideOne)
{
    const fs::path aside = root() / "acme/.greenward-release-local-1-1";
    write("acme/a", "x");
    const ReleaseOrder order = orderFor("acme/a");
    fs::rename(root() / "acme/a", aside);
    std::ofstream(aside, std::ios::app) << "late words";
    write("acme/a", "new");
    EXPECT_EQ(refusal("acme/a", order), ErrorCode::SourceChanged);
    EXPECT_EQ(contentOf(root() / "acme/a"), "new");
    EXPECT_EQ(contentOf(aside), "xlate words");
}

TEST_F(Release, canBeUndone)
{
    const fs::path aside = root() / "acme/.greenward-release-local-1-1";
    write("acme/a", "x");
    EXPECT_TRUE(driver->undoRelease(objectKey("acme/a"), "local-1-1")); // nothing to undo
    fs::rename(root() / "acme/a", aside);
    EXPECT_TRUE(driver->undoRelease(objectKey("acme/a"), "local-1-1"));
    EXPECT_EQ(contentOf(root() / "acme/a"), "x");

    fs::rename(root() / "acme/a", aside);
    fs::create_symlink("/elsewhere/acme/a", root() / "acme/a");
    EXPECT_TRUE(driver->undoRelease(objectKey("acme/a"), "local-1-1"));
    EXPECT_EQ(contentOf(root() / "acme/a"), "x");
    EXPECT_FALSE(fs::exists(aside));
}

TEST_F(Release, withoutPermissionNothingIsTouched)
{
    write("acme/a", "x");
    const ReleaseOrder order = orderFor("acme/a");
    fs::permissions(root() / "acme", fs::perms(0555));
    const auto problem = inChild([&]() -> std::string {
        if (!becomeNobody()) return "cannot give up root";
        return refusal("acme/a", order) == ErrorCode::NoPermission ? "" : "wrong error";
    });
    fs::permissions(root() / "acme", fs::perms(0755));
    EXPECT_EQ(problem, std::nullopt);
    EXPECT_EQ(contentOf(root() / "acme/a"), "x");
    EXPECT_EQ(entries("acme"), 1U);
}

} // namespace
} // namespace greenward::tests
