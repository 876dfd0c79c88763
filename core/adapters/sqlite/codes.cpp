#include "core/adapters/sqlite/codes.h"

#include <array>
#include <utility>

namespace greenward::adapters::sqlite {
namespace {

using store::MoveState;

constexpr std::array<std::pair<MoveState, std::int64_t>, 12> kStates{{
    {MoveState::Planned, 1},
    {MoveState::Copying, 2},
    {MoveState::Verified, 3},
    {MoveState::Switched, 4},
    {MoveState::Releasing, 5},
    {MoveState::RetryWait, 6},
    {MoveState::Done, 100},
    {MoveState::Kept, 101},
    {MoveState::Skipped, 102},
    {MoveState::Stale, 103},
    {MoveState::Failed, 104},
    {MoveState::Cancelled, 105},
}};

constexpr std::array<std::pair<Quality, std::uint8_t>, 4> kQualities{{
    {Quality::Measured, 1},
    {Quality::Calculated, 2},
    {Quality::Estimated, 3},
    {Quality::Default, 4},
}};

static_assert([] {
    for (const auto &[state, number] : kStates)
        if (store::isTerminal(state) != (number >= kFirstClosedState)) return false;
    return true;
}());

} // namespace

std::string_view collectionText(store::Collection collection)
{
    switch (collection) {
    case store::Collection::Backend:
        return "backend";
    case store::Collection::Policy:
        return "policy";
    case store::Collection::Budget:
        return "budget";
    case store::Collection::Batch:
        return "batch";
    case store::Collection::Setting:
        return "setting";
    case store::Collection::Scan:
        return "scan";
    case store::Collection::Decision:
        return "decision";
    case store::Collection::Throttle:
        return "throttle";
    case store::Collection::Reservation:
        return "reservation";
    case store::Collection::Meter:
        return "meter";
    }
    return "setting";
}

std::int64_t stateNumber(MoveState state)
{
    for (const auto &[known, number] : kStates)
        if (known == state) return number;
    return 1;
}

Result<MoveState> stateOf(std::int64_t number)
{
    for (const auto &[state, known] : kStates)
        if (known == number) return state;
    return fail(ErrorCode::StoreDamaged, "move", "unknown state " + std::to_string(number));
}

std::uint8_t qualityNumber(Quality quality)
{
    for (const auto &[known, number] : kQualities)
        if (known == quality) return number;
    return 4;
}

Result<Quality> qualityOf(std::uint8_t number)
{
    for (const auto &[quality, known] : kQualities)
        if (known == number) return quality;
    return fail(ErrorCode::StoreDamaged, "usage", "unknown quality " + std::to_string(number));
}

std::int64_t kindNumber(PeriodKind kind)
{
    switch (kind) {
    case PeriodKind::Hour:
        return 1;
    case PeriodKind::Day:
        return 2;
    case PeriodKind::Week:
        return 3;
    case PeriodKind::Month:
        return 4;
    case PeriodKind::Quarter:
        return 5;
    case PeriodKind::Year:
        return 6;
    }
    return 0;
}

Result<PeriodKind> kindOf(std::int64_t number)
{
    for (const PeriodKind kind : {PeriodKind::Hour, PeriodKind::Day, PeriodKind::Week, PeriodKind::Month,
                                  PeriodKind::Quarter, PeriodKind::Year})
        if (kindNumber(kind) == number) return kind;
    return fail(ErrorCode::StoreDamaged, "period", "kind " + std::to_string(number) + " is unknown");
}

std::int64_t levelNumber(ThrottleLevel level)
{
    switch (level) {
    case ThrottleLevel::None:
        return 0;
    case ThrottleLevel::Soft:
        return 1;
    case ThrottleLevel::Hard:
        return 2;
    }
    return 0;
}

Result<ThrottleLevel> levelOf(std::int64_t number)
{
    for (const ThrottleLevel level : {ThrottleLevel::None, ThrottleLevel::Soft, ThrottleLevel::Hard})
        if (levelNumber(level) == number) return level;
    return fail(ErrorCode::StoreDamaged, "period", "level " + std::to_string(number) + " is unknown");
}

} // namespace greenward::adapters::sqlite
