#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace greenward::adapters::sqlite {

/// Up to which frame a write-ahead log holds what was acknowledged, kept in "state.db-mark" beside it. From the log
/// alone nobody can tell its last transaction, damaged, from one that a power failure tore before it was synced.
///
/// Written after each sync of the log and never synced itself: after a kill it is exact; after a power failure it may
/// be an older one, or unreadable, or of a log that is gone. Then it says less, and never anything wrong.
struct LogMark
{
    using Salt = std::array<char, 8>;
    Salt salt{};              ///< of the log: another one each time it begins anew
    std::uint32_t frames = 0; ///< acknowledged
};

std::filesystem::path logMarkOf(const std::filesystem::path &log);
/// Nothing: there is none that can be read.
std::optional<LogMark> readLogMark(const std::filesystem::path &log);

/// Writes the mark of a log that is there and stays. What cannot be written is left out: then an older mark stands.
/// One thread at a time.
class LogMarker final
{
public:
    explicit LogMarker(const std::filesystem::path &log);
    ~LogMarker();
    LogMarker(const LogMarker &) = delete;
    LogMarker &operator=(const LogMarker &) = delete;
    /// `frames`: of the log, as of the commit that was just synced.
    void acknowledged(std::uint32_t frames);

private:
    int m_log;
    int m_mark;
};

} // namespace greenward::adapters::sqlite
