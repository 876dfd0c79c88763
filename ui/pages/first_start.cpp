#include "ui/pages/first_start.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

namespace greenward::ui {

ChoiceTile::ChoiceTile(const QString &iconName, const QString &verb, const QString &meaning, bool primary,
                       QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_meaning(meaning)
    , m_primary(primary)
{
    setText(verb);
    setAccessibleName(verb);
    setAccessibleDescription(meaning);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize ChoiceTile::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 42;
    return {width, heightForWidth(width)};
}

QSize ChoiceTile::minimumSizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 28;
    return {width, heightForWidth(width)};
}

int ChoiceTile::heightForWidth(int width) const
{
    const int margin = grid(this, 2.5);
    const QRect words(0, 0, width - 2 * margin, 10'000);
    return 2 * margin + grid(this, 4) + grid(this, 1.5) + QFontMetrics(fontFor(TextRole::Section, font())).height() +
           grid(this, 0.75) + fontMetrics().boundingRect(words, Qt::TextWordWrap, m_meaning).height() + 2;
}

void ChoiceTile::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = grid(this, 1);
    QColor fill = m_primary ? colors.accent : colors.card;
    if (!isEnabled()) {
        fill = colors.hover;
    } else if (underMouse() || isDown()) {
        fill = m_primary ? (colors.dark ? fill.lighter(110) : fill.darker(110)) : colors.hover;
    }
    const QColor ink = !isEnabled() ? palette().color(QPalette::Disabled, QPalette::ButtonText)
                       : m_primary  ? colors.onAccent
                                    : colors.ink;
    painter.setBrush(fill);
    painter.setPen(showsFocus(this) ? QPen(m_primary ? colors.ink : colors.accent, 2)
                                    : (m_primary ? QPen(Qt::NoPen) : QPen(colors.border)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);

    const int margin = grid(this, 2.5);
    const int side = grid(this, 4);
    QRect area = rect().adjusted(margin, margin, -margin, -margin);
    painter.drawPixmap(area.topLeft(), iconPixmap(m_iconName, side, m_primary && isEnabled() ? ink : colors.accent,
                                                  devicePixelRatioF()));
    area.setTop(area.top() + side + grid(this, 1.5));
    painter.setPen(ink);
    painter.setFont(fontFor(TextRole::Section, font()));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, text());
    area.setTop(area.top() + painter.fontMetrics().height() + grid(this, 0.75));
    painter.setFont(font());
    if (!m_primary && isEnabled()) painter.setPen(colors.faint);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_meaning);
}

void ChoiceTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

FirstStart::FirstStart(bool canAdd, bool canMakeSample, QWidget *parent)
    : QWidget(parent)
    , m_mark(plainLabel())
    , m_choices(new QBoxLayout(QBoxLayout::LeftToRight))
{
    auto *title =
        new TextLabel(tr("Know the carbon of what you store, and cut it"), TextRole::Title, TextLabel::Fit::Wrap);
    auto *lead = new TextLabel(tr("Greenward looks at your storage, scores each place by the electricity behind it, "
                                  "finds data nobody has touched for long, and moves it to a cleaner place once you "
                                  "approve. Every step is verified, and every gram is booked."),
                               TextRole::Body, TextLabel::Fit::Wrap);
    lead->setTone(Tone::Faded);
    auto *add = new ChoiceTile(QStringLiteral("backend"), tr("Add a backend"),
                               tr("Name a directory you keep data in, and where it stands. It is only read until you "
                                  "approve a move."),
                               true);
    add->setObjectName(QStringLiteral("addBackendChoice"));
    add->setEnabled(canAdd);
    auto *sample =
        new ChoiceTile(QStringLiteral("sample"), tr("Open the sample estate"),
                       tr("Ten tenants on three generated backends, with budgets and a finished move. Marked "
                          "as a sample, apart from your data, deleted with one click."),
                       false);
    sample->setObjectName(QStringLiteral("sampleChoice"));
    sample->setEnabled(canMakeSample);
    connect(add, &QAbstractButton::clicked, this, &FirstStart::addBackendAsked);
    connect(sample, &QAbstractButton::clicked, this, &FirstStart::sampleAsked);
    m_choices->setSpacing(grid(this, 2));
    m_choices->addWidget(add, 1);
    m_choices->addWidget(sample, 1);

    auto *column = new QVBoxLayout;
    column->setSpacing(grid(this, 1.5));
    column->addWidget(m_mark);
    column->addWidget(title);
    column->addWidget(lead);
    column->addSpacing(grid(this, 1.5));
    column->addLayout(m_choices);
    auto *holder = new QWidget;
    holder->setLayout(column);
    holder->setMaximumWidth(fontMetrics().averageCharWidth() * 110);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(holder, 1, 1);
    layout->setRowStretch(0, 2);
    layout->setRowStretch(2, 3);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 30);
    layout->setColumnStretch(2, 1);
    applyIcon();
}

void FirstStart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < fontMetrics().averageCharWidth() * 70;
    m_choices->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void FirstStart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) applyIcon();
}

void FirstStart::applyIcon()
{
    m_mark->setPixmap(
        iconPixmap(QStringLiteral("leaf"), grid(this, 6), colorsOf(palette()).accent, devicePixelRatioF()));
}

} // namespace greenward::ui
