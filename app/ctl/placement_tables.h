#pragma once

#include "core/engine/rows.h"
#include "core/placement/explain.h"

#include <iosfwd>

// Placement for people at a terminal.

namespace greenward::ctl {

void printScores(const std::vector<engine::BackendRow> &rows, bool literal, std::ostream &out);
void printDecision(const placement::Decision &decision, std::ostream &out);
void printDecisions(const std::vector<engine::DecisionRow> &rows, std::ostream &out);
void printExplanation(const placement::Decision &decision, const placement::Explanation &explanation,
                      std::ostream &out);

} // namespace greenward::ctl
