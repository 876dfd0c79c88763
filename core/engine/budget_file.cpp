#include "core/engine/budget_file.h"

#include "core/budget/budget_book.h"
#include "core/budget/budget_component.h"

#include <map>

namespace greenward::engine {
namespace {

budget::BookEntry entryOf(const BudgetRow &row)
{
    budget::BudgetConfig config{.limit = row.limit, .period = {row.period, row.anchor}};
    if (row.ownSoft) config.soft = row.soft;
    if (row.ownHard) config.hard = row.hard;
    if (row.ownMinDelay) config.minDelay = row.minDelay;
    if (row.ownMaxDelay) config.maxDelay = row.maxDelay;
    config.region = row.region;
    config.shadow = row.shadow;
    return {row.tenant, config};
}

budget::BookEntry entryOf(const SetBudget &command)
{
    return {command.tenant,
            {.limit = command.limit,
             .period = {command.period, command.anchor},
             .soft = command.soft,
             .hard = command.hard,
             .minDelay = command.minDelay,
             .maxDelay = command.maxDelay,
             .region = command.region,
             .shadow = command.shadow.value_or(false)}};
}

} // namespace

Result<std::vector<SetBudget>> readBudgetFile(std::string_view text)
{
    CORE_TRY(const auto entries, budget::readBook(text, {}));
    std::vector<SetBudget> commands;
    commands.reserve(entries.size());
    for (const budget::BookEntry &entry : entries) {
        SetBudget command{.tenant = entry.tenant};
        command.limit = entry.config.limit;
        command.period = entry.config.period.kind;
        command.anchor = entry.config.period.anchor;
        command.soft = entry.config.soft;
        command.hard = entry.config.hard;
        command.minDelay = entry.config.minDelay;
        command.maxDelay = entry.config.maxDelay;
        command.region = entry.config.region;
        command.shadow = entry.config.shadow;
        command.replace = true;
        commands.push_back(std::move(command));
    }
    return commands;
}

std::string budgetFile(std::span<const BudgetRow> rows, BudgetFileFormat format)
{
    std::vector<budget::BookEntry> entries;
    for (const BudgetRow &row : rows)
        if (row.budgeted) entries.push_back(entryOf(row));
    return format == BudgetFileFormat::Json ? budget::bookJson(entries) : budget::bookCsv(entries);
}

std::string_view effectName(BudgetImportRow::Effect effect)
{
    switch (effect) {
    case BudgetImportRow::Effect::Added:
        return "added";
    case BudgetImportRow::Effect::Changed:
        return "changed";
    case BudgetImportRow::Effect::Unchanged:
        return "unchanged";
    }
    return "unchanged";
}

std::vector<BudgetImportRow> previewImport(std::span<const SetBudget> file, std::span<const BudgetRow> present)
{
    std::map<TenantId, const BudgetRow *> known;
    for (const BudgetRow &row : present)
        if (row.budgeted) known.emplace(row.tenant, &row);
    std::vector<BudgetImportRow> rows;
    rows.reserve(file.size());
    for (const SetBudget &command : file) {
        BudgetImportRow row{.after = command, .before = {}};
        if (const auto found = known.find(command.tenant); found != known.end()) {
            row.before = *found->second;
            row.effect = entryOf(*row.before) == entryOf(command) ? BudgetImportRow::Effect::Unchanged
                                                                   : BudgetImportRow::Effect::Changed;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

budget::BudgetChange changeTo(const budget::BookEntry &entry)
{
    const budget::BudgetConfig &config = entry.config;
    return {.tenant = entry.tenant,
            .limit = config.limit,
            .period = config.period.kind,
            .anchor = config.period.anchor,
            .soft = config.soft,
            .hard = config.hard,
            .minDelay = config.minDelay,
            .maxDelay = config.maxDelay,
            .region = config.region,
            .shadow = config.shadow,
            .replace = true};
}

} // namespace greenward::engine
