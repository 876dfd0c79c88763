#include "tests/sim/sim_driver.h"

#include "tests/sim/sim_streams.h"

#include <algorithm>
#include <set>

namespace greenward::sim {
namespace {

using namespace storage;

constexpr std::string_view kStaging = ".greenward-staging";
constexpr std::string_view kReserved = ".greenward-";

std::string stagedPath(const std::string &name)
{
    return std::string(kStaging) + "/" + name;
}

std::string asidePath(const ObjectKey &key, const std::string &token)
{
    const auto parent = split(key.text()).first;
    return (parent.empty() ? "" : std::string(parent) + "/") + ".greenward-release-" + token;
}

} // namespace

SimDriver::SimDriver(const Machine &machine, const MountPoint &place, Teeth teeth)
    : m_machine(machine)
    , m_place(place)
    , m_teeth(teeth)
    , m_tree(place.now())
{
    m_extent.kind = "sim";
    m_extent.location = place.path;
    // A view of its own tells nothing of what lies behind it.
    const View &view = m_tree.view();
    const std::string salt = view.salt == 0 ? "" : "view-" + std::to_string(view.salt) + ":";
    const Branch &first = view.branches.front();
    m_extent.chain.push_back(salt + first.disk->name() + ":" + std::to_string(first.root->inode));
    if (view.salt == 0 && first.root != first.disk->root())
        m_extent.chain.push_back(first.disk->name() + ":" + std::to_string(first.disk->root()->inode));
}

Result<void> SimDriver::call(std::string_view name, std::string_view path) const
{
    return m_machine.lockstep.step(std::string(m_place.path).append(" ").append(name).append(" ").append(path));
}

Error SimDriver::failed(Error error) const
{
    if (error.code == ErrorCode::NotFound && !isInPlace())
        return {ErrorCode::Unreachable, m_place.path, "another directory was mounted in its place"};
    return error;
}

Result<Found> SimDriver::find(std::string_view path) const
{
    auto found = m_tree.find(path);
    if (!found) return Unexpected{failed(found.error())};
    return found;
}

ObjectSignature SimDriver::signatureOf(const Found &found) const
{
    const Node &node = *found.node;
    ObjectSignature signature;
    signature.size = DataSize::fromBytes(static_cast<std::int64_t>(node.now.bytes.size()));
    signature.modifiedNs = node.now.modifiedNs;
    signature.changedNs = m_teeth.believesTimes ? 0 : node.changedNs;
    signature.inode = m_tree.view().inodeOf(found.branch, node);
    return signature;
}

/// Without that mending, the rights of all copies look like those of the most private one.
Content SimDriver::shownOf(const NodePtr &file) const
{
    Content shown = file->now;
    if (!m_teeth.sameRights) return shown;
    for (const auto &[path, place] : m_machine.places)
        for (const Branch &branch : place.mounted.branches)
            branch.disk->eachVisible([&](const std::string &, const NodePtr &other) {
                if (other->now.bytes == shown.bytes && other->now.rights.mode < shown.rights.mode) shown = other->now;
            });
    return shown;
}

// ---- looking

bus::BackendHealth SimDriver::probe(Instant now) const
{
    bus::BackendHealth health;
    health.checkedAt = now;
    if (!m_machine.lockstep.look() || !isInPlace()) {
        health.problem = "The directory " + m_place.path + " is gone.";
        return health;
    }
    health.reachable = true;
    health.writable = !m_tree.isReadOnly();
    health.free = DataSize::fromBytes(std::max<std::int64_t>(m_tree.free(), 0));
    if (!health.writable) health.problem = "The file system is mounted read-only.";
    return health;
}

Result<void> SimDriver::list(ListSink &sink, std::stop_token stop) const
{
    CORE_CHECK(call("list", ""));
    if (!isInPlace()) return fail(ErrorCode::Unreachable, m_place.path, "another directory was mounted in its place");
    std::map<std::string, Found> objects;
    std::vector<std::string> directories{""};
    while (!directories.empty()) {
        const std::string at = std::move(directories.back());
        directories.pop_back();
        CORE_CHECK(call("read directory", at));
        CORE_TRY(const std::vector<std::string> names, m_tree.names(at));
        for (const std::string &name : names) {
            const std::string path = at.empty() ? name : at + "/" + name;
            CORE_TRY(Found found, find(path));
            if (name.starts_with(kReserved))
                sink.leftAlone(path, LeftAlone::Reserved);
            else if (found.node->kind == Kind::Directory)
                directories.push_back(path);
            else if (found.node->kind == Kind::Symlink)
                sink.leftAlone(path, LeftAlone::Symlink);
            else
                objects.emplace(path, std::move(found));
        }
    }
    for (const auto &[path, found] : objects) {
        if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "scan", "stopped");
        CORE_TRY(ObjectKey key, ObjectKey::parse(path));
        const std::int64_t modified = found.node->now.modifiedNs;
        CORE_CHECK(sink.object({std::move(key), signatureOf(found), modified, TouchEvidence::Modified}));
    }
    return {};
}

