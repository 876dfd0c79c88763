#pragma once

#include "tests/system/stacks/objects.h"
#include "tests/system/stacks/places.h"

namespace greenward::tests::stacks {

/// The places and objects of one round. Gone, with all that is mounted, when this object is.
class Scene final
{
public:
    Scene(Ground &ground, std::string name, Dice &dice);
    ~Scene();
    Scene(const Scene &) = delete;
    Scene &operator=(const Scene &) = delete;

    /// Two places in that relation; objects lie in the first.
    void makePair(Relation relation);
    /// A third one, apart from the others.
    void addThird();
    /// Fills the first place, flushes all, and notes what can be seen there.
    void plant(bool hugeToo);
    void plantTwins();
    void becomeView() { m_maker.becomeView(); }

    std::vector<Place> &places() { return m_places; }
    const std::vector<Place> &places() const { return m_places; }
    std::string words() const; ///< what the places are
    Relation relation() const { return m_relation; }
    std::vector<Object> &objects() { return m_objects; }
    const std::vector<Object> &objects() const { return m_objects; }
    /// A directory for the program's own data, on any of the volumes.
    std::filesystem::path dataDirectory();
    /// Who can open each of these objects there by any way that leads to it. Not every view enforces access lists, or
    /// shows them; so where it lies in the end counts as well.
    static std::vector<std::set<int>> readersAt(const Place &place, const std::vector<std::string> &keys);

    /// The power of one volume of the round, or of all: what was not flushed is gone.
    bool cut(const Place &place);
    void cutData();
    int cutAll();
    /// The topmost view of a place goes away, or nothing if it has none.
    bool unmount(const Place &place);
    /// Mounts again what was cut or unmounted. Answers what was found on bare mount points.
    std::vector<std::string> restore();
    void flushAll() const { m_ground.flushAll(); }

private:
    Volume *volumeBelow(const Place &place) const;

    Ground &m_ground;
    Dice &m_dice;
    std::string m_name;
    Relation m_relation = Relation::Apart;
    Views m_views;
    PlaceMaker m_maker;
    std::vector<Place> m_places;
    std::vector<Object> m_objects;
    std::filesystem::path m_data;
};

} // namespace greenward::tests::stacks
