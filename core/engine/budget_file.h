#pragma once

#include "core/engine/commands.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Budgets as a file: what `budget export` writes and `budget import` reads. Pure; any thread.

namespace greenward::budget {
struct BookEntry;
struct BudgetChange;
} // namespace greenward::budget

namespace greenward::engine {

/// JSON (as carbon-budgets.json) or CSV, whichever it is. As a whole or not at all: the error names the field, and the
/// line in its detail. Each command replaces the tenant's whole budget.
Result<std::vector<SetBudget>> readBudgetFile(std::string_view text);

enum class BudgetFileFormat { Json, Csv };
/// The budgets of those rows that have one, in their order; readBudgetFile reads them back.
std::string budgetFile(std::span<const BudgetRow> rows, BudgetFileFormat format);

/// What an import would do to one tenant.
struct BudgetImportRow
{
    enum class Effect { Added, Changed, Unchanged };
    Effect effect = Effect::Added;
    SetBudget after;
    std::optional<BudgetRow> before; ///< nothing: it had no budget
};
/// "added", "changed", "unchanged".
std::string_view effectName(BudgetImportRow::Effect effect);
/// Compares a file with the present rows (Engine::budgets()).
std::vector<BudgetImportRow> previewImport(std::span<const SetBudget> file, std::span<const BudgetRow> present);

/// The change that makes the entry so; for the engine's own files.
budget::BudgetChange changeTo(const budget::BookEntry &entry);

} // namespace greenward::engine
