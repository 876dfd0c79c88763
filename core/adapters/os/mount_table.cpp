#include "core/adapters/os/mount_table.h"

#include <array>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace greenward::adapters {
namespace {

std::string_view takeUpTo(std::string_view &text, std::string_view end)
{
    const std::size_t at = text.find(end);
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
    return taken;
}

/// The kernel writes blank, tab, newline and backslash as three octal digits.
std::string unescaped(std::string_view text)
{
    const auto isOctal = [](char c) {
        return c >= '0' && c <= '7';
    };
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 3 >= text.size() || !isOctal(text[i + 1]) || !isOctal(text[i + 2]) ||
            !isOctal(text[i + 3])) {
            plain.push_back(text[i]);
            continue;
        }
        plain.push_back(static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0')));
        i += 3;
    }
    return plain;
}

/// The first line for which `isWanted(id, device)` holds.
template<typename Wanted>
std::optional<Mount> firstMount(std::string_view mountInfo, Wanted isWanted)
{
    // "36 35 98:0 /root /mount/point rw,noatime master:1 - ext3 /dev/root rw"
    while (!mountInfo.empty()) {
        std::string_view line = takeUpTo(mountInfo, "\n");
        const std::string_view id = takeUpTo(line, " ");
        takeUpTo(line, " ");
        const std::string_view device = takeUpTo(line, " ");
        if (!isWanted(id, device) || line.find(" - ") == std::string_view::npos) continue;
        Mount mount;
        mount.device = device;
        mount.root = unescaped(takeUpTo(line, " "));
        mount.point = unescaped(takeUpTo(line, " "));
        takeUpTo(line, " - ");
        mount.type = unescaped(takeUpTo(line, " "));
        mount.source = unescaped(takeUpTo(line, " "));
        return mount;
    }
    return std::nullopt;
}

} // namespace

std::optional<Mount> mountIn(std::string_view mountInfo, std::uint64_t id)
{
    return firstMount(
        mountInfo, [wanted = std::to_string(id)](std::string_view found, std::string_view) { return found == wanted; });
}

std::optional<Mount> mountOfDevice(std::string_view mountInfo, dev_t device)
{
    const std::string wanted = std::to_string(major(device)) + ":" + std::to_string(minor(device));
    return firstMount(mountInfo, [&wanted](std::string_view, std::string_view found) { return found == wanted; });
}

std::uint64_t mountIdOf(int file)
{
    struct statx status
    {};
    if (::statx(file, "", AT_EMPTY_PATH | AT_STATX_DONT_SYNC, STATX_MNT_ID, &status) != 0) return 0;
    return (status.stx_mask & STATX_MNT_ID) != 0 ? status.stx_mnt_id : 0;
}

std::optional<Mount> mountOf(int directory)
{
    const std::uint64_t id = mountIdOf(directory);
    if (id == 0) return std::nullopt;
    std::ifstream file("/proc/self/mountinfo", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return mountIn(text, id);
}

std::string insideOf(const Mount &mount, std::string_view location)
{
    const std::string_view point = mount.point == "/" ? std::string_view() : std::string_view(mount.point);
    const bool below =
        location.starts_with(point) && (location.size() == point.size() || location[point.size()] == '/');
    if (!below || !mount.root.starts_with('/')) return {};
    std::string inside = mount.root == "/" ? "" : mount.root;
    inside += location.substr(point.size());
    while (inside.size() > 1 && inside.ends_with('/'))
        inside.pop_back();
    return inside.empty() ? "/" : inside;
}

} // namespace greenward::adapters
