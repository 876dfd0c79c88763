#include "app/composition/compose.h"
#include "app/composition/grid_services.h"
#include "app/composition/outputs.h"
#include "app/composition/report_files.h"
#include "app/composition/secrets.h"
#include "app/ctl/command_line.h"
#include "app/ctl/exit_code.h"
#include "app/ctl/interrupts.h"
#include "app/ctl/secret_input.h"

#include <pwd.h>
#include <unistd.h>

#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace greenward;

/// Who is named in the audit log: the login name, or the number of an account that has none.
std::string userName()
{
    const auto id = geteuid();
    const passwd *entry = getpwuid(id); // NOLINT(concurrency-mt-unsafe): asked once, before there are threads
    return entry && entry->pw_name && *entry->pw_name ? entry->pw_name : "uid " + std::to_string(id);
}

Result<std::unique_ptr<engine::EngineHost>> openDirectory(const ctl::OpenRequest &request, app::Secrets &secrets)
{
    // What a crash left open goes on when `tiering run` says so, not as a side effect of looking.
    return app::openEngine({.directory = request.directory,
                            .readOnly = request.readOnly,
                            .program = "greenwardctl",
                            .state = request.state,
                            .secrets = request.secrets ? &secrets : nullptr,
                            .awaitSecrets = request.secrets,
                            .resumeInterrupted = false});
}

} // namespace

int main(int argc, char **argv)
{
    // Our own buffers serve as well, and a replay's input comes in millions of lines.
    std::ios::sync_with_stdio(false);
    const app::Outputs outputs; // first: it asks what files are to be like, before anything changes that
    const app::NetworkRuntime network;
    app::Secrets secrets;
    const ctl::World world{
        .open = [&secrets](const ctl::OpenRequest &request) { return openDirectory(request, secrets); },
        .reportBytes = app::reportBytes,
        .verifyReport = [](const std::string &path) { return app::verifyReportFile(path); },
        .reference = app::shippedReference,
        .readFile = app::readInput,
        .saveFile = [&outputs](const app::Outputs::Order &order,
                               std::string_view bytes) { return outputs.save(order, bytes); },
        .digest = app::sha256Of,
        .readSecret =
            [](const std::string &name) {
                return ctl::readSecret(std::cin, isatty(STDIN_FILENO) == 1, std::cerr, name);
            },
        .collectInterrupts = ctl::collectInterrupts,
        .pause = ctl::interruptedWithin,
        .in = std::cin,
        .out = std::cout,
        .err = std::cerr,
        .errIsTerminal = isatty(STDERR_FILENO) == 1,
        .defaultDirectory = app::defaultDataDirectory().string(),
        .user = userName(),
        .version = GREENWARD_VERSION};
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const int code = ctl::runCommandLine(arguments, world);
    if (std::cout.flush()) return code;
    std::cerr << "greenwardctl: standard output: could not be written\n";
    return code == ctl::kDone ? int{ctl::kRefused} : code;
}
