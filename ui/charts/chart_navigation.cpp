#include "ui/charts/chart_navigation.h"

#include <QApplication>
#include <QGraphicsView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace greenward::ui {
namespace {

constexpr double kNearer = 0.8;
constexpr double kStep = 0.1;
/// Of the wheel, as Qt counts it.
constexpr double kNotch = 120;

} // namespace

ChartNavigation::ChartNavigation(QGraphicsView *view)
    : QObject(view)
    , m_view(view)
{
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
    view->viewport()->setMouseTracking(true);
}

QString ChartNavigation::help()
{
    return tr(
        "Mouse: drag to go along, Ctrl+wheel to come nearer, Shift+wheel to go along, double click to show all, "
        "click a line to choose it.\n"
        "Keyboard: ← → go along (with Shift by a whole screen), + and − come nearer and go away, 0 shows all, End "
        "goes to now, ↑ ↓ choose a line, comma and full stop move the reading line, Escape hides it.");
}

bool ChartNavigation::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        return watched == m_view && onKey(static_cast<QKeyEvent &>(*event));
    case QEvent::Wheel:
        return watched == m_view->viewport() && onWheel(static_cast<QWheelEvent &>(*event));
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
        return watched == m_view->viewport() && onMouse(static_cast<QMouseEvent &>(*event));
    case QEvent::Leave:
        if (watched == m_view->viewport()) Q_EMIT pointed({});
        return false;
    default:
        return false;
    }
}

bool ChartNavigation::onKey(QKeyEvent &event)
{
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        Q_EMIT panned((event.key() == Qt::Key_Left ? -1 : 1) * (shift ? 1.0 : kStep));
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        Q_EMIT zoomed(kNearer, {});
        return true;
    case Qt::Key_Minus:
        Q_EMIT zoomed(1 / kNearer, {});
        return true;
    case Qt::Key_0:
    case Qt::Key_Home:
        Q_EMIT allAsked();
        return true;
    case Qt::Key_End:
        Q_EMIT nowAsked();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        Q_EMIT lineStepped(event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Comma:
    case Qt::Key_Period:
        Q_EMIT readingStepped(event.key() == Qt::Key_Comma ? -1 : 1);
        return true;
    case Qt::Key_Escape:
        Q_EMIT pointed({});
        return true;
    default:
        return false;
    }
}

bool ChartNavigation::onWheel(QWheelEvent &event)
{
    const QPoint delta = event.angleDelta();
    if (event.modifiers() & Qt::ControlModifier) {
        Q_EMIT zoomed(std::pow(kNearer, delta.y() / kNotch), event.position().x());
        return true;
    }
    const int along = delta.x() != 0 ? delta.x() : (event.modifiers() & Qt::ShiftModifier ? delta.y() : 0);
    // A plain wheel belongs to whatever scrolls around the chart.
    if (along == 0) return false;
    Q_EMIT panned(-kStep * along / kNotch);
    return true;
}

bool ChartNavigation::onMouse(QMouseEvent &event)
{
    const QPointF at = event.position();
    switch (event.type()) {
    case QEvent::MouseButtonDblClick:
        if (event.button() == Qt::LeftButton) Q_EMIT allAsked();
        return true;
    case QEvent::MouseButtonPress:
        if (event.button() != Qt::LeftButton) return false;
        m_view->setFocus(Qt::MouseFocusReason);
        m_pressed = at;
        m_draggedTo = at.x();
        m_dragging = false;
        return true;
    case QEvent::MouseButtonRelease:
        if (event.button() != Qt::LeftButton || !m_pressed) return false;
        m_pressed.reset();
        m_view->viewport()->unsetCursor();
        if (!m_dragging) Q_EMIT clicked(at);
        Q_EMIT pointed(at);
        return true;
    case QEvent::MouseMove:
        if (!m_pressed) {
            Q_EMIT pointed(at);
            return true;
        }
        if (!m_dragging && (at - *m_pressed).manhattanLength() < QApplication::startDragDistance()) return true;
        if (!m_dragging) {
            m_dragging = true;
            m_view->viewport()->setCursor(Qt::ClosedHandCursor);
            Q_EMIT pointed({});
        }
        Q_EMIT dragged(at.x() - m_draggedTo);
        m_draggedTo = at.x();
        return true;
    default:
        return false;
    }
}

} // namespace greenward::ui
