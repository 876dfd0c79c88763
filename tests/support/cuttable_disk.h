#pragma once

#include "tests/support/program.h"

#include <filesystem>
#include <string>

namespace greenward::tests {

/// Runs a program that must succeed; else an exception with what it said.
void must(const std::vector<std::string> &command);

/// A file system in a file, mounted, whose power can be cut. Needs root, loop devices and the file system's mkfs.
class CuttableDisk final
{
public:
    /// `kind`: "ext4", "xfs", or "ext4-128": with inodes of the old size, which hold whole seconds and few attributes.
    /// Mounted at `directory`, with the file that it lies in beside that, or in a place of its own.
    explicit CuttableDisk(const std::string &kind, const std::filesystem::path &directory = {});
    ~CuttableDisk();
    CuttableDisk(const CuttableDisk &) = delete;
    CuttableDisk &operator=(const CuttableDisk &) = delete;

    const std::filesystem::path &directory() const { return m_directory; }
    /// A directory beside it, which no cut reaches.
    const std::filesystem::path &beside() const { return m_home.path(); }
    /// Shuts the file system down without writing its own log: whatever was not flushed is gone.
    void cut() const;
    /// Unmounts and mounts again, whereby the file system replays its log.
    void remount();

private:
    void mount();

    TemporaryDirectory m_home;
    std::filesystem::path m_directory;
    std::filesystem::path m_image;
};

} // namespace greenward::tests
