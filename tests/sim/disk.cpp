#include "tests/sim/disk.h"

#include <algorithm>
#include <set>

namespace greenward::sim {
namespace {

/// What a file takes beside its bytes.
constexpr std::int64_t kPerNode = 16;

template<typename Visit>
void walkVisible(const NodePtr &directory, const std::string &path, const Visit &visit)
{
    for (const auto &[name, node] : directory->names) {
        const std::string at = path.empty() ? name : path + "/" + name;
        if (node->kind == Kind::Directory)
            walkVisible(node, at, visit);
        else if (node->kind == Kind::File)
            visit(at, node);
    }
}

template<typename Visit>
void walkDurable(const NodePtr &directory, const std::string &path, const Visit &visit)
{
    for (const auto &[name, node] : directory->durableNames) {
        const std::string at = path.empty() ? name : path + "/" + name;
        if (node->kind == Kind::Directory)
            walkDurable(node, at, visit);
        else if (node->kind == Kind::File && node->durable)
            visit(at, *node->durable);
    }
}

} // namespace

Disk::Disk(std::string name, std::int64_t size, std::function<std::int64_t()> stamp)
    : capacity(size)
    , m_name(std::move(name))
    , m_stamp(std::move(stamp))
    , m_root(std::make_shared<Node>())
{
    m_root->inode = m_lastInode;
    m_root->kind = Kind::Directory;
    m_root->now.rights.mode = 0755;
}

std::int64_t Disk::used() const
{
    std::int64_t bytes = 0;
    std::set<const Node *> seen;
    walkVisible(m_root, {}, [&](const std::string &, const NodePtr &file) {
        if (seen.insert(file.get()).second) bytes += kPerNode + static_cast<std::int64_t>(file->now.bytes.size());
    });
    return bytes;
}

Result<void> Disk::mayWrite(std::int64_t more) const
{
    if (readOnly) return fail(ErrorCode::NoPermission, m_name, "Read-only file system");
    if (more > 0 && used() + more > capacity) return fail(ErrorCode::NoSpace, m_name, "No space left on device");
    return {};
}

// ---- the journal of names

void Disk::journal(Step step)
{
    const std::int64_t stamp = m_stamp();
    step.node->changedNs = stamp;
    for (const NodePtr &directory : {step.from, step.to})
        if (directory) directory->changedNs = directory->now.modifiedNs = stamp;
    m_journal.push_back(std::move(step));
}

void Disk::replay(const Step &step)
{
    if (step.from) {
        const auto at = step.from->durableNames.find(step.name);
        if (at == step.from->durableNames.end() || at->second != step.node) return; // makes no sense alone
        step.from->durableNames.erase(at);
    }
    if (step.to) step.to->durableNames[step.newName] = step.node;
}

bool Disk::dependsOn(const Step &later, const Step &earlier)
{
    if (later.node == earlier.node || later.from == earlier.node || later.to == earlier.node) return true;
    const auto touches = [](const Step &step, const NodePtr &directory, const std::string &name) {
        return directory &&
               ((step.from == directory && step.name == name) || (step.to == directory && step.newName == name));
    };
    return touches(earlier, later.from, later.name) || touches(earlier, later.to, later.newName);
}

Result<NodePtr> Disk::create(const NodePtr &directory, const std::string &name, Kind kind, std::uint32_t mode)
{
    CORE_CHECK(mayWrite(kPerNode));
    if (directory->names.contains(name)) return fail(ErrorCode::AlreadyExists, name, "File exists");
    auto node = std::make_shared<Node>();
    node->inode = ++m_lastInode;
    node->kind = kind;
    node->links = 1;
    node->now.rights.mode = mode;
    node->now.modifiedNs = node->now.accessedNs = m_stamp();
    directory->names[name] = node;
    journal({node, {}, {}, directory, name});
    return node;
}

Result<void> Disk::link(const NodePtr &directory, const std::string &name, const NodePtr &node)
{
    CORE_CHECK(mayWrite(0));
    if (directory->names.contains(name)) return fail(ErrorCode::AlreadyExists, name, "File exists");
    directory->names[name] = node;
    ++node->links;
    journal({node, {}, {}, directory, name});
    return {};
}

Result<void> Disk::unlink(const NodePtr &directory, const std::string &name)
{
    CORE_CHECK(mayWrite(0));
    const auto at = directory->names.find(name);
    if (at == directory->names.end()) return fail(ErrorCode::NotFound, name, "No such file or directory");
    const NodePtr node = at->second;
    if (node->kind == Kind::Directory && !node->names.empty())
        return fail(ErrorCode::IoFailed, name, "Directory not empty");
    directory->names.erase(at);
    --node->links;
    journal({node, directory, name, {}, {}});
    ++m_losses;
    return {};
}

Result<void> Disk::rename(const NodePtr &from, const std::string &name, const NodePtr &to, const std::string &newName)
{
    CORE_CHECK(mayWrite(0));
    const auto at = from->names.find(name);
    if (at == from->names.end()) return fail(ErrorCode::NotFound, name, "No such file or directory");
    const NodePtr node = at->second;
    from->names.erase(at);
    if (const auto old = to->names.find(newName); old != to->names.end()) {
        --old->second->links;
        ++m_losses;
    }
    to->names[newName] = node;
    journal({node, from, name, to, newName});
    return {};
}

void Disk::flushDirectory(const NodePtr &directory)
{
    std::vector<bool> wanted(m_journal.size(), false);
    for (std::size_t i = m_journal.size(); i-- > 0;) {
        const Step &step = m_journal[i];
        if (step.from == directory || step.to == directory || step.node == directory) wanted[i] = true;
        if (!wanted[i]) continue;
        for (std::size_t j = 0; j < i; ++j)
            if (dependsOn(m_journal[i], m_journal[j])) wanted[j] = true;
    }
    std::vector<Step> rest;
    for (std::size_t i = 0; i < m_journal.size(); ++i) {
        if (!wanted[i]) {
            rest.push_back(std::move(m_journal[i]));
            continue;
        }
        if (m_journal[i].from) ++m_losses;
        replay(m_journal[i]);
    }
    m_journal = std::move(rest);
}

// ---- content

Result<void> Disk::append(const NodePtr &file, std::string_view bytes)
{
    CORE_CHECK(mayWrite(static_cast<std::int64_t>(bytes.size())));
    file->now.bytes += bytes;
    file->isUnwritten = false;
    file->changedNs = file->now.modifiedNs = m_stamp();
    return {};
}

Result<void> Disk::setRights(const NodePtr &file, const Rights &rights)
{
    CORE_CHECK(mayWrite(0));
    file->now.rights = rights;
    file->changedNs = m_stamp();
    return {};
}

Result<void> Disk::setTimes(const NodePtr &file, std::int64_t modifiedNs, std::int64_t accessedNs)
{
    CORE_CHECK(mayWrite(0));
    file->now.modifiedNs = modifiedNs;
    file->now.accessedNs = accessedNs;
    file->changedNs = m_stamp();
    return {};
}

Result<void> Disk::flushFile(const NodePtr &file)
{
    if (file->isUnwritten) return {};
    const bool isDirty = !file->durable || file->durable->bytes != file->now.bytes;
    if (losesWrites && isDirty) {
        file->isUnwritten = true;
        return fail(ErrorCode::IoFailed, m_name, "Input/output error");
    }
    file->durable = file->now;
    return {};
}

void Disk::forgetInMemory(const NodePtr &file)
{
    if (!file->isUnwritten) return;
    file->isUnwritten = false;
    if (!file->durable) file->durable = file->now, file->durable->bytes.assign(file->now.bytes.size(), '\0');
    file->now.bytes = file->durable->bytes;
}

void Disk::overwrite(const NodePtr &file, std::string bytes, std::int64_t modifiedNs, bool flushed)
{
    file->now.bytes = std::move(bytes);
    file->now.modifiedNs = modifiedNs;
    file->changedNs = m_stamp();
    file->isUnwritten = false;
    if (flushed) file->durable = file->now;
    ++m_losses;
}

void Disk::rot(const NodePtr &file, Dice &dice)
{
    if (file->now.bytes.empty()) return;
    char &byte = file->now.bytes[dice.below(file->now.bytes.size())];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << dice.below(8)));
    if (file->durable) file->durable->bytes = file->now.bytes;
    ++m_losses;
}

