#pragma once

#include "core/base/clock.h"
#include "core/store/records.h"
#include "core/units/carbon.h"
#include "core/units/data_size.h"
#include "core/units/figure.h"
#include "core/units/ids.h"
#include "core/units/period.h"
#include "core/units/ratios.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greenward::report {

/// One batch of moves, as the caller knows it.
struct MigrationLine
{
    BatchId batch{};
    TenantId tenant;
    std::vector<BackendId> sources;
    BackendId target;
    std::string state; ///< "completed", "partly" ...
    std::optional<Instant> finishedAt;
    std::uint64_t moved = 0;
    std::uint64_t failed = 0;
    std::uint64_t skipped = 0;
    DataSize movedSize;
    GramsCO2e booked;        ///< own emissions of the move, part of the tenant's usage
    GramsCO2e savingPerYear; ///< attributed, estimated
    GramsCO2e netSaving;     ///< over `lifetimeYears`, own cost taken off
    int lifetimeYears = 3;
    std::optional<std::int64_t> breakEvenDays; ///< nothing: never
    std::string approvedBy;
    std::string planHash; ///< hex SHA-256 of the frozen list
};

/// A tenant's budget at the moment of the report.
struct BudgetLine
{
    TenantId tenant;
    std::optional<GramsCO2e> limit; ///< nothing: unlimited
    PeriodKind period = PeriodKind::Month;
    Instant periodStart;
    Instant periodEnd;
    GramsCO2e used;
    std::optional<Percent> fill;
    ThrottleLevel level = ThrottleLevel::None;
};

/// A number every figure rests on, with all that makes it traceable (methodology 1.2).
struct Factor
{
    std::string name;    ///< "grid intensity SE", "energy at rest, hdd"
    std::string value;   ///< exact decimal
    std::string unit;    ///< "g/kWh", "W/TB"
    std::string basis;   ///< "lifecycle; production; average; location-based"
    std::string source;  ///< citation
    std::string vintage; ///< "2024"; empty: not stated
    std::string licence;
    Quality quality = Quality::Default;

    friend bool operator==(const Factor &, const Factor &) = default;
};

/// Part of the total that rests on data of one quality.
struct QualityShare
{
    Quality quality = Quality::Default;
    GramsCO2e emissions;
};

struct AuditState
{
    std::int64_t rows = 0;
    bool intact = false;
    std::string head; ///< hex hash of the last row of the audit chain
    std::string problem;
};

/// All a report is made of. Everything is a plain value, so it can be built in a worker.
struct ReportInput
{
    Instant from;                   ///< on the hour
    Instant to;                     ///< on the hour, exclusive
    std::optional<TenantId> tenant; ///< nothing: all
    Instant generatedAt;
    std::string productVersion;
    std::vector<store::UsageHour> usage; ///< rows outside period and scope are left out
    std::vector<MigrationLine> migrations;
    std::vector<BudgetLine> budgets;
    std::vector<Factor> factors;
    AuditState audit;
};

struct TenantLine
{
    TenantId tenant;
    GramsCO2e emissions;
    std::uint64_t records = 0;
};

struct OperationLine
{
    TenantId tenant;
    std::string operation;
    GramsCO2e emissions;
    std::uint64_t records = 0;
};

/// One calendar day (UTC) of all tenants in scope; days without usage are left out.
struct DayLine
{
    Instant day;
    GramsCO2e emissions;
};

struct Totals
{
    GramsCO2e locationBased; ///< the exact sum of the tenants' rows
    std::uint64_t records = 0;
    GramsCO2e migration; ///< part of it: own emissions of moves (operation kMigrationOperation)
    std::uint64_t movedObjects = 0;
    DataSize movedSize;
    GramsCO2e savingPerYear; ///< of the batches listed, attributed
    GramsCO2e netSaving;
};

/// A finished report: a value that says everything itself. Sums are exact, nothing is rounded.
struct Report
{
    Instant from;
    Instant to;
    Instant generatedAt;
    std::string productVersion;
    std::optional<TenantId> tenant;
    Totals totals;
    std::string marketBasedNote;           ///< why there is no market-based total
    std::vector<TenantLine> tenants;       ///< most emissions first, then by name
    std::vector<OperationLine> operations; ///< by tenant as above, most emissions first
    std::vector<DayLine> days;             ///< in order
    std::vector<MigrationLine> migrations; ///< by batch number
    std::vector<BudgetLine> budgets;       ///< by tenant name
    std::vector<Factor> factors;
    std::vector<QualityShare> quality;   ///< each quality at most once, best first; adds up to the total
    std::vector<std::string> method;     ///< sentences: how the figures were made
    std::vector<std::string> exclusions; ///< sentences: what is not in them
    AuditState audit;
};

/// The operation under which the mover books a migration's own emissions.
inline constexpr std::string_view kMigrationOperation = "migration";

/// Pure. InvalidInput when the period is empty or not on whole hours, Overflow when a sum does not fit.
Result<Report> buildReport(ReportInput input);

} // namespace greenward::report
