#include "tests/adapters/sqlite/store_fixture.h"

#include <csignal>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// A disk that is full and later is not. Each test runs in a child process: a small file system where the kernel lets
// us mount one, and a limit on the size of files, which fails with the same answer path, everywhere.

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using store::Transaction;

constexpr std::int64_t kSmall = 2 << 20;
constexpr std::int64_t kRoomy = 64 << 20;

/// Something that can be made too small and large again.
class Disk
{
public:
    virtual ~Disk() = default;
    /// False: not to be had on this machine.
    virtual bool limit(const fs::path &directory, std::int64_t bytes) = 0;
};

class FileSizeLimit final : public Disk
{
public:
    bool limit(const fs::path &, std::int64_t bytes) override
    {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        if (::getrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
        limit.rlim_cur = static_cast<rlim_t>(bytes);
        return ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
    }
};

class SmallFileSystem final : public Disk
{
public:
    bool limit(const fs::path &directory, std::int64_t bytes) override
    {
        const std::string options = "mode=0700,size=" + std::to_string(bytes);
        if (m_mounted) return ::mount("tmpfs", directory.c_str(), "tmpfs", MS_REMOUNT, options.c_str()) == 0;
        // A mount that only this process sees, and that goes with it.
        if (::unshare(CLONE_NEWNS) != 0 && !unshareAsUser()) return false;
        if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
        m_mounted = ::mount("tmpfs", directory.c_str(), "tmpfs", 0, options.c_str()) == 0;
        return m_mounted;
    }

private:
    static bool put(const char *file, const std::string &text)
    {
        const int descriptor = ::open(file, O_WRONLY | O_CLOEXEC);
        const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
        ::close(descriptor);
        return written;
    }
    /// Without privileges: as the root of a name space of our own.
    static bool unshareAsUser()
    {
        const std::string user = "0 " + std::to_string(::geteuid()) + " 1";
        const std::string group = "0 " + std::to_string(::getegid()) + " 1";
        return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && put("/proc/self/setgroups", "deny") &&
               put("/proc/self/uid_map", user) && put("/proc/self/gid_map", group);
    }
    bool m_mounted = false;
};

constexpr int kHeld = 0;
constexpr int kNotToBeHad = 77;

class FullDisk : public StoreTest
{
public:
    /// Runs the story on `disk` in a child process; kNotToBeHad when there is no such disk here.
    using Story = void (FullDisk::*)(Disk &) const;
    int live(Disk &&disk, Story story = &FullDisk::loseNothing) const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            const bool had = disk.limit(directory(), kSmall);
            if (had) (this->*story)(disk);
            ::_exit(!had ? kNotToBeHad : ::testing::Test::HasFailure() ? 1 : kHeld);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

    void loseNothing(Disk &disk) const
    {
        int acked = 0;
        fill(acked);
        const auto full = tryOpen();
        if (!full) {
            EXPECT_EQ(errorCodeName(full.error().code), "no_space") << full.error().detail;
        }
        ASSERT_TRUE(disk.limit(directory(), kRoomy));
        const auto store = must(tryOpen());
        expectAll(*store, acked);
        ASSERT_TRUE(store->commit(step(acked + 2))) << "and it works again";
    }

