#pragma once

#include "core/adapters/pdf/page_flow.h"

#include <functional>
#include <string>
#include <vector>

namespace greenward::adapters::pdf {

struct Column
{
    std::string title;
    double share = 1; ///< of the width, against the others
    Align align = Align::Left;
    Elide elide = Elide::End;
};

struct TableRow
{
    std::vector<std::string> cells;
    std::string note = {}; ///< small, wrapped, below the cells; may be empty
    bool strong = false;   ///< a total
};

/// Draws rows as they are asked for, one page after the other, with the head repeated on each. An empty table draws
/// `emptyText` instead.
void drawTable(PageFlow &flow, const std::vector<Column> &columns, std::size_t rows,
               const std::function<TableRow(std::size_t)> &row, std::string_view emptyText);

/// Room that a section's title should keep together with a table: its head and a few rows.
inline constexpr double kTableKeep = 70;

} // namespace greenward::adapters::pdf
