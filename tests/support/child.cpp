#include "tests/support/child.h"

#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <stdexcept>

namespace greenward::tests {
namespace {

bool writeText(const char *path, const std::string &text)
{
    std::ofstream file(path);
    file << text;
    return static_cast<bool>(file.flush());
}

bool leaveMounts()
{
    if (unshare(CLONE_NEWNS) == 0) return true;
    const std::string uid = std::to_string(getuid());
    const std::string gid = std::to_string(getgid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && writeText("/proc/self/setgroups", "deny") &&
           writeText("/proc/self/uid_map", "0 " + uid + " 1") && writeText("/proc/self/gid_map", "0 " + gid + " 1");
}

} // namespace

bool leaveMountNamespace()
{
    return leaveMounts() && mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

std::optional<std::string> inChild(const std::function<std::string()> &work)
{
    std::array<int, 2> channel{};
    if (pipe2(channel.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("fork");
    if (child == 0) {
        std::string said;
        try {
            said = work();
        } catch (const std::exception &error) {
            said = error.what();
        }
        if (write(channel[1], said.data(), said.size()) != static_cast<ssize_t>(said.size())) _exit(2);
        _exit(0);
    }
    close(channel[1]);
    std::string said;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = read(channel[0], buffer.data(), buffer.size())) > 0;)
        said.append(buffer.data(), static_cast<std::size_t>(got));
    close(channel[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status));
    if (WEXITSTATUS(status) != 0) return "exit " + std::to_string(WEXITSTATUS(status));
    return said.empty() ? std::nullopt : std::optional(said);
}

bool becomeNobody()
{
    if (getuid() != 0) return true;
    constexpr unsigned kNobody = 65534;
    return setgroups(0, nullptr) == 0 && setresgid(kNobody, kNobody, kNobody) == 0 &&
           setresuid(kNobody, kNobody, kNobody) == 0;
}

bool mountPrivately(const std::string &directory, long bytes, bool noatime)
{
    if (!leaveMountNamespace()) return false;
    const std::string options = "size=" + std::to_string(bytes) + ",mode=0777";
    return mount("tmpfs", directory.c_str(), "tmpfs", noatime ? static_cast<unsigned long>(MS_NOATIME) : 0UL,
                 options.c_str()) == 0;
}

} // namespace greenward::tests
