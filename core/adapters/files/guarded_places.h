#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include <sys/types.h>

namespace greenward::adapters {

/// The name under which an open descriptor can be opened once more.
std::string pathOf(int descriptor);

/// Data directories, known by what they are and not by what they are called.
class GuardedPlaces final
{
public:
    /// `dataDirectory` may be empty or missing: then only others are known, by the store in them.
    explicit GuardedPlaces(const std::filesystem::path &dataDirectory);

    /// Whether the open directory is a data directory or lies in one.
    bool holdsDirectory(int directory) const;
    /// Whether the open file is one of the data directory's, under whatever name it was opened.
    bool holdsFile(int file) const;

private:
    using Node = std::pair<dev_t, ino_t>;
    std::set<Node> m_nodes; ///< the directory and everything in it
};

} // namespace greenward::adapters
