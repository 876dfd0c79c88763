#pragma once

#include "core/engine/commands.h"

// One function per command: validate, make durable with the audit row, apply, announce. An error means that nothing
// changed. Engine thread only.

namespace greenward::engine {

struct Parts;

Result<Outcome> handle(Parts &parts, const SetBudget &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const ImportBudgets &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const ImportUsage &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const Reserve &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const CommitReservation &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const ReleaseReservation &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const SetBudgetSettings &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const ConfirmClock &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const RemoveBudget &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const RecordUsage &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const RecordEnergy &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const Throttle &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const RegisterBackend &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const UpdateBackend &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const AcceptPlace &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const RemoveBackend &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const StartScan &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const CancelScan &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const SetPolicy &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const PlanBatch &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const ApproveBatch &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const RejectBatch &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const RunBatch &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const PauseBatch &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const CancelBatch &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const RetryBatch &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const ReleaseNow &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const SetGridSource &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const SetRegionMapping &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const WatchRegions &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const RefreshGrid &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const ImportSignals &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const SetPlacementRanking &command, const Actor &by);
Result<Outcome> handle(Parts &parts, const ImportBackends &command, const Actor &by);

/// What can be wrong with a backend before its place is looked at.
Result<void> checkFigures(const Parts &parts, const BackendSpec &spec);
/// Everything that can be wrong with a backend, found before anything is written.
Result<void> checkBackend(const Parts &parts, const BackendSpec &spec);

} // namespace greenward::engine
