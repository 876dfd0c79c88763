#include "tests/system/stacks/objects.h"

#include "tests/support/access_list.h"

#include "tests/support/hostile_names.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <system_error>

namespace greenward::tests::stacks {
namespace {

namespace fs = std::filesystem;
using Descriptor = int;

constexpr std::int64_t kDay = 86'400;

[[noreturn]] void failed(const std::string &doing)
{
    throw std::system_error(errno, std::generic_category(), doing);
}

void put(int file, const std::string &bytes, off_t at)
{
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t wrote = ::pwrite(file, bytes.data() + done, bytes.size() - done, at + static_cast<off_t>(done));
        if (wrote <= 0) failed("write object");
        done += static_cast<std::size_t>(wrote);
    }
}

std::string noise(std::size_t size, Dice &dice)
{
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; i += 8) {
        const std::uint64_t word = dice.bits();
        std::memcpy(&bytes[i], &word, std::min<std::size_t>(8, size - i));
    }
    return bytes;
}

/// Its owner's, a named user's, the group's, a named group's, the mask, others'.
std::string listOf(unsigned user, unsigned group, unsigned mask, unsigned other)
{
    const auto may = [](unsigned permissions) {
        return static_cast<std::uint16_t>(permissions);
    };
    return accessList({{kUserObject, 6},
                       {kUser, may(user), 1003},
                       {kGroupObject, 4},
                       {kGroup, may(group), 2001},
                       {kMask, may(mask)},
                       {kOther, may(other)}});
}

/// cap_net_bind_service=ep, in the form that belongs to no user namespace.
std::string capability()
{
    const std::array<std::uint32_t, 5> words{0x02000001, 1U << 10U, 0, 0, 0};
    return {reinterpret_cast<const char *>(words.data()), sizeof words};
}

void setFlag(const fs::path &path, long flag, bool on)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) return;
    int flags = 0;
    if (::ioctl(file, FS_IOC_GETFLAGS, &flags) == 0) {
        const int wanted = on ? flags | static_cast<int>(flag) : flags & ~static_cast<int>(flag);
        if (wanted != flags) ::ioctl(file, FS_IOC_SETFLAGS, &wanted);
    }
    ::close(file);
}

std::string leafName(Dice &dice, std::size_t number)
{
    static const std::vector<std::string> hostile = hostileNames();
    const std::string plain = "object " + std::to_string(number);
    switch (dice.roll(4)) {
    case 0:
        return plain;
    case 1:
        return std::string(dice.pick(std::vector<std::size_t>{254, 255, 245}) - plain.size(), 'x') + plain;
    case 2: // two that look alike
        return (dice.oneIn(2) ? "caf\xC3\xA9 " : "cafe\xCC\x81 ") + std::to_string(number);
    default:
        return dice.pick(hostile);
    }
}

/// What a directory on the way may be like. A default access list is what its new files inherit.
void dressDirectory(const fs::path &path, Dice &dice)
{
    const unsigned mode = dice.pick(std::vector<unsigned>{0755, 0755, 0700, 0711, 02775, 01777, 0750});
    if (::chown(path.c_str(), static_cast<uid_t>(dice.pick(std::vector<unsigned>{0, 1001, 1002})), 0) != 0)
        errno = 0; // in a user namespace there is nobody else
    ::chmod(path.c_str(), mode);
    if (dice.oneIn(3)) {
        const std::string list = listOf(7, 5, 7, dice.oneIn(2) ? 5 : 0);
        ::setxattr(path.c_str(), "system.posix_acl_default", list.data(), list.size(), 0);
    }
}

void writeContent(int file, Object &object, Dice &dice, bool huge)
{
    const std::size_t size = dice.pick(
        std::vector<std::size_t>{0, 1, 4095, 4096, 4097, 20'000, 65'536, 100'000, 150'000, 1'000'003, 3'000'000});
    if (!huge && !dice.oneIn(7)) {
        const std::string bytes = noise(size, dice);
        put(file, bytes, 0);
        object.contents = {sha256Of(bytes)};
        object.what = std::to_string(size) + " bytes";
        return;
    }
    // Holes, with islands of data in them.
    const off_t length = huge ? off_t{1} << 30 : off_t{16} << 20;
    const std::string island = noise(8192, dice);
    for (int i = 0; i < 3; ++i)
        put(file, island, static_cast<off_t>(dice.roll(static_cast<std::size_t>(length - 8192)) & ~4095UL));
    if (::ftruncate(file, length) != 0) failed("make a hole");
    object.isSparse = true;
    object.what = "sparse " + std::to_string(length >> 20) + " MiB";
}

