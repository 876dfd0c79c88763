#include "ui/pages/grid/sources_pane.h"

#include "ui/format/grid_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/models/cell_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QSplitter>

#include <algorithm>

namespace greenward::ui {
namespace {

using Source = engine::GridSourceRow;

/// Recorded signals come from files.
bool asksNobody(const Source &source)
{
    return source.url.empty() && source.defaultUrl.empty() && source.configured;
}

CellRow sourceRow(const Source &source, Instant now)
{
    const format::Sign sign = format::sourceSign(source);
    Cell problem = source.trouble.empty()
                       ? unknownCell(SourcesPane::tr("The last request went well, or none was made"))
                       : textCell(format::troubleWords(source.trouble).what, format::plain(source.problem));
    return {QString::fromStdString(source.id),
            {textCell(format::plain(source.name)),
             signCell(sign, format::sourceNext(source)),
             textCell(format::signalsText(source.signals)),
             {.text = QString::number(source.priority), .sort = source.priority},
             asksNobody(source) ? unknownCell(SourcesPane::tr("It is not asked over the network"))
                                : Cell{.text = QString::number(source.requestsLeft), .sort = source.requestsLeft},
             ageCell(source.lastSuccess, now, SourcesPane::tr("It has not answered since the program started")),
             std::move(problem)}};
}

CellRow refusalRow(const Source::Refusal &refusal, std::size_t at, Instant now)
{
    return {QString::number(at),
            {textCell(format::plain(refusal.zone)), textCell(format::questionText(refusal.question)),
             textCell(format::signalText(refusal.signal)),
             textCell(format::troubleWords(refusal.trouble).what, format::plain(refusal.detail)),
             ageCell(refusal.at, now)}};
}

QString credentialText(const Source &source)
{
    if (source.credentials.empty()) return SourcesPane::tr("needs no credentials");
    QStringList words;
    for (const Source::Field &field : source.credentials) {
        QString state;
        switch (field.state) {
        case grid::CredentialState::Saved:
            state = SourcesPane::tr("saved");
            break;
        case grid::CredentialState::Locked:
            state = SourcesPane::tr("locked");
            break;
        case grid::CredentialState::NotSaved:
            state = SourcesPane::tr("not saved");
            break;
        case grid::CredentialState::NoKeychain:
            state = SourcesPane::tr("no keychain");
            break;
        }
        words << SourcesPane::tr("%1: %2").arg(format::plain(field.name), state);
    }
    return words.join(SourcesPane::tr(", "));
}

QString factsText(const Source &source)
{
    QStringList facts{format::signalsText(source.signals)};
    facts << (source.url.empty() ? SourcesPane::tr("asked at no address") : format::plain(source.url));
    facts << credentialText(source);
    facts << SourcesPane::tr("%n request(s) since the start", nullptr, format::pluralOf(source.asked));
    facts << SourcesPane::tr("an answer counts for %1").arg(format::duration(source.cacheFor));
    if (!source.licence.empty()) facts << SourcesPane::tr("licence: %1").arg(format::plain(source.licence));
    return facts.join(QStringLiteral(" · "));
}

} // namespace

SourcesPane::SourcesPane(bool mayChange, QWidget *parent)
    : QWidget(parent)
    , m_mayChange(mayChange)
    , m_model(new CellModel(
          {{QStringLiteral("source"), tr("Source"), {}},
           {QStringLiteral("state"), tr("State"), tr("Whether it can be asked and answers")},
           {QStringLiteral("signals"), tr("Signals"), tr("Which kinds of figures it has"), false, true},
           {QStringLiteral("priority"), tr("Priority"), tr("Lower ones are asked first"), true, true},
           {QStringLiteral("left"), tr("Left"), tr("Requests left of our own budget for this source, now"), true},
           {QStringLiteral("answered"), tr("Last answer"), {}},
           {QStringLiteral("problem"), tr("Last problem"), {}}},
          this))
    , m_table(new DataTable(QStringLiteral("grid-sources"), this))
{
    m_table->setObjectName(QStringLiteral("sourcesTable"));
    m_table->setAccessibleName(tr("Sources of grid data"));
    m_table->setRowModel(m_model);
    m_table->setColumnWidth(QStringLiteral("source"), 18);
    m_table->setColumnWidth(QStringLiteral("state"), 21);
    m_table->setColumnWidth(QStringLiteral("left"), 6);
    m_table->setColumnWidth(QStringLiteral("answered"), 12);
    m_table->setStretchColumn(QStringLiteral("problem"));
    m_table->setEmptyState(new EmptyState(QStringLiteral("grid"), tr("No source is built in"),
                                          tr("This program was started without any source of grid data.")));
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(makeDetail());
    constexpr int kTableShare = 62;
    split->setSizes({kTableShare * 10, (100 - kTableShare) * 10});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(split);
    connect(m_table, &DataTable::currentKeyChanged, this, &SourcesPane::showCurrent);
    showCurrent();
}

QWidget *SourcesPane::makeDetail()
{
    auto *pane = new QWidget(this);
    m_title = new TextLabel(TextRole::Section, TextLabel::Fit::Elide, pane);
    m_next = new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, pane);
    m_next->setObjectName(QStringLiteral("sourceNextLabel"));
    m_facts = new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, pane);
    m_refusals = new CellModel({{QStringLiteral("zone"), tr("Zone"), {}},
                                {QStringLiteral("question"), tr("Asked for"), {}},
                                {QStringLiteral("signal"), tr("Signal"), {}},
                                {QStringLiteral("why"), tr("Refused because"), {}},
                                {QStringLiteral("at"), tr("When"), {}}},
                               this);
    m_refusalTable = new DataTable(QStringLiteral("grid-refusals"), pane);
    m_refusalTable->setObjectName(QStringLiteral("refusalsTable"));
    m_refusalTable->setAccessibleName(tr("What the source refused, by zone"));
    m_refusalTable->setRowModel(m_refusals);
    m_refusalTable->setStretchColumn(QStringLiteral("why"));
    m_refusalTable->setEmptyState(new EmptyState(QStringLiteral("ok"), tr("Nothing was refused"),
                                                 tr("What your account may not ask is listed here, by zone.")));
    m_switch = new ActionButton(tr("Switch on"), ActionButton::Look::Normal, pane);
    m_switch->setObjectName(QStringLiteral("switchSourceButton"));
    m_edit = new ActionButton(tr("Edit…"), ActionButton::Look::Normal, pane);
    m_edit->setObjectName(QStringLiteral("editSourceButton"));
    m_credentials = new ActionButton(tr("Credentials…"), ActionButton::Look::Normal, pane);
    m_credentials->setObjectName(QStringLiteral("sourceCredentialsButton"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_switch);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_credentials);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_next);
    layout->addWidget(m_facts);
    layout->addLayout(buttons);
    layout->addWidget(m_refusalTable, 1);
    connect(m_switch, &ActionButton::clicked, this, [this] {
        if (const Source *source = current())
            Q_EMIT changeAsked(engine::SetGridSource{.id = source->id, .enabled = !source->enabled});
    });
    connect(m_edit, &ActionButton::clicked, this, [this] {
        if (const Source *source = current()) Q_EMIT editAsked(*source);
    });
    connect(m_credentials, &ActionButton::clicked, this, [this] {
        if (const Source *source = current()) Q_EMIT credentialsAsked(QString::fromStdString(source->id));
    });
    return pane;
}

