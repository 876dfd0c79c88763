#pragma once

#include "tests/sim/place.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greenward::sim {

/// What users have stored, by a record of its own: every content they wrote is unlike any other, and is owed to them
/// until they overwrite or delete it themselves. Knows nothing of the engine.
class Estate final
{
public:
    struct Version
    {
        std::string key; ///< where its user looks for it, below the root of some backend
        Rights rights;
        bool isOwed = true;
        std::uint32_t givenMode = 0; ///< to copies, by its user: such a copy may be moved as well
    };

    /// The name is free and nothing stands in the way, else nothing happens.
    bool create(Tree &tree, const std::string &key, std::string bytes, const Rights &rights, std::int64_t modifiedNs);
    /// Writes new content into an existing file; what it held is owed no more.
    bool overwrite(Tree &tree, const std::string &key, std::string bytes, std::int64_t modifiedNs);
    bool remove(Tree &tree, const std::string &key);
    /// A copy of what `from` holds, made by its user with whatever rights and not necessarily flushed.
    bool copy(const Tree &from, Tree &to, const std::string &key, const std::optional<Rights> &rights, bool flushed);
    /// Turns a bit in one of at least two sound copies; nothing when there is no such object.
    bool rot(const std::vector<Disk *> &disks, Dice &dice);

    /// What is owed and not safe: each needs one copy with its rights that a power cut would leave. Empty: all is well.
    std::string lost(const std::vector<Disk *> &disks) const;
    /// At rest, each is also found where users look: under its key, in one of these trees.
    std::string notFound(const std::vector<const View *> &views) const;
    /// A file that the engine made and that more people may read than could before.
    std::string widened(const std::vector<const View *> &views) const;

    /// For a trace: which content, its mode and owner.
    static std::string describe(const Content &content);

    std::size_t owed() const;

private:
    std::map<std::string, Version, std::less<>> m_versions; ///< by content
};

} // namespace greenward::sim
