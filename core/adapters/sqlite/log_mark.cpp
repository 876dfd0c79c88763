#include "core/adapters/sqlite/log_mark.h"

#include "core/adapters/sqlite/crc32c.h"

#include <cstring>
#include <span>

#include <fcntl.h>
#include <unistd.h>

namespace greenward::adapters::sqlite {
namespace {

constexpr off_t kSaltAt = 16; // in a log's header, https://www.sqlite.org/fileformat2.html#walformat

/// As it lies in the file. Read and written by one machine; another byte order would not match the checksum.
struct Record
{
    LogMark::Salt salt{};
    std::uint32_t frames = 0;
    std::uint32_t crc = 0;

    std::uint32_t sum() const { return crc32c(std::as_bytes(std::span(this, 1)).first(offsetof(Record, crc))); }
};
static_assert(sizeof(Record) == 16);

} // namespace

std::filesystem::path logMarkOf(const std::filesystem::path &log)
{
    constexpr std::string_view kEnding = "-wal";
    std::string name = log.native();
    if (name.ends_with(kEnding)) name.resize(name.size() - kEnding.size());
    return name + "-mark";
}

std::optional<LogMark> readLogMark(const std::filesystem::path &log)
{
    const int file = ::open(logMarkOf(log).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return std::nullopt;
    Record record;
    const ssize_t got = ::pread(file, &record, sizeof record, 0);
    ::close(file);
    if (got != static_cast<ssize_t>(sizeof record) || record.sum() != record.crc) return std::nullopt;
    return LogMark{record.salt, record.frames};
}

LogMarker::LogMarker(const std::filesystem::path &log)
    : m_log(::open(log.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW))
    , m_mark(::open(logMarkOf(log).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600))
{}

LogMarker::~LogMarker()
{
    // SQLite keeps no locks on its log, which closing another descriptor of it would drop.
    if (m_log >= 0) ::close(m_log);
    if (m_mark >= 0) ::close(m_mark);
}

void LogMarker::acknowledged(std::uint32_t frames)
{
    Record record;
    record.frames = frames;
    if (::pread(m_log, record.salt.data(), record.salt.size(), kSaltAt) != static_cast<ssize_t>(record.salt.size()))
        return;
    record.crc = record.sum();
    [[maybe_unused]] const ssize_t written = ::pwrite(m_mark, &record, sizeof record, 0);
}

} // namespace greenward::adapters::sqlite
