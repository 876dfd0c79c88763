#pragma once

#include "core/base/expected.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace greenward::grid {

/// Why a provider gave no usable answer: each asks for a different act, by the program or by a person.
enum class Trouble {
    NoCredentials,    ///< none are configured: nothing was asked
    WrongCredentials, ///< not accepted: nothing more is asked until somebody changes them
    TokenExpired,     ///< log in once more and repeat once
    NotInPlan,        ///< the account may not have this; remembered for a day, never retried
    NotCovered,       ///< the provider does not know this place
    NoDataNow,        ///< it will at another time; asked again at the next cycle
    NotSupported,     ///< this provider has no such answer at all
    RateLimited,      ///< asked too often; not before `retryAfter`
    Down,             ///< a network failure, a time-out or a server error: worth another try
    BadRequest,       ///< it says that we asked wrongly: our mistake or a wrong setting
    BadAnswer,        ///< an answer that cannot be right: refused, the last good value stays (C-28)
    Sandbox,          ///< made-up values of a trial key: never used
    Cancelled,        ///< by us
};
/// "plan", "rate_limited" ...: for --json and logs.
std::string_view troubleName(Trouble trouble);

/// `detail` is one English sentence with what the provider said, shortened and safe to show; never a secret.
struct ProviderProblem
{
    Trouble trouble = Trouble::Down;
    std::string detail;
    std::optional<std::chrono::seconds> retryAfter; ///< as the provider asked
    bool lasting = false; ///< of Down: its name cannot be found, which a few seconds will not change

    friend bool operator==(const ProviderProblem &, const ProviderProblem &) = default;
};

template<typename T>
using Answer = Expected<T, ProviderProblem>;

inline Unexpected<ProviderProblem> trouble(Trouble kind, std::string detail,
                                           std::optional<std::chrono::seconds> retryAfter = {})
{
    return Unexpected<ProviderProblem>{ProviderProblem{kind, std::move(detail), retryAfter}};
}

/// Whether the same request may be sent again soon (C-26).
constexpr bool isWorthRetrying(Trouble kind)
{
    return kind == Trouble::Down || kind == Trouble::RateLimited;
}

} // namespace greenward::grid
