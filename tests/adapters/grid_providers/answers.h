#pragma once

#include "core/adapters/grid_providers/http_answer.h"
#include "core/base/time_text.h"
#include "core/grid/series.h"

#include <gtest/gtest.h>

#include <string>

namespace greenward::adapters {

inline HttpAnswer ok(std::string body)
{
    return {200, std::move(body), {}};
}

inline HttpAnswer status(int code, std::string body)
{
    return {code, std::move(body), {}};
}

inline Instant at(std::string_view text)
{
    return parseInstant(text, "test").value();
}

/// "measured 2026-01-01T00:00:00Z 300 s 394.625".
inline std::string shown(const grid::SeriesPoint &point)
{
    return std::string(pointKindName(point.kind)) + " " + toRfc3339(point.from) + " " +
           std::to_string(point.length.count() / 1000) + " s " + point.value.gramsText();
}

template<typename T>
std::string troubleOf(const grid::Answer<T> &answer)
{
    return answer ? "none" : std::string(troubleName(answer.error().trouble));
}

template<typename T>
std::string detailOf(const grid::Answer<T> &answer)
{
    return answer ? "" : answer.error().detail;
}

} // namespace greenward::adapters
