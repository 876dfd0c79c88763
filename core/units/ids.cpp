#include "core/units/ids.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <charconv>

namespace greenward {
namespace {

/// The value as an error may show it: escaped, and cut so that a hostile name cannot flood a log.
std::string shown(std::string_view text)
{
    constexpr std::size_t kMost = 80;
    const std::string escaped = escapedForDisplay(text.substr(0, kMost));
    return "\"" + escaped + (text.size() > kMost ? "...\" (" + std::to_string(text.size()) + " bytes)" : "\"");
}

Result<void> checkPrintable(std::string_view text, std::string_view field, std::size_t most)
{
    if (text.empty()) return fail(ErrorCode::InvalidInput, field, "must not be empty");
    if (text.size() > most)
        return fail(ErrorCode::InvalidInput, field, shown(text) + " is longer than " + std::to_string(most) + " bytes");
    if (!isValidUtf8(text)) return fail(ErrorCode::InvalidInput, field, shown(text) + " is not UTF-8");
    const bool control = std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
    if (control) return fail(ErrorCode::InvalidInput, field, shown(text) + " holds a control character");
    return {};
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

Result<void> checkWord(std::string_view text, std::string_view field, char extra)
{
    const bool fits =
        !text.empty() && text.size() <= 64 && text.front() != '-' && text.front() != '.' &&
        std::all_of(text.begin(), text.end(), [extra](char c) { return isWordCharacter(c) || c == extra; });
    if (fits) return {};
    return fail(ErrorCode::InvalidInput, field,
                shown(text) + " is not a name; use 1 to 64 letters, digits, '_', '-' and '" + std::string(1, extra) +
                    "'");
}

Result<void> checkCapitals(std::string_view text, std::size_t count, std::string_view field, std::string_view what)
{
    if (text.size() == count && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return {};
    return fail(ErrorCode::InvalidInput, field, shown(text) + " is not " + std::string(what));
}

/// Of things that are counted from 1.
Result<std::int64_t> parseNumber(std::string_view text, std::string_view field)
{
    std::int64_t id = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (problem != std::errc{} || end != text.data() + text.size() || id <= 0)
        return fail(ErrorCode::InvalidInput, field, shown(text) + " is not a " + std::string(field) + " number");
    return id;
}

} // namespace

Result<void> TenantTag::check(std::string_view text)
{
    CORE_CHECK(checkPrintable(text, "tenant", 255));
    if (text.find('/') != std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "tenant", shown(text) + " holds a '/'");
    return {};
}

Result<void> BackendTag::check(std::string_view text)
{
    return checkWord(text, "backend", '.');
}
Result<void> RegionTag::check(std::string_view text)
{
    return checkWord(text, "region", ':');
}
Result<void> ActorTag::check(std::string_view text)
{
    return checkPrintable(text, "by", 128);
}

Result<void> CountryTag::check(std::string_view text)
{
    return checkCapitals(text, 2, "country", "a country code of two capital letters, like SE");
}
Result<void> CurrencyTag::check(std::string_view text)
{
    return checkCapitals(text, 3, "currency", "a currency of three capital letters, like EUR");
}

Result<BatchId> parseBatchId(std::string_view text)
{
    CORE_TRY(const std::int64_t id, parseNumber(text, "batch"));
    return BatchId{id};
}
Result<DecisionId> parseDecisionId(std::string_view text)
{
    CORE_TRY(const std::int64_t id, parseNumber(text, "decision"));
    return DecisionId{id};
}

Result<void> ObjectKeyTag::check(std::string_view text)
{
    const auto bad = [&](std::string_view why) {
        return fail(ErrorCode::InvalidInput, "key", shown(text) + " " + std::string(why));
    };
    if (text.empty()) return bad("is empty");
    if (text.size() > 4096) return bad("is longer than 4096 bytes");
    if (text.find('\0') != std::string_view::npos) return bad("holds a NUL byte");
    for (std::string_view rest = text;;) {
        const std::size_t slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        if (part.empty() || part == "." || part == "..") return bad("has an empty, \".\" or \"..\" component");
        if (slash == std::string_view::npos) return {};
        rest.remove_prefix(slash + 1);
    }
}

} // namespace greenward
