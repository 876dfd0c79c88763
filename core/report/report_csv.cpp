#include "core/base/time_text.h"
#include "core/base/utf8.h"
#include "core/report/checksum_line.h"
#include "core/report/report_text.h"
#include "core/report/share.h"

#include <algorithm>
#include <array>

namespace greenward::report {
namespace {

/// One line of the table. Every line has every column, so any reader takes it; what does not apply stays empty.
struct Line
{
    std::string_view row;
    std::string tenant = {};
    std::string operation = {};
    std::string batch = {};
    std::string periodStart = {};
    std::string periodEnd = {};
    std::string locationBased = {};
    std::string marketBased = {};
    std::string records = {};
    std::string objects = {};
    std::string sizeBytes = {};
    std::string savingPerYear = {};
    std::string netSaving = {};
    std::string name = {};
    std::string value = {};
    std::string unit = {};
    std::string quality = {};
    std::string basis = {};
    std::string source = {};
};

constexpr std::string_view kHeader =
    "row,tenant,operation,batch,period_start,period_end,emissions_location_based_g,emissions_market_based_g,records,"
    "objects,size_bytes,saving_per_year_g,net_saving_g,name,value,unit,quality,basis,source\r\n";

/// What is a number cannot be a formula; anything else that begins like one is disarmed (C-68).
std::string guarded(const std::string &text)
{
    constexpr std::string_view kStarts = "=+-@\t\r";
    const bool number =
        !text.empty() && text != "-" && text.find_first_not_of("0123456789.", text.front() == '-') == std::string::npos;
    if (text.empty() || number || kStarts.find(text.front()) == std::string_view::npos) return text;
    return "'" + text;
}

std::string quoted(const std::string &text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string lineText(const Line &line)
{
    const std::array cells{&line.tenant,        &line.operation,   &line.batch,   &line.periodStart, &line.periodEnd,
                           &line.locationBased, &line.marketBased, &line.records, &line.objects,     &line.sizeBytes,
                           &line.savingPerYear, &line.netSaving,   &line.name,    &line.value,       &line.unit,
                           &line.quality,       &line.basis,       &line.source};
    std::string out(line.row);
    for (const std::string *cell : cells)
        out += "," + quoted(guarded(escapedControls(*cell, "\t\r\n"))); // for people who look at it in a terminal
    return out + "\r\n";
}

std::string totals(const Report &report)
{
    const Totals &totals = report.totals;
    return lineText({.row = "total",
                     .tenant = report.tenant ? report.tenant->text() : std::string{},
                     .periodStart = toRfc3339(report.from),
                     .periodEnd = toRfc3339(report.to),
                     .locationBased = totals.locationBased.gramsText(),
                     .records = std::to_string(totals.records),
                     .objects = std::to_string(totals.movedObjects),
                     .sizeBytes = std::to_string(totals.movedSize.bytes()),
                     .savingPerYear = totals.savingPerYear.gramsText(),
                     .netSaving = totals.netSaving.gramsText()}) +
           lineText({.row = "note", .name = "market-based", .value = report.marketBasedNote}) +
           lineText({.row = "note", .name = "generated at", .value = toRfc3339(report.generatedAt)}) +
           lineText({.row = "note", .name = "product version", .value = report.productVersion});
}

std::string usage(const Report &report)
{
    std::string out;
    const std::string from = toRfc3339(report.from);
    const std::string to = toRfc3339(report.to);
    for (const TenantLine &line : report.tenants)
        out += lineText({.row = "tenant",
                         .tenant = line.tenant.text(),
                         .periodStart = from,
                         .periodEnd = to,
                         .locationBased = line.emissions.gramsText(),
                         .records = std::to_string(line.records)});
    for (const OperationLine &line : report.operations)
        out += lineText({.row = "operation",
                         .tenant = line.tenant.text(),
                         .operation = line.operation,
                         .periodStart = from,
                         .periodEnd = to,
                         .locationBased = line.emissions.gramsText(),
                         .records = std::to_string(line.records)});
    for (const DayLine &line : report.days)
        out += lineText({.row = "day",
                         .periodStart = toRfc3339(line.day),
                         .periodEnd = toRfc3339(line.day + std::chrono::days{1}),
                         .locationBased = line.emissions.gramsText()});
    return out;
}

std::string migrations(const Report &report)
{
    std::string out;
    for (const MigrationLine &line : report.migrations)
        out += lineText({.row = "migration",
                         .tenant = line.tenant.text(),
                         .operation = std::string(kMigrationOperation),
                         .batch = std::to_string(number(line.batch)),
                         .periodEnd = line.finishedAt ? toRfc3339(*line.finishedAt) : std::string{},
                         .locationBased = line.booked.gramsText(),
                         .objects = std::to_string(line.moved),
                         .sizeBytes = std::to_string(line.movedSize.bytes()),
                         .savingPerYear = line.savingPerYear.gramsText(),
                         .netSaving = line.netSaving.gramsText(),
                         .name = line.target.text(),
                         .value = line.state});
    return out;
}

std::string budgets(const Report &report)
{
    std::string out;
    for (const BudgetLine &line : report.budgets) {
        Line cells{.row = "budget_limit",
                   .tenant = line.tenant.text(),
                   .periodStart = toRfc3339(line.periodStart),
                   .periodEnd = toRfc3339(line.periodEnd),
                   .name = "limit per " + std::string(periodName(line.period)),
                   .value = line.limit ? line.limit->gramsText() : "unlimited",
                   .unit = "g CO2e"};
        out += lineText(cells);
        cells.row = "budget_used";
        cells.name = "used, level " + std::string(levelName(line.level));
        cells.value = line.used.gramsText();
        out += lineText(cells);
    }
    return out;
}

std::string provenance(const Report &report)
{
    std::string out;
    for (const QualityShare &share : report.quality)
        out += lineText({.row = "quality",
                         .locationBased = share.emissions.gramsText(),
                         .quality = std::string(qualityName(share.quality))});
    for (const Factor &factor : report.factors)
        out +=
            lineText({.row = "factor",
                      .name = factor.name,
                      .value = factor.value,
                      .unit = factor.unit,
                      .quality = std::string(qualityName(factor.quality)),
                      .basis = factor.basis,
                      .source = factor.vintage.empty() ? factor.source : factor.source + " (" + factor.vintage + ")"});
    out += lineText({.row = "audit",
                     .name = "head of the audit chain",
                     .value = report.audit.head,
                     .unit = "sha256",
                     .quality = report.audit.intact ? "intact" : "broken",
                     .source = std::to_string(report.audit.rows) + " rows"});
    return out;
}

} // namespace

std::string toCsv(const Report &report, const HasherFactory &hashers)
{
    std::string out(kHeader);
    out += totals(report) + usage(report) + migrations(report) + budgets(report) + provenance(report);
    const auto hasher = hashers.sha256();
    hasher->update(out);
    return out + csvChecksumLine(hexText(hasher->finish()));
}

} // namespace greenward::report
