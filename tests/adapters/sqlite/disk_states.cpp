#include "tests/adapters/sqlite/disk_states.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace greenward::tests::crash {
namespace {

constexpr std::size_t kSector = 512;

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

void put(std::string &content, std::size_t offset, std::string_view bytes)
{
    if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size(), '\0');
    content.replace(offset, bytes.size(), bytes);
}

} // namespace

DiskStates::DiskStates(const std::filesystem::path &base, const std::filesystem::path &record)
{
    m_database.synced = contentOf(base);
    std::ifstream file(record, std::ios::binary);
    for (DiskEntry what; file.read(reinterpret_cast<char *>(&what), sizeof what);) {
        std::string bytes(what.kind == DiskEntry::Write ? static_cast<std::size_t>(what.length) : 0, '\0');
        if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) break;
        m_entries.push_back({what, std::move(bytes)});
    }
}

void DiskStates::apply(std::string &content, const Entry &entry)
{
    if (entry.what.kind == DiskEntry::Truncate)
        content.resize(static_cast<std::size_t>(entry.what.offset), '\0');
    else
        put(content, static_cast<std::size_t>(entry.what.offset), entry.bytes);
}

void DiskStates::advanceTo(std::size_t position)
{
    for (; m_position < position; ++m_position) {
        const Entry &entry = m_entries[m_position];
        switch (entry.what.kind) {
        case DiskEntry::Write:
        case DiskEntry::Truncate:
            fileOf(entry.what.file).since.push_back(&entry);
            break;
        case DiskEntry::Sync: {
            File &file = fileOf(entry.what.file);
            for (const Entry *each : file.since)
                apply(file.synced, *each);
            file.since.clear();
            break;
        }
        case DiskEntry::Ack:
            m_acked[static_cast<std::size_t>(entry.what.offset)] = entry.what.length;
            break;
        }
    }
}

std::string DiskStates::damaged(const File &file, std::mt19937_64 &random)
{
    // Nothing of it, all of it, or anything between: the extremes are likely, too.
    const std::uint64_t chance = std::array<std::uint64_t, 4>{0, 100, 50, random() % 101}[random() % 4];
    std::string content = file.synced;
    for (const Entry *entry : file.since) {
        if (entry->what.kind == DiskEntry::Truncate) {
            if (random() % 100 < chance) apply(content, *entry);
            continue;
        }
        for (std::size_t at = 0; at < entry->bytes.size(); at += kSector)
            if (random() % 100 < chance)
                put(content, static_cast<std::size_t>(entry->what.offset) + at,
                    std::string_view(entry->bytes).substr(at, kSector));
    }
    return content;
}

void DiskStates::make(const std::filesystem::path &directory, std::mt19937_64 &random) const
{
    const auto write = [&](const char *name, const std::string &content) {
        std::ofstream(directory / name, std::ios::binary) << content;
        std::filesystem::permissions(directory / name, std::filesystem::perms(0600));
    };
    write("state.db", damaged(m_database, random));
    // It was there from the start of the record on, though it may be empty.
    write("state.db-wal", damaged(m_log, random));
    write("state.db-mark", damaged(m_mark, random));
    MappedCounters counters(directory / "counters");
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        counters->acked[lane] = m_acked[lane];
        counters->submitted[lane] = INT64_MAX;
    }
}

} // namespace greenward::tests::crash
