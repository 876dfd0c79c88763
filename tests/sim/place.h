#pragma once

#include "tests/sim/disk.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

// Paths, and what is mounted there.

namespace greenward::sim {

/// One directory of one disk.
struct Branch
{
    Disk *disk = nullptr;
    NodePtr root;
    friend bool operator==(const Branch &, const Branch &) = default;
};

/// A directory tree as processes see it: one branch, or several of them united (the first one that has a name shows
/// it). A view through a user-space file system has inode numbers of its own, so that nothing tells that the files
/// below are those of another place.
struct View
{
    std::vector<Branch> branches;
    std::uint64_t salt = 0; ///< 0: shown as they are
    friend bool operator==(const View &, const View &) = default;

    std::uint64_t inodeOf(const Branch &branch, const Node &node) const;
};

/// A path at which something may be mounted.
struct MountPoint
{
    std::string path;
    View mounted;
    View bare; ///< what lies under the mount point
    bool isMounted = true;

    const View &now() const { return isMounted ? mounted : bare; }
};

/// A node, found by its path.
struct Found
{
    Branch branch;
    NodePtr directory; ///< nothing for the root
    std::string name;
    NodePtr node;
};

/// Calls of the operating system below one root that is held open: what was mounted when it was opened stays what is
/// meant.
class Tree final
{
public:
    explicit Tree(View view)
        : m_view(std::move(view))
    {}
    const View &view() const { return m_view; }

    Result<Found> find(std::string_view path) const;
    /// A directory on every branch that has it.
    std::vector<Found> all(std::string_view path) const;
    Result<Found> create(std::string_view path, Kind kind, std::uint32_t mode);
    /// Never in place of anything.
    Result<void> renameNew(std::string_view from, std::string_view to);
    Result<void> unlink(std::string_view path);
    Result<void> flushDirectory(std::string_view path);
    /// Names in a directory, in byte order, each once.
    Result<std::vector<std::string>> names(std::string_view path) const;
    std::int64_t free() const;
    bool isReadOnly() const;

private:
    Result<Found> parentFor(std::string_view path) const;
    View m_view;
};

/// "a/b/c" -> {"a/b", "c"}.
std::pair<std::string_view, std::string_view> split(std::string_view path);

} // namespace greenward::sim
