#pragma once

#include "core/engine/engine.h"

namespace greenward::engine {

struct Parts;

/// Gathers what a report of the period is made of and builds it. Engine thread; reads the ledger.
Result<report::Report> makeReport(const Parts &parts, const ReportQuery &query);

} // namespace greenward::engine
