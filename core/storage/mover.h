#pragma once

#include "core/bus/bus.h"
#include "core/storage/batch_order.h"
#include "core/storage/move_run.h"
#include "core/storage/storage_component.h"

#include <functional>
#include <map>
#include <memory>

namespace greenward::storage {

/// Carries out accepted batches and remembers them across restarts. Engine thread only.
class Mover final
{
public:
    struct Drivers
    {
        std::function<Result<std::shared_ptr<Driver>>(const BackendId &)> of;
        std::function<std::map<BackendId, std::shared_ptr<Driver>>()> all;
    };
    /// References outlive this.
    Mover(const StorageDependencies &dependencies, Drivers drivers, const Holds &holds);
    ~Mover();
    Mover(const Mover &) = delete;
    Mover &operator=(const Mover &) = delete;

    /// Accepts a batch whose objects are journalled, or goes on with one that is paused or waits.
    Result<void> start(const bus::MigrateBatch &order);
    Result<void> pause(BatchId batch, std::string why);
    Result<void> resume(BatchId batch);
    /// Also while the target cannot be reached: what is staged there is then left to be removed when it can.
    Result<void> cancel(BatchId batch);
    Result<void> retry(BatchId batch);
    Result<void> releaseNow(BatchId batch);

    std::vector<BatchProgress> batches() const;
    std::optional<BatchProgress> batch(BatchId id) const;
    /// A batch that is not ended and moves from or to this backend.
    std::optional<BatchProgress> user(const BackendId &backend) const;
    /// When sources of this batch are held back though their grace time is over, by a program that goes on only with
    /// what it is told to (Recovery::Hold): begins to release them. Whether it did.
    bool releaseDue(BatchId batch);
    /// How many batches work right now.
    std::size_t atWork() const;

    Result<void> recover(Recovery recovery);
    void tick(Instant now);

private:
    struct Entry;
    Result<Entry *> find(BatchId batch);
    Entry &add(BatchOrder kept);
    /// Takes the entry's counts from the store.
    Result<void> load(Entry &entry);
    Result<void> keep(const BatchOrder &kept);
    void takeUp(Entry &entry, Recovery recovery);
    void hold(Entry &entry) const;
    Result<void> begin(Entry &entry, MoveRun::Wishes wishes);
    Result<std::unique_ptr<MoveTools>> toolsFor(const Entry &entry);
    Result<void> beginOrPause(Entry &entry, MoveRun::Wishes wishes);
    /// Ends the run under way, if there is one, and begins another as soon as it has ended.
    Result<void> beginAnew(Entry &entry, MoveRun::Wishes wishes);
    void ended(BatchId batch, const Result<void> &outcome);
    void settle(Entry &entry);
    void stoppedBy(Entry &entry, const Error &why);
    void pauseBy(Entry &entry, const Error &why);
    void announce(Entry &entry);
    void drop(const Entry &entry);
    Result<void> gate(const TenantId &tenant, GramsCO2e estimate) const;
    void changed(BatchId batch) const;
    /// Another batch came to rely on sources these were to remove: they stay.
    void recount(const std::vector<BatchId> &batches);
    BatchProgress progressOf(const Entry &entry) const;

    const StorageDependencies &m_out;
    Drivers m_drivers;
    const Holds &m_holds;
    EngineThread m_engine;
    std::map<BatchId, std::unique_ptr<Entry>> m_entries;
};

} // namespace greenward::storage
