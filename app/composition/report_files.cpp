#include "app/composition/report_files.h"

#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/files/read_file.h"
#include "core/adapters/pdf/report_pdf.h"
#include "core/report/report_text.h"

namespace greenward::app {

namespace {

/// Far above any report we write; a bound against being handed something else.
constexpr std::size_t kLargestReport = std::size_t{1} << 30U;

} // namespace

Result<ReportFormat> parseReportFormat(std::string_view text)
{
    if (text == "json") return ReportFormat::Json;
    if (text == "csv") return ReportFormat::Csv;
    if (text == "pdf") return ReportFormat::Pdf;
    return fail(ErrorCode::InvalidInput, "format", "\"" + std::string(text) + "\" is none of json, csv, pdf");
}

Result<std::string> reportBytes(const report::Report &report, ReportFormat format)
{
    const adapters::OpenSslHasherFactory hashers;
    switch (format) {
    case ReportFormat::Json:
        return report::toJson(report, hashers);
    case ReportFormat::Csv:
        return report::toCsv(report, hashers);
    case ReportFormat::Pdf:
        return adapters::toPdf(report, report::checksum(report, hashers));
    }
    return fail(ErrorCode::Internal, "format", "no such report format");
}

ExportKind exportKind(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Json:
        return ExportKind::ReportJson;
    case ReportFormat::Csv:
        return ExportKind::ReportCsv;
    case ReportFormat::Pdf:
        return ExportKind::ReportPdf;
    }
    return ExportKind::Other;
}

Result<void> verifyReportFile(const std::filesystem::path &path)
{
    CORE_TRY(const std::string bytes, adapters::readWholeFile(path, kLargestReport));
    const adapters::OpenSslHasherFactory hashers;
    return report::verifyReport(bytes, hashers);
}

Result<std::string> readInput(const std::string &path)
{
    constexpr std::size_t kMost = 268'435'456;
    return adapters::readWholeFile(path, kMost);
}

std::string sha256Of(std::string_view text)
{
    const auto hasher = adapters::OpenSslHasherFactory().sha256();
    hasher->update(text);
    return hexText(hasher->finish());
}

} // namespace greenward::app
