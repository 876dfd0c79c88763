#pragma once

#include <functional>
#include <optional>
#include <string>

namespace greenward::tests {

/// Runs `work` in a forked child and waits. Nothing if it returned an empty text, else that text, or the signal it
/// died of ("signal 9"). Call it while this process has one thread.
std::optional<std::string> inChild(const std::function<std::string()> &work);

/// Gives up root for good: uid and gid 65534. True also when the process was never root.
bool becomeNobody();

/// In a child: leaves for a mount namespace of its own, by root's right or through a user namespace, so that nobody
/// else sees what is mounted. False when the system does not let it.
bool leaveMountNamespace();

/// In a child: mounts a tmpfs of `bytes` at `directory` that only this process sees. False when the system does not
/// let it.
bool mountPrivately(const std::string &directory, long bytes, bool noatime);

} // namespace greenward::tests
