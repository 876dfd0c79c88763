#pragma once

#include "core/adapters/sqlite/store_check.h"
#include "core/base/clock.h"
#include "core/store/open_mode.h"
#include "core/store/state_store.h"

#include <filesystem>
#include <memory>

namespace greenward::adapters {

/// The state of a data directory in one SQLite file, `state.db`: write-ahead log, a flush for every commit, one thread
/// that writes. Whatever waits while a flush runs goes into the next one together, so many writers share a flush and
/// a lone one waits for just one.
///
/// Open it read-write only while holding the directory's lock (adapters/os/data_directory.h). Any number of read-only
/// stores may look on from other processes.
class SqliteStateStore final : public store::StateStore
{
public:
    /// Creates the store if the directory has neither one nor other files of ours (ReadWrite; NotFound otherwise): what
    /// is gone is not begun anew in silence. A store whose log is gone or damaged, one that is older than state.head
    /// says, and another store than that are StoreDamaged too. Nothing in the directory is changed when it answers
    /// StoreDamaged (not a database, broken pages, a broken audit tail; the detail says what can be done) or
    /// StoreVersion (written by a newer Greenward). Read-only, a store with a broken audit log or broken pages still
    /// opens as far as it can be read, and health() says what is wrong. `hashers` outlives the store.
    static Result<std::unique_ptr<SqliteStateStore>> open(const std::filesystem::path &directory, store::OpenMode mode,
                                                          const HasherFactory &hashers);
    /// The operator's answer to StoreDamaged: renames the store's files to state.db.damaged-<time>, where nothing of
    /// ours touches them again, and puts an empty store in their place, whose health() names that file. Returns its
    /// path. Call it with the directory's lock held and no store open.
    static Result<std::filesystem::path> quarantineAndStartFresh(const std::filesystem::path &directory, Instant now);
    /// The same, also where the store is gone and only other files of ours are left; answers the path it was kept
    /// under.
    static Result<std::optional<std::filesystem::path>> beginAnew(const std::filesystem::path &directory, Instant now);
    /// What to say when there is no store where one was.
    static Error goneFrom(const std::filesystem::path &directory);
    /// The operator's other answer to a store that is not the one that was here last, or an older copy of it: it was
    /// put there on purpose. With the lock held and no store open.
    static Result<void> accept(const std::filesystem::path &directory);

    /// Writes all that was submitted, then closes. Stop submitting first.
    ~SqliteStateStore() override;

    void submit(store::Transaction transaction, Done done) override;
    Result<void> record(store::UsageEntry entry) override;
    void observeUsage(store::UsageReceiver *observer) override;
    void tryAgain() override;
    store::StoreHealth health() const override;
    Result<std::vector<store::Document>> documents(store::Collection collection) const override;
    Result<store::Document> document(store::Collection collection, const std::string &id) const override;
    Result<std::vector<store::Document>> lastDocuments(store::Collection collection, const std::string &before,
                                                       std::size_t limit) const override;
    Result<std::vector<store::MoveRecord>> moves(const MoveQuery &query) const override;
    Result<std::vector<store::MoveTotal>> moveTotals(BatchId batch) const override;
    Result<std::optional<BatchId>> openBatchOf(const BackendId &source, const ObjectKey &key) const override;
    Result<std::optional<store::PlacementRecord>> placementOf(const BackendId &backend,
                                                              const ObjectKey &key) const override;
    Result<std::vector<store::UsageHour>> usageHours(const std::optional<TenantId> &tenant, Instant from,
                                                     Instant to) const override;
    Result<std::vector<store::UsageSum>> usageSums(std::span<const store::UsageWindow> windows) const override;
    Result<std::vector<TenantId>> usageTenants() const override;
    Result<std::vector<store::ClosedPeriod>> closedPeriods(const std::optional<TenantId> &tenant,
                                                           std::size_t limit) const override;
    Result<std::vector<store::UnclosedHour>> unclosedHours(std::span<const store::UsageWindow> open) const override;
    Result<std::vector<store::UsageRecord>> recentUsage(const std::optional<TenantId> &tenant,
                                                        std::size_t limit) const override;
    Result<std::vector<store::AuditRow>> audit(std::int64_t before, std::size_t limit) const override;
    Result<std::vector<store::EventRow>> events(std::int64_t before, std::size_t limit) const override;
    Result<AuditVerdict> verifyAudit(std::stop_token stop, const ProgressSink &progress) const override;

    Result<UsageVerdict> verifyUsage(std::stop_token stop) const override;

private:
    class Parts;
    explicit SqliteStateStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace greenward::adapters
