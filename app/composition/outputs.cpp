#include "app/composition/outputs.h"

#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/files/output_file.h"
#include "core/budget/budget_book.h"
#include "core/placement/backend_file.h"
#include "core/report/report_text.h"

#include <sys/stat.h>

namespace greenward::app {
namespace {

bool isReport(std::string_view content, bool json)
{
    const adapters::OpenSslHasherFactory hashers;
    return content.starts_with('{') == json && report::verifyReport(content, hashers).has_value();
}

/// As Cairo writes what core/adapters/pdf tells it.
bool isReportPdf(std::string_view content)
{
    return content.starts_with("%PDF-") && content.find("/Creator (Greenward ") != std::string_view::npos;
}

template<typename Write>
bool isBook(std::string_view content, Write write)
{
    const auto budgets = budget::readBook(content, {});
    return budgets && write(*budgets) == content;
}

bool isBackends(std::string_view content)
{
    const auto backends = placement::readBackendFile(content);
    return backends && placement::backendFile(*backends) == content;
}

adapters::Replace replaceOf(Outputs::Replace replace)
{
    switch (replace) {
    case Outputs::Replace::Ours:
        return adapters::Replace::Ours;
    case Outputs::Replace::Files:
        return adapters::Replace::Files;
    case Outputs::Replace::Names:
        return adapters::Replace::Names;
    }
    return adapters::Replace::Ours;
}

} // namespace

bool isExport(ExportKind kind, std::string_view content)
{
    switch (kind) {
    case ExportKind::ReportJson:
        return isReport(content, true);
    case ExportKind::ReportCsv:
        return isReport(content, false);
    case ExportKind::ReportPdf:
        return isReportPdf(content);
    case ExportKind::BudgetsJson:
        return isBook(content, budget::bookJson);
    case ExportKind::BudgetsCsv:
        return isBook(content, budget::bookCsv);
    case ExportKind::Backends:
        return isBackends(content);
    case ExportKind::Other:
        return false;
    }
    return false;
}

Outputs::Outputs()
{
    // It can only be read by setting it; for that moment the narrowest one holds.
    const mode_t mask = ::umask(0777);
    ::umask(mask);
    m_mode = 0666U & ~mask;
}

Result<void> Outputs::save(const Order &order, std::string_view bytes) const
{
    return adapters::writeOutput(
        order.path, bytes,
        {.dataDirectory = order.dataDirectory,
         .replace = replaceOf(order.replace),
         .isOurs = [kind = order.kind](std::string_view content) { return isExport(kind, content); },
         .mode = m_mode});
}

} // namespace greenward::app
