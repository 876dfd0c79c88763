#include "core/adapters/sqlite/wal_check.h"

#include "core/adapters/files/read_file.h"
#include "core/adapters/sqlite/checked_pages.h"
#include "core/adapters/sqlite/log_mark.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace greenward::adapters::sqlite {
namespace {

// https://www.sqlite.org/fileformat2.html#walformat
constexpr std::size_t kHeaderBytes = 32;
constexpr std::size_t kFrameHeaderBytes = 24;
constexpr std::size_t kFrameBytes = kFrameHeaderBytes + kPageBytes;
constexpr std::size_t kSummedOfFrameHeader = 8; // page number and commit mark
constexpr std::size_t kSaltAt = 16;             // in the log's header
constexpr std::size_t kSaltInFrameAt = 8;
constexpr std::size_t kSumAt = 24; // in the log's header
constexpr std::size_t kSumInFrameAt = 16;
constexpr std::size_t kSaltBytes = 8;
constexpr std::uint32_t kMagic = 0x377F0682; // +1: sums are of big-endian words
constexpr std::size_t kMost = std::size_t{16} << 30U;
constexpr int kTries = 3;

std::uint32_t bigEndian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (const char byte : bytes.substr(0, 4))
        value = value << 8U | static_cast<unsigned char>(byte);
    return value;
}

struct Sum
{
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    friend bool operator==(const Sum &, const Sum &) = default;
};

class Log final
{
public:
    explicit Log(std::string_view bytes)
        : m_bytes(bytes)
        , m_swapped((bigEndian(bytes) == kMagic) != (std::endian::native == std::endian::little))
    {}

    std::string_view header() const { return m_bytes.substr(0, kHeaderBytes); }
    bool isHeaderSound() const
    {
        const std::uint32_t magic = bigEndian(m_bytes);
        return (magic == kMagic || magic == kMagic + 1) && bigEndian(m_bytes.substr(8)) == kPageBytes &&
               sumOf(m_bytes.substr(0, kSumAt), {}) == sumIn(m_bytes.substr(kSumAt));
    }
    std::size_t frames() const { return (m_bytes.size() - kHeaderBytes) / kFrameBytes; }
    std::string_view frame(std::size_t index) const
    {
        return m_bytes.substr(kHeaderBytes + index * kFrameBytes, kFrameBytes);
    }
    /// What the frame before holds as its sum.
    Sum before(std::size_t index) const
    {
        return index == 0 ? sumIn(m_bytes.substr(kSumAt)) : sumIn(frame(index - 1).substr(kSumInFrameAt));
    }
    std::string_view salt() const { return m_bytes.substr(kSaltAt, kSaltBytes); }
    bool isOfThisLog(std::string_view frame) const { return frame.substr(kSaltInFrameAt, kSaltBytes) == salt(); }
    bool follows(std::string_view frame, Sum before) const
    {
        if (!isOfThisLog(frame) || bigEndian(frame) == 0) return false;
        const Sum sum = sumOf(frame.substr(kFrameHeaderBytes), sumOf(frame.substr(0, kSummedOfFrameHeader), before));
        return sum == sumIn(frame.substr(kSumInFrameAt));
    }
    static bool isCommit(std::string_view frame) { return bigEndian(frame.substr(4)) != 0; }

private:
    static Sum sumIn(std::string_view bytes) { return {bigEndian(bytes), bigEndian(bytes.substr(4))}; }
    std::uint32_t word(const char *at) const
    {
        std::uint32_t value = 0;
        std::memcpy(&value, at, sizeof value);
        return m_swapped ? __builtin_bswap32(value) : value;
    }
    Sum sumOf(std::string_view bytes, Sum sum) const
    {
        for (std::size_t at = 0; at < bytes.size(); at += 8) {
            sum.first += word(bytes.data() + at) + sum.second;
            sum.second += word(bytes.data() + at + 4) + sum.first;
        }
        return sum;
    }

    std::string_view m_bytes;
    bool m_swapped;
};

bool oneBitPutsItRight(const Log &log, std::size_t index)
{
    std::string frame(log.frame(index));
    for (std::size_t bit = 0; bit < frame.size() * 8; ++bit) {
        char &byte = frame[bit / 8];
        const auto mask = static_cast<char>(1U << (bit % 8));
        byte = static_cast<char>(byte ^ mask);
        if (log.follows(frame, log.before(index))) return true;
        byte = static_cast<char>(byte ^ mask);
    }
    return false;
}

/// A whole frame after the end of the transaction that holds the bad one.
bool isFollowed(const Log &log, std::size_t bad)
{
    bool ended = false;
    for (std::size_t index = bad; index < log.frames(); ++index) {
        const std::string_view frame = log.frame(index);
        if (ended && log.follows(frame, log.before(index))) return true;
        if (!ended && log.isOfThisLog(frame)) ended = Log::isCommit(frame);
    }
    return false;
}

/// How many of its frames were acknowledged, as far as anybody knows.
std::size_t acknowledged(const Log &log, const std::optional<LogMark> &mark)
{
    const bool isOfThisLog = mark && log.salt() == std::string_view(mark->salt.data(), mark->salt.size());
    return isOfThisLog ? mark->frames : 0;
}

/// `mark`: from before the log was read, so that it does not know more.
Result<void> check(std::string_view bytes, const std::filesystem::path &path, Synced synced,
                   const std::optional<LogMark> &mark)
{
    if (bytes.size() < kHeaderBytes) return {};
    const Log log(bytes);
    if (std::ranges::all_of(log.header(), [](char byte) { return byte == 0; })) return {}; // as SQLite makes room
    if (!log.isHeaderSound())
        return fail(ErrorCode::StoreDamaged, path.string(), "the header of the log does not match its checksum");
    std::size_t good = 0;
    while (good < log.frames() && log.follows(log.frame(good), log.before(good)))
        ++good;
    const bool isCutOff = good == log.frames();
    if (synced == Synced::No && (isCutOff || !oneBitPutsItRight(log, good))) return {};
    if (synced == Synced::Yes && good >= acknowledged(log, mark) && (isCutOff || !isFollowed(log, good))) return {};
    return fail(ErrorCode::StoreDamaged, path.string(),
                "frame " + std::to_string(good + 1) +
                    " of the log does not match its checksum: what was written from there on would be lost");
}

} // namespace

Result<void> checkLog(const std::filesystem::path &log, Synced synced)
{
    Result<void> checked;
    // A log that was begun anew while it was read is a mixture of two; then its beginning is another one.
    for (int i = 0; i < kTries; ++i) {
        const auto mark = synced == Synced::Yes ? readLogMark(log) : std::nullopt;
        auto bytes = readWholeFile(log, kMost);
        if (!bytes && bytes.error().code == ErrorCode::NotFound) return {};
        if (!bytes) return Unexpected{bytes.error()};
        checked = check(*bytes, log, synced, mark);
        if (checked) return checked;
    }
    return checked;
}

} // namespace greenward::adapters::sqlite