void SourcesPane::show(std::vector<engine::GridSourceRow> sources, Instant now)
{
    m_sources = std::move(sources);
    m_now = now;
    std::vector<CellRow> rows;
    for (const Source &source : m_sources)
        rows.push_back(sourceRow(source, now));
    const bool first = m_model->totalRows() == 0;
    m_model->merge(std::move(rows));
    if (first) m_table->sortByColumn(3, Qt::AscendingOrder);
    if (m_table->currentKey().isEmpty() && !m_sources.empty()) {
        // One that needs somebody, if there is one.
        const auto troubled = std::ranges::find_if(
            m_sources, [](const Source &source) { return source.enabled && !source.trouble.empty(); });
        m_table->selectKey(QString::fromStdString(troubled == m_sources.end() ? m_sources.front().id : troubled->id));
    }
    showCurrent();
}

const engine::GridSourceRow *SourcesPane::current() const
{
    const auto found = std::ranges::find(m_sources, m_table->currentKey().toStdString(), &Source::id);
    return found == m_sources.end() ? nullptr : &*found;
}

void SourcesPane::showCurrent()
{
    const Source *source = current();
    m_title->setText(source ? format::plain(source->name) : QString());
    m_facts->setText(source ? factsText(*source) : QString());
    const QString next = source ? format::sourceNext(*source) : QString();
    m_next->setText(next.isEmpty() && source ? tr("All is well.") : next);
    m_switch->setText(source && source->enabled ? tr("Switch off") : tr("Switch on"));
    m_switch->setEnabled(source && m_mayChange);
    m_edit->setEnabled(source && m_mayChange);
    m_credentials->setVisible(source && !source->credentials.empty());
    std::vector<CellRow> rows;
    if (source)
        for (std::size_t at = 0; at < source->refusals.size(); ++at)
            // Without credentials every zone is refused alike; that is said once, above.
            if (source->refusals[at].trouble != "no_credentials")
                rows.push_back(refusalRow(source->refusals[at], at, m_now));
    m_refusals->merge(std::move(rows));
}

} // namespace greenward::ui
