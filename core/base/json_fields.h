#pragma once

#include "core/base/error.h"
#include "core/base/json_reader.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace greenward {

/// Reads members of one JSON object by name and type. Every error names the member and what it holds. Points into the
/// document it was made of.
class JsonFields final
{
public:
    /// InvalidInput, naming `subject`, when `json` is no object.
    static Result<JsonFields> of(const Json &json, std::string_view subject);

    /// Present and not null.
    bool has(const std::string &name) const;
    Result<std::string> text(const std::string &name) const;
    std::string textOr(const std::string &name, std::string_view fallback) const;
    Result<std::int64_t> integer(const std::string &name, std::int64_t low, std::int64_t high) const;
    Result<bool> flag(const std::string &name) const;
    Result<Instant> time(const std::string &name) const;
    Result<std::optional<Instant>> timeIfAny(const std::string &name) const;
    /// A member that is an object itself.
    Result<JsonFields> object(const std::string &name) const;
    /// The text of a decimal, written as a string ("1.135") or as a number; for the parse functions of the units.
    Result<std::string> decimal(const std::string &name) const;
    /// The member as it is; an error when it is missing or null.
    Result<const Json *> member(const std::string &name) const;
    /// A member that is an array of at most `most` entries.
    Result<const Json *> list(const std::string &name, std::size_t most) const;

private:
    explicit JsonFields(const Json &json)
        : m_json(&json)
    {}
    const Json *m_json;
};

/// The enumerator among `all` that `nameOf` calls what the member says.
template<typename Enum, typename NameOf>
Result<Enum> readNamed(const JsonFields &fields, const std::string &name, std::initializer_list<Enum> all,
                       NameOf nameOf)
{
    CORE_TRY(const std::string text, fields.text(name));
    for (const Enum one : all)
        if (text == nameOf(one)) return one;
    return fail(ErrorCode::InvalidInput, name, "\"" + text + "\" is not known");
}

} // namespace greenward
