#include "core/base/time_text.h"
#include "core/report/report.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace greenward::report {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;

/// Adds up without limits; whether the sum fits is asked once, at the end.
class Sum final
{
public:
    void add(GramsCO2e amount) { m_micrograms += amount.micrograms(); }
    Result<GramsCO2e> fitted(std::string_view subject) const
    {
        CORE_TRY(const std::int64_t micrograms, toInt64(m_micrograms, subject));
        return GramsCO2e::fromMicrograms(micrograms);
    }

private:
    Int128 m_micrograms = 0;
};

struct Booked
{
    Sum emissions;
    std::uint64_t records = 0;
    void add(const store::UsageHour &row)
    {
        emissions.add(row.amount);
        records += row.records;
    }
};

/// The usage rows of period and scope, added up along each way the report shows them.
struct Ledger
{
    Booked all;
    Sum migration;
    std::map<TenantId, Booked> tenants;
    std::map<std::pair<TenantId, std::string>, Booked> operations;
    std::map<Instant, Sum> days;
    std::map<Quality, Sum> qualities;
};

Result<void> checkPeriod(const ReportInput &input)
{
    const auto onTheHour = [](Instant at) {
        return floor<hours>(at) == at;
    };
    if (!onTheHour(input.from))
        return fail(ErrorCode::InvalidInput, "from", toRfc3339(input.from) + " is not on the hour");
    if (!onTheHour(input.to)) return fail(ErrorCode::InvalidInput, "to", toRfc3339(input.to) + " is not on the hour");
    if (input.from >= input.to)
        return fail(ErrorCode::InvalidInput, "to", toRfc3339(input.to) + " is not after " + toRfc3339(input.from));
    return {};
}

Ledger ledgerOf(const ReportInput &input)
{
    Ledger ledger;
    for (const store::UsageHour &row : input.usage) {
        if (row.hour < input.from || row.hour >= input.to) continue;
        if (input.tenant && row.tenant != *input.tenant) continue;
        ledger.all.add(row);
        ledger.tenants[row.tenant].add(row);
        ledger.operations[{row.tenant, row.operation}].add(row);
        ledger.days[floor<days>(row.hour)].add(row.amount);
        ledger.qualities[row.quality].add(row.amount);
        if (row.operation == kMigrationOperation) ledger.migration.add(row.amount);
    }
    return ledger;
}

Result<std::vector<TenantLine>> tenantLines(const Ledger &ledger)
{
    std::vector<TenantLine> lines;
    for (const auto &[tenant, booked] : ledger.tenants) {
        CORE_TRY(const GramsCO2e emissions, booked.emissions.fitted("emissions of a tenant"));
        lines.push_back({tenant, emissions, booked.records});
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const TenantLine &a, const TenantLine &b) { return a.emissions > b.emissions; });
    return lines;
}

/// In the order of `tenants`, so that a reader finds the parts below their whole.
Result<std::vector<OperationLine>> operationLines(const Ledger &ledger, const std::vector<TenantLine> &tenants)
{
    std::map<TenantId, std::size_t> rank;
    for (std::size_t i = 0; i < tenants.size(); ++i)
        rank.emplace(tenants[i].tenant, i);
    std::vector<OperationLine> lines;
    for (const auto &[key, booked] : ledger.operations) {
        CORE_TRY(const GramsCO2e emissions, booked.emissions.fitted("emissions of an operation"));
        lines.push_back({key.first, key.second, emissions, booked.records});
    }
    std::stable_sort(lines.begin(), lines.end(), [&](const OperationLine &a, const OperationLine &b) {
        return std::tuple(rank.at(a.tenant), b.emissions) < std::tuple(rank.at(b.tenant), a.emissions);
    });
    return lines;
}

Result<std::vector<DayLine>> dayLines(const Ledger &ledger)
{
    std::vector<DayLine> lines;
    for (const auto &[day, sum] : ledger.days) {
        CORE_TRY(const GramsCO2e emissions, sum.fitted("emissions of a day"));
        lines.push_back({day, emissions});
    }
    return lines;
}

