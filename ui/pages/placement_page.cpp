#include "ui/pages/placement_page.h"

#include "core/engine/engine.h"
#include "ui/dialogs/backend_dialog.h"
#include "ui/format/quantities.h"
#include "ui/models/backend_model.h"
#include "ui/pages/backend_detail.h"
#include "ui/pages/scan_strip.h"
#include "ui/pages/submit_through.h"
#include "ui/prompts/prompter.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/note_line.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/score_bar_delegate.h"

#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {
namespace {

bool isConnected(const engine::BackendRow &row)
{
    return row.scored.spec.driver != DriverKind::Profile;
}

QString nameOf(const engine::BackendRow &row)
{
    return QString::fromStdString(row.scored.spec.id.text());
}

} // namespace

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
    return PlacementPage::tr("Score and physics disagree: %1 has the best green score (%2), but %3 emits least per "
                             "TB-month (%4 against %5). "
                             "The score counts claims such as certificates; the grams do not.")
        .arg(nameOf(*best), format::score(byScore(best)), nameOf(*lowest), format::carbon(byGrams(lowest)),
             format::carbon(byGrams(best)));
}

PlacementPage::PlacementPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Placement, tr("Placement"), context, parent)
    , m_model(new BackendModel(this))
    , m_disagreement(new NoteLine(this))
    , m_nextStep(new NoteLine(this))
    , m_scanStrip(new ScanStrip(this))
{
    header().setSubtitle(tr("Which of your backends is the greenest place for data, and why"));
    m_disagreement->setObjectName(QStringLiteral("disagreementNote"));
    m_nextStep->setObjectName(QStringLiteral("nextStepNote"));
    addActions();
    content().addWidget(m_nextStep);
    content().addWidget(m_disagreement);
    content().addWidget(m_scanStrip);
    m_scanStrip->setCancellable(!context.readOnly);
    connect(m_scanStrip, &ScanStrip::cancelAsked, this, [this](const QString &backend) {
        if (const auto id = BackendId::parse(backend.toStdString())) submit(engine::CancelScan{*id});
    });
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeTable());
    // Explanations are as long as they are: in a low window they scroll instead of being cut.
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    m_detail = new BackendDetail(scroll);
    scroll->setAccessibleName(tr("Backend in depth"));
    scroll->setWidget(m_detail);
    split->addWidget(scroll);
    split->setSizes({600, 400});
    content().addWidget(split, 1);
    watch({engine::Area::Backends, engine::Area::Scans, engine::Area::Grid});
    enableActions();
}

void PlacementPage::addActions()
{
    m_add =
        addPageAction(QStringLiteral("add"), tr("Add backend…"), QKeySequence::New, true, [this] { openDialog({}); });
    m_edit = addPageAction(QStringLiteral("edit"), tr("Edit backend…"), QKeySequence(Qt::Key_F2), true, [this] {
        if (const engine::BackendRow *row = current()) openDialog(row->scored.spec);
    });
    m_scan = addPageAction(QStringLiteral("scan"), tr("Scan now"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), true,
                           [this] {
                               if (const engine::BackendRow *row = current()) scan(row->scored.spec.id);
                           });
    m_scanAll = addPageAction(QStringLiteral("scan"), tr("Scan all"), {}, true, [this] { scan({}); });
    m_cancelScan = addPageAction(QStringLiteral("cancel"), tr("Cancel scan"), {}, true, [this] {
        if (const engine::BackendRow *row = current()) submit(engine::CancelScan{row->scored.spec.id});
    });
    m_remove = addPageAction(QStringLiteral("remove"), tr("Remove backend…"), {}, true, [this] { removeCurrent(); });
    setPrimaryAction(m_add);
    addHeaderAction(m_scan);
    addHeaderAction(m_edit);
}

QWidget *PlacementPage::makeTable()
{
    m_table = new DataTable(QStringLiteral("placement"), this);
    m_table->setObjectName(QStringLiteral("backendsTable"));
    m_table->setAccessibleName(tr("Backends"));
    m_table->setRowModel(m_model);
    m_table->setItemDelegateForColumn(static_cast<int>(BackendModel::Column::Score), new ScoreBarDelegate(m_table));
    m_table->setColumnWidth(QStringLiteral("name"), 22);
    m_table->setColumnWidth(QStringLiteral("kind"), 18);
    m_table->setColumnWidth(QStringLiteral("region"), 18);
    m_table->setColumnWidth(QStringLiteral("per-tb-month"), 16);
    m_table->setColumnWidth(QStringLiteral("renewable"), 11);
    m_table->setColumnWidth(QStringLiteral("pue"), 7);
    m_table->setColumnWidth(QStringLiteral("medium"), 11);
    m_table->setColumnWidth(QStringLiteral("objects"), 9);
    m_table->setColumnWidth(QStringLiteral("score"), 30);
    m_table->setStretchColumn(QStringLiteral("score"));
    m_table->setRowActions({m_edit, m_scan, m_cancelScan, m_remove});
    m_filter = new FilterField(tr("Filter backends"), this);
    m_filter->attach(m_model, m_table);
    header().addTool(m_filter);
    connect(m_table, &DataTable::currentKeyChanged, this, [this] {
        enableActions();
        showDetail();
    });
    connect(m_table, &DataTable::rowActivated, this, [this] { m_edit->trigger(); });
    return m_table;
}

