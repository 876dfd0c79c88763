#include "tests/system/stacks/look.h"

#include <openssl/evp.h>

#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace greenward::tests::stacks {
namespace {

namespace fs = std::filesystem;

class Sha256
{
public:
    Sha256() { EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr); }
    void add(const char *bytes, std::size_t count) { EVP_DigestUpdate(m_context.get(), bytes, count); }
    std::string hex()
    {
        std::array<unsigned char, 32> digest{};
        EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr);
        std::string text;
        for (const unsigned char byte : digest) {
            std::array<char, 3> two{};
            std::snprintf(two.data(), two.size(), "%02x", unsigned{byte});
            text += two.data();
        }
        return text;
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor()
    {
        if (m_number >= 0) ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

bool counts(const std::string &attribute)
{
    return attribute.starts_with("user.") || attribute == "system.posix_acl_access" ||
           attribute == "security.capability";
}

std::map<std::string, std::string> attributesOf(int file)
{
    std::map<std::string, std::string> attributes;
    std::array<char, 65536> names{};
    const ssize_t length = ::flistxattr(file, names.data(), names.size());
    for (ssize_t at = 0; at < length;) {
        const std::string name(&names[static_cast<std::size_t>(at)]);
        at += static_cast<ssize_t>(name.size()) + 1;
        if (!counts(name)) continue;
        std::string value(65536, '\0');
        const ssize_t size = ::fgetxattr(file, name.c_str(), value.data(), value.size());
        if (size < 0) continue;
        value.resize(static_cast<std::size_t>(size));
        attributes[name] = value;
    }
    return attributes;
}

void say(std::string &words, const std::string &what)
{
    words += (words.empty() ? "" : ", ") + what;
}

std::string octal(unsigned mode)
{
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04o", mode);
    return text.data();
}

struct User
{
    unsigned uid;
    unsigned gid;
    std::vector<gid_t> groups;
};
const std::vector<User> kUsers{
    {1001, 1001, {}}, {1002, 2001, {}}, {1003, 1003, {}}, {1003, 1003, {2001}}, {65534, 65534, {}}};

/// In a child that is nobody but `user`: one letter for each path, 'y' where it could be read.
std::string whatUserReads(const User &user, const std::vector<fs::path> &paths)
{
    std::array<int, 2> channel{};
    if (::pipe2(channel.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        if (::setgroups(user.groups.size(), user.groups.data()) != 0 ||
            ::setresgid(user.gid, user.gid, user.gid) != 0 || ::setresuid(user.uid, user.uid, user.uid) != 0)
            ::_exit(1);
        for (const fs::path &path : paths) {
            const int file = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
            const char letter = file >= 0 ? 'y' : 'n';
            if (file >= 0) ::close(file);
            if (::write(channel[1], &letter, 1) != 1) ::_exit(1);
        }
        ::_exit(0);
    }
    ::close(channel[1]);
    const Descriptor answer(channel[0]);
    std::string letters;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = ::read(answer.number(), buffer.data(), buffer.size())) > 0;)
        letters.append(buffer.data(), static_cast<std::size_t>(got));
    ::waitpid(child, nullptr, 0);
    if (letters.size() != paths.size()) throw std::runtime_error("cannot look as another user");
    return letters;
}

} // namespace

bool thereAreOthers()
{
    std::ifstream map("/proc/self/uid_map");
    std::uint64_t first = 0;
    std::uint64_t outside = 0;
    std::uint64_t count = 0;
    map >> first >> outside >> count;
    return ::geteuid() == 0 && count > 65535;
}

std::string sha256Of(const std::string &bytes)
{
    Sha256 digest;
    digest.add(bytes.data(), bytes.size());
    return digest.hex();
}

std::optional<Found> lookAt(const fs::path &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOATIME | O_CLOEXEC));
    struct stat status
    {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    Found found;
    Sha256 digest;
    static std::vector<char> buffer(1 << 20);
    for (;;) {
        const ssize_t got = ::read(file.number(), buffer.data(), buffer.size());
        if (got < 0) return std::nullopt;
        if (got == 0) break;
        digest.add(buffer.data(), static_cast<std::size_t>(got));
    }
    found.sha256 = digest.hex();
    found.size = status.st_size;
    found.allocated = std::int64_t{status.st_blocks} * 512;
    found.links = status.st_nlink;
    found.rights = {status.st_mode & 07777U, status.st_uid, status.st_gid,
                    std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec,
                    attributesOf(file.number())};
    return found;
}

std::string difference(const Rights &before, const Rights &after)
{
    std::string words;
    if (before.mode != after.mode) say(words, "mode " + octal(before.mode) + " -> " + octal(after.mode));
    if (before.uid != after.uid || before.gid != after.gid)
        say(words, "owner " + std::to_string(before.uid) + ":" + std::to_string(before.gid) + " -> " +
                       std::to_string(after.uid) + ":" + std::to_string(after.gid));
    if (before.modifiedNs != after.modifiedNs)
        say(words, "time " + std::to_string(before.modifiedNs) + " -> " + std::to_string(after.modifiedNs));
    for (const auto &[name, value] : before.attributes) {
        const auto at = after.attributes.find(name);
        if (at == after.attributes.end())
            say(words, name + " is gone");
        else if (at->second != value)
            say(words, name + " has another value");
    }
    for (const auto &[name, value] : after.attributes)
        if (!before.attributes.contains(name)) say(words, name + " is new");
    return words;
}

std::vector<std::set<int>> readersOf(const std::vector<fs::path> &paths)
{
    std::vector<std::set<int>> readers(paths.size());
    if (!thereAreOthers()) return readers;
    for (std::size_t user = 0; user < kUsers.size(); ++user) {
        const std::string letters = whatUserReads(kUsers[user], paths);
        for (std::size_t i = 0; i < paths.size(); ++i)
            if (letters[i] == 'y') readers[i].insert(static_cast<int>(user));
    }
    return readers;
}

std::vector<std::string> filesBelow(const fs::path &root)
{
    std::vector<std::string> files;
    std::error_code failure;
    fs::recursive_directory_iterator at(root, failure);
    for (const fs::recursive_directory_iterator end; !failure && at != end; at.increment(failure))
        if (at->symlink_status(failure).type() == fs::file_type::regular)
            files.push_back(at->path().string().substr(root.string().size() + 1));
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace greenward::tests::stacks
