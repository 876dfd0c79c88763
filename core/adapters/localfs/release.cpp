#include "core/adapters/localfs/release.h"

#include "core/adapters/localfs/beneath.h"
#include "core/adapters/localfs/streams.h"
#include "core/base/utf8.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <optional>

namespace greenward::adapters {
namespace {

using storage::ReleaseOrder;

class Release final
{
public:
    Release(const Fd &directory, const std::string &leaf, std::string_view shown, const ReleaseOrder &order)
        : m_directory(directory.number())
        , m_leaf(leaf)
        , m_shown(shown)
        , m_order(order)
        , m_aside(std::string(kReleasePrefix) + order.token)
    {}

    Result<void> run()
    {
        CORE_TRY(const std::optional<struct stat> leftover, look(m_aside));
        CORE_TRY(const std::optional<struct stat> source, look(m_leaf));
        if (leftover && S_ISREG(leftover->st_mode)) { // a crash stopped us here
            m_linkComesLater = m_order.leave == LeaveBehind::Symlink && !source;
            return removeSetAside(*leftover);
        }
        if (leftover && ::unlinkat(m_directory, m_aside.c_str(), 0) != 0) return failed("remove prepared link");
        if (!source || isOurLink(*source)) return fail(ErrorCode::NotFound, subject(), "is already gone");
        if (!S_ISREG(source->st_mode) || signatureOf(*source) != m_order.signature)
            return changed("changed since it was copied");
        if (m_order.leave == LeaveBehind::Pointer) CORE_CHECK(writePointer());
        CORE_CHECK(setAside());
        CORE_TRY(const std::optional<struct stat> aside, look(m_aside));
        if (!aside) return fail(ErrorCode::IoFailed, subject(), "vanished while it was set aside");
        return removeSetAside(*aside);
    }

    Result<void> undo()
    {
        CORE_TRY(const std::optional<struct stat> leftover, look(m_aside));
        if (!leftover) return {};
        if (!S_ISREG(leftover->st_mode))
            return ::unlinkat(m_directory, m_aside.c_str(), 0) == 0 ? Result<void>() : failed("remove prepared link");
        CORE_TRY(const std::optional<struct stat> named, look(m_leaf));
        // Only a link of ours can be where the source was: release() put it there in one step with setting it aside.
        const bool link = named && S_ISLNK(named->st_mode);
        if (named && !link) return changed("a new file took its name; the old one lies beside it as " + m_aside);
        const unsigned flags = link ? 0U : RENAME_NOREPLACE;
        if (::renameat2(m_directory, m_aside.c_str(), m_directory, m_leaf.c_str(), flags) == 0) return {};
        if ((errno == EINVAL || errno == ENOSYS) &&
            ::renameat(m_directory, m_aside.c_str(), m_directory, m_leaf.c_str()) == 0)
            return {};
        return failed("give the source its name back");
    }

private:
    std::string subject() const { return escapedForDisplay(m_shown); }
    Unexpected<Error> failed(std::string_view doing) const { return Unexpected{objectError(errno, m_shown, doing)}; }
    Unexpected<Error> changed(std::string why) const
    {
        return fail(ErrorCode::SourceChanged, subject(), std::move(why));
    }