Result<ObjectInfo> SimDriver::stat(const ObjectKey &key) const
{
    CORE_CHECK(call("stat", key.text()));
    CORE_TRY(const Found found, find(key.text()));
    if (found.node->kind != Kind::File) return fail(ErrorCode::Unsupported, key.text(), "is no regular file");
    return ObjectInfo{key, signatureOf(found), found.node->now.modifiedNs, TouchEvidence::Modified};
}

Result<std::unique_ptr<Reader>> SimDriver::reader(std::string_view path) const
{
    CORE_CHECK(call("open", path));
    CORE_TRY(const Found found, find(path));
    if (found.node->kind != Kind::File) return fail(ErrorCode::Unsupported, path, "is no regular file");
    return makeReader(m_machine.lockstep, m_place.path + " " + std::string(path), found.node, shownOf(found.node));
}

Result<std::unique_ptr<Reader>> SimDriver::open(const ObjectKey &key) const
{
    return reader(key.text());
}

Result<std::vector<DirectoryTraits>> SimDriver::parents(const ObjectKey &key) const
{
    CORE_CHECK(call("parents", key.text()));
    std::vector<DirectoryTraits> traits;
    const std::string_view path(key.text());
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        const auto found = m_tree.find(path.substr(0, slash));
        if (!found) break; // as far as they are there
        DirectoryTraits one;
        one.mode = found->node->now.rights.mode;
        traits.push_back(std::move(one));
    }
    return traits;
}

Result<std::optional<FileIdentity>> SimDriver::identity(const ObjectKey &key) const
{
    CORE_CHECK(call("identity", key.text()));
    CORE_TRY(const Found found, find(key.text()));
    if (m_tree.view().salt != 0) return std::optional<FileIdentity>();
    return std::optional(FileIdentity{std::hash<std::string>()(found.branch.disk->name()), found.node->inode});
}

// ---- receiving a copy

Result<std::unique_ptr<Writer>> SimDriver::stage(const std::string &name)
{
    CORE_CHECK(call("stage", name));
    if (!isInPlace()) return fail(ErrorCode::Unreachable, m_place.path, "another directory was mounted in its place");
    if (!m_tree.find(kStaging)) CORE_CHECK(m_tree.create(kStaging, Kind::Directory, 0700));
    const std::string path = stagedPath(name);
    if (m_tree.find(path)) CORE_CHECK(m_tree.unlink(path));
    CORE_TRY(Found made, m_tree.create(path, Kind::File, 0600));
    return makeWriter(m_machine.lockstep, m_place.path + " " + path, std::move(made));
}

Result<void> SimDriver::settleStaged(std::span<const std::string> names)
{
    for (const std::string &name : names) {
        CORE_CHECK(call("flush staged", name));
        CORE_TRY(const Found found, find(stagedPath(name)));
        CORE_CHECK(found.branch.disk->flushFile(found.node));
    }
    return {};
}

Result<std::unique_ptr<Reader>> SimDriver::fromDevice(std::string_view path) const
{
    if (const auto found = m_tree.find(path); found && !m_teeth.readsMemory)
        found->branch.disk->forgetInMemory(found->node);
    return reader(path);
}

