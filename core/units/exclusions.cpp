#include "core/units/exclusions.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace greenward {
namespace {

constexpr std::string_view kDefault = "default";
constexpr std::size_t kMostBytes = 4096;

constexpr std::array<std::string_view, 22> kDefaults{
    // snapshots: NetApp, ZFS, btrfs and snapper, Synology
    ".snapshot", ".snapshots", "~snapshot", "#snapshot", ".zfs",
    // bookkeeping of file systems and servers
    "lost+found", "aquota.user", "aquota.group", ".glusterfs", ".nfs*", ".fuse_hidden*", "@eaDir",
    "System Volume Information", ".fseventsd", ".Spotlight-V100", ".TemporaryItems",
    // what was thrown away
    ".Trash", ".Trash-*", ".Trashes", "$RECYCLE.BIN", "#recycle", "@Recycle"};

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t comma = text.find(',');
        parts.push_back(trimmed(text.substr(0, comma)));
        if (comma == std::string_view::npos) return parts;
        text.remove_prefix(comma + 1);
    }
}

bool isPattern(std::string_view text)
{
    return text.find_first_of("*?") != std::string_view::npos;
}

/// Linear in practice: only the last * is ever gone back to.
bool matchesPattern(std::string_view pattern, std::string_view name)
{
    std::size_t p = 0;
    std::size_t n = 0;
    std::size_t star = std::string_view::npos;
    std::size_t from = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            from = n;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
            ++p;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            n = ++from;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

Unexpected<Error> refused(const std::string &why)
{
    return fail(ErrorCode::InvalidInput, "exclude",
                why + "; give names with * and ? separated by commas, \"default\" among them for the usual ones, or "
                      "\"none\"");
}

} // namespace

Result<Exclusions> Exclusions::parse(std::string_view text)
{
    if (text.size() > kMostBytes) return refused(std::to_string(text.size()) + " bytes are more than 4096");
    if (!isValidUtf8(text)) return refused("\"" + escapedForDisplay(text) + "\" is not UTF-8");
    std::vector<std::string_view> parts = split(text);
    std::string kept;
    for (const std::string_view part : parts) {
        const std::string shown = "\"" + escapedForDisplay(part) + "\"";
        if (part.empty()) return refused("an empty name in \"" + escapedForDisplay(text) + "\"");
        if (part.find('/') != std::string_view::npos) return refused(shown + " is a path, not a name");
        if (std::any_of(part.begin(), part.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
            return refused(shown + " holds a control character");
        if (part == "none" && parts.size() > 1) return refused("\"none\" stands alone");
        if (part.find_first_not_of('*') == std::string_view::npos)
            return refused(shown + " would leave out everything");
        kept += (kept.empty() ? "" : ",") + std::string(part);
    }
    return Exclusions(std::move(kept));
}

std::vector<std::string> Exclusions::patterns() const
{
    std::vector<std::string> all;
    if (m_text == "none") return all;
    for (const std::string_view part : split(m_text)) {
        if (part == kDefault)
            all.insert(all.end(), kDefaults.begin(), kDefaults.end());
        else
            all.emplace_back(part);
    }
    return all;
}

ExclusionMatcher::ExclusionMatcher(const Exclusions &exclusions)
{
    for (std::string &pattern : exclusions.patterns()) {
        if (isPattern(pattern))
            m_patterns.push_back(std::move(pattern));
        else
            m_names.insert(std::move(pattern));
    }
}

bool ExclusionMatcher::matches(std::string_view name) const
{
    return m_names.contains(name) || std::any_of(m_patterns.begin(), m_patterns.end(),
                                                 [name](const auto &pattern) { return matchesPattern(pattern, name); });
}

} // namespace greenward
