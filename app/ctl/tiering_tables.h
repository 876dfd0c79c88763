#pragma once

#include "core/engine/rows.h"

#include <iosfwd>
#include <string>
#include <vector>

// What the tiering commands print for people.

namespace greenward::ctl {

void printCold(const engine::TenantRow &row, std::ostream &out);
void printPlan(const engine::PlanOutcome &plan, std::ostream &out);
void printBatch(const engine::BatchRow &row, std::ostream &out);
/// One line after a decision: who decided what, and what comes next.
void printDecision(const engine::BatchRow &row, std::ostream &out);
void printBatches(const std::vector<engine::BatchRow> &rows, std::ostream &out);
void printMoves(const std::vector<store::MoveRecord> &moves, std::ostream &out);
/// "batch 3: 120 of 400 objects, 2 GiB, 80 MiB/s, 1m 5s left"
std::string progressLine(const std::vector<engine::BatchRow> &rows);

} // namespace greenward::ctl