Result<std::unique_ptr<Reader>> SimDriver::openStaged(const std::string &name) const
{
    return fromDevice(stagedPath(name));
}

Result<void> SimDriver::unstage(const std::string &name)
{
    CORE_CHECK(call("unstage", name));
    if (!m_tree.find(stagedPath(name))) return {};
    return m_tree.unlink(stagedPath(name));
}

Result<void> SimDriver::publish(const std::string &name, const ObjectKey &key)
{
    CORE_CHECK(call("publish", key.text()));
    const auto parent = m_tree.find(split(key.text()).first);
    if (!parent) return Unexpected{failed(parent.error())};
    if (parent->node->kind != Kind::Directory)
        return fail(ErrorCode::AlreadyExists, key.text(), "a file is where a directory should be");
    if (!m_tree.find(stagedPath(name))) return fail(ErrorCode::IoFailed, key.text(), "the staged copy is gone");
    return m_tree.renameNew(stagedPath(name), key.text());
}

Result<void> SimDriver::makeParents(const ObjectKey &key, std::span<const DirectoryTraits> traits)
{
    const std::string_view path(key.text());
    std::size_t level = 0;
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1), ++level) {
        const std::string_view name = path.substr(0, slash);
        CORE_CHECK(call("mkdir", name));
        if (const auto present = m_tree.find(name)) {
            if (present->node->kind == Kind::Directory) continue;
            return fail(ErrorCode::AlreadyExists, name, "a file is where a directory should be");
        }
        const std::uint32_t mode = level < traits.size() ? traits[level].mode : 0700;
        CORE_CHECK(m_tree.create(name, Kind::Directory, mode | 0700U));
        CORE_CHECK(call("flush directory", split(name).first));
        CORE_CHECK(m_tree.flushDirectory(split(name).first));
    }
    return {};
}

Result<void> SimDriver::settle(std::span<const ObjectKey> keys)
{
    std::set<std::string, std::less<>> parents{std::string()};
    for (const ObjectKey &key : keys)
        for (std::string_view path = split(key.text()).first; !path.empty(); path = split(path).first)
            parents.emplace(path);
    for (const std::string &parent : parents) {
        CORE_CHECK(call("flush directory", parent));
        auto flushed = m_tree.flushDirectory(parent);
        if (!flushed && isInPlace()) continue; // gone itself, and with it every name in it
        if (!flushed) return Unexpected{failed(flushed.error())};
    }
    return {};
}

// ---- giving up a source

Result<void> SimDriver::flush(std::span<const ObjectKey> keys)
{
    std::set<std::string, std::less<>> directories{std::string()};
    for (const ObjectKey &key : keys) {
        CORE_CHECK(call("flush", key.text()));
        CORE_CHECK(confirmPlace());
        CORE_TRY(const Found found, find(key.text()));
        if (!m_teeth.flushesNothing) CORE_CHECK(found.branch.disk->flushFile(found.node));
        for (std::string_view at = split(key.text()).first; !at.empty(); at = split(at).first)
            directories.emplace(at);
    }
    for (const std::string &directory : directories) {
        CORE_CHECK(call("flush directory", directory));
        if (!m_teeth.flushesNothing) CORE_CHECK(m_tree.flushDirectory(directory));
    }
    return {};
}

Result<std::unique_ptr<Reader>> SimDriver::openFlushed(const ObjectKey &key) const
{
    return fromDevice(key.text());
}

Result<bool> SimDriver::showsMark(const ObjectKey &key, const std::string &token) const
{
    CORE_CHECK(call("look for a mark beside", key.text()));
    CORE_CHECK(confirmPlace());
    return m_tree.find(asidePath(key, token)).has_value() && !m_teeth.keepsName;
}

Result<void> SimDriver::plant(const ObjectKey &key, const std::string &token)
{
    CORE_CHECK(call("plant a mark beside", key.text()));
    if (m_tree.find(asidePath(key, token))) return {};
    CORE_CHECK(m_tree.create(asidePath(key, token), Kind::File, 0600));
    return {};
}

