#include "tests/adapters/localfs/tree.h"

#include "tests/support/child.h"
#include "tests/support/hostile_names.h"

#include <array>
#include <fcntl.h>
#include <sys/stat.h>

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
    /// Both halves at once, as if the last look in between had found all well. Gives the name back when it may not go.
    Result<void> release(const std::string &key, const ReleaseOrder &order) const
    {
        CORE_TRY(const auto aside, driver->setAside(objectKey(key), order));
        auto removed = aside->remove();
        if (!removed) {
            EXPECT_TRUE(aside->putBack());
        }
        return removed;
    }
    ErrorCode refusal(const std::string &key, const ReleaseOrder &order) const
    {
        const auto released = release(key, order);
        EXPECT_FALSE(released);
        return released ? ErrorCode::Internal : released.error().code;
    }
    /// Last used and changed long ago; the change time of the inode is now, as anybody's would be.
    void setBack(const std::string &key) const
    {
        const std::array<timespec, 2> times{timespec{1'000'000, 0}, timespec{1'000'000, 0}};
        ASSERT_EQ(::utimensat(AT_FDCWD, (root() / key).c_str(), times.data(), 0), 0);
    }
    std::size_t entries(const std::string &below) const
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(root() / below), fs::directory_iterator()));
    }
};

std::string textOf(storage::Reader &reader)
{
    std::array<std::byte, 64> buffer{};
    const std::size_t size = reader.read(buffer).value();
    return {reinterpret_cast<const char *>(buffer.data()), size};
}

TEST_F(Release, removesTheSourceUnderAnyName)
{
    for (const std::string &name : hostileNames()) {
        const std::string key = "acme/" + name;
        write(key, "x");
        EXPECT_TRUE(release(key, orderFor(key))) << name;
    }
    EXPECT_EQ(entries("acme"), 0U);
}

TEST_F(Release, answersNotFoundWhenItIsGoneAlready)
{
    write("acme/a", "x");
    const ReleaseOrder order = orderFor("acme/a");
    EXPECT_TRUE(release("acme/a", order));
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
        EXPECT_TRUE(release("acme/a", orderFor("acme/a")));
    }
}

TEST_F(Release, leavesASymlinkBehind)
{
    write("acme/a", "x");
    const ReleaseOrder order = orderFor("acme/a", LeaveBehind::Symlink);
    EXPECT_TRUE(release("acme/a", order));
    EXPECT_EQ(fs::read_symlink(root() / "acme/a"), "/elsewhere/acme/a");
    EXPECT_EQ(refusal("acme/a", order), ErrorCode::NotFound); // a repeat knows its own work
    EXPECT_EQ(entries("acme"), 1U);
}

TEST_F(Release, leavesAPointerBehindButNotInPlaceOfAnything)
{
    write("acme/a", "x");
    EXPECT_TRUE(release("acme/a", orderFor("acme/a", LeaveBehind::Pointer)));
    EXPECT_EQ(contentOf(root() / "acme/a.moved.json"), R"({"greenward":"moved","backend":"green"})");
    EXPECT_FALSE(fs::exists(root() / "acme/a"));

    write("acme/a", "again"); // moved once more: the older pointer gives way
    EXPECT_TRUE(release("acme/a", orderFor("acme/a", LeaveBehind::Pointer)));

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
        EXPECT_TRUE(release("acme/a", order));
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

TEST_F(Release, A5_aSourceWhoseTimeWasSetBackIsNotVouchedFor)
{
    write("acme/a", "one");
    setBack("acme/a");
    const ReleaseOrder order = orderFor("acme/a");
    write("acme/a", "two"); // the same size
    setBack("acme/a");
    const auto aside = driver->setAside(objectKey("acme/a"), order);
    ASSERT_TRUE(aside);
    EXPECT_FALSE((*aside)->isVouchedFor()); // so its content will be read again
    EXPECT_EQ(textOf(*known((*aside)->open())), "two");
    EXPECT_TRUE((*aside)->putBack());
    EXPECT_EQ(contentOf(root() / "acme/a"), "two");
}

TEST_F(Release, A5_aSourceThatOnlyJustChangedIsNotVouchedFor)
{
    write("acme/a", "one"); // within the second: a change in the same tick of the clock could hide behind this one
    const auto aside = driver->setAside(objectKey("acme/a"), orderFor("acme/a"));
    ASSERT_TRUE(aside);
    EXPECT_FALSE((*aside)->isVouchedFor());
    EXPECT_TRUE((*aside)->putBack());
}

TEST_F(Release, A5_aSetAsideSourceThatSomebodyOpensForWritingStays)
{
    write("acme/a", "one");
    setBack("acme/a");
    const auto aside = known(driver->setAside(objectKey("acme/a"), orderFor("acme/a")));
    // By the only name it has left. Without O_NONBLOCK it would wait until the lease is given back.
    EXPECT_FALSE(adapters::Fd(
        ::open((root() / "acme/.greenward-release-local-1-1").c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC)));
    const auto removed = aside->remove();
    ASSERT_FALSE(removed);
    EXPECT_EQ(removed.error().code, ErrorCode::SourceChanged);
    EXPECT_TRUE(aside->putBack());
    EXPECT_EQ(contentOf(root() / "acme/a"), "one");
}

TEST_F(Release, A7_aSourceWithOtherNamesStays)
{
    write("acme/a", "x");
    fs::create_hard_link(root() / "acme/a", root() / "acme/b");
    EXPECT_EQ(refusal("acme/a", orderFor("acme/a")), ErrorCode::Unsupported);
    EXPECT_EQ(entries("acme"), 2U);
}

TEST_F(Release, A1_aMarkIsSeenByEveryPathToThePlaceAndNowhereElse)
{
    write("acme/a", "x");
    const auto aside = known(driver->setAside(objectKey("acme/a"), orderFor("acme/a")));
    const auto again = known(adapters::LocalDirectory::open((root() / "acme/..").string()));
    EXPECT_TRUE(known(again->showsMark(objectKey("acme/a"), "local-1-1")));
    const auto inner = known(adapters::LocalDirectory::open((root() / "acme").string()));
    EXPECT_FALSE(known(inner->showsMark(objectKey("acme/a"), "local-1-1")));
    EXPECT_TRUE(aside->putBack());
    EXPECT_FALSE(known(again->showsMark(objectKey("acme/a"), "local-1-1")));

    EXPECT_TRUE(driver->plant(objectKey("acme/a"), "local-1-1-mark"));
    EXPECT_TRUE(known(again->showsMark(objectKey("acme/a"), "local-1-1-mark")));
    EXPECT_TRUE(driver->unplant(objectKey("acme/a"), "local-1-1-mark"));
    EXPECT_TRUE(driver->unplant(objectKey("acme/a"), "local-1-1-mark"));
    EXPECT_EQ(entries("acme"), 1U);
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
