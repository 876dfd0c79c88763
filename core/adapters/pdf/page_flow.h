#pragma once

#include "core/adapters/pdf/canvas.h"

#include <string>
#include <string_view>
#include <vector>

namespace greenward::adapters::pdf {

inline constexpr double kMargin = 48;
inline constexpr double kTextWidth = Canvas::kWidth - 2 * kMargin;

/// Fills pages from top to bottom: knows where the next thing goes, breaks pages, and puts head, foot and
/// "page x of y" on each.
class PageFlow final
{
public:
    /// What stands on every page.
    struct Frame
    {
        std::string head; ///< from the second page on
        std::string foot;
        int pages = 0; ///< y of "page x of y"
    };

    PageFlow(Canvas &canvas, Frame frame);

    Canvas &canvas() { return m_canvas; }
    double y() const { return m_y; }
    void skip(double height) { m_y += height; }
    /// Begins a new page if less than `height` is left on this one. Answers whether it did.
    bool need(double height);
    void newPage();

    /// A section's title, with an entry in the outline; stays together with the next `keepWith` points.
    void section(std::string_view title, double keepWith);
    void paragraph(std::string_view text, const TextStyle &style);
    /// Marked points, each wrapped.
    void points(const std::vector<std::string> &texts);

    /// Ends the last page; answers how many there are.
    int finish();

private:
    void beginPage();
    void endPage();

    Canvas &m_canvas;
    Frame m_frame;
    int m_page = 1;
    double m_y = kMargin;
};

} // namespace greenward::adapters::pdf
