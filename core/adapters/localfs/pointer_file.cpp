#include "core/adapters/localfs/pointer_file.h"

#include "core/adapters/localfs/beneath.h"
#include "core/adapters/localfs/file_traits.h"
#include "core/adapters/localfs/streams.h"
#include "core/base/utf8.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>

namespace greenward::adapters {
namespace {

std::string pointerName(const std::string &leaf)
{
    return leaf + std::string(kPointerSuffix);
}

/// Whether something has the name; an error if that is no pointer of ours.
Result<bool> isThere(int directory, const std::string &name)
{
    struct stat status
    {};
    if (::fstatat(directory, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno == ENOENT) return false;
        return Unexpected{objectError(errno, name, "look for an older pointer")};
    }
    const Fd file(::openat(directory, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file && startsAsPointer(file.number())) return true;
    return fail(ErrorCode::AlreadyExists, escapedForDisplay(name), "its name is wanted for the pointer");
}

Result<void> writeDraft(int directory, const std::string &draft, const std::string &name,
                        const storage::ObjectTraits &source, std::string_view text)
{
    Fd file(::openat(directory, draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file) return Unexpected{objectError(errno, name, "write the pointer")};
    LocalWriter writer(std::move(file), name);
    CORE_CHECK(writer.write(std::as_bytes(std::span(text))));
    return writer.finishFlushed(storage::pointerTraits(source));
}

} // namespace

Result<void> checkPointerName(int directory, const std::string &leaf)
{
    CORE_CHECK(isThere(directory, pointerName(leaf)));
    return {};
}

Result<void> writePointer(int directory, const std::string &leaf, const std::string &aside,
                          const storage::ObjectTraits &source, std::string_view text)
{
    const std::string name = pointerName(leaf);
    CORE_TRY(const bool present, isThere(directory, name));
    const KeptTimes times(directory);
    const std::string draft = aside + "-pointer";
    ::unlinkat(directory, draft.c_str(), 0);
    if (auto written = writeDraft(directory, draft, name, source, text); !written) {
        ::unlinkat(directory, draft.c_str(), 0);
        return written;
    }
    const unsigned flags = present ? 0U : RENAME_NOREPLACE;
    int renamed = ::renameat2(directory, draft.c_str(), directory, name.c_str(), flags);
    if (renamed != 0 && (errno == EINVAL || errno == ENOSYS))
        renamed = ::renameat(directory, draft.c_str(), directory, name.c_str());
    if (renamed != 0) return Unexpected{objectError(errno, name, "name the pointer")};
    return {};
}

} // namespace greenward::adapters
