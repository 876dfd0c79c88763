#pragma once

#include "app/ctl/world.h"

#include <span>
#include <string>
#include <vector>

namespace greenward::ctl {

/// Parses `arguments` (without the program's name), runs the one command they name, prints its answer or one line of
/// error, and returns the exit code. Everything it touches is in `world`.
int runCommandLine(std::span<const std::string> arguments, const World &world);

/// Every command there is, as it is typed: "budget set", "scan" ...
std::vector<std::string> commandNames();

} // namespace greenward::ctl
