#include "core/adapters/files/output_file.h"

#include "core/adapters/files/plain_files.h"
#include "tests/support/child.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <fstream>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using adapters::OutputRules;
using adapters::Replace;
using adapters::writeOutput;

struct stat statusOf(const fs::path &path)
{
    struct stat status = {};
    EXPECT_EQ(::lstat(path.c_str(), &status), 0) << path;
    return status;
}

mode_t modeOf(const fs::path &path)
{
    return statusOf(path).st_mode & 07777U;
}

void put(const fs::path &path, const std::string &text)
{
    std::ofstream(path, std::ios::binary) << text;
}

/// What the guard takes for a store: its first bytes.
std::string storeHeader()
{
    std::string header("SQLite format 3\0", 16);
    header.resize(100, '\0');
    header.replace(68, 4, "GrnW");
    return header;
}

/// A data directory with a store, and a place beside it for exports. An earlier export begins with "OURS".
class Outputs : public ::testing::Test
{
protected:
    Outputs()
    {
        for (const fs::path &directory : {data(), out()})
            fs::create_directory(directory);
        put(data() / "state.db", storeHeader());
        put(data() / "LOCK", "");
    }

    fs::path data() const { return m_root.path() / "data"; }
    fs::path out() const { return m_root.path() / "out"; }
    OutputRules rules(Replace replace = Replace::Ours) const
    {
        return {.dataDirectory = data(),
                .replace = replace,
                .isOurs = [](std::string_view content) { return content.starts_with("OURS"); },
                .mode = 0640};
    }
    Result<void> write(const fs::path &path, Replace replace = Replace::Ours) const
    {
        return writeOutput(path, "OURS, new", rules(replace));
    }
    /// Whatever the rules allow, nothing is written there, and the error says what is wrong.
    void expectNever(const fs::path &path, std::string_view why) const
    {
        for (const Replace replace : {Replace::Ours, Replace::Files, Replace::Names}) {
            const auto written = write(path, replace);
            ASSERT_FALSE(written) << path;
            EXPECT_EQ(written.error().code, ErrorCode::Refused) << written.error().detail;
            EXPECT_EQ(written.error().subject, "output");
            EXPECT_NE(written.error().detail.find(why), std::string::npos) << written.error().detail;
            EXPECT_NE(written.error().detail.find(path.filename().string()), std::string::npos)
                << written.error().detail;
        }
        EXPECT_EQ(contentOf(data() / "state.db"), storeHeader());
    }

    TemporaryDirectory m_root;
};

TEST_F(Outputs, B5_nothingGoesIntoTheDataDirectoryWhateverItIsCalled)
{
    const std::string why = "data directory";
    expectNever(data() / "state.db", why);
    expectNever(data() / "new.json", why);
    expectNever(data() / ".." / "data" / "." / "state.db", why);
    fs::create_directory_symlink(data(), out() / "link");
    expectNever(out() / "link" / "state.db", why);
    fs::create_symlink("link", out() / "link of a link");
    expectNever(out() / "link of a link" / "new.json", why);
    fs::create_directories(data() / "deeper" / "still");
    expectNever(data() / "deeper" / "still" / "new.json", why);
    fs::create_hard_link(data() / "state.db", out() / "another name");
    expectNever(out() / "another name", why);

    const fs::path before = fs::current_path();
    fs::current_path(data());
    expectNever("state.db", why);
    expectNever("../data/new.json", why);
    fs::current_path(before);
    EXPECT_FALSE(fs::exists(data() / "new.json"));
}

TEST_F(Outputs, B5_noOtherDataDirectoryIsWrittenIntoEither)
{
    const fs::path other = m_root.path() / "other";
    fs::create_directories(other / "below");
    put(other / "state.db", storeHeader());
    EXPECT_TRUE(write(other / "beside a copy of a store.json"));
    put(other / "LOCK", "");
    expectNever(other / "state.db", "data directory");
    expectNever(other / "below" / "new.json", "data directory");
    OutputRules none = rules(Replace::Names);
    none.dataDirectory.clear();
    EXPECT_FALSE(writeOutput(data() / "state.db", "x", none)) << "also when none is in use";
}

