#pragma once

#include "core/adapters/sqlite/names.h"
#include "core/store/records.h"

namespace greenward::adapters::sqlite {

/// Writes the rows of closed periods, at the end of a flush, when the hourly figures hold all that came before.
/// Committer thread only.
class PeriodBook final
{
public:
    /// `tenants` outlives the book.
    static Result<std::unique_ptr<PeriodBook>> create(const Connection &connection, NameTable &tenants);

    /// InvalidInput for a period that is not of whole hours.
    static Result<void> check(std::span<const store::PeriodClosing> closings);
    /// `nextSeq`: the number that the next usage record will get. A period without usage, or that is closed already,
    /// leaves no row.
    Result<void> write(const store::PeriodClosing &closing, std::int64_t nextSeq);

private:
    struct Statements
    {
        Statement hours, add;
    };
    PeriodBook(NameTable &tenants, Statements statements);

    NameTable &m_tenants;
    Statements m_sql;
};

/// What the hours [from, to) of a tenant hold, by its number: at most kLargestCarbon.
Result<store::UsageSum> sumOfHours(Statement &hours, std::int64_t tenant, std::int64_t from, std::int64_t to);
inline constexpr const char *kHoursOfTenant =
    "SELECT ug, n FROM usage_hour WHERE tenant = ? AND hour >= ? AND hour < ?";

Result<std::vector<store::UsageSum>> readUsageSums(const Connection &connection,
                                                   std::span<const store::UsageWindow> windows);
Result<std::vector<TenantId>> readUsageTenants(const Connection &connection);
Result<std::vector<store::ClosedPeriod>> readClosedPeriods(const Connection &connection,
                                                           const std::optional<TenantId> &tenant, std::size_t limit);
Result<std::vector<store::UnclosedHour>> readUnclosedHours(const Connection &connection,
                                                           std::span<const store::UsageWindow> open);

} // namespace greenward::adapters::sqlite
