#include "core/adapters/sqlite/codes.h"
#include "core/adapters/sqlite/period_book.h"
#include "core/adapters/sqlite/row_values.h"

#include <algorithm>
#include <limits>

namespace greenward::adapters::sqlite {
namespace {

std::int64_t hourNumber(Instant at)
{
    return std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count();
}

Instant hourAt(const Statement &row, int column)
{
    return Instant{std::chrono::hours(row.integer(column))};
}

/// A store of schema 1 that is only looked at has no closed periods.
Result<bool> hasPeriods(const Connection &connection)
{
    CORE_TRY(const std::int64_t version, connection.number("PRAGMA user_version"));
    return version >= 2;
}

Result<std::optional<std::int64_t>> numberOf(Statement &find, const TenantId &tenant)
{
    CORE_TRY(const bool found, find.bind(1, tenant.text()).step());
    const auto number = found ? std::optional(find.integer(0)) : std::nullopt;
    find.reset();
    return number;
}

constexpr const char *kFindTenant = "SELECT id FROM tenant WHERE name = ?";

/// Columns: tenant name, its number, kind, start, end, used, n, limit, peak, at, reconstructed.
Result<store::ClosedPeriod> closedPeriodOf(const Statement &row, Statement &hours)
{
    CORE_TRY(TenantId tenant, nameAt<TenantId>(row, 0));
    CORE_TRY(const PeriodKind kind, kindOf(row.integer(2)));
    CORE_TRY(const ThrottleLevel peak, levelOf(row.integer(8)));
    const auto limit = row.isNull(7) ? std::nullopt : std::optional(GramsCO2e::fromMicrograms(row.integer(7)));
    store::ClosedPeriod period{{std::move(tenant), kind, hourAt(row, 3), hourAt(row, 4), limit, peak,
                                instantOf(row.integer(9)), row.integer(10) != 0},
                               GramsCO2e::fromMicrograms(row.integer(5)),
                               static_cast<std::uint64_t>(row.integer(6)),
                               {},
                               0};
    // What came later is what the hours hold beyond it.
    CORE_TRY(const store::UsageSum now, sumOfHours(hours, row.integer(1), row.integer(3), row.integer(4)));
    period.late = now.amount - period.used;
    period.lateRecords = now.records - period.records;
    return period;
}

} // namespace

Result<std::vector<store::UsageSum>> readUsageSums(const Connection &connection,
                                                   std::span<const store::UsageWindow> windows)
{
    CORE_TRY(Statement find, connection.prepare(kFindTenant));
    CORE_TRY(Statement hours, connection.prepare(kHoursOfTenant));
    std::vector<store::UsageSum> sums;
    sums.reserve(windows.size());
    for (const store::UsageWindow &window : windows) {
        CORE_TRY(const auto tenant, numberOf(find, window.tenant));
        store::UsageSum sum;
        if (tenant) {
            CORE_TRY(sum, sumOfHours(hours, *tenant, hourNumber(window.from), hourNumber(window.to)));
        }
        sums.push_back(sum);
    }
    return sums;
}

Result<std::vector<TenantId>> readUsageTenants(const Connection &connection)
{
    CORE_TRY(Statement sql, connection.prepare("SELECT name FROM tenant"));
    std::vector<TenantId> tenants;
    for (;;) {
        CORE_TRY(const bool more, sql.step());
        if (!more) return tenants;
        CORE_TRY(TenantId tenant, nameAt<TenantId>(sql, 0));
        tenants.push_back(std::move(tenant));
    }
}

Result<std::vector<store::ClosedPeriod>> readClosedPeriods(const Connection &connection,
                                                           const std::optional<TenantId> &tenant, std::size_t limit)
{
    std::vector<store::ClosedPeriod> periods;
    CORE_TRY(const bool any, hasPeriods(connection));
    if (!any) return periods;
    const std::string columns = "SELECT t.name, p.tenant, p.kind, p.start, p.end, p.used_ug, p.n, p.limit_ug, p.peak, "
                                "p.at, p.reconstructed FROM period_closed p JOIN tenant t ON t.id = p.tenant ";
    CORE_TRY(Statement sql, connection.prepare(columns + (tenant ? "WHERE t.name = ?1 " : "") +
                                               "ORDER BY p.end DESC, p.start DESC, t.name LIMIT ?2"));
    CORE_TRY(Statement hours, connection.prepare(kHoursOfTenant));
    if (tenant) sql.bind(1, tenant->text());
    constexpr auto kMost = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    sql.bind(2, static_cast<std::int64_t>(std::min(limit, kMost)));
    for (;;) {
        CORE_TRY(const bool more, sql.step());
        if (!more) return periods;
        CORE_TRY(store::ClosedPeriod period, closedPeriodOf(sql, hours));
        periods.push_back(std::move(period));
    }
}

Result<std::vector<store::UnclosedHour>> readUnclosedHours(const Connection &connection,
                                                           std::span<const store::UsageWindow> open)
{
    std::vector<store::UnclosedHour> unclosed;
    CORE_TRY(const bool any, hasPeriods(connection));
    if (!any) return unclosed;
    CORE_TRY(Statement find, connection.prepare(kFindTenant));
    CORE_TRY(Statement hours,
             connection.prepare("SELECT DISTINCT hour FROM usage_hour WHERE tenant = ?1 AND hour >= "
                                "coalesce((SELECT max(end) FROM period_closed WHERE tenant = ?1), -0x7fffffffffff) "
                                "AND hour < ?2 ORDER BY hour"));
    for (const store::UsageWindow &window : open) {
        CORE_TRY(const auto tenant, numberOf(find, window.tenant));
        if (!tenant) continue;
        hours.bind(1, *tenant).bind(2, hourNumber(window.from));
        for (;;) {
            CORE_TRY(const bool more, hours.step());
            if (!more) break;
            unclosed.push_back({window.tenant, hourAt(hours, 0)});
        }
        hours.reset();
    }
    return unclosed;
}

} // namespace greenward::adapters::sqlite
