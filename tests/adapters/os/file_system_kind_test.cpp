#include "core/adapters/os/file_system_kind.h"
#include "core/adapters/os/mount_table.h"

#include <gtest/gtest.h>

#include <sys/sysmacros.h>

namespace greenward::tests {
namespace {

using adapters::isNetworkFileSystem;

constexpr const char *kMounts = "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n"
                                "23 22 0:21 / /proc rw - proc proc rw\n"
                                "90 22 0:52 / /mnt/nfs\\040share rw,noatime shared:40 master:2 - nfs4 srv:/x rw\n"
                                "broken line\n"
                                "91 22 0:60 / /home/u/remote rw - fuse.sshfs u@h: rw";

std::string typeOf(const char *mounts, dev_t device)
{
    const std::optional<adapters::Mount> mount = adapters::mountOfDevice(mounts, device);
    return mount ? mount->type : std::string();
}

TEST(FileSystemKind, isFoundByDeviceNumber)
{
    EXPECT_EQ(typeOf(kMounts, makedev(254, 1)), "ext4");
    EXPECT_EQ(typeOf(kMounts, makedev(0, 52)), "nfs4");
    EXPECT_EQ(typeOf(kMounts, makedev(0, 60)), "fuse.sshfs");
    EXPECT_EQ(typeOf(kMounts, makedev(9, 9)), "");
    EXPECT_EQ(typeOf("", makedev(9, 9)), "");
    EXPECT_EQ(typeOf("1 2 9:9 no separator", makedev(9, 9)), "");
}

TEST(FileSystemKind, knowsWhatLiesOnOtherMachines)
{
    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "fuse.sshfs", "fuse.rclone", "fuse.s3fs"})
        EXPECT_TRUE(isNetworkFileSystem(type)) << type;
    for (const char *type : {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "fuse.gocryptfs", "fuseblk", ""})
        EXPECT_FALSE(isNetworkFileSystem(type)) << type;
}

} // namespace
} // namespace greenward::tests
