#include "ui/shell/navigation_rail.h"

#include "ui/icons/icons.h"
#include "ui/shell/brand_mark.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace greenward::ui {

NavigationButton::NavigationButton(const QString &iconName, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    applyWords();
}

void NavigationButton::setCompact(bool compact)
{
    m_compact = compact;
    applyWords();
    updateGeometry();
}

void NavigationButton::setCount(int count, const QString &meaning)
{
    if (count == m_count && meaning == m_countMeaning) return;
    m_count = count;
    m_countMeaning = meaning;
    applyWords();
    update();
}

QSize NavigationButton::sizeHint() const
{
    const int height = fontMetrics().height() + grid(this, 2);
    return {m_compact ? height : fontMetrics().averageCharWidth() * 22, height};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = grid(this, 0.75);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? palette().color(QPalette::Highlight) : colors.hover);
        painter.drawRoundedRect(rect(), radius, radius);
    }
    if (showsFocus(this)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }
    const QColor ink = isChecked() ? palette().color(QPalette::HighlightedText) : colors.ink;
    const QColor iconInk = isChecked() ? ink : colors.faint;
    const int side = fontMetrics().height() + 3;
    const int left = m_compact ? (width() - side) / 2 : grid(this, 1.25);
    painter.drawPixmap(left, (height() - side) / 2, iconPixmap(m_iconName, side, iconInk, devicePixelRatioF()));

    const QFont captionFont = fontFor(TextRole::Caption, font());
    const QFontMetrics caption(captionFont);
    if (m_count > 0) {
        const QString number = m_count > 99 ? QStringLiteral("99+") : locale().toString(m_count);
        const int pill = std::max(caption.height() + 2, caption.horizontalAdvance(number) + grid(this, 1));
        const QRect place = m_compact ? QRect(width() - pill - 1, 1, pill, caption.height() + 2)
                                      : QRect(width() - pill - grid(this, 1), (height() - caption.height() - 2) / 2,
                                              pill, caption.height() + 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.accent);
        painter.drawRoundedRect(place, place.height() / 2.0, place.height() / 2.0);
        painter.setPen(colors.onAccent);
        painter.setFont(captionFont);
        painter.drawText(place, Qt::AlignCenter, number);
    }
    if (m_compact) return;
    QFont word = font();
    if (isChecked()) word.setWeight(QFont::DemiBold);
    painter.setFont(word);
    painter.setPen(ink);
    painter.drawText(rect().adjusted(left + side + grid(this, 1.25), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     text());
}

void NavigationButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

void NavigationButton::applyWords()
{
    const QString spoken = m_count > 0 ? tr("%1, %2").arg(text(), m_countMeaning) : text();
    setAccessibleName(spoken);
    setToolTip(plainTip(m_compact || m_count > 0 ? spoken : QString()));
}

NavigationRail::NavigationRail(const std::vector<PageInfo> &pages, QWidget *parent)
    : QWidget(parent)
    , m_brand(new BrandMark)
{
    setObjectName(QStringLiteral("navigationRail"));
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_brand);
    for (const PageInfo &page : pages) {
        if (page.id == PageId::Settings) layout->addStretch();
        auto *button = new NavigationButton(page.iconName, page.title, this);
        button->setObjectName(pageName(page.id) + QStringLiteral("NavigationButton"));
        connect(button, &QAbstractButton::toggled, this, [this, id = page.id](bool checked) {
            if (!checked || id == m_current) return;
            m_current = id;
            Q_EMIT chosen(id);
        });
        layout->addWidget(button);
        m_buttons.emplace(page.id, button);
    }
    if (const auto first = m_buttons.find(m_current); first != m_buttons.end()) first->second->setChecked(true);
    applyMargins();
}

void NavigationRail::setCurrent(PageId page)
{
    m_current = page;
    if (const auto at = m_buttons.find(page); at != m_buttons.end()) at->second->setChecked(true);
}

void NavigationRail::setCompact(bool compact)
{
    if (compact == m_compact) return;
    m_compact = compact;
    m_brand->setCompact(compact);
    for (const auto &[id, button] : m_buttons)
        button->setCompact(compact);
}

void NavigationRail::setCount(PageId page, int count, const QString &meaning)
{
    if (const auto at = m_buttons.find(page); at != m_buttons.end()) at->second->setCount(count, meaning);
}

void NavigationRail::focusCurrent(Qt::FocusReason reason)
{
    if (const auto at = m_buttons.find(m_current); at != m_buttons.end()) at->second->setFocus(reason);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.card);
    painter.setPen(colors.border);
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

void NavigationRail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) applyMargins();
}

void NavigationRail::applyMargins()
{
    layout()->setContentsMargins(grid(this, 1), grid(this, 1.5), grid(this, 1) + 1, grid(this, 1.5));
    layout()->setSpacing(grid(this, 0.5));
}

} // namespace greenward::ui
