#include "core/adapters/os/data_directory.h"

#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <csignal>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using adapters::DataDirectory;
using store::OpenMode;

mode_t modeOf(const fs::path &path)
{
    struct stat status = {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
    return status.st_mode & 07777U;
}

/// Holds a directory's lock in another process until it is told to end.
class OtherProcess final
{
public:
    explicit OtherProcess(const fs::path &directory)
    {
        int pipeEnds[2] = {-1, -1};
        EXPECT_EQ(::pipe(pipeEnds), 0);
        m_pid = ::fork();
        if (m_pid == 0) {
            const auto held = DataDirectory::open(directory, OpenMode::ReadWrite, {"other", Instant{}});
            const char answer = held ? 'y' : 'n';
            if (::write(pipeEnds[1], &answer, 1) != 1) ::_exit(2);
            for (;;)
                ::pause();
        }
        char answer = '?';
        EXPECT_EQ(::read(pipeEnds[0], &answer, 1), 1);
        EXPECT_EQ(answer, 'y');
        ::close(pipeEnds[0]);
        ::close(pipeEnds[1]);
    }
    ~OtherProcess() { kill(); }
    OtherProcess(const OtherProcess &) = delete;
    OtherProcess &operator=(const OtherProcess &) = delete;

    void kill()
    {
        if (m_pid <= 0) return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        m_pid = -1;
    }
    pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = -1;
};

class DataDirectoryTest : public ::testing::Test
{
protected:
    const fs::path &base() const { return m_base.path(); }
    static Result<DataDirectory> open(const fs::path &path, OpenMode mode = OpenMode::ReadWrite)
    {
        return DataDirectory::open(path, mode, {"greenwardctl", Instant(milliseconds(1'000'000'000'000))});
    }

private:
    TemporaryDirectory m_base;
};

TEST_F(DataDirectoryTest, isCreatedPrivateWithItsParents)
{
    const fs::path path = base() / "share" / "greenward";
    const auto directory = open(path);
    ASSERT_TRUE(directory);
    EXPECT_EQ(modeOf(path), 0700U);
    EXPECT_EQ(modeOf(path.parent_path()), 0700U);
    EXPECT_EQ(modeOf(path / "LOCK"), 0600U);
    EXPECT_EQ(directory->path(), fs::canonical(path));
}

TEST_F(DataDirectoryTest, makesEveryFilePrivateFromThenOn)
{
    const auto directory = open(base() / "d");
    ASSERT_TRUE(directory);
    plantFile(base() / "d" / "sub" / "f", 1, 1, 0);
    EXPECT_EQ(modeOf(base() / "d" / "sub" / "f"), 0600U);
    EXPECT_EQ(modeOf(base() / "d" / "sub"), 0700U);
}

TEST_F(DataDirectoryTest, isRefusedWhenOthersMayEnter)
{
    const fs::path path = base() / "open";
    fs::create_directory(path);
    for (const mode_t mode : {0755U, 0710U, 0701U, 0720U, 0777U}) {
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
        for (const OpenMode how : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            const auto directory = open(path, how);
            ASSERT_FALSE(directory);
            EXPECT_EQ(directory.error().code, ErrorCode::NoPermission);
            EXPECT_EQ(directory.error().subject, path.string());
        }
        EXPECT_TRUE(fs::is_empty(path));
        EXPECT_EQ(modeOf(path), mode) << "it is the operator's to change";
    }
    EXPECT_NE(open(path).error().detail.find("(mode 0777); run chmod 700"), std::string::npos);
}

TEST_F(DataDirectoryTest, saysWhatIsWrongWithThePath)
{
    EXPECT_EQ(open(base() / "gone", OpenMode::ReadOnly).error().code, ErrorCode::NotFound);
    EXPECT_FALSE(fs::exists(base() / "gone"));
    plantFile(base() / "file", 3, 1, 0);
    EXPECT_FALSE(open(base() / "file"));
    EXPECT_FALSE(open(base() / "file" / "below"));
    EXPECT_EQ(open(base() / "file", OpenMode::ReadOnly).error().code, ErrorCode::InvalidInput);
}

TEST_F(DataDirectoryTest, saysWhoHoldsItUntilHeIsGone)
{
    const fs::path path = base() / "d";
    OtherProcess other(path);
    const auto second = open(path);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Locked);
    EXPECT_EQ(second.error().detail,
              "is in use by other (process " + std::to_string(other.pid()) + ", since 1970-01-01T00:00:00Z)");
    EXPECT_TRUE(open(path, OpenMode::ReadOnly)) << "looking on needs no lock";
    other.kill();
    EXPECT_TRUE(open(path)) << "the kernel releases the lock of a killed process";
}

TEST_F(DataDirectoryTest, B1_aDeletedLockLetsNobodyElseIn)
{
    const fs::path path = base() / "d";
    OtherProcess other(path);
    fs::remove(path / "LOCK");
    for (int turn = 0; turn < 2; ++turn) { // the first try has made a new one
        const auto refused = open(path);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::Locked);
        EXPECT_NE(refused.error().detail.find("LOCK was deleted"), std::string::npos) << refused.error().detail;
    }
    other.kill();
    EXPECT_TRUE(open(path));
}

TEST_F(DataDirectoryTest, isFreeAgainWhenClosed)
{
    const fs::path path = base() / "d";
    {
        auto first = open(path);
        ASSERT_TRUE(first);
        const DataDirectory moved = std::move(*first);
        EXPECT_EQ(open(path).error().code, ErrorCode::Locked);
    }
    EXPECT_TRUE(open(path));
}

TEST_F(DataDirectoryTest, refusesALockThatIsALink)
{
    const fs::path path = base() / "d";
    fs::create_directory(path);
    ASSERT_EQ(::chmod(path.c_str(), 0700), 0);
    plantFile(base() / "precious", 10, 1, 0);
    const std::string before = contentOf(base() / "precious");
    fs::create_symlink(base() / "precious", path / "LOCK");
    EXPECT_FALSE(open(path));
    EXPECT_EQ(contentOf(base() / "precious"), before);
}

} // namespace
} // namespace greenward::tests
