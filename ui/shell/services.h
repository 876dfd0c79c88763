#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace greenward::report {
struct Report;
}

namespace greenward::ui {

enum class ReportFormat { Json, Csv, Pdf };

/// What the console can have done that neither it nor the engine can do: app/ fills these in, so that ui names no
/// adapter. Each returns at once, works elsewhere and calls `done` on the GUI thread. An empty one is not offered.
struct Services
{
    using Done = std::function<void(const Result<void> &)>;

    std::function<void(const report::Report &report, ReportFormat format, const QString &path, Done done)> exportReport;
    /// Text to a file by the safe writer (temporary name, flush, rename).
    std::function<void(const QString &path, const QByteArray &bytes, Done done)> writeFile;
    /// A file the operator named, whole; too large a one is refused.
    std::function<void(const QString &path, std::function<void(const Result<QByteArray> &)> done)> readFile;
    /// Makes the marked sample estate in a temporary place and opens it in this window, which shows how far it is.
    std::function<void()> openSampleEstate;
    /// Deletes the open sample estate and goes back to the operator's own data directory.
    std::function<void()> deleteSampleEstate;
    /// Closes what is open and opens another data directory in this window.
    std::function<void(const QString &directory, bool readOnly)> openDataDirectory;
};

} // namespace greenward::ui
