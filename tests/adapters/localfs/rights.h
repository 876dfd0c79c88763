#pragma once

#include "core/adapters/crypto/openssl_hasher.h"
#include "core/storage/copy.h"
#include "tests/adapters/localfs/tree.h"
#include "tests/support/access_list.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace greenward::tests {

/// Names user 1234 and group 4321; `mask` bounds both.
inline std::string namedList(std::uint16_t mask)
{
    return accessList(
        {{kUserObject, 6}, {kUser, 7, 1234}, {kGroupObject, 4}, {kGroup, 4, 4321}, {kMask, mask}, {kOther, 0}});
}

inline std::string attribute(const fs::path &path, const char *name)
{
    std::string value(65536, '\0');
    const ssize_t size = ::getxattr(path.c_str(), name, value.data(), value.size());
    if (size < 0) return "none";
    value.resize(static_cast<std::size_t>(size));
    return value;
}
inline bool setAttribute(const fs::path &path, const char *name, const std::string &value)
{
    return ::setxattr(path.c_str(), name, value.data(), value.size(), 0) == 0;
}
inline constexpr const char *kAccess = "system.posix_acl_access";
inline constexpr const char *kDefault = "system.posix_acl_default";
inline constexpr const char *kCapable = "security.capability";

inline struct stat statOf(const fs::path &path)
{
    struct stat status
    {};
    EXPECT_EQ(::lstat(path.c_str(), &status), 0) << path;
    return status;
}
inline void setTimes(const fs::path &path, timespec accessed, timespec modified)
{
    const std::array<timespec, 2> times{accessed, modified};
    EXPECT_EQ(::utimensat(AT_FDCWD, path.c_str(), times.data(), AT_SYMLINK_NOFOLLOW), 0) << path;
}

/// One directory as source and target: a copy has another name there.
class Copies : public Tree
{
protected:
    /// What the mover does with one object, up to its final name.
    static Result<void> copy(adapters::LocalDirectory &driver, const std::string &from, const std::string &to)
    {
        const ObjectKey target = objectKey(to);
        CORE_TRY(const storage::ObjectInfo info, driver.stat(objectKey(from)));
        CORE_TRY(const auto reader, driver.open(objectKey(from)));
        {
            CORE_TRY(const auto writer, driver.stage("local-1-1"));
            const auto hasher = adapters::OpenSslHasherFactory().sha256();
            std::vector<std::byte> buffer(storage::kCopyBlock);
            auto copied = storage::copyContent(*reader, *writer, *hasher, info.signature.size, buffer, {}, [](auto) {});
            if (!copied) return Unexpected{copied.error().error};
        }
        CORE_CHECK(driver.settleStaged(std::vector<std::string>{"local-1-1"}));
        auto published = driver.publish("local-1-1", target);
        if (published || published.error().code != ErrorCode::NotFound) return published;
        CORE_TRY(const auto parents, driver.parents(objectKey(from)));
        CORE_CHECK(driver.makeParents(target, parents));
        return driver.publish("local-1-1", target);
    }
    Result<void> copy(const std::string &from, const std::string &to) const { return copy(*driver, from, to); }

    /// Nothing, or what differs between the two.
    std::string difference(const std::string &from, const std::string &to) const
    {
        const auto source = driver->open(objectKey(from));
        const auto target = driver->open(objectKey(to));
        if (!source || !target) return "cannot be opened";
        const auto same = storage::sameRights((*source)->traits(), (*target)->traits());
        return same ? "" : same.error().detail;
    }
};

} // namespace greenward::tests
