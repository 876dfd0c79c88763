#include "core/adapters/pdf/page_flow.h"

namespace greenward::adapters::pdf {
namespace {

constexpr double kFootHeight = 28;
constexpr double kBottom = Canvas::kHeight - kMargin - kFootHeight;
constexpr double kHeadHeight = 26;
constexpr TextStyle kSmall{7.5, false, kGrey};
constexpr TextStyle kTitle{13, true, kGreen};
constexpr TextStyle kBody{9, false, kInk};

} // namespace

PageFlow::PageFlow(Canvas &canvas, Frame frame)
    : m_canvas(canvas)
    , m_frame(std::move(frame))
{
    beginPage();
}

bool PageFlow::need(double height)
{
    if (m_y + height <= kBottom) return false;
    newPage();
    return true;
}

void PageFlow::newPage()
{
    endPage();
    ++m_page;
    beginPage();
}

void PageFlow::beginPage()
{
    m_y = kMargin;
    if (m_page == 1) return;
    m_canvas.line(kMargin, m_y - 6, kTextWidth, m_frame.head, kSmall);
    m_canvas.rule(kMargin, m_y + 8, kMargin + kTextWidth, m_y + 8, kHairline);
    m_y += kHeadHeight;
}

void PageFlow::endPage()
{
    const double top = Canvas::kHeight - kMargin - 8;
    const std::string number = "page " + std::to_string(m_page) + " of " + std::to_string(m_frame.pages);
    m_canvas.rule(kMargin, top - 6, kMargin + kTextWidth, top - 6, kHairline);
    m_canvas.line(kMargin, top, kTextWidth - 90, m_frame.foot, kSmall);
    m_canvas.line(kMargin + kTextWidth - 90, top, 90, number, kSmall, Align::Right);
    m_canvas.endPage();
}

void PageFlow::section(std::string_view title, double keepWith)
{
    constexpr double kTitleHeight = 24;
    constexpr double kGap = 18;
    if (m_y > kMargin + kHeadHeight) m_y += kGap;
    need(kTitleHeight + keepWith);
    m_canvas.outline(Canvas::kOutlineRoot, title, m_page, m_y);
    m_canvas.line(kMargin, m_y, kTextWidth, title, kTitle);
    m_y += kTitleHeight;
}

void PageFlow::paragraph(std::string_view text, const TextStyle &style)
{
    // Never longer than a page in this report: sentences of ours and names of bounded length.
    need(m_canvas.heightOf(kTextWidth, text, style));
    m_y += m_canvas.paragraph(kMargin, m_y, kTextWidth, text, style);
}

void PageFlow::points(const std::vector<std::string> &texts)
{
    constexpr double kIndent = 12;
    for (const std::string &text : texts) {
        need(m_canvas.heightOf(kTextWidth - kIndent, text, kBody));
        m_canvas.line(kMargin, m_y, kIndent, "\u2022", kBody);
        m_y += m_canvas.paragraph(kMargin + kIndent, m_y, kTextWidth - kIndent, text, kBody) + 4;
    }
}

int PageFlow::finish()
{
    endPage();
    return m_page;
}

} // namespace greenward::adapters::pdf
