#include "ui/pages/activity_page.h"

#include "core/base/json_reader.h"
#include "core/engine/engine.h"
#include "ui/format/activity_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/models/activity_model.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/services.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace greenward::ui {
namespace {

/// Rows of one page.
constexpr std::size_t kStep = 1000;

bool isSame(const engine::ActivityRow &a, const engine::ActivityRow &b)
{
    return a.audited == b.audited && a.seq == b.seq;
}

/// What lies below these rows.
engine::ActivityCursor below(const std::vector<engine::ActivityRow> &rows)
{
    engine::ActivityCursor cursor;
    for (const engine::ActivityRow &row : rows)
        (row.audited ? cursor.audit : cursor.events) = row.seq;
    return cursor;
}

engine::ActivityCursor newestOf(const std::vector<engine::ActivityRow> &rows)
{
    engine::ActivityCursor newest;
    for (const engine::ActivityRow &row : rows) {
        std::int64_t &seq = row.audited ? newest.audit : newest.events;
        seq = std::max(seq, row.seq);
    }
    return newest;
}

/// Whether the rows of one log go down to what is held of it, so that none is missing in between.
bool reaches(const std::vector<engine::ActivityRow> &rows, bool audited, std::int64_t held)
{
    return std::ranges::any_of(
        rows, [=](const engine::ActivityRow &row) { return row.audited == audited && row.seq <= held + 1; });
}

QString indented(const std::string &json)
{
    const auto tree = parseJson(json, "row");
    return tree ? QString::fromStdString(jsonText(*tree, 4)) : format::plain(json);
}

QByteArray asJsonLines(const std::vector<engine::ActivityRow> &rows)
{
    QByteArray lines;
    for (const engine::ActivityRow &row : rows) {
        QJsonObject object{{QStringLiteral("seq"), static_cast<qint64>(row.seq)},
                           {QStringLiteral("at"), format::dateTimeUtc(row.at)},
                           {QStringLiteral("kind"), row.audited ? QStringLiteral("audit") : QStringLiteral("event")},
                           {QStringLiteral("who"), format::plain(row.who)},
                           {QStringLiteral("what"), format::plain(row.what)},
                           {QStringLiteral("subject"), format::plain(row.subject)},
                           {QStringLiteral("hash"), QString::fromStdString(row.hash)},
                           {QStringLiteral("body"), QString::fromStdString(row.json)}};
        lines += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return lines;
}

} // namespace

ActivityPage::ActivityPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Activity, tr("Activity"), context, parent)
    , m_model(new ActivityModel(this))
{
    header().setSubtitle(tr("Who did what, what followed from it, and the proof that the log is whole"));
    m_verify = addPageAction(QStringLiteral("verify"), tr("&Verify chain"), {}, false, [this] { verifyChain(); });
    QAction *save = addPageAction(QStringLiteral("export"), tr("&Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), false,
                                  [this] { exportRows(); });
    m_more = addPageAction(QStringLiteral("chevron-down"), tr("Show &older rows"), {}, false, [this] { showMore(); });
    enableAction(save, bool(context.services.writeFile), tr("This program was built without a file writer"));
    setPrimaryAction(m_verify);
    addHeaderAction(save);

    m_split = new QSplitter(Qt::Horizontal);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(makeTable());
    m_split->addWidget(makeDetail());
    m_split->setStretchFactor(0, 5);
    m_split->setStretchFactor(1, 3);
    content().addWidget(m_split, 1);
    using engine::Area;
    watch({Area::Activity});
    showDetail();
}

QWidget *ActivityPage::makeTable()
{
    m_table = new DataTable(QStringLiteral("activity"));
    m_table->setAccessibleName(tr("Activity"));
    m_table->setRowModel(m_model);
    m_table->setColumnWidth(QStringLiteral("time"), 18);
    m_table->setColumnWidth(QStringLiteral("kind"), 12);
    m_table->setColumnWidth(QStringLiteral("who"), 11);
    m_table->setColumnWidth(QStringLiteral("what"), 21);
    m_table->setStretchColumn(QStringLiteral("subject"));
    m_table->setEmptyState(new EmptyState(QStringLiteral("activity"), tr("Nothing has happened yet"),
                                          tr("Every command is written to the audit log before it takes effect, and "
                                             "shows here with who gave it.")));
    m_auditOnly = new QCheckBox(tr("Audit log &only"));
    m_auditOnly->setToolTip(plainTip(tr("Leave out the events that followed from the commands")));
    connect(m_auditOnly, &QCheckBox::toggled, this, &ActivityPage::showRows);
    header().addTool(m_auditOnly);
    m_filter = new FilterField(tr("Filter activity"));
    m_filter->attach(m_model, m_table);
    header().addTool(m_filter);
    connect(m_table, &DataTable::currentKeyChanged, this, &ActivityPage::showDetail);
    return m_table;
}

QWidget *ActivityPage::makeDetail()
{
    auto *card = new Card;
    m_heading = new TextLabel(TextRole::Section);
    m_when = new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap);
    m_json = new QPlainTextEdit;
    m_json->setReadOnly(true);
    m_json->setTabChangesFocus(true);
    m_json->setFrameShape(QFrame::NoFrame);
    m_json->setFont(fontFor(TextRole::Mono, font()));
    m_json->setAccessibleName(tr("Content of the row, as JSON"));
    m_hash = new TextLabel(TextRole::Caption, TextLabel::Fit::ElideMiddle);
    card->body().addWidget(m_heading);
    m_name = new TextLabel(TextRole::Caption, TextLabel::Fit::ElideMiddle);
    card->body().addWidget(m_name);
    card->body().addWidget(m_when);
    card->body().addWidget(m_json, 1);
    card->body().addWidget(m_hash);
    return card;
}

