#include "ui/dialogs/import_dialog.h"

#include "ui/editing/limit_text.h"
#include "ui/format/quantities.h"
#include "ui/format/words.h"
#include "ui/models/cell_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/text_label.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {
namespace {

using Effect = engine::BudgetImportRow::Effect;

std::size_t countOf(const std::vector<engine::BudgetImportRow> &rows, Effect effect)
{
    return static_cast<std::size_t>(std::ranges::count(rows, effect, &engine::BudgetImportRow::effect));
}

QString budgetText(const std::optional<GramsCO2e> &limit, PeriodKind period)
{
    return ImportDialog::tr("%1 / %2").arg(limitText(limit), format::periodText(period));
}

CellRow importRow(const engine::BudgetImportRow &row)
{
    const bool added = row.effect == Effect::Added;
    const QString tenant = format::plain(row.after.tenant.text());
    return {tenant,
            {signCell(added ? format::Sign{ImportDialog::tr("Added"), Tone::Good, QStringLiteral("add")}
                            : format::Sign{ImportDialog::tr("Changed"), Tone::Warning, QStringLiteral("edit")}),
             textCell(tenant), row.before ? textCell(budgetText(row.before->limit, row.before->period)) : unknownCell(),
             textCell(budgetText(row.after.limit, row.after.period))}};
}

} // namespace

ImportDialog::ImportDialog(std::vector<engine::BudgetImportRow> preview, const QString &source, Submit submit,
                           QWidget *parent)
    : CommandDialog(tr("Import budgets"), tr("Import"), std::move(submit), parent)
    , m_changed(std::move(preview))
    , m_source(source)
{
    setObjectName(QStringLiteral("importDialog"));
    const std::size_t unchanged = countOf(m_changed, Effect::Unchanged);
    std::erase_if(m_changed, [](const auto &row) { return row.effect == Effect::Unchanged; });
    const QString summary = tr("From %1: %2 added, %3 changed, %4 stay as they are. Tenants that are not named keep "
                               "what they have.")
                                .arg(source, format::count(countOf(m_changed, Effect::Added)),
                                     format::count(countOf(m_changed, Effect::Changed)), format::count(unchanged));
    auto *label = new TextLabel(summary, TextRole::Body, TextLabel::Fit::Wrap, this);
    label->setObjectName(QStringLiteral("importSummaryLabel"));
    body().addWidget(label);
    body().addWidget(makeTable(), 1);
    letBodyGrow();
    sendButton().setEnabled(!m_changed.empty());
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 28);
}

QWidget *ImportDialog::makeTable()
{
    auto *model = new CellModel({{QStringLiteral("effect"), tr("Effect"), {}},
                                 {QStringLiteral("tenant"), tr("Tenant"), {}},
                                 {QStringLiteral("before"), tr("Now"), {}, true},
                                 {QStringLiteral("after"), tr("Then"), {}, true}},
                                this);
    auto *table = new DataTable(QStringLiteral("budget-import"), this);
    table->setObjectName(QStringLiteral("importTable"));
    table->setAccessibleName(tr("What the import changes"));
    table->setRowModel(model);
    table->setStretchColumn(QStringLiteral("tenant"));
    std::vector<CellRow> rows;
    rows.reserve(m_changed.size());
    for (const engine::BudgetImportRow &row : m_changed)
        rows.push_back(importRow(row));
    model->merge(std::move(rows));
    return table;
}

std::vector<BudgetChange> ImportDialog::changes() const
{
    std::vector<BudgetChange> changes;
    for (const engine::BudgetImportRow &row : m_changed)
        changes.push_back({row.after.tenant, row.before ? budgetOf(*row.before) : std::nullopt, row.after});
    return changes;
}

engine::Command ImportDialog::command() const
{
    engine::ImportBudgets import{.source = m_source.toStdString()};
    for (const engine::BudgetImportRow &row : m_changed)
        import.budgets.push_back(row.after);
    return import;
}

} // namespace greenward::ui
