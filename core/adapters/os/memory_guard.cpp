#include "core/adapters/os/memory_guard.h"

#include <sys/prctl.h>

namespace greenward::adapters {

void keepMemoryPrivate()
{
    // It cannot fail for 0 (prctl(2)); whoever wants to know asks isMemoryPrivate().
    static_cast<void>(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
}

bool isMemoryPrivate()
{
    return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
}

} // namespace greenward::adapters
