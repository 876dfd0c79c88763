#include "core/adapters/pdf/canvas.h"

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#include <cstdio>

namespace greenward::adapters::pdf {
namespace {

constexpr const char *kFamily = "DejaVu Sans";

template<typename T, auto Free>
struct Freed
{
    void operator()(T *what) const { Free(what); }
};
template<typename T, auto Free>
using Owned = std::unique_ptr<T, Freed<T, Free>>;

void unrefObject(PangoLayout *layout)
{
    g_object_unref(layout);
}

cairo_status_t append(void *out, const unsigned char *data, unsigned int length)
{
    static_cast<std::string *>(out)->append(data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

/// The handles of Cairo and Pango, freed in the right order.
class Canvas::Library
{
public:
    Library()
        : surface(cairo_pdf_surface_create_for_stream(append, &bytes, kWidth, kHeight))
        , context(cairo_create(surface.get()))
        , layout(pango_cairo_create_layout(context.get()))
        , font(pango_font_description_new())
    {
        // Outlines as the font has them, at any zoom: no snapping to pixels.
        const Owned<cairo_font_options_t, cairo_font_options_destroy> options(cairo_font_options_create());
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        PangoContext *text = pango_layout_get_context(layout.get());
        pango_cairo_context_set_font_options(text, options.get());
        pango_context_set_round_glyph_positions(text, FALSE);
        pango_font_description_set_family_static(font.get(), kFamily);
    }

    /// Puts `text` in the layout; `width` < 0: as wide as it gets.
    void set(std::string_view text, const TextStyle &style, double width)
    {
        pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), width < 0 ? -1 : pango_units_from_double(width));
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    }

    void show(double x, double y, const Colour &colour)
    {
        cairo_set_source_rgb(context.get(), colour.red, colour.green, colour.blue);
        cairo_move_to(context.get(), x, y);
        pango_cairo_show_layout(context.get(), layout.get());
    }

    std::string bytes; ///< first: the surface writes here until it is gone
    Owned<cairo_surface_t, cairo_surface_destroy> surface;
    Owned<cairo_t, cairo_destroy> context;
    Owned<PangoLayout, unrefObject> layout;
    Owned<PangoFontDescription, pango_font_description_free> font;
};

Canvas::Canvas(Mode mode)
    : m_library(std::make_unique<Library>())
    , m_drawing(mode == Mode::Draw)
{}

Canvas::~Canvas() = default;

void Canvas::setMetadata(const Metadata &metadata)
{
    cairo_surface_t *surface = m_library->surface.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, metadata.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, metadata.subject.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, metadata.creator.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, metadata.created.c_str());
}

void Canvas::line(double x, double y, double width, std::string_view text, const TextStyle &style, Align align,
                  Elide elide)
{
    if (!m_drawing || width <= 0) return;
    PangoLayout *layout = m_library->layout.get();
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_ellipsize(layout, elide == Elide::End ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_MIDDLE);
    pango_layout_set_alignment(layout, align == Align::Left    ? PANGO_ALIGN_LEFT
                                       : align == Align::Right ? PANGO_ALIGN_RIGHT
                                                               : PANGO_ALIGN_CENTER);
    // A right-to-left name stays in its column's place.
    pango_layout_set_auto_dir(layout, FALSE);
    m_library->set(text, style, width);
    m_library->show(x, y, style.colour);
}

double Canvas::heightOf(double width, std::string_view text, const TextStyle &style)
{
    PangoLayout *layout = m_library->layout.get();
    pango_layout_set_single_paragraph_mode(layout, FALSE);
    pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_NONE);
    pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    m_library->set(text, style, width);
    int height = 0;
    pango_layout_get_size(layout, nullptr, &height);
    return pango_units_to_double(height);
}

double Canvas::paragraph(double x, double y, double width, std::string_view text, const TextStyle &style)
{
    const double height = heightOf(width, text, style); // leaves the text in the layout
    if (m_drawing) m_library->show(x, y, style.colour);
    return height;
}

void Canvas::fill(double x, double y, double width, double height, const Colour &colour)
{
    if (!m_drawing) return;
    cairo_t *context = m_library->context.get();
    cairo_set_source_rgb(context, colour.red, colour.green, colour.blue);
    cairo_rectangle(context, x, y, width, height);
    cairo_fill(context);
}

void Canvas::rule(double x1, double y1, double x2, double y2, const Colour &colour, double thickness)
{
    if (!m_drawing) return;
    cairo_t *context = m_library->context.get();
    cairo_set_source_rgb(context, colour.red, colour.green, colour.blue);
    cairo_set_line_width(context, thickness);
    cairo_move_to(context, x1, y1);
    cairo_line_to(context, x2, y2);
    cairo_stroke(context);
}

int Canvas::outline(int parent, std::string_view title, int page, double y)
{
    // Written by hand: printf's decimals would follow the program's locale.
    const std::string target = "page=" + std::to_string(page) + " pos=[0 " + std::to_string(static_cast<int>(y)) + "]";
    return cairo_pdf_surface_add_outline(m_library->surface.get(), parent, std::string(title).c_str(), target.c_str(),
                                         CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

void Canvas::endPage()
{
    cairo_show_page(m_library->context.get());
}

Result<std::string> Canvas::finish()
{
    const cairo_status_t drawing = cairo_status(m_library->context.get());
    cairo_surface_finish(m_library->surface.get());
    const cairo_status_t writing = cairo_surface_status(m_library->surface.get());
    for (const cairo_status_t status : {drawing, writing})
        if (status != CAIRO_STATUS_SUCCESS) return fail(ErrorCode::Internal, "pdf", cairo_status_to_string(status));
    return std::move(m_library->bytes);
}

} // namespace greenward::adapters::pdf
