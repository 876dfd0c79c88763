#pragma once

#include "core/adapters/sqlite/connection.h"
#include "core/base/clock.h"

namespace greenward::adapters::sqlite {

inline Instant instantOf(std::int64_t ms)
{
    return Instant(milliseconds(ms));
}

/// What was written was valid; if it is not any more, the file was damaged or edited: StoreDamaged.
template<typename NameType>
Result<NameType> nameAt(const Statement &row, int column)
{
    auto name = NameType::parse(row.bytes(column));
    if (name) return name;
    return fail(ErrorCode::StoreDamaged, name.error().subject, name.error().detail);
}

} // namespace greenward::adapters::sqlite
