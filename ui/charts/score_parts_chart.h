#pragma once

#include "core/bus/payloads.h"
#include "ui/charts/chart_panel.h"

#include <QLocale>

#include <array>

class QBarCategoryAxis;
class QBarSet;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace greenward::ui {

/// Green scores beside one another, each as a bar of its four parts on a scale of 0 to 100.
class ScorePartsChart final : public ChartPanel
{
    Q_OBJECT

public:
    explicit ScorePartsChart(QWidget *parent = nullptr);

    /// The first stands on top.
    void show(const std::vector<bus::ScoredBackend> &backends, const QLocale &locale);

protected:
    void recolour() override;

private:
    QBarCategoryAxis *m_names;
    QValueAxis *m_points;
    QHorizontalStackedBarSeries *m_bars;
    std::array<QBarSet *, 4> m_parts;
};

} // namespace greenward::ui
