#include "ui/pages/overview_page.h"

#include "core/engine/engine.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/format/words.h"
#include "ui/pages/first_start.h"
#include "ui/shell/services.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/link_list.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/stat_tile.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>
#include <iterator>
#include <set>

namespace greenward::ui {
namespace {

/// What fits a card without scrolling; the page behind it shows all.
constexpr std::size_t kMostRows = 6;

double fractionOf(Percent percent)
{
    return static_cast<double>(percent.millionths()) / 1e8;
}

GaugeValue gaugeOf(const engine::BudgetRow &row)
{
    GaugeValue gauge;
    if (row.fill) gauge.used = fractionOf(*row.fill);
    if (row.projected && row.limit && row.limit->micrograms() > 0)
        gauge.projected =
            static_cast<double>(row.projected->micrograms()) / static_cast<double>(row.limit->micrograms());
    gauge.soft = fractionOf(row.soft);
    gauge.hard = fractionOf(row.hard);
    gauge.text = format::percent(row.fill);
    const format::Sign sign = format::levelSign(row);
    gauge.word = sign.word;
    gauge.tone = sign.tone;
    return gauge;
}

template<typename Row, typename Make>
std::vector<LinkRow> firstRows(const std::vector<Row> &rows, Make make)
{
    std::vector<LinkRow> links;
    for (std::size_t at = 0; at < std::min(rows.size(), kMostRows); ++at)
        links.push_back(make(rows[at]));
    return links;
}

bool isConnected(const engine::BackendRow &row)
{
    return row.scored.spec.driver != DriverKind::Profile;
}

/// Tenants with a limit, the fullest first; as many as the card shows.
std::vector<engine::BudgetRow> fullestFirst(std::vector<engine::BudgetRow> rows)
{
    std::erase_if(rows, [](const engine::BudgetRow &row) { return !row.fill; });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const engine::BudgetRow &a, const engine::BudgetRow &b) { return *a.fill > *b.fill; });
    if (rows.size() > kMostRows) rows.erase(rows.begin() + kMostRows, rows.end());
    return rows;
}

/// The regions something of ours stands in; those of presets are only to be compared with.
std::vector<engine::GridRow> regionsInUse(const engine::Overview &overview)
{
    std::set<RegionName> ours;
    for (const engine::BackendRow &row : overview.backends)
        if (isConnected(row)) ours.insert(row.scored.spec.region);
    std::vector<engine::GridRow> rows;
    std::copy_if(overview.grid.begin(), overview.grid.end(), std::back_inserter(rows),
                 [&ours](const engine::GridRow &row) { return ours.contains(row.region); });
    return rows;
}

} // namespace

/// One answer of the engine, so that all of it is of the same moment.
struct OverviewPage::Picture
{
    engine::Overview overview;
    std::vector<engine::BudgetRow> budgets;
};

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Overview, tr("Overview"), context, parent)
    , m_stack(new QStackedWidget)
{
    // Here and not among the members: both fill members of their own.
    m_firstStart = makeFirstStart();
    m_picture = makePicture();
    m_stack->addWidget(m_picture);
    m_stack->addWidget(m_firstStart);
    content().addWidget(m_stack, 1);
    using engine::Area;
    watch({Area::Budgets, Area::Backends, Area::Grid, Area::Batches, Area::Scans, Area::Status});
}

QWidget *OverviewPage::makeFirstStart()
{
    auto *start = new FirstStart(!context().readOnly, bool(context().services.openSampleEstate));
    connect(start, &FirstStart::addBackendAsked, this,
            [this] { context().navigator.open(PageId::Placement, kAddKey); });
    connect(start, &FirstStart::sampleAsked, this, [this] { context().services.openSampleEstate(); });
    return start;
}

