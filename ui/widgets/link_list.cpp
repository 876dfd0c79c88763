#include "ui/widgets/link_list.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {

LinkButton::LinkButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LinkButton::setRow(const LinkRow &row)
{
    m_row = row;
    QStringList spoken{row.title};
    for (const QString &part : {row.detail, row.value, row.valueDetail})
        if (!part.isEmpty()) spoken << part;
    if (row.gauge) spoken << gaugeSentence(*row.gauge);
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    setToolTip(plainTip(spoken.join(QLatin1Char('\n'))));
    updateGeometry();
    update();
}

QSize LinkButton::sizeHint() const
{
    const QFontMetrics caption(fontFor(TextRole::Caption, font()));
    const bool twoLines = !m_row.detail.isEmpty() || !m_row.valueDetail.isEmpty();
    const int lines = fontMetrics().height() + (twoLines ? caption.height() + grid(this, 0.25) : 0);
    return {fontMetrics().averageCharWidth() * 40, lines + grid(this, 1.5)};
}

QSize LinkButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = grid(this, 0.6);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.hover);
        painter.drawRoundedRect(rect(), radius, radius);
    }
    if (showsFocus(this)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }

    const int margin = grid(this, 1);
    QRect area = rect().adjusted(margin, 0, -margin, 0);
    const QFont captionFont = fontFor(TextRole::Caption, font());
    const QFontMetrics body(font());
    const QFontMetrics caption(captionFont);
    if (!m_row.iconName.isEmpty()) {
        const int side = body.height() + 1;
        const QColor ink = m_row.tone == Tone::Neutral ? colors.faint : toneInk(m_row.tone, palette());
        painter.drawPixmap(area.left(), (height() - side) / 2,
                           iconPixmap(m_row.iconName, side, ink, devicePixelRatioF()));
        area.setLeft(area.left() + side + margin);
    }

    const auto twoLines = [&](const QRect &place, Qt::Alignment side, const QString &first, const QString &second) {
        const int whole = body.height() + (second.isEmpty() ? 0 : caption.height() + grid(this, 0.25));
        const int top = (height() - whole) / 2;
        const int flags = static_cast<int>(side | Qt::AlignTop) | Qt::TextSingleLine;
        painter.setFont(font());
        painter.setPen(colors.ink);
        painter.drawText(QRect(place.left(), top, place.width(), body.height()), flags,
                         body.elidedText(first, Qt::ElideRight, place.width()));
        if (second.isEmpty()) return;
        painter.setFont(captionFont);
        painter.setPen(colors.faint);
        painter.drawText(QRect(place.left(), top + whole - caption.height(), place.width(), caption.height()), flags,
                         caption.elidedText(second, Qt::ElideRight, place.width()));
    };

    int rightWidth = 0;
    if (m_row.gauge) {
        rightWidth = area.width() / 2;
        paintGauge(painter, QRect(area.right() - rightWidth, 0, rightWidth, height()), *m_row.gauge, palette(), font());
    } else if (!m_row.value.isEmpty() || !m_row.valueDetail.isEmpty()) {
        rightWidth =
            std::min(area.width() / 2,
                     std::max(body.horizontalAdvance(m_row.value), caption.horizontalAdvance(m_row.valueDetail)) + 2);
        twoLines(QRect(area.right() - rightWidth, 0, rightWidth, height()), Qt::AlignRight, m_row.value,
                 m_row.valueDetail);
    }
    if (rightWidth > 0) area.setRight(area.right() - rightWidth - margin);
    twoLines(area, Qt::AlignLeft, m_row.title, m_row.detail);
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void LinkButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

LinkList::LinkList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_empty(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_empty->setTone(Tone::Faded);
    m_empty->setMargin(grid(this, 1));
    m_layout->addWidget(m_empty);
}

void LinkList::setRows(const std::vector<LinkRow> &rows, const QString &whenEmpty)
{
    while (m_lines.size() < rows.size()) {
        auto *line = new LinkButton;
        connect(line, &QAbstractButton::clicked, this, [this, line] { Q_EMIT activated(line->key()); });
        m_layout->addWidget(line);
        m_lines.push_back(line);
    }
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        if (at < rows.size()) m_lines[at]->setRow(rows[at]);
        m_lines[at]->setVisible(at < rows.size());
    }
    m_empty->setText(whenEmpty);
    m_empty->setVisible(rows.empty());
}

} // namespace greenward::ui
