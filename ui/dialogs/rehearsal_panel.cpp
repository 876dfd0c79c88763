#include "ui/dialogs/rehearsal_panel.h"

#include "ui/format/error_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/models/cell_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace greenward::ui {
namespace {

constexpr std::array kSpans{7, 30, 90, 365};

Cell momentCell(const std::optional<Instant> &at)
{
    return at ? timeCell(at) : unknownCell(RehearsalPanel::tr("It would not have happened."));
}

std::vector<CellRow> figuresOf(const engine::Rehearsal &rehearsal)
{
    const engine::RehearsalEffect &was = rehearsal.asIs;
    const engine::RehearsalEffect &would = rehearsal.changed;
    std::vector<CellRow> rows;
    const auto add = [&rows](const QString &what, const Cell &before, const Cell &after) {
        rows.push_back({QString::number(rows.size()), {textCell(what), before, after}});
    };
    const auto waiting = [](milliseconds time) {
        return textCell(format::delay(time));
    };
    add(RehearsalPanel::tr("Operations recorded"), countCell(was.operations), countCell(would.operations));
    add(RehearsalPanel::tr("Delayed"), countCell(was.delayed), countCell(would.delayed));
    add(RehearsalPanel::tr("Rejected"), countCell(was.refused), countCell(would.refused));
    add(RehearsalPanel::tr("Waiting added"), waiting(was.waiting), waiting(would.waiting));
    add(RehearsalPanel::tr("CO₂e avoided"), carbonCell(was.avoided), carbonCell(would.avoided));
    add(RehearsalPanel::tr("Periods with rejections"), countCell(was.refusingPeriods),
        countCell(would.refusingPeriods));
    add(RehearsalPanel::tr("First delay"), momentCell(was.firstDelay), momentCell(would.firstDelay));
    add(RehearsalPanel::tr("First rejection"), momentCell(was.firstRefusal), momentCell(would.firstRefusal));
    return rows;
}

/// The answer in one sentence, for those who do not read tables.
QString verdictOf(const engine::Rehearsal &rehearsal)
{
    if (rehearsal.changed.operations == 0) return RehearsalPanel::tr("Nothing was recorded in this time.");
    return RehearsalPanel::tr("Of %1 recorded operation(s) this would have delayed %2 and rejected %3.", nullptr,
                              format::pluralOf(rehearsal.changed.operations))
        .arg(format::count(rehearsal.changed.operations), format::count(rehearsal.changed.delayed),
             format::count(rehearsal.changed.refused));
}

} // namespace

RehearsalPanel::RehearsalPanel(Rehearse rehearse, Changes changes, QWidget *parent)
    : QWidget(parent)
    , m_rehearse(std::move(rehearse))
    , m_changes(std::move(changes))
    , m_span(new QComboBox(this))
    , m_run(new QPushButton(tr("&Rehearse"), this))
    , m_verdict(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
    , m_figures(new CellModel({{QStringLiteral("what"), tr("On recorded history"), {}},
                               {QStringLiteral("asIs"), tr("As it is"), tr("Under the budget in force now"), true},
                               {QStringLiteral("changed"), tr("Changed"), tr("Under what is typed above"), true}},
                              this))
{
    setObjectName(QStringLiteral("rehearsalPanel"));
    m_run->setObjectName(QStringLiteral("rehearseButton"));
    m_run->setAutoDefault(false);
    m_verdict->setObjectName(QStringLiteral("rehearsalVerdictLabel"));
    m_span->setAccessibleName(tr("Time to rehearse"));
    m_span->setFocusPolicy(Qt::StrongFocus);
    for (const int days : kSpans)
        m_span->addItem(tr("the last %n day(s)", nullptr, days), days);
    m_span->setCurrentIndex(1);
    auto *table = new DataTable(QStringLiteral("rehearsal"), this);
    table->setObjectName(QStringLiteral("rehearsalTable"));
    table->setAccessibleName(tr("Rehearsal"));
    table->setRowModel(m_figures);
    table->setStretchColumn(QStringLiteral("what"));
    table->setMinimumHeight(fontMetrics().height() * 9);
    m_table = table;
    m_table->hide();
    auto *line = new QHBoxLayout;
    line->addWidget(new TextLabel(tr("What would this have done?"), TextRole::Section, TextLabel::Fit::Whole, this), 1);
    line->addWidget(m_span);
    line->addWidget(m_run);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_verdict);
    layout->addWidget(m_table, 1);
    connect(m_run, &QPushButton::clicked, this, &RehearsalPanel::run);
    clear(tr("Rehearse it on what was recorded before you save: nothing is changed by that."));
}

RehearsalPanel::~RehearsalPanel()
{
    m_stop.request_stop();
}

void RehearsalPanel::outdate()
{
    m_stop.request_stop();
    ++m_asked;
    m_run->setEnabled(true);
    if (!m_table->isHidden()) clear(tr("The change is another one now: rehearse it again."));
}

void RehearsalPanel::clear(const QString &why)
{
    m_table->hide();
    m_figures->merge({});
    m_verdict->setText(why);
}

void RehearsalPanel::run()
{
    std::vector<engine::SetBudget> changes = m_changes();
    if (changes.empty()) return clear(tr("There is no change yet that could be rehearsed."));
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_run->setEnabled(false);
    clear(tr("Rehearsing…"));
    m_rehearse(std::move(changes), std::chrono::hours{24} * m_span->currentData().toInt(), this, m_stop.get_token(),
               [this, asked = ++m_asked](const Result<engine::Rehearsal> &rehearsal) {
                   if (asked == m_asked) show(rehearsal);
               });
}

void RehearsalPanel::show(const Result<engine::Rehearsal> &rehearsal)
{
    m_run->setEnabled(true);
    if (!rehearsal) return clear(format::errorText(rehearsal.error()));
    m_figures->merge(figuresOf(*rehearsal));
    m_verdict->setText(verdictOf(*rehearsal));
    m_table->show();
    // The window grows by the table rather than squeezing what stands above it.
    layout()->activate();
    window()->resize(window()->size().expandedTo(window()->sizeHint()));
}

} // namespace greenward::ui
