#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace greenward::app {

/// The operating system's clock, for a program's own displays.
std::unique_ptr<Clock> makeSystemClock();

/// The whole file, at most `maxBytes`. For files the operator named.
Result<std::string> loadFile(const std::filesystem::path &path, std::size_t maxBytes);

} // namespace greenward::app
