#include "ui/pages/placement/recompute_panel.h"

#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"
#include "ui/models/cell_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <functional>

namespace greenward::ui {
namespace {

using Figure = std::function<QString(const placement::Candidate &)>;

QString chosenName(const placement::Decision &decision)
{
    return decision.chosen() ? QString::fromStdString(decision.chosen()->scored.spec.id.text())
                             : RecomputePanel::tr("nobody");
}

QString of(const placement::Decision &decision, const Figure &figure)
{
    return decision.chosen() ? figure(*decision.chosen()) : format::unknown();
}

CellRow line(const QString &name, const QString &then, const QString &now)
{
    const bool same = then == now;
    return {name,
            {textCell(name), textCell(then), textCell(now),
             signCell(same ? format::Sign{RecomputePanel::tr("the same"), Tone::Faded, QStringLiteral("ok")}
                           : format::Sign{RecomputePanel::tr("changed"), Tone::Warning, QStringLiteral("warning")})}};
}

std::vector<CellRow> lines(const placement::Decision &then, const placement::Decision &now)
{
    std::vector<CellRow> rows{
        line(RecomputePanel::tr("Ranks first"), chosenName(then), chosenName(now)),
        line(RecomputePanel::tr("Ranked by"), format::rankByText(then.rankedBy), format::rankByText(now.rankedBy)),
        line(RecomputePanel::tr("Signal"), format::signalText(then.signal), format::signalText(now.signal)),
        line(
            RecomputePanel::tr("Ranked, excluded, not rated"),
            RecomputePanel::tr("%1, %2, %3")
                .arg(then.ranked.size())
                .arg(then.excluded.size())
                .arg(then.notRated.size()),
            RecomputePanel::tr("%1, %2, %3").arg(now.ranked.size()).arg(now.excluded.size()).arg(now.notRated.size()))};
    const std::initializer_list<std::pair<QString, Figure>> figures{
        {RecomputePanel::tr("Green score"),
         [](const auto &one) {
             return format::score(one.scored.score.total);
         }},
        {RecomputePanel::tr("CO₂e per TB-month"),
         [](const auto &one) {
             return format::carbon(one.scored.perTerabyteMonth);
         }},
        {RecomputePanel::tr("Grid intensity"),
         [](const auto &one) {
             return format::intensity(one.scored.intensity.value);
         }},
        {RecomputePanel::tr("Writing"),
         [](const auto &one) {
             return format::band(one.estimate.write);
         }},
        {RecomputePanel::tr("Network"),
         [](const auto &one) {
             return format::band(one.estimate.network);
         }},
        {RecomputePanel::tr("At rest, per month"),
         [](const auto &one) {
             return format::band(one.estimate.restMonth);
         }},
        {RecomputePanel::tr("Total"), [](const auto &one) {
             return format::band(one.estimate.total);
         }}};
    for (const auto &[name, figure] : figures)
        rows.push_back(line(name, of(then, figure), of(now, figure)));
    return rows;
}

} // namespace

RecomputePanel::RecomputePanel(bool readOnly, QWidget *parent)
    : QWidget(parent)
    , m_readOnly(readOnly)
    , m_words(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, this))
    , m_model(new CellModel({{QStringLiteral("figure"), tr("Of the first"), {}},
                             {QStringLiteral("then"), tr("Then"), {}, true},
                             {QStringLiteral("now"), tr("Now"), {}, true},
                             {QStringLiteral("change"), tr("Change"), {}}},
                            this))
    , m_record(new QPushButton(tr("Decide anew and record…"), this))
{
    setObjectName(QStringLiteral("recomputePanel"));
    m_words->setObjectName(QStringLiteral("recomputeLabel"));
    m_record->setObjectName(QStringLiteral("recordAnewButton"));
    auto *table = new DataTable(QStringLiteral("placement-then-now"), this);
    table->setObjectName(QStringLiteral("thenNowTable"));
    table->setAccessibleName(tr("Then and now"));
    table->setRowModel(m_model);
    table->setColumnWidth(QStringLiteral("figure"), 28);
    table->setColumnWidth(QStringLiteral("then"), 34);
    table->setColumnWidth(QStringLiteral("now"), 34);
    table->setStretchColumn(QStringLiteral("change"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    layout->addWidget(m_words);
    layout->addWidget(table, 1);
    layout->addWidget(m_record, 0, Qt::AlignLeft);
    connect(m_record, &QPushButton::clicked, this, &RecomputePanel::recordAsked);
    showNothing({});
}

void RecomputePanel::show(const placement::Decision &then, const placement::Decision &now)
{
    const QString before = chosenName(then);
    const QString after = chosenName(now);
    m_words->setText(
        before == after ? tr("The same question still gives %1. Nothing was recorded.").arg(after)
                        : tr("The same question now gives %1 instead of %2. Nothing was recorded.").arg(after, before));
    m_model->merge(lines(then, now));
    m_record->setEnabled(!m_readOnly);
    m_record->setVisible(true);
}

void RecomputePanel::showNothing(const QString &why)
{
    m_words->setText(why);
    m_model->merge({});
    m_record->setVisible(false);
}

void RecomputePanel::setBusy(bool busy)
{
    m_record->setEnabled(!busy && !m_readOnly);
    m_record->setText(busy ? tr("Asking the sources, at most 5 s…") : tr("Decide anew and record…"));
}

} // namespace greenward::ui
