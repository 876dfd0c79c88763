#include "core/adapters/pdf/report_sections.h"

#include "core/adapters/pdf/charts.h"
#include "core/adapters/pdf/figures.h"
#include "core/adapters/pdf/table.h"
#include "core/base/utf8.h"
#include "core/report/share.h"

#include <algorithm>
#include <map>

namespace greenward::adapters::pdf {
namespace {

using report::Report;
using report::shareOf;

constexpr TextStyle kBody{9, false, kInk};
constexpr TextStyle kQuiet{9, false, kGrey};

template<typename Id>
std::string shown(const Id &id)
{
    return escapedForDisplay(id.text());
}

template<typename Lines, typename Amount>
CarbonUnit unitOf(const Lines &lines, Amount amount)
{
    std::vector<GramsCO2e> amounts;
    for (const auto &line : lines)
        amounts.push_back(amount(line));
    return CarbonUnit::forAmounts(amounts);
}

std::string withUnit(std::string_view title, const CarbonUnit &unit)
{
    return std::string(title) + ", " + unit.name();
}

std::string joined(std::initializer_list<std::string> parts, std::string_view separator)
{
    std::string out;
    for (const std::string &part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

// ---- summary --------------------------------------------------------------------------------------------------------

struct Card
{
    std::string title;
    std::string figure;
    std::string detail;
};

void drawCard(PageFlow &flow, double x, double width, double height, const Card &card)
{
    Canvas &canvas = flow.canvas();
    canvas.fill(x, flow.y(), width, height, kPanel);
    canvas.fill(x, flow.y(), 2, height, kGreen);
    canvas.line(x + 10, flow.y() + 8, width - 16, card.title, {8, false, kGrey});
    canvas.line(x + 10, flow.y() + 21, width - 16, card.figure, {15, true, kInk});
    canvas.paragraph(x + 10, flow.y() + 43, width - 16, card.detail, {7.2, false, kGrey});
}

std::vector<Card> cardsOf(const Report &report)
{
    const report::Totals &totals = report.totals;
    const std::string saved = totals.netSaving < GramsCO2e{} ? "costs more than it saves" : "estimated";
    return {{"Emissions, location-based", carbonText(totals.locationBased) + " CO\u2082e",
             "exactly " + totals.locationBased.gramsText() + " g in " + countText(totals.records) + " records"},
            {"Emissions, market-based", "not available", "see the note below; not zero"},
            {"Moved to cleaner storage", sizeText(totals.movedSize),
             countText(totals.movedObjects) + " objects; own emissions " + carbonText(totals.migration)},
            {"Net saving of these moves", carbonText(totals.netSaving) + " CO\u2082e",
             saved + " over their lifetime; own emissions taken off"}};
}

// ---- charts ---------------------------------------------------------------------------------------------------------

/// The largest tenants, and all others as one bar.
std::vector<Bar> tenantBars(const Report &report)
{
    constexpr std::size_t kMostBars = 10;
    std::vector<Bar> bars;
    GramsCO2e rest;
    std::size_t others = 0;
    for (const report::TenantLine &line : report.tenants) {
        if (bars.size() < kMostBars) {
            bars.push_back({shown(line.tenant), line.emissions});
        } else {
            rest = rest + line.emissions;
            ++others;
        }
    }
    if (others > 0) bars.push_back({countText(others) + " more", rest, true});
    return bars;
}

/// Days, months or years, whichever are few enough to be told apart; those without usage leave a gap.
std::vector<Bar> timeColumns(const Report &report)
{
    using std::chrono::days;
    const auto span = report.to - report.from;
    const bool byDay = span <= days{92};
    const std::size_t keyLength = byDay ? 10 : span <= days{2'900} ? 7 : 4; // "2026-06-05", "2026-06" or "2026"
    // A long period is often much longer than its records: only where there are some it is drawn.
    const Instant first = byDay ? std::chrono::floor<days>(report.from) : report.days.front().day;
    const Instant last = byDay ? report.to - milliseconds{1} : report.days.back().day;
    std::map<std::string, GramsCO2e> sums;
    for (Instant day = first; day <= last; day += days{1})
        sums.try_emplace(report::dayText(day).substr(0, keyLength));
    for (const report::DayLine &line : report.days) {
        GramsCO2e &sum = sums[report::dayText(line.day).substr(0, keyLength)];
        sum = sum + line.emissions;
    }
    const std::size_t every = sums.size() / 8 + 1;
    std::vector<Bar> columns;
    for (const auto &[key, amount] : sums)
        columns.push_back({columns.size() % every == 0 ? key : std::string{}, amount});
    return columns;
}

std::vector<Bar> qualityParts(const Report &report)
{
    std::vector<Bar> parts;
    for (const report::QualityShare &share : report.quality)
        parts.push_back({std::string(qualityName(share.quality)) + " " +
                             percentText(shareOf(share.emissions, report.totals.locationBased)),
                         share.emissions});
    return parts;
}

std::string shownSources(const report::MigrationLine &line)
{
    std::string out;
    for (const BackendId &id : line.sources)
        out += (out.empty() ? "" : ", ") + shown(id);
    return out;
}

TableRow migrationRow(const report::MigrationLine &line, const CarbonUnit &own, const CarbonUnit &net)
{
    const std::string breakEven = line.breakEvenDays ? std::to_string(*line.breakEvenDays) + " d" : "never";
    const std::string left = line.failed + line.skipped == 0
                                 ? std::string{}
                                 : countText(line.failed) + " failed, " + countText(line.skipped) + " left alone";
    const std::string approved =
        line.approvedBy.empty() ? std::string{} : "approved by " + escapedForDisplay(line.approvedBy);
    const std::string state =
        escapedForDisplay(line.state) + (line.finishedAt ? " " + timeText(*line.finishedAt) : std::string{});
    const std::string plan =
        line.planHash.empty() ? std::string{} : "plan " + escapedForDisplay(line.planHash.substr(0, 16)) + "\u2026";
    return {{std::to_string(number(line.batch)), shown(line.tenant),
             shownSources(line) + " \u2192 " + shown(line.target), countText(line.moved), sizeText(line.movedSize),
             own.text(line.booked), net.text(line.netSaving), breakEven},
            joined({state, left, approved, plan}, "  \u00b7  ")};
}

} // namespace

void drawTitle(PageFlow &flow, const Report &report)
{
    Canvas &canvas = flow.canvas();
    canvas.fill(0, 0, Canvas::kWidth, 6, kGreen);
    flow.skip(4);
    canvas.line(kMargin, flow.y(), kTextWidth, "Carbon report", {24, true, kInk});
    flow.skip(34);
    canvas.line(kMargin, flow.y(), kTextWidth, periodText(report.from, report.to), {12, false, kInk});
    flow.skip(19);
    canvas.line(kMargin, flow.y(), kTextWidth,
                report.tenant ? "Tenant " + shown(*report.tenant) : "All tenants of this installation", kQuiet);
    flow.skip(22);
}

void drawSummary(PageFlow &flow, const Report &report)
{
    constexpr double kGap = 10;
    constexpr double kHeight = 60;
    constexpr double kWidth = (kTextWidth - kGap) / 2;
    const std::vector<Card> cards = cardsOf(report);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const bool rightHand = i % 2 == 1;
        drawCard(flow, kMargin + (rightHand ? kWidth + kGap : 0), kWidth, kHeight, cards[i]);
        if (rightHand) flow.skip(kHeight + kGap);
    }
    flow.paragraph("Market-based: " + report.marketBasedNote, {8, false, kGrey});
    flow.paragraph("Figures are rounded to be read; the exact ones stand in the JSON and CSV of this report.",
                   {8, false, kGrey});
}

void drawCharts(PageFlow &flow, const Report &report)
{
    const std::vector<Bar> tenants = tenantBars(report);
    if (tenants.empty()) return;
    flow.section("Emissions by tenant", heightOfBars(tenants.size()));
    drawBars(flow, tenants);
    flow.section("Emissions over time", heightOfColumns());
    drawColumns(flow, timeColumns(report));
    flow.section("Quality of the data", heightOfShares());
    drawShares(flow, qualityParts(report));
}

void drawTenants(PageFlow &flow, const Report &report)
{
    const CarbonUnit unit = CarbonUnit::forAmounts({report.totals.locationBased});
    const std::size_t lines = report.tenants.size();
    flow.section("Tenants", kTableKeep);
    const auto row = [&](std::size_t i) -> TableRow {
        if (i == lines)
            return {{"Total", unit.text(report.totals.locationBased),
                     percentText(shareOf(report.totals.locationBased, report.totals.locationBased)),
                     countText(report.totals.records)},
                    {},
                    true};
        const report::TenantLine &line = report.tenants[i];
        return {{shown(line.tenant), unit.text(line.emissions),
                 percentText(shareOf(line.emissions, report.totals.locationBased)), countText(line.records)}};
    };
    drawTable(flow,
              {{"Tenant", 5, Align::Left, Elide::Middle},
               {withUnit("Emissions", unit) + " CO\u2082e", 2.4, Align::Right},
               {"Share", 1.2, Align::Right},
               {"Records", 1.5, Align::Right}},
              lines == 0 ? 0 : lines + 1, row, "No usage was recorded in this period.");
}

void drawOperations(PageFlow &flow, const Report &report)
{
    if (report.operations.empty()) return;
    const CarbonUnit unit = unitOf(report.operations, [](const auto &line) { return line.emissions; });
    flow.section("Operations", kTableKeep);
    const auto row = [&](std::size_t i) -> TableRow {
        const report::OperationLine &line = report.operations[i];
        return {{shown(line.tenant), escapedForDisplay(line.operation), unit.text(line.emissions),
                 countText(line.records)}};
    };
    drawTable(flow,
              {{"Tenant", 3.4, Align::Left, Elide::Middle},
               {"Operation", 2.6, Align::Left, Elide::Middle},
               {withUnit("Emissions", unit) + " CO\u2082e", 2.4, Align::Right},
               {"Records", 1.5, Align::Right}},
              report.operations.size(), row, {});
}

void drawMigrations(PageFlow &flow, const Report &report)
{
    const CarbonUnit own = unitOf(report.migrations, [](const report::MigrationLine &line) { return line.booked; });
    const CarbonUnit net = unitOf(report.migrations, [](const report::MigrationLine &line) { return line.netSaving; });
    flow.section("Migrations", kTableKeep);
    drawTable(
        flow,
        {{"Batch", 1},
         {"Tenant", 2.2, Align::Left, Elide::Middle},
         {"From \u2192 to", 3, Align::Left, Elide::Middle},
         {"Objects", 1.3, Align::Right},
         {"Size", 1.4, Align::Right},
         {withUnit("Own", own), 1.3, Align::Right},
         {withUnit("Net saving", net), 2, Align::Right},
         {"Pays back", 1.4, Align::Right}},
        report.migrations.size(), [&](std::size_t i) { return migrationRow(report.migrations[i], own, net); },
        "No migration ended in this period.");
}

void drawBudgets(PageFlow &flow, const Report &report)
{
    if (report.budgets.empty()) return;
    const CarbonUnit unit =
        unitOf(report.budgets, [](const report::BudgetLine &line) { return line.limit.value_or(line.used); });
    flow.section("Budgets when this report was made", kTableKeep);
    const auto row = [&](std::size_t i) -> TableRow {
        const report::BudgetLine &line = report.budgets[i];
        return {{shown(line.tenant), line.limit ? unit.text(*line.limit) : "unlimited",
                 std::string(periodName(line.period)), unit.text(line.used), percentText(line.fill),
                 std::string(levelName(line.level)), timeText(line.periodEnd)}};
    };
    drawTable(flow,
              {{"Tenant", 3, Align::Left, Elide::Middle},
               {withUnit("Limit", unit), 1.6, Align::Right},
               {"Per", 1},
               {withUnit("Used", unit), 1.6, Align::Right},
               {"Filled", 1.1, Align::Right},
               {"Level", 0.9},
               {"Period ends", 1.9}},
              report.budgets.size(), row, {});
}

void drawMethod(PageFlow &flow, const Report &report)
{
    flow.section("How the figures were made", 60);
    flow.points(report.method);
    flow.section("What is not in them", 60);
    flow.points(report.exclusions);
}

void drawFactors(PageFlow &flow, const Report &report)
{
    flow.section("Factors", kTableKeep);
    const auto row = [&](std::size_t i) -> TableRow {
        const report::Factor &factor = report.factors[i];
        const std::string source = factor.source.empty() ? "stated by the operator" : escapedForDisplay(factor.source);
        return {{escapedForDisplay(factor.name), escapedForDisplay(factor.value), escapedForDisplay(factor.unit),
                 escapedForDisplay(factor.vintage), std::string(qualityName(factor.quality))},
                joined({escapedForDisplay(factor.basis), source, escapedForDisplay(factor.licence)}, "  \u00b7  ")};
    };
    drawTable(flow,
              {{"Factor", 4, Align::Left, Elide::Middle},
               {"Value", 1.4, Align::Right},
               {"Unit", 2},
               {"Vintage", 1},
               {"Quality", 1.2}},
              report.factors.size(), row, "No factor was needed.");
}

void drawEvidence(PageFlow &flow, const Report &report, std::string_view checksum)
{
    const report::AuditState &audit = report.audit;
    flow.section("Evidence", 76);
    flow.paragraph(audit.intact ? "The audit log is intact: all " + countText(static_cast<std::uint64_t>(audit.rows)) +
                                      " rows were checked against their hash chain. Its head was:"
                                : "THE AUDIT LOG IS NOT INTACT: " + escapedForDisplay(audit.problem) +
                                      ". The last head that was found:",
                   audit.intact ? kBody : TextStyle{9, true, kRed});
    flow.skip(2);
    flow.paragraph(audit.head.empty() ? "none" : audit.head, {8, false, kGrey});
    flow.skip(8);
    flow.paragraph("SHA-256 of the JSON form of this same report (all bytes before its last two lines):", kBody);
    flow.skip(2);
    flow.paragraph(checksum, {8, false, kGrey});
}

} // namespace greenward::adapters::pdf
