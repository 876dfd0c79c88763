#include "ui/pages/placement/backends_pane.h"

#include "core/engine/engine.h"
#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"
#include "ui/models/backend_model.h"
#include "ui/pages/backend_detail.h"
#include "ui/pages/scan_strip.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/note_line.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/score_bar_delegate.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/wheel_guard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace greenward::ui {
namespace {

constexpr std::array kRankings{placement::RankBy::Score, placement::RankBy::Footprint, placement::RankBy::Literal};

QString nameOf(const engine::BackendRow &row)
{
    return QString::fromStdString(row.scored.spec.id.text());
}

QString rankingNote(placement::RankBy rankBy)
{
    if (rankBy == placement::RankBy::Literal)
        return BackendsPane::tr("Compatibility: decisions rank by the formula as printed, without bounds, from −56 to "
                                "110. It is not the score shown below.");
    return {};
}

} // namespace

BackendLook lookAtBackends(const engine::Engine &engine)
{
    std::vector<engine::BackendRow> rows = engine.backends();
    // Rows are large: their places are sorted, and each is moved once.
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t at) -> const BackendId & { return rows[at].scored.spec.id; });
    BackendLook look{{}, {}, engine.placementRanking(), engine.scans()};
    look.rows.reserve(rows.size());
    for (const std::size_t at : order)
        look.rows.push_back(std::move(rows[at]));
    for (const engine::GridRow &row : engine.grid())
        look.countries.emplace(row.region.text(), row.country);
    return look;
}

bool isConnected(const engine::BackendRow &row)
{
    return row.scored.spec.driver != DriverKind::Profile;
}

QString disagreementText(const std::vector<engine::BackendRow> &backends)
{
    std::vector<const engine::BackendRow *> compared;
    for (const engine::BackendRow &row : backends) {
        if (isConnected(row)) compared.push_back(&row);
    }
    if (compared.size() < 2) {
        compared.clear();
        for (const engine::BackendRow &row : backends)
            compared.push_back(&row);
    }
    if (compared.size() < 2) return {};
    const auto byScore = [](const engine::BackendRow *row) {
        return row->scored.score.total;
    };
    const auto byGrams = [](const engine::BackendRow *row) {
        return row->scored.perTerabyteMonth;
    };
    const engine::BackendRow *best = *std::ranges::max_element(compared, {}, byScore);
    const engine::BackendRow *lowest = *std::ranges::min_element(compared, {}, byGrams);
    // Ties are no disagreement: the best by score may share the lowest figure.
    if (byGrams(best) == byGrams(lowest) || byScore(best) == byScore(lowest)) return {};
    return BackendsPane::tr("Score and physics disagree: %1 has the best green score (%2), but %3 emits least per "
                            "TB-month (%4 against %5). "
                            "The score counts claims such as certificates; the grams do not.")
        .arg(nameOf(*best), format::score(byScore(best)), nameOf(*lowest), format::carbon(byGrams(lowest)),
             format::carbon(byGrams(best)));
}

BackendsPane::BackendsPane(bool readOnly, QWidget *parent)
    : QWidget(parent)
    , m_model(new BackendModel(this))
    , m_nextStep(new NoteLine(this))
    , m_disagreement(new NoteLine(this))
    , m_rankingNote(new NoteLine(this))
    , m_scanStrip(new ScanStrip(this))
{
    setObjectName(QStringLiteral("backendsPane"));
    m_disagreement->setObjectName(QStringLiteral("disagreementNote"));
    m_nextStep->setObjectName(QStringLiteral("nextStepNote"));
    m_rankingNote->setObjectName(QStringLiteral("rankingNote"));
    m_scanStrip->setCancellable(!readOnly);
    connect(m_scanStrip, &ScanStrip::cancelAsked, this, &BackendsPane::cancelAsked);
    makeTable();
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    // Explanations are as long as they are: in a low window they scroll instead of being cut.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Backend in depth"));
    m_detail = new BackendDetail(scroll);
    scroll->setWidget(m_detail);
    split->addWidget(scroll);
    split->setSizes({600, 400});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    layout->addWidget(makeRanking(readOnly));
    layout->addWidget(m_nextStep);
    layout->addWidget(m_disagreement);
    layout->addWidget(m_rankingNote);
    layout->addWidget(m_scanStrip);
    layout->addWidget(split, 1);
}

