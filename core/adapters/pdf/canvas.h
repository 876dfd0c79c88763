#pragma once

#include "core/base/error.h"

#include <memory>
#include <string>
#include <string_view>

namespace greenward::adapters::pdf {

/// Red, green and blue, 0 to 1.
struct Colour
{
    double red = 0;
    double green = 0;
    double blue = 0;
};

inline constexpr Colour kInk{0.11, 0.13, 0.15};
inline constexpr Colour kGrey{0.40, 0.44, 0.48};
inline constexpr Colour kHairline{0.82, 0.84, 0.86};
inline constexpr Colour kPanel{0.955, 0.965, 0.960};
inline constexpr Colour kGreen{0.07, 0.43, 0.33};
inline constexpr Colour kRed{0.70, 0.13, 0.13};

struct TextStyle
{
    double size = 9; ///< points
    bool bold = false;
    Colour colour = kInk;
};

enum class Align { Left, Right, Centre };
/// Where a text that is too wide loses letters. Middle keeps both ends of names that differ only in their last part.
enum class Elide { End, Middle };

/// An A4 page in points, origin at the top left; lengths are points. Writes a PDF file into a string. Text is plain
/// UTF-8 and never interpreted.
class Canvas final
{
public:
    static constexpr double kWidth = 595.276;
    static constexpr double kHeight = 841.89;

    /// Measure: texts are measured and nothing is drawn; to find out how many pages there will be.
    enum class Mode { Draw, Measure };
    explicit Canvas(Mode mode);
    ~Canvas();
    Canvas(const Canvas &) = delete;
    Canvas &operator=(const Canvas &) = delete;

    struct Metadata
    {
        std::string title;
        std::string subject;
        std::string creator;
        std::string created; ///< RFC 3339; also makes the file repeatable
    };
    void setMetadata(const Metadata &metadata);

    /// One line inside `width` from (x, y), its upper left corner; elided when it does not fit.
    void line(double x, double y, double width, std::string_view text, const TextStyle &style,
              Align align = Align::Left, Elide elide = Elide::End);
    /// Wrapped to `width`; answers the height it takes.
    double paragraph(double x, double y, double width, std::string_view text, const TextStyle &style);
    /// The height `paragraph` would take; draws nothing.
    double heightOf(double width, std::string_view text, const TextStyle &style);

    void fill(double x, double y, double width, double height, const Colour &colour);
    void rule(double x1, double y1, double x2, double y2, const Colour &colour, double thickness = 0.5);

    /// An entry of the document outline that leads to `y` on `page` (from 1). Answers its id.
    int outline(int parent, std::string_view title, int page, double y);
    static constexpr int kOutlineRoot = 0;

    void endPage();
    /// The file. Ends the drawing; Internal when the library failed somewhere on the way.
    Result<std::string> finish();

private:
    class Library;
    std::unique_ptr<Library> m_library;
    bool m_drawing;
};

} // namespace greenward::adapters::pdf