void ActivityPage::refresh()
{
    ask([](const engine::Engine &engine) { return engine.activity({}, kStep); },
        [this](const Result<std::vector<engine::ActivityRow>> &rows) {
            if (!rows) return messages().showError(rows.error());
            takeNewest(*rows);
        });
}

void ActivityPage::takeNewest(std::vector<engine::ActivityRow> rows)
{
    const engine::ActivityCursor held = newestOf(m_rows);
    const bool meets = rows.size() < kStep || (reaches(rows, true, held.audit) && reaches(rows, false, held.events));
    if (m_rows.empty() || !meets) {
        // After a burst of more than a page the older rows are let go rather than shown with a gap above them.
        m_whole = rows.size() < kStep;
        m_rows = std::move(rows);
    } else {
        std::erase_if(rows, [&](const auto &row) { return row.seq <= (row.audited ? held.audit : held.events); });
        m_rows.insert(m_rows.begin(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    showRows();
}

void ActivityPage::takeOlder(std::vector<engine::ActivityRow> rows)
{
    m_whole = rows.size() < kStep;
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    showRows();
}

void ActivityPage::showRows()
{
    std::vector<engine::ActivityRow> rows = m_rows;
    if (m_auditOnly->isChecked()) std::erase_if(rows, [](const engine::ActivityRow &row) { return !row.audited; });
    const bool first = m_model->totalRows() == 0;
    m_model->merge(std::move(rows));
    enableAction(m_more, !m_whole, tr("All rows are shown"));
    if (first) m_table->sortByColumn(static_cast<int>(ActivityModel::Column::Time), Qt::DescendingOrder);
    if (m_table->currentKey().isEmpty() && m_model->rowCount() > 0) m_table->selectKey(m_model->keyAt(0));
}

void ActivityPage::showKey(const QString &key)
{
    // "verify" is what the overview asks for when it doubts the log.
    if (key == QStringLiteral("verify")) {
        verifyChain();
    } else {
        m_table->selectKey(key);
    }
}

void ActivityPage::showDetail()
{
    const engine::ActivityRow *row = m_model->find(m_table->currentKey());
    m_json->setVisible(row);
    m_hash->setVisible(row && row->audited);
    if (!row) {
        m_heading->setText(tr("No row selected"));
        m_name->setText({});
        m_when->setText(tr("Select a row to see its content."));
        return;
    }
    m_heading->setText(format::activityText(row->what));
    m_name->setText(format::plain(row->what));
    const QString when = tr("%1 (%2)").arg(format::dateTime(row->at), format::dateTimeUtc(row->at));
    m_when->setText(
        row->audited
            ? tr("%1, by %2, row %3 of the audit log").arg(when, format::plain(row->who), QString::number(row->seq))
            : tr("%1, event %2").arg(when, QString::number(row->seq)));
    m_json->setPlainText(indented(row->json));
    m_hash->setText(tr("Hash %1").arg(QString::fromStdString(row->hash)));
}

void ActivityPage::verifyChain()
{
    enableAction(m_verify, false, tr("Verification is under way"));
    ask([](const engine::Engine &engine) { return engine.verifyAudit(std::stop_token{}, [](const Progress &) {}); },
        [this](const Result<store::StateStore::AuditVerdict> &verdict) {
            enableAction(m_verify, true);
            if (!verdict) {
                messages().showError(verdict.error());
            } else if (verdict->intact) {
                messages().show(Tone::Good, tr("The audit log is whole: all %n row(s) follow from one another.",
                                               nullptr, static_cast<int>(verdict->rows)));
            } else {
                messages().show(Tone::Critical,
                                tr("The audit log was changed: %1").arg(format::plain(verdict->problem)));
            }
        });
}

void ActivityPage::exportRows()
{
    context().prompter.askSaveFile(
        this, tr("Export activity"), QStringLiteral("greenward-activity.jsonl"), tr("JSON Lines (*.jsonl)"),
        [this](const QString &path) {
            context().services.writeFile(path, asJsonLines(m_model->rows()), [this, path](const Result<void> &written) {
                if (written) {
                    messages().show(Tone::Good, tr("Written to %1.").arg(path));
                } else {
                    messages().showError(written.error());
                }
            });
        });
}

void ActivityPage::showMore()
{
    enableAction(m_more, false, tr("Older rows are being read"));
    ask([before = below(m_rows)](const engine::Engine &engine) { return engine.activity(before, kStep); },
        [this, last = m_rows.empty() ? engine::ActivityRow{}
                                     : m_rows.back()](const Result<std::vector<engine::ActivityRow>> &rows) {
            if (!rows) return messages().showError(rows.error());
            // A refresh may have let go of the rows these follow.
            if (!m_rows.empty() && isSame(m_rows.back(), last)) takeOlder(*rows);
        });
}

void ActivityPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < fontMetrics().averageCharWidth() * 150;
    m_split->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

void ActivityPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_json) m_json->setFont(fontFor(TextRole::Mono, font()));
}

} // namespace greenward::ui
