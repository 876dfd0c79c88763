#pragma once

#include "core/report/report.h"

#include <filesystem>
#include <string>
#include <string_view>

// Reports as files: the one place where formats, checksums and the durable file writer meet.

namespace greenward::app {

enum class ReportFormat { Json, Csv, Pdf };
/// "json", "csv", "pdf".
Result<ReportFormat> parseReportFormat(std::string_view text);

/// The report as the bytes of a file.
Result<std::string> reportBytes(const report::Report &report, ReportFormat format);
/// The same, put into place durably and as a whole. NotFound, NoPermission, NoSpace: the old file stands.
Result<void> saveReport(const report::Report &report, ReportFormat format, const std::filesystem::path &path);
/// Whether a JSON or CSV report is as it was written: VerifyFailed if it was changed since.
Result<void> verifyReportFile(const std::filesystem::path &path);

/// A file an operator names: read whole, at most 256 MiB.
Result<std::string> readInput(const std::string &path);
/// SHA-256 in hex.
std::string sha256Of(std::string_view text);
/// Put into place durably and as a whole.
Result<void> saveOutput(const std::string &path, std::string_view text);

} // namespace greenward::app
