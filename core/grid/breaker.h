#pragma once

#include "core/base/clock.h"

#include <optional>

namespace greenward::grid {

/// Keeps away from a provider that keeps failing (C-26): after `failures` in a row nothing is asked for `pause`; then
/// one trial; another failure doubles the pause, up to `longestPause`. Times are monotonic. One thread.
class Breaker final
{
public:
    struct Settings
    {
        int failures = 5;
        milliseconds pause{60'000};
        milliseconds longestPause{15 * 60'000};
    };
    enum class State { Closed, Open, Trial };

    Breaker() = default;
    explicit Breaker(const Settings &settings)
        : m_settings(settings)
    {}

    /// Whether a request may go now. After the pause it says yes once, until the outcome of that trial is told.
    bool mayAsk(milliseconds now);
    void succeeded();
    /// Only of failures that say the service is not well: Down and RateLimited.
    void failed(milliseconds now);
    /// The trial ended without saying anything about the service (cancelled): another one may go.
    void undecided();

    State state(milliseconds now) const;
    /// When it may be asked again; nothing while closed.
    std::optional<milliseconds> opensAt() const { return m_openUntil; }

private:
    Settings m_settings;
    int m_failures = 0;
    milliseconds m_pause{0};
    std::optional<milliseconds> m_openUntil;
    bool m_onTrial = false;
};

} // namespace greenward::grid
