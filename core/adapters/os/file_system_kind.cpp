#include "core/adapters/os/file_system_kind.h"

#include <algorithm>
#include <array>

namespace greenward::adapters {
namespace {

constexpr std::array<std::string_view, 14> kNetworkTypes{
    "nfs",  "nfs4", "cifs", "smb3",       "smbfs",          "ncpfs",          "afs",
    "coda", "ceph", "9p",   "fuse.sshfs", "fuse.glusterfs", "fuse.ceph-fuse", "lustre"};
// User-space file systems in front of a bucket or a remote.
constexpr std::array<std::string_view, 6> kNetworkPrefixes{"fuse.rclone", "fuse.s3fs",  "fuse.gcsfuse",
                                                           "fuse.goofys", "fuse.davfs", "fuse.curlftpfs"};

} // namespace

bool isNetworkFileSystem(std::string_view type)
{
    return std::find(kNetworkTypes.begin(), kNetworkTypes.end(), type) != kNetworkTypes.end() ||
           std::any_of(kNetworkPrefixes.begin(), kNetworkPrefixes.end(),
                       [type](std::string_view prefix) { return type.starts_with(prefix); });
}

} // namespace greenward::adapters
