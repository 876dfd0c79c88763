#include "tests/sim/process.h"

#include "core/adapters/catalogue/sqlite_catalogue.h"
#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/adapters/tables/shipped_tables.h"
#include "tests/sim/killable_store.h"

#include <cstdlib>

namespace greenward::sim {
namespace {

/// Yearly averages and coefficients as shipped; presets and region facts would only take time.
const engine::ReferenceData &reference()
{
    static const engine::ReferenceData data = [] {
        auto shipped = adapters::shippedTables();
        if (!shipped) std::abort();
        return engine::ReferenceData{std::move(shipped->grid), {}, {}, std::move(shipped->coefficients)};
    }();
    return data;
}

/// The fault that was: a time and a count that begins anew with each process.
class TimeMadeIds final : public IdSource
{
public:
    explicit TimeMadeIds(const SimClock &clock)
        : m_clock(clock)
    {}
    std::string next() override
    {
        return hexId(static_cast<std::uint64_t>(m_clock.now().time_since_epoch().count()), ++m_count);
    }

private:
    const SimClock &m_clock;
    std::uint64_t m_count = 0;
};

} // namespace

std::string hexId(std::uint64_t high, std::uint64_t low)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint64_t half : {high, low})
        for (unsigned shift = 64; shift > 0; shift -= 4)
            text.push_back(kDigits[(half >> (shift - 4)) & 15U]);
    return text;
}

Result<std::string> SimFiles::read(const std::string &path) const
{
    CORE_CHECK(m_lockstep.look());
    const auto at = m_files.find(path);
    if (at == m_files.end()) return fail(ErrorCode::NotFound, path, "No such file or directory");
    return at->second;
}

Result<void> SimFiles::write(const std::string &path, std::string_view text)
{
    CORE_CHECK(m_lockstep.step("write file"));
    m_files[path] = text;
    return {};
}

Result<std::string> SimFiles::setAside(const std::string &path, std::string_view why)
{
    CORE_CHECK(m_lockstep.step("set file aside"));
    auto file = m_files.extract(path);
    if (file.empty()) return fail(ErrorCode::NotFound, path, "No such file or directory");
    file.key() = path + "." + std::string(why) + "-1";
    return m_files.insert(std::move(file)).position->first;
}

Result<std::unique_ptr<Process>> Process::start(const Host &host, bool resume)
{
    static const auto hashers = std::make_shared<adapters::OpenSslHasherFactory>();
    host.lockstep.begin();
    std::unique_ptr<Process> process(new Process(host.lockstep));
    CORE_TRY(std::unique_ptr<store::StateStore> store,
             adapters::SqliteStateStore::open(host.directory, store::OpenMode::ReadWrite, *hashers));
    engine::Ports ports;
    CORE_TRY(ports.catalogue, adapters::SqliteCatalogue::open((host.directory / "catalog.db").string()));
    ports.clock = std::shared_ptr<const Clock>(std::shared_ptr<void>(), &host.clock);
    ports.clockWitness = std::shared_ptr<const engine::ClockWitness>(std::shared_ptr<void>(), &host.clock);
    ports.hashers = hashers;
    ports.drivers = std::make_shared<SimDriverFactory>(host.machine, host.teeth);
    ports.files = host.files;
    ports.ids = host.ids;
    if (host.teeth.timeMadeIds) ports.ids = std::make_shared<TimeMadeIds>(host.clock);
    ports.store = std::make_unique<KillableStore>(std::move(store), host.lockstep, host.teeth);
    ports.reference = reference();
    ports.directory = "/data";
    ports.version = "simulated";
    ports.instance = "sim";
    ports.resumeInterrupted = resume;
    ports.changes = &process->m_changes;
    ports.post = [&lockstep = host.lockstep](std::function<void()> work) {
        lockstep.post(std::move(work));
    };
    CORE_TRY(process->m_engine, engine::Engine::open(std::move(ports)));
    process->settle();
    return process;
}

Process::~Process()
{
    if (!m_engine) return;
    if (m_engine->busy()) m_lockstep.kill(); // nothing is at rest only when it was killed
    m_engine.reset();
}

Result<engine::Outcome> Process::apply(const engine::Command &command)
{
    auto outcome = m_engine->apply(command, Actor::parse("sim").value());
    settle();
    return outcome;
}

void Process::tick()
{
    m_engine->tick();
    settle();
}

void Process::settle()
{
    m_lockstep.drain([this] { return m_engine->atWork(); });
}

} // namespace greenward::sim
