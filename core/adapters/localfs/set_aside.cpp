#include "core/adapters/localfs/set_aside.h"

#include "core/adapters/localfs/beneath.h"
#include "core/adapters/localfs/file_traits.h"
#include "core/adapters/localfs/may_release.h"
#include "core/adapters/localfs/pointer_file.h"
#include "core/adapters/localfs/streams.h"
#include "core/base/utf8.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <optional>

namespace greenward::adapters {
namespace {

using storage::ReleaseOrder;

/// A change time younger than this when the file is set aside may hide a second change in the same tick of the clock.
constexpr std::int64_t kSettledNs = 1'000'000'000;

enum class Lease { Held, Writer, None };

/// Where leases are not to be had (network file systems, other people's files): None.
Lease takeLease(int file)
{
    // Should somebody open it for writing just now, the notice must be a signal that is ignored.
    ::fcntl(file, F_SETSIG, SIGURG);
    if (::fcntl(file, F_SETLEASE, F_RDLCK) == 0) return Lease::Held;
    return errno == EAGAIN ? Lease::Writer : Lease::None;
}

/// The names involved, and what may be done to them.
class Names final
{
public:
    Names(const Fd &directory, std::string leaf, std::string shown, std::string_view token)
        : m_directory(directory.number())
        , m_leaf(std::move(leaf))
        , m_shown(std::move(shown))
        , m_aside(asideName(token))
    {}

    const std::string &leaf() const { return m_leaf; }
    const std::string &aside() const { return m_aside; }
    const std::string &shown() const { return m_shown; }
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

    /// Without setting its time of last access, where we may ask for that.
    Result<Fd> open(const std::string &name) const
    {
        constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
        Fd file(::openat(m_directory, name.c_str(), kFlags | O_NOATIME));
        if (!file && errno == EPERM) file = Fd(::openat(m_directory, name.c_str(), kFlags));
        if (!file) return failed("open source");
        return file;
    }

    bool isLinkTo(const std::string &target) const
    {
        std::string found(target.size() + 1, '\0');
        const ssize_t length = ::readlinkat(m_directory, m_leaf.c_str(), found.data(), found.size());
        return length >= 0 && std::string_view(found).substr(0, static_cast<std::size_t>(length)) == target;
    }

    /// Leaves the name free. Returns errno, 0 for done.
    int moveAside() const
    {
        const KeptTimes times(m_directory);
        if (::renameat2(m_directory, m_leaf.c_str(), m_directory, m_aside.c_str(), RENAME_NOREPLACE) == 0) return 0;
        if (errno != EINVAL && errno != ENOSYS) return errno;
        // The reserved name was free a moment ago and nobody else uses it.
        return ::renameat(m_directory, m_leaf.c_str(), m_directory, m_aside.c_str()) == 0 ? 0 : errno;
    }
    /// Leaves a link under the name, in one step. Returns errno; EINVAL or ENOSYS: this file system has no such step.
    int exchangeForLink(const std::string &target) const
    {
        const KeptTimes times(m_directory);
        if (::symlinkat(target.c_str(), m_directory, m_aside.c_str()) != 0) return errno;
        if (::renameat2(m_directory, m_aside.c_str(), m_directory, m_leaf.c_str(), RENAME_EXCHANGE) == 0) return 0;
        const int problem = errno;
        ::unlinkat(m_directory, m_aside.c_str(), 0);
        return problem;
    }
    int link(const std::string &target) const
    {
        const KeptTimes times(m_directory);
        return ::symlinkat(target.c_str(), m_directory, m_leaf.c_str()) == 0 ? 0 : errno;
    }
    int removeAside() const
    {
        const KeptTimes times(m_directory);
        return ::unlinkat(m_directory, m_aside.c_str(), 0) == 0 ? 0 : errno;
    }

