#pragma once

#include "core/base/digest.h"
#include "core/report/report.h"

#include <string>
#include <string_view>

// Reports as files. Each file ends in a line with the SHA-256 of every byte before that line, so that anybody can
// check it with `head -n -2 report.json | sha256sum` or `head -n -1 report.csv | sha256sum`.

namespace greenward::report {

/// Indented JSON, members in a fixed order, snake_case ending in their unit, exact decimals, times RFC 3339 UTC.
std::string toJson(const Report &report, const HasherFactory &hashers);
/// One table (RFC 4180: CRLF, quotes doubled) with a header row; `row` says what a line is about. Text cells that a
/// spreadsheet would take for a formula get a leading apostrophe (C-68).
std::string toCsv(const Report &report, const HasherFactory &hashers);
/// The checksum that toJson writes, hex; the PDF names it, which ties the two together.
std::string checksum(const Report &report, const HasherFactory &hashers);

/// Whether a JSON or CSV report is as it was written. InvalidInput when it holds no checksum line; VerifyFailed when
/// the content does not hash to it.
Result<void> verifyReport(std::string_view file, const HasherFactory &hashers);

} // namespace greenward::report
