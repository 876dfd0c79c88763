#include "core/adapters/os/file_system_kind.h"

#include <algorithm>
#include <array>

#include <sys/sysmacros.h>

namespace greenward::adapters {
namespace {

constexpr std::array<std::string_view, 14> kNetworkTypes{
    "nfs",  "nfs4", "cifs", "smb3",       "smbfs",          "ncpfs",          "afs",
    "coda", "ceph", "9p",   "fuse.sshfs", "fuse.glusterfs", "fuse.ceph-fuse", "lustre"};
// User-space file systems in front of a bucket or a remote.
constexpr std::array<std::string_view, 6> kNetworkPrefixes{"fuse.rclone", "fuse.s3fs",  "fuse.gcsfuse",
                                                           "fuse.goofys", "fuse.davfs", "fuse.curlftpfs"};

std::string_view takeWord(std::string_view &line)
{
    const std::size_t blank = line.find(' ');
    const std::string_view word = line.substr(0, blank);
    line.remove_prefix(blank == std::string_view::npos ? line.size() : blank + 1);
    return word;
}

} // namespace

std::string fileSystemTypeIn(std::string_view mountInfo, dev_t device)
{
    // "36 35 98:0 /root /mount/point rw,noatime master:1 - ext3 /dev/root rw": see proc(5).
    const std::string wanted = std::to_string(major(device)) + ":" + std::to_string(minor(device));
    while (!mountInfo.empty()) {
        const std::size_t end = mountInfo.find('\n');
        std::string_view line = mountInfo.substr(0, end);
        mountInfo.remove_prefix(end == std::string_view::npos ? mountInfo.size() : end + 1);
        takeWord(line);
        takeWord(line);
        if (takeWord(line) != wanted) continue;
        const std::size_t separator = line.find(" - ");
        if (separator == std::string_view::npos) continue;
        line.remove_prefix(separator + 3);
        return std::string(takeWord(line));
    }
    return {};
}

bool isNetworkFileSystem(std::string_view type)
{
    return std::find(kNetworkTypes.begin(), kNetworkTypes.end(), type) != kNetworkTypes.end() ||
           std::any_of(kNetworkPrefixes.begin(), kNetworkPrefixes.end(),
                       [type](std::string_view prefix) { return type.starts_with(prefix); });
}

} // namespace greenward::adapters
