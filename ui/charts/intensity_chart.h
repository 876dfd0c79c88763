#pragma once

#include "ui/charts/chart_panel.h"
#include "ui/charts/intensity_item.h"
#include "ui/charts/intensity_picture.h"
#include "ui/charts/time_range.h"

#include <QLocale>

#include <optional>

class QValueAxis;

namespace greenward::ui {

class ReadingLine;
class TimeGridItem;
struct ReadingRow;

/// Carbon intensity of many regions over time in one QChart: measured solid, estimated dotted, forecast dashed within
/// its band, gaps as gaps. One line may be emphasised; its low-carbon windows are shaded. Mouse and keyboard as
/// ChartNavigation has them.
class IntensityChart final : public ChartPanel
{
    Q_OBJECT

public:
    explicit IntensityChart(QWidget *parent = nullptr);

    /// The visible range stays where the operator put it.
    void show(IntensityPicture picture, const QLocale &locale);
    void showNothing(const QString &why);
    void emphasise(const QString &key);
    const QString &emphasised() const;

    const TimeRange &range() const { return m_range; }
    void setRange(Instant from, Instant to);
    /// The colour a picture's colour number stands for here.
    QColor colorAt(int number) const;

    /// As shown, without the reading line. Empty when the chart has nothing.
    QByteArray png() const;
    QByteArray svg() const;

Q_SIGNALS:
    /// A line was chosen by click or key.
    void lineChosen(const QString &key);
    void rangeChanged();

protected:
    void recolour() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void navigate();
    void applyRange();
    void fitAxes();
    void read(std::optional<QPointF> at);
    void stepReading(int direction);
    void stepLine(int direction);
    void chooseAt(const QPointF &at);
    void drawReading();
    /// The lines that say something at the reading moment, the emphasised first, then those nearest to `nearY`.
    std::vector<ReadingRow> readings() const;
    QPixmap pictureOfChart() const;
    ChartTable table() const;
    QString sentence() const;

    IntensityPicture m_picture;
    QLocale m_locale;
    TimeRange m_range;
    std::optional<Instant> m_reading; ///< where the reading line stands
    double m_nearY = 0;
    bool m_pictureStale = true; ///< of the chart, below the reading line
    IntensityItem *m_item;      ///< owned by the chart, as the rest
    TimeGridItem *m_time;
    QValueAxis *m_left;
    QValueAxis *m_right;
    ReadingLine *m_readingLine;
};

} // namespace greenward::ui