// ---- power

void Disk::flushAll()
{
    for (const Step &step : m_journal)
        replay(step);
    m_journal.clear();
    walkVisible(m_root, {}, [](const std::string &, const NodePtr &file) { file->durable = file->now; });
}

void Disk::powerCut(Dice &dice)
{
    const std::size_t way = dice.below(3);
    const std::size_t prefix = dice.below(m_journal.size() + 1);
    for (std::size_t i = 0; i < m_journal.size(); ++i) {
        const bool kept = way == 0 ? false : way == 1 ? i < prefix : dice.percent(50);
        if (kept) replay(m_journal[i]);
    }
    m_journal.clear();
    settle(*m_root, dice);
    walkVisible(m_root, {}, [](const std::string &, const NodePtr &file) { file->links = 0; });
    walkVisible(m_root, {}, [](const std::string &, const NodePtr &file) { ++file->links; });
    ++m_losses;
}

/// What is left is what there is.
void Disk::settle(Node &directory, Dice &dice)
{
    directory.names = directory.durableNames;
    for (const auto &[name, node] : directory.names) {
        if (node->kind == Kind::Directory) {
            settle(*node, dice);
            continue;
        }
        if (!node->durable) {
            node->durable = node->now;
            const std::size_t size = node->kind == Kind::Symlink ? node->now.bytes.size() : node->now.bytes.size() + 1;
            const std::size_t way = dice.below(3);
            if (node->kind == Kind::File && (way < 2 || node->isUnwritten))
                node->durable->bytes.resize(way == 0 ? 0 : std::min(dice.below(size), node->now.bytes.size()));
        } else if (dice.percent(50) && !node->isUnwritten) {
            node->durable = node->now; // written back in time
        }
        node->now = *node->durable;
        node->isUnwritten = false;
    }
}

void Disk::eachDurable(const std::function<void(const std::string &, const Content &)> &visit) const
{
    walkDurable(m_root, {}, visit);
}

void Disk::eachVisible(const std::function<void(const std::string &, const NodePtr &)> &visit) const
{
    walkVisible(m_root, {}, visit);
}

} // namespace greenward::sim