void PlacementPage::refresh()
{
    ask([](const engine::Engine &engine) { return engine.backends(); },
        [this](const std::vector<engine::BackendRow> &rows) { showRows(rows); });
    ask([](const engine::Engine &engine) { return engine.scans(); },
        [this](const std::vector<engine::ScanRow> &scans) { showScans(scans); });
}

void PlacementPage::showRows(const std::vector<engine::BackendRow> &rows)
{
    m_model->setNow(context().clock.now());
    const bool first = m_model->totalRows() == 0;
    m_model->merge(rows);
    if (first) m_table->sortByColumn(static_cast<int>(BackendModel::Column::Score), Qt::DescendingOrder);
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted)) m_wanted.clear();
    if (m_table->currentKey().isEmpty() && m_model->rowCount() > 0) m_table->selectKey(m_model->keyAt(0));
    const bool anyConnected = std::ranges::any_of(rows, isConnected);
    m_nextStep->setNote(Tone::Info,
                        anyConnected
                            ? QString()
                            : tr("No backend is connected yet. The rows below are profiles of well-known places to "
                                 "compare with. Add a directory of this machine as a backend to see your own data."));
    m_disagreement->setNote(Tone::Warning, disagreementText(rows));
    enableActions();
    showDetail();
}

void PlacementPage::showScans(const std::vector<engine::ScanRow> &scans)
{
    m_scans = scans;
    m_scanStrip->showScans(scans);
    enableActions();
    showDetail();
}

const engine::BackendRow *PlacementPage::current() const
{
    return m_model->find(m_table->currentKey());
}

void PlacementPage::showDetail()
{
    const engine::BackendRow *row = current();
    if (!row) return m_detail->showNothing();
    const auto scan = std::ranges::find(m_scans, row->scored.spec.id, &engine::ScanRow::backend);
    m_detail->showBackend(*row, scan == m_scans.end() ? nullptr : &*scan, context().clock.now());
}

void PlacementPage::enableActions()
{
    const engine::BackendRow *row = current();
    const QString none = tr("Select a backend first");
    const QString profile = tr("A profile is not connected");
    enableAction(m_edit, row, none);
    enableAction(m_remove, row, none);
    const bool connected = row && isConnected(*row);
    enableAction(m_scan, connected && !row->scanning, !row ? none : connected ? tr("It is being scanned") : profile);
    enableAction(m_cancelScan, connected && row->scanning,
                 !row        ? none
                 : connected ? tr("It is not being scanned")
                             : profile);
    enableAction(m_scanAll, std::ranges::any_of(m_model->rows(), isConnected), tr("No backend is connected"));
}

void PlacementPage::openDialog(const std::optional<BackendSpec> &spec)
{
    const RegionLookUp lookUp = [this](const RegionName &region, QObject *asker, RegionAnswer answer) {
        context().client.ask([region](const engine::Engine &engine) { return engine.lookUpRegion(region); }, asker,
                             [answer = std::move(answer)](const Result<engine::GridRow> &row) { answer(row); });
    };
    ask([](const engine::Engine &engine) { return engine.knownRegions(); },
        [this, spec, lookUp](const std::vector<RegionName> &regions) {
            QStringList names;
            for (const RegionName &region : regions)
                names.append(QString::fromStdString(region.text()));
            auto *dialog =
                new BackendDialog(spec, names, lookUp, context().prompter, submitThrough(context().client), this);
            connect(dialog, &BackendDialog::saved, this, &PlacementPage::showKey);
            dialog->open();
        });
}

void PlacementPage::removeCurrent()
{
    const engine::BackendRow *row = current();
    if (!row) return;
    const QString name = nameOf(*row);
    const QString consequences = isConnected(*row)
                                     ? tr("Its %n catalogued object(s) are forgotten; the files themselves stay where "
                                          "they are. Adding it again needs a new scan.",
                                          nullptr, static_cast<int>(row->objects))
                                     : tr("The profile is no longer compared with. It holds no objects.");
    context().prompter.confirm(this, {tr("Remove backend %1?").arg(name), consequences, tr("Remove backend"), true},
                               [this, id = row->scored.spec.id] { submit(engine::RemoveBackend{id}); });
}

void PlacementPage::scan(const std::optional<BackendId> &backend)
{
    submit(engine::StartScan{backend});
}

void PlacementPage::showKey(const QString &key)
{
    if (key == kAddKey) return m_add->trigger();
    if (!m_table->selectKey(key)) m_wanted = key;
}

} // namespace greenward::ui
