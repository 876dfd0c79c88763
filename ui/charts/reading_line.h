#pragma once

#include "ui/charts/chart_colors.h"

#include <QPixmap>
#include <QString>
#include <QWidget>

#include <vector>

namespace greenward::ui {

/// What one line says at the moment pointed at.
struct ReadingRow
{
    QColor color;
    QString name;
    QString value;  ///< "342 g, measured"
    QString detail; ///< "Energy-Charts, zone de, 12 min old"
    double y = 0;   ///< of its mark, in the view
    bool emphasised = false;
};

/// An upright line over a chart with what each line says there. Drawn on a picture of the chart, so that following the
/// pointer never paints the chart again.
class ReadingLine final : public QWidget
{
    Q_OBJECT

public:
    /// Covers `chart` and lets all events through to it.
    explicit ReadingLine(QWidget *chart);

    /// `picture`: of the chart, with the same size and device pixel ratio.
    void setPicture(const QPixmap &picture) { m_picture = picture; }
    /// `plot` is where the line may stand.
    void show(double x, const QRectF &plot, const QString &moment, std::vector<ReadingRow> rows, const QString &more,
              const ChartColors &colors);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF boxFor(const QSizeF &size) const;
    void paintBox(QPainter &painter) const;

    QPixmap m_picture;
    double m_x = 0;
    QRectF m_plot;
    QString m_moment;
    std::vector<ReadingRow> m_rows;
    QString m_more; ///< "and 12 more"; empty
    ChartColors m_colors;
};

} // namespace greenward::ui
