#include "ui/pages/grid_page.h"

#include "core/engine/engine.h"
#include "ui/bridge/grid_requests.h"
#include "ui/charts/region_bars_chart.h"
#include "ui/dialogs/grid_source_dialog.h"
#include "ui/format/grid_text.h"
#include "ui/format/quantities.h"
#include "ui/pages/grid/grid_advice.h"
#include "ui/pages/grid/grid_chart_pane.h"
#include "ui/pages/grid/grid_transfer.h"
#include "ui/pages/grid/mapping_pane.h"
#include "ui/pages/grid/region_table.h"
#include "ui/pages/grid/sources_pane.h"
#include "ui/pages/region_tester.h"
#include "ui/pages/submit_through.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/services.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_header.h"

#include <QResizeEvent>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace greenward::ui {
namespace {

/// As far back as every source answers in one go.
constexpr std::chrono::hours kMostHistory{24 * 14};
/// Answers of sources come one by one; people need not see each.
constexpr milliseconds kRefreshPause{1000};
/// More lines than these are only drawn when somebody ticks them.
constexpr std::size_t kDrawnAtFirst = 50;
/// Of the width, in percent; the rest is the chart's.
constexpr int kTableShare = 42;
constexpr int kTableShareBelow = 30; ///< of the height, when they stand above one another
/// Narrower than this, table and chart stand above one another, in digits.
constexpr int kNarrow = 130;

QString hiddenKey()
{
    return QStringLiteral("grid/hiddenRegions");
}

QString nameOf(const RegionName &region)
{
    return QString::fromStdString(region.text());
}

/// What does not fit scrolls instead of being cut.
QWidget *scrolled(QWidget *inner)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(inner);
    return area;
}

} // namespace

GridPage::GridPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Grid, tr("Grid"), context, parent)
    , m_model(new GridModel(this))
{
    const QStringList hidden = QSettings().value(hiddenKey()).toStringList();
    m_hidden = QSet<QString>(hidden.cbegin(), hidden.cend());
    header().setSubtitle(tr("Carbon intensity of electricity where your data lies"));
    addActions();
    m_upper = new QSplitter(Qt::Horizontal, this);
    m_upper->setChildrenCollapsible(false);
    m_upper->addWidget(makeTable());
    m_chart = new GridChartPane(this);
    m_upper->addWidget(m_chart);
    m_transfer = new GridTransfer(context, *m_chart, messages(), this);
    connect(m_transfer, &GridTransfer::imported, this, &GridPage::reload);
    m_upper->setSizes({kTableShare * 10, (100 - kTableShare) * 10});
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_upper);
    split->addWidget(makeTabs());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    content().addWidget(split, 1);
    connect(m_chart, &GridChartPane::viewChanged, this, &GridPage::askPictures);
    connect(m_chart, &GridChartPane::regionChosen, this, [this](const QString &region) { m_table->selectKey(region); });
    watch({engine::Area::Grid, engine::Area::Backends});
    setRefreshPause(kRefreshPause);
    enableActions();
}

void GridPage::addActions()
{
    m_refresh = addPageAction(QStringLiteral("refresh"), tr("Refresh from sources"), QKeySequence(Qt::CTRL | Qt::Key_R),
                              true, [this] { askSources(); });
    m_watch =
        addPageAction(QStringLiteral("add"), tr("Watch a region…"), QKeySequence::New, true, [this] { watchRegion(); });
    m_unwatch = addPageAction(QStringLiteral("remove"), tr("Stop watching"), QKeySequence::Delete, true,
                              [this] { unwatchRegion(); });
    const QString save = QStringLiteral("export");
    m_exportPng = addPageAction(save, tr("Export chart as PNG…"), {}, false, [this] { m_transfer->exportPng(); });
    m_exportSvg = addPageAction(save, tr("Export chart as SVG…"), {}, false, [this] { m_transfer->exportSvg(); });
    m_exportCsv = addPageAction(save, tr("Export figures as CSV…"), {}, false, [this] { m_transfer->exportCsv(); });
    m_import = addPageAction(QStringLiteral("import"), tr("Import recorded signals…"), {}, true,
                             [this] { m_transfer->importSignals(); });
    m_toBackends = addPageAction(QStringLiteral("placement"), tr("Go to backends"), {}, false,
                                 [this] { context().navigator.open(PageId::Placement); });
    setPrimaryAction(m_refresh);
    addHeaderAction(m_watch);
}

