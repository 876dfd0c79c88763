#include "ui/pages/placement/decisions_pane.h"

#include "core/engine/engine.h"
#include "ui/bridge/placement_requests.h"
#include "ui/format/error_text.h"
#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"
#include "ui/models/cell_model.h"
#include "ui/pages/placement/decision_view.h"
#include "ui/pages/placement/recompute_panel.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

constexpr std::size_t kPageRows = 100;
constexpr milliseconds kDeadline{5000};

CellRow decisionLine(const engine::DecisionRow &row)
{
    QStringList warnings;
    for (const std::string &warning : row.warnings)
        warnings << format::sentence(warning);
    const auto rankBy = placement::parseRankBy(row.rankedBy);
    const QString score = format::score(row.score);
    Cell number{.text = QString::number(greenward::number(row.id)),
                .sort = static_cast<qlonglong>(greenward::number(row.id))};
    Cell size = sizeCell(row.size);
    std::vector<Cell> cells{std::move(number), timeCell(row.at)};
    if (row.chosen) {
        cells.push_back(textCell(QString::fromStdString(row.chosen->text())));
        cells.push_back({.text = row.provisional ? DecisionsPane::tr("%1 ~").arg(score) : score,
                         .sort = static_cast<qlonglong>(row.score.millionths()),
                         .toolTip = row.provisional
                                        ? DecisionsPane::tr("Provisional: not every grid intensity is a live one.")
                                        : QString()});
        cells.push_back(carbonCell(row.perTerabyteMonth));
        cells.push_back(carbonCell(row.estimated));
    } else {
        const QString none = DecisionsPane::tr("No candidate met the constraints.");
        cells.push_back(signCell({DecisionsPane::tr("nobody"), Tone::Warning, QStringLiteral("warning")}, none));
        cells.insert(cells.end(), 3, unknownCell(none));
    }
    cells.push_back(std::move(size));
    cells.push_back(countCell(static_cast<std::uint64_t>(std::max(row.months, 0))));
    cells.push_back(row.tenant ? textCell(format::plain(row.tenant->text())) : unknownCell());
    cells.push_back(countCell(row.candidates));
    cells.push_back(textCell(rankBy ? format::rankByText(*rankBy) : format::plain(row.rankedBy)));
    cells.push_back(textCell(format::plain(row.by)));
    cells.push_back(warnings.isEmpty()
                        ? Cell{}
                        : signCell({QString::number(warnings.size()), Tone::Warning, QStringLiteral("warning")},
                                   warnings.join(QLatin1Char('\n'))));
    return {QString::number(greenward::number(row.id)), std::move(cells)};
}

} // namespace

DecisionsPane::DecisionsPane(const PageContext &context, QAction *toWhatIf, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_wantedRows(kPageRows)
{
    setObjectName(QStringLiteral("decisionsPane"));
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeList(toWhatIf));
    split->addWidget(makeDetail());
    split->setSizes({280, 720});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    layout->addWidget(split);
}

QWidget *DecisionsPane::makeList(QAction *toWhatIf)
{
    auto *list = new QWidget(this);
    m_model = new CellModel(
        {{QStringLiteral("number"), tr("No."), {}, true},
         {QStringLiteral("at"), tr("Decided"), tr("UTC")},
         {QStringLiteral("chosen"), tr("Chosen"), {}},
         {QStringLiteral("score"), tr("Score"), {}, true},
         {QStringLiteral("per-tb-month"), tr("g CO₂e/TB-month"), {}, true},
         {QStringLiteral("estimated"), tr("Total CO₂e"), tr("Writing, network and all months at rest"), true},
         {QStringLiteral("size"), tr("Size"), {}, true},
         {QStringLiteral("months"), tr("Months"), {}, true},
         {QStringLiteral("tenant"), tr("Tenant"), {}},
         {QStringLiteral("candidates"), tr("Candidates"), {}, true},
         {QStringLiteral("ranked-by"), tr("Ranked by"), {}},
         {QStringLiteral("by"), tr("By"), {}},
         {QStringLiteral("warnings"), tr("Warnings"), {}}},
        this);
    m_table = new DataTable(QStringLiteral("placement-decisions"), list);
    m_table->setObjectName(QStringLiteral("decisionsTable"));
    m_table->setAccessibleName(tr("Decisions"));
    m_table->setRowModel(m_model);
    m_table->setColumnWidth(QStringLiteral("number"), 8);
    m_table->setColumnWidth(QStringLiteral("at"), 22);
    m_table->setColumnWidth(QStringLiteral("chosen"), 22);
    m_table->setColumnWidth(QStringLiteral("per-tb-month"), 17);
    m_table->setColumnWidth(QStringLiteral("months"), 9);
    m_table->setColumnWidth(QStringLiteral("candidates"), 12);
    m_table->setStretchColumn(QStringLiteral("warnings"));
    m_table->sortByColumn(0, Qt::DescendingOrder);
    auto *empty = new EmptyState(QStringLiteral("placement"), tr("Nothing was decided yet"),
                                 tr("Decisions are kept here with everything they rest on, so that each can be "
                                    "explained and worked out again later."));
    empty->addStep(toWhatIf);
    m_table->setEmptyState(empty);
    m_older = new QPushButton(tr("Show &older ones"), list);
    m_older->setObjectName(QStringLiteral("olderButton"));
    m_older->hide();
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins({});
    layout->addWidget(m_table, 1);
    layout->addWidget(m_older, 0, Qt::AlignLeft);
    connect(m_table, &DataTable::currentKeyChanged, this, &DecisionsPane::askDetail);
    connect(m_older, &QPushButton::clicked, this, &DecisionsPane::showOlder);
    return list;
}

