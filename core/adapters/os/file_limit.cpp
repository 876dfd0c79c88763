#include "core/adapters/os/file_limit.h"

#include <sys/resource.h>

namespace greenward::adapters {

void allowManyOpenFiles()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    static_cast<void>(::setrlimit(RLIMIT_NOFILE, &limit));
}

} // namespace greenward::adapters
