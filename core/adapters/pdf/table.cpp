#include "core/adapters/pdf/table.h"

#include <numeric>

namespace greenward::adapters::pdf {
namespace {

constexpr double kRowHeight = 15;
constexpr double kHeadHeight = 17;
constexpr double kGap = 8; ///< between columns
constexpr TextStyle kHead{7.5, true, kGrey};
constexpr TextStyle kCell{8.5, false, kInk};
constexpr TextStyle kStrong{8.5, true, kInk};
constexpr TextStyle kNote{7.2, false, kGrey};
constexpr double kNoteIndent = 8;

class Table final
{
public:
    Table(PageFlow &flow, const std::vector<Column> &columns)
        : m_flow(flow)
        , m_columns(columns)
        , m_shares(std::accumulate(columns.begin(), columns.end(), 0.0,
                                   [](double sum, const Column &column) { return sum + column.share; }))
    {}

    void head()
    {
        std::vector<std::string> titles;
        for (const Column &column : m_columns)
            titles.push_back(column.title);
        cells(titles, kHead, 2);
        m_flow.skip(kHeadHeight);
        m_flow.canvas().rule(kMargin, m_flow.y() - 2, kMargin + kTextWidth, m_flow.y() - 2, kGrey, 0.8);
    }

    /// `keepWith`: height that must follow on the same page.
    void row(const TableRow &row, double keepWith)
    {
        const double noteHeight =
            row.note.empty() ? 0 : m_flow.canvas().heightOf(kTextWidth - kNoteIndent, row.note, kNote) + 4;
        if (m_flow.need(kRowHeight + noteHeight + keepWith)) head();
        if (row.strong) m_flow.canvas().rule(kMargin, m_flow.y(), kMargin + kTextWidth, m_flow.y(), kGrey, 0.8);
        cells(row.cells, row.strong ? kStrong : kCell, 2);
        m_flow.skip(kRowHeight);
        if (!row.note.empty())
            m_flow.canvas().paragraph(kMargin + kNoteIndent, m_flow.y() - 1, kTextWidth - kNoteIndent, row.note, kNote);
        m_flow.skip(noteHeight);
        if (!row.strong) m_flow.canvas().rule(kMargin, m_flow.y(), kMargin + kTextWidth, m_flow.y(), kHairline, 0.3);
    }

private:
    void cells(const std::vector<std::string> &texts, const TextStyle &style, double down)
    {
        double x = kMargin;
        for (std::size_t i = 0; i < m_columns.size() && i < texts.size(); ++i) {
            const double width = kTextWidth * m_columns[i].share / m_shares;
            const bool last = i + 1 == m_columns.size();
            m_flow.canvas().line(x, m_flow.y() + down, width - (last ? 0 : kGap), texts[i], style, m_columns[i].align,
                                 m_columns[i].elide);
            x += width;
        }
    }

    PageFlow &m_flow;
    const std::vector<Column> &m_columns;
    double m_shares;
};

} // namespace

void drawTable(PageFlow &flow, const std::vector<Column> &columns, std::size_t rows,
               const std::function<TableRow(std::size_t)> &row, std::string_view emptyText)
{
    if (rows == 0) {
        flow.paragraph(emptyText, {9, false, kGrey});
        return;
    }
    Table table(flow, columns);
    table.head();
    const bool endsInTotal = row(rows - 1).strong;
    for (std::size_t i = 0; i < rows; ++i) // a total never stands alone on a page
        table.row(row(i), endsInTotal && i + 2 == rows ? kRowHeight : 0);
}

} // namespace greenward::adapters::pdf