QWidget *OverviewPage::makePicture()
{
    auto *picture = new QWidget;
    auto *layout = new QVBoxLayout(picture);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid(this, 2));
    m_tiles = new QGridLayout;
    m_tiles->setSpacing(grid(this, 1.5));
    layout->addLayout(m_tiles);
    const auto addTile = [this](const QString &name, const QString &caption, PageId leadsTo) {
        auto *tile = new StatTile(caption);
        tile->setObjectName(name);
        connect(tile, &QAbstractButton::clicked, this, [this, leadsTo] { context().navigator.open(leadsTo); });
        m_allTiles.push_back(tile);
        return tile;
    };
    m_nearTile = addTile(QStringLiteral("nearLimitTile"), tr("Tenants near their limit"), PageId::Budgets);
    m_pendingTile = addTile(QStringLiteral("pendingTile"), tr("Waiting for approval"), PageId::Tiering);
    m_savedTile = addTile(QStringLiteral("savedTile"), tr("Saved by moves, per year"), PageId::Reports);
    m_costTile = addTile(QStringLiteral("costTile"), tr("Own cost of all moves"), PageId::Reports);
    m_sourcesTile = addTile(QStringLiteral("sourcesTile"), tr("Grid regions in use"), PageId::Grid);

    m_cards = new QGridLayout;
    m_cards->setSpacing(grid(this, 2));
    layout->addLayout(m_cards);
    layout->addStretch(1);
    const auto addCard = [this](const QString &heading, PageId leadsTo) {
        auto *card = new Card(heading);
        auto *list = new LinkList;
        card->setHoldsLines(true);
        card->body().addWidget(list);
        card->body().addStretch(1);
        connect(list, &LinkList::activated, this,
                [this, leadsTo](const QString &key) { context().navigator.open(leadsTo, key); });
        m_allCards.push_back(card);
        return list;
    };
    m_near = addCard(tr("Closest to their limit"), PageId::Budgets);
    m_grid = addCard(tr("Grid intensity now"), PageId::Grid);
    m_batches = addCard(tr("Waiting for your approval"), PageId::Tiering);
    m_backends = addCard(tr("Backends"), PageId::Placement);

    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(picture);
    arrange();
    return scroll;
}

void OverviewPage::refresh()
{
    ask(
        [](const engine::Engine &engine) {
            return Picture{engine.overview(), fullestFirst(engine.budgets())};
        },
        [this](const Picture &picture) { show(picture); });
}

void OverviewPage::show(const Picture &picture)
{
    const engine::Overview &overview = picture.overview;
    const auto connected = std::count_if(overview.backends.begin(), overview.backends.end(), isConnected);
    const bool empty = connected == 0 && overview.tenants == 0 && overview.budgeted == 0;
    m_stack->setCurrentWidget(empty ? m_firstStart : m_picture);
    header().setVisible(!empty);
    if (empty) return;
    header().setSubtitle(tr("%1 and %2")
                             .arg(tr("%n tenant(s)", nullptr, static_cast<int>(overview.tenants)),
                                  tr("%n connected backend(s)", nullptr, static_cast<int>(connected))));
    showTiles(overview);
    showBudgets(picture);
    showGrid(overview);
    showBatches(overview);
    showBackends(overview);
}

