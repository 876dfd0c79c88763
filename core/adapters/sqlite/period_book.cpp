#include "core/adapters/sqlite/period_book.h"

#include "core/adapters/sqlite/codes.h"

#include <algorithm>

namespace greenward::adapters::sqlite {
namespace {

std::int64_t hourNumber(Instant at)
{
    return std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count();
}

bool isWholeHour(Instant at)
{
    return std::chrono::floor<std::chrono::hours>(at) == at;
}

} // namespace

PeriodBook::PeriodBook(NameTable &tenants, Statements statements)
    : m_tenants(tenants)
    , m_sql(std::move(statements))
{}

Result<std::unique_ptr<PeriodBook>> PeriodBook::create(const Connection &connection, NameTable &tenants)
{
    CORE_TRY(Statement hours, connection.prepare(kHoursOfTenant));
    CORE_TRY(Statement add, connection.prepare("INSERT INTO period_closed VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                                               "ON CONFLICT DO NOTHING"));
    return std::unique_ptr<PeriodBook>(new PeriodBook(tenants, {std::move(hours), std::move(add)}));
}

Result<void> PeriodBook::check(std::span<const store::PeriodClosing> closings)
{
    for (const store::PeriodClosing &closing : closings)
        if (!isWholeHour(closing.start) || !isWholeHour(closing.end) || closing.end <= closing.start)
            return fail(ErrorCode::InvalidInput, "period", "a closed period is a number of whole hours");
    return {};
}

Result<void> PeriodBook::write(const store::PeriodClosing &closing, std::int64_t nextSeq)
{
    CORE_TRY(const std::int64_t tenant, m_tenants.intern(closing.tenant.text()));
    const std::int64_t from = hourNumber(closing.start);
    const std::int64_t to = hourNumber(closing.end);
    CORE_TRY(const store::UsageSum sum, sumOfHours(m_sql.hours, tenant, from, to));
    if (sum.records == 0) return {};
    Statement &sql = m_sql.add;
    sql.bind(1, tenant).bind(2, kindNumber(closing.kind)).bind(3, from).bind(4, to);
    sql.bind(5, sum.amount.micrograms()).bind(6, static_cast<std::int64_t>(sum.records));
    if (closing.limit)
        sql.bind(7, closing.limit->micrograms());
    else
        sql.bindNull(7);
    sql.bind(8, levelNumber(closing.peak)).bind(9, nextSeq);
    sql.bind(10, std::int64_t{closing.at.time_since_epoch().count()});
    return sql.bind(11, std::int64_t{closing.reconstructed ? 1 : 0}).run();
}

Result<store::UsageSum> sumOfHours(Statement &hours, std::int64_t tenant, std::int64_t from, std::int64_t to)
{
    Int128 amount = 0;
    store::UsageSum sum;
    hours.bind(1, tenant).bind(2, from).bind(3, to);
    for (;;) {
        CORE_TRY(const bool more, hours.step());
        if (!more) break;
        amount += hours.integer(0);
        sum.records += static_cast<std::uint64_t>(hours.integer(1));
    }
    hours.reset();
    const Int128 capped = std::min(amount, Int128{kLargestCarbon.micrograms()});
    sum.amount = GramsCO2e::fromMicrograms(static_cast<std::int64_t>(capped));
    return sum;
}

} // namespace greenward::adapters::sqlite
