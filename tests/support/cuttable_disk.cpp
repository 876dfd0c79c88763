#include "tests/support/cuttable_disk.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <stdexcept>
#include <system_error>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;

// The same request for both: EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN.
constexpr unsigned long kShutDown = _IOR('X', 125, std::uint32_t);
constexpr std::uint32_t kWithoutLog = 2;

} // namespace

void must(const std::vector<std::string> &command)
{
    const Finished finished = runProgram(command);
    if (finished.exitCode == 0) return;
    std::string whole;
    for (const std::string &word : command)
        whole += word + " ";
    throw std::runtime_error(whole + "ends with " + std::to_string(finished.exitCode) + ": " + finished.err);
}

CuttableDisk::CuttableDisk(const std::string &kind, const fs::path &directory)
    : m_directory(directory.empty() ? m_home.path() / "mounted" : directory)
    , m_image(m_directory.string() + ".image")
{
    fs::create_directories(m_directory);
    const bool isXfs = kind == "xfs";
    must({"/usr/bin/truncate", "-s", isXfs ? "320M" : "128M", m_image});
    std::vector<std::string> make{isXfs ? "/sbin/mkfs.xfs" : "/sbin/mkfs.ext4", "-q"};
    if (kind == "ext4-128") make.insert(make.end(), {"-I", "128"});
    make.push_back(m_image);
    must(make);
    mount();
}

CuttableDisk::~CuttableDisk()
{
    runProgram({"/bin/umount", "-n", m_directory});
}

void CuttableDisk::cut() const
{
    const int descriptor = ::open(m_directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    std::uint32_t how = kWithoutLog;
    const int answer = descriptor < 0 ? -1 : ::ioctl(descriptor, kShutDown, &how);
    const int problem = errno;
    ::close(descriptor);
    if (answer != 0) throw std::system_error(problem, std::generic_category(), "cannot shut the file system down");
}

void CuttableDisk::remount()
{
    must({"/bin/umount", "-n", m_directory});
    mount();
}

void CuttableDisk::mount()
{
    // The loop device goes with the mount.
    must({"/bin/mount", "-n", "-o", "loop", m_image, m_directory});
}

} // namespace greenward::tests
