#pragma once

#include "core/budget/budget_config.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Budgets as a file that people read, edit and hand on: carbon-budgets.json (B-07) and its CSV twin.

namespace greenward::budget {

struct BookEntry
{
    TenantId tenant;
    BudgetConfig config;

    friend bool operator==(const BookEntry &, const BookEntry &) = default;
};

/// {"version":1,"budgets":[{"tenant":"acme","limit":"1.5 t","period":"month",...},...]}, one budget a line, in the
/// given order. Limits are exact, with a unit; what a budget does not set itself is left out.
std::string bookJson(std::span<const BookEntry> entries);
/// The same as a table: tenant,limit,period,anchor,soft_pct,hard_pct,min_delay_ms,max_delay_ms,region,shadow. What is
/// not set is an empty cell; cells that a spreadsheet would take for a formula get an apostrophe, which reading takes off.
std::string bookCsv(std::span<const BookEntry> entries);

/// Reads either, by its first character. As a whole or not at all: InvalidInput naming the field, with the line in the
/// detail, for anything that is not exactly right: unknown or repeated members, a tenant that occurs twice, limits
/// without a unit, curves that contradict `defaults`, text that ends in the middle.
Result<std::vector<BookEntry>> readBook(std::string_view text, const BudgetDefaults &defaults);

} // namespace greenward::budget
