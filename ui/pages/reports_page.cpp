#include "ui/pages/reports_page.h"

#include "core/engine/engine.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/models/cell_model.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/services.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QHBoxLayout>
#include <QPointer>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTimeZone>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

enum Preset { ThisMonth, LastMonth, ThisYear, LastYear, Custom };

Instant startOf(const QDate &day)
{
    return Instant{milliseconds{day.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch()}};
}

QDate today(const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(clock.now().time_since_epoch().count(), QTimeZone::utc()).date();
}

QString words(const std::string &text)
{
    return format::plain(text);
}

QString routeOf(const report::MigrationLine &line)
{
    QStringList sources;
    for (const BackendId &source : line.sources)
        sources.append(words(source.text()));
    return ReportsPage::tr("%1 to %2").arg(sources.join(QStringLiteral(", ")), words(line.target.text()));
}

} // namespace

ReportsPage::ReportsPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Reports, tr("Reports"), context, parent)
    , m_preset(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_to(new QDateEdit(this))
    , m_tenant(new QComboBox(this))
    , m_tabs(new QTabWidget(this))
    , m_tenants(new CellModel({{QStringLiteral("tenant"), tr("Tenant"), {}},
                               {QStringLiteral("emissions"), tr("Emissions, CO₂e"),
                                tr("Location-based, exact sum of what was recorded"), true},
                               {QStringLiteral("records"), tr("Records"), {}, true}},
                              this))
    , m_operations(new CellModel({{QStringLiteral("tenant"), tr("Tenant"), {}},
                                  {QStringLiteral("operation"), tr("Operation"), {}},
                                  {QStringLiteral("emissions"), tr("Emissions, CO₂e"), {}, true},
                                  {QStringLiteral("records"), tr("Records"), {}, true}},
                                 this))
    , m_migrations(new CellModel(
          {{QStringLiteral("batch"), tr("Batch"), {}, true},
           {QStringLiteral("tenant"), tr("Tenant"), {}},
           {QStringLiteral("route"), tr("From and to"), {}},
           {QStringLiteral("moved"), tr("Moved"), {}, true},
           {QStringLiteral("size"), tr("Size"), {}, true},
           {QStringLiteral("own"), tr("Own cost, CO₂e"), tr("Emitted by the move itself, booked to the tenant"), true},
           {QStringLiteral("net"), tr("Net saving, CO₂e"), tr("Estimated over the lifetime, own cost taken off"), true},
           {QStringLiteral("approved"), tr("Approved by"), {}}},
          this))
    , m_factors(new CellModel({{QStringLiteral("factor"), tr("Factor"), {}},
                               {QStringLiteral("value"), tr("Value"), {}, true},
                               {QStringLiteral("unit"), tr("Unit"), {}},
                               {QStringLiteral("vintage"), tr("Year"), {}},
                               {QStringLiteral("source"), tr("Source"), {}}},
                              this))
{
    header().setSubtitle(tr("Figures an auditor can trace to the operation"));
    addExports();
    makeScope();
    content().addWidget(makeTiles());
    const QString nothing = tr("Nothing was recorded in this period. Choose another one, or record usage.");
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeTable(m_tenants, QStringLiteral("report-tenants"), tr("Emissions by tenant"), nothing),
                   tr("Tenants"));
    m_tabs->addTab(makeTable(m_operations, QStringLiteral("report-operations"), tr("Emissions by operation"), nothing),
                   tr("Operations"));
    m_tabs->addTab(makeTable(m_migrations, QStringLiteral("report-migrations"), tr("Migrations"),
                             tr("No migration ended in this period.")),
                   tr("Migrations"));
    m_tabs->addTab(makeTable(m_factors, QStringLiteral("report-factors"), tr("Factors"),
                             tr("No backend is connected, so no factor is used.")),
                   tr("Factors and sources"));
    content().addWidget(m_tabs, 1);
    applyPreset();
    watch({engine::Area::Budgets, engine::Area::Batches});
}

ReportsPage::~ReportsPage() = default;

void ReportsPage::addExports()
{
    const auto add = [this](ReportFormat format, const QString &suffix, const QString &text, const QString &filter) {
        QAction *action =
            addPageAction(QStringLiteral("export"), text, {}, false, [=, this] { exportAs(format, suffix, filter); });
        action->setObjectName(QStringLiteral("export_") + suffix);
        m_exports.append(action);
        return action;
    };
    setPrimaryAction(add(ReportFormat::Pdf, QStringLiteral("pdf"), tr("Export PDF…"), tr("PDF documents (*.pdf)")));
    addHeaderAction(add(ReportFormat::Csv, QStringLiteral("csv"), tr("CSV…"), tr("CSV tables (*.csv)")));
    addHeaderAction(add(ReportFormat::Json, QStringLiteral("json"), tr("JSON…"), tr("JSON documents (*.json)")));
}

