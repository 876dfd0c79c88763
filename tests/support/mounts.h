#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace greenward::tests {

/// Mounts of a child process (see inChild), taken away again when this goes. Made, it leaves for a mount namespace of
/// its own. Every failure is a std::runtime_error that says which mount.
class Mounts final
{
public:
    Mounts();
    ~Mounts();
    Mounts(const Mounts &) = delete;
    Mounts &operator=(const Mounts &) = delete;

    /// Each makes the directory it mounts on.
    void tmpfs(const std::filesystem::path &at);
    void bind(const std::filesystem::path &from, const std::filesystem::path &at);
    /// `work`: an empty directory beside `upper`, on the same file system.
    void overlay(const std::filesystem::path &lower, const std::filesystem::path &upper,
                 const std::filesystem::path &work, const std::filesystem::path &at);
    void bindfs(const std::filesystem::path &from, const std::filesystem::path &at);
    /// New files go to the first branch.
    void mergerfs(const std::vector<std::filesystem::path> &branches, const std::filesystem::path &at);
    void makeReadOnly(const std::filesystem::path &at);
    /// At once, also while it is in use.
    void detach(const std::filesystem::path &at);

private:
    void run(const std::vector<std::string> &command, const std::filesystem::path &at);
    std::vector<std::filesystem::path> m_at;
};

} // namespace greenward::tests
