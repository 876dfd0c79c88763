#pragma once

#include "core/store/records.h"
#include "core/units/period.h"

#include <string_view>

// How enumerations are written on disk. These never change their meaning, whatever becomes of the enumerations.

namespace greenward::adapters::sqlite {

std::string_view collectionText(store::Collection collection);

/// Codes below kFirstClosedState are moves that still hold their object; the schema's unique index relies on it.
inline constexpr std::int64_t kFirstClosedState = 100;
std::int64_t stateNumber(store::MoveState state);
Result<store::MoveState> stateOf(std::int64_t number);

std::int64_t kindNumber(PeriodKind kind);
Result<PeriodKind> kindOf(std::int64_t number);
std::int64_t levelNumber(ThrottleLevel level);
Result<ThrottleLevel> levelOf(std::int64_t number);

std::uint8_t qualityNumber(Quality quality);
Result<Quality> qualityOf(std::uint8_t number);

} // namespace greenward::adapters::sqlite
