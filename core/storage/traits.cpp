#include "core/storage/traits.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace greenward::storage {
namespace {

constexpr std::uint32_t kSetIds = 06000;
constexpr std::uint32_t kSticky = 01000;

std::string octal(std::uint32_t mode)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04o", mode);
    return text.data();
}

std::string timeText(FileTime time)
{
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%lld.%09d s since 1970", static_cast<long long>(time.seconds),
                  static_cast<int>(time.nanoseconds));
    return text.data();
}

std::string hex(std::string_view bytes)
{
    std::string text;
    for (const char byte : bytes) {
        std::array<char, 3> two{};
        std::snprintf(two.data(), two.size(), "%02x", static_cast<unsigned>(static_cast<unsigned char>(byte)));
        text += two.data();
    }
    return text;
}

/// Short enough for a message.
std::string valueText(std::string_view name, const std::optional<std::string> &value)
{
    if (!value) return "none";
    if (name == kAccessList || name == kDefaultAccessList) return accessListText(*value);
    constexpr std::size_t kMost = 48;
    const std::string_view start = std::string_view(*value).substr(0, kMost);
    std::string text = name == kCapability ? hex(start) : "\"" + escapedForDisplay(start) + "\"";
    if (value->size() > kMost) text += "... (" + std::to_string(value->size()) + " bytes)";
    return text;
}

std::string nameText(std::string_view name)
{
    if (name == kAccessList) return "access list";
    if (name == kDefaultAccessList) return "default access list";
    if (name == kCapability) return "capabilities";
    return "attribute " + escapedForDisplay(name);
}

Unexpected<Error> differs(std::string right, const std::string &wanted, const std::string &found)
{
    std::string detail = "the source has " + right + " " + wanted + ", the target " + found;
    return Unexpected{Error{ErrorCode::VerifyFailed, std::move(right), std::move(detail)}};
}

std::optional<std::string> valueOf(const Attributes &attributes, std::string_view name)
{
    for (const auto &[known, value] : attributes)
        if (known == name) return value;
    return std::nullopt;
}

Result<void> sameAttributes(const Attributes &wanted, const Attributes &found)
{
    for (const auto &[name, value] : wanted)
        if (const auto other = valueOf(found, name); other != value)
            return differs(nameText(name), valueText(name, value), valueText(name, other));
    for (const auto &[name, value] : found)
        if (!valueOf(wanted, name))
            return differs(nameText(name), valueText(name, std::nullopt), valueText(name, value));
    return {};
}

template<typename Traits>
Result<void> same(const Traits &wanted, const Traits &found)
{
    if (wanted.uid != found.uid) return differs("owner", std::to_string(wanted.uid), std::to_string(found.uid));
    if (wanted.gid != found.gid) return differs("group", std::to_string(wanted.gid), std::to_string(found.gid));
    if (wanted.mode != found.mode) return differs("mode", octal(wanted.mode), octal(found.mode));
    CORE_CHECK(sameAttributes(wanted.attributes, found.attributes));
    if (wanted.modified != found.modified)
        return differs("time of last change", timeText(wanted.modified), timeText(found.modified));
    return {};
}

// Tags of linux/posix_acl.h.
constexpr std::uint16_t kOwnerEntry = 0x01;
constexpr std::uint16_t kUserEntry = 0x02;
constexpr std::uint16_t kGroupEntry = 0x04;
constexpr std::uint16_t kNamedGroupEntry = 0x08;
constexpr std::uint16_t kMaskEntry = 0x10;
constexpr std::uint16_t kOtherEntry = 0x20;

struct AccessEntry
{
    std::uint16_t tag = 0;
    std::uint16_t permissions = 0;
    std::uint32_t id = 0;
};

/// Little-endian: a version, then entries of tag, permissions and id (linux/posix_acl_xattr.h).
std::vector<AccessEntry> entriesOf(std::string_view stored)
{
    const auto number = [&](std::size_t at, std::size_t bytes) {
        std::uint32_t value = 0;
        for (std::size_t i = bytes; i > 0; --i)
            value = value << 8U | static_cast<unsigned char>(stored[at + i - 1]);
        return value;
    };
    constexpr std::size_t kHead = 4;
    constexpr std::size_t kEntry = 8;
    std::vector<AccessEntry> entries;
    for (std::size_t at = kHead; at + kEntry <= stored.size(); at += kEntry)
        entries.push_back({static_cast<std::uint16_t>(number(at, 2)), static_cast<std::uint16_t>(number(at + 2, 2)),
                           number(at + 4, 4)});
    return entries;
}

std::uint32_t permissionsOf(const std::vector<AccessEntry> &entries, std::uint16_t tag)
{
    const auto at = std::ranges::find(entries, tag, &AccessEntry::tag);
    return at == entries.end() ? 0 : at->permissions;
}

/// What the directory's group may do. With an access list the bits of the mode are the most that anybody named may.
std::uint32_t groupsShare(const DirectoryTraits &directory)
{
    const auto list = valueOf(directory.attributes, kAccessList);
    const std::uint32_t bits = directory.mode >> 3U;
    return list ? bits & permissionsOf(entriesOf(*list), kGroupEntry) : bits;
}

