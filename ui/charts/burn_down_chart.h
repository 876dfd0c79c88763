#pragma once

#include "core/engine/rows.h"
#include "ui/charts/chart_panel.h"

#include <QLocale>

class QCategoryAxis;
class QLineSeries;
class QValueAxis;

namespace greenward::ui {

/// One budget period as lines: what was used up to each moment, and where it leads.
struct BurnDown
{
    struct Point
    {
        Instant at;
        GramsCO2e used; ///< since the start of the period, up to `at`
    };
    TenantId tenant;
    Instant from;
    Instant to;
    Instant now;
    std::vector<Point> points; ///< first at `from`, last at `now`; not falling
    std::optional<GramsCO2e> limit;
    std::optional<GramsCO2e> soft; ///< the soft threshold as an amount
    std::optional<GramsCO2e> projected;
    std::optional<Instant> exhaustsAt;
};

/// Cumulates hourly roll-ups of the row's current period. Hours outside of it are ignored; the last point is the
/// ledger's own figure, which is never older than the roll-ups.
BurnDown burnDown(const engine::BudgetRow &row, std::vector<store::UsageHour> hours, Instant now);

/// Used, limit, soft mark, projection (dashed) and now of one budget.
class BurnDownChart final : public ChartPanel
{
    Q_OBJECT

public:
    explicit BurnDownChart(QWidget *parent = nullptr);

    void show(const BurnDown &figures, const QLocale &locale);
    void showNothing(const QString &why);

protected:
    void recolour() override;

private:
    void layAxes(const BurnDown &figures, const QLocale &locale);

    QCategoryAxis *m_time;
    QValueAxis *m_amount;
    QLineSeries *m_used;
    QLineSeries *m_projected;
    QLineSeries *m_limit;
    QLineSeries *m_soft;
    QLineSeries *m_now;
};

} // namespace greenward::ui