    /// `replacing`: a link of ours has the name, and goes.
    Result<void> moveBack(bool replacing) const
    {
        const KeptTimes times(m_directory);
        const unsigned flags = replacing ? 0U : RENAME_NOREPLACE;
        if (::renameat2(m_directory, m_aside.c_str(), m_directory, m_leaf.c_str(), flags) == 0) return {};
        const bool lacksFlags = errno == EINVAL || errno == ENOSYS;
        if (lacksFlags && replacing && ::renameat(m_directory, m_aside.c_str(), m_directory, m_leaf.c_str()) == 0)
            return {};
        // A second name never takes the place of anything; NFS knows no other way to say so.
        if (lacksFlags && !replacing && ::linkat(m_directory, m_aside.c_str(), m_directory, m_leaf.c_str(), 0) == 0 &&
            removeAside() == 0)
            return {};
        if (errno == EEXIST) return changed("a new file took its name; the old one lies beside it as " + m_aside);
        return failed("give the source its name back");
    }

private:
    int m_directory;
    std::string m_leaf;
    std::string m_shown;
    std::string m_aside;
};

class LocalSetAside final : public storage::SetAside
{
public:
    LocalSetAside(Fd directory, Names names, ReleaseOrder order)
        : m_directory(std::move(directory))
        , m_names(std::move(names))
        , m_order(std::move(order))
    {}

    // ---- on the way in

    Result<void> begin()
    {
        CORE_TRY(const std::optional<struct stat> leftover, m_names.look(m_names.aside()));
        CORE_TRY(const std::optional<struct stat> source, m_names.look(m_names.leaf()));
        if (leftover && S_ISREG(leftover->st_mode)) return takeUp(*leftover, source.has_value());
        if (leftover && m_names.removeAside() != 0) return m_names.failed("remove prepared link");
        if (!source || (S_ISLNK(source->st_mode) && isLeftLink()))
            return fail(ErrorCode::NotFound, m_names.subject(), "is already gone");
        if (!S_ISREG(source->st_mode) || !sameButForChangeTime(signatureOf(*source), m_order.signature))
            return m_names.changed("changed since it was copied");
        if (m_order.leave == LeaveBehind::Pointer) CORE_CHECK(checkPointerName(m_directory.number(), m_names.leaf()));
        CORE_TRY(m_file, m_names.open(m_names.leaf()));
        CORE_CHECK(guard());
        CORE_CHECK(leaveName());
        return lookAside();
    }

    // ---- SetAside

    const storage::ObjectTraits &traits() const override { return m_traits; }
    bool isVouchedFor() const override { return m_vouched; }

    Result<std::unique_ptr<storage::Reader>> open() const override
    {
        CORE_TRY(Fd file, m_names.open(m_names.aside()));
        return LocalReader::create(std::move(file), m_names.shown());
    }

    Result<void> remove() override
    {
        CORE_TRY(const std::optional<struct stat> now, m_names.look(m_names.aside()));
        if (!now) return fail(ErrorCode::IoFailed, m_names.subject(), "vanished while it was set aside");
        if (signatureOf(*now) != m_aside) return m_names.changed("changed in the last moment");
        if (m_lease == Lease::Held && ::fcntl(m_file.number(), F_GETLEASE) != F_RDLCK)
            return m_names.changed("was opened for writing in the last moment");
        if (m_order.leave == LeaveBehind::Pointer)
            CORE_CHECK(writePointer(m_directory.number(), m_names.leaf(), m_names.aside(), m_traits, m_order.pointer));
        if (const int problem = m_names.removeAside(); problem != 0) {
            if (problem == EPERM) CORE_CHECK(checkMarks(m_directory, m_names.aside(), m_names.shown()));
            errno = problem;
            return m_names.failed("remove the source");
        }
        if (!m_linkComesLater) return {};
        if (const int problem = m_names.link(m_order.linkTarget); problem != 0 && problem != EEXIST) {
            errno = problem;
            return m_names.failed("leave a link behind");
        }
        return {};
    }

    Result<void> putBack() override { return m_names.moveBack(isLeftLink()); }

private:
    bool isLeftLink() const { return m_order.leave == LeaveBehind::Symlink && m_names.isLinkTo(m_order.linkTarget); }

    /// A crash stopped us when it was set aside already. What happened to it since nobody knows.
    Result<void> takeUp(const struct stat &leftover, bool nameIsTaken)
    {
        m_linkComesLater = m_order.leave == LeaveBehind::Symlink && !nameIsTaken;
        m_aside = signatureOf(leftover);
        CORE_TRY(m_file, m_names.open(m_names.aside()));
        m_lease = takeLease(m_file.number());
        if (m_lease == Lease::Writer) return giveUp("is open for writing");
        if (!sameButForChangeTime(m_aside, m_order.signature)) return giveUp("changed while it was set aside");
        return readTraits();
    }

