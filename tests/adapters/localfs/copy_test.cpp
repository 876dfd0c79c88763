#include "tests/adapters/localfs/tree.h"

#include "tests/support/child.h"
#include "tests/support/hostile_names.h"

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace greenward::tests {
namespace {

using storage::DirectoryTraits;
using storage::ObjectTraits;

std::string readAll(storage::Reader &reader)
{
    std::string all;
    std::array<std::byte, 1000> buffer{};
    for (;;) {
        const std::size_t got = known(reader.read(buffer));
        if (got == 0) return all;
        for (std::size_t i = 0; i < got; ++i)
            all.push_back(static_cast<char>(buffer[i]));
    }
}

Result<void> stageText(storage::Driver &driver, const std::string &name, const std::string &text,
                       const ObjectTraits &traits = {})
{
    CORE_TRY(const auto writer, driver.stage(name));
    CORE_CHECK(writer->write(std::as_bytes(std::span(text))));
    CORE_CHECK(writer->finish(traits));
    return driver.settleStaged(std::vector{name});
}

TEST_F(Tree, carriesTimesModeAndAttributesOver)
{
    write("acme/a", "content");
    const fs::path path = root() / "acme/a";
    ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
    const bool attributes = ::setxattr(path.c_str(), "user.note", "kept\0too", 8, 0) == 0;
    const std::array<timespec, 2> times{timespec{1'500'000'000, 123'456'789}, timespec{1'400'000'000, 987'654'321}};
    ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times.data(), 0), 0);

    const auto reader = known(driver->open(objectKey("acme/a")));
    EXPECT_EQ(readAll(*reader), "content");
    ASSERT_TRUE(stageText(*driver, "local-1-1", "content", reader->traits()));
    ASSERT_TRUE(driver->publish("local-1-1", objectKey("acme/b")));

    struct stat copy
    {};
    ASSERT_EQ(::stat((root() / "acme/b").c_str(), &copy), 0);
    EXPECT_EQ(copy.st_mode & 07777U, 0640U);
    EXPECT_EQ(copy.st_mtim.tv_nsec, 987'654'321);
    EXPECT_EQ(copy.st_atim.tv_sec, 1'500'000'000);
    EXPECT_EQ(copy.st_atim.tv_nsec, 123'456'789);
    struct stat original
    {};
    ASSERT_EQ(::stat(path.c_str(), &original), 0);
    EXPECT_EQ(original.st_atim.tv_sec, 1'500'000'000) << "reading it made cold data look hot";
    if (attributes) {
        std::array<char, 16> value{};
        EXPECT_EQ(::getxattr((root() / "acme/b").c_str(), "user.note", value.data(), value.size()), 8);
        EXPECT_EQ(std::string(value.data(), 8), std::string("kept\0too", 8));
    }
}

TEST_F(Tree, publishesHostileNamesAndNeverReplacesAnything)
{
    for (const std::string &name : hostileNames()) {
        const ObjectKey key = objectKey("acme/" + name);
        ASSERT_TRUE(stageText(*driver, "local-1-1", "first"));
        if (auto published = driver->publish("local-1-1", key); !published) {
            ASSERT_EQ(published.error().code, ErrorCode::NotFound);
            ASSERT_TRUE(driver->makeParents(key, std::vector<DirectoryTraits>{{0750, ::getuid(), ::getgid()}}));
            ASSERT_TRUE(driver->publish("local-1-1", key));
        }
        ASSERT_TRUE(stageText(*driver, "local-2-1", "second"));
        EXPECT_EQ(driver->publish("local-2-1", key).error().code, ErrorCode::AlreadyExists);
        EXPECT_TRUE(driver->unstage("local-2-1"));
        EXPECT_EQ(contentOf(root() / "acme" / name), "first");
        EXPECT_TRUE(driver->settle(std::vector{key}));
    }
    struct stat made
    {};
    ASSERT_EQ(::stat((root() / "acme").c_str(), &made), 0);
    EXPECT_EQ(made.st_mode & 07777U, 0750U);
    EXPECT_TRUE(fs::is_empty(root() / ".greenward-staging"));
}

TEST_F(Tree, refusesWhatIsInTheWay)
{
    write("acme/file", "x");
    fs::create_directories(root() / "acme/dir");
    fs::create_directory_symlink("/tmp", root() / "acme/link");
    ASSERT_TRUE(stageText(*driver, "local-1-1", "text"));
    EXPECT_EQ(driver->publish("local-1-1", objectKey("acme/dir")).error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(driver->publish("local-1-1", objectKey("acme/file/below")).error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(driver->publish("local-1-1", objectKey("acme/link/x")).error().code, ErrorCode::Unsupported);
    EXPECT_EQ(driver->publish("local-1-1", objectKey("acme/" + std::string(256, 'n'))).error().code,
              ErrorCode::Unsupported);
    EXPECT_EQ(driver->makeParents(objectKey("acme/file/below/x"), {}).error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(driver->publish("local-9-9", objectKey("acme/new")).error().code, ErrorCode::IoFailed);
    EXPECT_EQ(readAll(*known(driver->openStaged("local-1-1"))), "text");
}

TEST_F(Tree, aLeftoverOfTheSameStagingNameIsReplacedAndUnstagingIsRepeatable)
{
    EXPECT_TRUE(driver->unstage("local-1-1")); // not even the directory is there
    ASSERT_TRUE(stageText(*driver, "local-1-1", "a long leftover"));
    ASSERT_TRUE(stageText(*driver, "local-1-1", "new"));
    EXPECT_EQ(readAll(*known(driver->openStaged("local-1-1"))), "new");
    EXPECT_TRUE(driver->unstage("local-1-1"));
    EXPECT_TRUE(driver->unstage("local-1-1"));
    EXPECT_EQ(driver->openStaged("local-1-1").error().code, ErrorCode::NotFound);
}

TEST_F(Tree, staysPrivateUntilItIsPublished)
{
    const auto writer = known(driver->stage("local-1-1"));
    struct stat status
    {};
    ASSERT_EQ(::stat((root() / ".greenward-staging").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0700U);
    ASSERT_EQ(::stat((root() / ".greenward-staging/local-1-1").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
}

TEST_F(Tree, aFullTargetIsNoSpace)
{
    const auto fill = [](storage::Driver &target) -> std::string {
        auto writer = known(target.stage("local-1-1"));
        const std::vector<std::byte> block(64 * 1024, std::byte{7});
        for (int i = 0; i < 64; ++i) {
            const auto written = writer->write(block);
            if (written) continue;
            return written.error().code == ErrorCode::NoSpace ? "" : "not called full: " + written.error().detail;
        }
        return "4 MiB fitted into 1 MiB";
    };
    const auto problem = inChild([&]() -> std::string {
        if (mountPrivately(root().string(), 1 << 20, false))
            return fill(*known(adapters::LocalDirectory::open(root().string())));
        // Where nothing may be mounted: a limit on the size of files has the same effect on a write.
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1 << 20, 1 << 20};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return "no limit";
        return fill(*driver);
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(Tree, aTargetThatMayNotBeWrittenIsNoPermission)
{
    fs::permissions(root(), fs::perms(0555));
    const auto problem = inChild([&]() -> std::string {
        if (!becomeNobody()) return "cannot give up root";
        return driver->stage("local-1-1").error().code == ErrorCode::NoPermission ? "" : "wrong error";
    });
    fs::permissions(root(), fs::perms(0755));
    EXPECT_EQ(problem, std::nullopt);
}

} // namespace
} // namespace greenward::tests
