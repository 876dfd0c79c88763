// Loaded before the C library, for the whole life of the process: with HELD_CLOCK_MS (milliseconds since 1970) the wall
// clock stands there, and the other clocks go on; with AHEAD_CLOCK_MS all clocks are so much ahead.
#include <cstdlib>
#include <ctime>

#include <dlfcn.h>
#include <sys/time.h>

namespace {

constexpr long long kMilli = 1000;
constexpr long kNanosPerMilli = 1'000'000;
constexpr long kNanosPerSecond = 1'000'000'000;

const char *wish(const char *name)
{
    return std::getenv(name); // NOLINT(concurrency-mt-unsafe)
}

bool isWall(clockid_t clock)
{
    return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
}

timespec timeOf(long long ms)
{
    return {static_cast<time_t>(ms / kMilli), static_cast<long>(ms % kMilli) * kNanosPerMilli};
}

timespec ahead(timespec time, long long ms)
{
    const timespec more = timeOf(ms);
    time.tv_sec += more.tv_sec;
    time.tv_nsec += more.tv_nsec;
    if (time.tv_nsec >= kNanosPerSecond) {
        ++time.tv_sec;
        time.tv_nsec -= kNanosPerSecond;
    }
    return time;
}

timespec wallTime()
{
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time);
    return time;
}

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec *time)
{
    using Function = int (*)(clockid_t, timespec *);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "clock_gettime"));
    if (const char *held = wish("HELD_CLOCK_MS"); held && isWall(clock)) {
        *time = timeOf(std::atoll(held));
        return 0;
    }
    const int answer = real(clock, time);
    const char *by = wish("AHEAD_CLOCK_MS");
    const bool shifts = isWall(clock) || clock == CLOCK_BOOTTIME;
    if (answer == 0 && by && shifts) *time = ahead(*time, std::atoll(by));
    return answer;
}

extern "C" int gettimeofday(timeval *time, void *) noexcept
{
    constexpr long kNanosPerMicro = 1000;
    const timespec now = wallTime();
    *time = {now.tv_sec, now.tv_nsec / kNanosPerMicro};
    return 0;
}

extern "C" time_t time(time_t *out) noexcept
{
    const time_t now = wallTime().tv_sec;
    if (out) *out = now;
    return now;
}
