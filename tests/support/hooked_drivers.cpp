#include "tests/support/hooked_drivers.h"

namespace greenward::tests {
namespace {

using namespace storage;

/// Passes calls on with the hook before and after each.
class Caller
{
public:
    Caller(std::string backend, DriverHook hook)
        : m_backend(std::move(backend))
        , m_hook(std::move(hook))
    {}

    template<typename F>
    auto call(const char *name, const std::string &subject, F work) const -> decltype(work())
    {
        CORE_CHECK(m_hook({m_backend, name, subject, false}));
        auto answer = work();
        CORE_CHECK(m_hook({m_backend, name, subject, true}));
        return answer;
    }

private:
    std::string m_backend;
    DriverHook m_hook;
};

class HookedReader final : public Reader
{
public:
    HookedReader(Caller caller, std::string subject, std::unique_ptr<Reader> inner)
        : m_caller(std::move(caller))
        , m_subject(std::move(subject))
        , m_inner(std::move(inner))
    {}
    Result<std::size_t> read(std::span<std::byte> into) override
    {
        return m_caller.call("read", m_subject, [&] { return m_inner->read(into); });
    }
    Result<std::int64_t> skipHole() override { return m_inner->skipHole(); }
    const ObjectTraits &traits() const override { return m_inner->traits(); }

private:
    Caller m_caller;
    std::string m_subject;
    std::unique_ptr<Reader> m_inner;
};

class HookedWriter final : public Writer
{
public:
    HookedWriter(Caller caller, std::string subject, std::unique_ptr<Writer> inner)
        : m_caller(std::move(caller))
        , m_subject(std::move(subject))
        , m_inner(std::move(inner))
    {}
    Result<void> write(std::span<const std::byte> bytes) override
    {
        return m_caller.call("write", m_subject, [&] { return m_inner->write(bytes); });
    }
    Result<void> skip(std::int64_t bytes) override { return m_inner->skip(bytes); }
    Result<void> prepare(const ObjectTraits &traits) override { return m_inner->prepare(traits); }
    Result<void> finish(const ObjectTraits &traits) override
    {
        return m_caller.call("finish", m_subject, [&] { return m_inner->finish(traits); });
    }

private:
    Caller m_caller;
    std::string m_subject;
    std::unique_ptr<Writer> m_inner;
};

class HookedSetAside final : public SetAside
{
public:
    HookedSetAside(Caller caller, std::string subject, std::unique_ptr<SetAside> inner)
        : m_caller(std::move(caller))
        , m_subject(std::move(subject))
        , m_inner(std::move(inner))
    {}
    const ObjectTraits &traits() const override { return m_inner->traits(); }
    bool isVouchedFor() const override { return m_inner->isVouchedFor(); }
    Result<std::unique_ptr<Reader>> open() const override
    {
        return m_caller.call("openAside", m_subject, [&] { return m_inner->open(); });
    }
    Result<void> remove() override
    {
        return m_caller.call("remove", m_subject, [&] { return m_inner->remove(); });
    }
    Result<void> putBack() override
    {
        return m_caller.call("putBack", m_subject, [&] { return m_inner->putBack(); });
    }

private:
    Caller m_caller;
    std::string m_subject;
    std::unique_ptr<SetAside> m_inner;
};

class HookedDriver final : public Driver
{
public:
    HookedDriver(Caller caller, std::shared_ptr<Driver> inner, std::optional<Extent> view)
        : m_caller(std::move(caller))
        , m_inner(std::move(inner))
        , m_view(std::move(view))
    {}

    const Extent &extent() const override { return m_view ? *m_view : m_inner->extent(); }
    // A view hides what would give it away when it is registered: so the last look has to find it.
    Result<PlaceFacts> placeFacts() const override
    {
        CORE_TRY(PlaceFacts facts, m_inner->placeFacts());
        if (m_view) facts.mark.reset();
        return facts;
    }
    Result<void> expectPlace(const BackendId &backend, const PlaceRecord &record) override
    {
        if (m_view) return {};
        return m_inner->expectPlace(backend, record);
    }
    Result<void> confirmPlace() const override
    {
        return m_caller.call("confirmPlace", "", [&] { return m_inner->confirmPlace(); });
    }
    Result<PlaceMark> markPlace(const BackendId &backend, Instant now) override
    {
        if (m_view) return fail(ErrorCode::NoPermission, kPlaceMarkName, "is hidden");
        return m_inner->markPlace(backend, now);
    }
    Result<void> unmarkPlace(const std::string &id) override { return m_inner->unmarkPlace(id); }
    Result<std::string> plantCanary() override
    {
        if (m_view) return fail(ErrorCode::NoPermission, "canary", "is hidden");
        return m_inner->plantCanary();
    }
    void removeCanary(const std::string &name) override { m_inner->removeCanary(name); }
    Result<std::optional<std::string>> findReserved(const std::string &name) const override
    {
        if (m_view) return std::optional<std::string>();
        return m_inner->findReserved(name);
    }
    bus::BackendHealth probe(Instant now) const override { return m_inner->probe(now); }
    Result<void> list(ListSink &sink, std::stop_token stop) const override
    {
        return m_caller.call("list", "", [&] { return m_inner->list(sink, std::move(stop)); });
    }
    Result<ObjectInfo> stat(const ObjectKey &key) const override
    {
        CORE_TRY(ObjectInfo info, m_caller.call("stat", key.text(), [&] { return m_inner->stat(key); }));
        if (m_view) info.signature.inode ^= kViewedInode;
        return info;
    }
    Result<std::unique_ptr<Reader>> open(const ObjectKey &key) const override
    {
        CORE_TRY(auto reader, m_caller.call("open", key.text(), [&] { return m_inner->open(key); }));
        return std::unique_ptr<Reader>(std::make_unique<HookedReader>(m_caller, key.text(), std::move(reader)));
    }
    Result<std::optional<FileIdentity>> identity(const ObjectKey &key) const override
    {
        if (m_view) return std::optional<FileIdentity>();
        return m_caller.call("identity", key.text(), [&] { return m_inner->identity(key); });
    }
    Result<std::vector<DirectoryTraits>> parents(const ObjectKey &key) const override
    {
        return m_caller.call("parents", key.text(), [&] { return m_inner->parents(key); });
    }
    std::optional<std::string> linkTo(const ObjectKey &key) const override { return m_inner->linkTo(key); }

