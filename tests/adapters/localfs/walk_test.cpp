#include "tests/adapters/localfs/tree.h"

#include "core/adapters/localfs/beneath.h"
#include "core/adapters/localfs/local_driver_factory.h"
#include "core/adapters/localfs/walk.h"
#include "tests/support/child.h"
#include "tests/support/hostile_names.h"

#include <algorithm>
#include <fcntl.h>
#include <sstream>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>

namespace greenward::tests {
namespace {

using storage::LeftAlone;

TEST_F(Tree, listsEveryHostileNameByteForByteAndInKeyOrder)
{
    std::vector<std::string> expected;
    for (const std::string &name : hostileNames()) {
        write("acme/" + name, name);
        expected.push_back("acme/" + name);
        if (name.size() > 200) continue;
        write("dirs/" + name + "/" + name, name);
        expected.push_back("dirs/" + name + "/" + name);
    }
    EXPECT_GE(hostileNames().size(), 46U);
    std::sort(expected.begin(), expected.end());
    const Listing listing = list();
    EXPECT_EQ(listing.keys(), expected);
    EXPECT_TRUE(listing.left.empty());
    for (const storage::ObjectInfo &one : listing.objects)
        EXPECT_EQ(one.signature, known(driver->stat(one.key)).signature);
}

TEST_F(Tree, aDirectorySortsAsItsKeysDo)
{
    for (const char *key : {"a/b", "a.txt", "a/b.c/d", "a0", "a/b/../c", "a-b"})
        write(fs::path(key).lexically_normal(), "x");
    auto expected = list().keys();
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(list().keys(), expected);
}

TEST_F(Tree, leavesEverythingThatIsNoFileAlone)
{
    write("acme/file", "x");
    fs::create_symlink("file", root() / "acme/link");
    fs::create_symlink("/", root() / "acme/rootlink");
    fs::create_symlink("nowhere", root() / "acme/dangling");
    ASSERT_EQ(::mkfifo((root() / "acme/fifo").c_str(), 0600), 0);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = (root() / "acme/sock").string();
    ASSERT_LT(path.size(), sizeof address.sun_path);
    std::copy(path.begin(), path.end(), address.sun_path);
    ASSERT_EQ(::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    ::close(fd);
    const bool device = ::mknod((root() / "acme/null").c_str(), S_IFCHR | 0600, makedev(1, 3)) == 0;
    write(".greenward-staging/local-1-1", "ours");
    write("acme/.greenward-release-local-1-1", "ours");
    write("acme/gone.moved.json", R"({"greenward":"moved","backend":"green"})");

    const Listing listing = list();
    EXPECT_EQ(listing.keys(), std::vector<std::string>{"acme/file"});
    EXPECT_EQ(listing.left.at("acme/link"), LeftAlone::Symlink);
    EXPECT_EQ(listing.left.at("acme/rootlink"), LeftAlone::Symlink);
    EXPECT_EQ(listing.left.at("acme/dangling"), LeftAlone::Symlink);
    EXPECT_EQ(listing.left.at("acme/fifo"), LeftAlone::Fifo);
    EXPECT_EQ(listing.left.at("acme/sock"), LeftAlone::Socket);
    if (device) {
        EXPECT_EQ(listing.left.at("acme/null"), LeftAlone::Device);
    }
    EXPECT_EQ(listing.left.at("acme/.greenward-release-local-1-1"), LeftAlone::Reserved);
    EXPECT_EQ(listing.left.at("acme/gone.moved.json"), LeftAlone::Reserved);
    EXPECT_EQ(listing.left.size(), device ? 8U : 7U); // the staging directory is not worth a word
    for (const char *key : {"acme/link", "acme/fifo", "acme/sock", "acme"})
        EXPECT_EQ(driver->stat(objectKey(key)).error().code, ErrorCode::Unsupported) << key;
    EXPECT_EQ(driver->open(objectKey("acme/link")).error().code, ErrorCode::Unsupported);
    EXPECT_EQ(driver->open(objectKey("acme/fifo")).error().code, ErrorCode::Unsupported);
    EXPECT_EQ(driver->open(objectKey("acme/rootlink/etc/passwd")).error().code, ErrorCode::Unsupported);
}

TEST_F(Tree, walksDeeperThanItKeepsDirectoriesOpen)
{
    std::string path = "acme";
    std::vector<std::string> expected;
    for (int depth = 0; depth < 100; ++depth) {
        write(path + "/file", "x");
        write(path + "/zz", "x"); // after the subdirectory: it is opened again
        expected.push_back(path + "/file");
        expected.push_back(path + "/zz");
        path += "/sub";
    }
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(list().keys(), expected);
}

TEST_F(Tree, aPathLongerThanAKeyIsLeftAlone)
{
    int at = ::open(root().c_str(), O_PATH);
    const std::string name(250, 'd');
    for (int depth = 0; depth < 17; ++depth) { // 4250 bytes: too long to be made, or opened, by its whole path
        ASSERT_EQ(::mkdirat(at, name.c_str(), 0700), 0);
        const int next = ::openat(at, name.c_str(), O_PATH);
        ::close(at);
        at = next;
    }
    ::close(::openat(at, "file", O_CREAT | O_WRONLY, 0600));
    ::close(at);
    write("z", "x");
    const Listing listing = list();
    EXPECT_EQ(listing.keys(), std::vector<std::string>{"z"});
    ASSERT_EQ(listing.left.size() + listing.unread.size(), 1U);
    // std::filesystem cannot remove it by its path either.
    EXPECT_EQ(runProgram({"/bin/rm", "-rf", (root() / name).string()}).exitCode, 0);
}

TEST_F(Tree, anUnreadableDirectoryIsAnErrorOfThatDirectoryOnly)
{
    write("acme/open/a", "x");
    write("acme/secret/b", "x");
    fs::permissions(root() / "acme/secret", fs::perms::none);
    fs::permissions(root(), fs::perms::all);
    const auto problem = inChild([&]() -> std::string {
        if (!becomeNobody()) return "cannot give up root";
        const auto mine = known(adapters::LocalDirectory::open(root().string()));
        Listing listing;
        if (!mine->list(listing, {})) return "the whole listing failed";
        if (listing.keys() != std::vector<std::string>{"acme/open/a"}) return "wrong keys";
        if (listing.unread.size() != 1 || !listing.unread.contains("acme/secret")) return "not reported";
        if (listing.unread.at("acme/secret").code != ErrorCode::NoPermission) return "wrong error";
        return {};
    });
    EXPECT_EQ(problem, std::nullopt);
    fs::permissions(root() / "acme/secret", fs::perms::owner_all);
}

TEST_F(Tree, aListingCanBeStopped)
{
    write("a/1", "x");
    std::stop_source stop;
    stop.request_stop();
    Listing listing;
    EXPECT_EQ(driver->list(listing, stop.get_token()).error().code, ErrorCode::Cancelled);
}

TEST_F(Tree, lastUseIsTheLaterOfChangeAndAccessWhereAccessIsKept)
{
    write("acme/read", "x");
    const std::array<timespec, 2> times{timespec{2'000'000'000, 5}, timespec{1'000'000'000, 7}};
    ASSERT_EQ(::utimensat(AT_FDCWD, (root() / "acme/read").c_str(), times.data(), 0), 0);
    const Listing listing = list();
    const storage::ObjectInfo &one = listing.objects.at(0);
    EXPECT_EQ(one.signature.modifiedNs, 1'000'000'000'000'000'007);
    const adapters::Fd open(::open(root().c_str(), O_RDONLY | O_DIRECTORY));
    if (adapters::keepsAccessTimes(open.number())) {
        EXPECT_EQ(one.evidence, TouchEvidence::Access);
        EXPECT_EQ(one.touchedNs, 2'000'000'000'000'000'005);
    } else {
        EXPECT_EQ(one.evidence, TouchEvidence::Modified);
        EXPECT_EQ(one.touchedNs, one.signature.modifiedNs);
    }
}

TEST(AccessTimes, C55_areTrustedExactlyWhereTheMountKeepsThem)
{
    // /proc/self/mountinfo: ... mount point, options, fields, "-", kind, ...
    std::ifstream mounts("/proc/self/mountinfo");
    int looked = 0;
    for (std::string line; std::getline(mounts, line);) {
        std::istringstream words(line);
        std::string skip, point, options, word, kind, source, super;
        words >> skip >> skip >> skip >> skip >> point >> options;
        while (words >> word && word != "-") {
        }
        words >> kind >> source >> super;
        const adapters::Fd fd(::open(point.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        struct stat there
        {};
        struct stat held
        {};
        if (!fd || ::stat((point + "/.").c_str(), &there) != 0 || ::fstat(fd.number(), &held) != 0) continue;
        if (there.st_dev != held.st_dev || point.find('\\') != std::string::npos) continue;
        const auto has = [](const std::string &list, const char *option) {
            return ("," + list + ",").find(std::string(",") + option + ",") != std::string::npos;
        };
        const bool expected =
            !has(options, "noatime") && !has(options, "ro") && !has(super, "ro") && !kind.starts_with("nfs");
        EXPECT_EQ(adapters::keepsAccessTimes(fd.number()), expected) << line;
        ++looked;
    }
    EXPECT_GT(looked, 0);
}

TEST(AccessTimes, C55_aNoatimeMountIsSeenInAListing)
{
    TemporaryDirectory directory;
    const auto problem = inChild([&]() -> std::string {
        if (!mountPrivately(directory.path().string(), 1 << 20, true)) return {}; // the mounts above stand in for it
        std::ofstream(directory.path() / "file") << "x";
        const auto driver = known(adapters::LocalDirectory::open(directory.path().string()));
        Listing listing;
        if (!driver->list(listing, {})) return "no listing";
        return listing.objects.at(0).evidence == TouchEvidence::Modified ? "" : "atime trusted";
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST(Registration, namesWhatIsWrongWithThePath)
{
    TemporaryDirectory directory;
    std::ofstream(directory.path() / "file") << "x";
    const auto codeOf = [](const std::string &path) {
        const auto opened = adapters::LocalDirectory::open(path);
        EXPECT_FALSE(opened) << path;
        EXPECT_EQ(opened.error().subject, "path");
        return opened.error().code;
    };
    EXPECT_EQ(codeOf(""), ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf("relative/path"), ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf((directory.path() / "file").string()), ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf((directory.path() / "none").string()), ErrorCode::NotFound);
    BackendSpec profile{.id = backend("preset"), .region = known(RegionName::parse("SE"))};
    EXPECT_EQ(adapters::LocalDriverFactory().connect(profile).error().code, ErrorCode::Unsupported);
}

TEST(Registration, seesTheSamePlaceThroughLinksAndNesting)
{
    TemporaryDirectory directory;
    fs::create_directories(directory.path() / "data/inner");
    fs::create_directories(directory.path() / "other");
    fs::create_directory_symlink("data", directory.path() / "link");
    const auto extent = [&](const char *path) {
        return known(adapters::LocalDirectory::open((directory.path() / path).string()))->extent();
    };
    EXPECT_TRUE(overlap(extent("data"), extent("link")));
    EXPECT_TRUE(overlap(extent("data"), extent("link/inner")));
    EXPECT_TRUE(overlap(extent("data/inner"), extent("data")));
    EXPECT_FALSE(overlap(extent("data"), extent("other")));
    EXPECT_EQ(extent("link").location, fs::canonical(directory.path() / "data").string());
}

TEST(Vanishing, aBackendThatIsGoneIsUnreachableAndItsObjectsAreNotCalledMissing)
{
    TemporaryDirectory directory;
    const fs::path root = directory.path() / "data";
    fs::create_directory(root);
    std::ofstream(root / "file") << "x";
    const auto driver = known(adapters::LocalDirectory::open(root.string()));
    EXPECT_EQ(driver->stat(objectKey("none")).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(driver->probe(at(0)).reachable);

    fs::rename(root, directory.path() / "elsewhere"); // as by an unmount
    fs::create_directory(root);
    Listing listing;
    EXPECT_EQ(driver->list(listing, {}).error().code, ErrorCode::Unreachable);
    EXPECT_EQ(driver->stat(objectKey("none")).error().code, ErrorCode::Unreachable);
    EXPECT_EQ(driver->stage("local-1-1").error().code, ErrorCode::Unreachable);
    EXPECT_FALSE(driver->probe(at(0)).reachable);
    EXPECT_FALSE(driver->probe(at(0)).problem.empty());
    EXPECT_TRUE(fs::is_empty(root));
}

TEST(Probe, saysWhetherItMayWriteAndHowMuchFits)
{
    TemporaryDirectory directory;
    fs::permissions(directory.path(), fs::perms(0755));
    const auto driver = known(adapters::LocalDirectory::open(directory.path().string()));
    const bus::BackendHealth health = driver->probe(at(77));
    EXPECT_TRUE(health.reachable);
    EXPECT_TRUE(health.writable);
    EXPECT_TRUE(health.problem.empty());
    EXPECT_EQ(health.checkedAt, at(77));
    ASSERT_TRUE(health.free);
    EXPECT_GT(health.free->bytes(), 0);
    const auto problem = inChild([&]() -> std::string {
        fs::permissions(directory.path(), fs::perms(0555)); // for the one who is no root and owns it
        if (!becomeNobody()) return "cannot give up root";
        const bus::BackendHealth seen = driver->probe(at(0));
        return seen.reachable && !seen.writable && !seen.problem.empty() ? "" : "not seen";
    });
    fs::permissions(directory.path(), fs::perms(0755));
    EXPECT_EQ(problem, std::nullopt);
}

} // namespace
} // namespace greenward::tests
