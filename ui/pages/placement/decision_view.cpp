#include "ui/pages/placement/decision_view.h"

#include "ui/charts/frontier_chart.h"
#include "ui/charts/waterfall_chart.h"
#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"
#include "ui/models/candidate_model.h"
#include "ui/models/cell_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/note_line.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

/// Below this a chart can no longer be read.
constexpr int kChartLines = 16;

QComboBox *labelledBox(const QString &label, const char *name, QVBoxLayout &above, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    guardFromWheel(box);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *caption = plainLabel(label, parent);
    caption->setBuddy(box);
    auto *line = new QHBoxLayout;
    line->addWidget(caption);
    line->addWidget(box);
    line->addStretch(1);
    above.addLayout(line);
    return box;
}

/// What does not fit scrolls instead of being squeezed.
QWidget *scrolled(QWidget *inner)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(inner);
    return area;
}

QString titleOf(const placement::Decision &decision)
{
    if (const placement::Candidate *chosen = decision.chosen()) {
        const QString name = QString::fromStdString(chosen->scored.spec.id.text());
        return decision.id == DecisionId{} ? DecisionView::tr("%1 ranks first").arg(name)
                                           : DecisionView::tr("%1 was chosen").arg(name);
    }
    return DecisionView::tr("No backend meets the constraints");
}

} // namespace

DecisionView::DecisionView(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::Section, TextLabel::Fit::Elide, this))
    , m_words(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, this))
    , m_warnings(new NoteLine(this))
    , m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("decisionView"));
    m_title->setObjectName(QStringLiteral("decisionTitleLabel"));
    m_words->setObjectName(QStringLiteral("decisionWordsLabel"));
    m_warnings->setObjectName(QStringLiteral("decisionWarningsNote"));
    m_tabs->setObjectName(QStringLiteral("decisionTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeRanking(), tr("Ranking"));
    m_tabs->addTab(scrolled(makeFrontier()), tr("Frontier"));
    m_tabs->addTab(scrolled(makeWhy()), tr("Why"));
    m_tabs->addTab(makeFlips(), tr("What flips it"));
    m_tabs->addTab(makeBasis(), tr("Coefficients"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addWidget(m_warnings);
    layout->addWidget(m_tabs, 1);
    showNothing({});
}

QWidget *DecisionView::makeRanking()
{
    m_candidates = new CandidateModel(this);
    m_ranking = new DataTable(QStringLiteral("placement-candidates"), this);
    m_ranking->setObjectName(QStringLiteral("candidatesTable"));
    m_ranking->setAccessibleName(tr("Candidates"));
    m_ranking->setRowModel(m_candidates);
    const std::initializer_list<std::pair<const char *, int>> widths{
        {"place", 9},   {"backend", 20}, {"standing", 15}, {"score", 9},       {"per-tb-month", 17}, {"total", 11},
        {"band", 20},   {"write", 10},   {"network", 10},  {"rest-month", 11}, {"rest", 15},         {"intensity", 12},
        {"country", 8}, {"price", 14},   {"latency", 24},  {"reason", 34}};
    for (const auto &[column, characters] : widths)
        m_ranking->setColumnWidth(QString::fromLatin1(column), characters);
    m_ranking->setStretchColumn(QStringLiteral("latency"));
    return m_ranking;
}

QWidget *DecisionView::makeFrontier()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    m_against = labelledBox(tr("Carbon a&gainst"), "againstComboBox", *layout, tab);
    m_against->addItem(tr("price"), static_cast<int>(FrontierChart::Against::Price));
    m_against->addItem(tr("latency"), static_cast<int>(FrontierChart::Against::Latency));
    m_frontier = new FrontierChart(tab);
    m_frontier->setMinimumHeight(fontMetrics().height() * kChartLines);
    m_frontier->setHeading(tr("Who is beaten by nobody"));
    layout->addWidget(m_frontier, 1);
    connect(m_against, &QComboBox::currentIndexChanged, this, &DecisionView::showFrontier);
    return tab;
}

QWidget *DecisionView::makeWhy()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    m_runnerUp = labelledBox(tr("The winner against &runner-up"), "runnerUpComboBox", *layout, tab);
    m_comparison = new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, tab);
    m_comparison->setObjectName(QStringLiteral("comparisonLabel"));
    m_waterfall = new WaterfallChart(tab);
    m_waterfall->setMinimumHeight(fontMetrics().height() * kChartLines);
    layout->addWidget(m_comparison);
    layout->addWidget(m_waterfall, 1);
    connect(m_runnerUp, &QComboBox::currentIndexChanged, this, &DecisionView::showWaterfall);
    return tab;
}

