#include "core/adapters/files/atomic_file.h"

#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using adapters::AtomicFile;
using adapters::writeFileAtomically;

mode_t modeOf(const fs::path &path)
{
    struct stat status = {};
    EXPECT_EQ(::lstat(path.c_str(), &status), 0) << path;
    return status.st_mode & 07777U;
}

std::vector<std::string> namesIn(const fs::path &directory)
{
    std::vector<std::string> names;
    for (const auto &entry : fs::directory_iterator(directory))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// Files of this process end at `bytes` while it lives; writing past that fails as on a full disk.
class FileSizeLimit final
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_oldSignal = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limit{bytes, m_old.rlim_max};
        EXPECT_EQ(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_oldSignal);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_old{};
    void (*m_oldSignal)(int) = nullptr;
};

class AtomicFiles : public ::testing::Test
{
protected:
    const fs::path &directory() const { return m_directory.path(); }
    fs::path file() const { return directory() / "out.json"; }

private:
    TemporaryDirectory m_directory;
};

TEST_F(AtomicFiles, writesWholeAndPrivate)
{
    ASSERT_TRUE(writeFileAtomically(file(), "{}"));
    EXPECT_EQ(contentOf(file()), "{}");
    EXPECT_EQ(modeOf(file()), 0600U);
    EXPECT_EQ(namesIn(directory()), std::vector<std::string>{"out.json"});
}

TEST_F(AtomicFiles, takesTheModeWhateverTheUmask)
{
    const mode_t old = ::umask(0);
    ASSERT_TRUE(writeFileAtomically(file(), "a"));
    EXPECT_EQ(modeOf(file()), 0600U);
    ::umask(0777);
    ASSERT_TRUE(writeFileAtomically(file(), "b", 0644));
    ::umask(old);
    EXPECT_EQ(modeOf(file()), 0644U);
}

TEST_F(AtomicFiles, replacesTheOldFileOnlyOnCommit)
{
    ASSERT_TRUE(writeFileAtomically(file(), "old"));
    auto draft = AtomicFile::create(file());
    ASSERT_TRUE(draft);
    ASSERT_TRUE(draft->write("new "));
    ASSERT_TRUE(draft->write("content"));
    EXPECT_EQ(contentOf(file()), "old");
    ASSERT_TRUE(draft->commit());
    EXPECT_EQ(contentOf(file()), "new content");
    EXPECT_FALSE(draft->commit()) << "once";
    EXPECT_FALSE(draft->write("more"));
}

TEST_F(AtomicFiles, leavesNothingBehindWithoutACommit)
{
    ASSERT_TRUE(writeFileAtomically(file(), "old"));
    {
        auto draft = AtomicFile::create(file());
        ASSERT_TRUE(draft);
        ASSERT_TRUE(draft->write(std::string(100'000, 'x')));
        EXPECT_EQ(namesIn(directory()).size(), 2U);
    }
    EXPECT_EQ(namesIn(directory()), std::vector<std::string>{"out.json"});
    EXPECT_EQ(contentOf(file()), "old");
}

TEST_F(AtomicFiles, keepsTheOldFileWhenTheDiskIsFull)
{
    ASSERT_TRUE(writeFileAtomically(file(), "old"));
    {
        const FileSizeLimit limit(10'000);
        const auto written = writeFileAtomically(file(), std::string(20'000, 'x'));
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().code, ErrorCode::NoSpace);
        EXPECT_EQ(written.error().subject, file().string());

        auto draft = AtomicFile::create(file());
        ASSERT_TRUE(draft);
        EXPECT_FALSE(draft->write(std::string(20'000, 'x')));
        EXPECT_FALSE(draft->write("")) << "spoilt for good";
        EXPECT_FALSE(draft->commit());
    }
    EXPECT_EQ(contentOf(file()), "old");
    EXPECT_EQ(namesIn(directory()), std::vector<std::string>{"out.json"});
}

TEST_F(AtomicFiles, replacesASymbolicLinkInsteadOfFollowingIt)
{
    ASSERT_TRUE(writeFileAtomically(directory() / "precious", "precious"));
    fs::create_symlink("precious", file());
    ASSERT_TRUE(writeFileAtomically(file(), "new"));
    EXPECT_FALSE(fs::is_symlink(file()));
    EXPECT_EQ(contentOf(directory() / "precious"), "precious");
}

TEST_F(AtomicFiles, writesTheLongestNameThereCanBe)
{
    const fs::path longest = directory() / std::string(255, 'n');
    ASSERT_TRUE(writeFileAtomically(longest, "x"));
    EXPECT_EQ(contentOf(longest), "x");
}

TEST_F(AtomicFiles, saysWhatIsWrongWithTheTarget)
{
    EXPECT_EQ(writeFileAtomically(directory() / "gone" / "x", "").error().code, ErrorCode::NotFound);
    EXPECT_EQ(writeFileAtomically(directory() / "..", "").error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(writeFileAtomically("", "").error().code, ErrorCode::InvalidInput);
    fs::create_directory(file());
    const auto overDirectory = writeFileAtomically(file(), "x");
    EXPECT_FALSE(overDirectory);
    EXPECT_EQ(namesIn(directory()), std::vector<std::string>{"out.json"}) << "no temporary file stays";
}

TEST_F(AtomicFiles, canBeHandedOn)
{
    const auto make = [&]() -> Result<AtomicFile> {
        CORE_TRY(AtomicFile draft, AtomicFile::create(file()));
        CORE_CHECK(draft.write("first,"));
        return draft;
    };
    auto draft = make();
    ASSERT_TRUE(draft);
    ASSERT_TRUE(draft->write("second"));
    ASSERT_TRUE(draft->commit());
    EXPECT_EQ(contentOf(file()), "first,second");
}

} // namespace
} // namespace greenward::tests