QWidget *GridPage::makeTable()
{
    m_table = makeRegionTable(m_model, {m_watch, m_toBackends}, this);
    m_table->setRowActions({m_watch, m_unwatch, m_toBackends});
    m_filter = new FilterField(tr("Filter regions"), this);
    m_filter->attach(m_model, m_table);
    header().addTool(m_filter);
    connect(m_model, &GridModel::shownChanged, this, &GridPage::setShown);
    connect(m_table, &DataTable::currentKeyChanged, this, &GridPage::choose);
    connect(m_table, &DataTable::rowActivated, this, [this](const QString &key) {
        const GridPlace *place = m_model->find(key);
        if (place && !place->row.backends.empty())
            context().navigator.open(PageId::Placement, QString::fromStdString(place->row.backends.front().text()));
    });
    return m_table;
}

QWidget *GridPage::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("gridTabs"));
    m_tabs->setDocumentMode(true);
    m_sources = new SourcesPane(!context().readOnly, this);
    m_cleanHours = new CleanHoursPane(this);
    m_bars = new RegionBarsChart(this);
    m_bars->setHeading(tr("Regions compared now, by average, dirtiest first"));
    m_tabs->addTab(m_sources, tr("Sources"));
    m_tabs->addTab(scrolled(m_cleanHours), tr("Clean hours"));
    m_tabs->addTab(scrolled(makeMapping()), tr("Mapping"));
    m_tabs->addTab(scrolled(m_bars), tr("Compare"));
    connect(m_sources, &SourcesPane::changeAsked, this, [this](const engine::SetGridSource &change) {
        submit(change, [this](const engine::Outcome &) { reload(); });
    });
    connect(m_sources, &SourcesPane::editAsked, this, [this](const engine::GridSourceRow &source) {
        auto *dialog = new GridSourceDialog(source, submitThrough(context().client), this);
        connect(dialog, &CommandDialog::taken, this, [this] { reload(); });
        dialog->open();
    });
    connect(m_sources, &SourcesPane::credentialsAsked, this,
            [this](const QString &source) { context().navigator.open(PageId::Settings, source); });
    connect(m_cleanHours, &CleanHoursPane::asked, this, &GridPage::askDepth);
    connect(m_tabs, &QTabWidget::currentChanged, this, &GridPage::askDepth);
    return m_tabs;
}

QWidget *GridPage::makeMapping()
{
    auto *pane = new QWidget(this);
    m_tester = new RegionTester(pane);
    m_mapping = new MappingPane(!context().readOnly, pane);
    auto *layout = new QHBoxLayout(pane);
    layout->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    layout->setSpacing(fontMetrics().height() * 2);
    layout->addWidget(m_mapping, 3);
    layout->addWidget(m_tester, 2);
    connect(m_tester, &RegionTester::looked, this, &GridPage::lookUp);
    connect(m_mapping, &MappingPane::testAsked, this, &GridPage::testMapping);
    connect(m_mapping, &MappingPane::saveAsked, this, [this](const engine::SetRegionMapping &mapping) {
        submit(mapping, [this, name = nameOf(mapping.region)](const engine::Outcome &) {
            messages().show(Tone::Good, tr("The names of %1 are saved. Refresh asks by them.").arg(name));
            reload();
        });
    });
    return pane;
}

void GridPage::refresh()
{
    ask([now = context().clock.now()](const engine::Engine &engine) { return lookAtGrid(engine, now); },
        [this](GridLook look) { showLook(std::move(look)); });
    // The names come from shipped tables and never change while the program runs.
    if (m_regionsAsked) return;
    m_regionsAsked = true;
    ask([](const engine::Engine &engine) { return engine.knownRegions(); },
        [this](const std::vector<RegionName> &regions) { m_tester->setKnownRegions(regions); });
}

void GridPage::showLook(GridLook look)
{
    const bool first = m_model->totalRows() == 0;
    m_look = std::move(look);
    if (first)
        for (std::size_t at = kDrawnAtFirst; at < m_look.rows.size(); ++at)
            m_hidden.insert(nameOf(m_look.rows[at].region));
    m_sources->show(m_look.sources, m_look.now);
    const auto troubled = std::ranges::count_if(m_look.sources, [](const engine::GridSourceRow &source) {
        return source.enabled && source.configured && !source.trouble.empty();
    });
    const int number = static_cast<int>(troubled);
    m_tabs->setTabText(0, number > 0 ? tr("Sources (%n in trouble)", nullptr, number) : tr("Sources"));
    mergeRows();
    if (first) m_table->sortByColumn(static_cast<int>(GridModel::Column::Intensity), Qt::DescendingOrder);
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted)) m_wanted.clear();
    if (m_table->currentKey().isEmpty()) chooseFirstDrawn(*m_table, *m_model);
    m_bars->show(m_look.rows, locale());
    askPictures();
    askDepth();
    enableActions();
}

