// Loaded before the C library: the wall clock stands at HELD_CLOCK_MS (milliseconds since 1970) for the whole life of
// the process. The other clocks go on.
#include <cstdlib>
#include <ctime>

#include <dlfcn.h>
#include <sys/time.h>

namespace {

timespec heldTime()
{
    constexpr long long kMilli = 1000;
    constexpr long kNanosPerMilli = 1'000'000;
    const char *text = std::getenv("HELD_CLOCK_MS"); // NOLINT(concurrency-mt-unsafe)
    const long long ms = text ? std::atoll(text) : 0;
    return {static_cast<time_t>(ms / kMilli), static_cast<long>(ms % kMilli) * kNanosPerMilli};
}

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec *time)
{
    using Function = int (*)(clockid_t, timespec *);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "clock_gettime"));
    if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE) return real(clock, time);
    *time = heldTime();
    return 0;
}

extern "C" int gettimeofday(timeval *time, void *) noexcept
{
    constexpr long kNanosPerMicro = 1000;
    const timespec held = heldTime();
    *time = {held.tv_sec, held.tv_nsec / kNanosPerMicro};
    return 0;
}

extern "C" time_t time(time_t *out) noexcept
{
    const time_t now = heldTime().tv_sec;
    if (out) *out = now;
    return now;
}
