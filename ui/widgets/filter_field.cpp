#include "ui/widgets/filter_field.h"

#include "ui/format/quantities.h"
#include "ui/icons/icons.h"
#include "ui/models/row_model_base.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

namespace greenward::ui {
namespace {

constexpr int kTypingPauseMs = 150;

} // namespace

FilterField::FilterField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("filterLineEdit"));
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setToolTip(plainTip(tr("Filter the rows (/ or Ctrl+F); Esc clears")));
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("filter"), Tone::Faded), LeadingPosition);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kTypingPauseMs);
    connect(m_pause, &QTimer::timeout, this, &FilterField::apply);
    connect(this, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    applyMargins();
}

void FilterField::attach(RowModelBase *model, QWidget *table)
{
    m_model = model;
    m_table = table;
    connect(model, &RowModelBase::countsChanged, this, &FilterField::showCounts);
    showCounts(model->rowCount(), model->totalRows());
}

void FilterField::setFilter(const QString &text)
{
    setText(text);
    apply();
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        setFilter({});
        if (m_table) m_table->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if ((event->key() == Qt::Key_Down || event->key() == Qt::Key_Return) && m_table) {
        apply();
        m_table->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (text().isEmpty() || m_counts.isEmpty()) return;
    // Over the right end, left of the clear button.
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Caption, font()));
    painter.setPen(colorsOf(palette()).faint);
    painter.drawText(rect().adjusted(0, 0, -fontMetrics().height() * 2, 0), Qt::AlignRight | Qt::AlignVCenter,
                     m_counts);
}

void FilterField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) applyMargins();
}

void FilterField::apply()
{
    m_pause->stop();
    if (m_model) m_model->setFilter(text());
    Q_EMIT filterChanged(text());
}

void FilterField::showCounts(int shown, int total)
{
    m_counts =
        tr("%1 of %2")
            .arg(format::count(static_cast<std::uint64_t>(shown)), format::count(static_cast<std::uint64_t>(total)));
    setAccessibleDescription(text().isEmpty() ? QString() : m_counts);
    update();
}

void FilterField::applyMargins()
{
    setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    setMaximumWidth(fontMetrics().averageCharWidth() * 44);
}

} // namespace greenward::ui
