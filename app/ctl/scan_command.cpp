#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/engine/json/rows_json.h"

#include <algorithm>
#include <ostream>
#include <sstream>

namespace greenward::ctl {

namespace {

using engine::ScanRow;

struct ScanOptions
{
    std::optional<std::string> backend;
};

std::string progressLine(const std::vector<ScanRow> &rows)
{
    std::ostringstream line;
    for (const auto &row : rows) {
        if (!row.running) continue;
        if (line.tellp() > 0) line << "; ";
        line << row.backend.text() << ": " << countWords(row.objects) << " objects, " << sizeWords(row.size) << ", "
             << countWords(static_cast<std::uint64_t>(std::max(row.objectsPerSecond, 0.0))) << "/s";
    }
    return "scanning " + line.str();
}

/// The scans this command started: of the one backend asked for, or of all.
std::vector<ScanRow> ofInterest(std::vector<ScanRow> rows, const std::optional<BackendId> &backend)
{
    std::erase_if(rows, [&backend](const ScanRow &row) { return backend && row.backend != *backend; });
    return rows;
}

void printScans(const std::vector<ScanRow> &rows, std::ostream &out)
{
    using enum Table::Align;
    Table table({{"BACKEND"},
                 {"OBJECTS", Right},
                 {"SIZE", Right},
                 {"ADDED", Right},
                 {"CHANGED", Right},
                 {"GONE", Right},
                 {"LEFT ALONE", Right},
                 {"RESULT"}});
    for (const auto &row : rows) {
        table.add({row.backend.text(), countWords(row.objects), sizeWords(row.size), countWords(row.added),
                   countWords(row.changed), countWords(row.gone), countWords(row.leftAlone),
                   row.complete ? "complete" : row.problem});
    }
    table.print(out);
    for (const auto &row : rows) {
        for (const auto &note : row.notes)
            out << row.backend.text() << ": " << note << '\n';
    }
}

Result<int> scan(Session &session, const ScanOptions &options)
{
    CORE_TRY(const auto backend, parseOptional(options.backend, BackendId::parse));
    session.collectInterrupts();
    CORE_TRY(const engine::Outcome outcome, session.apply(engine::StartScan{backend}));
    std::vector<ScanRow> rows;
    const auto waited = session.waitUntilIdle([&](engine::Engine &engine) {
        rows = ofInterest(engine.scans(), backend);
        session.showProgress(progressLine(rows));
    });
    CORE_CHECK(waited);
    session.show(engine::toJson(rows), [&rows](std::ostream &out) { printScans(rows, out); });
    return std::ranges::all_of(rows, &ScanRow::complete) ? kDone : kRefused;
}

} // namespace

void addScanCommand(CommandSyntax &root, Chosen &chosen)
{
    addCommand<ScanOptions>(
        root, chosen, "scan", "Take stock of one backend, or of all",
        [](CommandSyntax &command, ScanOptions &options) {
            command.addOption("BACKEND", options.backend, "Only this one");
        },
        scan);
}

} // namespace greenward::ctl
