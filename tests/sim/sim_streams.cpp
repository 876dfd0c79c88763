#include "tests/sim/sim_streams.h"

namespace greenward::sim {

using namespace storage;

namespace {

FileTime timeOf(std::int64_t nanoseconds)
{
    constexpr std::int64_t kSecond = 1'000'000'000;
    return {nanoseconds / kSecond, static_cast<std::int32_t>(nanoseconds % kSecond)};
}

std::int64_t nanosecondsOf(const FileTime &time)
{
    return time.seconds * 1'000'000'000 + time.nanoseconds;
}

ObjectTraits traitsOf(const Content &content)
{
    ObjectTraits traits;
    traits.modified = timeOf(content.modifiedNs);
    traits.accessed = timeOf(content.accessedNs);
    traits.mode = content.rights.mode;
    traits.uid = content.rights.uid;
    traits.gid = content.rights.gid;
    traits.attributes = content.rights.attributes;
    return traits;
}

class SimReader final : public Reader
{
public:
    SimReader(Lockstep &lockstep, std::string what, NodePtr file, const Content &shown)
        : m_lockstep(lockstep)
        , m_what(std::move(what))
        , m_file(std::move(file))
        , m_traits(traitsOf(shown))
    {}
    Result<std::size_t> read(std::span<std::byte> into) override
    {
        CORE_CHECK(m_lockstep.step("read " + m_what));
        const std::string &bytes = m_file->now.bytes;
        const std::size_t count = m_at < bytes.size() ? std::min(into.size(), bytes.size() - m_at) : 0;
        for (std::size_t i = 0; i < count; ++i)
            into[i] = static_cast<std::byte>(bytes[m_at + i]);
        m_at += count;
        return count;
    }
    const ObjectTraits &traits() const override { return m_traits; }

private:
    Lockstep &m_lockstep;
    std::string m_what;
    NodePtr m_file;
    ObjectTraits m_traits;
    std::size_t m_at = 0;
};

class SimWriter final : public Writer
{
public:
    SimWriter(Lockstep &lockstep, std::string what, Found file)
        : m_lockstep(lockstep)
        , m_what(std::move(what))
        , m_file(std::move(file))
    {}
    Result<void> write(std::span<const std::byte> bytes) override
    {
        CORE_CHECK(m_lockstep.step("write " + m_what));
        return m_file.branch.disk->append(m_file.node, {reinterpret_cast<const char *>(bytes.data()), bytes.size()});
    }
    Result<void> skip(std::int64_t bytes) override
    {
        const std::string zeros(static_cast<std::size_t>(bytes), '\0');
        return write(std::as_bytes(std::span(zeros)));
    }
    Result<void> prepare(const ObjectTraits &) override { return {}; }
    Result<void> finish(const ObjectTraits &traits) override
    {
        CORE_CHECK(m_lockstep.step("set rights of " + m_what));
        CORE_CHECK(
            m_file.branch.disk->setRights(m_file.node, {traits.mode, traits.uid, traits.gid, traits.attributes}));
        CORE_CHECK(m_lockstep.step("set times of " + m_what));
        return m_file.branch.disk->setTimes(m_file.node, nanosecondsOf(traits.modified),
                                            nanosecondsOf(traits.accessed));
    }

private:
    Lockstep &m_lockstep;
    std::string m_what;
    Found m_file;
};

/// A source under its reserved name. As the real one: held open from before its change time was compared, so that the
/// system tells of any change since.
class SimSetAside final : public SetAside
{
public:
    SimSetAside(Lockstep &lockstep, Tree &tree, AsideFile file)
        : m_lockstep(lockstep)
        , m_tree(tree)
        , m_file(std::move(file))
        , m_traits(traitsOf(m_file.shown))
        , m_changedNs(m_file.found.node->changedNs)
    {}

    const ObjectTraits &traits() const override { return m_traits; }
    bool isVouchedFor() const override { return m_file.isVouchedFor; }
    Result<std::unique_ptr<Reader>> open() const override
    {
        CORE_CHECK(m_lockstep.step(m_file.place + " open what is set aside " + m_file.key));
        return std::unique_ptr<Reader>(std::make_unique<SimReader>(m_lockstep, m_file.place + " " + m_file.aside,
                                                                   m_file.found.node, m_file.shown));
    }
    Result<void> remove() override
    {
        CORE_CHECK(m_lockstep.step(m_file.place + " remove " + m_file.key));
        if (m_file.found.node->changedNs != m_changedNs)
            return fail(ErrorCode::SourceChanged, m_file.key, "changed in the last moment");
        return m_tree.unlink(m_file.keepsName ? m_file.key : m_file.aside);
    }
    Result<void> putBack() override
    {
        CORE_CHECK(m_lockstep.step(m_file.place + " put back " + m_file.key));
        if (m_file.keepsName) return {};
        if (m_tree.find(m_file.key)) return fail(ErrorCode::SourceChanged, m_file.key, "a new file took its name");
        return m_tree.renameNew(m_file.aside, m_file.key);
    }

private:
    Lockstep &m_lockstep;
    Tree &m_tree;
    AsideFile m_file;
    ObjectTraits m_traits;
    std::int64_t m_changedNs;
};

} // namespace

std::unique_ptr<Reader> makeReader(Lockstep &lockstep, std::string what, NodePtr file, const Content &shown)
{
    return std::make_unique<SimReader>(lockstep, std::move(what), std::move(file), shown);
}

std::unique_ptr<Writer> makeWriter(Lockstep &lockstep, std::string what, Found file)
{
    return std::make_unique<SimWriter>(lockstep, std::move(what), std::move(file));
}

std::unique_ptr<SetAside> makeSetAside(Lockstep &lockstep, Tree &tree, AsideFile file)
{
    return std::make_unique<SimSetAside>(lockstep, tree, std::move(file));
}

} // namespace greenward::sim
