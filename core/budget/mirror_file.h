#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace greenward::budget {

/// Files as the mirror needs them. Engine thread only; every call returns when the disk has answered.
class MirrorFile
{
public:
    virtual ~MirrorFile() = default;
    /// NotFound when it is not there; else as the system says.
    virtual Result<std::string> read(const std::string &path) const = 0;
    /// The new content durably and as a whole, or the old one.
    virtual Result<void> write(const std::string &path, std::string_view text) = 0;
    /// Gives the file another name beside it, "PATH.WHY-1" or the next that is free, and answers that name.
    virtual Result<std::string> setAside(const std::string &path, std::string_view why) = 0;
};

} // namespace greenward::budget
