#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <stop_token>

namespace greenward::ctl {

namespace {

enum class State { Ok, Warning, Problem };

struct Check
{
    std::string what;
    State state = State::Ok;
    std::string detail;
};

std::string_view stateName(State state)
{
    switch (state) {
    case State::Ok:
        return "ok";
    case State::Warning:
        return "warning";
    case State::Problem:
        return "problem";
    }
    return "";
}

/// Below this the store may soon be unable to confirm a write.
constexpr DataSize kLittleSpace = DataSize::fromGibibytes(1);

Check checkSpace(const std::string &directory)
{
    std::error_code failure;
    const auto space = std::filesystem::space(directory, failure);
    if (failure) return {"space", State::Problem, directory + ": " + failure.message()};
    const auto free = DataSize::fromBytes(static_cast<std::int64_t>(space.available));
    return {"space", free < kLittleSpace ? State::Warning : State::Ok, sizeWords(free) + " free in " + directory};
}

Check checkStore(const engine::EngineStatus &status)
{
    if (!status.problem.empty()) return {"store", State::Problem, status.problem};
    if (status.readOnly) return {"store", State::Warning, "opened read-only"};
    return {"store", State::Ok,
            status.recovered ? "the last stop was not clean; everything was recovered" : "in order"};
}

Check checkAudit(const Result<store::StateStore::AuditVerdict> &verdict)
{
    if (!verdict) return {"audit", State::Problem, verdict.error().detail};
    if (!verdict->intact) return {"audit", State::Problem, verdict->problem};
    return {"audit", State::Ok, countWords(static_cast<std::uint64_t>(verdict->rows)) + " rows, chain intact"};
}

/// What audit verify says beside the chain.
Check checkLedger(const Result<store::StateStore::UsageVerdict> &verdict)
{
    if (!verdict) return {"ledger", State::Problem, verdict.error().detail};
    if (!verdict->intact) return {"ledger", State::Problem, verdict->problem};
    return {"ledger", State::Ok,
            countWords(static_cast<std::uint64_t>(verdict->records)) + " usage records, files and totals intact"};
}

/// What was damaged once and is kept: nothing of ours uses it any more, but it does not go away in silence.
void checkKept(const std::string &directory, std::vector<Check> &checks)
{
    std::error_code failure;
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(directory, failure)) {
        const std::string name = entry.path().filename().string();
        const bool companion = name.ends_with("-wal") || name.ends_with("-shm") || name.ends_with("-mark");
        const bool kept =
            name.find(".db.damaged-") != std::string::npos || name.find(".db.replaced-") != std::string::npos;
        if (kept && !companion) names.push_back(name);
    }
    std::ranges::sort(names);
    for (const std::string &name : names)
        checks.push_back(
            {"kept aside", State::Warning, name + " was damaged or replaced; remove it when it is not needed"});
}

void checkBackends(const std::vector<engine::BackendRow> &rows, std::vector<Check> &checks)
{
    bool connected = false;
    for (const auto &row : rows) {
        const BackendSpec &spec = row.scored.spec;
        if (spec.driver == DriverKind::Profile) continue;
        connected = true;
        const std::string what = "backend " + spec.id.text();
        if (row.health && !row.health->problem.empty()) {
            checks.push_back({what, State::Problem, row.health->problem});
        } else if (!row.scannedAt) {
            checks.push_back({what, State::Warning, "never scanned: greenwardctl scan " + spec.id.text()});
        } else {
            checks.push_back(
                {what, State::Ok, objectsWords(row.objects, row.size) + ", scanned " + timeWords(row.scannedAt)});
        }
    }
    if (!connected) checks.push_back({"backends", State::Warning, "none connected: greenwardctl backend add ..."});
}

/// Presets are there to compare with; only what the operator registered is worth a warning.
void checkGrid(const std::vector<engine::GridRow> &rows, const std::vector<engine::BackendRow> &backends,
               std::vector<Check> &checks)
{
    for (const auto &row : rows) {
        const bool own = std::ranges::any_of(backends, [&row](const engine::BackendRow &each) {
            return !each.scored.spec.preset && each.scored.spec.region == row.region;
        });
        if (!own || row.figure.origin != Origin::ConfiguredDefault) continue;
        checks.push_back({"grid " + row.region.text(), State::Warning,
                          row.figure.value.gramsText() + " g/kWh is the configured default: " + row.figure.note});
    }
}

void checkBudgets(const std::vector<engine::BudgetRow> &rows, std::vector<Check> &checks)
{
    const auto unbudgeted = std::ranges::count_if(rows, [](const engine::BudgetRow &row) { return !row.budgeted; });
    if (unbudgeted == 0) return;
    checks.push_back({"budgets", State::Warning,
                      countWords(static_cast<std::uint64_t>(unbudgeted)) + " tenants have usage but no budget"});
}

/// What waits for somebody: batches that stopped, and sources that no program releases while none stays.
void checkBatches(const std::vector<engine::BatchRow> &rows, Instant now, std::vector<Check> &checks)
{
    for (const auto &row : rows)
        if (row.state == "paused" || (row.sourcesUntil && *row.sourcesUntil <= now))
            checks.push_back({"batch " + std::to_string(number(row.id)), State::Warning,
                              row.state == "paused" ? "paused: " + row.stateReason : row.stateReason});
}

std::vector<Check> examine(engine::Engine &engine)
{
    const engine::EngineStatus status = engine.status();
    std::vector<Check> checks{checkStore(status), checkSpace(status.directory),
                              checkAudit(engine.verifyAudit(std::stop_token{}, [](const Progress &) {})),
                              checkLedger(engine.verifyLedger(std::stop_token{}))};
    checkKept(status.directory, checks);
    checkBackends(engine.backends(), checks);
    checkGrid(engine.grid(), engine.backends(), checks);
    checkBudgets(engine.budgets(), checks);
    checkBatches(engine.batches(), engine.now(), checks);
    return checks;
}

struct DoctorOptions
{
    bool confirmClock = false;
    bool acceptState = false;
    bool newState = false;
};

Result<int> examineAll(Session &session, const DoctorOptions &options)
{
    if (options.acceptState && options.newState)
        return fail(ErrorCode::InvalidInput, "new-state", "either --accept-state or --new-state");
    if (options.acceptState) session.chooseState(app::StateChoice::Accept);
    if (options.newState) session.chooseState(app::StateChoice::Renew);
    if (options.confirmClock) CORE_CHECK(session.apply(engine::ConfirmClock{}));
    CORE_TRY(const auto checks, session.ask(examine));
    const bool healthy = std::ranges::none_of(checks, [](const Check &check) { return check.state == State::Problem; });
    Json list = Json::array();
    for (const auto &check : checks) {
        list.push_back(
            {{"check", jsonName(check.what)}, {"state", stateName(check.state)}, {"detail", jsonName(check.detail)}});
    }
    session.show({{"healthy", healthy}, {"version", session.world().version}, {"checks", list}},
                 [&checks](std::ostream &out) {
                     Table table({{"CHECK"}, {"STATE"}, {"DETAIL"}});
                     for (const auto &check : checks) {
                         table.add({check.what, std::string(stateName(check.state)), check.detail});
                     }
                     table.print(out);
                 });
    return healthy ? kDone : kRefused;
}

} // namespace

void addDoctorCommand(CommandSyntax &root, Chosen &chosen)
{
    addCommand<DoctorOptions>(
        root, chosen, "doctor", "Look everything over; exit code 1 means a problem",
        [](CommandSyntax &command, DoctorOptions &options) {
            command.addFlag("--confirm-clock", options.confirmClock,
                            "The system clock jumped or was set back, and is right now: follow it");
            command.addFlag("--accept-state", options.acceptState,
                            "The store was put there on purpose (a backup): go on with it");
            command.addFlag("--new-state", options.newState,
                            "Keep what is there under other names and begin with an empty store");
        },
        examineAll);
}

} // namespace greenward::ctl
