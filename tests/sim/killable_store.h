#pragma once

#include "core/store/state_store.h"
#include "tests/sim/lockstep.h"
#include "tests/sim/teeth.h"

#include <memory>

namespace greenward::sim {

/// A real state store that a dead process no longer reaches: each write is one step, and once the process is dead
/// nothing more goes through. What went through before is durable, as the store promises; its own tests see to that.
class KillableStore final : public store::StateStore
{
public:
    KillableStore(std::unique_ptr<store::StateStore> inner, Lockstep &lockstep, Teeth teeth)
        : m_inner(std::move(inner))
        , m_lockstep(lockstep)
        , m_teeth(teeth)
    {}

    void submit(store::Transaction transaction, Done done) override;
    Result<void> record(store::UsageEntry entry) override;
    void observeUsage(store::UsageReceiver *observer) override { m_inner->observeUsage(observer); }
    store::StoreHealth health() const override { return m_inner->health(); }

    Result<std::vector<store::Document>> documents(store::Collection collection) const override;
    Result<store::Document> document(store::Collection collection, const std::string &id) const override
    {
        return alive([&] { return m_inner->document(collection, id); });
    }
    Result<std::vector<store::Document>> lastDocuments(store::Collection collection, const std::string &before,
                                                       std::size_t limit) const override
    {
        return alive([&] { return m_inner->lastDocuments(collection, before, limit); });
    }
    Result<std::vector<store::MoveRecord>> moves(const MoveQuery &query) const override
    {
        return alive([&] { return m_inner->moves(query); });
    }
    Result<std::vector<store::MoveTotal>> moveTotals(BatchId batch) const override
    {
        return alive([&] { return m_inner->moveTotals(batch); });
    }
    Result<std::optional<BatchId>> openBatchOf(const BackendId &source, const ObjectKey &key) const override
    {
        return alive([&] { return m_inner->openBatchOf(source, key); });
    }
    Result<std::optional<store::PlacementRecord>> placementOf(const BackendId &backend,
                                                              const ObjectKey &key) const override
    {
        return alive([&] { return m_inner->placementOf(backend, key); });
    }
    Result<std::vector<store::UsageHour>> usageHours(const std::optional<TenantId> &tenant, Instant from,
                                                     Instant to) const override
    {
        return alive([&] { return m_inner->usageHours(tenant, from, to); });
    }
    Result<std::vector<store::UsageSum>> usageSums(std::span<const store::UsageWindow> windows) const override
    {
        return alive([&] { return m_inner->usageSums(windows); });
    }
    Result<std::vector<TenantId>> usageTenants() const override
    {
        return alive([&] { return m_inner->usageTenants(); });
    }
    Result<std::vector<store::ClosedPeriod>> closedPeriods(const std::optional<TenantId> &tenant,
                                                           std::size_t limit) const override
    {
        return alive([&] { return m_inner->closedPeriods(tenant, limit); });
    }
    Result<std::vector<store::UnclosedHour>> unclosedHours(std::span<const store::UsageWindow> open) const override
    {
        return alive([&] { return m_inner->unclosedHours(open); });
    }
    Result<std::vector<store::UsageRecord>> recentUsage(const std::optional<TenantId> &tenant,
                                                        std::size_t limit) const override
    {
        return alive([&] { return m_inner->recentUsage(tenant, limit); });
    }
    Result<std::vector<store::AuditRow>> audit(std::int64_t before, std::size_t limit) const override
    {
        return alive([&] { return m_inner->audit(before, limit); });
    }
    Result<std::vector<store::EventRow>> events(std::int64_t before, std::size_t limit) const override
    {
        return alive([&] { return m_inner->events(before, limit); });
    }
    Result<UsageVerdict> verifyUsage(std::stop_token stop) const override
    {
        return alive([&] { return m_inner->verifyUsage(std::move(stop)); });
    }
    Result<AuditVerdict> verifyAudit(std::stop_token stop, const ProgressSink &progress) const override
    {
        return alive([&] { return m_inner->verifyAudit(std::move(stop), progress); });
    }

private:
    template<typename F>
    auto alive(F read) const -> decltype(read())
    {
        CORE_CHECK(m_lockstep.look());
        return read();
    }

    Result<void> commitPieces(store::Transaction &transaction);

    std::unique_ptr<store::StateStore> m_inner;
    Lockstep &m_lockstep;
    Teeth m_teeth;
};

} // namespace greenward::sim