Result<Totals> totalsOf(const Ledger &ledger, const std::vector<MigrationLine> &migrations)
{
    Totals totals;
    CORE_TRY(totals.locationBased, ledger.all.emissions.fitted("total emissions"));
    CORE_TRY(totals.migration, ledger.migration.fitted("emissions of migrations"));
    totals.records = ledger.all.records;
    Sum yearly;
    Sum net;
    Int128 bytes = 0;
    for (const MigrationLine &line : migrations) {
        totals.movedObjects += line.moved;
        bytes += line.movedSize.bytes();
        yearly.add(line.savingPerYear);
        net.add(line.netSaving);
    }
    CORE_TRY(const std::int64_t moved, toInt64(bytes, "size of moved data"));
    totals.movedSize = DataSize::fromBytes(moved);
    CORE_TRY(totals.savingPerYear, yearly.fitted("saving per year"));
    CORE_TRY(totals.netSaving, net.fitted("net saving"));
    return totals;
}

Result<std::vector<QualityShare>> qualityShares(const Ledger &ledger)
{
    std::vector<QualityShare> shares;
    for (const auto &[quality, sum] : ledger.qualities) {
        CORE_TRY(const GramsCO2e emissions, sum.fitted("emissions of a quality"));
        shares.push_back({quality, emissions});
    }
    return shares;
}

std::vector<Factor> withoutRepeats(std::vector<Factor> factors)
{
    std::vector<Factor> once;
    for (Factor &factor : factors)
        if (std::find(once.begin(), once.end(), factor) == once.end()) once.push_back(std::move(factor));
    return once;
}

std::vector<std::string> methodText()
{
    return {
        "Every amount is the exact sum of recorded usage, kept in whole micrograms of CO2 equivalents. Nothing was "
        "rounded before it was printed.",
        "Usage recorded as energy was converted with the location-based average intensity of its region: grams = "
        "watt-hours x g CO2e/kWh / 1000, times PUE unless the energy was measured at the facility. Usage recorded in "
        "grams was taken as given.",
        "Grid factors marked \"lifecycle\" hold the emissions of fuel supply and plants too. For scope 2 they are an "
        "estimate that includes upstream; factors of direct combustion alone would be lower.",
        "The own emissions of migrations are part of their tenant's usage, under the operation \"migration\".",
        "Savings of migrations are estimates for the data moved, attributed, over the stated lifetime and net of the "
        "move itself. They are not taken off any total in this report.",
        "A tenant holds what was recorded for it. No idle or shared energy was divided among tenants.",
    };
}

std::vector<std::string> exclusionText()
{
    return {
        "Energy of data at rest and of operations that nobody recorded as usage.",
        "Embodied emissions of hardware and buildings (scope 3).",
        "Direct emissions (scope 1), such as emergency generators and refrigerants.",
        "Offsets, removals and avoided emissions.",
    };
}

constexpr std::string_view kNoMarketBased =
    "Not available: no contracts or certificates are on record, so no market-based total can be given. This does not "
    "mean zero.";

} // namespace

Result<Report> buildReport(ReportInput input)
{
    CORE_CHECK(checkPeriod(input));
    const Ledger ledger = ledgerOf(input);
    Report report;
    report.from = input.from;
    report.to = input.to;
    report.generatedAt = input.generatedAt;
    report.productVersion = std::move(input.productVersion);
    report.tenant = input.tenant;
    CORE_TRY(report.tenants, tenantLines(ledger));
    CORE_TRY(report.operations, operationLines(ledger, report.tenants));
    CORE_TRY(report.days, dayLines(ledger));
    report.migrations = std::move(input.migrations);
    std::stable_sort(report.migrations.begin(), report.migrations.end(),
                     [](const MigrationLine &a, const MigrationLine &b) { return a.batch < b.batch; });
    CORE_TRY(report.totals, totalsOf(ledger, report.migrations));
    report.marketBasedNote = kNoMarketBased;
    report.budgets = std::move(input.budgets);
    std::stable_sort(report.budgets.begin(), report.budgets.end(),
                     [](const BudgetLine &a, const BudgetLine &b) { return a.tenant < b.tenant; });
    report.factors = withoutRepeats(std::move(input.factors));
    CORE_TRY(report.quality, qualityShares(ledger));
    report.method = methodText();
    report.exclusions = exclusionText();
    report.audit = std::move(input.audit);
    return report;
}

} // namespace greenward::report
