#pragma once

#include "ui/charts/chart_colors.h"
#include "ui/charts/intensity_picture.h"

#include <QFont>
#include <QGraphicsItem>
#include <QLocale>

class QChart;

namespace greenward::ui {

/// The time axis of a QChart, in UTC: upright grid lines with labels below the plot area, shaded windows, and where now
/// is. Qt's own time axis puts its ticks at odd minutes and lays the chart out again at each step.
class TimeGridItem final : public QGraphicsItem
{
public:
    explicit TimeGridItem(QChart *chart);

    void setRange(Instant from, Instant to);
    void setNow(Instant now);
    void setWindows(std::vector<TimeSpan> windows);
    void setColors(const ChartColors &colors);
    void setLocale(const QLocale &locale);
    /// How much room the labels need below the plot area.
    int labelHeight() const;

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintWindows(QPainter &painter, const QRectF &area) const;
    void paintTicks(QPainter &painter, const QRectF &area) const;
    void paintNow(QPainter &painter, const QRectF &area) const;
    double xOf(Instant at, const QRectF &area) const;

    QChart *m_chart;
    Instant m_from;
    Instant m_to{milliseconds{1}};
    Instant m_now;
    std::vector<TimeSpan> m_windows;
    ChartColors m_colors;
    QLocale m_locale;
};

} // namespace greenward::ui
