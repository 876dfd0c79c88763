#pragma once

#include "core/adapters/localfs/fd.h"
#include "core/storage/driver.h"

#include <string>
#include <sys/stat.h>

namespace greenward::adapters {

/// Reads one regular file without touching its time of last access where the system allows that: to its owner and to
/// root. (Nobody else could set the time back afterwards either.)
class LocalReader final : public storage::Reader
{
public:
    /// `path` is only for messages. Unsupported if it is no regular file.
    static Result<std::unique_ptr<storage::Reader>> create(Fd file, std::string path);

    Result<std::size_t> read(std::span<std::byte> into) override;
    Result<std::int64_t> skipHole() override;
    const storage::ObjectTraits &traits() const override { return m_traits; }

private:
    LocalReader(Fd file, std::string path, storage::ObjectTraits traits, const struct stat &status);
    Result<std::size_t> readOnce(std::span<std::byte> into);
    Result<std::int64_t> skipZeros();
    Fd m_file;
    std::string m_path;
    storage::ObjectTraits m_traits;
    std::int64_t m_size;          ///< when it was opened
    std::int64_t m_at = 0;        ///< what is read next
    std::int64_t m_dataUntil = 0; ///< no hole begins before this
    bool m_takesLess;             ///< than it is long: there are holes somewhere
    bool m_guesses = false; ///< the system tells of none of them (user-space file systems): zeros are taken for them
};

/// Writes one staged file.
class LocalWriter final : public storage::Writer
{
public:
    LocalWriter(Fd file, std::string path);

    Result<void> write(std::span<const std::byte> bytes) override;
    Result<void> skip(std::int64_t bytes) override;
    Result<void> prepare(const storage::ObjectTraits &traits) override;
    Result<void> finish(const storage::ObjectTraits &traits) override;
    /// The same, and it is on the disk.
    Result<void> finishFlushed(const storage::ObjectTraits &traits);

private:
    Result<void> setSize();
    Result<void> close();
    Fd m_file;
    std::string m_path;
    std::int64_t m_at = 0;  ///< where the next bytes go
    std::int64_t m_end = 0; ///< how far the file reaches; behind m_at after a hole
};

} // namespace greenward::adapters
