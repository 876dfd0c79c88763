#include "ui/shell/command_palette.h"

#include "ui/icons/icons.h"
#include "ui/shell/fuzzy.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {
namespace {

/// Nobody reads further; typing one more letter is quicker.
constexpr std::size_t kMostShown = 100;
constexpr int kRowsHigh = 10;

} // namespace

class PaletteModel final : public QAbstractListModel
{
public:
    struct Offer
    {
        std::size_t entry;
        FuzzyMatch match;
    };

    void setEntries(std::vector<PaletteEntry> entries) { m_entries = std::move(entries); }
    void add(const std::vector<PaletteEntry> &entries)
    {
        m_entries.insert(m_entries.end(), entries.begin(), entries.end());
    }

    void match(const QString &query)
    {
        beginResetModel();
        m_offers.clear();
        for (std::size_t at = 0; at < m_entries.size(); ++at) {
            FuzzyMatch match;
            if (!query.trimmed().isEmpty()) {
                match = fuzzyMatch(query, m_entries[at].text);
                if (match.score == 0) continue;
            }
            m_offers.push_back({at, std::move(match)});
        }
        std::stable_sort(m_offers.begin(), m_offers.end(),
                         [](const Offer &a, const Offer &b) { return a.match.score > b.match.score; });
        if (m_offers.size() > kMostShown) m_offers.resize(kMostShown);
        endResetModel();
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_offers.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
        const PaletteEntry &entry = entryAt(index.row());
        if (role == Qt::DisplayRole) return entry.text;
        if (role == Qt::AccessibleTextRole) return QStringLiteral("%1, %2").arg(entry.text, entry.kind);
        if (role == Qt::ToolTipRole && !entry.disabledReason.isEmpty()) return plainTip(entry.disabledReason);
        return {};
    }
    const PaletteEntry &entryAt(int row) const { return m_entries[offerAt(row).entry]; }
    const Offer &offerAt(int row) const { return m_offers[static_cast<std::size_t>(row)]; }

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<Offer> m_offers;
};

namespace {

/// Icon, text with the matched letters bold, and kind and shortcut on the right.
class EntryDelegate final : public QStyledItemDelegate
{
public:
    EntryDelegate(const PaletteModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, option.fontMetrics.height() * 2};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PaletteEntry &entry = m_model.entryAt(index.row());
        const Colors &colors = colorsOf(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        const bool enabled = entry.disabledReason.isEmpty();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const int unit = option.fontMetrics.height() / 2;
        if (selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.palette.color(QPalette::Highlight));
            painter->drawRoundedRect(option.rect.adjusted(unit / 2, 0, -unit / 2, 0), unit * 0.6, unit * 0.6);
        }
        const QColor ink = !enabled   ? option.palette.color(QPalette::Disabled, QPalette::Text)
                           : selected ? option.palette.color(QPalette::HighlightedText)
                                      : colors.ink;
        QRect area = option.rect.adjusted(unit * 3 / 2, 0, -unit * 3 / 2, 0);
        const int side = option.fontMetrics.height();
        painter->drawPixmap(
            area.left(), area.center().y() - side / 2 + 1,
            iconPixmap(entry.iconName, side, enabled ? colors.faint : ink, painter->device()->devicePixelRatioF()));
        area.setLeft(area.left() + side + unit);

