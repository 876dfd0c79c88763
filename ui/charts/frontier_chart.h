#pragma once

#include "core/placement/decision.h"
#include "ui/charts/chart_panel.h"

#include <QLocale>

class QCategoryAxis;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace greenward::ui {

class PlotOverlay;
class TextLabel;

/// Carbon against price or latency: who is beaten by nobody on both (the line), who is worse, who is not allowed
/// (hollow). Those without the figure are named beside the picture and not drawn at 0. Pointer or arrow keys go from
/// point to point; the line below says what is there.
class FrontierChart final : public ChartPanel
{
    Q_OBJECT

public:
    enum class Against { Price, Latency };

    explicit FrontierChart(QWidget *parent = nullptr);

    void show(const placement::Decision &decision, Against against, const QLocale &locale);
    void showNothing(const QString &why);
    /// What the line below the picture says.
    QString reading() const;
    /// Names of those on the frontier, cheapest or quickest first.
    const QStringList &frontier() const { return m_frontierNames; }

protected:
    void recolour() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Point
    {
        QString name;
        double x = 0;
        double grams = 0;
        QString words;
        bool allowed = true;
        bool chosen = false;
    };
    void collect(const placement::Decision &decision, const QLocale &locale);
    void add(const placement::Candidate &candidate, bool allowed, bool chosen, const QLocale &locale);
    void lay(const QLocale &locale);
    void layAxes(double mostX, double mostGrams, const QLocale &locale);
    void layFrontier();
    void read(int at);
    void readNear(const QPointF &value);
    ChartTable tableOf(const QLocale &locale) const;

    Against m_against = Against::Price;
    std::string m_currency;      ///< of the prices drawn: those of another are not comparable
    std::vector<Point> m_points; ///< by x, then grams
    QStringList m_missing;       ///< not drawn, for want of the figure
    int m_more = 0;              ///< not drawn, because there are too many
    QStringList m_frontierNames;
    int m_at = -1;
    QValueAxis *m_amount;
    QValueAxis *m_price;
    QCategoryAxis *m_latency;
    QLineSeries *m_line;
    QScatterSeries *m_allowed;
    QScatterSeries *m_excluded;
    QScatterSeries *m_chosen;
    QScatterSeries *m_mark; ///< where the reader is
    PlotOverlay *m_names;   ///< of those on the frontier; owned by the chart
    TextLabel *m_reading;
    TextLabel *m_beside;
};

} // namespace greenward::ui
