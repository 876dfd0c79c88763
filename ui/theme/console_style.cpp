#include "ui/theme/console_style.h"

#include "ui/theme/control_painting.h"
#include "ui/theme/palette.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QStyleOptionButton>

#include <algorithm>

namespace greenward::ui {
namespace {

/// Between a field's edge and its text, beyond Fusion's own two pixels.
constexpr int kFieldPadding = 5;

} // namespace

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const Colors &colors = colorsOf(option->palette);
    switch (element) {
    case PE_PanelLineEdit: {
        // Without a frame the field stands inside a combo or spin box, which has painted it.
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0) paintField(option, painter);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        painter->save();
        painter->setPen(colors.border);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameFocusRect:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colors.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 3, 3);
        painter->restore();
        return;
    case PE_PanelItemViewRow:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        // A hairline under each row instead of a grid: it leads the eye across.
        painter->setPen(colors.track);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->sortIndicator != QStyleOptionHeader::None)
            // Qt calls ascending "down"; up is what everybody else draws for it.
            paintChevron(painter, option->rect, colors.ink,
                         header->sortIndicator == QStyleOptionHeader::SortDown ? 2 : 0);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(option, painter);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(option, painter);
        return;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        paintHeaderSection(option, painter);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader faint(*header);
            faint.palette.setColor(QPalette::ButtonText, colorsOf(option->palette).faint);
            faint.state &= ~State_On; // selected columns are not set in bold
            QProxyStyle::drawControl(element, &faint, painter, widget);
            return;
        }
        break;
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            paintButton(button, painter);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && (button->features & QStyleOptionButton::DefaultButton) && (button->state & State_Enabled)) {
            QStyleOptionButton primary(*button);
            primary.palette.setColor(QPalette::ButtonText, colorsOf(option->palette).onAccent);
            QProxyStyle::drawControl(element, &primary, painter, widget);
            return;
        }
        break;
    case CE_PushButton:
        // Fusion would add a focus frame of its own.
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton inner(*button);
            proxy()->drawControl(CE_PushButtonBevel, &inner, painter, widget);
            inner.rect = subElementRect(SE_PushButtonContents, button, widget);
            proxy()->drawControl(CE_PushButtonLabel, &inner, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            paintTab(tab, painter);
            return;
        }
        break;
    case CE_Splitter:
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    const Colors &colors = colorsOf(option->palette);
    const QColor arrowInk = option->palette.color(QPalette::Text);
    switch (control) {
    case CC_ComboBox:
        paintField(option, painter);
        paintChevron(painter, subControlRect(control, option, SC_ComboBoxArrow, widget), arrowInk, 0);
        return;
    case CC_SpinBox:
        paintField(option, painter);
        for (const auto &[part, turns] : {std::pair(SC_SpinBoxUp, 2), std::pair(SC_SpinBoxDown, 0)})
            paintChevron(painter, subControlRect(control, option, part, widget), arrowInk, turns);
        return;
    case CC_ScrollBar: {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        // On tables and texts a surface of theirs; elsewhere what lies behind shows through.
        if (widget && widget->parentWidget() && widget->parentWidget()->parentWidget() &&
            widget->parentWidget()->parentWidget()->inherits("QAbstractItemView"))
            painter->fillRect(option->rect, colors.card);
        if (!slider || slider->minimum == slider->maximum) return;
        const QRectF handle = subControlRect(control, option, SC_ScrollBarSlider, widget);
        const bool active = option->state & (State_MouseOver | State_Sunken);
        const double inset =
            option->rect.width() < option->rect.height() ? handle.width() * 0.22 : handle.height() * 0.22;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(active ? colors.faint : colors.fieldBorder);
        const QRectF shape = handle.adjusted(inset, inset, -inset, -inset);
        const double radius = std::min(shape.width(), shape.height()) / 2;
        painter->drawRoundedRect(shape, radius, radius);
        painter->restore();
        return;
    }
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, part, widget).adjusted(kFieldPadding, 0, 0, 0);
    if (control != CC_ScrollBar) return QProxyStyle::subControlRect(control, option, part, widget);
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider) return QProxyStyle::subControlRect(control, option, part, widget);

    // Without arrows the whole length is groove.
    const QRect whole = option->rect;
    const bool upright = slider->orientation == Qt::Vertical;
    const int length = upright ? whole.height() : whole.width();
    const int range = slider->maximum - slider->minimum;
    int handle = length;
    if (range > 0) {
        const qint64 share = qint64(slider->pageStep) * length / (qint64(range) + slider->pageStep);
        handle = std::clamp(static_cast<int>(share), std::min(length, 3 * stepOf(option)), length);
    }
    const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - handle,
                                              slider->upsideDown);
    const auto along = [&](int from, int size) {
        return upright ? QRect(whole.left(), whole.top() + from, whole.width(), size)
                       : QRect(whole.left() + from, whole.top(), size, whole.height());
    };
    switch (part) {
    case SC_ScrollBarAddLine:
    case SC_ScrollBarSubLine:
        return {};
    case SC_ScrollBarSlider:
        return along(start, handle);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return whole;
    }
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    switch (element) {
    case SE_LineEditContents:
        return rect.adjusted(kFieldPadding, 0, -kFieldPadding, 0);
    case SE_HeaderArrow: {
        const int side = stepOf(option) * 3 / 2;
        return {option->rect.right() - side - 2, option->rect.center().y() - side / 2, side, side};
    }
    default:
        return rect;
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                     const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int step = stepOf(option);
    switch (type) {
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        size.setHeight(option->fontMetrics.height() + step * 3 / 2);
        size.rwidth() += 2 * kFieldPadding;
        break;
    case CT_PushButton:
        size.setHeight(std::max(size.height(), option->fontMetrics.height() + step * 3 / 2));
        size.rwidth() += step;
        break;
    case CT_TabBarTab:
        size += QSize(step, step);
        break;
    case CT_MenuItem:
        size.rheight() += step / 2;
        break;
    default:
        break;
    }
    return size;
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin: // beside the text of cells
    case PM_HeaderMargin:
        return 5;
    case PM_ScrollBarExtent:
        return 13;
    case PM_SplitterWidth:
        return 12;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_UnderlineShortcut: // access keys are seen, not only known
        return 1;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

} // namespace greenward::ui
