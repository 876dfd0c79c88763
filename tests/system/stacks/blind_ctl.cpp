// greenwardctl with a mover that skips the last look: what the harness must find losing objects.
#include "app/composition/compose.h"
#include "app/ctl/command_line.h"
#include "app/ctl/interrupts.h"
#include "tests/system/stacks/blind_driver.h"

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char **argv)
{
    using namespace greenward;
    const ctl::World world{.open =
                               [](const ctl::OpenRequest &request) {
                                   return app::openEngine(
                                       {.directory = request.directory,
                                        .readOnly = request.readOnly,
                                        .program = "greenwardctl-blind",
                                        .resumeInterrupted = false,
                                        .drivers = std::make_shared<tests::stacks::BlindDriverFactory>()});
                               },
                           .reportBytes = {},
                           .verifyReport = {},
                           .reference = app::shippedReference,
                           .readFile = {},
                           .saveFile = {},
                           .digest = {},
                           .readSecret = {},
                           .collectInterrupts = [] {},
                           .pause = ctl::interruptedWithin,
                           .in = std::cin,
                           .out = std::cout,
                           .err = std::cerr,
                           .errIsTerminal = false,
                           .defaultDirectory = {},
                           .user = "blind",
                           .version = "blind"};
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return ctl::runCommandLine(arguments, world);
}