TEST_F(Outputs, B5_aBindMountDoesNotDeceive)
{
    const auto problem = inChild([this]() -> std::string {
        const fs::path mounts = m_root.path() / "mounts";
        fs::create_directory(mounts);
        if (!mountPrivately(mounts.string(), 1 << 20, false)) return "no mounts here";
        fs::create_directories(data() / "deeper");
        for (const char *name : {"whole", "part"})
            fs::create_directory(mounts / name);
        put(mounts / "file", "");
        const auto bind = [](const fs::path &from, const fs::path &to) {
            return ::mount(from.c_str(), to.c_str(), nullptr, MS_BIND, nullptr) == 0;
        };
        if (!bind(data(), mounts / "whole") || !bind(data() / "deeper", mounts / "part") ||
            !bind(data() / "state.db", mounts / "file"))
            return "cannot bind";
        for (const char *name : {"whole/state.db", "whole/new.json", "part/new.json", "file"})
            if (const auto written = write(mounts / name, Replace::Names);
                written || written.error().code != ErrorCode::Refused)
                return std::string(name) + " was written";
        return contentOf(data() / "state.db") == storeHeader() ? "" : "the store changed";
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(Outputs, B5_whatIsNoFileIsNeverReplaced)
{
    expectNever("/dev/null", "is a device");
    expectNever("/dev/full", "is a device");
    ASSERT_EQ(::mkfifo((out() / "pipe").c_str(), 0600), 0);
    expectNever(out() / "pipe", "is a pipe");
    fs::create_directory(out() / "directory");
    expectNever(out() / "directory", "is a directory");
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un name = {};
    name.sun_family = AF_UNIX;
    ASSERT_LT((out() / "socket").string().copy(name.sun_path, sizeof name.sun_path - 1), sizeof name.sun_path - 1);
    ASSERT_EQ(::bind(server, reinterpret_cast<const sockaddr *>(&name), sizeof name), 0);
    expectNever(out() / "socket", "is a socket");
    ::close(server);
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
    EXPECT_TRUE(fs::is_fifo(out() / "pipe"));
    EXPECT_EQ(write("").error().code, ErrorCode::Refused);
    EXPECT_EQ(write(out() / "..").error().code, ErrorCode::Refused);
    EXPECT_EQ(write(out() / "missing" / "x").error().code, ErrorCode::NotFound);
}

TEST_F(Outputs, B5_linksOfTheSystemsOwnAreNeverReplaced)
{
    expectNever("/proc/self/fd/1", "of the system's");
    expectNever("/proc/self/report.json", "of the system's");
    const auto problem = inChild([this]() -> std::string {
        // Over the real one, that a failure costs nobody's standard error.
        if (!mountPrivately("/dev", 1 << 20, false)) return "no mounts here";
        fs::create_symlink("/proc/self/fd/2", "/dev/stderr");
        fs::create_directory("/dev/shm");
        for (const char *name : {"/dev/stderr", "/dev/report.json"})
            if (write(name, Replace::Names)) return std::string(name) + " was written";
        if (!fs::is_symlink("/dev/stderr") || fs::exists("/dev/report.json")) return "something was replaced";
        return write("/dev/shm/report.json", Replace::Ours) ? "" : "shared memory is a place like any other";
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(Outputs, B5_onlyAnEarlierExportIsReplacedUnasked)
{
    put(out() / "report", "OURS, old");
    EXPECT_TRUE(write(out() / "report"));
    EXPECT_EQ(contentOf(out() / "report"), "OURS, new");

    for (const std::string precious : {"a letter", ""}) {
        put(out() / "letter", precious);
        const auto refused = write(out() / "letter");
        ASSERT_FALSE(refused);
        EXPECT_NE(refused.error().detail.find("--force"), std::string::npos) << refused.error().detail;
        EXPECT_EQ(contentOf(out() / "letter"), precious);
    }
    EXPECT_TRUE(write(out() / "letter", Replace::Files)) << "a file dialog has asked";
    EXPECT_EQ(contentOf(out() / "letter"), "OURS, new");

    put(out() / "target", "OURS, but by another name");
    fs::create_symlink("target", out() / "link");
    fs::create_symlink("nowhere", out() / "dangling");
    for (const char *name : {"link", "dangling"}) {
        EXPECT_FALSE(write(out() / name));
        EXPECT_FALSE(write(out() / name, Replace::Files)) << "the dialog asked about the name, not where it leads";
        EXPECT_TRUE(write(out() / name, Replace::Names));
        EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(out() / name)));
    }
    EXPECT_EQ(contentOf(out() / "target"), "OURS, but by another name");
    EXPECT_FALSE(fs::exists(out() / "nowhere"));
}

TEST_F(Outputs, B5_newFilesHaveTheModeAskedForAndReplacedOnesKeepTheirs)
{
    const mode_t narrow = ::umask(077); // as an open data directory leaves it
    EXPECT_TRUE(write(out() / "new"));
    EXPECT_EQ(modeOf(out() / "new"), 0640U);
    put(out() / "kept", "OURS");
    ASSERT_EQ(::chmod((out() / "kept").c_str(), 0664), 0);
    EXPECT_TRUE(write(out() / "kept"));
    EXPECT_EQ(modeOf(out() / "kept"), 0664U);
    ASSERT_EQ(::chmod((out() / "kept").c_str(), 0600), 0);
    EXPECT_TRUE(write(out() / "kept"));
    EXPECT_EQ(modeOf(out() / "kept"), 0600U);
    ::umask(narrow);
}

TEST_F(Outputs, B5_aReplacedFileKeepsItsOwnerOrIsLeftAlone)
{
    const auto problem = inChild([this]() -> std::string {
        put(out() / "theirs", "OURS");
        const bool root = ::geteuid() == 0;
        if (root && ::chown((out() / "theirs").c_str(), 12, 34) != 0) return "cannot give it away";
        if (!write(out() / "theirs")) return "was not written";
        const struct stat after = statusOf(out() / "theirs");
        if (root && (after.st_uid != 12 || after.st_gid != 34)) return "the owner was lost";
        // Somebody who may write into the directory, but may not give files away.
        if (!root) return "";
        fs::permissions(m_root.path(), fs::perms::all);
        fs::permissions(out(), fs::perms::all);
        fs::permissions(out() / "theirs", fs::perms(0644));
        if (!becomeNobody()) return "cannot become nobody";
        const auto written = write(out() / "theirs");
        if (written) return "took over a file of somebody else";
        return statusOf(out() / "theirs").st_uid == 12 ? "" : "the owner changed";
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(Outputs, B5_accessListsOfTheFileAndOfTheDirectoryCount)
{
    // user::rw-, user 12 r--, group::---, mask r--, other::---; as the kernel keeps it.
    const std::string list{"\x02\x00\x00\x00"
                           "\x01\x00\x06\x00\xff\xff\xff\xff"
                           "\x02\x00\x04\x00\x0c\x00\x00\x00"
                           "\x04\x00\x00\x00\xff\xff\xff\xff"
                           "\x10\x00\x04\x00\xff\xff\xff\xff"
                           "\x20\x00\x00\x00\xff\xff\xff\xff",
                           44};
    const auto accessList = [](const fs::path &path) {
        std::string value(256, '\0');
        const ssize_t size = ::getxattr(path.c_str(), "system.posix_acl_access", value.data(), value.size());
        value.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
        return value;
    };
    put(out() / "listed", "OURS");
    ASSERT_EQ(::setxattr((out() / "listed").c_str(), "system.posix_acl_access", list.data(), list.size(), 0), 0);
    EXPECT_TRUE(write(out() / "listed"));
    EXPECT_EQ(accessList(out() / "listed"), list) << "no group may read what only one user might";

    put(out() / "plain", "OURS");
    const mode_t plain = modeOf(out() / "plain");
    ASSERT_EQ(::setxattr(out().c_str(), "system.posix_acl_default", list.data(), list.size(), 0), 0);
    EXPECT_TRUE(write(out() / "made in it"));
    EXPECT_EQ(accessList(out() / "made in it"), list) << "as the directory says";
    EXPECT_TRUE(write(out() / "plain"));
    EXPECT_EQ(accessList(out() / "plain"), "") << "the directory's list lets nobody into a file that is replaced";
    EXPECT_EQ(modeOf(out() / "plain"), plain);
}

TEST_F(Outputs, B5_aFullDiskLeavesTheOldFileAndNothingElse)
{
    const auto problem = inChild([this]() -> std::string {
        const fs::path small = m_root.path() / "small";
        fs::create_directory(small);
        if (!mountPrivately(small.string(), 64 << 10, false)) return "no mounts here";
        put(small / "report", "OURS, old");
        const auto written = writeOutput(small / "report", std::string(1 << 20, 'x'), rules());
        if (written || written.error().code != ErrorCode::NoSpace) return "a full disk was not noticed";
        if (contentOf(small / "report") != "OURS, old") return "the old file is gone";
        return std::distance(fs::directory_iterator(small), {}) == 1 ? "" : "something was left behind";
    });
    EXPECT_EQ(problem, std::nullopt);
}

TEST_F(Outputs, B5_budgetsAreNotKeptInThePlaceOfAStore)
{
    adapters::PlainFiles files(data(), "carbon-budgets.json");
    const fs::path own = data() / "carbon-budgets.json";
    EXPECT_TRUE(files.check(own.string()));
    EXPECT_TRUE(files.write(own.string(), "{}"));
    for (const fs::path &bad : {data() / "state.db", data() / "budgets.json", fs::path("/dev/null"), out()}) {
        const auto checked = files.check(bad.string());
        ASSERT_FALSE(checked) << bad;
        EXPECT_EQ(checked.error().subject, "file");
        EXPECT_FALSE(files.write(bad.string(), "{}")) << bad;
        EXPECT_FALSE(files.setAside(bad.string(), "edited")) << bad;
    }
    EXPECT_EQ(contentOf(data() / "state.db"), storeHeader());

    const fs::path elsewhere = out() / "budgets.json";
    EXPECT_TRUE(files.check(elsewhere.string()));
    EXPECT_TRUE(files.write(elsewhere.string(), "{}"));
    EXPECT_EQ(modeOf(elsewhere), 0600U) << "it names every tenant";
    ASSERT_EQ(::chmod(elsewhere.c_str(), 0644), 0);
    EXPECT_TRUE(files.write(elsewhere.string(), "{} "));
    EXPECT_EQ(modeOf(elsewhere), 0644U) << "somebody opened it to others";
}

} // namespace
} // namespace greenward::tests
