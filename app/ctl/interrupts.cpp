#include "app/ctl/interrupts.h"

#include <csignal>
#include <ctime>

namespace greenward::ctl {

namespace {

sigset_t interrupts()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&set, signal);
    return set;
}

} // namespace

void collectInterrupts()
{
    const sigset_t set = interrupts();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

bool interruptedWithin(std::chrono::milliseconds longest)
{
    const sigset_t set = interrupts();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(longest);
    const timespec timeout{seconds.count(), std::chrono::nanoseconds(longest - seconds).count()};
    return sigtimedwait(&set, nullptr, &timeout) > 0;
}

} // namespace greenward::ctl
