#include "core/report/checksum_line.h"
#include "core/report/report_text.h"

namespace greenward::report {

Result<void> verifyReport(std::string_view file, const HasherFactory &hashers)
{
    const bool json = file.starts_with("{");
    const std::size_t before = file.rfind("\n" + std::string(json ? kJsonChecksumStart : kCsvChecksumStart));
    if (before == std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "report", "holds no checksum line; JSON and CSV reports can be verified");
    const std::string_view content = file.substr(0, before + 1);
    const auto hasher = hashers.sha256();
    hasher->update(content);
    const std::string hex = hexText(hasher->finish());
    // Compared to the last byte: what stood behind the checksum would not be covered by it.
    if (file.substr(content.size()) != (json ? jsonChecksumLine(hex) : csvChecksumLine(hex)))
        return fail(ErrorCode::VerifyFailed, "report", "the content does not match its checksum: it was changed");
    return {};
}

} // namespace greenward::report
