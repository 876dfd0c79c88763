#include "core/grid/provider_problem.h"

namespace greenward::grid {

std::string_view troubleName(Trouble trouble)
{
    switch (trouble) {
    case Trouble::NoCredentials:
        return "no_credentials";
    case Trouble::WrongCredentials:
        return "wrong_credentials";
    case Trouble::TokenExpired:
        return "token_expired";
    case Trouble::NotInPlan:
        return "not_in_plan";
    case Trouble::NotCovered:
        return "not_covered";
    case Trouble::NoDataNow:
        return "no_data_now";
    case Trouble::NotSupported:
        return "not_supported";
    case Trouble::RateLimited:
        return "rate_limited";
    case Trouble::Down:
        return "down";
    case Trouble::BadRequest:
        return "bad_request";
    case Trouble::BadAnswer:
        return "bad_answer";
    case Trouble::Sandbox:
        return "sandbox";
    case Trouble::Cancelled:
        return "cancelled";
    }
    return "?";
}

} // namespace greenward::grid
