#include "tests/sim/place.h"

#include <algorithm>
#include <set>

namespace greenward::sim {

std::pair<std::string_view, std::string_view> split(std::string_view path)
{
    const auto slash = path.rfind('/');
    if (slash == std::string_view::npos) return {{}, path};
    return {path.substr(0, slash), path.substr(slash + 1)};
}

std::uint64_t View::inodeOf(const Branch &branch, const Node &node) const
{
    if (salt == 0) return node.inode;
    std::uint64_t mixed = salt ^ node.inode * 0x9E3779B97F4A7C15ULL;
    for (const char c : branch.disk->name())
        mixed = (mixed ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return mixed >> 1U;
}

namespace {

std::optional<Found> walk(const Branch &branch, std::string_view path)
{
    Found found{branch, {}, {}, branch.root};
    while (!path.empty()) {
        const auto slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        if (found.node->kind != Kind::Directory) return std::nullopt;
        const auto at = found.node->names.find(name);
        if (at == found.node->names.end()) return std::nullopt;
        found = {branch, found.node, std::string(name), at->second};
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return found;
}

Unexpected<Error> missing(std::string_view path)
{
    return fail(ErrorCode::NotFound, path, "No such file or directory");
}

} // namespace

Result<Found> Tree::find(std::string_view path) const
{
    for (const Branch &branch : m_view.branches)
        if (auto found = walk(branch, path)) return *std::move(found);
    return missing(path);
}

std::vector<Found> Tree::all(std::string_view path) const
{
    std::vector<Found> found;
    for (const Branch &branch : m_view.branches)
        if (auto one = walk(branch, path)) found.push_back(*std::move(one));
    return found;
}

/// Where a new name goes: of the branches that have its directory, the one with most room (mergerfs: epmfs).
Result<Found> Tree::parentFor(std::string_view path) const
{
    std::vector<Found> parents = all(split(path).first);
    std::erase_if(parents, [](const Found &one) { return one.node->kind != Kind::Directory; });
    if (parents.empty()) return missing(path);
    return *std::ranges::max_element(
        parents, {}, [](const Found &one) { return one.branch.disk->readOnly ? -1 : one.branch.disk->free(); });
}

Result<Found> Tree::create(std::string_view path, Kind kind, std::uint32_t mode)
{
    if (find(path)) return fail(ErrorCode::AlreadyExists, path, "File exists");
    CORE_TRY(const Found parent, parentFor(path));
    const std::string name(split(path).second);
    CORE_TRY(NodePtr node, parent.branch.disk->create(parent.node, name, kind, mode));
    return Found{parent.branch, parent.node, name, std::move(node)};
}

Result<void> Tree::renameNew(std::string_view from, std::string_view to)
{
    CORE_TRY(const Found source, find(from));
    if (find(to)) return fail(ErrorCode::AlreadyExists, to, "File exists");
    if (!find(split(to).first)) return missing(to);
    // A file stays on its branch; directories that are missing there are made as they are elsewhere.
    NodePtr directory = source.branch.root;
    std::string done;
    std::string_view rest = split(to).first;
    while (!rest.empty()) {
        const auto slash = rest.find('/');
        const std::string name(rest.substr(0, slash));
        rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
        done += (done.empty() ? "" : "/") + name;
        const auto at = directory->names.find(name);
        if (at != directory->names.end()) {
            directory = at->second;
            continue;
        }
        CORE_TRY(const Found model, find(done));
        CORE_TRY(directory, source.branch.disk->create(directory, name, Kind::Directory, model.node->now.rights.mode));
    }
    return source.branch.disk->rename(source.directory, source.name, directory, std::string(split(to).second));
}

Result<void> Tree::unlink(std::string_view path)
{
    CORE_TRY(const Found found, find(path));
    return found.branch.disk->unlink(found.directory, found.name);
}

Result<void> Tree::flushDirectory(std::string_view path)
{
    const std::vector<Found> directories = all(path);
    if (directories.empty()) return missing(path);
    for (const Found &one : directories)
        one.branch.disk->flushDirectory(one.node);
    return {};
}

Result<std::vector<std::string>> Tree::names(std::string_view path) const
{
    const std::vector<Found> directories = all(path);
    if (directories.empty()) return missing(path);
    std::set<std::string> names;
    for (const Found &one : directories)
        for (const auto &[name, node] : one.node->names)
            names.insert(name);
    return std::vector<std::string>(names.begin(), names.end());
}

std::int64_t Tree::free() const
{
    std::int64_t most = 0;
    for (const Branch &branch : m_view.branches)
        most = std::max(most, branch.disk->free());
    return most;
}

bool Tree::isReadOnly() const
{
    return std::ranges::all_of(m_view.branches, [](const Branch &branch) { return branch.disk->readOnly; });
}

} // namespace greenward::sim
