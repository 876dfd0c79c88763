#pragma once

#include "ui/charts/intensity_item.h"
#include "ui/charts/intensity_picture.h"

#include <QLocale>
#include <QWidget>

namespace greenward::ui {

/// The same lines as the chart, each in a small frame of its own on one common scale: shapes are compared where fifty
/// lines over one another say nothing. Arrow keys and clicks choose a line. Grows in height with its lines; put it into
/// a scroll area.
class SmallMultiples final : public QWidget
{
    Q_OBJECT

public:
    explicit SmallMultiples(QWidget *parent = nullptr);

    void show(IntensityPicture picture, const QLocale &locale);
    void setRange(Instant from, Instant to);
    void emphasise(const QString &key);

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void lineChosen(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int columnsFor(int width) const;
    QSize cellSize(int width) const;
    QRect cellAt(std::size_t line) const;
    void paintCell(QPainter &painter, std::size_t line, double high) const;
    void choose(int line);

    IntensityPicture m_picture;
    QLocale m_locale;
    Instant m_from;
    Instant m_to{milliseconds{1}};
    QString m_emphasis;
};

} // namespace greenward::ui
