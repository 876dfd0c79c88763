#include "app/composition/compose.h"

#include "app/composition/grid_services.h"
#include "app/composition/lost_files.h"
#include "app/composition/secrets.h"
#include "core/adapters/catalogue/sqlite_catalogue.h"
#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/files/plain_files.h"
#include "core/adapters/localfs/local_driver_factory.h"
#include "core/adapters/os/data_directory.h"
#include "core/adapters/os/file_limit.h"
#include "core/adapters/os/system_clock.h"
#include "core/adapters/os/system_clock_witness.h"
#include "core/adapters/os/system_ids.h"
#include "core/adapters/series/sqlite_series_store.h"
#include "core/adapters/sqlite/rebuildable.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/adapters/tables/shipped_tables.h"
#include "core/base/json_reader.h"
#include "core/engine/ports.h"

#include <algorithm>
#include <cstdlib>
#include <random>

#include <pwd.h>
#include <unistd.h>

namespace greenward::app {
namespace {

namespace fs = std::filesystem;

/// Names this installation's staging files at its targets. Made once per data directory and kept in its store.
Result<std::string> instanceName(store::StateStore &store, bool readOnly)
{
    constexpr std::string_view kId = "instance";
    CORE_TRY(const std::vector<store::Document> settings, store.documents(store::Collection::Setting));
    const auto known =
        std::find_if(settings.begin(), settings.end(), [&](const store::Document &one) { return one.id == kId; });
    if (known != settings.end()) {
        const Json name = parseJson(known->json, "instance").value_or(Json());
        if (name.is_string()) return name.get<std::string>();
        return fail(ErrorCode::StoreDamaged, "setting instance", "\"" + known->json + "\" is not a name");
    }
    if (readOnly) return std::string("readonly");
    constexpr std::string_view kLetters = "abcdefghijkmnpqrstuvwxyz23456789";
    std::random_device random;
    std::string name;
    for (int i = 0; i < 12; ++i)
        name.push_back(kLetters[random() % kLetters.size()]);
    store::Transaction transaction;
    transaction.put(store::Collection::Setting, std::string(kId), Json(name).dump());
    CORE_TRY(const store::CommitInfo written, store.commit(std::move(transaction)));
    static_cast<void>(written);
    return name;
}

/// Refused for a store with which nothing is wrong: to begin anew is for what cannot be used.
Result<void> checkUnusable(const fs::path &path, const HasherFactory &hashers)
{
    if (!fs::exists(path / "state.db")) return {};
    const auto store = adapters::SqliteStateStore::open(path, store::OpenMode::ReadWrite, hashers);
    if (!store && store.error().code != ErrorCode::StoreDamaged) return Unexpected{store.error()};
    if (!store) return {};
    const auto rows = (*store)->verifyAudit({}, {});
    const auto ledger = (*store)->verifyUsage({});
    if (!rows || !rows->intact || !ledger || !ledger->intact) return {};
    return fail(ErrorCode::Refused, "new-state",
                "the store in " + path.string() +
                    " is in order, so it is not given up; to begin with an empty one, use another --data-dir");
}

/// The operator's word about a store that is not what was there last, before it is opened.
Result<void> applyChoice(StateChoice choice, const fs::path &path, const HasherFactory &hashers, Instant now)
{
    if (choice == StateChoice::AsNoted) return {};
    if (choice == StateChoice::Accept) return adapters::SqliteStateStore::accept(path);
    CORE_CHECK(checkUnusable(path, hashers));
    CORE_CHECK(adapters::SqliteStateStore::beginAnew(path, now));
    for (const char *file : {kCatalogueFile, kSeriesFile}) { // what they hold is about a store that is no more
        if (!fs::exists(path / file)) continue;
        CORE_TRY(const std::string aside, adapters::sqlite::keepAside((path / file).string()));
        std::string name = aside; // by the operator's word: nothing was damaged
        name.replace(name.rfind(".damaged-"), std::string_view(".damaged-").size(), ".replaced-");
        std::error_code failure;
        fs::rename(aside, name, failure); // under the other name it is kept as well
    }
    return {};
}

/// One that was begun anew is short of all that was known before, and no later process would see it by itself: it is a
/// problem until the operator takes the damaged one away.
Result<void> checkKept(const fs::path &path)
{
    std::error_code failure;
    for (const fs::directory_entry &entry : fs::directory_iterator(path, failure)) {
        const std::string name = entry.path().filename().string();
        for (const auto &[file, again] : {std::pair{kCatalogueFile, kScanAgain}, {kSeriesFile, kAskAgain}})
            if (name.starts_with(std::string(file) + ".damaged-"))
                return fail(ErrorCode::StoreDamaged, name,
                            "was damaged and is kept; what was begun in its place knows only what came since: " +
                                std::string(again) + ", then remove it");
    }
    return {};
}

/// What there is to say of a file that can be had again; empty when all is well.
std::string stateOf(const std::string &name, const std::string &again, const std::string &quarantined,
                    const std::string &damage)
{
    if (!quarantined.empty()) return name + " was damaged and kept as " + quarantined + "; to fill it again, " + again;
    if (!damage.empty()) return name + " cannot be read: " + damage;
    return {};
}

/// Gone, or made and never filled: SQLite takes a file without a byte for a database without a table.
bool holdsNothing(const fs::path &file)
{
    std::error_code failure;
    const auto size = fs::file_size(file, failure);
    return failure ? !fs::exists(file, failure) : size == 0;
}

/// How long a program that ends at once waits for a keychain.
constexpr std::chrono::seconds kKeychainPatience{5};

Result<std::unique_ptr<engine::Engine>> compose(const OpenOptions &options, engine::ChangeFeed &changes,
                                                std::function<void(std::function<void()>)> post,
                                                std::shared_future<void> &looked)
{
    const auto clock = std::make_shared<adapters::SystemClock>();
    const auto hashers = std::make_shared<adapters::OpenSslHasherFactory>();
    const store::OpenMode mode = options.readOnly ? store::OpenMode::ReadOnly : store::OpenMode::ReadWrite;
    CORE_TRY(adapters::DataDirectory directory,
             adapters::DataDirectory::open(options.directory, mode,
                                           {.program = options.program, .startedAt = clock->now()}));
    const fs::path path = directory.path();
    if (options.readOnly && options.state != StateChoice::AsNoted)
        return fail(ErrorCode::ReadOnly, "data directory",
                    path.string() + " was opened read-only: nothing can be changed");
    CORE_CHECK(applyChoice(options.state, path, *hashers, clock->now()));
    const bool isThere = fs::exists(path / "state.db");
    if (!isThere && directory.hasHeldStore()) return Unexpected{adapters::SqliteStateStore::goneFrom(path)};
    const bool usedBefore = isThere && options.state != StateChoice::Renew;
    const MissingFiles missing{usedBefore && holdsNothing(path / kCatalogueFile),
                               usedBefore && holdsNothing(path / kSeriesFile)};
    CORE_TRY(std::unique_ptr<adapters::SqliteStateStore> store, adapters::SqliteStateStore::open(path, mode, *hashers));
    directory.noteStore();
    CORE_TRY(std::unique_ptr<adapters::SqliteCatalogue> catalogue,
             adapters::SqliteCatalogue::open((path / kCatalogueFile).string(), mode));
    CORE_TRY(std::unique_ptr<adapters::SqliteSeriesStore> series,
             adapters::SqliteSeriesStore::open((path / kSeriesFile).string(), mode));
    CORE_TRY(const std::string lost, noteLostFiles(*store, *series, missing, clock->now()));
    CORE_TRY(engine::ReferenceData reference, shippedReference());
    CORE_TRY(std::string instance, instanceName(*store, options.readOnly));

    engine::Ports ports;
    ports.directoryLock = std::make_shared<adapters::DataDirectory>(std::move(directory));
    ports.clock = clock;
    ports.clockWitness = std::make_shared<adapters::SystemClockWitness>();
    ports.ids = std::make_shared<adapters::SystemIds>();
    ports.hashers = hashers;
    ports.drivers = options.drivers ? options.drivers : std::make_shared<adapters::LocalDriverFactory>();
    ports.files = std::make_shared<adapters::PlainFiles>(path, std::string(budget::kOwnBudgetsFile));
    ports.store = std::move(store);
    ports.problem =
        stateOf("the object catalogue (catalog.db)", kScanAgain, catalogue->quarantined(), catalogue->damage());
    if (ports.problem.empty())
        ports.problem =
            stateOf("what is stored of the grid (series.db)", kAskAgain, series->quarantined(), series->damage());
    if (ports.problem.empty()) ports.problem = lost;
    ports.catalogue = std::move(catalogue);
    ports.series = std::move(series);
    ports.checkFiles = [path](const std::stop_token &) -> Result<void> {
        CORE_CHECK(adapters::sqlite::checkRebuildable((path / kCatalogueFile).string(), kScanAgain));
        CORE_CHECK(adapters::sqlite::checkRebuildable((path / kSeriesFile).string(), kAskAgain));
        return checkKept(path);
    };
    ports.gridProviders = makeGridProviders(clock, post, GREENWARD_VERSION, isOffline());
    ports.followGrid = options.followGrid;
    if (options.secrets) {
        Secrets::Opened opened = options.secrets->open(ports.gridProviders->kinds(), post);
        ports.credentials = std::move(opened.keeper);
        looked = opened.looked;
        if (ports.problem.empty()) ports.problem = opened.problem;
    }
    ports.reference = std::move(reference);
    ports.directory = path.string();
    ports.version = GREENWARD_VERSION;
    ports.instance = std::move(instance);
    ports.sample = fs::exists(path / kSampleMarker);
    ports.resumeInterrupted = options.resumeInterrupted;
    ports.changes = &changes;
    ports.post = std::move(post);
    return engine::Engine::open(std::move(ports));
}

} // namespace

Result<std::unique_ptr<engine::EngineHost>> openEngine(const OpenOptions &options)
{
    adapters::allowManyOpenFiles();
    std::shared_future<void> looked;
    auto host =
        engine::EngineHost::start([&](engine::ChangeFeed &changes, std::function<void(std::function<void()>)> post) {
            return compose(options, changes, std::move(post), looked);
        });
    if (host && options.awaitSecrets && looked.valid()) static_cast<void>(looked.wait_for(kKeychainPatience));
    return host;
}

Result<engine::ReferenceData> shippedReference()
{
    CORE_TRY(adapters::ShippedTables shipped, adapters::shippedTables());
    return engine::ReferenceData{std::move(shipped.grid), std::move(shipped.presets), std::move(shipped.regionFacts),
                                 std::move(shipped.coefficients)};
}

fs::path defaultDataDirectory()
{
    // Read once at start, before any thread exists.
    const auto variable = [](const char *name) -> std::string {
        const char *value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
        return value ? value : "";
    };
    if (const std::string own = variable("GREENWARD_DATA_DIR"); !own.empty()) return own;
    if (const std::string data = variable("XDG_DATA_HOME"); !data.empty()) return fs::path(data) / "greenward";
    std::string home = variable("HOME");
    if (home.empty())
        if (const passwd *user = getpwuid(getuid())) home = user->pw_dir; // NOLINT(concurrency-mt-unsafe)
    return fs::path(home) / ".local" / "share" / "greenward";
}

} // namespace greenward::app
