// Cuts the power of a writing store, again and again, and compares what is left with what it had acknowledged.
//     greenward_power_cut ext4|xfs ROUNDS [ack-early]
// Needs root, loop devices and the file system's mkfs. A file system in a file is mounted, a writer started on it, and
// at a random moment the file system is shut down without writing its log, so that everything not yet flushed is gone;
// then it is mounted again, its own log replayed, and the store checked. Exit code 0: nothing was ever missing.

#include "tests/adapters/sqlite/crash_checks.h"
#include "tests/support/program.h"

#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace greenward::tests::crash {
namespace {

namespace fs = std::filesystem;

// The same request for both: EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN.
constexpr unsigned long kShutDown = _IOR('X', 125, std::uint32_t);
constexpr std::uint32_t kWithoutLog = 2;

void must(const std::vector<std::string> &command)
{
    const Finished finished = runProgram(command);
    if (finished.exitCode == 0) return;
    std::fprintf(stderr, "%s: %s\n", command.front().c_str(), finished.err.c_str());
    std::exit(3);
}

class CuttableDisk final
{
public:
    explicit CuttableDisk(const std::string &kind)
    {
        fs::create_directory(directory());
        const fs::path image = m_home.path() / "image";
        const std::string size = kind == "xfs" ? "320M" : "64M";
        must({"/usr/bin/truncate", "-s", size, image});
        must({"/sbin/mkfs." + kind, "-q", image});
        mount();
    }
    ~CuttableDisk() { runProgram({"/bin/umount", directory()}); }
    CuttableDisk(const CuttableDisk &) = delete;
    CuttableDisk &operator=(const CuttableDisk &) = delete;

    fs::path directory() const { return m_home.path() / "mounted"; }
    fs::path counters() const { return m_home.path() / "counters"; }
    void cut() const
    {
        const int descriptor = ::open(directory().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        std::uint32_t how = kWithoutLog;
        if (::ioctl(descriptor, kShutDown, &how) != 0) {
            std::perror("cannot shut the file system down");
            std::exit(3);
        }
        ::close(descriptor);
    }
    void remount()
    {
        must({"/bin/umount", directory()});
        mount();
    }

private:
    void mount() { must({"/bin/mount", "-o", "loop", m_home.path() / "image", directory()}); }

    TemporaryDirectory m_home;
};

int cutAgainAndAgain(const std::string &kind, int rounds, Conduct conduct)
{
    std::mt19937_64 random{std::random_device{}()};
    auto disk = std::make_unique<CuttableDisk>(kind);
    auto site = std::make_unique<CrashSite>(disk->directory(), conduct, disk->counters());
    int bad = 0;
    std::int64_t steps = 0;
    for (int round = 0; round < rounds; ++round) {
        site->strike(static_cast<std::int64_t>(random() % 30'000), [&] { disk->cut(); });
        disk->remount();
        const auto problems = site->check();
        for (const std::string &problem : problems)
            std::printf("round %d: %s\n", round, problem.c_str());
        const bool isFull = fs::space(disk->directory()).available < (16U << 20U);
        if (problems.empty() && !isFull) continue;
        if (!problems.empty()) ++bad;
        // What was lost once is missing ever after, and a full disk writes nothing: on with a fresh one.
        steps += site->durableSteps();
        site.reset();
        disk.reset();
        disk = std::make_unique<CuttableDisk>(kind);
        site = std::make_unique<CrashSite>(disk->directory(), conduct, disk->counters());
    }
    steps += site->durableSteps();
    std::printf("%s: %d power cuts, %lld steps durable, %d rounds with something wrong\n", kind.c_str(), rounds,
                static_cast<long long>(steps), bad);
    return bad == 0 ? 0 : 1;
}

} // namespace
} // namespace greenward::tests::crash

int main(int count, char **arguments)
{
    using namespace greenward::tests::crash;
    const std::string kind = count > 2 ? arguments[1] : "";
    if ((kind != "ext4" && kind != "xfs") || (count == 4 && std::string(arguments[3]) != "ack-early")) {
        std::fprintf(stderr, "usage: greenward_power_cut ext4|xfs ROUNDS [ack-early]\n");
        return 2;
    }
    return cutAgainAndAgain(kind, std::atoi(arguments[2]), count == 4 ? Conduct::AckEarly : Conduct::Honest);
}
