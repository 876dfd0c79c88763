#pragma once

#include "core/engine/rows.h"
#include "ui/models/cells.h"
#include "ui/models/recent_use.h"
#include "ui/models/row_model.h"
#include "ui/widgets/gauge.h"

#include <string>
#include <unordered_map>

namespace greenward::ui {

/// A budget's use as a gauge: used, projected, soft and hard marks against the limit.
GaugeValue budgetGauge(const engine::BudgetRow &row, const QLocale &locale = QLocale());

/// A row per tenant: what it used of its allowance, and where that leads. Key: tenant.
class BudgetModel final : public RowModel<engine::BudgetRow>
{
    Q_OBJECT

public:
    enum class Column {
        Tenant,
        Use,
        Used,
        Limit,
        Period,
        Ends,
        Level,
        Recent,
        Delay,
        Exhausts,
        Soft,
        Hard,
        Reserved,
        Delayed,
        Rejected
    };

    explicit BudgetModel(QObject *parent = nullptr);
    /// For "ends in 3 d": set before merge().
    void setNow(Instant now) { m_now = now; }
    /// What the tenant used lately; repaints its cell only.
    void setRecent(const QString &tenant, const RecentUse &recent);
    /// Nothing: never asked.
    const RecentUse *recent(const QString &tenant) const;

    /// Limits are edited in place; whether anything may be is the page's matter.
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    QString keyOf(const engine::BudgetRow &row) const override;
    bool sameKey(const engine::BudgetRow &a, const engine::BudgetRow &b) const override { return a.tenant == b.tenant; }
    QVariant value(const engine::BudgetRow &row, int column, int role) const override;
    /// Names, periods and levels: putting ten thousand rows of figures into words takes longer than a frame.
    QString searchText(std::size_t at) const override;

private:
    Cell cellOf(const engine::BudgetRow &row, Column column) const;

    Instant m_now;
    std::unordered_map<std::string, RecentUse> m_recent; ///< nodes stay where they are: cells point at them
};

} // namespace greenward::ui