void ReportsPage::makeScope()
{
    m_preset->setObjectName(QStringLiteral("periodComboBox"));
    m_preset->addItems({tr("This month"), tr("Last month"), tr("This year"), tr("Last year"), tr("From and to")});
    m_tenant->setObjectName(QStringLiteral("tenantComboBox"));
    m_tenant->addItem(tr("All tenants"));
    auto *line = new QHBoxLayout;
    line->setSpacing(grid(this, 1));
    const auto addField = [&](const QString &caption, QWidget *field) {
        auto *label = new TextLabel(caption, TextRole::Caption, TextLabel::Fit::Whole, this);
        label->setBuddy(field);
        field->setAccessibleName(caption);
        line->addWidget(label);
        line->addWidget(field);
    };
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        edit->setFocusPolicy(Qt::StrongFocus);
        connect(edit, &QDateEdit::dateChanged, this, [this] { makeReport(); });
    }
    m_from->setObjectName(QStringLiteral("fromDateEdit"));
    m_to->setObjectName(QStringLiteral("toDateEdit"));
    addField(tr("Period"), m_preset);
    addField(tr("From"), m_from);
    addField(tr("to and with (UTC)"), m_to);
    addField(tr("Scope"), m_tenant);
    line->addStretch(1);
    content().addLayout(line);
    connect(m_preset, &QComboBox::activated, this, [this] { applyPreset(); });
    connect(m_tenant, &QComboBox::activated, this, [this] { makeReport(); });
}

QWidget *ReportsPage::makeTiles()
{
    auto *tiles = new QWidget(this);
    auto *line = new QHBoxLayout(tiles);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(grid(this, 1.5));
    const auto addTile = [&](const QString &name, const QString &caption, PageId leadsTo) {
        auto *tile = new StatTile(caption, tiles);
        tile->setObjectName(name);
        connect(tile, &QAbstractButton::clicked, this, [this, leadsTo] { context().navigator.open(leadsTo); });
        line->addWidget(tile, 1);
        return tile;
    };
    m_total = addTile(QStringLiteral("totalTile"), tr("Emissions, location-based"), PageId::Budgets);
    m_moves = addTile(QStringLiteral("ownCostTile"), tr("Of it, own cost of moves"), PageId::Tiering);
    m_moved = addTile(QStringLiteral("movedTile"), tr("Moved to cleaner storage"), PageId::Tiering);
    m_saved = addTile(QStringLiteral("netSavingTile"), tr("Net saving of these moves"), PageId::Tiering);
    return tiles;
}

DataTable *ReportsPage::makeTable(CellModel *model, const QString &layoutName, const QString &accessibleName,
                                  const QString &why)
{
    auto *table = new DataTable(layoutName, this);
    table->setObjectName(layoutName + QStringLiteral("-table"));
    table->setAccessibleName(accessibleName);
    table->setRowModel(model);
    table->setColumnWidth(QStringLiteral("tenant"), 28);
    table->setColumnWidth(QStringLiteral("operation"), 24);
    table->setColumnWidth(QStringLiteral("emissions"), 20);
    table->setColumnWidth(QStringLiteral("route"), 30);
    table->setColumnWidth(QStringLiteral("own"), 18);
    table->setColumnWidth(QStringLiteral("net"), 18);
    table->setColumnWidth(QStringLiteral("factor"), 34);
    table->setColumnWidth(QStringLiteral("unit"), 20);
    for (const QString &stretched : {QStringLiteral("source"), QStringLiteral("approved")})
        table->setStretchColumn(stretched);
    table->setEmptyState(new EmptyState(QStringLiteral("reports"), accessibleName, why));
    return table;
}

void ReportsPage::applyPreset()
{
    const QDate day = today(context().clock);
    const QDate month(day.year(), day.month(), 1);
    QDate from = m_from->date();
    QDate to = m_to->date();
    switch (static_cast<Preset>(m_preset->currentIndex())) {
    case ThisMonth:
        from = month;
        to = month.addMonths(1).addDays(-1);
        break;
    case LastMonth:
        from = month.addMonths(-1);
        to = month.addDays(-1);
        break;
    case ThisYear:
        from = QDate(day.year(), 1, 1);
        to = QDate(day.year(), 12, 31);
        break;
    case LastYear:
        from = QDate(day.year() - 1, 1, 1);
        to = QDate(day.year() - 1, 12, 31);
        break;
    case Custom:
        break;
    }
    const bool custom = m_preset->currentIndex() == Custom;
    {
        const QSignalBlocker quietFrom(m_from);
        const QSignalBlocker quietTo(m_to);
        m_from->setDate(from);
        m_to->setDate(to);
    }
    m_from->setEnabled(custom);
    m_to->setEnabled(custom);
    if (isVisible()) makeReport();
}

