#include "tests/system/stacks/places.h"

#include <algorithm>

namespace greenward::tests::stacks {
namespace {

namespace fs = std::filesystem;

/// As administrators mount them, and as they should not.
const std::vector<std::string> kOverlayOptions{"", "index=on", "xino=on", "metacopy=on,redirect_dir=on"};
const std::vector<std::string> kUnionOptions{"", "category.create=ff", "category.create=mfs,posix_acl=true",
                                             "cache.attr=30,cache.entry=30", "use_ino,inodecalc=path-hash"};
const std::vector<std::string> kBindfsOptions{"", "", "chmod-ignore", "chown-ignore", "xattr-none"};

} // namespace

std::string relationName(Relation relation)
{
    switch (relation) {
    case Relation::Apart:
        return "apart";
    case Relation::View:
        return "view";
    case Relation::Viewed:
        return "viewed";
    case Relation::LateView:
        return "late view";
    }
    return "?";
}

Ground::Ground(const fs::path &home, bool disks)
    : m_home(home)
    , m_memory(home)
{
    const std::vector<std::string> kinds =
        disks ? std::vector<std::string>{"ext4", "ext4", "ext4-128", "xfs", "xfs", "tmpfs"}
              : std::vector<std::string>{"tmpfs", "tmpfs", "tmpfs"};
    for (const std::string &kind : kinds)
        m_volumes.push_back(std::make_unique<Volume>(kind, home / (kind + "-" + std::to_string(m_volumes.size()))));
}

Volume *Ground::of(const fs::path &path) const
{
    for (const auto &volume : m_volumes)
        if (path.string().starts_with(volume->directory().string() + "/")) return volume.get();
    return nullptr;
}

void Ground::flushAll() const
{
    for (const auto &volume : m_volumes)
        if (!volume->isCut()) volume->flush();
}

void Ground::remountCut()
{
    for (const auto &volume : m_volumes)
        if (volume->isCut()) volume->remount();
}

PlaceMaker::PlaceMaker(Ground &ground, Views &views, Dice &dice, std::string round)
    : m_ground(ground)
    , m_views(views)
    , m_dice(dice)
    , m_round(std::move(round))
{}

fs::path PlaceMaker::fresh(Volume &volume, const std::string &name)
{
    const fs::path path = volume.directory() / m_round / (name + "-" + std::to_string(++m_count));
    fs::create_directories(path);
    return path;
}

fs::path PlaceMaker::mountPoint(const std::string &name)
{
    // On the system's own disk: what lands on a bare mount point is outside of all volumes.
    return m_ground.home() / "mounts" / m_round / (name + "-" + std::to_string(++m_count));
}

std::vector<fs::path> PlaceMaker::roots() const
{
    std::vector<fs::path> roots{m_ground.home() / "mounts" / m_round};
    for (const auto &volume : m_ground.volumes())
        roots.push_back(volume->directory() / m_round);
    return roots;
}

Place PlaceMaker::dressed(Place place)
{
    View view{.below = {place.path}, .at = mountPoint(place.id)};
    Volume &other = m_ground.any(m_dice);
    view.kind = m_dice.pick(std::vector{View::Kind::Bind, View::Kind::Overlay, View::Kind::Mergerfs,
                                        View::Kind::Mergerfs, View::Kind::Bindfs});
    switch (view.kind) {
    case View::Kind::Overlay: {
        const fs::path layers = fresh(other, place.id + "-layers");
        view.below.insert(view.below.end(), {layers / "upper", layers / "work"});
        place.branches.push_back(layers / "upper");
        view.options = m_dice.pick(kOverlayOptions);
        break;
    }
    case View::Kind::Mergerfs:
        view.below.push_back(fresh(other, place.id + "-branch"));
        place.branches.push_back(view.below.back());
        if (m_dice.oneIn(2)) std::swap(view.below[0], view.below[1]);
        view.options = m_dice.pick(kUnionOptions);
        break;
    case View::Kind::Bindfs:
        view.options = m_dice.pick(kBindfsOptions);
        break;
    case View::Kind::Bind:
        break;
    }
    place.words = viewName(view.kind) + (view.options.empty() ? "" : "(" + view.options + ")") + " of " + place.words;
    if (view.below.size() > 1) place.words += " and " + other.kind();
    place.path = view.at;
    m_views.add(std::move(view));
    return place;
}

Place PlaceMaker::apart(const std::string &id)
{
    Volume &volume = m_ground.any(m_dice);
    Place place{.id = id, .path = fresh(volume, id), .words = volume.kind()};
    place.below = place.path;
    place.branches = {place.path};
    const std::size_t height = m_dice.pick(std::vector<std::size_t>{0, 0, 1, 1, 1, 2});
    for (std::size_t i = 0; i < height; ++i) {
        try {
            place = dressed(std::move(place));
        } catch (const std::system_error &refused) { // not everything goes on top of everything
            place.words += std::string(" (") + refused.what() + ")";
            break;
        }
    }
    if (place.path == place.below || m_dice.oneIn(2)) place.below = place.path;
    return place;
}

Place PlaceMaker::viewOf(const std::string &id, const Place &first)
{
    View view{.below = {first.path}, .at = mountPoint(id)};
    Volume &other = m_ground.any(m_dice);
    Place place{.id = id, .path = view.at, .below = view.at, .branches = first.branches};
    view.kind = m_dice.pick(std::vector{View::Kind::Bind, View::Kind::Overlay, View::Kind::Mergerfs,
                                        View::Kind::Mergerfs, View::Kind::Bindfs});
    if (view.kind == View::Kind::Overlay) {
        const fs::path layers = fresh(other, id + "-layers");
        view.below.insert(view.below.end(), {layers / "upper", layers / "work"});
        place.branches.push_back(layers / "upper");
    }
    if (view.kind == View::Kind::Mergerfs) {
        view.below.push_back(fresh(other, id + "-branch"));
        place.branches.push_back(view.below.back());
        if (m_dice.oneIn(2)) std::swap(view.below[0], view.below[1]);
        view.options = m_dice.pick(kUnionOptions);
    }
    place.words = viewName(view.kind) + " of " + first.id;
    m_views.add(std::move(view));
    return place;
}

Place PlaceMaker::lateViewOf(const std::string &id, const Place &first)
{
    const fs::path own = fresh(m_ground.any(m_dice), id + "-branch");
    const fs::path at = mountPoint(id);
    View &view = m_views.add({.kind = View::Kind::Mergerfs, .below = {own}, .at = at});
    std::vector<fs::path> branches = first.branches;
    branches.push_back(own);
    m_becomeView = [this, &view, other = first.path] {
        m_views.unmount(view);
        view.below.push_back(other);
        m_views.mount(view);
    };
    return {.id = id,
            .path = at,
            .below = own,
            .branches = std::move(branches),
            .words = "mergerfs that takes in " + first.id};
}

void PlaceMaker::becomeView()
{
    if (m_becomeView) m_becomeView();
}

} // namespace greenward::tests::stacks
