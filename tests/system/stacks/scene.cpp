#include "tests/system/stacks/scene.h"

#include <stdexcept>

namespace greenward::tests::stacks {

namespace fs = std::filesystem;

Scene::Scene(Ground &ground, std::string name, Dice &dice)
    : m_ground(ground)
    , m_dice(dice)
    , m_name(std::move(name))
    , m_maker(ground, m_views, dice, m_name)
{}

Scene::~Scene()
{
    std::error_code ignored;
    try {
        m_views.unmountAll();
        m_ground.remountCut();
        for (const fs::path &root : m_maker.roots()) {
            unlockAll(root);
            fs::remove_all(root, ignored);
        }
    } catch (const std::exception &trouble) {
        std::fprintf(stderr, "%s: not cleared away: %s\n", m_name.c_str(), trouble.what());
    }
}

std::vector<std::set<int>> Scene::readersAt(const Place &place, const std::vector<std::string> &keys)
{
    std::vector<fs::path> roots = place.branches;
    roots.push_back(place.path);
    std::vector<fs::path> ways;
    for (const fs::path &root : roots)
        for (const std::string &key : keys)
            ways.push_back(root / key);
    const auto found = readersOf(ways);
    std::vector<std::set<int>> readers(keys.size());
    for (std::size_t i = 0; i < ways.size(); ++i)
        readers[i % keys.size()].insert(found[i].begin(), found[i].end());
    return readers;
}

void Scene::makePair(Relation relation)
{
    m_relation = relation;
    if (relation == Relation::Viewed) {
        Place second = m_maker.apart("green");
        Place first = m_maker.viewOf("hot", second);
        first.below = second.path;
        m_places = {std::move(first), std::move(second)};
        return;
    }
    m_places.push_back(m_maker.apart("hot"));
    m_places.push_back(relation == Relation::View       ? m_maker.viewOf("green", m_places[0])
                       : relation == Relation::LateView ? m_maker.lateViewOf("green", m_places[0])
                                                        : m_maker.apart("green"));
}

std::string Scene::words() const
{
    std::string words;
    for (const Place &place : m_places)
        words += (words.empty() ? "" : "; ") + place.id + ": " + place.words;
    return words + "; data: " + (m_ground.of(m_data) ? m_ground.of(m_data)->kind() : "?");
}

void Scene::addThird()
{
    m_places.push_back(m_maker.apart("greener"));
    m_ground.flushAll();
}

void Scene::plant(bool hugeToo)
{
    const Place &hot = m_places.front();
    m_objects = plantObjects(hot.below, m_dice, hugeToo);
    // What was put below a view is seen through it when it is mounted afresh.
    m_views.unmountAll();
    m_ground.flushAll();
    m_views.mountAll();
    std::vector<std::string> keys;
    for (auto object = m_objects.begin(); object != m_objects.end();) {
        const fs::path path = hot.path / object->key;
        const auto found = lookAt(path);
        if (!found) { // a name this view cannot show
            object = m_objects.erase(object);
            continue;
        }
        if (found->sha256 != object->contents.front())
            throw std::runtime_error(hot.words + " shows other bytes than were written: " + object->key);
        object->made = *found;
        keys.push_back(object->key);
        ++object;
    }
    const auto readers = readersAt(hot, keys);
    for (std::size_t i = 0; i < keys.size(); ++i)
        m_objects[i].readers = readers[i];
}

void Scene::plantTwins()
{
    stacks::plantTwins(m_places[0].path, m_places[1].path, m_objects, m_dice);
    for (Object &object : m_objects) {
        if (!object.hasTwin) continue;
        object.twin = lookAt(m_places[1].path / object.key);
        object.twinReaders = readersAt(m_places[1], {object.key})[0];
    }
}

fs::path Scene::dataDirectory()
{
    Volume &volume = m_ground.any(m_dice);
    m_data = volume.directory() / m_name / "data";
    fs::create_directories(m_data);
    fs::permissions(m_data, fs::perms::owner_all);
    m_ground.flushAll();
    return m_data;
}

Volume *Scene::volumeBelow(const Place &place) const
{
    Volume *below = m_ground.of(place.below);
    return below && below->canBeCut() && !below->isCut() ? below : nullptr;
}

bool Scene::cut(const Place &place)
{
    Volume *volume = volumeBelow(place);
    if (volume) volume->cut();
    return volume != nullptr;
}

void Scene::cutData()
{
    Volume *volume = m_ground.of(m_data);
    if (volume && volume->canBeCut() && !volume->isCut()) volume->cut();
}

int Scene::cutAll()
{
    int count = 0;
    for (const auto &volume : m_ground.volumes()) {
        if (!volume->canBeCut() || volume->isCut()) continue;
        volume->cut();
        ++count;
    }
    return count;
}

bool Scene::unmount(const Place &place)
{
    View *view = m_views.at(place.path);
    if (view) m_views.unmount(*view);
    return view != nullptr;
}

std::vector<std::string> Scene::restore()
{
    std::vector<std::string> astray;
    for (const Place &place : m_places)
        if (m_ground.of(place.path) == nullptr && m_views.at(place.path) == nullptr)
            for (const std::string &file : filesBelow(place.path))
                astray.push_back(place.id + ": " + file);
    m_views.unmountAll();
    m_ground.remountCut();
    m_views.mountAll();
    return astray;
}

} // namespace greenward::tests::stacks