std::vector<RegionName> GridPage::drawn() const
{
    if (m_chart->gridView().signals == GridView::Signals::Both) {
        const auto region = chosen();
        return region ? std::vector{*region} : std::vector<RegionName>{};
    }
    std::vector<RegionName> regions;
    for (const engine::GridRow &row : m_look.rows)
        if (!m_hidden.contains(nameOf(row.region))) regions.push_back(row.region);
    return regions;
}

std::optional<RegionName> GridPage::chosen() const
{
    const GridPlace *place = m_model->find(m_chosen);
    return place ? std::optional(place->row.region) : std::nullopt;
}

void GridPage::askPictures()
{
    const GridView view = m_chart->gridView();
    const std::vector<RegionName> regions = drawn();
    const std::vector<Signal> signals = signalsOf(m_chart->gridView());
    // Whole hours, so that the span stands still while live values come in.
    const Instant from = std::chrono::floor<std::chrono::hours>(m_look.now - view.past);
    const Instant until = std::chrono::ceil<std::chrono::hours>(m_look.now + view.ahead);
    if (regions.empty()) return showPictures({});
    // One question for each region: the engine has other things to do between them.
    struct Collected
    {
        Pictures pictures;
        std::size_t open = 0;
    };
    auto collected = std::make_shared<Collected>();
    collected->open = regions.size() * signals.size();
    for (const RegionName &region : regions)
        for (const Signal signal : signals)
            ask([region, signal, from,
                 until](const engine::Engine &engine) { return engine.gridPicture(region, signal, from, until); },
                [this, collected, view](Result<engine::GridPicture> picture) {
                    if (picture) collected->pictures.push_back(*std::move(picture));
                    // Of a view that was left meanwhile nothing is shown.
                    if (--collected->open == 0 && view == m_chart->gridView())
                        showPictures(std::move(collected->pictures));
                });
}

void GridPage::showPictures(Pictures pictures)
{
    const std::vector<Signal> signals = signalsOf(m_chart->gridView());
    const bool anything =
        std::ranges::any_of(pictures, [](const engine::GridPicture &picture) { return !picture.provider.empty(); });
    const auto advice = adviceOn(pictures, m_look.sources, signals.back(), m_look.now, locale());
    if (m_look.rows.empty()) {
        m_chart->showNothing(tr("No region is in use. Add a backend, or watch a region."), {});
    } else if (pictures.empty()) {
        m_chart->showNothing(m_chart->gridView().signals == GridView::Signals::Both
                                 ? tr("Choose a region in the table.")
                                 : tr("No region is ticked. Tick one in the table to draw it."),
                             {});
    } else if (!anything) {
        m_chart->showNothing(nothingText(m_look.sources, signals.back(), locale()), advice);
    } else {
        m_chart->show(std::move(pictures), m_chosen, advice);
    }
    mergeRows();
    enableActions();
}

void GridPage::mergeRows()
{
    using Signals = GridView::Signals;
    const Signals signals = m_chart->gridView().signals;
    m_model->setNow(m_look.now);
    m_model->merge(gridPlaces({m_look, m_chart->pictures(), m_hidden, signals != Signals::Marginal,
                               signals != Signals::Both, [this](int number) {
                                   return m_chart->colorAt(number);
                               }}));
}

void GridPage::choose(const QString &region)
{
    if (std::exchange(m_chosen, region) == region) return;
    if (m_chart->gridView().signals == GridView::Signals::Both)
        askPictures();
    else
        m_chart->choose(region);
    askDepth();
    enableActions();
}

void GridPage::askDepth()
{
    const auto region = chosen();
    if (!region) {
        m_cleanHours->showNothing(tr("Choose a region in the table."));
        m_mapping->showNothing(tr("Choose a region in the table."));
        return;
    }
    const CleanHoursQuestion question = m_cleanHours->question();
    const Signal signal = signalsOf(m_chart->gridView()).front();
    ask(
        [region = *region, question, signal, now = context().clock.now()](const engine::Engine &engine) {
            using std::chrono::hours;
            return CleanHoursAnswer{
                region,
                signal,
                engine.bestWindow(region, signal, hours{question.lengthHours}, now + hours{question.withinHours}),
                engine.windowDoctor(region, signal, question.beginHour, question.windowHours),
                engine.forecastErrors(region, signal),
                now};
        },
        [this](const CleanHoursAnswer &answer) {
            if (answer.region == chosen()) m_cleanHours->show(answer, locale());
        });
    ask([region = *region](const engine::Engine &engine) { return engine.gridMapping(region); },
        [this](const Result<engine::GridMappingRow> &mapping) {
            if (!mapping)
                m_mapping->showNothing(format::errorText(mapping.error()));
            else if (mapping->region == chosen())
                m_mapping->show(*mapping, m_look.sources);
        });
}