    /// Full and roomy three times over, without opening the store again.
    void goOn(Disk &disk) const
    {
        const auto store = open();
        int acked = 0;
        for (int round = 1; round <= 3; ++round) {
            while (store->commit(step(acked + 1)))
                ASSERT_LT(++acked, 100'000) << "the disk never filled";
            EXPECT_TRUE(store->health().full);
            for (int again = 0; again < 20; ++again) {
                EXPECT_EQ(errorCodeName(store->commit(Transaction{}).error().code), "no_space") << "not by itself";
                store->tryAgain();
                while (store->commit(step(acked + 1)))
                    ASSERT_LT(++acked, 100'000) << "what little room there was";
            }
            ASSERT_TRUE(disk.limit(directory(), kSmall + round * kSmall));
            EXPECT_EQ(errorCodeName(store->commit(step(acked + 1)).error().code), "no_space") << "not by itself";
            store->tryAgain();
            EXPECT_TRUE(store->commit(Transaction{})) << "asked in order with what is handed in";
            EXPECT_FALSE(store->health().full) << store->health().problem;
            EXPECT_TRUE(store->health().problem.empty());
            const auto committed = store->commit(step(acked + 1));
            ASSERT_TRUE(committed) << committed.error().detail;
            ++acked;
        }
        EXPECT_EQ(must(store->documents(store::Collection::Setting)).size(), static_cast<std::size_t>(acked))
            << "what was refused left nothing behind";
        const auto usage = must(store->verifyUsage({}));
        EXPECT_TRUE(usage.intact) << usage.problem;
        EXPECT_EQ(usage.records, acked);
        const auto audit = must(store->verifyAudit({}, {}));
        EXPECT_TRUE(audit.intact) << audit.problem;
        EXPECT_EQ(audit.rows, acked);
    }

private:
    static Transaction step(int number)
    {
        Transaction transaction = usageOf(usage("acme", at(0), number, "k" + std::to_string(number)));
        transaction.put(store::Collection::Setting, std::to_string(number), std::string(2000, 'x'));
        transaction.audit.push_back({at(number), "eve", "step", "s", "{}"});
        return transaction;
    }

    void fill(int &acked) const
    {
        const auto store = open();
        for (;;) {
            ASSERT_LT(acked, 100'000) << "the disk never filled";
            const auto committed = store->commit(step(acked + 1));
            if (committed) {
                ++acked;
                continue;
            }
            EXPECT_EQ(errorCodeName(committed.error().code), "no_space") << committed.error().detail;
            break;
        }
        EXPECT_GT(acked, 50);
        EXPECT_EQ(errorCodeName(store->commit(Transaction{}).error().code), "no_space") << "until somebody asks again";
        EXPECT_FALSE(store->health().problem.empty());
        EXPECT_TRUE(store->health().full);
        EXPECT_EQ(must(store->documents(store::Collection::Setting)).size(), static_cast<std::size_t>(acked))
            << "what is durable can be read";
    }

    static void expectAll(adapters::SqliteStateStore &store, int acked)
    {
        EXPECT_TRUE(store.health().recovered);
        // One more than was acknowledged may have reached the disk.
        const auto found = must(store.documents(store::Collection::Setting)).size();
        EXPECT_GE(found, static_cast<std::size_t>(acked));
        EXPECT_LE(found, static_cast<std::size_t>(acked) + 1);
        for (int number = 1; number <= acked; ++number)
            EXPECT_EQ(must(store.commit(usageOf(usage("acme", at(0), 1, "k" + std::to_string(number))))).duplicates,
                      1U);
        const auto usage = must(store.verifyUsage({}));
        EXPECT_TRUE(usage.intact) << usage.problem;
        EXPECT_EQ(usage.records, static_cast<std::int64_t>(found));
        const auto audit = must(store.verifyAudit({}, {}));
        EXPECT_TRUE(audit.intact) << audit.problem;
        EXPECT_EQ(audit.rows, static_cast<std::int64_t>(found));
    }
};

TEST_F(FullDisk, A9_whenThereIsRoomAgainTheSameStoreGoesOn)
{
    EXPECT_EQ(live(FileSizeLimit{}, &FullDisk::goOn), kHeld);
    const int ending = live(SmallFileSystem{}, &FullDisk::goOn);
    EXPECT_TRUE(ending == kHeld || ending == kNotToBeHad) << ending;
}

TEST_F(FullDisk, filesThatMayNotGrowLoseNothingAcknowledged)
{
    EXPECT_EQ(live(FileSizeLimit{}), kHeld);
}

TEST_F(FullDisk, aFullFileSystemLosesNothingAcknowledged)
{
    // Where no file system may be mounted, the test above stands alone.
    const int ending = live(SmallFileSystem{});
    EXPECT_TRUE(ending == kHeld || ending == kNotToBeHad) << ending;
    RecordProperty("mounted", ending == kHeld ? "yes" : "no");
}

} // namespace
} // namespace greenward::tests
