#pragma once

#include "core/storage/content_hash.h"
#include "core/storage/move_tools.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace greenward::storage {

/// Gives up the sources of switched objects, and none before the last look at its copy:
///
///  1. the intent is journalled; another batch that relies on the source has made it void by then;
///  2. the source is set aside: from here on a view of its own place cannot show it under its name any more;
///  3. the target, asked anew and by its own path, shows no mark of the source's;
///  4. it is flushed, unless it is the very copy that this run has flushed already;
///  5. it is opened and holds the verified bytes, read from the device: memory would also show what a failed flush
///     lost. Where the system cannot vouch for the source's content that is read again as well;
///  6. the source is removed. After any failure it gets its name back instead.
///
/// One thread, one use.
class MoveRelease final
{
public:
    /// One object. `record` is brought up to date; all outlive the release.
    struct Source
    {
        store::MoveRecord &record;
        const store::MoveRecord &before;          ///< as it came in: knows of earlier failures
        const std::optional<ObjectInfo> &arrived; ///< the copy as this run saw and flushed it; nothing: an earlier run
    };

    MoveRelease(MoveTools &tools, ContentHash &content);

    /// Those that are Switched and due, or were left Releasing by a crash. Failures of single objects are in the
    /// journal.
    Result<void> run(std::span<const Source> sources);
    /// Why the whole batch has to stop; nothing if it need not.
    const std::optional<Error> &stopped() const { return m_stop; }

private:
    struct Leaving
    {
        const Source *source = nullptr;
        std::unique_ptr<SetAside> aside; ///< nothing: gone already, or not to be set aside
        std::optional<Error> failure;    ///< nothing so far: the source goes
        bool isLastCopy = false;         ///< the target has lost its copy
        Driver *holder = nullptr;        ///< where its copy lies: the target, or where it went from there
        bool isFlushed = false;          ///< and read back, by this run
        bool isUnsettled = false;        ///< did not get its name back, or a power cut may yet take it
        std::string remark;
        std::optional<store::PlacementRecord> placement; ///< when readers must be sent back to the source
        std::optional<Catalogue::Put> found;             ///< the source, as it is there again
    };

    Result<void> intend(std::span<const Source> sources);
    void setAside(Leaving &leaving);
    void findCopy(Leaving &leaving);
    Result<void> findCopyAt(Driver &holder, Leaving &leaving);
    void flushCopies();
    void look(Leaving &leaving);
    Result<void> lookAtCopy(const Leaving &leaving);
    /// Where the object lies by now, when that is neither end of this move; nothing: where this move put it.
    Driver *movedOn(const store::MoveRecord &record) const;
    Result<void> lookAtSource(const Leaving &leaving);
    void finish(Leaving &leaving);
    void giveBack(Leaving &leaving);
    void placeBack(Leaving &leaving);
    void settleSources();
    Result<void> journal();

    MoveTools &m_tools;
    ContentHash &m_content;
    std::vector<Leaving> m_leaving;
    std::optional<Error> m_stop;
};

} // namespace greenward::storage
