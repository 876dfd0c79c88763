#include "app/ctl/table.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <ostream>

namespace greenward::ctl {

namespace {

/// Code points, which is what a terminal shows for all but wide and combining characters.
std::size_t shownWidth(const std::string &text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(const std::string &text, std::size_t width, Table::Align align)
{
    const std::string blanks(width - std::min(width, shownWidth(text)), ' ');
    return align == Table::Align::Right ? blanks + text : text + blanks;
}

} // namespace

void Table::add(std::vector<std::string> cells)
{
    cells.resize(m_columns.size());
    for (auto &cell : cells)
        cell = escapedForDisplay(cell);
    m_rows.push_back(std::move(cells));
}

void Table::print(std::ostream &out) const
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::size_t width = shownWidth(m_columns[i].heading);
        for (const auto &row : m_rows)
            width = std::max(width, shownWidth(row[i]));
        widths.push_back(width);
    }
    const auto printLine = [&](const auto &cellAt) {
        std::string line;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (i > 0) line += "  ";
            line += padded(cellAt(i), widths[i], m_columns[i].align);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    };
    printLine([&](std::size_t i) { return m_columns[i].heading; });
    for (const auto &row : m_rows)
        printLine([&](std::size_t i) { return row[i]; });
}

void FactSheet::add(std::string name, std::string_view value)
{
    m_facts.push_back({std::move(name), escapedForDisplay(value)});
}

void FactSheet::print(std::ostream &out) const
{
    std::size_t width = 0;
    for (const auto &fact : m_facts)
        width = std::max(width, shownWidth(fact.name));
    for (const auto &fact : m_facts)
        out << padded(fact.name, width, Table::Align::Left) << "  " << fact.value << '\n';
}

} // namespace greenward::ctl
