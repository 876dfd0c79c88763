#pragma once

#include "core/engine/rows.h"
#include "ui/charts/chart_panel.h"

#include <QLocale>

class QAreaSeries;
class QCategoryAxis;
class QLineSeries;
class QValueAxis;

namespace greenward::ui {

struct CarbonScale;

/// The soft threshold of a budget as an amount; nothing without a limit.
std::optional<GramsCO2e> softAmount(const engine::BudgetRow &row);

/// Used, limit, soft mark, forecast (dashed, in its band) and now of one budget.
class BurnDownChart final : public ChartPanel
{
    Q_OBJECT

public:
    explicit BurnDownChart(QWidget *parent = nullptr);

    void show(const engine::BurnDown &figures, const QLocale &locale);
    void showNothing(const QString &why);

protected:
    void recolour() override;

private:
    void layAxes(const engine::BudgetRow &budget, const QLocale &locale);
    void layForecast(const engine::BurnDown &figures, const CarbonScale &scale);

    QCategoryAxis *m_time;
    QValueAxis *m_amount;
    QLineSeries *m_used;
    QLineSeries *m_projected;
    QLineSeries *m_low;
    QLineSeries *m_high;
    QAreaSeries *m_band; ///< between the two
    QLineSeries *m_limit;
    QLineSeries *m_soft;
    QLineSeries *m_now;
};

} // namespace greenward::ui
