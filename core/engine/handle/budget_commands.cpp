#include "core/engine/handle/handle.h"

#include "core/base/json_text.h"
#include "core/base/utf8.h"
#include "core/engine/handle/budget_change.h"
#include "core/engine/parts.h"

namespace greenward::engine {
namespace {

ReservationRow shown(const budget::ReservationBook::Row &row)
{
    return {row.id, row.tenant, row.estimate, row.operation, row.madeAt, row.expires};
}

} // namespace

Result<Outcome> handle(Parts &parts, const SetBudget &command, const Actor &by)
{
    CORE_CHECK(parts.budgets.set(changeOf(command), by));
    return Outcome{};
}

Result<Outcome> handle(Parts &parts, const ImportBudgets &command, const Actor &by)
{
    std::vector<budget::BudgetChange> changes;
    changes.reserve(command.budgets.size());
    for (const SetBudget &one : command.budgets)
        changes.push_back(changeOf(one));
    Outcome outcome;
    CORE_TRY(outcome.imported, parts.budgets.setAll(changes, by));
    outcome.repeated = changes.size() - outcome.imported;
    store::Transaction transaction;
    const Json body{{"changed", outcome.imported}, {"unchanged", outcome.repeated}};
    transaction.audit.push_back(
        parts.audit(by, "budgets.import", "file " + escapedForDisplay(command.source), jsonText(body)));
    CORE_CHECK(parts.ports.store->commit(std::move(transaction)));
    return outcome;
}

Result<Outcome> handle(Parts &parts, const RemoveBudget &command, const Actor &by)
{
    CORE_CHECK(parts.budgets.remove(command.tenant, by));
    return Outcome{};
}

Result<Outcome> handle(Parts &parts, const Throttle &command, const Actor &)
{
    Outcome outcome;
    CORE_TRY(outcome.verdict, parts.throttle.decide(command.tenant, command.estimate));
    return outcome;
}

Result<Outcome> handle(Parts &parts, const Reserve &command, const Actor &)
{
    CORE_TRY(const auto row,
             parts.reservationBook.reserve(command.tenant, command.estimate, command.operation, command.ttl));
    Outcome outcome;
    outcome.reservation = shown(row);
    return outcome;
}

Result<Outcome> handle(Parts &parts, const CommitReservation &command, const Actor &)
{
    CORE_TRY(const auto row, parts.reservationBook.commit(command.id, command.actual));
    Outcome outcome;
    outcome.reservation = shown(row);
    outcome.booked = command.actual;
    outcome.withinLimit = parts.budgets.row(row.tenant).standing.level != ThrottleLevel::Hard;
    return outcome;
}

Result<Outcome> handle(Parts &parts, const ReleaseReservation &command, const Actor &)
{
    CORE_TRY(const auto row, parts.reservationBook.release(command.id));
    Outcome outcome;
    outcome.reservation = shown(row);
    return outcome;
}

} // namespace greenward::engine
