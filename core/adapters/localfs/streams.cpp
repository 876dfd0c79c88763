#include "core/adapters/localfs/streams.h"

#include "core/adapters/localfs/beneath.h"
#include "core/adapters/localfs/file_traits.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>

namespace greenward::adapters {

using storage::ObjectTraits;

namespace {

constexpr std::size_t kBlock = 4096;  ///< of the file systems there are: no smaller hole saves anything
constexpr std::int64_t kSector = 512; ///< what stat(2) counts in

/// How many bytes at the start of `bytes` are whole blocks of zeros.
std::size_t zerosAtStart(std::span<const std::byte> bytes)
{
    static constexpr std::array<std::byte, kBlock> kZeros{};
    std::size_t zeros = 0;
    while (bytes.size() - zeros >= kBlock && std::memcmp(&bytes[zeros], kZeros.data(), kBlock) == 0)
        zeros += kBlock;
    return zeros;
}

/// How many bytes come before the first block of zeros.
std::size_t dataAtStart(std::span<const std::byte> bytes)
{
    std::size_t data = 0;
    while (data < bytes.size() && zerosAtStart(bytes.subspan(data).first(std::min(kBlock, bytes.size() - data))) == 0)
        data += kBlock;
    return std::min(data, bytes.size());
}

} // namespace

LocalReader::LocalReader(Fd file, std::string path, ObjectTraits traits, const struct stat &status)
    : m_file(std::move(file))
    , m_path(std::move(path))
    , m_traits(std::move(traits))
    , m_size(status.st_size)
    , m_takesLess(status.st_blocks * kSector < status.st_size)
{}

Result<std::unique_ptr<storage::Reader>> LocalReader::create(Fd file, std::string path)
{
    struct stat status
    {};
    if (::fstat(file.number(), &status) != 0) return Unexpected{objectError(errno, path, "look at file")};
    if (!S_ISREG(status.st_mode)) return fail(ErrorCode::Unsupported, escapedForDisplay(path), "is no regular file");
    ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
    CORE_TRY(ObjectTraits traits, objectTraits(file.number(), path));
    return std::unique_ptr<storage::Reader>(
        new LocalReader(std::move(file), std::move(path), std::move(traits), status));
}

Result<std::size_t> LocalReader::read(std::span<std::byte> into)
{
    // Not across a hole that was found: its zeros would be written out.
    if (m_at < m_dataUntil) into = into.first(std::min(into.size(), static_cast<std::size_t>(m_dataUntil - m_at)));
    CORE_TRY(std::size_t got, readOnce(into));
    if (m_guesses) got = std::max(dataAtStart(into.first(got)), std::min(got, kBlock));
    m_at += static_cast<std::int64_t>(got);
    return got;
}

Result<std::size_t> LocalReader::readOnce(std::span<std::byte> into)
{
    for (;;) {
        const ssize_t got = ::pread(m_file.number(), into.data(), into.size(), m_at);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) return Unexpected{objectError(errno, m_path, "read")};
    }
}

Result<std::int64_t> LocalReader::skipZeros()
{
    std::int64_t skipped = 0;
    for (std::array<std::byte, 16 * kBlock> bytes;;) { // NOLINT(*-member-init): read into
        CORE_TRY(const std::size_t got, readOnce(bytes));
        const std::size_t zeros = zerosAtStart(std::span<const std::byte>(bytes).first(got));
        m_at += static_cast<std::int64_t>(zeros);
        skipped += static_cast<std::int64_t>(zeros);
        if (zeros < bytes.size()) return skipped;
    }
}

Result<std::int64_t> LocalReader::skipHole()
{
    if (m_guesses) return skipZeros();
    if (m_at < m_dataUntil || m_at >= m_size) return std::int64_t{0};
    off_t data = ::lseek(m_file.number(), m_at, SEEK_DATA);
    if (data < 0 && errno == ENXIO) data = ::lseek(m_file.number(), 0, SEEK_END); // nothing but a hole from here on
    const std::int64_t hole = data > m_at ? data - m_at : 0;
    m_at += hole;
    const off_t end = data < 0 ? data : ::lseek(m_file.number(), m_at, SEEK_HOLE);
    m_dataUntil = end > m_at ? end : INT64_MAX; // not to be had here, or the end of the file
    m_guesses = m_takesLess && m_at == 0 && m_dataUntil >= m_size;
    return m_guesses ? skipZeros() : hole;
}

LocalWriter::LocalWriter(Fd file, std::string path)
    : m_file(std::move(file))
    , m_path(std::move(path))
{}

Result<void> LocalWriter::write(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::pwrite(m_file.number(), bytes.data(), bytes.size(), m_at);
        if (put > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(put));
            m_at += put;
            m_end = m_at;
        } else if (put == 0)
            return fail(ErrorCode::NoSpace, m_path, "the disk takes no more bytes");
        else if (errno != EINTR)
            return Unexpected{objectError(errno, m_path, "write")};
    }
    return {};
}

Result<void> LocalWriter::skip(std::int64_t bytes)
{
    m_at += bytes;
    return {};
}

Result<void> LocalWriter::setSize()
{
    if (m_at == m_end) return {};
    if (::ftruncate(m_file.number(), m_at) != 0) return Unexpected{objectError(errno, m_path, "write")};
    m_end = m_at;
    return {};
}

Result<void> LocalWriter::prepare(const ObjectTraits &traits)
{
    CORE_CHECK(giveTraits(m_file.number(), traits, m_path));
    // Private again until it is whole. What the writes take away is given once more at the end.
    if (::fchmod(m_file.number(), 0600) != 0) return Unexpected{objectError(errno, m_path, "set mode")};
    return {};
}

Result<void> LocalWriter::finish(const ObjectTraits &traits)
{
    CORE_CHECK(setSize());
    CORE_CHECK(giveTraits(m_file.number(), traits, m_path));
    return close();
}

Result<void> LocalWriter::finishFlushed(const ObjectTraits &traits)
{
    CORE_CHECK(setSize());
    CORE_CHECK(giveTraits(m_file.number(), traits, m_path));
    if (::fsync(m_file.number()) != 0) return Unexpected{objectError(errno, m_path, "flush to disk")};
    return close();
}

Result<void> LocalWriter::close()
{
    // Network file systems may only say here that the disk is full.
    if (::close(m_file.release()) != 0 && errno != EINTR) return Unexpected{objectError(errno, m_path, "close")};
    return {};
}

} // namespace greenward::adapters
