#include "tests/fuzz/targets.h"

#include <cstddef>
#include <cstdint>

// GREENWARD_FUZZ_TARGET is the function this program was built for.

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    greenward::fuzz::GREENWARD_FUZZ_TARGET({reinterpret_cast<const char *>(data), size});
    return 0;
}
