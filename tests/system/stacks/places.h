#pragma once

#include "tests/system/stacks/dice.h"
#include "tests/system/stacks/views.h"
#include "tests/system/stacks/volume.h"

#include <functional>
#include <map>

namespace greenward::tests::stacks {

/// What a backend of a round is registered with.
struct Place
{
    std::string id;
    std::filesystem::path path;
    std::filesystem::path below;                 ///< what is put here can be seen at `path`
    std::vector<std::filesystem::path> branches; ///< the plain directories it is made of, where rights are enforced
    std::string words;                           ///< "bindfs of mergerfs of ext4, xfs"
};

/// How the second place of a pair stands to the first.
enum class Relation {
    Apart,    ///< two places
    View,     ///< the second shows the first
    Viewed,   ///< the first shows the second
    LateView, ///< two places when they are registered; later the second takes in the first
};
std::string relationName(Relation relation);

/// The file systems that all rounds share: made once, emptied between the rounds.
class Ground final
{
public:
    /// With `disks` ext4 and xfs, which takes root and loop devices; else tmpfs alone.
    Ground(const std::filesystem::path &home, bool disks);

    const std::filesystem::path &home() const { return m_home; }
    const std::vector<std::unique_ptr<Volume>> &volumes() const { return m_volumes; }
    Volume &any(Dice &dice) const { return *m_volumes[dice.roll(m_volumes.size())]; }
    /// The one that `path` lies on, or nothing.
    Volume *of(const std::filesystem::path &path) const;
    void flushAll() const;
    void remountCut();

private:
    std::filesystem::path m_home;
    Memory m_memory;
    std::vector<std::unique_ptr<Volume>> m_volumes;
};

/// Builds the places of one round below a name of its own on each volume.
class PlaceMaker final
{
public:
    PlaceMaker(Ground &ground, Views &views, Dice &dice, std::string round);

    /// Any kind of place, up to two views high.
    Place apart(const std::string &id);
    /// A second place that is a view of `first`, by one of the ways there are.
    Place viewOf(const std::string &id, const Place &first);
    /// A union that does not have `first` in it yet, and the view it is to become.
    Place lateViewOf(const std::string &id, const Place &first);
    /// Lets the late view come true.
    void becomeView();
    /// All of them, below the volumes; to be removed when the round is over.
    std::vector<std::filesystem::path> roots() const;

private:
    std::filesystem::path fresh(Volume &volume, const std::string &name);
    std::filesystem::path mountPoint(const std::string &name);
    Place dressed(Place place);

    Ground &m_ground;
    Views &m_views;
    Dice &m_dice;
    std::string m_round;
    int m_count = 0;
    std::function<void()> m_becomeView;
};

} // namespace greenward::tests::stacks
