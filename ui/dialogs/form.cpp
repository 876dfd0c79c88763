#include "ui/dialogs/form.h"

#include "ui/icons/icons.h"
#include "ui/widgets/plain_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {
namespace {

QString textOf(const QWidget *field)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(field)) return line->text().trimmed();
    if (const auto *choice = qobject_cast<const QComboBox *>(field)) return choice->currentText().trimmed();
    return {};
}

} // namespace

Form::Form(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
}

QLineEdit *Form::addLine(const QString &key, const QString &label, const QString &hint, Check check)
{
    auto *line = new QLineEdit(this);
    const std::size_t row = appendRow(key, label, line, hint, std::move(check));
    connect(line, &QLineEdit::textEdited, this, [this, row] { touch(row); });
    connect(line, &QLineEdit::textChanged, this, &Form::edited);
    return line;
}

QComboBox *Form::addChoice(const QString &key, const QString &label, const QString &hint, Check check)
{
    auto *choice = new QComboBox(this);
    choice->setEditable(static_cast<bool>(check));
    choice->setFocusPolicy(Qt::StrongFocus);
    choice->installEventFilter(this);
    const std::size_t row = appendRow(key, label, choice, hint, std::move(check));
    connect(choice, &QComboBox::editTextChanged, this, [this, row] { touch(row); });
    connect(choice, &QComboBox::currentTextChanged, this, &Form::edited);
    return choice;
}

QCheckBox *Form::addSwitch(const QString &key, const QString &text, const QString &hint)
{
    auto *box = new QCheckBox(text, this);
    appendRow(key, QString(), box, hint, {});
    connect(box, &QCheckBox::toggled, this, &Form::edited);
    return box;
}

void Form::addRow(const QString &label, QWidget *field)
{
    m_layout->addRow(label, field);
}

void Form::addHeading(const QString &text)
{
    auto *heading = plainLabel(text, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    m_layout->addRow(heading);
}

void Form::addBeside(QLineEdit *line, QWidget *button)
{
    auto *column = qobject_cast<QVBoxLayout *>(line->parentWidget()->layout());
    auto *pair = new QHBoxLayout;
    column->removeWidget(line);
    pair->addWidget(line, 1);
    pair->addWidget(button);
    column->insertLayout(0, pair);
    QWidget::setTabOrder(line, button);
}

std::size_t Form::appendRow(const QString &key, const QString &label, QWidget *field, const QString &hint, Check check)
{
    const QString suffix = QString::fromLatin1(field->metaObject()->className()).mid(1);
    field->setObjectName(key + suffix);
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(field);
    auto *note = plainLabel({}, cell);
    note->setObjectName(key + QStringLiteral("NoteLabel"));
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    column->addWidget(note);

    auto *caption = plainLabel(label, this);
    caption->setBuddy(field);
    // The caption stands level with the field, not with the field and its note together.
    caption->setContentsMargins(0, 4, 0, 0);
    m_layout->addRow(caption, cell);

    m_rows.push_back({key, field, note, hint, std::move(check)});
    showNote(m_rows.back(), {});
    return m_rows.size() - 1;
}

void Form::touch(std::size_t index)
{
    Row &row = m_rows[index];
    row.touched = true;
    showNote(row, problemOf(row));
}

QString Form::problemOf(const Row &row) const
{
    return row.check && row.field->isEnabled() ? row.check(textOf(row.field)) : QString();
}

void Form::showNote(Row &row, const QString &problem)
{
    row.hasProblem = !problem.isEmpty();
    const QString text = row.hasProblem ? tr("⚠ %1").arg(problem) : row.hint;
    row.note->setText(text);
    row.note->setVisible(!text.isEmpty());
    QFont font = this->font();
    font.setBold(row.hasProblem);
    row.note->setFont(font);
    row.note->setForegroundRole(row.hasProblem ? QPalette::WindowText : QPalette::PlaceholderText);
    row.field->setAccessibleDescription(text);
    markTabs();
}

bool Form::check()
{
    QWidget *first = nullptr;
    for (Row &row : m_rows) {
        row.touched = true;
        showNote(row, problemOf(row));
        if (row.hasProblem && !first) first = row.field;
    }
    if (first) {
        reveal(first);
        first->setFocus(Qt::OtherFocusReason);
    }
    return first == nullptr;
}

bool Form::isFine() const
{
    return std::ranges::all_of(m_rows, [this](const Row &row) { return problemOf(row).isEmpty(); });
}

void Form::beginTab(const QString &title)
{
    if (!m_tabs) {
        m_tabs = new QTabWidget(this);
        m_tabs->setObjectName(QStringLiteral("formTabs"));
        m_tabs->setDocumentMode(true);
        m_layout->addRow(m_tabs);
    }
    auto *tab = new QWidget(m_tabs);
    m_layout = new QFormLayout(tab);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_tabs->addTab(tab, title);
}

void Form::reveal(QWidget *field)
{
    if (!m_tabs) return;
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (m_tabs->widget(tab)->isAncestorOf(field)) m_tabs->setCurrentIndex(tab);
}

void Form::markTabs()
{
    if (!m_tabs) return;
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const QWidget *page = m_tabs->widget(tab);
        const bool bad = std::ranges::any_of(
            m_rows, [page](const Row &row) { return row.hasProblem && page->isAncestorOf(row.field); });
        m_tabs->setTabIcon(tab, bad ? icon(QStringLiteral("warning"), Tone::Warning) : QIcon());
    }
}

void Form::recheck()
{
    for (Row &row : m_rows)
        showNote(row, row.touched ? problemOf(row) : QString());
}

bool Form::setProblem(const QString &key, const QString &problem)
{
    if (!markProblem(key, problem)) return false;
    QWidget *field = find(key)->field;
    reveal(field);
    field->setFocus(Qt::OtherFocusReason);
    return true;
}

bool Form::markProblem(const QString &key, const QString &problem)
{
    Row *row = find(key);
    if (!row) return false;
    row->touched = true;
    showNote(*row, problem);
    return true;
}

void Form::setHint(const QString &key, const QString &hint)
{
    Row *row = find(key);
    if (!row) return;
    row->hint = hint;
    if (!row->hasProblem) showNote(*row, {});
}

Form::Row *Form::find(const QString &key)
{
    const auto at = std::ranges::find(m_rows, key, &Row::key);
    return at == m_rows.end() ? nullptr : &*at;
}

bool Form::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QWidget *>(watched);
    if (event->type() == QEvent::Wheel && field && !field->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace greenward::ui
