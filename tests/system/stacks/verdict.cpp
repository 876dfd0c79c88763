#include "tests/system/stacks/verdict.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace greenward::tests::stacks {
namespace {

namespace fs = std::filesystem;

bool holdsIt(const Object &object, const std::optional<Found> &found)
{
    if (!found) return false;
    // After a power cut in the middle of a user's change nobody can tell what must be there.
    return object.contents.empty() || std::ranges::count(object.contents, found->sha256) > 0;
}

/// A union replaces a file by putting the new one on another branch and removing the old one, and flushes neither name:
/// after a power cut it may show the old one while its user's lies below.
bool isBelow(const Place &place, const Object &object)
{
    return object.isChanged && std::ranges::any_of(place.branches, [&](const fs::path &branch) {
               return holdsIt(object, lookAt(branch / object.key));
           });
}

/// An overlay copies a file to its upper layer when it is renamed; where that has small inodes the time loses what is
/// below a second, and nobody can give it back.
Rights asKept(Rights rights, const Found &found, const Place &place)
{
    constexpr std::int64_t kSecond = 1'000'000'000;
    const bool isCoarse = place.words.find("overlay") != std::string::npos &&
                          place.words.find("ext4-128") != std::string::npos && rights.modifiedNs > 0 &&
                          found.rights.modifiedNs % kSecond == 0;
    if (isCoarse) rights.modifiedNs -= rights.modifiedNs % kSecond;
    return rights;
}

std::string listed(const std::set<int> &users)
{
    std::string text;
    for (const int user : users)
        text += " " + std::to_string(user);
    return text.empty() ? " nobody" : text;
}

std::string shown(const Object &object)
{
    return "\"" + escapedForDisplay(object.key) + "\" (" + object.what + ")";
}

} // namespace

/// One object in all places.
struct Verdict::Sight
{
    std::vector<std::optional<Found>> named; ///< by place
    bool isWhole = false;
    bool isSetAside = false;
    std::string told; ///< for a fault
};

Verdict::Verdict(const Scene &scene, Tally &tally, std::string round)
    : m_scene(scene)
    , m_tally(tally)
    , m_round(std::move(round))
{}

void Verdict::fault(const std::string &kind, const std::string &what)
{
    m_tally.count("fault: " + kind);
    m_tally.faults.push_back(m_round + ": " + kind + ": " + what);
}

Verdict::Sight Verdict::lookFor(const Object &object) const
{
    Sight sight;
    for (const Place &place : m_scene.places()) {
        const fs::path path = place.path / object.key;
        sight.named.push_back(lookAt(path));
        const auto &found = sight.named.back();
        sight.isWhole = sight.isWhole || holdsIt(object, found) || isBelow(place, object);
        sight.told += " " + place.id + ": " +
                      (!found                   ? "nothing"
                       : holdsIt(object, found) ? "it"
                                                : std::to_string(found->size) + " bytes");
    }
    if (sight.isWhole) return sight;
    for (const Place &place : m_scene.places()) {
        std::error_code failure;
        for (const auto &entry : fs::directory_iterator((place.path / object.key).parent_path(), failure)) {
            if (!entry.path().filename().string().starts_with(".greenward-")) continue;
            if (!holdsIt(object, lookAt(entry.path()))) continue;
            sight.isSetAside = true;
            sight.told += "; set aside at " + place.id + " as " + entry.path().filename().string();
        }
    }
    return sight;
}

std::vector<std::string> Verdict::checkWhole(const std::string &when)
{
    std::vector<std::string> aside;
    for (const Object &object : m_scene.objects()) {
        const Sight sight = lookFor(object);
        if (sight.isWhole) continue;
        if (sight.isSetAside)
            aside.push_back(object.key);
        else
            fault("lost", shown(object) + " " + when + ":" + sight.told);
    }
    return aside;
}

void Verdict::checkRights()
{
    const auto &places = m_scene.places();
    for (const Object &object : m_scene.objects()) {
        if (object.isChanged) continue;
        const Sight sight = lookFor(object);
        if (sight.named[0] && holdsIt(object, sight.named[0])) {
            const std::string differs =
                difference(asKept(object.made.rights, *sight.named[0], places[0]), sight.named[0]->rights);
            if (!differs.empty()) fault("source touched", shown(object) + ": " + differs);
        }
        const fs::path pointer = places[0].path / (object.key + ".moved.json");
        const auto told = sight.named[0] ? std::nullopt : lookAt(pointer);
        if (told && !std::ranges::includes(object.readers, readersOf({pointer})[0]))
            fault("widened", shown(object) + ": its pointer file can be read by more");
        for (std::size_t i = 1; i < places.size(); ++i) {
            if (!holdsIt(object, sight.named[i])) continue;
            // What was seen at the target before is its owner's, as long as the source was not given up for it.
            if (sight.named[0] && (object.hasTwin || m_scene.relation() != Relation::Apart)) continue;
            const std::set<int> readers = Scene::readersAt(places[i], {object.key})[0];
            // What its target held was moved on to a third place, as it was: its twin, not the object.
            const bool isTwin =
                i > 1 && object.twin && object.twin->sha256 == sight.named[i]->sha256 &&
                difference(asKept(object.twin->rights, *sight.named[i], places[i]), sight.named[i]->rights).empty();
            if (isTwin && std::ranges::includes(object.twinReaders, readers)) continue;
            const bool wider = !std::ranges::includes(object.readers, readers);
            const std::string differs = difference(object.made.rights, sight.named[i]->rights);
            if (wider)
                fault("widened", shown(object) + " at " + places[i].id + " is read by" + listed(readers) + ", was by" +
                                     listed(object.readers) + "; " + differs);
            if (sight.named[0]) continue;
            if (!differs.empty()) fault("not as it was", shown(object) + " at " + places[i].id + ": " + differs);
            const std::int64_t room = std::max(object.made.allocated * 2, object.made.size / 4);
            if (!object.isSparse || sight.named[i]->allocated <= room) continue;
            fault("holes filled", shown(object) + ": " + std::to_string(object.made.allocated) + " -> " +
                                      std::to_string(sight.named[i]->allocated) + " bytes on the disk");
        }
    }
}

void Verdict::checkTold(const std::map<std::string, Told> &told, const Told &batch, const std::string &leftOut)
{
    for (const Object &object : m_scene.objects()) {
        const auto at = told.find(Product::shownKey(object.key));
        if (at == told.end()) {
            m_tally.count("objects not planned");
            const bool expected = object.made.size == 0 || object.isYoung || object.hasLinks || object.hasTwin;
            if (!expected && leftOut.empty()) fault("unnamed", shown(object) + " is in no batch, and no word why");
            continue;
        }
        const auto &[state, reason] = at->second;
        const Sight sight = lookFor(object);
        if (state == "done") {
            m_tally.count("objects moved");
            const bool arrived = std::any_of(sight.named.begin() + 1, sight.named.end(),
                                             [&](const auto &found) { return holdsIt(object, found); });
            if (!arrived && !object.isChanged) fault("called moved", shown(object) + ":" + sight.told);
            if (sight.named[0] && !object.isChanged) m_tally.count("sources that came back with the power");
            continue;
        }
        m_tally.count("objects that stayed");
        if (reason.empty() && batch.reason.empty())
            fault("unnamed", shown(object) + " is " + state + ", its batch " + batch.state + ", and no word why");
        else
            ++m_tally.reasons[state + ": " + (reason.empty() ? "batch " + batch.state + ": " + batch.reason : reason)];
    }
}

} // namespace greenward::tests::stacks
