#pragma once

#include "core/base/id_source.h"
#include "core/budget/budget_component.h"

#include <map>
#include <string>

namespace greenward::budget {

/// A reservation that outlives the process: one command sets aside, a later one commits or releases. Engine thread
/// only.
///
/// Each is a document in the store beside its hold in the account. Settling books the usage and removes the document
/// in one transaction, so after a crash it is either open or counted once, never both. Its id is random: one made of
/// the time came again while the clock stood still. One that nobody settles is charged at its estimate when its time is
/// over, also when that passed while no process ran.
class ReservationBook final
{
public:
    struct Row
    {
        std::string id; ///< given to whoever settles it
        TenantId tenant;
        GramsCO2e estimate;
        std::string operation;
        Instant madeAt;
        Instant expires;
    };

    /// All references must outlive the book.
    ReservationBook(BudgetComponent &budgets, store::StateStore &store, const Clock &clock, IdSource &ids,
                    milliseconds defaultTtl);

    /// Holds again what is open, all of it: what was admitted counts against the limit until it is settled, also where
    /// the limit was lowered or other usage was recorded since. Call once, after the budgets are loaded.
    Result<void> load();

    /// As BudgetComponent::reserve, and durable when it says yes. `ttl` nothing: the default; at most 31 days.
    Result<Row> reserve(const TenantId &tenant, GramsCO2e estimate, const std::string &operation,
                        std::optional<milliseconds> ttl);
    /// Books `actual` in place of what was set aside. UnknownName when it is settled, expired or never was.
    Result<Row> commit(const std::string &id, GramsCO2e actual);
    Result<Row> release(const std::string &id);
    /// By id.
    std::vector<Row> rows() const;

    /// Charges what has expired. Call about every second.
    void tick();

private:
    struct Open
    {
        Row row;
        ReservationId hold;
    };

    Result<Row> settle(const std::string &id, std::optional<GramsCO2e> booked);

    BudgetComponent &m_budgets;
    store::StateStore &m_store;
    const Clock &m_clock;
    IdSource &m_ids;
    milliseconds m_defaultTtl;
    std::map<std::string, Open> m_open;
};

} // namespace greenward::budget