void OverviewPage::showTiles(const engine::Overview &overview)
{
    const auto atHard = std::count_if(overview.nearLimit.begin(), overview.nearLimit.end(),
                                      [](const engine::BudgetRow &row) { return row.level == ThrottleLevel::Hard; });
    if (overview.budgeted == 0) {
        m_nearTile->showUnknown(tr("No tenant has a budget yet"));
    } else if (overview.nearLimit.empty()) {
        m_nearTile->show(format::count(0), tr("of %n, all within budget", nullptr, static_cast<int>(overview.budgeted)),
                         Tone::Good);
    } else {
        m_nearTile->show(format::count(overview.nearLimit.size()),
                         atHard > 0 ? tr("%n stopped at the limit", nullptr, static_cast<int>(atHard))
                                    : tr("of %n, being slowed down", nullptr, static_cast<int>(overview.budgeted)),
                         atHard > 0 ? Tone::Critical : Tone::Warning);
    }
    if (overview.pending.empty()) {
        m_pendingTile->show(format::count(0), tr("Nothing waits for you"), Tone::Good);
    } else {
        GramsCO2e saving;
        for (const engine::BatchRow &batch : overview.pending)
            saving = saving + batch.figures.netSaving;
        m_pendingTile->show(format::count(overview.pending.size()), tr("would save %1").arg(format::carbon(saving)),
                            Tone::Warning);
    }
    if (overview.movedObjects == 0) {
        m_savedTile->showUnknown(tr("No move has been completed yet"));
        m_costTile->showUnknown(tr("No move has been completed yet"));
    } else {
        m_savedTile->show(format::carbon(overview.savedPerYear), tr("estimated, CO₂e"));
        m_costTile->show(format::carbon(overview.ownCost),
                         tr("for %1 moved").arg(format::dataSize(overview.movedSize)));
    }
    const std::vector<engine::GridRow> inUse = regionsInUse(overview);
    const auto defaults = std::count_if(inUse.begin(), inUse.end(), [](const engine::GridRow &row) {
        return row.figure.origin == Origin::ConfiguredDefault;
    });
    const auto stale = std::count_if(inUse.begin(), inUse.end(),
                                     [](const engine::GridRow &row) { return row.figure.origin == Origin::LastKnown; });
    const QString regions = format::count(inUse.size());
    if (inUse.empty()) {
        m_sourcesTile->showUnknown(tr("No region is in use yet"));
    } else if (defaults > 0) {
        m_sourcesTile->show(regions, tr("%n on the default figure", nullptr, static_cast<int>(defaults)),
                            Tone::Warning);
    } else if (stale > 0) {
        m_sourcesTile->show(regions, tr("%n not fresh", nullptr, static_cast<int>(stale)), Tone::Warning);
    } else {
        m_sourcesTile->show(regions, tr("all from published figures"), Tone::Good);
    }
}

void OverviewPage::showBudgets(const Picture &picture)
{
    m_near->setRows(
        firstRows(picture.budgets,
                  [](const engine::BudgetRow &row) {
                      LinkRow link;
                      const format::Sign sign = format::levelSign(row);
                      link.key = QString::fromStdString(row.tenant.text());
                      link.iconName = sign.icon;
                      link.tone = sign.tone;
                      link.title = format::plain(row.tenant.text());
                      link.detail =
                          tr("%1: %2 of %3").arg(sign.word, format::carbon(row.used), format::carbon(row.limit));
                      link.gauge = gaugeOf(row);
                      return link;
                  }),
        tr("Give a tenant a carbon budget on the Budgets page."));
}

void OverviewPage::showGrid(const engine::Overview &overview)
{
    std::vector<engine::GridRow> rows = regionsInUse(overview);
    std::stable_sort(rows.begin(), rows.end(), [](const engine::GridRow &a, const engine::GridRow &b) {
        return a.figure.value < b.figure.value;
    });
    m_grid->setRows(firstRows(rows,
                              [](const engine::GridRow &row) {
                                  LinkRow link;
                                  const format::Sign sign = format::figureSign(row.figure);
                                  link.key = QString::fromStdString(row.region.text());
                                  link.iconName = sign.icon;
                                  link.tone = sign.tone;
                                  link.title = row.place.empty() ? format::plain(row.region.text())
                                                                 : tr("%1 – %2").arg(format::plain(row.region.text()),
                                                                                     format::plain(row.place));
                                  link.detail =
                                      row.figure.year
                                          ? tr("%1, %2 of %3")
                                                .arg(sign.word, format::originText(row.figure.origin),
                                                     QString::number(*row.figure.year))
                                          : tr("%1, %2").arg(sign.word, format::originText(row.figure.origin));
                                  link.value = format::intensity(row.figure.value);
                                  return link;
                              }),
                    tr("Regions appear with the first backend."));
}

