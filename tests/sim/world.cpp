#include "tests/sim/world.h"

#include <algorithm>

namespace greenward::sim {
namespace {

constexpr std::int64_t kRoom = 100'000;
constexpr std::int64_t kDay = std::int64_t{86'400} * 1'000'000'000;

Branch rootOf(Disk &disk)
{
    return {&disk, disk.root()};
}

} // namespace

World::World(LifeOptions options)
    : m_options(std::move(options))
    , m_dice(m_options.seed)
    , m_lockstep(m_dice.split(), m_trace)
    , m_machine{m_lockstep, {}}
    , m_host{m_lockstep,
             m_machine,
             m_clock,
             std::make_shared<SimFiles>(m_lockstep),
             std::make_shared<SimIds>(m_dice.split()),
             m_options.directory,
             m_options.teeth}
{
    m_lockstep.watch = [this] {
        watch();
    };
}

World::~World() = default;

LifeReport World::live()
{
    setUp();
    if (m_options.beginsWithAView && !isOver()) moveIntoAView();
    for (int i = 0; i < m_options.actions && !isOver(); ++i)
        act();
    if (!isOver()) endInPeace();
    m_report.digest = m_trace.digest();
    m_report.steps = m_lockstep.steps();
    m_report.trace = m_trace.tail(isOver() ? 10'000 : 400);
    return m_report;
}

// ---- setting out

void World::setUp()
{
    for (const char *name : {"one", "two", "system"})
        m_owned.push_back(std::make_unique<Disk>(name, kRoom, [this] { return m_clock.stamp(); }));
    m_disks = {m_owned[0].get(), m_owned[1].get()};
    const auto bare = [&](const std::string &name) {
        Disk &system = *m_owned[2];
        auto directory = system.create(system.root(), name, Kind::Directory, 0755);
        system.flushAll();
        return View{{{&system, *directory}}, 0};
    };
    m_machine.places["/hot"] = {"/hot", View{{rootOf(*m_disks[0])}, 0}, bare("hot"), true};
    m_machine.places["/green"] = {"/green", View{{rootOf(*m_disks[1])}, 0}, bare("green"), true};
    addObjects();
    if (!registerBackends()) fault("the backends could not be registered");
}

void World::addObjects()
{
    const std::vector<std::string> names{"a", "b", "deep/c", "deep/er/d"};
    for (const std::string &tenant : m_tenants)
        for (const std::string &name : names)
            m_keys.push_back(tenant + "/" + name);
    Tree tree(place("hot").mounted);
    for (const std::string &key : m_keys) {
        if (m_dice.percent(25)) continue;
        Rights rights;
        rights.mode = m_dice.of(std::vector<std::uint32_t>{0600, 0640, 0400, 0660});
        rights.uid = static_cast<std::uint32_t>(m_dice.between(1000, 1003));
        if (m_dice.percent(30)) rights.attributes.emplace_back("user.colour", "blue");
        m_estate.create(tree, key, newContent(), rights, longAgo());
    }
}

BackendSpec World::specOf(const std::string &name, bool green) const
{
    BackendSpec spec{.id = BackendId::parse(name).value(), .region = RegionName::parse(green ? "SE" : "PL").value()};
    spec.driver = DriverKind::Local;
    spec.location = "/" + name;
    spec.pue = Pue::fromMillionths(green ? 1'100'000 : 1'600'000);
    spec.renewable = green ? 98_percent : 20_percent;
    return spec;
}

bool World::registerBackends()
{
    auto process = start(true);
    if (!process) return false;
    for (const bool green : {false, true})
        if (!apply(*process, engine::RegisterBackend{specOf(green ? "green" : "hot", green)}, "register")) return false;
    for (const std::string &tenant : m_tenants) {
        engine::PolicyRow policy = process->engine().policyOf(TenantId::parse(tenant).value());
        policy.enabled = true;
        policy.coldAfter = std::chrono::hours(24);
        policy.targetScore = ScorePoints::fromMillionths(60'000'000);
        policy.concurrency = 1;
        policy.grace = std::chrono::seconds(m_dice.percent(60) ? 0 : 3600);
        policy.respectBudget = m_dice.percent(50);
        if (!apply(*process, engine::SetPolicy{policy}, "policy")) return false;
        engine::SetBudget budget{.tenant = policy.tenant, .limit = GramsCO2e::fromMicrograms(10'000)};
        budget.period = m_dice.of(std::vector<PeriodKind>{PeriodKind::Day, PeriodKind::Week, PeriodKind::Month});
        if (!apply(*process, engine::Command{budget}, "budget")) return false;
    }
    end(std::move(process));
    return true;
}

std::string World::newContent()
{
    std::string bytes = "v" + std::to_string(++m_lastContent) + ";";
    bytes.resize(static_cast<std::size_t>(m_dice.of(std::vector<std::int64_t>{24, 24, 40, 90})), 'x');
    return bytes;
}

std::int64_t World::longAgo()
{
    return m_clock.real().time_since_epoch().count() * 1'000'000 - m_dice.between(30, 300) * kDay;
}

const std::string &World::anyKey()
{
    return m_dice.of(m_keys);
}

TenantId World::anyTenant()
{
    return TenantId::parse(m_dice.of(m_tenants)).value();
}

// ---- processes

std::unique_ptr<Process> World::start(bool resume)
{
    ++m_report.processes;
    m_trace.note(resume ? "-- a console starts" : "-- a command starts");
    auto process = Process::start(m_host, resume);
    if (!process) {
        m_trace.note("did not start: " + process.error().subject + ": " + process.error().detail);
        if (!m_lockstep.isDead()) fault("a start failed: " + process.error().subject + ": " + process.error().detail);
        return nullptr;
    }
    (*process)->tick();
    audit(**process);
    return *std::move(process);
}

void World::end(std::unique_ptr<Process> process)
{
    if (process) audit(*process);
    const bool killed = m_lockstep.isDead();
    process.reset();
    m_lockstep.forgetPlans();
    m_trace.note("-- ended");
    if (!killed) return;
    ++m_report.kills;
    if (!m_dice.percent(40)) return;
    ++m_report.powerCuts;
    m_trace.note("power cut");
    for (const auto &disk : m_owned)
        disk->powerCut(m_dice);
    m_clock.pass(std::chrono::minutes(m_dice.between(1, 30)));
    m_clock.reboot();
    watch();
}

Result<engine::Outcome> World::apply(Process &process, const engine::Command &command, const std::string &words)
{
    m_trace.note("> " + words);
    auto outcome = process.apply(command);
    if (!outcome)
        m_trace.note("  " + std::string(errorCodeName(outcome.error().code)) + " " + outcome.error().subject + ": " +
                     outcome.error().detail);
    return outcome;
}

// ---- looking

void World::fault(const std::string &what)
{
    if (isOver()) return;
    m_report.fault = what;
    m_trace.note("FAULT " + what);
    for (const auto &disk : m_owned) {
        disk->eachVisible([&](const std::string &path, const NodePtr &file) {
            m_trace.note("  " + disk->name() + ":" + path + " " + Estate::describe(file->now));
        });
        disk->eachDurable([&](const std::string &path, const Content &content) {
            m_trace.note("  a power cut leaves " + disk->name() + ":" + path + " " + Estate::describe(content));
        });
    }
}

void World::watch()
{
    std::uint64_t losses = 0;
    for (const Disk *disk : m_disks)
        losses += disk->losses();
    if (losses == m_lossesSeen || isOver()) return;
    m_lossesSeen = losses;
    if (const std::string lost = m_estate.lost(m_disks); !lost.empty()) fault(lost);
}

void World::audit(Process &process)
{
    watch();
    if (process.isDead() || isOver()) return;
    if (const std::string widened = m_estate.widened(views()); !widened.empty()) fault(widened);
    if (const std::string difference = m_books.audit(process.engine()); !difference.empty()) fault(difference);
}

std::vector<const View *> World::views() const
{
    std::vector<const View *> views;
    for (const auto &[path, place] : m_machine.places)
        views.push_back(&place.mounted);
    return views;
}

} // namespace greenward::sim
