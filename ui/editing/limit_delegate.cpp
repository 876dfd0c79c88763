#include "ui/editing/limit_delegate.h"

#include "ui/format/error_text.h"
#include "ui/models/row_model_base.h"
#include "ui/theme/palette.h"
#include "ui/widgets/plain_text.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>

#include <algorithm>

namespace greenward::ui {
namespace {

/// The field, and beneath it over the next row a note: how to write a limit, or what is wrong with it.
class LimitEditor final : public QLineEdit
{
    Q_OBJECT

public:
    explicit LimitEditor(QWidget *parent)
        : QLineEdit(parent)
        , m_note(plainLabel({}, parent))
    {
        setObjectName(QStringLiteral("limitLineEdit"));
        setAccessibleName(tr("Limit"));
        m_note->setObjectName(QStringLiteral("limitNoteLabel"));
        m_note->setTextFormat(Qt::PlainText);
        m_note->setAutoFillBackground(true);
        m_note->setFrameShape(QFrame::StyledPanel);
        m_note->setBackgroundRole(QPalette::ToolTipBase);
        m_note->setForegroundRole(QPalette::ToolTipText);
        const int gap = fontMetrics().averageCharWidth();
        m_note->setContentsMargins(gap / 2, 0, gap / 2, 0);
        connect(this, &QLineEdit::textChanged, this, &LimitEditor::check);
    }

    ~LimitEditor() override
    {
        // Both are children of the viewport, which may go first.
        if (m_note) m_note->deleteLater();
    }

    void begin(const QString &text)
    {
        if (m_begun) return; // a refresh of the row must not take away what is being typed
        m_begun = true;
        setText(text);
        selectAll();
        check();
    }

    std::optional<LimitEntry> entry() const
    {
        const auto parsed = parseLimit(text());
        return parsed ? std::optional(*parsed) : std::nullopt;
    }

    void placeNote()
    {
        if (!m_note || !parentWidget()) return;
        m_note->adjustSize();
        const QRect room = parentWidget()->rect();
        const int left = std::clamp(x(), 0, std::max(0, room.width() - m_note->width()));
        const bool below = geometry().bottom() + m_note->height() < room.height();
        m_note->move(left, below ? geometry().bottom() + 1 : geometry().top() - m_note->height());
        m_note->show();
        m_note->raise();
    }

protected:
    void moveEvent(QMoveEvent *event) override
    {
        QLineEdit::moveEvent(event);
        placeNote();
    }

private:
    void check()
    {
        const auto parsed = parseLimit(text());
        const QString hint = tr("750 g, 500 kg, 1.5 t, unlimited; or with its period: 500 kg/month");
        const QString note = parsed ? hint : tr("⚠ %1").arg(format::errorWords(parsed.error()).what);
        m_note->setText(note);
        setAccessibleDescription(note);
        QPalette ink = m_note->palette();
        ink.setColor(QPalette::ToolTipText, toneInk(parsed ? Tone::Neutral : Tone::Critical, palette()));
        ink.setColor(QPalette::ToolTipBase, colorsOf(palette()).card);
        m_note->setPalette(ink);
        placeNote();
    }

    QPointer<QLabel> m_note;
    bool m_begun = false;
};

} // namespace

LimitDelegate::LimitDelegate(Entered entered, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_entered(std::move(entered))
{}

QWidget *LimitDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    return new LimitEditor(parent);
}

void LimitDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *field = qobject_cast<LimitEditor *>(editor)) field->begin(index.data(Qt::EditRole).toString());
}

void LimitDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    const auto *field = qobject_cast<LimitEditor *>(editor);
    if (!field || !field->isModified()) return;
    if (const auto entry = field->entry()) m_entered(index.data(RowModelBase::KeyRole).toString(), *entry);
}

void LimitDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    // Wide enough for "500 kg/month", whatever the column's width; to the left, because amounts are right-aligned.
    QRect place = option.rect;
    place.setLeft(std::max(0, place.right() - std::max(place.width(), option.fontMetrics.averageCharWidth() * 20)));
    editor->setGeometry(place);
}

bool LimitDelegate::eventFilter(QObject *editor, QEvent *event)
{
    auto *field = qobject_cast<LimitEditor *>(editor);
    if (field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key(); // NOLINT: by its type
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            // A limit that does not read stays open with what is wrong with it; Escape leaves. The key goes no further:
            // the table would open the row.
            if (field->entry()) {
                Q_EMIT commitData(field);
                Q_EMIT closeEditor(field);
            }
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

} // namespace greenward::ui

#include "limit_delegate.moc"
