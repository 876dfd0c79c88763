#include "tests/support/grid_world.h"

#include "app/composition/compose.h"
#include "app/composition/grid_services.h"
#include "core/adapters/catalogue/sqlite_catalogue.h"
#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/files/plain_files.h"
#include "core/adapters/localfs/local_driver_factory.h"
#include "core/adapters/os/system_ids.h"
#include "core/adapters/series/sqlite_series_store.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/engine/engine.h"
#include "core/grid/credential_keeper.h"

namespace greenward::tests {
namespace {

/// What the test put down, for an engine that wants to be able to save, too.
class MemoryKeeper final : public grid::CredentialKeeper
{
public:
    explicit MemoryKeeper(std::shared_ptr<grid::MemoryCredentials> secrets)
        : m_secrets(std::move(secrets))
    {}
    grid::CredentialState state(const std::string &source, const std::string &field) const override
    {
        return m_secrets->state(source, field);
    }
    std::optional<Secret> find(const std::string &source, const std::string &field) const override
    {
        return m_secrets->find(source, field);
    }
    void setListener(Listener listener) override { m_secrets->setListener(std::move(listener)); }
    std::vector<grid::CredentialRow> rows() const override { return {}; }
    void save(const std::string &source, const std::string &field, Secret secret, grid::KeepSecret, Done done) override
    {
        m_secrets->put(source, field, std::move(secret));
        done({});
    }
    void remove(const std::string &source, const std::string &field, Done done) override
    {
        m_secrets->put(source, field, Secret());
        done({});
    }
    void refresh() override {}

private:
    std::shared_ptr<grid::MemoryCredentials> m_secrets;
};

Result<std::unique_ptr<engine::Engine>> compose(GridWorld &world, const std::filesystem::path &directory,
                                                engine::ChangeFeed &changes,
                                                std::function<void(std::function<void()>)> post)
{
    constexpr auto kMode = store::OpenMode::ReadWrite;
    std::filesystem::create_directories(directory);
    const auto hashers = std::make_shared<adapters::OpenSslHasherFactory>();
    engine::Ports ports;
    ports.ids = std::make_shared<adapters::SystemIds>();
    CORE_TRY(ports.store, adapters::SqliteStateStore::open(directory, kMode, *hashers));
    CORE_TRY(ports.catalogue, adapters::SqliteCatalogue::open((directory / "catalog.db").string(), kMode));
    CORE_TRY(ports.series, adapters::SqliteSeriesStore::open((directory / "series.db").string(), kMode));
    CORE_TRY(ports.reference, app::shippedReference());
    ports.clock = world.clock;
    ports.hashers = hashers;
    ports.drivers = std::make_shared<adapters::LocalDriverFactory>();
    ports.files = std::make_shared<adapters::PlainFiles>(directory, std::string(budget::kOwnBudgetsFile));
    ports.credentials = std::make_shared<MemoryKeeper>(world.credentials);
    ports.gridProviders = app::makeGridProviders(world.clock, post, "test", false);
    ports.directory = directory.string();
    ports.version = "test";
    ports.instance = "test";
    ports.changes = &changes;
    ports.post = std::move(post);
    return engine::Engine::open(std::move(ports));
}

} // namespace

Result<std::unique_ptr<engine::EngineHost>> GridWorld::open(const std::filesystem::path &directory)
{
    CORE_TRY(auto host, engine::EngineHost::start([this, &directory](engine::ChangeFeed &changes,
                                                                     std::function<void(std::function<void()>)> post) {
                 return compose(*this, directory, changes, std::move(post));
             }));
    const Actor by = *Actor::parse("test");
    for (const char *source : {"watttime", "electricitymaps", "gb-carbon-intensity", "energy-charts"}) {
        const engine::SetGridSource set{.id = source, .url = grid.urlOf(source), .enabled = true};
        CORE_CHECK(host->ask([&](engine::Engine &engine) { return engine.apply(set, by); }));
    }
    return host;
}

} // namespace greenward::tests
