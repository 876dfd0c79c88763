#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace greenward {

/// What one CSV document may hold at most.
struct CsvLimits
{
    std::size_t bytes = 8'388'608;
    std::size_t rows = 100'000;
    std::size_t columns = 64;
    std::size_t fieldBytes = 8192;
};

/// A CSV document by RFC 4180, read strictly: UTF-8 (a byte order mark is dropped), one header row of unique names,
/// every row as long as it, quotes only around whole fields and doubled inside, lines ending in LF or CRLF. Immutable.
class CsvTable final
{
public:
    /// `name` is named in errors, with line and column: BadReply.
    static Result<CsvTable> parse(std::string_view text, std::string_view name, const CsvLimits &limits = {});

    /// The position of a column; BadReply when it is missing.
    Result<std::size_t> column(std::string_view header) const;
    std::size_t rows() const { return m_lines.size(); }
    const std::string &at(std::size_t row, std::size_t column) const { return m_cells[row * m_header.size() + column]; }
    /// Where a row begins in the text, counted from 1.
    std::size_t lineOf(std::size_t row) const { return m_lines[row]; }
    const std::vector<std::string> &header() const { return m_header; }
    /// "cloud-regions-grid.csv, line 17, column pue": for errors about a cell.
    std::string placeOf(std::size_t row, std::size_t column) const;

private:
    CsvTable(std::string name, std::vector<std::string> header)
        : m_name(std::move(name))
        , m_header(std::move(header))
    {}

    std::string m_name;
    std::vector<std::string> m_header;
    std::vector<std::string> m_cells;
    std::vector<std::size_t> m_lines; ///< where each row begins in the text, counted from 1
};

/// One cell as RFC 4180 writes it. Text that a spreadsheet would take for a formula gets a leading apostrophe (C-68);
/// plainCell takes it off again.
std::string csvCell(std::string_view text);
std::string plainCell(std::string_view cell);

} // namespace greenward
