#pragma once

#include "ui/theme/palette.h"

#include <QMetaType>
#include <QString>
#include <QStyledItemDelegate>
#include <QWidget>

#include <optional>

namespace greenward::ui {

/// A bar of "how much of it is used" with marks. Fractions are of the limit: 1 is all of it, more is possible.
struct GaugeValue
{
    std::optional<double> used;      ///< nothing: no limit to be measured against
    std::optional<double> projected; ///< expected at the end of the period
    std::optional<double> soft;
    std::optional<double> hard;
    QString text; ///< value first: "81.5 %", "unlimited"
    QString word; ///< "near limit"; over 100 % it must say so
    Tone tone = Tone::Neutral;

    friend bool operator==(const GaugeValue &, const GaugeValue &) = default;
};

/// One sentence for tool tips and screen readers.
QString gaugeSentence(const GaugeValue &value);
/// Text and bar inside `area`: what was used is solid, what is expected hatched up to its mark. The limit stands at the
/// same place in every bar; past it the bar is hatched the other way, and past 125 % it ends in an arrow, so that all
/// of it shows without colour.
void paintGauge(QPainter &painter, const QRect &area, const GaugeValue &value, const QPalette &palette,
                const QFont &font);

/// Paints the GaugeRole of a RowModelBase cell.
class GaugeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

/// The same as a widget of its own.
class Gauge final : public QWidget
{
    Q_OBJECT

public:
    explicit Gauge(QWidget *parent = nullptr);
    void setValue(const GaugeValue &value);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    GaugeValue m_value;
};

} // namespace greenward::ui

Q_DECLARE_METATYPE(greenward::ui::GaugeValue)
