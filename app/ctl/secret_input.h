#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <iosfwd>
#include <string>

namespace greenward::ctl {

/// A secret somebody types or pipes in: the first line of `in`. When `in` is the program's terminal (`fromTerminal`) it
/// is asked for on `prompt` and what is typed is not shown. InvalidInput: nothing came.
Result<Secret> readSecret(std::istream &in, bool fromTerminal, std::ostream &prompt, const std::string &name);

} // namespace greenward::ctl