Unexpected<Error> wider(const std::string &who, std::uint32_t source, std::uint32_t target)
{
    return fail(ErrorCode::Unsupported, "directory",
                "is there at the target already and gives " + who + " more (mode " + octal(target) +
                    ") than at the source (" + octal(source) + "): make it as private, then retry");
}

} // namespace

Result<void> sameRights(const ObjectTraits &wanted, const ObjectTraits &found)
{
    return same(wanted, found);
}

Result<void> sameRights(const DirectoryTraits &wanted, const DirectoryTraits &found)
{
    return same(wanted, found);
}

Result<void> noWider(const DirectoryTraits &source, const DirectoryTraits &target)
{
    constexpr std::uint32_t kAll = 07;
    const std::uint32_t others = source.mode & kAll;
    const auto exceeds = [](std::uint32_t permissions, std::uint32_t limit) {
        return (permissions & ~limit & kAll) != 0;
    };
    if (exceeds(target.mode, others)) return wider("everybody", source.mode, target.mode);
    const auto list = valueOf(target.attributes, kAccessList);
    const bool isSameList = list == valueOf(source.attributes, kAccessList);
    // The bits of the group are the mask where there is an access list, so they bound its named entries too.
    const std::uint32_t group = source.gid != target.gid ? others
                                : isSameList             ? source.mode >> 3U
                                                         : groupsShare(source);
    if (exceeds(target.mode >> 3U, group)) return wider("its group", source.mode, target.mode);
    if (source.uid != target.uid && target.uid != 0 && exceeds(target.mode >> 6U, others))
        return wider("its owner, uid " + std::to_string(target.uid) + ",", source.mode, target.mode);
    if (list && !isSameList && exceeds(target.mode >> 3U, others))
        return fail(ErrorCode::Unsupported, "directory",
                    "is there at the target already with the access list " + accessListText(*list) +
                        ", which the source has not: make them the same, then retry");
    const bool othersMayRemove = (target.mode & 022U) != 0;
    if ((source.mode & kSticky) != 0 && (target.mode & kSticky) == 0 && othersMayRemove)
        return wider("those who may write to it the right to remove what others own, and thus", source.mode,
                     target.mode);
    return {};
}

ObjectTraits pointerTraits(const ObjectTraits &source)
{
    constexpr std::uint32_t kExecute = 0111;
    ObjectTraits traits{.modified = source.modified, .accessed = source.accessed, .uid = source.uid, .gid = source.gid};
    traits.mode = source.mode & ~(kExecute | kSetIds | kSticky);
    if (const auto list = valueOf(source.attributes, kAccessList)) traits.attributes.emplace_back(kAccessList, *list);
    return traits;
}

bool isNarrowerThanItsMode(std::string_view stored)
{
    const std::vector<AccessEntry> entries = entriesOf(stored);
    const std::uint32_t mask = permissionsOf(entries, kMaskEntry);
    const std::uint32_t others = permissionsOf(entries, kOtherEntry);
    return std::ranges::any_of(entries, [&](const AccessEntry &entry) {
        const bool isNamed = entry.tag == kUserEntry || entry.tag == kNamedGroupEntry;
        // Whoever it is may be in the group, and otherwise is one of the others.
        if (isNamed) return ((mask | others) & ~(entry.permissions & mask)) != 0;
        return entry.tag == kGroupEntry && (mask & ~std::uint32_t{entry.permissions}) != 0;
    });
}

bool namesOthers(std::string_view nfs4List)
{
    // XDR: how many; then type, flags and rights of each, and who, padded to four bytes (RFC 7530, 6.2.1).
    std::size_t at = 0;
    const auto number = [&]() -> std::optional<std::uint32_t> {
        if (nfs4List.size() - at < 4) return std::nullopt;
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i)
            value = value << 8U | static_cast<unsigned char>(nfs4List[at++]);
        return value;
    };
    const auto entries = number();
    if (!entries) return true;
    for (std::uint32_t i = 0; i < *entries; ++i) {
        for (int skipped = 0; skipped < 3; ++skipped)
            if (!number()) return true;
        const auto length = number();
        if (!length || nfs4List.size() - at < *length) return true;
        const std::string_view who = nfs4List.substr(at, *length);
        if (who != "OWNER@" && who != "GROUP@" && who != "EVERYONE@") return true;
        at += std::min(nfs4List.size() - at, (static_cast<std::size_t>(*length) + 3) / 4 * 4);
    }
    return false;
}

std::string accessListText(std::string_view stored)
{
    std::string text;
    for (const AccessEntry &entry : entriesOf(stored)) {
        const char *kind = "?";
        bool named = false;
        switch (entry.tag) {
        case kOwnerEntry:
            kind = "user";
            break;
        case kUserEntry:
            kind = "user";
            named = true;
            break;
        case kGroupEntry:
            kind = "group";
            break;
        case kNamedGroupEntry:
            kind = "group";
            named = true;
            break;
        case kMaskEntry:
            kind = "mask";
            break;
        case kOtherEntry:
            kind = "other";
            break;
        default:
            break;
        }
        if (!text.empty()) text += ',';
        text += std::string(kind) + ":" + (named ? std::to_string(entry.id) : "") + ":" +
                ((entry.permissions & 4U) != 0 ? "r" : "-") + ((entry.permissions & 2U) != 0 ? "w" : "-") +
                ((entry.permissions & 1U) != 0 ? "x" : "-");
    }
    return text;
}

} // namespace greenward::storage
