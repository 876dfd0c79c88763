#pragma once

#include "core/base/clock.h"
#include "core/units/carbon.h"

#include <optional>
#include <string>
#include <string_view>

namespace greenward::engine {

/// Writes one JSON object on one line, member by member, without building a tree first: a replay writes millions.
/// Member names are our own and need no escaping.
class LineText final
{
public:
    LineText() { m_text.reserve(256); }

    LineText &text(std::string_view name, std::string_view value);
    LineText &number(std::string_view name, std::int64_t value);
    LineText &flag(std::string_view name, bool value);
    LineText &grams(std::string_view name, GramsCO2e amount);
    /// null when there is none.
    LineText &grams(std::string_view name, const std::optional<GramsCO2e> &amount);
    LineText &time(std::string_view name, Instant at);
    /// `json` is a JSON value already.
    LineText &raw(std::string_view name, std::string_view json);

    /// The object; nothing can be added afterwards.
    std::string finish() &&;

private:
    void name(std::string_view name);

    std::string m_text;
};

} // namespace greenward::engine
