#include "app/composition/local_services.h"

#include "core/adapters/files/read_file.h"
#include "core/adapters/os/system_clock.h"

namespace greenward::app {

std::unique_ptr<Clock> makeSystemClock()
{
    return std::make_unique<adapters::SystemClock>();
}

Result<std::string> loadFile(const std::filesystem::path &path, std::size_t maxBytes)
{
    return adapters::readWholeFile(path, maxBytes);
}

} // namespace greenward::app
