#include "tests/sim/estate.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace greenward::sim {
namespace {

/// The first letters of a content name it.
std::string nameOf(std::string_view bytes)
{
    return std::string(bytes.substr(0, bytes.find(';')));
}

bool makeDirectories(Tree &tree, std::string_view path)
{
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        const std::string_view directory = path.substr(0, slash);
        if (const auto found = tree.find(directory)) {
            if (found->node->kind != Kind::Directory) return false;
            continue;
        }
        if (!tree.create(directory, Kind::Directory, 0755)) return false;
    }
    return true;
}

void flushWay(const Found &file, Tree &tree, std::string_view path)
{
    static_cast<void>(file.branch.disk->flushFile(file.node));
    for (std::string_view at = split(path).first;; at = split(at).first) {
        static_cast<void>(tree.flushDirectory(at));
        if (at.empty()) return;
    }
}

/// Puts a whole file there, as a user would.
std::optional<Found> put(Tree &tree, const std::string &key, const Content &content, bool flushed)
{
    if (tree.find(key) || !makeDirectories(tree, key)) return std::nullopt;
    auto made = tree.create(key, Kind::File, content.rights.mode);
    if (!made) return std::nullopt;
    made->node->madeByUser = true;
    Disk &disk = *made->branch.disk;
    // Who flushes hears of what the disk loses, and does not rely on it.
    if ((flushed && disk.losesWrites) || !disk.append(made->node, content.bytes)) {
        static_cast<void>(disk.unlink(made->directory, made->name));
        return std::nullopt;
    }
    static_cast<void>(disk.setRights(made->node, content.rights));
    static_cast<void>(disk.setTimes(made->node, content.modifiedNs, content.accessedNs));
    if (flushed) flushWay(*made, tree, key);
    return *made;
}

/// A new file took the name while the old one was set aside: then that one stays beside it, under a name of ours.
bool liesBeside(const Found &taken, std::string_view content)
{
    return taken.directory && std::ranges::any_of(taken.directory->names, [&](const auto &entry) {
               return entry.first.starts_with(".greenward-release-") && entry.second->now.bytes == content;
           });
}

} // namespace

bool Estate::create(Tree &tree, const std::string &key, std::string bytes, const Rights &rights,
                    std::int64_t modifiedNs)
{
    if (!put(tree, key, {bytes, rights, modifiedNs, modifiedNs}, true)) return false;
    m_versions[std::move(bytes)] = {key, rights, true};
    return true;
}

bool Estate::overwrite(Tree &tree, const std::string &key, std::string bytes, std::int64_t modifiedNs)
{
    const auto found = tree.find(key);
    if (!found || found->node->kind != Kind::File || found->branch.disk->readOnly || found->branch.disk->losesWrites)
        return false;
    // Read before it is written: who edits a file that is not whole has nothing to edit.
    const auto known = m_versions.find(found->node->now.bytes);
    if (known == m_versions.end()) return false;
    known->second.isOwed = false;
    m_versions[bytes] = {key, found->node->now.rights, true};
    found->branch.disk->overwrite(found->node, std::move(bytes), modifiedNs);
    flushWay(*found, tree, key);
    return true;
}

bool Estate::remove(Tree &tree, const std::string &key)
{
    const auto found = tree.find(key);
    if (!found || found->node->kind != Kind::File) return false;
    const auto known = m_versions.find(found->node->now.bytes);
    if (!found->branch.disk->unlink(found->directory, found->name)) return false;
    if (known != m_versions.end()) known->second.isOwed = false;
    return true;
}

bool Estate::copy(const Tree &from, Tree &to, const std::string &key, const std::optional<Rights> &rights, bool flushed)
{
    const auto source = from.find(key);
    if (!source || source->node->kind != Kind::File) return false;
    Content content = source->node->now;
    if (rights) content.rights = *rights;
    if (const auto known = m_versions.find(content.bytes); known != m_versions.end())
        known->second.givenMode |= content.rights.mode;
    return put(to, key, content, flushed).has_value();
}

