// Section A of what must never be lost, on real file systems and through the real program. What needs a disk whose
// power can be cut runs as root; without root a tmpfs stands in and the rest of the test is the same.
#include "tests/system/stacks/pair.h"

#include "tests/support/access_list.h"
#include "tests/support/child.h"
#include "tests/system/stacks/look.h"

#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace greenward::tests::stacks {
namespace {

namespace fs = std::filesystem;
using testing::TestParamInfo;

// ---- A1: two backends, one place

enum class Way { Bind, Overlay, Union, UnionReversed, Bindfs, UnionOfUnion };

std::string wayName(const TestParamInfo<Way> &info)
{
    constexpr std::array kNames{"bind", "overlay", "union", "unionReversed", "bindfs", "unionOfUnion"};
    return kNames.at(static_cast<std::size_t>(info.param));
}

class StackViews : public PairTest, public testing::WithParamInterface<Way>
{
protected:
    /// Mounts a view of `place`, which of necessity shows all that lies there.
    fs::path viewOf(const fs::path &place)
    {
        const fs::path at = m_home.path() / "view";
        const fs::path other = on("xfs", "other");
        switch (GetParam()) {
        case Way::Bind:
            return m_views.add({.kind = View::Kind::Bind, .below = {place}, .at = at}).at;
        case Way::Overlay:
            return m_views
                .add({.kind = View::Kind::Overlay, .below = {place, other / "upper", other / "work"}, .at = at})
                .at;
        case Way::Union:
            return m_views.add({.kind = View::Kind::Mergerfs, .below = {place, other}, .at = at}).at;
        case Way::UnionReversed:
            return m_views.add({.kind = View::Kind::Mergerfs, .below = {other, place}, .at = at}).at;
        case Way::Bindfs:
            return m_views.add({.kind = View::Kind::Bindfs, .below = {place}, .at = at}).at;
        case Way::UnionOfUnion: {
            const fs::path middle = m_home.path() / "middle";
            m_views.add({.kind = View::Kind::Mergerfs, .below = {other, place}, .at = middle});
            return m_views.add({.kind = View::Kind::Mergerfs, .below = {middle}, .at = at}).at;
        }
        }
        return at;
    }
};

TEST_P(StackViews, A1_aViewOfTheSourceKeepsTheSource)
{
    const fs::path disk = on("ext4", "disk1");
    plant(disk);
    const fs::path view = viewOf(disk);
    if (registerBoth(disk, view)) scanPlanRun();
    cutAll();
    expectWhole({disk, view});
}

TEST_P(StackViews, A1_aSourceThatIsAViewOfTheTargetKeepsItsObjects)
{
    const fs::path disk = on("ext4", "disk1");
    plant(disk);
    const fs::path view = viewOf(disk);
    if (registerBoth(view, disk)) scanPlanRun();
    cutAll();
    expectWhole({disk, view});
}

INSTANTIATE_TEST_SUITE_P(Ways, StackViews,
                         testing::Values(Way::Bind, Way::Overlay, Way::Union, Way::UnionReversed, Way::Bindfs,
                                         Way::UnionOfUnion),
                         wayName);

class StackPair : public PairTest
{};

TEST_F(StackPair, A1_aUnionThatTakesTheSourceInLaterKeepsIt)
{
    const fs::path disk = on("ext4", "disk1");
    const fs::path other = on("xfs", "disk2");
    plant(disk);
    View &view = m_views.add({.kind = View::Kind::Mergerfs, .below = {other}, .at = m_home.path() / "union"});
    ASSERT_TRUE(registerBoth(disk, view.at)) << "they are two places as yet";
    m_views.unmount(view);
    view.below.push_back(disk);
    m_views.mount(view);
    scanPlanRun();
    cutAll();
    expectWhole({disk, view.at});
}

TEST_F(StackPair, A1_aSubdirectoryMountedElsewhereKeepsTheSource)
{
    const fs::path disk = on("ext4", "disk1");
    plant(disk);
    fs::create_directories(disk / "inner");
    const View &view =
        m_views.add({.kind = View::Kind::Bind, .below = {disk / "inner"}, .at = m_home.path() / "inside"});
    if (registerBoth(disk, view.at)) scanPlanRun();
    cutAll();
    expectWhole({disk, view.at});
    expectWhole({disk}); // nothing of it may have gone deeper into itself
}

TEST_F(StackPair, A1_hardLinksToTheSourceAreNoCopies)
{
    const fs::path hot = on("ext4", "hot");
    const fs::path green = on("ext4", "green");
    plant(hot);
    for (const auto &[key, content] : m_contents) {
        fs::create_directories((green / key).parent_path());
        fs::create_hard_link(hot / key, green / key);
    }
    volume("ext4").flush();
    if (registerBoth(hot, green)) scanPlanRun();
    cutAll();
    expectWhole({hot});
    expectWhole({green});
}

// ---- A6: through user-space file systems

TEST_F(StackPair, A6_anAccessListThatABindfsKeepsAndDoesNotHeedKeepsTheSource)
{
    const fs::path hot = on("xfs", "hot");
    const fs::path below = on("ext4", "green");
    plant(hot, 2);
    const fs::path closed = hot / m_contents.begin()->first;
    const fs::path open = hot / std::next(m_contents.begin())->first;
    const AccessEntry somebody{kUser, 4, ::geteuid()}; // the one user there is for sure
    for (const auto &[path, group] : {std::pair{closed, 0}, {open, 4}}) {
        const std::string list = accessList(
            {{kUserObject, 6}, somebody, {kGroupObject, static_cast<std::uint16_t>(group)}, {kMask, 4}, {kOther, 0}});
        ASSERT_EQ(::setxattr(path.c_str(), "system.posix_acl_access", list.data(), list.size(), 0), 0);
    }
    volume("xfs").flush();
    const View &view = m_views.add({.kind = View::Kind::Bindfs, .below = {below}, .at = m_home.path() / "green-view"});
    ASSERT_TRUE(registerBoth(hot, view.at));
    scanPlanRun();
    EXPECT_TRUE(fs::exists(closed)) << "its group may not read it, and could by its mode";
    EXPECT_FALSE(fs::exists(view.at / m_contents.begin()->first));
    EXPECT_NE(m_product.objectsOf(m_batch).begin()->second.reason.find("access list"), std::string::npos);
    EXPECT_FALSE(fs::exists(open)) << "this one lets nobody in by its mode: "
                                   << m_product.objectsOf(m_batch).rbegin()->second.reason;
    expectWhole({hot, view.at});
}

TEST_F(StackPair, A6_holesThatAUnionDoesNotTellOfStayHoles)
{
    const fs::path below = on("ext4", "hot");
    const fs::path green = on("xfs", "green");
    plant(below, 1);
    const std::string key = m_contents.begin()->first;
    const std::string content = m_contents.begin()->second;
    std::string sparse = std::string(300'000, '\0') + content + std::string(700'001, '\0') + content;
    {
        const fs::path file = below / key;
        const auto touched = fs::last_write_time(file);
        fs::resize_file(file, 0);
        fs::resize_file(file, sparse.size());
        std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(300'000);
        out << content;
        out.seekp(static_cast<std::streamoff>(sparse.size() - content.size()));
        out << content;
        out.close();
        fs::last_write_time(file, touched);
    }
    m_contents[key] = std::move(sparse);
    volume("ext4").flush();
    const View &view = m_views.add({.kind = View::Kind::Mergerfs, .below = {below}, .at = m_home.path() / "hot-view"});
    ASSERT_TRUE(registerBoth(view.at, green));
    scanPlanRun();
    expectWhole({green});
    const auto moved = lookAt(green / key);
    ASSERT_TRUE(moved);
    EXPECT_LT(moved->allocated, static_cast<std::int64_t>(4 * content.size() + 65'536));
}

// ---- A2: two batches against each other

TEST_F(StackPair, A2_twoOpposingBatchesKeepEveryObject)
{
    const fs::path hot = on("ext4", "hot");
    const fs::path green = on("xfs", "green");
    plant(hot);
    ASSERT_TRUE(registerBoth(hot, green));
    m_product.run({"policy", "set", "acme", "--grace", "2s"});
    scanPlanRun();
    ASSERT_NE(m_batch, 0);
    m_product.run({"backend", "set", "hot", "--region", "SE", "--renewable", "98", "--pue", "1.1"});
    m_product.run({"backend", "set", "green", "--region", "PL", "--renewable", "20", "--pue", "1.6"});
    scanPlanRun();
    m_product.watch(m_batch, std::chrono::seconds(2));
    m_product.run({"tiering", "run"}); // both at once
    cutAll();
    expectWhole({hot, green});
}

TEST_F(StackPair, A2_twoOpposingBatchesReleasedOneByOneKeepEveryObject)
{
    const fs::path hot = on("ext4", "hot");
    const fs::path green = on("xfs", "green");
    plant(hot);
    ASSERT_TRUE(registerBoth(hot, green));
    m_product.run({"policy", "set", "acme", "--grace", "1h"});
    scanPlanRun();
    const int first = m_batch;
    ASSERT_NE(first, 0);
    m_product.run({"backend", "set", "hot", "--region", "SE", "--renewable", "98", "--pue", "1.1"});
    m_product.run({"backend", "set", "green", "--region", "PL", "--renewable", "20", "--pue", "1.6"});
    scanPlanRun();
    for (const int batch : {first, m_batch, first})
        if (batch != 0) m_product.run({"tiering", "release", std::to_string(batch)});
    cutAll();
    expectWhole({hot, green});
}

// ---- A3: a twin that is in no disk's memory but the cache's

class StackPower : public PairTest, public testing::WithParamInterface<const char *>
{
protected:
    /// The same bytes with the same rights and times at the target, of which nothing is flushed unless told.
    void copyUnflushed(const fs::path &from, const fs::path &to, bool flushFile)
    {
        for (const auto &[key, content] : m_contents) {
            fs::create_directories((to / key).parent_path());
            const int file = ::open((to / key).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
            ASSERT_EQ(::write(file, content.data(), content.size()), static_cast<ssize_t>(content.size()));
            struct stat source
            {};
            ASSERT_EQ(::stat((from / key).c_str(), &source), 0);
            ::fchmod(file, source.st_mode & 07777U);
            const std::array<timespec, 2> times{source.st_atim, source.st_mtim};
            ::futimens(file, times.data());
            if (flushFile) ::fdatasync(file);
            ::close(file);
        }
    }
};

TEST_P(StackPower, A3_aTwinThatIsNotFlushedSurvivesThePowerCut)
{
    const fs::path hot = on(GetParam(), "hot");
    const fs::path green = on(GetParam() + std::string(":2"), "green");
    plant(hot);
    ASSERT_TRUE(registerBoth(hot, green));
    copyUnflushed(hot, green, false);
    scanPlanRun();
    cutAll();
    expectWhole({hot, green});
}

TEST_P(StackPower, A3_aTwinBelowAUnionSurvivesThePowerCut)
{
    const fs::path hot = on(GetParam(), "hot");
    const fs::path branch = on(GetParam() + std::string(":2"), "branch");
    const View &view = m_views.add({.kind = View::Kind::Mergerfs, .below = {branch}, .at = m_home.path() / "union"});
    plant(hot);
    ASSERT_TRUE(registerBoth(hot, view.at));
    copyUnflushed(hot, view.at, false);
    scanPlanRun();
    cutAll();
    expectWhole({hot, view.at});
}

TEST_P(StackPower, A3_aTwinWhoseNameAloneIsNotFlushedSurvivesThePowerCut)
{
    const fs::path hot = on(GetParam(), "hot");
    const fs::path green = on(GetParam() + std::string(":2"), "green");
    plant(hot);
    ASSERT_TRUE(registerBoth(hot, green));
    copyUnflushed(hot, green, true);
    scanPlanRun();
    cutAll();
    expectWhole({hot, green});
}

TEST_P(StackPower, A3_ourOwnCopiesBelowAnyViewSurviveThePowerCut)
{
    const fs::path hot = on(GetParam(), "hot");
    const fs::path lower = on(GetParam() + std::string(":2"), "lower");
    const fs::path layers = on(GetParam() + std::string(":2"), "layers");
    View &overlay = m_views.add({.kind = View::Kind::Overlay,
                                 .below = {lower, layers / "upper", layers / "work"},
                                 .at = m_home.path() / "overlay"});
    const View &view = m_views.add({.kind = View::Kind::Bindfs, .below = {overlay.at}, .at = m_home.path() / "shown"});
    plant(hot);
    ASSERT_TRUE(registerBoth(hot, view.at));
    scanPlanRun();
    cutAll();
    expectWhole({hot, view.at});
}

INSTANTIATE_TEST_SUITE_P(Disks, StackPower, testing::Values("ext4", "xfs"),
                         [](const auto &disk) { return std::string(disk.param); });

// ---- A4: places that come and go

class StackMounts : public PairTest
{
protected:
    /// A place that is there only while something is mounted on it.
    View &mounted(const std::string &kind, const std::string &name)
    {
        return m_views.add({.kind = View::Kind::Bind, .below = {on(kind, name)}, .at = m_home.path() / ("at-" + name)});
    }
};

TEST_F(StackMounts, A4_anUnmountedTargetReceivesNothing)
{
    const View &hot = mounted("ext4", "hot");
    View &green = mounted("xfs", "green");
    plant(hot.at);
    ASSERT_TRUE(registerBoth(hot.at, green.at));
    m_views.unmount(green);
    scanPlanRun();
    expectEmpty(green.at);
    expectWhole({hot.at});
    m_views.mount(green);
    scanPlanRun();
    expectWhole({hot.at, green.at});
}

TEST_F(StackMounts, A4_aTargetUnmountedAfterTheApprovalReceivesNothing)
{
    const View &hot = mounted("ext4", "hot");
    View &green = mounted("xfs", "green");
    plant(hot.at);
    ASSERT_TRUE(registerBoth(hot.at, green.at));
    std::string why;
    m_batch = m_product.planAndApprove(why);
    ASSERT_NE(m_batch, 0) << why;
    m_views.unmount(green);
    const Finished run = m_product.run({"tiering", "run", std::to_string(m_batch)});
    expectEmpty(green.at);
    expectWhole({hot.at});
    EXPECT_NE(run.err + m_product.batch(m_batch).reason, "") << "it says what is missing: " << run.out;
    m_views.mount(green);
    m_product.run({"tiering", "run", std::to_string(m_batch)});
    expectWhole({green.at});
}

TEST_F(StackMounts, A4_aScanOfAnUnmountedSourceLosesNothingOfTheCatalogue)
{
    View &hot = mounted("ext4", "hot");
    const View &green = mounted("xfs", "green");
    plant(hot.at);
    ASSERT_TRUE(registerBoth(hot.at, green.at));
    m_views.unmount(hot);
    const Finished scan = m_product.run({"scan", "hot"});
    EXPECT_NE(scan.exitCode, 0) << scan.out;
    EXPECT_EQ(scan.out.find("complete\n"), std::string::npos) << scan.out;
    m_views.mount(hot);
    const auto listed = m_product.run({"objects", "list", "acme"});
    EXPECT_NE(listed.out.find("object 5"), std::string::npos) << "forgotten: " << listed.out;
}

TEST_F(StackMounts, A4_anotherPlaceMountedInItsStead)
{
    const View &hot = mounted("ext4", "hot");
    View &green = mounted("xfs", "green");
    plant(hot.at);
    ASSERT_TRUE(registerBoth(hot.at, green.at));
    m_views.unmount(green);
    const fs::path stranger = on("ext4", "stranger");
    green.below = {stranger};
    m_views.mount(green);
    scanPlanRun();
    expectEmpty(stranger);
    expectWhole({hot.at});
}

} // namespace
} // namespace greenward::tests::stacks
