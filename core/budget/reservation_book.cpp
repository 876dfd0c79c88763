#include "core/budget/reservation_book.h"

#include "core/base/json_fields.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"

#include <array>

namespace greenward::budget {
namespace {

constexpr milliseconds kLongest = std::chrono::days{31};

std::string documentOf(const ReservationBook::Row &row)
{
    return jsonText({{"tenant", row.tenant.text()},
                     {"estimate_g", row.estimate.gramsText()},
                     {"operation", row.operation},
                     {"made_at", toRfc3339(row.madeAt)},
                     {"expires", toRfc3339(row.expires)}});
}

Result<ReservationBook::Row> rowOf(const store::Document &document)
{
    const std::string subject = "reservation " + escapedForDisplay(document.id);
    CORE_TRY(const Json json, parseJson(document.json, subject));
    CORE_TRY(const JsonFields fields, JsonFields::of(json, subject));
    CORE_TRY(const std::string name, fields.text("tenant"));
    CORE_TRY(TenantId tenant, TenantId::parse(name));
    CORE_TRY(const std::string amount, fields.text("estimate_g"));
    CORE_TRY(const GramsCO2e estimate, parseGrams(amount, "estimate_g"));
    CORE_TRY(std::string operation, fields.text("operation"));
    CORE_TRY(const Instant madeAt, fields.time("made_at"));
    CORE_TRY(const Instant expires, fields.time("expires"));
    return ReservationBook::Row{document.id, std::move(tenant), estimate, std::move(operation), madeAt, expires};
}

Unexpected<Error> unknown(const std::string &id)
{
    return fail(ErrorCode::UnknownName, "reservation",
                "\"" + escapedForDisplay(id) + "\" is not open: it was never made, has been settled or has expired");
}

} // namespace

ReservationBook::ReservationBook(BudgetComponent &budgets, store::StateStore &store, const Clock &clock, IdSource &ids,
                                 milliseconds defaultTtl)
    : m_budgets(budgets)
    , m_store(store)
    , m_clock(clock)
    , m_ids(ids)
    , m_defaultTtl(defaultTtl)
{}

Result<void> ReservationBook::load()
{
    CORE_TRY(const auto documents, m_store.documents(store::Collection::Reservation));
    for (const store::Document &document : documents) {
        CORE_TRY(Row row, rowOf(document));
        const ReservationId hold = m_budgets.hold(row.tenant, row.estimate, row.operation);
        std::string id = row.id; // a name of its own: the row is moved from before it is asked for one
        m_open.insert_or_assign(std::move(id), Open{std::move(row), hold});
    }
    return {};
}

Result<ReservationBook::Row> ReservationBook::reserve(const TenantId &tenant, GramsCO2e estimate,
                                                      const std::string &operation, std::optional<milliseconds> ttl)
{
    const milliseconds lifetime = ttl.value_or(m_defaultTtl);
    if (lifetime <= milliseconds{0} || lifetime > kLongest)
        return fail(ErrorCode::InvalidInput, "ttl",
                    std::to_string(lifetime.count()) + " ms is not above 0 and at most 31 days");
    CORE_TRY(const ReservationId hold, m_budgets.reserve(tenant, estimate, operation, std::nullopt));
    const Instant now = m_clock.now();
    const Row row{"r" + m_ids.next(), tenant, estimate, operation, now, now + lifetime};
    store::Transaction transaction;
    transaction.put(store::Collection::Reservation, row.id, documentOf(row));
    const auto written = m_store.commit(std::move(transaction));
    if (!written) {
        static_cast<void>(m_budgets.release(hold)); // just made: it is there
        return Unexpected{written.error()};
    }
    m_open.emplace(row.id, Open{row, hold});
    return row;
}

Result<ReservationBook::Row> ReservationBook::commit(const std::string &id, GramsCO2e actual)
{
    if (actual < GramsCO2e{} || actual > kLargestCarbon)
        return fail(ErrorCode::InvalidInput, "grams", actual.gramsText() + " g is not within 0 to 4.6 million tonnes");
    return settle(id, actual);
}

Result<ReservationBook::Row> ReservationBook::release(const std::string &id)
{
    return settle(id, std::nullopt);
}

Result<ReservationBook::Row> ReservationBook::settle(const std::string &id, std::optional<GramsCO2e> booked)
{
    const auto found = m_open.find(id);
    if (found == m_open.end()) return unknown(id);
    const Open open = found->second;
    store::Transaction transaction;
    transaction.remove(store::Collection::Reservation, id);
    // Without a key: that it is counted once is the document's doing, and a key could have been used before.
    const store::UsageRecord record{
        open.row.tenant, m_clock.now(), booked.value_or(GramsCO2e{}), open.row.operation, {}, Quality::Calculated};
    if (booked) transaction.usage.push_back(record);
    CORE_CHECK(m_store.commit(std::move(transaction)));
    m_open.erase(found);
    // Counted before it is given back: in between the tenant looks fuller than it is, never emptier.
    if (booked) m_budgets.noteBooked(record, open.hold);
    // Unknown only when nothing was left of it.
    static_cast<void>(m_budgets.release(open.hold));
    return open.row;
}

std::vector<ReservationBook::Row> ReservationBook::rows() const
{
    std::vector<Row> rows;
    rows.reserve(m_open.size());
    for (const auto &[id, open] : m_open)
        rows.push_back(open.row);
    return rows;
}

void ReservationBook::tick()
{
    const Instant now = m_clock.now();
    std::vector<Row> expired;
    for (const auto &[id, open] : m_open)
        if (open.row.expires <= now) expired.push_back(open.row);
    // One that cannot be written now is charged at a later look.
    for (const Row &row : expired)
        static_cast<void>(settle(row.id, row.estimate));
}

} // namespace greenward::budget