void ReportsPage::refresh()
{
    ask([](const engine::Engine &engine) { return engine.budgets(); },
        [this](const std::vector<engine::BudgetRow> &rows) {
            const QString chosen = m_tenant->currentData().toString();
            m_tenant->clear();
            m_tenant->addItem(tr("All tenants"));
            for (const engine::BudgetRow &row : rows)
                m_tenant->addItem(words(row.tenant.text()), QString::fromStdString(row.tenant.text()));
            m_tenant->setCurrentIndex(std::max(0, m_tenant->findData(chosen)));
        });
    makeReport();
}

void ReportsPage::makeReport()
{
    if (m_to->date() < m_from->date()) {
        messages().show(Tone::Critical, tr("The period ends before it begins: choose a last day that is not before %1.")
                                            .arg(m_from->date().toString(Qt::ISODate)));
        return;
    }
    engine::ReportQuery query{startOf(m_from->date()), startOf(m_to->date().addDays(1)), std::nullopt};
    const QString tenant = m_tenant->currentData().toString();
    if (!tenant.isEmpty())
        if (const auto id = TenantId::parse(tenant.toStdString())) query.tenant = *id;
    ask([query](const engine::Engine &engine) { return engine.report(query); },
        [this, number = ++m_wanted](const Result<report::Report> &made) {
            if (number == m_wanted) showReport(made);
        });
}

void ReportsPage::showReport(const Result<report::Report> &made)
{
    for (QAction *action : std::as_const(m_exports))
        enableAction(action, made.has_value() && bool(context().services.exportReport),
                     tr("There is no report to export"));
    if (!made) {
        m_report.reset();
        messages().showError(made.error());
        return;
    }
    m_report = std::make_unique<report::Report>(*made);
    const report::Totals &totals = made->totals;
    m_total->show(format::carbon(totals.locationBased),
                  tr("%1 record(s); market-based: not available", nullptr, format::pluralOf(totals.records))
                      .arg(format::count(totals.records)));
    m_moves->show(format::carbon(totals.migration), tr("booked to the tenants' budgets"));
    m_moved->show(format::dataSize(totals.movedSize), format::objects(totals.movedObjects));
    m_saved->show(format::carbon(totals.netSaving), tr("estimated over their lifetime"));
    showTables(*made);
}

void ReportsPage::showTables(const report::Report &made)
{
    std::vector<CellRow> rows;
    for (const report::TenantLine &line : made.tenants)
        rows.push_back({words(line.tenant.text()),
                        {textCell(words(line.tenant.text())), carbonCell(line.emissions), countCell(line.records)}});
    m_tenants->merge(rows);
    rows.clear();
    for (const report::OperationLine &line : made.operations)
        rows.push_back({words(line.tenant.text()) + u'/' + words(line.operation),
                        {textCell(words(line.tenant.text())), textCell(words(line.operation)),
                         carbonCell(line.emissions), countCell(line.records)}});
    m_operations->merge(rows);
    rows.clear();
    for (const report::MigrationLine &line : made.migrations)
        rows.push_back({QString::number(number(line.batch)),
                        {countCell(static_cast<std::uint64_t>(number(line.batch))), textCell(words(line.tenant.text())),
                         textCell(routeOf(line)), countCell(line.moved), sizeCell(line.movedSize),
                         carbonCell(line.booked), carbonCell(line.netSaving), textCell(words(line.approvedBy))}});
    m_migrations->merge(rows);
    rows.clear();
    for (const report::Factor &factor : made.factors)
        rows.push_back({words(factor.name + factor.source),
                        {textCell(words(factor.name), words(factor.basis)), textCell(words(factor.value)),
                         textCell(words(factor.unit)), textCell(words(factor.vintage)),
                         textCell(words(factor.source), words(factor.source + "\n" + factor.licence))}});
    m_factors->merge(rows);
}

void ReportsPage::exportAs(ReportFormat format, const QString &suffix, const QString &filter)
{
    const QString proposal = QDir::home().filePath(
        QStringLiteral("greenward-%1-%2.%3")
            .arg(m_from->date().toString(Qt::ISODate), m_to->date().toString(Qt::ISODate), suffix));
    context().prompter.askSaveFile(this, tr("Export report"), proposal, filter, [this, format](const QString &path) {
        if (!m_report) return; // it changed while the question was open
        context().services.exportReport(*m_report, format, path,
                                        [self = QPointer(this), path](const Result<void> &done) {
                                            if (!self) return;
                                            if (done)
                                                self->messages().show(Tone::Good, tr("Report written to %1").arg(path));
                                            else
                                                self->messages().showError(done.error());
                                        });
    });
}

} // namespace greenward::ui
