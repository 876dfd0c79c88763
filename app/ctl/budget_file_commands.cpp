#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/base/utf8.h"
#include "core/engine/budget_file.h"
#include "core/engine/json/rows_json.h"

#include <algorithm>
#include <ostream>

namespace greenward::ctl {

namespace {

struct ImportOptions
{
    std::string file;
    bool dryRun = false;
};

Result<int> exportBudgets(Session &session, const OutputOptions &options)
{
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.budgets(); }));
    const bool csv = options.file.ends_with(".csv");
    const auto format = csv ? engine::BudgetFileFormat::Csv : engine::BudgetFileFormat::Json;
    CORE_CHECK(session.save(options, csv ? app::ExportKind::BudgetsCsv : app::ExportKind::BudgetsJson,
                            engine::budgetFile(rows, format)));
    const auto count = std::count_if(rows.begin(), rows.end(), [](const auto &row) { return row.budgeted; });
    session.show({{"file", jsonName(options.file)}, {"format", csv ? "csv" : "json"}, {"budgets", count}},
                 [&](std::ostream &out) {
                     out << "Wrote " << count << " budgets to " << escapedForDisplay(options.file) << ".\n";
                 });
    return kDone;
}

std::string amountWords(const std::optional<GramsCO2e> &limit, PeriodKind period)
{
    return carbonWords(limit, "unlimited") + " a " + std::string(periodName(period));
}

void printPreview(const std::vector<engine::BudgetImportRow> &rows, bool dryRun, std::ostream &out)
{
    Table table({{"TENANT"}, {"CHANGE"}, {"BEFORE"}, {"AFTER"}});
    std::size_t unchanged = 0;
    for (const auto &row : rows) {
        if (row.effect == engine::BudgetImportRow::Effect::Unchanged) {
            ++unchanged;
            continue;
        }
        table.add({row.after.tenant.text(), std::string(effectName(row.effect)),
                   row.before ? amountWords(row.before->limit, row.before->period) : "-",
                   amountWords(row.after.limit, row.after.period)});
    }
    if (!table.isEmpty()) table.print(out);
    out << rows.size() - unchanged << (dryRun ? " budgets would change, " : " budgets changed, ") << unchanged
        << (dryRun ? " would stay.\n" : " stay.\n");
}

Json previewJson(const std::vector<engine::BudgetImportRow> &rows)
{
    Json list = Json::array();
    for (const auto &row : rows)
        list.push_back({{"tenant", jsonName(row.after.tenant.text())}, {"effect", effectName(row.effect)}});
    return list;
}

Result<int> importBudgets(Session &session, const ImportOptions &options)
{
    CORE_TRY(const std::string text, session.world().readFile(options.file));
    CORE_TRY(const auto budgets, engine::readBudgetFile(text));
    CORE_TRY(const auto present, session.ask([](engine::Engine &engine) { return engine.budgets(); }));
    const auto rows = engine::previewImport(budgets, present);
    if (!options.dryRun) CORE_CHECK(session.apply(engine::ImportBudgets{budgets, options.file}));
    session.show({{"file", jsonName(options.file)}, {"applied", !options.dryRun}, {"budgets", previewJson(rows)}},
                 [&](std::ostream &out) { printPreview(rows, options.dryRun, out); });
    return kDone;
}

} // namespace

void addBudgetFileCommands(CommandSyntax &group, Chosen &chosen)
{
    addCommand<OutputOptions>(
        group, chosen, "export", "Write all budgets to a file: JSON, or CSV when its name ends in .csv",
        [](CommandSyntax &command, OutputOptions &options) {
            command.addOption("FILE", options.file, kOutputHelp).required();
            command.addFlag("--force", options.force, kForceHelp);
        },
        exportBudgets);
    addCommand<ImportOptions>(
        group, chosen, "import", "Take over the budgets of a file, all or none",
        [](CommandSyntax &command, ImportOptions &options) {
            command.addOption("FILE", options.file, "JSON or CSV, as export writes it").required();
            command.addFlag("--dry-run", options.dryRun, "Only say what would change");
        },
        importBudgets);
}

} // namespace greenward::ctl