bool Estate::rot(const std::vector<Disk *> &disks, Dice &dice)
{
    struct Copy
    {
        Disk *disk;
        NodePtr file;
    };
    std::map<std::string, std::vector<Copy>, std::less<>> copies;
    for (Disk *disk : disks)
        disk->eachVisible([&](const std::string &, const NodePtr &file) {
            const auto known = m_versions.find(file->now.bytes);
            const bool sound = known != m_versions.end() && known->second.isOwed && file->durable &&
                               file->durable->bytes == file->now.bytes && file->durable->rights == known->second.rights;
            if (sound) copies[file->now.bytes].push_back({disk, file});
        });
    // Names that are not durable yet count for nothing, so what is lost must be asked after the fact.
    for (auto &[bytes, all] : copies) {
        std::set<const Node *> nodes;
        for (const Copy &one : all)
            nodes.insert(one.file.get());
        if (nodes.size() < 2 || !dice.percent(60)) continue;
        const Copy victim = dice.of(all);
        const Content before = victim.file->now;
        const auto durable = victim.file->durable;
        victim.disk->rot(victim.file, dice);
        if (lost(disks).empty()) return true;
        victim.file->now = before;
        victim.file->durable = durable;
    }
    return false;
}

std::string Estate::lost(const std::vector<Disk *> &disks) const
{
    std::set<std::string_view> safe;
    std::string wrongRights;
    for (const Disk *disk : disks)
        disk->eachDurable([&](const std::string &path, const Content &content) {
            const auto known = m_versions.find(content.bytes);
            // A draft is no copy: nobody finds it there, and whoever comes next clears it away.
            const bool isDraft = path.starts_with(".greenward-staging/");
            if (known == m_versions.end() || !known->second.isOwed || isDraft) return;
            if (known->second.rights == content.rights)
                safe.insert(known->first);
            else
                wrongRights += " " + nameOf(content.bytes) + " has other rights at " + disk->name() + ":" + path;
        });
    for (const auto &[bytes, version] : m_versions)
        if (version.isOwed && !safe.contains(bytes))
            return "content " + nameOf(bytes) + " of " + version.key + " is nowhere safe;" + wrongRights;
    return {};
}

std::string Estate::notFound(const std::vector<const View *> &views) const
{
    for (const auto &[bytes, version] : m_versions) {
        if (!version.isOwed) continue;
        const bool found = std::ranges::any_of(views, [&, key = version.key, content = bytes](const View *view) {
            // Each branch for itself: what a union hides is still where its user finds it on that disk.
            return std::ranges::any_of(view->branches, [&](const Branch &branch) {
                const Tree tree(View{{branch}, 0});
                const auto at = tree.find(key);
                if (at && at->node->kind == Kind::File && at->node->now.bytes == content) return true;
                return at && liesBeside(*at, content);
            });
        });
        if (!found) return "content " + nameOf(bytes) + " is not found under its name " + version.key;
    }
    return {};
}

std::string Estate::widened(const std::vector<const View *> &views) const
{
    for (const View *view : views)
        for (const Branch &branch : view->branches)
            for (const auto &[bytes, version] : m_versions) {
                const auto at = Tree(View{{branch}, 0}).find(version.key);
                if (!at || at->node->madeByUser || at->node->now.bytes != bytes) continue;
                if ((at->node->now.rights.mode & ~(version.rights.mode | version.givenMode) & 07777U) != 0)
                    return "content " + nameOf(bytes) + " may be read by more people at " + branch.disk->name();
            }
    return {};
}

std::string Estate::describe(const Content &content)
{
    std::ostringstream text;
    text << nameOf(content.bytes) << " mode " << std::oct << content.rights.mode << std::dec << " owner "
         << content.rights.uid << " " << content.bytes.size() << " bytes";
    return text.str();
}

std::size_t Estate::owed() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_versions, [](const auto &one) { return one.second.isOwed; }));
}

} // namespace greenward::sim
