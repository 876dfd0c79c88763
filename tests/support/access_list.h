#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace greenward::tests {

/// One entry of an access list.
struct AccessEntry
{
    std::uint16_t tag;
    std::uint16_t permissions;
    std::uint32_t id = 0xFFFFFFFF; ///< of kUser and kGroup
};
inline constexpr std::uint16_t kUserObject = 1, kUser = 2, kGroupObject = 4, kGroup = 8, kMask = 16, kOther = 32;

/// As Linux stores it ("system.posix_acl_access", linux/posix_acl_xattr.h).
inline std::string accessList(const std::vector<AccessEntry> &entries)
{
    std::string text("\2\0\0\0", 4);
    const auto add = [&](std::uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            text.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
    };
    for (const AccessEntry &entry : entries) {
        add(entry.tag, 2);
        add(entry.permissions, 2);
        add(entry.id, 4);
    }
    return text;
}

} // namespace greenward::tests
