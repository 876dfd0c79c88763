#pragma once

#include "core/engine/rows.h"
#include "ui/charts/chart_panel.h"

#include <QLocale>

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace greenward::ui {

/// Carbon intensity of regions as bars, dirtiest first: filled when measured, hatched when estimated, cross-hatched
/// when it is only the configured default. Figures of one signal only; the caller sees to that.
class RegionBarsChart final : public ChartPanel
{
    Q_OBJECT

public:
    explicit RegionBarsChart(QWidget *parent = nullptr);

    void show(std::vector<engine::GridRow> regions, const QLocale &locale);
    void showNothing(const QString &why);

protected:
    void recolour() override;

private:
    QBarCategoryAxis *m_regions;
    QValueAxis *m_intensity;
    QHorizontalStackedBarSeries *m_bars;
    QBarSet *m_measured;
    QBarSet *m_estimated;
    QBarSet *m_default;
};

} // namespace greenward::ui
