#include "core/engine/make_report.h"

#include "core/base/progress.h"
#include "core/engine/parts.h"
#include "core/engine/show/show.h"

#include <set>

namespace greenward::engine {
namespace {

bool inScope(const ReportQuery &query, const TenantId &tenant)
{
    return !query.tenant || *query.tenant == tenant;
}

/// Batches that ended inside the period; one still at work belongs to the report of the period it ends in.
std::vector<report::MigrationLine> migrationsOf(const Parts &parts, const ReportQuery &query)
{
    std::vector<report::MigrationLine> lines;
    for (const tiering::BatchHead &head : parts.tiering.batches()) {
        if (!head.result || !inScope(query, head.tenant)) continue;
        if (head.result->at < query.from || head.result->at >= query.to) continue;
        report::MigrationLine line{.batch = head.id, .tenant = head.tenant, .sources = {}, .target = head.target};
        for (const tiering::SourceShare &share : head.sources)
            line.sources.push_back(share.source);
        line.state = batchStateName(head.state);
        line.finishedAt = head.result->at;
        line.moved = head.result->moved;
        line.failed = head.result->failed;
        line.skipped = head.result->skipped;
        line.movedSize = head.result->movedSize;
        line.booked = head.result->booked;
        line.savingPerYear = head.result->savingPerYear;
        line.netSaving = head.figures.netSaving;
        line.lifetimeYears = head.lifetimeYears;
        line.breakEvenDays = head.figures.breakEvenDays;
        line.approvedBy = head.decidedBy;
        line.planHash = head.planHash;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<report::BudgetLine> budgetsOf(const Parts &parts, const ReportQuery &query)
{
    std::vector<report::BudgetLine> lines;
    for (const BudgetRow &row : showBudgets(parts)) {
        if (!inScope(query, row.tenant)) continue;
        lines.push_back(
            {row.tenant, row.limit, row.period, row.periodStart, row.periodEnd, row.used, row.fill, row.level});
    }
    return lines;
}

std::string yearText(const std::optional<int> &year)
{
    return year ? std::to_string(*year) : std::string{};
}

/// Every published number the figures rest on.
std::vector<report::Factor> factorsOf(const Parts &parts)
{
    std::vector<report::Factor> factors;
    std::set<RegionName> regions; // of what is connected: presets that hold nothing are no basis of any figure
    for (const BackendSpec &spec : parts.placement.connected())
        regions.insert(spec.region);
    for (const GridRow &row : showGrid(parts)) {
        if (!regions.contains(row.region)) continue;
        const GridFigure &figure = row.figure;
        factors.push_back({"grid intensity " + row.region.text(), figure.value.gramsText(), "g CO2e/kWh",
                           figure.method.empty() ? figure.note : figure.method, figure.source, yearText(figure.year),
                           figure.licence, figure.quality});
    }
    for (const BackendSpec &spec : parts.placement.connected())
        factors.push_back({"PUE " + spec.id.text(),
                           spec.pue.text(),
                           "facility/IT energy",
                           "annual",
                           spec.source,
                           yearText(spec.sourceYear),
                           {},
                           Quality::Calculated});
    const TransferCoefficients &coefficients = parts.ports.reference.coefficients.transfer;
    for (const TransferCoefficient *coefficient :
         {&coefficients.interDatacentre.typical, &coefficients.read, &coefficients.write})
        factors.push_back({coefficient->name, coefficient->value.text(), "Wh/GB",
                           "energy per transferred decimal gigabyte", coefficient->source, yearText(coefficient->year),
                           coefficient->licence, Quality::Estimated});
    return factors;
}

} // namespace

Result<report::Report> makeReport(const Parts &parts, const ReportQuery &query)
{
    report::ReportInput input;
    input.from = query.from;
    input.to = query.to;
    input.tenant = query.tenant;
    input.generatedAt = parts.clock().now();
    input.productVersion = parts.ports.version;
    CORE_TRY(input.usage, parts.ports.store->usageHours(query.tenant, query.from, query.to));
    input.migrations = migrationsOf(parts, query);
    input.budgets = budgetsOf(parts, query);
    input.factors = factorsOf(parts);
    CORE_TRY(const auto verdict, parts.ports.store->verifyAudit({}, [](const Progress &) {}));
    input.audit = {verdict.rows, verdict.intact, hexText(verdict.head), verdict.problem};
    return report::buildReport(std::move(input));
}

} // namespace greenward::engine
