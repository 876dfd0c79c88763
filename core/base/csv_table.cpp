#include "core/base/csv_table.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace greenward {
namespace {

/// Takes one record after the other off a text. Knows the line it stands in.
class Records
{
public:
    Records(std::string_view text, std::string_view name, const CsvLimits &limits)
        : m_rest(text)
        , m_name(name)
        , m_limits(limits)
    {}

    bool atEnd() const { return m_rest.empty(); }
    std::size_t line() const { return m_line; }

    Result<std::vector<std::string>> next()
    {
        std::vector<std::string> fields;
        while (true) {
            CORE_TRY(std::string field, m_rest.starts_with('"') ? quotedField() : plainField());
            fields.push_back(std::move(field));
            if (fields.size() > m_limits.columns) return bad("too many columns");
            if (!m_rest.starts_with(',')) break;
            m_rest.remove_prefix(1);
        }
        CORE_CHECK(endOfLine());
        return fields;
    }

    Unexpected<Error> bad(std::string_view why) const
    {
        return fail(ErrorCode::BadReply, m_name, "line " + std::to_string(m_line) + ": " + std::string(why));
    }

private:
    Result<std::string> plainField()
    {
        const std::size_t end = std::min(m_rest.find_first_of(",\r\n\""), m_rest.size());
        if (end < m_rest.size() && m_rest[end] == '"') return bad("a quote inside a field that is not quoted");
        if (end > m_limits.fieldBytes) return bad("a field is too long");
        std::string field(m_rest.substr(0, end));
        m_rest.remove_prefix(end);
        return field;
    }

    Result<std::string> quotedField()
    {
        m_rest.remove_prefix(1);
        std::string field;
        while (true) {
            const std::size_t quote = m_rest.find('"');
            if (quote == std::string_view::npos) return bad("a quoted field does not end");
            const std::string_view part = m_rest.substr(0, quote);
            field += part;
            if (field.size() > m_limits.fieldBytes) return bad("a field is too long");
            m_line += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
            m_rest.remove_prefix(quote + 1);
            if (!m_rest.starts_with('"')) break;
            field.push_back('"');
            m_rest.remove_prefix(1);
        }
        const bool ends = m_rest.empty() || m_rest.front() == ',' || m_rest.front() == '\r' || m_rest.front() == '\n';
        if (!ends) return bad("text after a closing quote");
        return field;
    }

    Result<void> endOfLine()
    {
        if (m_rest.starts_with("\r\n"))
            m_rest.remove_prefix(2);
        else if (m_rest.starts_with('\n'))
            m_rest.remove_prefix(1);
        else if (!m_rest.empty())
            return bad("a carriage return without a line feed");
        ++m_line;
        return {};
    }

    std::string_view m_rest;
    std::string_view m_name;
    const CsvLimits &m_limits;
    std::size_t m_line = 1;
};

/// Apostrophes, then a character that begins a formula.
bool looksLikeFormula(std::string_view text)
{
    constexpr std::string_view kStarts = "=+-@\t\r";
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && kStarts.find(text[first]) != std::string_view::npos;
}

bool holdsTwice(std::vector<std::string> names)
{
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
}

} // namespace

Result<CsvTable> CsvTable::parse(std::string_view text, std::string_view name, const CsvLimits &limits)
{
    if (text.size() > limits.bytes)
        return fail(ErrorCode::BadReply, name, "is longer than " + std::to_string(limits.bytes) + " bytes");
    if (!isValidUtf8(text)) return fail(ErrorCode::BadReply, name, "is not UTF-8");
    if (text.find('\0') != std::string_view::npos) return fail(ErrorCode::BadReply, name, "holds a NUL byte");
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.empty()) return fail(ErrorCode::BadReply, name, "is empty");

    Records records(text, name, limits);
    CORE_TRY(std::vector<std::string> header, records.next());
    if (holdsTwice(header)) return fail(ErrorCode::BadReply, name, "line 1: a column name occurs twice");
    CsvTable table(std::string(name), std::move(header));
    while (!records.atEnd()) {
        if (table.rows() == limits.rows) return records.bad("too many rows");
        const std::size_t line = records.line();
        CORE_TRY(std::vector<std::string> fields, records.next());
        if (fields.size() != table.m_header.size())
            return fail(ErrorCode::BadReply, name,
                        "line " + std::to_string(line) + ": " + std::to_string(fields.size()) +
                            " fields, the header has " + std::to_string(table.m_header.size()));
        table.m_lines.push_back(line);
        std::move(fields.begin(), fields.end(), std::back_inserter(table.m_cells));
    }
    return table;
}

Result<std::size_t> CsvTable::column(std::string_view header) const
{
    const auto at = std::find(m_header.begin(), m_header.end(), header);
    if (at == m_header.end()) return fail(ErrorCode::BadReply, m_name, "has no column " + std::string(header));
    return static_cast<std::size_t>(at - m_header.begin());
}

std::string CsvTable::placeOf(std::size_t row, std::size_t column) const
{
    return m_name + ", line " + std::to_string(m_lines[row]) + ", column " + m_header[column];
}

std::string csvCell(std::string_view text)
{
    const std::string guarded = (looksLikeFormula(text) ? "'" : "") + std::string(text);
    if (guarded.find_first_of(",\"\r\n") == std::string::npos) return guarded;
    std::string out = "\"";
    for (const char c : guarded) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string plainCell(std::string_view cell)
{
    if (cell.starts_with('\'') && looksLikeFormula(cell)) cell.remove_prefix(1);
    return std::string(cell);
}

} // namespace greenward