Result<void> SimDriver::unplant(const ObjectKey &key, const std::string &token)
{
    CORE_CHECK(call("remove the mark beside", key.text()));
    if (!m_tree.find(asidePath(key, token))) return {};
    return m_tree.unlink(asidePath(key, token));
}

Result<void> SimDriver::mayRelease(const ObjectKey &key, LeaveBehind) const
{
    CORE_CHECK(call("may it be released", key.text()));
    return {};
}

Result<std::unique_ptr<SetAside>> SimDriver::setAside(const ObjectKey &key, const ReleaseOrder &order)
{
    const std::string aside = asidePath(key, order.token);
    const auto sameButForChangeTime = [](ObjectSignature a, const ObjectSignature &b) {
        a.changedNs = b.changedNs;
        return a == b;
    };
    CORE_CHECK(call("look at source", key.text()));
    auto left = m_tree.find(aside);
    bool isVouchedFor = false;
    if (!left) {
        CORE_TRY(const Found source, find(key.text()));
        const ObjectSignature found = signatureOf(source);
        if (source.node->kind != Kind::File || !sameButForChangeTime(found, order.signature))
            return fail(ErrorCode::SourceChanged, key.text(), "changed since it was copied");
        if (source.node->links > 1) return fail(ErrorCode::Unsupported, key.text(), "has several names");
        // A union or a user-space file system gives no such promise.
        isVouchedFor = found == order.signature && m_tree.view().salt == 0;
        CORE_CHECK(call("set aside", key.text()));
        if (m_teeth.keepsName)
            left = source;
        else {
            CORE_CHECK(m_tree.renameNew(key.text(), aside));
            left = m_tree.find(aside);
        }
        if (!left || left->node != source.node)
            return fail(ErrorCode::IoFailed, key.text(), "vanished while it was set aside");
        if (source.node->changedNs != found.changedNs && m_teeth.keepsName)
            return fail(ErrorCode::SourceChanged, key.text(), "changed in the last moment");
    } else if (!sameButForChangeTime(signatureOf(*left), order.signature)) {
        CORE_CHECK(call("put back", key.text()));
        CORE_CHECK(m_tree.renameNew(aside, key.text()));
        return fail(ErrorCode::SourceChanged, key.text(), "changed while it was set aside");
    }
    return makeSetAside(m_machine.lockstep, m_tree,
                        {m_place.path, key.text(), aside, *left, shownOf(left->node), isVouchedFor, m_teeth.keepsName});
}

void SimDriver::removeEmptied(std::span<const ObjectKey> keys)
{
    for (const ObjectKey &key : keys)
        for (std::string_view at = split(key.text()).first; at.find('/') != std::string_view::npos;
             at = split(at).first) {
            const auto names = m_tree.names(at);
            if (!names || !names->empty() || !call("remove directory", at)) break;
            if (!m_tree.unlink(at)) break;
        }
}

Result<void> SimDriver::undoRelease(const ObjectKey &key, const std::string &token)
{
    CORE_CHECK(call("put back", key.text()));
    const std::string aside = asidePath(key, token);
    if (!m_tree.find(aside)) return {};
    if (m_tree.find(key.text())) return fail(ErrorCode::SourceChanged, key.text(), "a new file took its name");
    CORE_CHECK(m_tree.renameNew(aside, key.text()));
    CORE_CHECK(call("flush directory", split(key.text()).first));
    return m_tree.flushDirectory(split(key.text()).first);
}

// ---- connecting

Result<std::shared_ptr<Driver>> SimDriverFactory::connect(const BackendSpec &spec) const
{
    CORE_CHECK(m_machine.lockstep.look());
    const auto place = m_machine.places.find(spec.location);
    if (place == m_machine.places.end())
        return fail(ErrorCode::NotFound, "path", "\"" + spec.location + "\" is not there");
    return std::shared_ptr<Driver>(std::make_shared<SimDriver>(m_machine, place->second, m_teeth));
}

} // namespace greenward::sim
