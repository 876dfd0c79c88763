#pragma once

#include "core/base/time_text.h"
#include "core/report/report.h"

#include <string_view>

namespace greenward::report::tests {

inline Instant at(std::string_view text)
{
    return parseInstant(text, "at").value();
}
inline TenantId tenant(std::string_view name)
{
    return TenantId::parse(name).value();
}
inline BackendId backend(std::string_view name)
{
    return BackendId::parse(name).value();
}
inline GramsCO2e ug(std::int64_t micrograms)
{
    return GramsCO2e::fromMicrograms(micrograms);
}

inline store::UsageHour hour(std::string_view who, std::string_view when, std::string_view operation,
                             std::int64_t micrograms, std::uint64_t records = 1, Quality quality = Quality::Calculated)
{
    return {tenant(who), at(when), std::string(operation), ug(micrograms), records, quality};
}

inline MigrationLine migration(std::int64_t batch, std::string_view who)
{
    MigrationLine line{.batch = BatchId{batch},
                       .tenant = tenant(who),
                       .sources = {backend("hot-1")},
                       .target = backend("green-1"),
                       .state = "completed",
                       .finishedAt = at("2026-06-05T10:00:00Z")};
    line.moved = 12;
    line.movedSize = DataSize::fromGibibytes(10);
    line.booked = ug(3'000'000);
    line.savingPerYear = ug(7'730'000);
    line.netSaving = ug(20'190'000);
    line.breakEvenDays = 142;
    line.approvedBy = "ada";
    line.planHash = std::string(64, 'a');
    return line;
}

/// June 2026: two tenants, three operations, one migration, one budget, two factors.
inline ReportInput june()
{
    ReportInput input;
    input.from = at("2026-06-01");
    input.to = at("2026-07-01");
    input.generatedAt = at("2026-07-02T08:30:00Z");
    input.productVersion = "0.1.0";
    input.usage = {
        hour("acme", "2026-06-01T00:00:00Z", "write", 1'000'001, 3),
        hour("acme", "2026-06-30T23:00:00Z", "write", 2'000'000, 1),
        hour("acme", "2026-06-05T10:00:00Z", "migration", 3'000'000, 12),
        hour("zeta", "2026-06-05T11:00:00Z", "read", 9'500'000, 7, Quality::Measured),
        hour("acme", "2026-05-31T23:00:00Z", "write", 77, 1), // the hour before
        hour("acme", "2026-07-01T00:00:00Z", "write", 88, 1), // the hour after
    };
    input.migrations = {migration(7, "acme")};
    input.budgets = {{tenant("acme"), GramsCO2e::fromGrams(20), PeriodKind::Month, at("2026-07-01"), at("2026-08-01"),
                      ug(88), Percent::fromMillionths(440), ThrottleLevel::None}};
    input.factors = {{"grid intensity SE", "35.26", "g CO2e/kWh", "lifecycle; production; country", "Ember", "2024",
                      "CC-BY-4.0", Quality::Estimated},
                     {"PUE green-1", "1.1", "facility/IT energy", "annual", "", "", "", Quality::Calculated}};
    input.audit = {42, true, std::string(64, 'b'), ""};
    return input;
}

} // namespace greenward::report::tests
