#pragma once

#include "tests/support/cuttable_disk.h"

#include <memory>

namespace greenward::tests::stacks {

/// Everything below `directory` lies in memory: flushing hundreds of small disks to a real one takes minutes and shows
/// nothing more.
class Memory final
{
public:
    explicit Memory(const std::filesystem::path &directory);
    ~Memory();
    Memory(const Memory &) = delete;
    Memory &operator=(const Memory &) = delete;

private:
    std::filesystem::path m_directory;
};

/// A file system of its own that places lie on: "ext4", "ext4-128", "xfs" or "tmpfs".
class Volume final
{
public:
    Volume(std::string kind, const std::filesystem::path &directory);
    ~Volume();
    Volume(const Volume &) = delete;
    Volume &operator=(const Volume &) = delete;

    const std::string &kind() const { return m_kind; }
    const std::filesystem::path &directory() const { return m_directory; }
    bool canBeCut() const { return m_disk != nullptr; }
    /// What was not flushed is gone; until remount() every call fails.
    void cut();
    bool isCut() const { return m_isCut; }
    void remount();
    void flush() const;

private:
    std::string m_kind;
    std::filesystem::path m_directory;
    std::unique_ptr<CuttableDisk> m_disk;
    bool m_isCut = false;
};

} // namespace greenward::tests::stacks
