#include "core/base/json_fields.h"

#include "core/base/time_text.h"

#include <limits>

namespace greenward {
namespace {

/// The value as an error may show it: one line, cut so that a hostile document cannot flood a log.
std::string shown(const Json &value)
{
    constexpr std::size_t kMost = 80;
    const std::string text = jsonText(value);
    if (text.size() <= kMost) return text;
    std::string start = text.substr(0, kMost);
    return start.append("...");
}

Unexpected<Error> wrongKind(const std::string &name, const Json &value, std::string_view wanted)
{
    return fail(ErrorCode::InvalidInput, name, shown(value) + " is not " + std::string(wanted));
}

} // namespace

Result<JsonFields> JsonFields::of(const Json &json, std::string_view subject)
{
    if (!json.is_object()) return fail(ErrorCode::InvalidInput, subject, shown(json) + " is not a JSON object");
    return JsonFields(json);
}

bool JsonFields::has(const std::string &name) const
{
    const auto at = m_json->find(name);
    return at != m_json->end() && !at->is_null();
}

Result<const Json *> JsonFields::member(const std::string &name) const
{
    if (!has(name)) return fail(ErrorCode::InvalidInput, name, "is missing");
    return &*m_json->find(name);
}

Result<std::string> JsonFields::text(const std::string &name) const
{
    CORE_TRY(const Json *value, member(name));
    if (!value->is_string()) return wrongKind(name, *value, "a text");
    return value->get<std::string>();
}

std::string JsonFields::textOr(const std::string &name, std::string_view fallback) const
{
    return text(name).value_or(std::string(fallback));
}

Result<std::int64_t> JsonFields::integer(const std::string &name, std::int64_t low, std::int64_t high) const
{
    CORE_TRY(const Json *value, member(name));
    if (!value->is_number_integer()) return wrongKind(name, *value, "a whole number");
    constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const bool fits = !value->is_number_unsigned() || value->get<std::uint64_t>() <= kMost;
    const std::int64_t number = fits ? value->get<std::int64_t>() : 0;
    if (!fits || number < low || number > high)
        return fail(ErrorCode::InvalidInput, name,
                    shown(*value) + " is outside " + std::to_string(low) + " to " + std::to_string(high));
    return number;
}

Result<bool> JsonFields::flag(const std::string &name) const
{
    CORE_TRY(const Json *value, member(name));
    if (!value->is_boolean()) return wrongKind(name, *value, "true or false");
    return value->get<bool>();
}

Result<Instant> JsonFields::time(const std::string &name) const
{
    CORE_TRY(const std::string written, text(name));
    return parseInstant(written, name);
}

Result<std::string> JsonFields::decimal(const std::string &name) const
{
    CORE_TRY(const Json *value, member(name));
    if (value->is_string()) return value->get<std::string>();
    if (!value->is_number()) return wrongKind(name, *value, "a decimal number");
    return value->dump(); // the shortest text that reads back as the same number
}

Result<const Json *> JsonFields::list(const std::string &name, std::size_t most) const
{
    CORE_TRY(const Json *value, member(name));
    if (!value->is_array()) return wrongKind(name, *value, "a list");
    if (value->size() > most)
        return fail(ErrorCode::InvalidInput, name,
                    std::to_string(value->size()) + " entries are more than " + std::to_string(most));
    return value;
}

Result<std::optional<Instant>> JsonFields::timeIfAny(const std::string &name) const
{
    if (!has(name)) return std::optional<Instant>();
    CORE_TRY(const Instant at, time(name));
    return std::optional<Instant>(at);
}

Result<JsonFields> JsonFields::object(const std::string &name) const
{
    CORE_TRY(const Json *json, member(name));
    return of(*json, name);
}

} // namespace greenward
