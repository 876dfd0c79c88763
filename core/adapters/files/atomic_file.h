#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <span>
#include <string_view>

#include <sys/types.h>

namespace greenward::adapters {

/// A file that appears whole or not at all. Written under a hidden temporary name in the same directory, flushed to
/// the disk, then renamed over the old one, and the directory flushed too: after commit() says yes the new content
/// survives power loss; until then the old file stands as it was, also on a full disk. Every call's answer is checked.
/// Destroyed without a commit, it leaves nothing behind. One thread at a time.
class AtomicFile final
{
public:
    /// `path` may exist (it will be replaced; a symbolic link is replaced, not followed) or not; its directory must.
    static Result<AtomicFile> create(const std::filesystem::path &path, mode_t mode = 0600);
    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&) = delete;
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;
    ~AtomicFile();

    /// After a failed write the file cannot be committed any more.
    Result<void> write(std::span<const std::byte> bytes);
    Result<void> write(std::string_view text);
    /// Once. Any error but one of the directory's flush means that the old file is still in place.
    Result<void> commit();

private:
    AtomicFile(int directory, int file, std::string temporary, std::filesystem::path path);
    void abandon();
    Error failed(int errnoValue, std::string_view doing);

    int m_directory = -1;
    int m_file = -1;
    std::string m_temporary; ///< name inside the directory; empty once renamed or removed
    std::filesystem::path m_path;
    bool m_spoilt = false;
};

/// All of it in one go.
Result<void> writeFileAtomically(const std::filesystem::path &path, std::span<const std::byte> bytes,
                                 mode_t mode = 0600);
Result<void> writeFileAtomically(const std::filesystem::path &path, std::string_view text, mode_t mode = 0600);

/// Makes renames and removals inside `directory` survive power loss.
Result<void> syncDirectory(const std::filesystem::path &directory);

} // namespace greenward::adapters
