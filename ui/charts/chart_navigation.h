#pragma once

#include <QObject>
#include <QPointF>

#include <optional>

class QGraphicsView;
class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace greenward::ui {

/// Turns mouse and keyboard on a chart into wishes; what they do is the chart's to decide. Positions are in the view.
///
/// Mouse: wheel with Ctrl comes nearer, with Shift (or sideways) goes along; dragging goes along; double click shows
/// all; a click chooses. Keyboard: Left and Right go along, + and - come nearer, 0 or Home shows all, End goes to now,
/// Up and Down choose a line, comma and full stop move the reading line, Escape hides it.
class ChartNavigation final : public QObject
{
    Q_OBJECT

public:
    /// Watches `view` and its viewport.
    explicit ChartNavigation(QGraphicsView *view);

    /// The keys, one a line, for a tool tip.
    static QString help();

Q_SIGNALS:
    /// `at`: what stays in place; nothing: the reading line or the middle.
    void zoomed(double factor, std::optional<double> atX);
    /// Positive: later. In shares of what is shown.
    void panned(double share);
    /// In pixels; positive: to the right, so earlier.
    void dragged(double pixels);
    void allAsked();
    void nowAsked();
    /// The pointer rests here; nothing: it left, or Escape.
    void pointed(std::optional<QPointF> at);
    void clicked(const QPointF &at);
    /// -1 or 1.
    void readingStepped(int direction);
    void lineStepped(int direction);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool onKey(QKeyEvent &event);
    bool onWheel(QWheelEvent &event);
    bool onMouse(QMouseEvent &event);

    QGraphicsView *m_view;
    std::optional<QPointF> m_pressed; ///< where the left button went down
    double m_draggedTo = 0;
    bool m_dragging = false;
};

} // namespace greenward::ui