QWidget *DecisionView::makeFlips()
{
    m_flips = new CellModel({{QStringLiteral("input"), tr("Input"), {}},
                             {QStringLiteral("backend"), tr("Of backend"), {}},
                             {QStringLiteral("from"), tr("Now"), {}, true},
                             {QStringLiteral("to"), tr("Flips at"),
                              tr("The first value at which another one wins, all else the same"), true},
                             {QStringLiteral("winner"), tr("Then wins"), {}}},
                            this);
    auto *table = new DataTable(QStringLiteral("placement-flips"), this);
    table->setObjectName(QStringLiteral("flipsTable"));
    table->setAccessibleName(tr("What would flip the choice"));
    table->setRowModel(m_flips);
    table->setColumnWidth(QStringLiteral("input"), 20);
    table->setColumnWidth(QStringLiteral("backend"), 24);
    table->setColumnWidth(QStringLiteral("from"), 18);
    table->setColumnWidth(QStringLiteral("to"), 18);
    table->setStretchColumn(QStringLiteral("winner"));
    table->setEmptyState(new EmptyState(QStringLiteral("placement"), tr("No single input flips it"),
                                        tr("No change of one input within its range would make another one win.")));
    return table;
}

QWidget *DecisionView::makeBasis()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    m_reproduced = new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, tab);
    m_reproduced->setObjectName(QStringLiteral("reproducedLabel"));
    m_basis = new CellModel({{QStringLiteral("kind"), tr("What"), {}},
                             {QStringLiteral("text"), tr("Value and source"), {}},
                             {QStringLiteral("effect"), tr("Lowest footprint by it"), {}}},
                            this);
    auto *table = new DataTable(QStringLiteral("placement-basis"), this);
    table->setObjectName(QStringLiteral("basisTable"));
    table->setAccessibleName(tr("Coefficients and their sources"));
    table->setRowModel(m_basis);
    table->setColumnWidth(QStringLiteral("kind"), 15);
    table->setColumnWidth(QStringLiteral("text"), 62);
    table->setStretchColumn(QStringLiteral("effect"));
    layout->addWidget(m_reproduced);
    layout->addWidget(table, 1);
    return tab;
}

void DecisionView::addTab(QWidget *tab, const QString &title)
{
    m_tabs->addTab(tab, title);
}

void DecisionView::showNothing(const QString &why)
{
    m_shown.reset();
    m_title->setText(why);
    m_words->setText({});
    m_warnings->setNote(Tone::Warning, {});
    m_tabs->hide();
}

void DecisionView::show(Explained explained)
{
    m_shown = std::move(explained);
    const placement::Decision &decision = m_shown->decision;
    m_title->setText(titleOf(decision));
    m_words->setText(format::decisionWords(decision, m_shown->why));
    QStringList warnings;
    for (const std::string &warning : decision.warnings)
        warnings << format::sentence(warning);
    m_warnings->setNote(Tone::Warning, warnings.join(QLatin1Char('\n')));
    m_tabs->show();
    const bool first = m_candidates->totalRows() == 0;
    m_candidates->merge(candidateRows(decision));
    // Places change with each answer: the order follows them until somebody sorts by something else.
    const int sorted = m_ranking->horizontalHeader()->sortIndicatorSection();
    if (first || sorted < 0)
        m_ranking->sortByColumn(static_cast<int>(CandidateModel::Column::Place), Qt::AscendingOrder);
    else
        m_candidates->sort(sorted, m_ranking->horizontalHeader()->sortIndicatorOrder());
    if (m_ranking->currentKey().isEmpty() && m_candidates->rowCount() > 0) m_ranking->selectKey(m_candidates->keyAt(0));
    showFrontier();
    showRunnerUps();
    showFlips();
    showBasis();
}

