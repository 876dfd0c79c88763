#pragma once

#include "app/composition/outputs.h"
#include "app/composition/report_files.h"
#include "app/composition/state_choice.h"
#include "core/base/secret.h"
#include "core/engine/engine_host.h"
#include "core/engine/ports.h"

#include <chrono>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace greenward::ctl {

/// How a command wants the data directory.
struct OpenRequest
{
    std::string directory;
    bool readOnly = false;
    app::StateChoice state = app::StateChoice::AsNoted;
    bool secrets = false; ///< wait for what the user's keychain answers
};

/// Everything the command line needs from outside. main() fills it from app/composition; tests from their own.
struct World
{
    std::function<Result<std::unique_ptr<engine::EngineHost>>(const OpenRequest &)> open;
    /// The report as the bytes of a file.
    std::function<Result<std::string>(const report::Report &, app::ReportFormat)> reportBytes;
    /// Whether a report file is as it was written.
    std::function<Result<void>(const std::string &path)> verifyReport;
    /// Published facts, as shipped; for commands that need no data directory.
    std::function<Result<engine::ReferenceData>()> reference;
    /// A whole file somebody named.
    std::function<Result<std::string>(const std::string &path)> readFile;
    /// One put into place durably and as a whole, if nothing is there that must not be written over.
    std::function<Result<void>(const app::Outputs::Order &, std::string_view bytes)> saveFile;
    /// SHA-256 in hex.
    std::function<std::string(std::string_view text)> digest;
    /// Asks for a secret, without showing what is typed.
    std::function<Result<Secret>(const std::string &name)> readSecret;
    /// From now on interrupts (Ctrl-C, SIGTERM) do not end the program; `pause` tells of them.
    std::function<void()> collectInterrupts;
    /// Waits at most this long; true as soon as an interrupt was collected.
    std::function<bool(std::chrono::milliseconds)> pause;

    std::istream &in;
    std::ostream &out;
    std::ostream &err;
    bool errIsTerminal = false;
    std::string defaultDirectory; ///< used without --data-dir
    std::string user;             ///< named in the audit log unless --by says otherwise
    std::string version;
};

} // namespace greenward::ctl
