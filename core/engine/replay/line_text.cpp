#include "core/engine/replay/line_text.h"

#include "core/base/json_text.h"
#include "core/base/time_text.h"

#include <algorithm>

namespace greenward::engine {
namespace {

bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; });
}

} // namespace

void LineText::name(std::string_view name)
{
    m_text += m_text.empty() ? "{\"" : ",\"";
    m_text += name;
    m_text += "\":";
}

LineText &LineText::text(std::string_view name, std::string_view value)
{
    if (!isPlain(value)) return raw(name, jsonText(jsonName(value)));
    this->name(name);
    m_text += '"';
    m_text += value;
    m_text += '"';
    return *this;
}

LineText &LineText::number(std::string_view name, std::int64_t value)
{
    return raw(name, std::to_string(value));
}

LineText &LineText::flag(std::string_view name, bool value)
{
    return raw(name, value ? "true" : "false");
}

LineText &LineText::grams(std::string_view name, GramsCO2e amount)
{
    return raw(name, amount.gramsText());
}

LineText &LineText::grams(std::string_view name, const std::optional<GramsCO2e> &amount)
{
    return amount ? grams(name, *amount) : raw(name, "null");
}

LineText &LineText::time(std::string_view name, Instant at)
{
    return text(name, toRfc3339(at));
}

LineText &LineText::raw(std::string_view name, std::string_view json)
{
    this->name(name);
    m_text += json;
    return *this;
}

std::string LineText::finish() &&
{
    m_text += m_text.empty() ? "{}" : "}";
    return std::move(m_text);
}

} // namespace greenward::engine
