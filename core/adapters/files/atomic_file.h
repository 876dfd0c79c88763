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
    /// What the new file's rights are: `mode` and nothing else, or, where the directory has an access list for what is
    /// made in it, what that list says, as for a file of any other program.
    enum class Rights { Exact, AsTheDirectorySays };
    /// In a directory that is open already, so that it is the one somebody looked at; its descriptor is taken over. Of
    /// `path` only the last part is used, the rest is for errors.
    static Result<AtomicFile> createIn(int directory, const std::filesystem::path &path, mode_t mode, Rights rights);
    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&) = delete;
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;
    ~AtomicFile();

    /// After a failed write the file cannot be committed any more.
    Result<void> write(std::span<const std::byte> bytes);
    Result<void> write(std::string_view text);
    /// Owner, group, mode and access list of the file it will replace; `replaced` may be opened with O_PATH.
    /// NoPermission: this process may not give files to that owner, and nothing else would keep who may read it.
    Result<void> takeRightsOf(int replaced);
    /// What may have the name already.
    enum class Over { Anything, Nothing };
    /// Once. Any error but one of the directory's flush means that the old file is still in place. AlreadyExists: there
    /// is something of that name, and it was to replace nothing.
    Result<void> commit(Over over = Over::Anything);

private:
    AtomicFile(int directory, int file, std::string temporary, std::filesystem::path path);
    void abandon();
    bool rename(Over over);
    bool syncName() const;
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
