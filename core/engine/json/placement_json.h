#pragma once

#include "core/engine/rows.h"
#include "core/placement/decision.h"
#include "core/placement/region_facts.h"

namespace greenward::engine {

Json toJson(const DecisionRow &row);
Json toJson(const std::vector<DecisionRow> &rows);
/// The whole decision as others read it: units in the names, exact decimals. (The store keeps it as placement::toJson
/// writes it.)
Json decisionJson(const placement::Decision &decision);
Json factsJson(const std::vector<placement::RegionFacts> &facts);

} // namespace greenward::engine