QWidget *DecisionsPane::makeDetail()
{
    auto *detail = new QWidget(this);
    m_view = new DecisionView(detail);
    m_now = new RecomputePanel(m_context.readOnly, m_view);
    m_view->addTab(m_now, tr("Then and now"));
    m_recompute = new QPushButton(tr("Recompute &now"), detail);
    m_recompute->setObjectName(QStringLiteral("recomputeButton"));
    m_recompute->setToolTip(plainTip(tr("Asks the same question again with what is known now; nothing is recorded")));
    connect(m_recompute, &QPushButton::clicked, this, &DecisionsPane::recompute);
    connect(m_now, &RecomputePanel::recordAsked, this, &DecisionsPane::recordAnew);
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_recompute, 0, Qt::AlignLeft);
    m_view->showNothing({});
    m_recompute->hide();
    return detail;
}

void DecisionsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DecisionsPane::refresh()
{
    if (!isVisible()) return;
    m_context.client.ask(
        [limit = m_wantedRows](const engine::Engine &engine) { return engine.decisions(DecisionId{}, limit); }, this,
        [this](Result<std::vector<engine::DecisionRow>> rows) {
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            showRows(*std::move(rows));
        });
}

void DecisionsPane::showRows(std::vector<engine::DecisionRow> rows)
{
    m_older->setVisible(rows.size() >= m_wantedRows);
    std::vector<CellRow> lines;
    lines.reserve(rows.size());
    for (const engine::DecisionRow &row : rows)
        lines.push_back(decisionLine(row));
    m_model->merge(std::move(lines));
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted)) m_wanted.clear();
    if (m_table->currentKey().isEmpty() && m_model->rowCount() > 0) m_table->selectKey(m_model->keyAt(0));
}

void DecisionsPane::showOlder()
{
    m_wantedRows += kPageRows;
    refresh();
}

void DecisionsPane::select(DecisionId id)
{
    const QString key = QString::number(number(id));
    if (!m_table->selectKey(key)) m_wanted = key;
}

void DecisionsPane::askDetail(const QString &key)
{
    const auto id = parseDecisionId(key.toStdString());
    if (!id) {
        m_detailOf.clear();
        m_view->showNothing({});
        m_recompute->hide();
        return;
    }
    if (key == m_detailOf) return; // what was decided does not change
    m_detailOf = key;
    m_context.client.ask(
        [id = *id](const engine::Engine &engine) -> Result<Explained> {
            auto decision = engine.decision(id);
            if (!decision) return Unexpected{decision.error()};
            placement::Explanation why = placement::explain(*decision);
            return Explained{*std::move(decision), std::move(why)};
        },
        this,
        [this, key](Result<Explained> answer) {
            if (key != m_detailOf) return;
            m_recompute->setVisible(bool(answer));
            if (!answer) return m_view->showNothing(format::errorText(answer.error()));
            m_view->show(*std::move(answer));
            m_now->showNothing(tr("“Recompute now” asks the same question again with what is known now."));
        });
}

void DecisionsPane::recompute()
{
    if (!m_view->shown()) return;
    m_context.client.ask([query = m_view->shown()->decision.query](
                             const engine::Engine &engine) { return engine.weighPlacement(query); },
                         this,
                         [this, key = m_detailOf](const Result<placement::Decision> &now) {
                             if (key != m_detailOf || !m_view->shown()) return;
                             if (now)
                                 m_now->show(m_view->shown()->decision, *now);
                             else
                                 m_now->showNothing(format::errorText(now.error()));
                             m_view->tabs().setCurrentWidget(m_now);
                         });
}

void DecisionsPane::recordAnew()
{
    if (!m_view->shown()) return;
    m_now->setBusy(true);
    choosePlacement(m_context.client, m_view->shown()->decision.query, kDeadline, this,
                    [this](const Result<placement::Decision> &answer) {
                        m_now->setBusy(false);
                        if (answer)
                            Q_EMIT decided(*answer);
                        else
                            Q_EMIT failed(answer.error());
                    });
}

} // namespace greenward::ui
