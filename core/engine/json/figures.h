#pragma once

#include "core/base/json_text.h"
#include "core/units/carbon.h"
#include "core/units/intensity.h"
#include "core/units/ratios.h"
#include "core/units/redundancy.h"

#include <optional>

// Figures as the rows' JSON writes them: exact decimals, unknown as null. For the files of this folder.

namespace greenward::engine {

inline Json grams(GramsCO2e amount)
{
    return jsonDecimal(amount.micrograms(), 6);
}
inline Json grams(const std::optional<GramsCO2e> &amount)
{
    return amount ? grams(*amount) : Json(nullptr);
}

template<typename Tag>
Json decimal(Ratio<Tag> ratio)
{
    return jsonDecimal(ratio.millionths(), 6);
}
template<typename Tag>
Json decimal(const std::optional<Ratio<Tag>> &ratio)
{
    return ratio ? decimal(*ratio) : Json(nullptr);
}
inline Json orNull(const std::string &text)
{
    return text.empty() ? Json(nullptr) : jsonName(text);
}

/// A number of copies, or "10+4".
inline Json redundancyJson(Redundancy redundancy)
{
    return redundancy.isErasure() ? Json(redundancy.text()) : Json(redundancy.numerator());
}

inline Json intensity(GramsPerKwh value)
{
    return jsonDecimal(value.milligrams(), 3);
}

} // namespace greenward::engine