    Result<std::unique_ptr<Writer>> stage(const std::string &name) override
    {
        CORE_TRY(auto writer, m_caller.call("stage", name, [&] { return m_inner->stage(name); }));
        return std::unique_ptr<Writer>(std::make_unique<HookedWriter>(m_caller, name, std::move(writer)));
    }
    Result<void> settleStaged(std::span<const std::string> names) override
    {
        return m_caller.call("settleStaged", "", [&] { return m_inner->settleStaged(names); });
    }
    Result<std::unique_ptr<Reader>> openStaged(const std::string &name) const override
    {
        CORE_TRY(auto reader, m_caller.call("openStaged", name, [&] { return m_inner->openStaged(name); }));
        return std::unique_ptr<Reader>(std::make_unique<HookedReader>(m_caller, name, std::move(reader)));
    }
    Result<void> unstage(const std::string &name) override
    {
        return m_caller.call("unstage", name, [&] { return m_inner->unstage(name); });
    }
    Result<void> publish(const std::string &name, const ObjectKey &key) override
    {
        return m_caller.call("publish", key.text(), [&] { return m_inner->publish(name, key); });
    }
    Result<void> makeParents(const ObjectKey &key, std::span<const DirectoryTraits> traits) override
    {
        return m_caller.call("makeParents", key.text(), [&] { return m_inner->makeParents(key, traits); });
    }
    Result<void> settle(std::span<const ObjectKey> keys) override
    {
        return m_caller.call("settle", "", [&] { return m_inner->settle(keys); });
    }
    Result<void> mayRelease(const ObjectKey &key, LeaveBehind leave) const override
    {
        return m_caller.call("mayRelease", key.text(), [&] { return m_inner->mayRelease(key, leave); });
    }
    void removeEmptied(std::span<const ObjectKey> keys) override { m_inner->removeEmptied(keys); }
    Result<void> flush(std::span<const ObjectKey> keys) override
    {
        return m_caller.call("flush", keys.empty() ? "" : keys.front().text(), [&] { return m_inner->flush(keys); });
    }
    Result<std::unique_ptr<Reader>> openFlushed(const ObjectKey &key) const override
    {
        CORE_TRY(auto reader, m_caller.call("openFlushed", key.text(), [&] { return m_inner->openFlushed(key); }));
        return std::unique_ptr<Reader>(std::make_unique<HookedReader>(m_caller, key.text(), std::move(reader)));
    }
    Result<bool> showsMark(const ObjectKey &key, const std::string &token) const override
    {
        return m_caller.call("showsMark", key.text(), [&] { return m_inner->showsMark(key, token); });
    }
    Result<void> plant(const ObjectKey &key, const std::string &token) override
    {
        return m_caller.call("plant", key.text(), [&] { return m_inner->plant(key, token); });
    }
    Result<void> unplant(const ObjectKey &key, const std::string &token) override
    {
        return m_caller.call("unplant", key.text(), [&] { return m_inner->unplant(key, token); });
    }
    Result<std::unique_ptr<SetAside>> setAside(const ObjectKey &key, const ReleaseOrder &order) override
    {
        CORE_TRY(auto aside, m_caller.call("setAside", key.text(), [&] { return m_inner->setAside(key, order); }));
        return std::unique_ptr<SetAside>(std::make_unique<HookedSetAside>(m_caller, key.text(), std::move(aside)));
    }
    Result<void> undoRelease(const ObjectKey &key, const std::string &token) override
    {
        return m_caller.call("undoRelease", key.text(), [&] { return m_inner->undoRelease(key, token); });
    }

private:
    static constexpr std::uint64_t kViewedInode = std::uint64_t{1} << 60;
    Caller m_caller;
    std::shared_ptr<Driver> m_inner;
    std::optional<Extent> m_view;
};

} // namespace

HookedDriverFactory::HookedDriverFactory(DriverHook hook, std::map<std::string, std::string> views)
    : m_hook(std::move(hook))
    , m_views(std::move(views))
{}

Result<std::shared_ptr<Driver>> HookedDriverFactory::connect(const BackendSpec &spec) const
{
    const auto view = m_views.find(spec.id.text());
    BackendSpec opened = spec;
    std::optional<Extent> extent;
    if (view != m_views.end()) {
        opened.location = view->second;
        extent = Extent{"view", spec.location, {"view of " + spec.id.text()}};
    }
    CORE_TRY(std::shared_ptr<Driver> inner, m_local.connect(opened));
    return std::shared_ptr<Driver>(
        std::make_shared<HookedDriver>(Caller(spec.id.text(), m_hook), std::move(inner), std::move(extent)));
}

} // namespace greenward::tests
