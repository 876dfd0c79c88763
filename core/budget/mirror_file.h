#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace greenward::budget {

/// Where budgets are kept in a data directory.
inline constexpr std::string_view kOwnBudgetsFile = "carbon-budgets.json";

/// Files as the mirror needs them. Engine thread only; every call returns when the disk has answered.
class MirrorFile
{
public:
    virtual ~MirrorFile() = default;
    /// Refused, naming `file`: budgets may not be kept there, because it is another file of the data directory, no
    /// ordinary file, or a symbolic link. write() and setAside() refuse the same.
    virtual Result<void> check(const std::string &path) const = 0;
    /// NotFound when it is not there; else as the system says.
    virtual Result<std::string> read(const std::string &path) const = 0;
    /// The new content durably and as a whole, or the old one.
    virtual Result<void> write(const std::string &path, std::string_view text) = 0;
    /// Gives the file another name beside it, "PATH.WHY-1" or the next that is free, and answers that name.
    virtual Result<std::string> setAside(const std::string &path, std::string_view why) = 0;
};

} // namespace greenward::budget
