#include "core/adapters/os/system_clock.h"

#include "core/adapters/os/system_clock_witness.h"

#include <ctime>
#include <fstream>

#include <sys/timex.h>

namespace greenward::adapters {

Instant SystemClock::now() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

std::chrono::nanoseconds SystemClock::monotonic() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

SystemClockWitness::SystemClockWitness()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    // Without it every start counts as one after a reboot.
    std::getline(file, m_bootId);
}

milliseconds SystemClockWitness::sinceBoot() const
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return milliseconds(std::int64_t{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000);
}

milliseconds SystemClockWitness::uptime() const
{
    std::ifstream file("/proc/uptime");
    double seconds = 0;
    if (!(file >> seconds)) return sinceBoot();
    constexpr double kMillis = 1000;
    return milliseconds(static_cast<std::int64_t>(seconds * kMillis));
}

std::optional<Instant> SystemClockWitness::synchronisedTime() const
{
    timex state{};
    const int answer = ::adjtimex(&state); // asks only: no mode is set
    if (answer < 0 || answer == TIME_ERROR || (state.status & STA_UNSYNC) != 0) return std::nullopt;
    const std::int64_t part = state.time.tv_usec; // or nanoseconds, as the status says
    return Instant{milliseconds(std::int64_t{state.time.tv_sec} * 1000 +
                                part / ((state.status & STA_NANO) != 0 ? 1'000'000 : 1'000))};
}

} // namespace greenward::adapters