void GridPage::setShown(const QString &region, bool shown)
{
    shown ? void(m_hidden.remove(region)) : void(m_hidden.insert(region));
    QSettings().setValue(hiddenKey(), QStringList(m_hidden.cbegin(), m_hidden.cend()));
    mergeRows();
    askPictures();
}

void GridPage::askSources()
{
    if (std::exchange(m_asking, true)) return;
    enableActions();
    messages().show(Tone::Info, tr("Asking the sources…"));
    engine::GridQuery query;
    for (const engine::GridRow &row : m_look.rows)
        query.regions.push_back(row.region);
    query.signals = signalsOf(m_chart->gridView());
    query.questions = {grid::Question::Now, grid::Question::History, grid::Question::Forecast};
    query.history = std::min(m_chart->gridView().past, kMostHistory);
    query.horizon = m_chart->gridView().ahead;
    query.fresh = true;
    refreshGrid(context().client, std::move(query), this,
                [this](const Result<std::vector<engine::GridRefreshRow>> &answer) { showRefreshed(answer); });
}

void GridPage::showRefreshed(const Result<std::vector<engine::GridRefreshRow>> &answer)
{
    m_asking = false;
    if (answer) {
        const Advice said = refreshedAdvice(*answer);
        messages().show(said.tone, said.text);
        reload();
    } else {
        messages().showError(answer.error());
    }
    enableActions();
}

void GridPage::watchRegion()
{
    context().prompter.askText(this, tr("Watch a region"), tr("Cloud region, grid zone or country: DE, GB, us-east-1"),
                               tr("Watch"), [this](const QString &text) {
                                   const auto region = RegionName::parse(text.trimmed().toStdString());
                                   if (!region) return messages().showError(region.error());
                                   std::vector<RegionName> all = m_look.watched;
                                   if (std::ranges::find(all, *region) == all.end()) all.push_back(*region);
                                   m_wanted = nameOf(*region);
                                   setWatched(std::move(all), tr("%1 is watched now.").arg(m_wanted));
                               });
}

void GridPage::unwatchRegion()
{
    const auto region = chosen();
    if (!region || !m_unwatch->isEnabled()) return;
    std::vector<RegionName> rest = m_look.watched;
    std::erase(rest, *region);
    setWatched(std::move(rest), tr("%1 is no longer watched.").arg(nameOf(*region)));
}

void GridPage::setWatched(std::vector<RegionName> regions, const QString &done)
{
    submit(engine::WatchRegions{std::move(regions)}, [this, done](const engine::Outcome &) {
        messages().show(Tone::Good, done);
        reload();
    });
}

void GridPage::testMapping(const QString &source, const QString &zone)
{
    const auto region = chosen();
    if (!region) return;
    ui::testMapping(context().client, *region, source.toStdString(), zone.toStdString(), this,
                    [this, source](const Result<engine::MappingTestRow> &answer) {
                        const Instant now = context().clock.now();
                        if (answer) return m_mapping->showTest(*answer, now, locale());
                        m_mapping->showTest({.source = source.toStdString(), .detail = answer.error().detail}, now,
                                            locale());
                        messages().showError(answer.error());
                    });
}

void GridPage::lookUp(const QString &name)
{
    const auto region = RegionName::parse(name.toStdString());
    if (!region) return;
    ask([region = *region](const engine::Engine &engine) { return engine.lookUpRegion(region); },
        [this, name](const Result<engine::GridRow> &answer) { m_tester->showAnswer(name, answer); });
}

void GridPage::enableActions()
{
    enableAction(m_refresh, !m_asking && !m_look.rows.empty(),
                 m_asking ? tr("The sources are being asked") : tr("There is no region to ask about"));
    const GridPlace *place = m_model->find(m_chosen);
    enableAction(m_unwatch, place && place->watched,
                 place ? tr("%1 is here for its backends").arg(m_chosen) : tr("Select a region first"));
    const bool writer = bool(context().services.writeFile);
    const QString why = writer ? tr("The chart is empty") : tr("This program was built without a file writer");
    const bool drawn = m_chart && !m_chart->pictures().empty();
    enableAction(m_import, bool(context().services.readFile), tr("This program was built without a file reader"));
    for (QAction *action : {m_exportPng, m_exportSvg, m_exportCsv})
        enableAction(action, writer && drawn, why);
}

void GridPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < kNarrow * fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const Qt::Orientation wanted = narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_upper->orientation() == wanted) return;
    m_upper->setOrientation(wanted);
    const int table = narrow ? kTableShareBelow : kTableShare;
    m_upper->setSizes({table * 10, (100 - table) * 10});
}

void GridPage::showKey(const QString &key)
{
    if (!m_table->selectKey(key)) m_wanted = key;
}

} // namespace greenward::ui
