#include "tests/sim/world.h"

// What people and programs do in a life.

namespace greenward::sim {

using namespace std::chrono;

void World::act()
{
    if (m_dice.percent(30)) mend(); // troubles do not last
    const std::size_t dice = m_dice.below(100);
    if (dice < 45)
        oneShot();
    else if (dice < 75)
        console();
    else if (dice < 85)
        passTime();
    else
        mishap();
    watch();
}

void World::oneShot()
{
    planTrouble();
    auto process = start(false);
    if (process) {
        command(*process);
        if (!process->isDead()) process->tick();
    }
    end(std::move(process));
}

void World::console()
{
    planTrouble();
    auto process = start(true);
    const std::size_t commands = 2 + m_dice.below(6);
    for (std::size_t i = 0; process && i < commands && !m_lockstep.isDead() && !isOver(); ++i) {
        if (m_dice.percent(25)) mishap();
        if (m_dice.percent(40)) passTime();
        command(*process);
        if (!process->isDead()) process->tick();
        audit(*process);
    }
    end(std::move(process));
}

void World::command(Process &process)
{
    if (m_dice.percent(70))
        storageCommand(process);
    else
        carbonCommand(process);
}

void World::passTime()
{
    const auto time = m_dice.of(std::vector<milliseconds>{1s, 1min, 20min, 2h, 9h, hours(30)});
    m_trace.note("time passes: " + std::to_string(time.count()) + " ms");
    m_clock.pass(time);
}

// ---- storage

/// One after the other: the order in which two scans reach the catalogue's file is not the dice's.
void World::scan(Process &process)
{
    for (const char *name : {"hot", "green"})
        static_cast<void>(apply(process, engine::StartScan{BackendId::parse(name).value()}, "scan"));
}

void World::storageCommand(Process &process)
{
    const TenantId tenant = anyTenant();
    const auto batchIn = [&](const std::vector<std::string> &states) -> std::optional<BatchId> {
        for (const engine::BatchRow &row : process.engine().batches())
            if (std::find(states.begin(), states.end(), row.state) != states.end()) return row.id;
        return std::nullopt;
    };
    switch (m_dice.below(10)) {
    case 0:
        scan(process);
        return;
    case 1: {
        // The scores turn round: what was the target becomes the source.
        m_greenIsGreen = !m_greenIsGreen;
        for (const bool hot : {true, false})
            static_cast<void>(apply(process,
                                    engine::UpdateBackend{specOf(hot ? "hot" : "green", hot != m_greenIsGreen)},
                                    "scores turn round"));
        return;
    }
    case 2:
        if (const auto batch = batchIn({"running", "paused"}))
            static_cast<void>(apply(process, engine::ReleaseNow{*batch}, "release now"));
        return;
    case 3:
        if (const auto batch = batchIn({"running", "paused"}))
            static_cast<void>(m_dice.percent(50) ? apply(process, engine::CancelBatch{*batch}, "cancel")
                                                 : apply(process, engine::RetryBatch{*batch}, "retry"));
        return;
    case 4:
    case 5:
        static_cast<void>(apply(process, engine::RunBatch{std::nullopt}, "run"));
        return;
    default:
        break;
    }
    // The whole way of a batch, in one process or as far as it gets.
    scan(process);
    const auto planned = apply(process, engine::PlanBatch{tenant}, "plan " + tenant.text());
    if (!planned || !planned->batch) return;
    const auto approved = apply(process, engine::ApproveBatch{*planned->batch, {}, {}}, "approve");
    if (approved && m_dice.percent(80)) static_cast<void>(apply(process, engine::RunBatch{planned->batch}, "run"));
}

// ---- carbon

void World::carbonCommand(Process &process)
{
    switch (m_dice.below(7)) {
    case 0:
    case 1:
        recordUsage(process);
        return;
    case 2:
        importUsage(process);
        return;
    case 3:
    case 4:
        reserve(process);
        return;
    case 5:
        settleReservation(process);
        return;
    default:
        askAdmission(process);
        return;
    }
}

void World::recordUsage(Process &process)
{
    const std::string operation = m_books.nextOperation("w");
    const GramsCO2e amount = GramsCO2e::fromMicrograms(m_dice.between(1, 900));
    engine::RecordUsage command{.tenant = anyTenant(), .amount = amount, .operation = operation};
    if (m_dice.percent(30)) command.key = "key of " + operation;
    const auto outcome = apply(process, command, "record " + operation);
    const bool unseen = process.isDead();
    m_books.booked(operation, {command.tenant, amount,
                               unseen    ? Books::Answer::Nobody
                               : outcome ? Books::Answer::Booked
                                         : Books::Answer::No,
                               0});
    if (outcome) ++m_report.bookings;
    if (unseen || !outcome || command.key.empty() || !m_dice.percent(50)) return;
    const auto again = apply(process, command, "record " + operation + " again");
    if (again && !again->duplicate) fault(operation + ": a repeat of its key was counted");
}

void World::importUsage(Process &process)
{
    engine::ImportUsage import;
    import.source = "file";
    const std::size_t number = ++m_lastImport;
    import.digest = std::string(64 - std::to_string(number).size(), '0') + std::to_string(number);
    // The digest's first half names the file's lines.
    std::swap(import.digest[15], import.digest[63]);
    std::swap(import.digest[14], import.digest[62]);
    const std::size_t lines = 2 + m_dice.below(12);
    for (std::size_t line = 1; line <= lines; ++line)
        import.lines.push_back({line, engine::RecordUsage {
                                    .tenant = anyTenant(),
                                    .amount = GramsCO2e::fromMicrograms(m_dice.between(1, 90)),
                                    .operation = m_books.nextOperation("i")
                                }});
    const auto outcome = apply(process, import, "import of " + std::to_string(lines) + " lines");
    const auto answer = process.isDead() ? Books::Answer::Nobody : outcome ? Books::Answer::Booked : Books::Answer::No;
    for (const engine::ImportUsage::Line &line : import.lines) {
        const auto &usage = std::get<engine::RecordUsage>(line.what);
        m_books.booked(usage.operation, {usage.tenant, usage.amount, answer, number});
    }
    m_report.bookings += outcome ? lines : 0;
}

void World::reserve(Process &process)
{
    const TenantId tenant = anyTenant();
    const engine::BudgetRow row = process.engine().budget(tenant);
    const GramsCO2e estimate = GramsCO2e::fromMicrograms(m_dice.between(100, 3000));
    const std::string operation = m_books.nextOperation("r");
    const Instant now = process.engine().now();
    const milliseconds ttl = m_dice.of(std::vector<milliseconds>{10min, 5h, hours(48)});
    const auto outcome =
        apply(process, engine::Reserve{.tenant = tenant, .estimate = estimate, .operation = operation, .ttl = ttl},
              "reserve " + operation);
    using State = Books::Reservation::State;
    if (process.isDead()) {
        m_books.reserved({tenant, estimate, operation, {}, now + ttl, State::Unknown});
        return;
    }
    if (!outcome) return;
    if (row.limit && m_books.committed(row, now) + estimate > *row.limit)
        fault(operation + ": " + tenant.text() + " was admitted past its limit of " + row.limit->gramsText() +
              " g: " + m_books.committed(row, now).gramsText() + " g are used or set aside, " + estimate.gramsText() +
              " g more were granted");
    m_books.reserved(
        {tenant, estimate, operation, outcome->reservation->id, outcome->reservation->expires, State::Open});
}

void World::settleReservation(Process &process)
{
    using State = Books::Reservation::State;
    std::vector<Books::Reservation *> open;
    for (Books::Reservation &one : m_books.reservations())
        if (one.state == State::Open && !one.id.empty()) open.push_back(&one);
    if (open.empty()) return;
    Books::Reservation &one = *m_dice.of(open);
    const bool isRelease = m_dice.percent(30);
    const GramsCO2e actual = GramsCO2e::fromMicrograms(m_dice.between(1, 3000));
    one.state = State::Unknown;
    const auto outcome = isRelease
                             ? apply(process, engine::ReleaseReservation{one.id}, "release " + one.operation)
                             : apply(process, engine::CommitReservation{one.id, actual}, "commit " + one.operation);
    if (process.isDead()) return;
    if (!outcome) {
        // Nothing changed, unless its time was over and it has been charged.
        one.state = one.expires > process.engine().now() ? State::Open : State::Unknown;
        return;
    }
    one.state = State::Settled;
    if (!isRelease) {
        m_books.booked(one.operation, {one.tenant, actual, Books::Answer::Booked, 0});
        ++m_report.bookings;
    }
}

void World::askAdmission(Process &process)
{
    const TenantId tenant = anyTenant();
    const engine::BudgetRow row = process.engine().budget(tenant);
    const GramsCO2e estimate = GramsCO2e::fromMicrograms(m_dice.between(100, 4000));
    const Instant now = process.engine().now();
    const auto outcome = apply(process, engine::Throttle{tenant, estimate}, "ask for admission");
    if (process.isDead() || !outcome || !outcome->verdict || !row.limit) return;
    if (outcome->verdict->canProceed && m_books.committed(row, now) + estimate > *row.limit)
        fault(tenant.text() + " may proceed past its limit of " + row.limit->gramsText() + " g with " +
              estimate.gramsText() + " g more than " + m_books.committed(row, now).gramsText() + " g");
}

} // namespace greenward::sim
