#pragma once

#include "core/engine/engine.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace greenward::sim {

/// What callers were told about carbon, by a record of its own: each booking has an operation of a name nobody else
/// uses, so that it is found again in the ledger, once or not at all.
class Books final
{
public:
    enum class Answer {
        Booked, ///< it must be there
        Nobody, ///< killed before the answer was seen: all of it is there, or nothing
        No,     ///< refused: it must not be there
    };
    struct Booking
    {
        TenantId tenant;
        GramsCO2e amount;
        Answer answer = Answer::No;
        std::size_t import = 0; ///< lines of one file share a number: all of them or none; 0: by itself
    };
    struct Reservation
    {
        TenantId tenant;
        GramsCO2e estimate;
        std::string operation;
        std::string id; ///< empty: the answer was not seen
        Instant expires;
        enum class State { Open, Unknown, Settled } state = State::Open;
    };

    /// "w-17".
    std::string nextOperation(const char *kind) { return std::string(kind) + "-" + std::to_string(++m_last); }

    void booked(const std::string &operation, Booking booking);
    void reserved(Reservation reservation) { m_reservations.push_back(std::move(reservation)); }
    std::vector<Reservation> &reservations() { return m_reservations; }

    /// What an admission at `now` may not pass, by what was told: used and set aside. `row` says which period is open.
    GramsCO2e committed(const engine::BudgetRow &row, Instant now) const;

    /// Compares with what the engine keeps and shows. Bookings whose answer nobody saw are settled by what is found.
    /// Empty: all is well.
    std::string audit(engine::Engine &engine);

private:
    struct Sum
    {
        TenantId tenant;
        GramsCO2e amount;
        std::uint64_t records = 0;
        Instant hour;
    };
    using Ledger = std::map<std::string, Sum>;
    std::string auditBookings(const Ledger &ledger);
    std::string auditReservations(const Ledger &ledger, engine::Engine &engine);
    static std::string auditFigures(engine::Engine &engine, const std::vector<store::UsageHour> &hours);

    std::size_t m_last = 0;
    std::map<std::string, Booking> m_bookings; ///< by operation
    std::map<std::string, Instant> m_hours;    ///< of what was found in the ledger
    std::vector<Reservation> m_reservations;
};

} // namespace greenward::sim
