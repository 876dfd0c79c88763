#include "tests/support/mounts.h"

#include "tests/support/child.h"
#include "tests/support/program.h"

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <sys/mount.h>
#include <system_error>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;

void must(int answer, const std::string &doing)
{
    if (answer != 0) throw std::runtime_error(doing + ": " + std::generic_category().message(errno));
}

} // namespace

Mounts::Mounts()
{
    if (!leaveMountNamespace()) throw std::runtime_error("no mount namespace of its own");
}

Mounts::~Mounts()
{
    for (auto at = m_at.rbegin(); at != m_at.rend(); ++at)
        umount2(at->c_str(), MNT_DETACH);
}

void Mounts::tmpfs(const fs::path &at)
{
    fs::create_directories(at);
    must(mount("tmpfs", at.c_str(), "tmpfs", 0, "size=16m,mode=0755"), "tmpfs at " + at.string());
    m_at.push_back(at);
}

void Mounts::bind(const fs::path &from, const fs::path &at)
{
    fs::create_directories(at);
    must(mount(from.c_str(), at.c_str(), nullptr, MS_BIND, nullptr), "bind at " + at.string());
    m_at.push_back(at);
}

void Mounts::overlay(const fs::path &lower, const fs::path &upper, const fs::path &work, const fs::path &at)
{
    fs::create_directories(at);
    const std::string options =
        "lowerdir=" + lower.string() + ",upperdir=" + upper.string() + ",workdir=" + work.string();
    must(mount("overlay", at.c_str(), "overlay", 0, options.c_str()), "overlay at " + at.string());
    m_at.push_back(at);
}

void Mounts::bindfs(const fs::path &from, const fs::path &at)
{
    run({"/usr/bin/bindfs", from, at}, at);
}

void Mounts::mergerfs(const std::vector<fs::path> &branches, const fs::path &at)
{
    std::string joined;
    for (const fs::path &branch : branches)
        joined += (joined.empty() ? "" : ":") + branch.string();
    run({"/usr/bin/mergerfs", "-o", "category.create=ff", joined, at}, at);
}

void Mounts::makeReadOnly(const fs::path &at)
{
    must(mount(nullptr, at.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr), "read-only " + at.string());
}

void Mounts::detach(const fs::path &at)
{
    must(umount2(at.c_str(), MNT_DETACH), "unmount " + at.string());
    m_at.erase(std::find(m_at.begin(), m_at.end(), at));
}

void Mounts::run(const std::vector<std::string> &command, const fs::path &at)
{
    fs::create_directories(at);
    const Finished finished = runProgram(command);
    if (finished.exitCode != 0) throw std::runtime_error(command.front() + ": " + finished.err);
    m_at.push_back(at);
}

} // namespace greenward::tests
