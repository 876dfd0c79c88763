#include "core/adapters/os/mount_table.h"

#include <gtest/gtest.h>

namespace greenward::tests {
namespace {

using adapters::insideOf;
using adapters::mountIn;

constexpr const char *kTable = "21 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
                               "36 21 8:17 /root /mnt/a\\040b rw,noatime master:1 - xfs /dev/sdb1 rw\n"
                               "136 21 0:40 / /merged rw shared:7 master:2 - fuse.mergerfs a:b rw\n";

TEST(MountTable, A4_findsAMountByItsNumberAndReadsItsNames)
{
    const auto mount = mountIn(kTable, 36);
    ASSERT_TRUE(mount);
    EXPECT_EQ(mount->device, "8:17");
    EXPECT_EQ(mount->root, "/root");
    EXPECT_EQ(mount->point, "/mnt/a b");
    EXPECT_EQ(mount->type, "xfs");
    EXPECT_EQ(mount->source, "/dev/sdb1");
    EXPECT_EQ(mountIn(kTable, 136)->type, "fuse.mergerfs");
    EXPECT_FALSE(mountIn(kTable, 6));
    EXPECT_FALSE(mountIn("garbage\n\n36", 3));
}

TEST(MountTable, A4_translatesAPathIntoItsFileSystem)
{
    const auto mount = *mountIn(kTable, 36);
    EXPECT_EQ(insideOf(mount, "/mnt/a b"), "/root");
    EXPECT_EQ(insideOf(mount, "/mnt/a b/c"), "/root/c");
    EXPECT_EQ(insideOf(mount, "/mnt/a bc"), "");
    const auto root = *mountIn(kTable, 21);
    EXPECT_EQ(insideOf(root, "/"), "/");
    EXPECT_EQ(insideOf(root, "/srv/data"), "/srv/data");
    const auto merged = *mountIn(kTable, 136);
    EXPECT_EQ(insideOf(merged, "/merged"), "/");
    EXPECT_EQ(insideOf(merged, "/merged/x"), "/x");
}

} // namespace
} // namespace greenward::tests
