#pragma once

#include "core/base/error.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace greenward {

/// A name that is valid from birth and cannot be passed where another kind of name is wanted.
/// The tag supplies `static constexpr const char *field` and `static Result<void> check(std::string_view)`.
template<typename Tag>
class Name final
{
public:
    static Result<Name> parse(std::string_view text)
    {
        CORE_CHECK(Tag::check(text));
        return Name(std::string(text));
    }
    const std::string &text() const { return m_text; }
    friend auto operator<=>(const Name &, const Name &) = default;

private:
    explicit Name(std::string text)
        : m_text(std::move(text))
    {}
    std::string m_text;
};

struct TenantTag
{
    static Result<void> check(std::string_view text);
};
struct BackendTag
{
    static Result<void> check(std::string_view text);
};
struct RegionTag
{
    static Result<void> check(std::string_view text);
};
struct ActorTag
{
    static Result<void> check(std::string_view text);
};

/// A storage tenant: 1 to 255 bytes of UTF-8 without control characters or '/'. Often a directory name.
using TenantId = Name<TenantTag>;
/// A storage backend: 1 to 64 of A-Z a-z 0-9 . _ - and not starting with a dot or a dash.
using BackendId = Name<BackendTag>;
/// What the operator calls a place: a cloud region, a grid zone or an ISO country code. 1 to 64 of A-Z a-z 0-9 : _ -.
/// Whether it is known, and what it maps to, is the grid component's business.
using RegionName = Name<RegionTag>;
/// Who asked: the person or program named in the audit log. 1 to 128 bytes of UTF-8 without control characters.
using Actor = Name<ActorTag>;

struct CountryTag
{
    static Result<void> check(std::string_view text);
};
struct CurrencyTag
{
    static Result<void> check(std::string_view text);
};
/// ISO 3166-1 alpha-2: two capital letters. Whether there is such a country is the tables' business.
using CountryCode = Name<CountryTag>;
/// ISO 4217: three capital letters.
using CurrencyCode = Name<CurrencyTag>;

/// Numbers given by the store, never reused.
enum class BatchId : std::int64_t {};
enum class MoveId : std::int64_t {};
/// Of a placement decision; counted from 1.
enum class DecisionId : std::int64_t {};
constexpr std::int64_t number(DecisionId id)
{
    return static_cast<std::int64_t>(id);
}
Result<DecisionId> parseDecisionId(std::string_view text);
constexpr std::int64_t number(BatchId id)
{
    return static_cast<std::int64_t>(id);
}
constexpr std::int64_t number(MoveId id)
{
    return static_cast<std::int64_t>(id);
}
Result<BatchId> parseBatchId(std::string_view text);

/// The key of an object inside its backend: any bytes but NUL, 1 to 4096, relative, no empty, "." or ".." component.
/// Not necessarily UTF-8: show it through escapedForDisplay.
struct ObjectKeyTag
{
    static Result<void> check(std::string_view text);
};
using ObjectKey = Name<ObjectKeyTag>;

} // namespace greenward

template<typename Tag>
struct std::hash<greenward::Name<Tag>>
{
    std::size_t operator()(const greenward::Name<Tag> &name) const noexcept
    {
        return std::hash<std::string>{}(name.text());
    }
};
