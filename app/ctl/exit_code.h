#pragma once

#include "core/base/error.h"

namespace greenward::ctl {

/// What the shell is told. Stable: scripts depend on it (docs/cli.md).
enum ExitCode : int {
    kDone = 0,
    kRefused = 1,     ///< refused or failed: a rejected throttle, a batch with failures
    kWrongUsage = 2,  ///< unknown option, missing argument
    kNoDirectory = 3, ///< data directory locked or unusable
    kBadInput = 4,    ///< a value that may not be, a name that is not known
    kUnreachable = 5, ///< a remote does not answer, or answers nonsense
};

int exitCodeFor(ErrorCode code);

} // namespace greenward::ctl
