#include "tests/system/stacks/volume.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace greenward::tests::stacks {
namespace {

void mountTmpfs(const std::filesystem::path &directory, const std::string &size)
{
    const std::string options = "mode=0755,size=" + size;
    if (::mount("tmpfs", directory.c_str(), "tmpfs", 0, options.c_str()) != 0)
        throw std::system_error(errno, std::generic_category(), "mount tmpfs at " + directory.string());
}

} // namespace

Memory::Memory(const std::filesystem::path &directory)
    : m_directory(directory)
{
    mountTmpfs(directory, "3G"); // a limit, not what is taken
}

Memory::~Memory()
{
    ::umount2(m_directory.c_str(), MNT_DETACH);
}

Volume::Volume(std::string kind, const std::filesystem::path &directory)
    : m_kind(std::move(kind))
    , m_directory(directory)
{
    std::filesystem::create_directories(directory);
    if (m_kind != "tmpfs")
        m_disk = std::make_unique<CuttableDisk>(m_kind, directory);
    else
        mountTmpfs(directory, "256M");
}

Volume::~Volume()
{
    if (!m_disk) ::umount2(m_directory.c_str(), MNT_DETACH);
}

void Volume::cut()
{
    m_disk->cut();
    m_isCut = true;
}

void Volume::remount()
{
    m_disk->remount();
    m_isCut = false;
}

void Volume::flush() const
{
    const int descriptor = ::open(m_directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int answer = descriptor < 0 ? -1 : ::syncfs(descriptor);
    const int problem = errno;
    ::close(descriptor);
    if (answer != 0) throw std::system_error(problem, std::generic_category(), "flush " + m_directory.string());
}

} // namespace greenward::tests::stacks