        const QString right = !enabled                   ? entry.disabledReason
                              : entry.shortcut.isEmpty() ? entry.kind
                                                         : entry.kind + QStringLiteral("   ") + entry.shortcut;
        painter->setPen(selected ? ink : colors.faint);
        painter->setFont(fontFor(TextRole::Caption, option.font));
        const int rightWidth = std::min(area.width() / 2, painter->fontMetrics().horizontalAdvance(right) + 1);
        painter->drawText(QRect(area.right() - rightWidth, area.top(), rightWidth, area.height()),
                          static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(right, Qt::ElideRight, rightWidth));
        area.setRight(area.right() - rightWidth - unit);
        painter->setPen(ink);
        paintText(*painter, area, option.font, index);
        painter->restore();
    }

private:
    void paintText(QPainter &painter, const QRect &area, const QFont &font, const QModelIndex &index) const
    {
        const QString text = m_model.entryAt(index.row()).text;
        const std::vector<int> &hits = m_model.offerAt(index.row()).match.hits;
        QFont bold = font;
        bold.setWeight(QFont::Bold);
        int left = area.left();
        for (int at = 0; at < text.size() && left < area.right();) {
            const bool hit = std::binary_search(hits.begin(), hits.end(), at);
            int end = at + 1;
            while (end < text.size() && std::binary_search(hits.begin(), hits.end(), end) == hit)
                ++end;
            painter.setFont(hit ? bold : font);
            const QString part =
                painter.fontMetrics().elidedText(text.mid(at, end - at), Qt::ElideRight, area.right() - left);
            painter.drawText(QRect(left, area.top(), area.right() - left, area.height()),
                             static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, part);
            left += painter.fontMetrics().horizontalAdvance(part);
            at = end;
        }
    }

    const PaletteModel &m_model;
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_query(new QLineEdit)
    , m_list(new QListView)
    , m_model(std::make_unique<PaletteModel>())
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Command palette"));
    m_query->setObjectName(QStringLiteral("paletteLineEdit"));
    m_query->setPlaceholderText(tr("Go to a page, tenant, backend or batch, or do something…"));
    m_query->setAccessibleName(m_query->placeholderText());
    m_query->addAction(icon(QStringLiteral("search"), Tone::Faded), QLineEdit::LeadingPosition);
    m_query->setMinimumHeight(fontMetrics().height() + grid(this, 2));
    m_list->setObjectName(QStringLiteral("paletteListView"));
    m_list->setAccessibleName(tr("Matches"));
    m_list->setModel(m_model.get());
    m_list->setItemDelegate(new EntryDelegate(*m_model, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid(this, 1), grid(this, 1), grid(this, 1), grid(this, 1));
    layout->setSpacing(grid(this, 1));
    layout->addWidget(m_query);
    layout->addWidget(m_list);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::showMatches);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    m_query->installEventFilter(this);
    window->installEventFilter(this);
    hide();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::open(std::vector<PaletteEntry> entries)
{
    if (!isVisible()) m_before = QApplication::focusWidget();
    m_model->setEntries(std::move(entries));
    m_query->clear();
    showMatches();
    place();
    show();
    raise();
    m_query->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::addEntries(const std::vector<PaletteEntry> &entries)
{
    m_model->add(entries);
    showMatches();
}

QStringList CommandPalette::offered() const
{
    QStringList texts;
    for (int row = 0; row < m_model->rowCount(); ++row)
        texts << m_model->entryAt(row).text;
    return texts;
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().window());
    painter.setPen(QPen(colors.border, 2));
    painter.setBrush(colors.card);
    painter.drawRect(rect());
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible()) place();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible()) {
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress) return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Escape:
        closePalette();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(m_list, event);
        return true;
    default:
        return false;
    }
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int wide = std::min(window->width() - grid(this, 4), fontMetrics().averageCharWidth() * 84);
    const int rows = std::clamp(m_model->rowCount(), 1, kRowsHigh);
    const int high = m_query->sizeHint().height() + grid(this, 5) + rows * fontMetrics().height() * 2;
    setGeometry((window->width() - wide) / 2, window->height() / 8, wide, std::min(high, window->height() * 3 / 4));
}

void CommandPalette::showMatches()
{
    m_model->match(m_query->text());
    if (m_model->rowCount() > 0) m_list->setCurrentIndex(m_model->index(0));
    if (isVisible()) place();
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) return;
    const PaletteEntry entry = m_model->entryAt(current.row());
    if (!entry.disabledReason.isEmpty()) return;
    closePalette();
    entry.run();
}

void CommandPalette::closePalette()
{
    hide();
    if (m_before) m_before->setFocus(Qt::OtherFocusReason);
}

} // namespace greenward::ui
