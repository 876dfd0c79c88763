#pragma once

#include "core/adapters/catalogue/sqlite_catalogue.h"
#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/localfs/local_driver_factory.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/storage/storage_component.h"
#include "tests/support/manual_clock.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>

namespace greenward::tests {

/// A known good value, or the end of the program with the error on stderr.
template<typename T>
T sure(Result<T> result);

/// The queue of an engine thread: the thread that calls run() is it.
class EngineQueue final
{
public:
    void post(std::function<void()> work);
    /// Runs what comes in until `done` holds; false when it does not within a minute.
    bool runUntil(const std::function<bool()> &done);

private:
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<std::function<void()>> m_queue;
};

/// The storage component with everything real around it: state store, catalogue and directories below one root, on
/// this thread as the engine thread. Can be closed and opened again like a program that is restarted.
class StorageWorld final
{
public:
    struct Options
    {
        std::shared_ptr<const storage::DriverFactory> drivers; ///< nothing: local directories
        storage::BudgetGate gate;                              ///< nothing: everything fits
        std::vector<std::string> backends; ///< attached before batches are taken up, as a program that restarts does
    };
    explicit StorageWorld(std::filesystem::path root, Options options = {});
    ~StorageWorld();

    /// Root of a backend of that name; made, attached, and attached again after each restart.
    std::filesystem::path addBackend(const std::string &name);
    void addBackend(BackendSpec spec);
    static BackendSpec localSpec(const std::string &name, const std::filesystem::path &path);

    void close();
    void open(storage::Recovery recovery = storage::Recovery::Resume);

    /// Scans to the end.
    storage::ScanRow scan(const std::string &backend);
    /// Journals a batch of everything the catalogue has of `tenant` at `source`; how many objects that is.
    std::size_t plan(std::int64_t batch, const std::string &tenant, const std::string &source,
                     const std::string &target);
    /// An order to move at once, at 3 micrograms per 7 bytes.
    static bus::MigrateBatch order(std::int64_t batch, const std::string &tenant, const std::string &source,
                                   const std::string &target);
    Result<void> start(const bus::MigrateBatch &order);
    /// Until neither a scan nor a batch works; false after a minute.
    bool settle();
    /// start() and settle(); the batch as it then stands.
    storage::BatchProgress migrate(const bus::MigrateBatch &order);
    bool runUntil(const std::function<bool()> &done) { return m_engine.runUntil(done); }

    storage::StorageComponent &component() { return *m_component; }
    adapters::SqliteStateStore &store() { return *m_store; }
    adapters::SqliteCatalogue &catalogue() { return *m_catalogue; }
    bus::Bus &bus() { return m_bus; }
    ManualClock &clock() { return m_clock; }
    const HasherFactory &hashers() const { return m_hashers; }
    const std::filesystem::path &root() const { return m_root; }

    std::vector<store::MoveRecord> moves(std::int64_t batch);
    store::MoveRecord move(std::int64_t batch, const std::string &key);
    /// Micrograms booked as "migration", by the store's own hourly sums.
    std::int64_t bookedMicrograms(const std::string &tenant);
    /// What was told to the engine as booked, and what ended.
    std::vector<store::UsageRecord> booked;
    std::vector<bus::BatchComplete> completed;

private:
    std::filesystem::path m_root;
    Options m_options;
    ManualClock m_clock;
    adapters::OpenSslHasherFactory m_hashers;
    adapters::LocalDriverFactory m_localDrivers;
    EngineQueue m_engine;
    bus::Bus m_bus;
    Subscription m_completions;
    std::vector<BackendSpec> m_specs;
    std::unique_ptr<adapters::SqliteStateStore> m_store;
    std::unique_ptr<adapters::SqliteCatalogue> m_catalogue;
    std::unique_ptr<storage::StorageComponent> m_component;
};

/// No staging, release or pointer draft of ours is left anywhere below `root`.
bool isClean(const std::filesystem::path &root);
/// The first such file; empty: none.
std::string leftBehind(const std::filesystem::path &root);

[[noreturn]] void endWith(const Error &error);

template<typename T>
T sure(Result<T> result)
{
    if (!result) endWith(result.error());
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

} // namespace greenward::tests