    /// From here on nobody changes it unnoticed, where the system can see to that.
    Result<void> guard()
    {
        m_lease = takeLease(m_file.number());
        if (m_lease == Lease::Writer) return m_names.changed("is open for writing");
        struct stat held
        {};
        if (::fstat(m_file.number(), &held) != 0) return m_names.failed("look at source");
        const ObjectSignature found = signatureOf(held);
        if (!sameButForChangeTime(found, m_order.signature)) return m_names.changed("changed since it was copied");
        m_isOrdered = found == m_order.signature;
        if (held.st_nlink > 1)
            return fail(ErrorCode::Unsupported, m_names.subject(),
                        "has " + std::to_string(held.st_nlink) +
                            " names (hard links): removing one of them would free nothing");
        return readTraits();
    }

    Result<void> readTraits()
    {
        Fd again(::fcntl(m_file.number(), F_DUPFD_CLOEXEC, 0));
        if (!again) return m_names.failed("open source");
        CORE_TRY(const auto reader, LocalReader::create(std::move(again), m_names.shown()));
        m_traits = reader->traits();
        return {};
    }

    /// The name becomes free, or at the same moment the link where one is wanted.
    Result<void> leaveName()
    {
        int problem = EINVAL;
        if (m_order.leave == LeaveBehind::Symlink) {
            problem = m_names.exchangeForLink(m_order.linkTarget);
            m_linkComesLater = problem == EINVAL || problem == ENOSYS;
            if (problem != 0 && !m_linkComesLater) {
                if (problem == EPERM) CORE_CHECK(checkMarks(m_directory, m_names.leaf(), m_names.shown()));
                errno = problem;
                return m_names.failed("leave a link behind");
            }
        }
        if (problem != 0) problem = m_names.moveAside();
        if (problem == 0) return {};
        if (problem == EPERM) CORE_CHECK(checkMarks(m_directory, m_names.leaf(), m_names.shown()));
        errno = problem;
        return m_names.failed("set the source aside");
    }

    /// What left the name must be what was looked at: a file may have replaced it in between.
    Result<void> lookAside()
    {
        CORE_TRY(const std::optional<struct stat> aside, m_names.look(m_names.aside()));
        if (!aside) return fail(ErrorCode::IoFailed, m_names.subject(), "vanished while it was set aside");
        m_aside = signatureOf(*aside);
        if (!sameButForChangeTime(m_aside, m_order.signature)) return giveUp("changed in the last moment");
        // The rename set the change time to now, by the same clock: what lies between is the age of the last change.
        m_vouched = m_isOrdered && m_lease == Lease::Held && isPlainFileSystem(m_file.number()) &&
                    m_aside.changedNs - m_order.signature.changedNs > kSettledNs;
        return {};
    }

    /// Always an error: SourceChanged, or what kept it from getting its name back.
    Result<void> giveUp(const std::string &why)
    {
        if (auto back = putBack(); !back) {
            if (back.error().code != ErrorCode::SourceChanged) return back;
            return m_names.changed(why + "; " + back.error().detail);
        }
        return m_names.changed(why);
    }

    Fd m_directory;
    Names m_names;
    ReleaseOrder m_order;
    Fd m_file; ///< the source, whatever its name; holds the lease
    Lease m_lease = Lease::None;
    ObjectSignature m_aside; ///< as it was once it was set aside
    storage::ObjectTraits m_traits;
    bool m_isOrdered = false; ///< to the nanosecond of its change time
    bool m_vouched = false;
    bool m_linkComesLater = false;
};

} // namespace

Result<std::unique_ptr<storage::SetAside>> setFileAside(Fd directory, std::string leaf, std::string shown,
                                                        ReleaseOrder order)
{
    Names names(directory, std::move(leaf), std::move(shown), order.token);
    auto aside = std::make_unique<LocalSetAside>(std::move(directory), std::move(names), std::move(order));
    CORE_CHECK(aside->begin());
    return std::unique_ptr<storage::SetAside>(std::move(aside));
}

Result<void> undoSetAside(const Fd &directory, const std::string &leaf, std::string_view shown,
                          const std::string &token)
{
    const Names names(directory, leaf, std::string(shown), token);
    CORE_TRY(const std::optional<struct stat> leftover, names.look(names.aside()));
    if (!leftover) return {};
    if (!S_ISREG(leftover->st_mode))
        return names.removeAside() == 0 ? Result<void>() : names.failed("remove prepared link");
    // Only a link of ours can be where the source was: setFileAside() put it there in one step with taking the name.
    CORE_TRY(const std::optional<struct stat> named, names.look(names.leaf()));
    return names.moveBack(named && S_ISLNK(named->st_mode));
}

} // namespace greenward::adapters
