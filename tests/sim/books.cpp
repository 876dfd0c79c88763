#include "tests/sim/books.h"

#include <algorithm>

namespace greenward::sim {
namespace {

/// Everything there ever was and will be.
constexpr Instant kFirst = Instant(std::chrono::hours(0));
constexpr Instant kLast = Instant(std::chrono::hours(24 * 365 * 400));

bool isOwn(const std::string &operation)
{
    return operation != "migration" && operation.find('-') != std::string::npos;
}

} // namespace

void Books::booked(const std::string &operation, Booking booking)
{
    m_bookings.insert_or_assign(operation, std::move(booking));
}

GramsCO2e Books::committed(const engine::BudgetRow &row, Instant now) const
{
    GramsCO2e sum;
    for (const auto &[operation, booking] : m_bookings) {
        const auto hour = m_hours.find(operation);
        const bool inPeriod =
            hour == m_hours.end() || (hour->second >= row.periodStart && hour->second < row.periodEnd);
        if (booking.tenant == row.tenant && booking.answer == Answer::Booked && inPeriod) sum = sum + booking.amount;
    }
    for (const Reservation &one : m_reservations)
        if (one.tenant == row.tenant && one.state == Reservation::State::Open && one.expires > now)
            sum = sum + one.estimate;
    return sum;
}

std::string Books::audit(engine::Engine &engine)
{
    const auto hours = engine.usageHours(std::nullopt, kFirst, kLast);
    if (!hours) return "the ledger does not read: " + hours.error().detail;
    Ledger ledger;
    for (const store::UsageHour &hour : *hours) {
        if (!isOwn(hour.operation)) continue;
        auto [at, fresh] = ledger.try_emplace(hour.operation, Sum{hour.tenant, hour.amount, hour.records, hour.hour});
        if (fresh) continue;
        at->second.amount = at->second.amount + hour.amount;
        at->second.records += hour.records;
    }
    for (const auto &check : {auditBookings(ledger), auditReservations(ledger, engine), auditFigures(engine, *hours)})
        if (!check.empty()) return check;
    return {};
}

std::string Books::auditBookings(const Ledger &ledger)
{
    std::map<std::size_t, std::pair<std::size_t, std::size_t>> imports; // found, missing
    for (auto &[operation, booking] : m_bookings) {
        const auto found = ledger.find(operation);
        const bool isThere = found != ledger.end();
        if (isThere && (found->second.records != 1 || found->second.amount != booking.amount ||
                        found->second.tenant != booking.tenant))
            return operation + ": " + booking.amount.gramsText() + " g was booked once, the ledger has " +
                   found->second.amount.gramsText() + " g in " + std::to_string(found->second.records) + " records";
        if (isThere) m_hours[operation] = found->second.hour;
        if (booking.answer == Answer::Booked && !isThere)
            return operation + ": \"Booked " + booking.amount.gramsText() +
                   " g\" was said, the ledger does not have it";
        if (booking.answer == Answer::No && isThere) return operation + ": was refused, yet the ledger has it";
        if (booking.answer != Answer::Nobody) continue;
        if (booking.import != 0) ++(isThere ? imports[booking.import].first : imports[booking.import].second);
        booking.answer = isThere ? Answer::Booked : Answer::No;
    }
    for (const auto &[number, count] : imports)
        if (count.first != 0 && count.second != 0)
            return "import " + std::to_string(number) + ": " + std::to_string(count.first) + " of " +
                   std::to_string(count.first + count.second) + " lines are in the ledger";
    return {};
}

std::string Books::auditReservations(const Ledger &ledger, engine::Engine &engine)
{
    const auto rows = engine.reservations();
    const Instant now = engine.now();
    for (const engine::ReservationRow &row : rows)
        if (std::ranges::count(rows, row.operation, &engine::ReservationRow::operation) != 1)
            return row.operation + ": set aside once, shown more often";
    for (Reservation &one : m_reservations) {
        if (one.state == Reservation::State::Settled) continue;
        const auto row = std::ranges::find(rows, one.operation, &engine::ReservationRow::operation);
        const auto charged = ledger.find(one.operation);
        const bool isCharged = charged != ledger.end();
        if (row != rows.end() && isCharged) return one.operation + ": set aside and charged as well";
        if (row != rows.end() && row->estimate != one.estimate) return one.operation + ": another amount is set aside";
        if (row != rows.end()) {
            one.id = row->id;
            one.expires = row->expires;
            if (one.state == Reservation::State::Unknown) one.state = Reservation::State::Open;
            continue;
        }
        // Gone: charged at its estimate because its time was over, or settled by somebody who never saw the answer.
        if (one.state == Reservation::State::Open && (!isCharged || one.expires > now))
            return one.operation + ": " + one.estimate.gramsText() + " g were set aside until later and are gone";
        one.state = Reservation::State::Settled;
        if (isCharged) m_bookings.insert_or_assign(one.operation, Booking{one.tenant, one.estimate, Answer::Booked, 0});
        if (isCharged && charged->second.amount != one.estimate)
            m_bookings.at(one.operation).amount = charged->second.amount;
    }
    std::map<TenantId, GramsCO2e> open;
    for (const Reservation &one : m_reservations)
        if (one.state == Reservation::State::Open) open[one.tenant] = open[one.tenant] + one.estimate;
    for (const engine::BudgetRow &row : engine.budgets()) {
        GramsCO2e migrations;
        for (const engine::BatchRow &batch : engine.batches())
            if (batch.tenant == row.tenant) migrations = migrations + batch.figures.ownCost;
        const GramsCO2e least = open[row.tenant];
        if (row.reserved < least || row.reserved > least + migrations)
            return row.tenant.text() + ": " + row.reserved.gramsText() + " g are shown as set aside, open are " +
                   least.gramsText() + " g";
    }
    return {};
}

std::string Books::auditFigures(engine::Engine &engine, const std::vector<store::UsageHour> &hours)
{
    for (const engine::BudgetRow &row : engine.budgets()) {
        GramsCO2e used;
        for (const store::UsageHour &hour : hours)
            if (hour.tenant == row.tenant && hour.hour >= row.periodStart && hour.hour < row.periodEnd)
                used = used + hour.amount;
        if (row.used != used)
            return row.tenant.text() + ": " + row.used.gramsText() + " g are shown as used, the ledger has " +
                   used.gramsText() + " g";
    }
    const auto ledger = engine.verifyLedger({});
    if (!ledger) return "the ledger cannot be verified: " + ledger.error().detail;
    if (!ledger->intact) return "the ledger does not add up: " + ledger->problem;
    const auto audit = engine.verifyAudit({}, [](const Progress &) {});
    if (!audit) return "the audit log cannot be verified: " + audit.error().detail;
    if (!audit->intact) return "the audit log is broken: " + audit->problem;
    for (const engine::BatchRow &head : engine.batches()) {
        const auto batch = engine.batch(head.id);
        if (!batch) return "batch " + std::to_string(number(head.id)) + " does not read: " + batch.error().detail;
        std::uint64_t moved = 0;
        for (const store::MoveTotal &total : batch->totals) {
            const auto state = total.state;
            if (state == store::MoveState::Switched || state == store::MoveState::Releasing ||
                state == store::MoveState::Done || state == store::MoveState::Kept)
                moved += total.objects;
        }
        if (batch->moved != moved)
            return "batch " + std::to_string(number(head.id)) + ": " + std::to_string(batch->moved) +
                   " objects are shown as moved, the journal has " + std::to_string(moved);
    }
    return {};
}

} // namespace greenward::sim
