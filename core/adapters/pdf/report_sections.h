#pragma once

#include "core/adapters/pdf/page_flow.h"
#include "core/report/report.h"

// The parts of the printed report, in the order they stand in it.

namespace greenward::adapters::pdf {

void drawTitle(PageFlow &flow, const report::Report &report);
void drawSummary(PageFlow &flow, const report::Report &report);
void drawCharts(PageFlow &flow, const report::Report &report);
void drawTenants(PageFlow &flow, const report::Report &report);
void drawOperations(PageFlow &flow, const report::Report &report);
void drawMigrations(PageFlow &flow, const report::Report &report);
void drawBudgets(PageFlow &flow, const report::Report &report);
void drawMethod(PageFlow &flow, const report::Report &report);
void drawFactors(PageFlow &flow, const report::Report &report);
void drawEvidence(PageFlow &flow, const report::Report &report, std::string_view checksum);

} // namespace greenward::adapters::pdf