void dressFile(int file, Object &object, Dice &dice)
{
    const auto [uid, gid] =
        dice.pick(std::vector<std::pair<unsigned, unsigned>>{{0, 0}, {1001, 1001}, {1002, 2001}, {1001, 2001}});
    if (::fchown(file, uid, gid) != 0) errno = 0;
    const unsigned mode = dice.pick(std::vector<unsigned>{0644, 0600, 0640, 0000, 0444, 0755, 04755, 06711, 02755,
                                                          01666, 07777, static_cast<unsigned>(dice.roll(010000))});
    ::fchmod(file, mode);
    const auto attribute = [&](const char *name, const std::string &value) {
        if (::fsetxattr(file, name, value.data(), value.size(), 0) == 0) object.what += std::string(", ") + name;
    };
    if (dice.oneIn(4))
        attribute("system.posix_acl_access", listOf(static_cast<unsigned>(dice.roll(8)), 4, 6, dice.oneIn(2) ? 4 : 0));
    if (dice.oneIn(4)) attribute("user.note", noise(40, dice));
    if (dice.oneIn(8)) attribute("user.large", noise(dice.oneIn(2) ? 3'000 : 20'000, dice));
    if (dice.oneIn(8)) attribute("security.capability", capability());
    const std::int64_t now = ::time(nullptr);
    std::int64_t second = now - 60 * kDay;
    switch (dice.roll(10)) {
    case 0:
        second = 1; // 1970
        break;
    case 1:
        second = -3 * kDay;
        break;
    case 2:
        second = dice.oneIn(2) ? now + 30 * kDay : now + 75L * 365 * kDay;
        object.isYoung = true;
        object.what += ", from the future";
        break;
    default:
        break;
    }
    const timespec then{second, static_cast<long>(dice.roll(1'000'000'000))};
    const std::array<timespec, 2> times{then, then};
    if (::futimens(file, times.data()) != 0) failed("set times");
}

} // namespace

std::vector<Object> plantObjects(const fs::path &root, Dice &dice, bool hugeToo)
{
    std::vector<fs::path> directories{"acme"};
    for (const std::string name : {"deep", "deep/er\nmost", "-other"})
        if (dice.oneIn(2)) directories.push_back(fs::path("acme") / name);
    std::vector<Object> objects;
    for (const fs::path &directory : directories)
        fs::create_directories(root / directory);
    for (const fs::path &directory : directories)
        dressDirectory(root / directory, dice);
    const std::size_t count = 4 + dice.roll(8);
    for (std::size_t i = 0; i < count; ++i) {
        Object object;
        object.key = (dice.pick(directories) / leafName(dice, i)).string();
        const fs::path path = root / object.key;
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (file < 0) continue; // the name is taken, or too long for this file system
        writeContent(file, object, dice, hugeToo && i == 0);
        dressFile(file, object, dice);
        ::close(file);
        if (object.contents.empty()) {
            const auto found = lookAt(path);
            if (!found) failed("read back " + object.key);
            object.contents = {found->sha256};
        }
        if (dice.oneIn(10)) {
            const fs::path other =
                dice.oneIn(2) ? path.parent_path() / ("link " + std::to_string(i)) : root / "outside";
            object.hasLinks = ::link(path.c_str(), other.c_str()) == 0;
            if (object.hasLinks) object.what += ", hard link";
        }
        if (dice.oneIn(12)) {
            setFlag(path, dice.oneIn(2) ? FS_IMMUTABLE_FL : FS_APPEND_FL, true);
            object.isLocked = true;
            object.what += ", locked";
        }
        if (dice.oneIn(8)) fs::create_symlink(path.filename(), path.parent_path() / ("symlink " + std::to_string(i)));
        objects.push_back(std::move(object));
    }
    return objects;
}

namespace {

/// Those of `key` that are missing; `asPrivate`: as open as they are at `root`, else as `mkdir -p` makes them.
void makeDirectories(const fs::path &root, const fs::path &target, const fs::path &key, bool asPrivate)
{
    fs::path way;
    for (const fs::path &name : key.parent_path()) {
        way /= name;
        struct stat status
        {};
        if (::mkdir((target / way).c_str(), 0755) != 0 || !asPrivate || ::stat((root / way).c_str(), &status) != 0)
            continue;
        if (::chown((target / way).c_str(), status.st_uid, status.st_gid) != 0) errno = 0;
        ::chmod((target / way).c_str(), status.st_mode & 07777U);
    }
}

} // namespace

void plantTwins(const fs::path &root, const fs::path &target, std::vector<Object> &objects, Dice &dice)
{
    const bool asPrivate = !dice.oneIn(4); // else most moves into them are refused, and little else is seen
    for (Object &object : objects) {
        if (!dice.oneIn(4) || object.isSparse) continue;
        const fs::path path = target / object.key;
        makeDirectories(root, target, object.key, asPrivate);
        const int from = ::open((root / object.key).c_str(), O_RDONLY | O_CLOEXEC);
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        struct stat status
        {};
        if (from >= 0 && file >= 0 && ::fstat(from, &status) == 0) {
            std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
            if (::pread(from, bytes.data(), bytes.size(), 0) != status.st_size) failed("read object");
            const std::size_t kind = dice.roll(4);
            if (kind == 2) bytes = noise(bytes.size(), dice);
            if (kind == 3) bytes += "more";
            put(file, bytes, 0);
            if (::fchown(file, status.st_uid, status.st_gid) != 0) errno = 0;
            ::fchmod(file, kind == 1 ? 0666 : status.st_mode & 07777U);
            const std::array<timespec, 2> times{status.st_mtim, status.st_mtim};
            ::futimens(file, times.data());
            object.hasTwin = true;
            object.what += std::array{", twin", ", twin with wider rights", ", twin with other bytes",
                                      ", twin of another size"}[kind];
        }
        if (from >= 0) ::close(from);
        if (file >= 0) ::close(file);
    }
}

void changeObject(const fs::path &root, Object &object, Dice &dice)
{
    const fs::path path = root / object.key;
    const bool inPlace = dice.oneIn(2);
    struct stat before
    {};
    if (::lstat(path.c_str(), &before) != 0 || !S_ISREG(before.st_mode)) return;
    const fs::path draft = root / "acme" / ".draft of the user";
    const std::string bytes = noise(static_cast<std::size_t>(std::min<off_t>(before.st_size, 3'000'000)), dice);
    if (bytes.empty()) return;
    const int file = inPlace ? ::open(path.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC)
                             : ::open(draft.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, before.st_mode & 0777U);
    if (file < 0) return;
    const std::vector<std::string> old = object.contents;
    try {
        if (!inPlace && ::ftruncate(file, before.st_size) != 0) failed("size the draft");
        put(file, bytes, 0);
        const std::array<timespec, 2> times{before.st_atim, before.st_mtim};
        if (::futimens(file, times.data()) != 0 || ::fsync(file) != 0) failed("flush the change");
        if (!inPlace && ::rename(draft.c_str(), path.c_str()) != 0) failed("name the draft");
        // Once more by its name: that of a directory some user-space file systems take for done and do nothing.
        if (!inPlace && ::fsync(file) != 0) failed("flush the name");
        const int directory = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const bool flushed = directory >= 0 && ::fsync(directory) == 0;
        ::close(directory);
        struct stat held
        {};
        struct stat named
        {};
        const bool isThere = ::fstat(file, &held) == 0 && ::lstat(path.c_str(), &named) == 0 &&
                             (held.st_ino == named.st_ino || !inPlace);
        const auto now = lookAt(path);
        object.isChanged = true;
        object.what += inPlace ? ", changed in place" : ", replaced";
        if (flushed && isThere && now)
            object.contents = {now->sha256};
        else // moved away under the user's hands: what was there before is as good
            object.contents.push_back(now ? now->sha256 : sha256Of(bytes));
    } catch (const std::system_error &) { // the power went: either may be there
        object.isChanged = true;
        object.what += ", half changed";
        object.contents = {};
    }
    ::close(file);
    ::unlink(draft.c_str());
}

void unlockAll(const fs::path &root)
{
    for (const std::string &file : filesBelow(root)) {
        setFlag(root / file, FS_IMMUTABLE_FL, false);
        setFlag(root / file, FS_APPEND_FL, false);
    }
}

} // namespace greenward::tests::stacks
