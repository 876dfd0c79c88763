#pragma once

#include "core/storage/driver.h"

namespace greenward::tests {

/// Passes every call on; what a test wants to be otherwise it overrides.
class PassingDriver : public storage::Driver
{
public:
    explicit PassingDriver(std::shared_ptr<storage::Driver> inner)
        : m_inner(std::move(inner))
    {}

    const storage::Extent &extent() const override { return m_inner->extent(); }
    Result<storage::PlaceFacts> placeFacts() const override { return m_inner->placeFacts(); }
    Result<void> expectPlace(const BackendId &backend, const storage::PlaceRecord &record) override
    {
        return m_inner->expectPlace(backend, record);
    }
    Result<void> confirmPlace() const override { return m_inner->confirmPlace(); }
    Result<storage::PlaceMark> markPlace(const BackendId &backend, Instant now) override
    {
        return m_inner->markPlace(backend, now);
    }
    Result<void> unmarkPlace(const std::string &id) override { return m_inner->unmarkPlace(id); }
    Result<std::string> plantCanary() override { return m_inner->plantCanary(); }
    void removeCanary(const std::string &name) override { m_inner->removeCanary(name); }
    Result<std::optional<std::string>> findReserved(const std::string &name) const override
    {
        return m_inner->findReserved(name);
    }

    bus::BackendHealth probe(Instant now) const override { return m_inner->probe(now); }
    Result<void> list(storage::ListSink &sink, std::stop_token stop) const override
    {
        return m_inner->list(sink, std::move(stop));
    }
    Result<storage::ObjectInfo> stat(const ObjectKey &key) const override { return m_inner->stat(key); }
    Result<std::unique_ptr<storage::Reader>> open(const ObjectKey &key) const override { return m_inner->open(key); }
    Result<std::optional<storage::FileIdentity>> identity(const ObjectKey &key) const override
    {
        return m_inner->identity(key);
    }
    Result<std::vector<storage::DirectoryTraits>> parents(const ObjectKey &key) const override
    {
        return m_inner->parents(key);
    }
    std::optional<std::string> linkTo(const ObjectKey &key) const override { return m_inner->linkTo(key); }

    Result<std::unique_ptr<storage::Writer>> stage(const std::string &name) override { return m_inner->stage(name); }
    Result<void> settleStaged(std::span<const std::string> names) override { return m_inner->settleStaged(names); }
    Result<std::unique_ptr<storage::Reader>> openStaged(const std::string &name) const override
    {
        return m_inner->openStaged(name);
    }
    Result<void> unstage(const std::string &name) override { return m_inner->unstage(name); }
    Result<void> publish(const std::string &name, const ObjectKey &key) override { return m_inner->publish(name, key); }
    Result<void> makeParents(const ObjectKey &key, std::span<const storage::DirectoryTraits> traits) override
    {
        return m_inner->makeParents(key, traits);
    }
    Result<void> settle(std::span<const ObjectKey> keys) override { return m_inner->settle(keys); }

    Result<void> flush(std::span<const ObjectKey> keys) override { return m_inner->flush(keys); }
    Result<std::unique_ptr<storage::Reader>> openFlushed(const ObjectKey &key) const override
    {
        return m_inner->openFlushed(key);
    }
    Result<bool> showsMark(const ObjectKey &key, const std::string &token) const override
    {
        return m_inner->showsMark(key, token);
    }
    Result<void> plant(const ObjectKey &key, const std::string &token) override { return m_inner->plant(key, token); }
    Result<void> unplant(const ObjectKey &key, const std::string &token) override
    {
        return m_inner->unplant(key, token);
    }

    Result<void> mayRelease(const ObjectKey &key, LeaveBehind leave) const override
    {
        return m_inner->mayRelease(key, leave);
    }
    Result<std::unique_ptr<storage::SetAside>> setAside(const ObjectKey &key,
                                                        const storage::ReleaseOrder &order) override
    {
        return m_inner->setAside(key, order);
    }
    void removeEmptied(std::span<const ObjectKey> keys) override { m_inner->removeEmptied(keys); }
    Result<void> undoRelease(const ObjectKey &key, const std::string &token) override
    {
        return m_inner->undoRelease(key, token);
    }

protected:
    storage::Driver &inner() const { return *m_inner; }

private:
    std::shared_ptr<storage::Driver> m_inner;
};

} // namespace greenward::tests
