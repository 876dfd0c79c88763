#include "core/adapters/os/system_ids.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <sys/random.h>

namespace greenward::adapters {

std::string SystemIds::next()
{
    std::array<std::uint8_t, 16> random{};
    ssize_t got = -1;
    do
        got = ::getrandom(random.data(), random.size(), 0);
    while (got < 0 && errno == EINTR);
    // Up to 256 bytes come whole once the machine has booted (getrandom(2)). Without them every id would be a guess.
    if (got != static_cast<ssize_t>(random.size())) std::abort();
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string id;
    for (const std::uint8_t byte : random) {
        id.push_back(kDigits[byte >> 4U]);
        id.push_back(kDigits[byte & 0x0FU]);
    }
    return id;
}

} // namespace greenward::adapters
