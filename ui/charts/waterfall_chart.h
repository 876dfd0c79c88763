#pragma once

#include "core/placement/explain.h"
#include "ui/charts/chart_panel.h"

#include <QLocale>

class QBarCategoryAxis;
class QCandlestickSeries;
class QValueAxis;

namespace greenward::ui {

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
        QString label;
        double from = 0;
        double to = 0;
        enum class Kind { Total, Gain, Loss, Same } kind = Kind::Total;
    };
    void lay(const std::vector<Bar> &bars, bool points, const QLocale &locale);

    QBarCategoryAxis *m_names;
    QValueAxis *m_amount;
    QCandlestickSeries *m_bars;
    std::vector<Bar::Kind> m_kinds;
};

} // namespace greenward::ui
