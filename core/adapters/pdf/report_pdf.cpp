#include "core/adapters/pdf/report_pdf.h"

#include "core/adapters/pdf/figures.h"
#include "core/adapters/pdf/report_sections.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"

namespace greenward::adapters {
namespace {

using namespace pdf;

/// Draws it all; answers the number of pages.
int draw(Canvas &canvas, const report::Report &report, std::string_view checksum, int pages)
{
    const std::string period = periodText(report.from, report.to);
    PageFlow flow(canvas, {.head = "Carbon report  \u00b7  " + period,
                           .foot = "Greenward " + report.productVersion + "  \u00b7  generated " +
                                   timeText(report.generatedAt) + " UTC",
                           .pages = pages});
    drawTitle(flow, report);
    drawSummary(flow, report);
    drawCharts(flow, report);
    drawTenants(flow, report);
    drawOperations(flow, report);
    drawMigrations(flow, report);
    drawBudgets(flow, report);
    drawMethod(flow, report);
    drawFactors(flow, report);
    drawEvidence(flow, report, checksum);
    return flow.finish();
}

} // namespace

Result<std::string> toPdf(const report::Report &report, std::string_view checksum)
{
    Canvas ruler(Canvas::Mode::Measure);
    const int pages = draw(ruler, report, checksum, 0);

    Canvas canvas(Canvas::Mode::Draw);
    canvas.setMetadata({.title = "Carbon report, " + periodText(report.from, report.to),
                        .subject = report.tenant ? "Tenant " + escapedForDisplay(report.tenant->text()) : "All tenants",
                        .creator = "Greenward " + report.productVersion,
                        .created = toRfc3339(report.generatedAt)});
    draw(canvas, report, checksum, pages);
    return canvas.finish();
}

} // namespace greenward::adapters