void OverviewPage::showBatches(const engine::Overview &overview)
{
    m_batches->setRows(
        firstRows(overview.pending,
                  [](const engine::BatchRow &row) {
                      LinkRow link;
                      link.key = QString::number(number(row.id));
                      link.iconName = QStringLiteral("plan");
                      link.tone = Tone::Warning;
                      link.title =
                          tr("Batch %1: %2 to %3")
                              .arg(link.key, format::plain(row.tenant.text()), format::plain(row.target.text()));
                      link.detail =
                          tr("%1 in %2").arg(format::dataSize(row.figures.size), format::objects(row.figures.objects));
                      link.value = tr("saves %1").arg(format::carbon(row.figures.netSaving));
                      if (row.figures.breakEvenDays)
                          link.valueDetail =
                              tr("pays back in %n day(s)", nullptr, static_cast<int>(*row.figures.breakEvenDays));
                      return link;
                  }),
        tr("Plan a batch on the Tiering page; it appears here until somebody decides."));
}

void OverviewPage::showBackends(const engine::Overview &overview)
{
    std::vector<engine::BackendRow> connected;
    std::copy_if(overview.backends.begin(), overview.backends.end(), std::back_inserter(connected), isConnected);
    const Instant now = context().clock.now();
    m_backends->setRows(firstRows(connected,
                                  [now](const engine::BackendRow &row) {
                                      LinkRow link;
                                      const format::Sign sign = format::healthSign(row);
                                      link.key = QString::fromStdString(row.scored.spec.id.text());
                                      link.iconName = row.health ? sign.icon : QStringLiteral("backend");
                                      link.tone = sign.tone;
                                      link.title = format::plain(row.scored.spec.id.text());
                                      const QString scanned =
                                          row.scanning    ? tr("scanning now")
                                          : row.scannedAt ? tr("scanned %1").arg(format::age(*row.scannedAt, now))
                                                          : tr("never scanned");
                                      link.detail = tr("%1, %2").arg(sign.word, scanned);
                                      link.value = tr("score %1").arg(format::score(row.scored.score.total));
                                      link.valueDetail =
                                          tr("%1 in %2").arg(format::dataSize(row.size), format::objects(row.objects));
                                      return link;
                                  }),
                        tr("Add a backend on the Placement page."));
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void OverviewPage::arrange()
{
    const int character = fontMetrics().averageCharWidth();
    // Five tiles side by side, or three above two, or in pairs: rows are always full.
    const int fitting = (width() - 2 * grid(this, 3)) / (character * 29);
    const int tileColumns = fitting >= 5 ? 5 : (fitting >= 3 ? 3 : 2);
    const int cardColumns = width() < character * 110 ? 1 : 2;
    if (tileColumns != m_tileColumns) {
        m_tileColumns = tileColumns;
        const int whole = 30; // divisible by 5, 3 and 2
        int row = 0;
        int column = 0;
        int left = static_cast<int>(m_allTiles.size());
        for (StatTile *tile : m_allTiles) {
            const int inRow = std::min(tileColumns, left + column);
            const int span = whole / inRow;
            m_tiles->addWidget(tile, row, column * span, 1, span);
            --left;
            if (++column == inRow) {
                column = 0;
                ++row;
            }
        }
    }
    if (cardColumns != m_cardColumns) {
        m_cardColumns = cardColumns;
        for (int at = 0; at < static_cast<int>(m_allCards.size()); ++at)
            m_cards->addWidget(m_allCards[static_cast<std::size_t>(at)], at / cardColumns, at % cardColumns);
        m_cards->setColumnStretch(0, 1);
        m_cards->setColumnStretch(1, cardColumns > 1 ? 1 : 0);
    }
}

} // namespace greenward::ui
