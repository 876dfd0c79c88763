#pragma once

#include "tests/adapters/sqlite/crash_protocol.h"
#include "tests/adapters/sqlite/disk_record.h"

#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace greenward::tests::crash {

/// States a disk may be in when the power fails. Whatever was synced is there; of what was written since, any subset of
/// the 512-byte sectors, in any order, and any of the truncations. (That a new name in a directory is durable is
/// assumed; rows 2 and 3 of docs/reliability.md are about that.)
class DiskStates final
{
public:
    /// `base` is the database as it was, closed in good order, before the record began.
    DiskStates(const std::filesystem::path &base, const std::filesystem::path &record);

    std::size_t entries() const { return m_entries.size(); }
    /// Goes on to just before entry `position`; never back.
    void advanceTo(std::size_t position);
    /// Makes one such state in an empty directory, with the counters of what had been acknowledged by then.
    void make(const std::filesystem::path &directory, std::mt19937_64 &random) const;

private:
    struct Entry
    {
        DiskEntry what;
        std::string bytes;
    };
    struct File
    {
        std::string synced;
        std::vector<const Entry *> since;
    };
    static void apply(std::string &content, const Entry &entry);
    static std::string damaged(const File &file, std::mt19937_64 &random);
    File &fileOf(DiskFile file)
    {
        return file == DiskFile::Database ? m_database : file == DiskFile::Mark ? m_mark : m_log;
    }

    std::vector<Entry> m_entries;
    std::size_t m_position = 0;
    File m_database;
    File m_log;
    File m_mark;
    std::array<std::int64_t, kLanes> m_acked{};
};

} // namespace greenward::tests::crash
