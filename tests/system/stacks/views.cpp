#include "tests/system/stacks/views.h"

#include "tests/support/program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace greenward::tests::stacks {
namespace {

namespace fs = std::filesystem;
using std::chrono_literals::operator""s;

[[noreturn]] void failed(const std::string &doing)
{
    throw std::system_error(errno, std::generic_category(), doing);
}

dev_t deviceOf(const fs::path &path)
{
    struct stat status
    {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_dev : 0;
}

/// Starts a FUSE daemon that ends when this process does, so that nothing stays mounted whatever happens.
pid_t startDaemon(std::vector<std::string> command)
{
    std::vector<char *> words;
    for (std::string &word : command)
        words.push_back(word.data());
    words.push_back(nullptr);
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) ::_exit(127);
        const int nothing = ::open("/dev/null", O_RDWR);
        for (const int fd : {0, 1, 2})
            ::dup2(nothing, fd);
        ::umask(0);
        ::execv(words[0], words.data());
        ::_exit(127);
    }
    return child;
}

/// Until something else is mounted at `path`: the kernel tells of every change of its table.
void waitForMount(const fs::path &path, dev_t before, pid_t daemon)
{
    const int table = ::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    std::array<char, 65536> text{};
    for (int turn = 0; turn < 200 && deviceOf(path) == before; ++turn) {
        while (::read(table, text.data(), text.size()) > 0) {
        } // what was read is known
        ::lseek(table, 0, SEEK_SET);
        if (deviceOf(path) != before) break;
        pollfd wait{table, POLLPRI, 0};
        ::poll(&wait, 1, 50);
        if (::waitpid(daemon, nullptr, WNOHANG) == daemon) break;
    }
    ::close(table);
    if (deviceOf(path) == before) throw std::runtime_error("nothing was mounted at " + path.string());
}

std::vector<std::string> daemonCommand(const View &view)
{
    const bool union_ = view.kind == View::Kind::Mergerfs;
    std::string below;
    for (const fs::path &branch : view.below)
        below += (below.empty() ? "" : ":") + branch.string();
    std::vector<std::string> command{union_ ? "/usr/bin/mergerfs" : "/usr/bin/bindfs", "-f"};
    // The disks are small, and others than root may look.
    const std::string always = union_ ? "allow_other,minfreespace=1M" : "";
    const std::string options = always + (always.empty() || view.options.empty() ? "" : ",") + view.options;
    if (!options.empty()) command.insert(command.end(), {"-o", options});
    command.insert(command.end(), {below, view.at.string()});
    return command;
}

void waitForEnd(pid_t daemon)
{
    if (!endsWithin(daemon, 1s)) ::kill(daemon, SIGKILL);
    ::waitpid(daemon, nullptr, 0);
}

} // namespace

std::string viewName(View::Kind kind)
{
    switch (kind) {
    case View::Kind::Bind:
        return "bind";
    case View::Kind::Overlay:
        return "overlay";
    case View::Kind::Mergerfs:
        return "mergerfs";
    case View::Kind::Bindfs:
        return "bindfs";
    }
    return "?";
}

Views::~Views()
{
    unmountAll();
}

View &Views::add(View view)
{
    for (const fs::path &below : view.below)
        fs::create_directories(below);
    fs::create_directories(view.at);
    m_views.push_back(std::move(view));
    try {
        mount(m_views.back());
    } catch (...) { // it cannot be had, now or later
        m_views.pop_back();
        throw;
    }
    return m_views.back();
}

void Views::mount(View &view)
{
    if (view.isMounted) return;
    const dev_t before = deviceOf(view.at);
    switch (view.kind) {
    case View::Kind::Bind:
        if (::mount(view.below.at(0).c_str(), view.at.c_str(), nullptr, MS_BIND, nullptr) != 0)
            failed("bind " + view.at.string());
        break;
    case View::Kind::Overlay: {
        const std::string options = "lowerdir=" + view.below.at(0).string() + ",upperdir=" + view.below.at(1).string() +
                                    ",workdir=" + view.below.at(2).string() +
                                    (view.options.empty() ? "" : "," + view.options);
        if (::mount("overlay", view.at.c_str(), "overlay", 0, options.c_str()) != 0) failed("overlay with " + options);
        break;
    }
    case View::Kind::Mergerfs:
    case View::Kind::Bindfs:
        view.daemon = startDaemon(daemonCommand(view));
        waitForMount(view.at, before, view.daemon);
        break;
    }
    view.isMounted = true;
}

void Views::unmount(View &view)
{
    if (!view.isMounted) return;
    if (::umount2(view.at.c_str(), 0) != 0) ::umount2(view.at.c_str(), MNT_DETACH);
    view.isMounted = false;
    if (view.daemon > 0) waitForEnd(std::exchange(view.daemon, 0));
}

void Views::unmountAll()
{
    for (auto view = m_views.rbegin(); view != m_views.rend(); ++view)
        unmount(*view);
}

void Views::mountAll()
{
    for (View &view : m_views)
        mount(view);
}

View *Views::at(const fs::path &path)
{
    for (auto view = m_views.rbegin(); view != m_views.rend(); ++view)
        if (view->isMounted && view->at == path) return &*view;
    return nullptr;
}

} // namespace greenward::tests::stacks
