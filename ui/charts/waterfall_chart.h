#pragma once

#include "core/placement/explain.h"
#include "ui/charts/chart_panel.h"

#include <QLocale>

class QBarCategoryAxis;
class QBarSeries;
class QValueAxis;

namespace greenward::ui {

class PlotOverlay;

/// From the runner-up's figure to the winner's, one input after the other: what each adds or takes. Gains are filled,
/// losses hatched, and every bar names its change, so nothing rests on colour.
class WaterfallChart final : public ChartPanel
{
    Q_OBJECT

public:
    explicit WaterfallChart(QWidget *parent = nullptr);

    /// `comparison` is one of the decision's explanation.
    void show(const placement::Decision &decision, const placement::Comparison &comparison, const QLocale &locale);
    void showNothing(const QString &why) { presentNothing(why); }

protected:
    void recolour() override;

private:
    struct Bar
    {
        QString name;
        QString label; ///< its change or sum
        double from = 0;
        double to = 0;
        enum class Kind { Total, Gain, Loss, Same } kind = Kind::Total;
    };
    void lay(bool points, const QLocale &locale);
    void draw();

    QBarCategoryAxis *m_names;
    QValueAxis *m_amount;
    QBarSeries *m_frame;    ///< draws nothing; gives the axes their places
    PlotOverlay *m_overlay; ///< owned by the chart
    std::vector<Bar> m_bars;
    double m_low = 0; ///< of the axis
    double m_high = 1;
};

} // namespace greenward::ui
