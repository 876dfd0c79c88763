#include "core/adapters/localfs/streams.h"

#include "core/adapters/localfs/beneath.h"
#include "core/adapters/localfs/file_traits.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>

namespace greenward::adapters {

using storage::ObjectTraits;

LocalReader::LocalReader(Fd file, std::string path, ObjectTraits traits, std::int64_t size)
    : m_file(std::move(file))
    , m_path(std::move(path))
    , m_traits(std::move(traits))
    , m_size(size)
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
        new LocalReader(std::move(file), std::move(path), std::move(traits), status.st_size));
}

Result<std::size_t> LocalReader::read(std::span<std::byte> into)
{
    // Not across a hole that was found: its zeros would be written out.
    if (m_at < m_dataUntil) into = into.first(std::min(into.size(), static_cast<std::size_t>(m_dataUntil - m_at)));
    for (;;) {
        const ssize_t got = ::pread(m_file.number(), into.data(), into.size(), m_at);
        if (got >= 0) {
            m_at += got;
            return static_cast<std::size_t>(got);
        }
        if (errno != EINTR) return Unexpected{objectError(errno, m_path, "read")};
    }
}

Result<std::int64_t> LocalReader::skipHole()
{
    if (m_at < m_dataUntil || m_at >= m_size) return std::int64_t{0};
    off_t data = ::lseek(m_file.number(), m_at, SEEK_DATA);
    if (data < 0 && errno == ENXIO) data = ::lseek(m_file.number(), 0, SEEK_END); // nothing but a hole from here on
    const std::int64_t hole = data > m_at ? data - m_at : 0;
    m_at += hole;
    const off_t end = data < 0 ? data : ::lseek(m_file.number(), m_at, SEEK_HOLE);
    m_dataUntil = end > m_at ? end : INT64_MAX; // not to be had here, or the end of the file
    return hole;
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
