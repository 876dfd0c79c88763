#include "core/adapters/localfs/volume.h"

#include "core/adapters/os/mount_table.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>

namespace greenward::adapters {
namespace {

namespace fs = std::filesystem;

std::string uuidOf(const std::string &source)
{
    struct stat device
    {};
    if (::stat(source.c_str(), &device) != 0 || !S_ISBLK(device.st_mode)) return {};
    std::error_code failure;
    for (fs::directory_iterator link("/dev/disk/by-uuid", failure), end; !failure && link != end;
         link.increment(failure)) {
        struct stat named
        {};
        if (::stat(link->path().c_str(), &named) == 0 && S_ISBLK(named.st_mode) && named.st_rdev == device.st_rdev)
            return link->path().filename().string();
    }
    return {};
}

std::string stableIdOf(int directory)
{
    struct statfs status
    {};
    if (::fstatfs(directory, &status) != 0) return {};
    if (status.f_type != EXT4_SUPER_MAGIC && status.f_type != BTRFS_SUPER_MAGIC) return {};
    std::array<unsigned, 2> id{};
    static_assert(sizeof id == sizeof status.f_fsid);
    std::memcpy(id.data(), &status.f_fsid, sizeof id);
    if (id[0] == 0 && id[1] == 0) return {};
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%08x%08x", id[0], id[1]);
    return text.data();
}

} // namespace

storage::FileSystemFacts fileSystemFacts(int directory)
{
    storage::FileSystemFacts facts;
    facts.fsid = stableIdOf(directory);
    if (const auto mount = mountOf(directory)) {
        facts.type = mount->type;
        facts.uuid = uuidOf(mount->source);
    }
    return facts;
}

} // namespace greenward::adapters
