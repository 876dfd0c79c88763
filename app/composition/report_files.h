#pragma once

#include "app/composition/outputs.h"
#include "core/report/report.h"

#include <filesystem>
#include <string>
#include <string_view>

// Reports as files: the one place where formats and checksums meet. How they are saved: outputs.h.

namespace greenward::app {

enum class ReportFormat { Json, Csv, Pdf };
/// "json", "csv", "pdf".
Result<ReportFormat> parseReportFormat(std::string_view text);

/// What outputs call it.
ExportKind exportKind(ReportFormat format);
/// The report as the bytes of a file.
Result<std::string> reportBytes(const report::Report &report, ReportFormat format);
/// Whether a JSON or CSV report is as it was written: VerifyFailed if it was changed since.
Result<void> verifyReportFile(const std::filesystem::path &path);

/// A file an operator names: read whole, at most 256 MiB.
Result<std::string> readInput(const std::string &path);
/// SHA-256 in hex.
std::string sha256Of(std::string_view text);

} // namespace greenward::app
