#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace greenward::ctl {

/// Rows in aligned columns for a terminal. Cells are escaped for display, so that no name can move the cursor or break
/// a line.
class Table final
{
public:
    enum class Align { Left, Right };
    struct Column
    {
        std::string heading;
        Align align = Align::Left;
    };

    explicit Table(std::vector<Column> columns)
        : m_columns(std::move(columns))
    {}
    /// As many cells as there are columns; a missing one is empty.
    void add(std::vector<std::string> cells);
    bool isEmpty() const { return m_rows.empty(); }
    /// Headings, then rows; two blanks between columns, none at the end of a line.
    void print(std::ostream &out) const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

/// "name   value" lines for one thing.
class FactSheet final
{
public:
    void add(std::string name, std::string_view value);
    void print(std::ostream &out) const;

private:
    struct Fact
    {
        std::string name;
        std::string value;
    };
    std::vector<Fact> m_facts;
};

} // namespace greenward::ctl
