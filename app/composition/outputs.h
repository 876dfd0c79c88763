#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string_view>

#include <sys/types.h>

namespace greenward::app {

/// What an exported file is, which decides what counts as an earlier one of its kind.
enum class ExportKind {
    ReportJson,
    ReportCsv,
    ReportPdf,
    BudgetsJson,
    BudgetsCsv,
    Backends,
    Other, ///< pictures, tables, lists: never recognised again
};

/// Whether the content of a file is what we export as that kind, byte for byte: a report that hashes to its checksum,
/// budgets and backends that are written again just as they stand there. Of a PDF only its maker is known.
bool isExport(ExportKind kind, std::string_view content);

/// Puts files where an operator asks, past the guard of core/adapters/files/output_file.h. Any thread.
class Outputs final
{
public:
    /// Reads the process's umask, for new files. Before a data directory is opened, which narrows it for good, and
    /// before there are threads that make files.
    Outputs();

    /// What may be replaced.
    enum class Replace {
        Ours,  ///< an earlier export of the kind
        Files, ///< any ordinary file: a file dialog has asked
        Names, ///< also a symbolic link: --force
    };
    struct Order
    {
        std::filesystem::path path;
        ExportKind kind = ExportKind::Other;
        Replace replace = Replace::Ours;
        std::filesystem::path dataDirectory; ///< the one in use
    };
    /// Durably, the old content or the new one. Refused: the place or what is there is not for us to write over.
    Result<void> save(const Order &order, std::string_view bytes) const;

private:
    mode_t m_mode;
};

} // namespace greenward::app
