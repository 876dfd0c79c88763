#pragma once

#include "core/base/clock.h"
#include "core/base/digest.h"
#include "core/bus/bus.h"
#include "core/storage/catalogue.h"
#include "core/storage/driver.h"
#include "core/storage/move_progress.h"
#include "core/storage/scan_row.h"
#include "core/store/state_store.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace greenward::storage {

/// Hands a function to the engine thread, which runs it later. Callable from any thread; must not run it at once.
using PostToEngine = std::function<void(std::function<void()>)>;

/// May this tenant emit about so much more for a migration? Asked on the engine thread before each chunk; an error
/// pauses the batch with its detail as the reason.
using BudgetGate = std::function<Result<void>(const TenantId &tenant, GramsCO2e estimate)>;

/// Everything outlives the component.
struct StorageDependencies
{
    bus::Bus &bus;
    store::StateStore &store;
    Catalogue &catalogue;
    const Clock &clock;
    const HasherFactory &hashers;
    const DriverFactory &drivers;
    PostToEngine postToEngine;
    /// Empty: asks sustainability.carbon.budget.evaluate and refuses when it says no or fails (C-49).
    BudgetGate gate;
    /// On the engine thread, after a migration's own emission became durable in the state store: for the running
    /// budget figures. Not to be stored again. May be empty.
    std::function<void(const store::UsageRecord &)> booked;
    /// On the engine thread, when a scan or a batch began, ended, or went on since the last tick. May be empty.
    std::function<void(const BackendId &)> scanChanged;
    std::function<void(BatchId)> batchChanged;
    /// Sets this installation's staging files apart from those of another one that uses the same target: 1 to 32
    /// letters and digits.
    std::string instance = "local";
};

/// Whether storage.backend.registered is published: not when a known backend is connected again at start.
enum class Announce { Yes, No };
/// Whether recover() goes on with interrupted batches or only shows them (one-shot commands).
enum class Recovery { Resume, Hold };

/// Backends, their inventory and their migrations. Answers storage.list, storage.health and storage.migrate.request;
/// publishes storage.backend.registered and sustainability.green-tiering.batch.complete.
///
/// Engine thread only; scans and moves run on threads of their own and come back through postToEngine. Destruction
/// stops them, waits for them (each stops within one read or write of 1 MiB) and leaves a journal from which
/// recover() goes on; functions already posted then do nothing.
class StorageComponent final
{
public:
    explicit StorageComponent(StorageDependencies dependencies);
    ~StorageComponent();
    StorageComponent(const StorageComponent &) = delete;
    StorageComponent &operator=(const StorageComponent &) = delete;

    // ---- backends
    /// Connects and checks without keeping anything: each directory is there, readable, absolute, and neither the same
    /// as nor inside nor around nor a view of another attached or checked one. Profiles always pass.
    Result<void> check(std::span<const BackendSpec> specs) const;
    Result<void> check(const BackendSpec &spec) const { return check(std::span(&spec, 1)); }
    /// check(), mark the place, and keep. An attached id gets the new description; its place cannot change while a scan
    /// or a batch that is not ended uses it (Refused). A backend that cannot be reached, or whose place is not the one
    /// it had, is an error; with Announce::No (start) it is kept as unreachable and tried again when asked for.
    Result<void> attach(const BackendSpec &spec, Announce announce);
    /// Forgets the backend and its inventory; objects stay where they are. Refused as checkUnused() says.
    Result<void> detach(const BackendId &id);
    /// Refused while a scan or a batch uses it, naming which and what ends that.
    Result<void> checkUnused(const BackendId &id) const;
    /// What lies at the backend's path now is its place from here on: its disk was replaced, or the marker removed. The
    /// audit entry gets what it was before and is now as its body, and is durable with it. `withoutObjects`: also when
    /// none of the objects the catalogue has of it are there.
    Result<void> acceptPlace(const BackendId &id, bool withoutObjects, store::AuditEntry audit);
    /// By what the place of a backend is known again.
    std::optional<PlaceRecord> place(const BackendId &id) const;

    // ---- inventory
    Result<void> startScan(const BackendId &id);
    Result<void> cancelScan(const BackendId &id);
    /// Running and last scans, by backend.
    std::vector<ScanRow> scans() const;
    const Catalogue &catalogue() const;

    // ---- migrations, started by storage.migrate.request
    /// Stops soon; objects under way go back to planned. Survives a restart.
    Result<void> pause(BatchId batch, std::string why);
    Result<void> resume(BatchId batch);
    /// What is not switched yet becomes cancelled; what is switched is brought to its end.
    Result<void> cancel(BatchId batch);
    /// Failed and waiting objects are planned again, with all their tries, and the batch goes on.
    Result<void> retry(BatchId batch);
    /// Ends the grace time: sources of switched objects are released as soon as their checks pass.
    Result<void> releaseNow(BatchId batch);
    /// After recover(Recovery::Hold): begins to release sources whose grace time is over. Whether there were any.
    bool releaseDue(BatchId batch);
    /// Batches that are not ended, and those that ended since start.
    std::vector<BatchProgress> batches() const;
    std::optional<BatchProgress> batch(BatchId id) const;

    // ---- life
    /// After all backends are attached: takes up the batches an earlier run left open.
    Result<void> recover(Recovery recovery);
    /// Starts due retries and due releases. Call it about once a second.
    void tick(Instant now);
    /// How many scans and batches work right now.
    std::size_t atWork() const;
    bool isBusy() const { return atWork() > 0; }

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace greenward::storage