void DecisionView::showFrontier()
{
    if (!m_shown) return;
    m_frontier->show(m_shown->decision, static_cast<FrontierChart::Against>(m_against->currentData().toInt()),
                     locale());
}

void DecisionView::showRunnerUps()
{
    const QString kept = m_runnerUp->currentText();
    const QSignalBlocker quiet(m_runnerUp);
    m_runnerUp->clear();
    for (const placement::Comparison &comparison : m_shown->why.comparisons)
        m_runnerUp->addItem(QString::fromStdString(comparison.runnerUp.text()));
    m_runnerUp->setCurrentIndex(std::max(0, m_runnerUp->findText(kept)));
    m_runnerUp->setEnabled(m_runnerUp->count() > 1);
    showWaterfall();
}

void DecisionView::showWaterfall()
{
    if (!m_shown) return;
    const int at = m_runnerUp->currentIndex();
    if (at < 0 || std::cmp_greater_equal(at, m_shown->why.comparisons.size())) {
        m_comparison->setText({});
        m_waterfall->showNothing(m_shown->decision.chosen() ? tr("There is no other candidate to compare with.")
                                                            : tr("No candidate meets every constraint."));
        return;
    }
    const placement::Comparison &comparison = m_shown->why.comparisons[static_cast<std::size_t>(at)];
    m_comparison->setText(format::comparisonWords(m_shown->decision, comparison));
    m_waterfall->show(m_shown->decision, comparison, locale());
}

void DecisionView::showFlips()
{
    std::vector<CellRow> rows;
    for (const placement::Flip &flip : m_shown->why.flips) {
        const QString words = format::flipWords(flip);
        rows.push_back(
            {QString::number(rows.size()),
             {textCell(format::placementInputText(flip.input), words),
              textCell(QString::fromStdString(flip.backend.text()), words), textCell(format::plain(flip.from), words),
              textCell(format::plain(flip.to), words), textCell(QString::fromStdString(flip.winner.text()), words)}});
    }
    m_flips->merge(std::move(rows));
}

void DecisionView::showBasis()
{
    m_reproduced->setText(m_shown->why.reproduced
                              ? tr("Worked out again from the kept inputs: the same order and figures.")
                              : tr("Worked out again from the kept inputs, order or figures differ. The rules of this "
                                   "version are other ones than those of then."));
    m_reproduced->setTone(m_shown->why.reproduced ? Tone::Faded : Tone::Warning);
    std::vector<CellRow> rows;
    const auto key = [&] {
        return QString::number(rows.size());
    };
    for (const std::string &line : placement::coefficientLines(m_shown->decision))
        rows.push_back(
            {key(), {textCell(tr("Coefficient")), textCell(format::plain(line), format::plain(line)), unknownCell()}});
    for (const placement::Sensitivity &one : m_shown->why.sensitivity) {
        const QString winner = QString::fromStdString(one.winner.text());
        const QString effect =
            tr("%1, %2 per TB-month", "backend, grams").arg(winner, format::carbon(one.perTerabyteMonth));
        const format::Sign sign{one.same ? tr("%1: the same").arg(effect) : tr("%1: another one").arg(effect),
                                one.same ? Tone::Neutral : Tone::Warning,
                                one.same ? QStringLiteral("ok") : QStringLiteral("warning")};
        rows.push_back(
            {key(),
             {textCell(tr("Sensitivity")), textCell(format::plain(one.coefficients), format::plain(one.coefficients)),
              signCell(sign, format::sensitivityWords(one))}});
    }
    m_basis->merge(std::move(rows));
}

} // namespace greenward::ui
