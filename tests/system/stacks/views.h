#pragma once

#include <deque>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

namespace greenward::tests::stacks {

/// One directory shown elsewhere, or several as one.
struct View
{
    enum class Kind { Bind, Overlay, Mergerfs, Bindfs };

    Kind kind = Kind::Bind;
    std::vector<std::filesystem::path> below; ///< Overlay: lower, upper, work; Mergerfs: its branches; else one
    std::filesystem::path at;
    std::string options; ///< as for mount -o; empty: the defaults
    pid_t daemon = 0;    ///< of a FUSE file system
    bool isMounted = false;
};
std::string viewName(View::Kind kind);

/// The views of a round, in the order in which they were mounted. Unmounts them all when it goes.
class Views final
{
public:
    Views() = default;
    ~Views();
    Views(const Views &) = delete;
    Views &operator=(const Views &) = delete;

    /// Makes what directories are missing and mounts. The answer stays valid.
    View &add(View view);
    void unmountAll();
    /// Those that are not.
    void mountAll();
    /// At once, even while in use; who has it open keeps it.
    void unmount(View &view);
    void mount(View &view);
    /// The topmost one that is mounted at `path`, or nothing.
    View *at(const std::filesystem::path &path);
    bool isEmpty() const { return m_views.empty(); }

private:
    std::deque<View> m_views;
};

} // namespace greenward::tests::stacks