QWidget *BackendsPane::makeRanking(bool readOnly)
{
    auto *line = new QWidget(this);
    m_ranking = new QComboBox(line);
    m_ranking->setObjectName(QStringLiteral("rankingComboBox"));
    m_ranking->setAccessibleName(tr("What decides which backend is best"));
    for (const placement::RankBy rankBy : kRankings)
        m_ranking->addItem(format::rankByText(rankBy), static_cast<int>(rankBy));
    m_ranking->setEnabled(!readOnly);
    guardFromWheel(m_ranking);
    connect(m_ranking, &QComboBox::activated, this,
            [this] { Q_EMIT rankingChosen(static_cast<placement::RankBy>(m_ranking->currentData().toInt())); });
    auto *caption = plainLabel(tr("Decisions and moves &rank by"), line);
    caption->setBuddy(m_ranking);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->addWidget(caption);
    layout->addWidget(m_ranking);
    layout->addStretch(1);
    return line;
}

void BackendsPane::makeTable()
{
    m_table = new DataTable(QStringLiteral("placement"), this);
    m_table->setObjectName(QStringLiteral("backendsTable"));
    m_table->setAccessibleName(tr("Backends"));
    m_table->setRowModel(m_model);
    m_table->setItemDelegateForColumn(static_cast<int>(BackendModel::Column::Score), new ScoreBarDelegate(m_table));
    const std::initializer_list<std::pair<const char *, int>> widths{
        {"name", 22},  {"kind", 18},    {"region", 18}, {"per-tb-month", 16}, {"renewable", 11},
        {"pue", 7},    {"medium", 11},  {"objects", 9}, {"share-basis", 24},  {"country", 9},
        {"price", 14}, {"latency", 24}, {"score", 30}};
    for (const auto &[column, characters] : widths)
        m_table->setColumnWidth(QString::fromLatin1(column), characters);
    m_table->setStretchColumn(QStringLiteral("score"));
    m_filter = new FilterField(tr("Filter backends"), this);
    m_filter->attach(m_model, m_table);
    connect(m_table, &DataTable::currentKeyChanged, this, [this] {
        showDetail();
        Q_EMIT selectionMayHaveChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &BackendsPane::selectionMayHaveChanged);
    connect(m_table, &DataTable::rowActivated, this, &BackendsPane::activated);
}

void BackendsPane::setNextSteps(const QList<QAction *> &steps)
{
    auto *empty = new EmptyState(QStringLiteral("placement"), tr("There are no backends"),
                                 tr("A backend is a place where data lies or could lie: a directory of this machine, "
                                    "or a profile of a site to compare with."));
    for (QAction *step : steps)
        empty->addStep(step);
    m_table->setEmptyState(empty);
}

void BackendsPane::show(BackendLook look, Instant now)
{
    m_now = now;
    m_scans = std::move(look.scans);
    m_scanStrip->showScans(m_scans);
    showRanking(look.rankBy);
    const bool anyConnected = std::ranges::any_of(look.rows, isConnected);
    m_nextStep->setNote(Tone::Info,
                        anyConnected || look.rows.empty()
                            ? QString()
                            : tr("No backend is connected yet. The rows below are profiles of well-known places to "
                                 "compare with. Add a directory of this machine as a backend to see your own data."));
    m_disagreement->setNote(Tone::Warning, disagreementText(look.rows));
    const bool first = m_model->totalRows() == 0;
    m_model->setNow(now);
    m_model->setCountries(std::move(look.countries));
    m_model->merge(std::move(look.rows));
    if (first) m_table->sortByColumn(static_cast<int>(BackendModel::Column::Score), Qt::DescendingOrder);
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted)) m_wanted.clear();
    if (m_table->currentKey().isEmpty() && m_model->rowCount() > 0) m_table->selectKey(m_model->keyAt(0));
    showDetail();
    Q_EMIT selectionMayHaveChanged();
}

void BackendsPane::showRanking(placement::RankBy rankBy)
{
    m_ranking->setCurrentIndex(m_ranking->findData(static_cast<int>(rankBy)));
    m_rankingNote->setNote(Tone::Info, rankingNote(rankBy));
}

void BackendsPane::select(const QString &key)
{
    if (!m_table->selectKey(key)) m_wanted = key;
}

const engine::BackendRow *BackendsPane::current() const
{
    return m_model->find(m_table->currentKey());
}

std::vector<BackendId> BackendsPane::selected() const
{
    std::vector<BackendId> ids;
    const QStringList keys = m_table->selectedKeys();
    for (const QString &key : keys)
        if (const engine::BackendRow *row = m_model->find(key)) ids.push_back(row->scored.spec.id);
    return ids;
}

void BackendsPane::showDetail()
{
    const engine::BackendRow *row = current();
    if (!row) return m_detail->showNothing();
    const auto scan = std::ranges::find(m_scans, row->scored.spec.id, &engine::ScanRow::backend);
    m_detail->showBackend(*row, scan == m_scans.end() ? nullptr : &*scan, m_now);
}

} // namespace greenward::ui
