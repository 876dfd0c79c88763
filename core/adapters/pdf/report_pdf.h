#pragma once

#include "core/report/report.h"

#include <string>
#include <string_view>

namespace greenward::adapters {

/// The report as a PDF for people: A4, vector graphics, embedded fonts, selectable text, outline and metadata; drawn
/// without a display. `checksum` is that of the JSON form (report::checksum) and is printed for reference.
/// Answers the bytes of the file; the caller writes it. Callable from any thread.
Result<std::string> toPdf(const report::Report &report, std::string_view checksum);

} // namespace greenward::adapters