    Result<std::optional<struct stat>> look(const std::string &name) const
    {
        struct stat status
        {};
        if (::fstatat(m_directory, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) return std::optional(status);
        if (errno == ENOENT) return std::optional<struct stat>();
        return failed("look at source");
    }

    bool isOurLink(const struct stat &status) const
    {
        if (m_order.leave != LeaveBehind::Symlink || !S_ISLNK(status.st_mode)) return false;
        std::string target(m_order.linkTarget.size() + 1, '\0');
        const ssize_t length = ::readlinkat(m_directory, m_leaf.c_str(), target.data(), target.size());
        return length >= 0 &&
               std::string_view(target).substr(0, static_cast<std::size_t>(length)) == m_order.linkTarget;
    }

    /// The source leaves its name, which at the same moment becomes the link where one is wanted.
    Result<void> setAside()
    {
        if (m_order.leave == LeaveBehind::Symlink) {
            if (::symlinkat(m_order.linkTarget.c_str(), m_directory, m_aside.c_str()) != 0)
                return failed("prepare the link to leave behind");
            if (::renameat2(m_directory, m_aside.c_str(), m_directory, m_leaf.c_str(), RENAME_EXCHANGE) == 0) return {};
            const int problem = errno;
            ::unlinkat(m_directory, m_aside.c_str(), 0);
            errno = problem;
            if (problem != EINVAL && problem != ENOSYS) return failed("leave a link behind");
            m_linkComesLater = true;
        }
        if (::renameat2(m_directory, m_leaf.c_str(), m_directory, m_aside.c_str(), RENAME_NOREPLACE) == 0) return {};
        if (errno != EINVAL && errno != ENOSYS) return failed("set the source aside");
        // The reserved name was free a moment ago and nobody else uses it.
        if (::renameat(m_directory, m_leaf.c_str(), m_directory, m_aside.c_str()) == 0) return {};
        return failed("set the source aside");
    }

    Result<void> removeSetAside(const struct stat &aside)
    {
        if (!sameVersion(signatureOf(aside), m_order.signature)) return putBack("changed in the last moment");
        if (isOpenForWriting()) return putBack("is open for writing");
        if (::unlinkat(m_directory, m_aside.c_str(), 0) != 0) {
            const Error why = objectError(errno, m_shown, "remove the source");
            if (auto back = putBack(why.detail); back.error().code != ErrorCode::SourceChanged) return back;
            return Unexpected{why};
        }
        if (m_linkComesLater && ::symlinkat(m_order.linkTarget.c_str(), m_directory, m_leaf.c_str()) != 0 &&
            errno != EEXIST)
            return failed("leave a link behind");
        return {};
    }

    /// Always an error: SourceChanged, or what kept it from getting its name back.
    Result<void> putBack(std::string why)
    {
        CORE_TRY(const std::optional<struct stat> named, look(m_leaf));
        const bool exchange = named && isOurLink(*named);
        const unsigned flags = exchange ? RENAME_EXCHANGE : RENAME_NOREPLACE;
        if (::renameat2(m_directory, m_aside.c_str(), m_directory, m_leaf.c_str(), flags) == 0) {
            if (exchange) ::unlinkat(m_directory, m_aside.c_str(), 0);
            return changed(std::move(why));
        }
        if (!named && (errno == EINVAL || errno == ENOSYS) &&
            ::renameat(m_directory, m_aside.c_str(), m_directory, m_leaf.c_str()) == 0)
            return changed(std::move(why));
        return changed(why + "; a new file took its name meanwhile, so it now lies beside it as " + m_aside);
    }

    /// A read lease is only granted while nobody has the file open for writing. Where leases are not to be had (network
    /// file systems, files of others) the answer is "no" and the signature has to do.
    bool isOpenForWriting() const
    {
        const Fd file(
            ::openat(m_directory, m_aside.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOATIME));
        if (!file) return false;
        // Should somebody open it through another hard link just now, the notice must be a signal that is ignored.
        ::fcntl(file.number(), F_SETSIG, SIGURG);
        if (::fcntl(file.number(), F_SETLEASE, F_RDLCK) == 0) {
            ::fcntl(file.number(), F_SETLEASE, F_UNLCK);
            return false;
        }
        return errno == EAGAIN;
    }

    /// "<leaf>.moved.json", whole or not at all; only an older pointer of ours is ever replaced.
    Result<void> writePointer()
    {
        const std::string name = m_leaf + std::string(kPointerSuffix);
        CORE_TRY(const std::optional<struct stat> present, look(name));
        if (present && !isPointer(name))
            return fail(ErrorCode::AlreadyExists, escapedForDisplay(name), "its name is wanted for the pointer");
        const std::string draft = m_aside + "-pointer";
        ::unlinkat(m_directory, draft.c_str(), 0);
        {
            Fd file(::openat(m_directory, draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
            if (!file) return failed("write the pointer");
            LocalWriter writer(std::move(file), name);
            CORE_CHECK(writer.write(std::as_bytes(std::span(m_order.pointer))));
            CORE_CHECK(writer.flush());
        }
        const unsigned flags = present ? 0U : RENAME_NOREPLACE;
        int renamed = ::renameat2(m_directory, draft.c_str(), m_directory, name.c_str(), flags);
        if (renamed != 0 && (errno == EINVAL || errno == ENOSYS))
            renamed = ::renameat(m_directory, draft.c_str(), m_directory, name.c_str());
        return renamed == 0 ? Result<void>() : failed("name the pointer");
    }

    bool isPointer(const std::string &name) const
    {
        const Fd file(::openat(m_directory, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        return file && startsAsPointer(file.number());
    }

    int m_directory;
    const std::string &m_leaf;
    std::string_view m_shown;
    const ReleaseOrder &m_order;
    std::string m_aside;
    bool m_linkComesLater = false;
};

} // namespace

Result<void> releaseFile(const Fd &directory, const std::string &leaf, std::string_view shown,
                         const ReleaseOrder &order)
{
    return Release(directory, leaf, shown, order).run();
}

Result<void> undoReleaseOfFile(const Fd &directory, const std::string &leaf, std::string_view shown,
                               const std::string &token)
{
    ReleaseOrder order;
    order.token = token;
    return Release(directory, leaf, shown, order).undo();
}

} // namespace greenward::adapters
