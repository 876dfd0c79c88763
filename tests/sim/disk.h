#pragma once

#include "core/base/error.h"
#include "tests/sim/dice.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// A file system that exists only here, with what a power cut leaves of it kept beside what processes see.
//
// * Content, rights and times of a file are durable after flushFile(), and nothing else makes them so.
// * Names are durable after flushDirectory() of the directory they are in, and with them the directories above, as far
//   as they are new: so do the journals of ext4, xfs and btrfs. A rename is one step of the journal: after a power cut
//   it happened or it did not, in both directories.
// * On a disk that loses writes the flush of a file fails once: then memory and device differ, and the system takes
// what
//   is in memory for written.
// * A power cut keeps, of what was not flushed: nothing, or the journal up to some step, or any steps that make sense
//   without the others. A file that was never flushed may be empty, cut off or whole; one that was flushed before may
//   be as it was then.

namespace greenward::sim {

struct Rights
{
    std::uint32_t mode = 0600;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::vector<std::pair<std::string, std::string>> attributes;
    friend bool operator==(const Rights &, const Rights &) = default;
};

struct Content
{
    std::string bytes;
    Rights rights;
    std::int64_t modifiedNs = 0;
    std::int64_t accessedNs = 0;
};

enum class Kind { File, Directory, Symlink };

struct Node
{
    using Names = std::map<std::string, std::shared_ptr<Node>, std::less<>>;

    std::uint64_t inode = 0;
    Kind kind = Kind::File;
    Content now;                    ///< bytes of a symlink: where it leads
    std::optional<Content> durable; ///< nothing: never flushed
    std::int64_t changedNs = 0;
    int links = 0;
    bool madeByUser = false; ///< not by the engine
    bool isUnwritten =
        false; ///< a flush failed: only memory holds what is seen, and the next flush finds nothing to do
    Names names;
    Names durableNames;
};
using NodePtr = std::shared_ptr<Node>;

class Disk final
{
public:
    /// `stamp` tells a time in ns that no two calls share.
    Disk(std::string name, std::int64_t capacity, std::function<std::int64_t()> stamp);

    const std::string &name() const { return m_name; }
    const NodePtr &root() const { return m_root; }
    std::int64_t used() const;
    std::int64_t free() const { return capacity - used(); }

    // ---- what system calls do; refused on a read-only or full disk
    Result<NodePtr> create(const NodePtr &directory, const std::string &name, Kind kind, std::uint32_t mode);
    Result<void> link(const NodePtr &directory, const std::string &name, const NodePtr &node);
    Result<void> unlink(const NodePtr &directory, const std::string &name);
    /// In place of what is there, as rename(2).
    Result<void> rename(const NodePtr &from, const std::string &name, const NodePtr &to, const std::string &newName);
    Result<void> append(const NodePtr &file, std::string_view bytes);
    Result<void> setRights(const NodePtr &file, const Rights &rights);
    Result<void> setTimes(const NodePtr &file, std::int64_t modifiedNs, std::int64_t accessedNs);
    Result<void> flushFile(const NodePtr &file);
    /// What memory holds of a flushed file goes, so that what is seen is what the device took.
    void forgetInMemory(const NodePtr &file);
    void flushDirectory(const NodePtr &directory);

    // ---- what befalls a disk
    /// A user writes the whole file anew: same inode, and durable at once unless `flushed` is false.
    void overwrite(const NodePtr &file, std::string bytes, std::int64_t modifiedNs, bool flushed = true);
    /// Everything there is becomes durable, as after a quiet minute.
    void flushAll();
    void powerCut(Dice &dice);
    /// One bit of the content turns, with no trace in any time.
    void rot(const NodePtr &file, Dice &dice);

    /// Grows with every step that may take the last copy of something.
    std::uint64_t losses() const { return m_losses; }
    /// Each file that a power cut would leave right now, with its path.
    void eachDurable(const std::function<void(const std::string &path, const Content &content)> &visit) const;
    void eachVisible(const std::function<void(const std::string &path, const NodePtr &file)> &visit) const;

    std::int64_t capacity;
    bool readOnly = false;
    bool losesWrites = false; ///< the flush of a file fails, once

private:
    struct Step
    {
        NodePtr node;
        NodePtr from; ///< nothing: the name is new
        std::string name;
        NodePtr to; ///< nothing: the name goes
        std::string newName;
    };
    Result<void> mayWrite(std::int64_t more) const;
    void journal(Step step);
    static void replay(const Step &step);
    static bool dependsOn(const Step &later, const Step &earlier);
    void settle(Node &directory, Dice &dice);

    std::string m_name;
    std::function<std::int64_t()> m_stamp;
    NodePtr m_root;
    std::uint64_t m_lastInode = 1;
    std::uint64_t m_losses = 0;
    std::vector<Step> m_journal; ///< not durable yet
};

} // namespace greenward::sim
