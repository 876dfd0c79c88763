#include "core/base/utf8.h"

#include <array>
#include <cstdint>
#include <cstdio>

namespace greenward {
namespace {

struct Decoded
{
    std::uint32_t codePoint = 0;
    std::size_t length = 0; ///< 0: not well-formed here
};

Decoded decodeAt(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]));
    };
    const std::uint32_t first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > bytes.size()) return {};
    std::uint32_t value = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return {};
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {value, length};
}

bool needsEscape(std::uint32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    const bool bidi =
        c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || bidi || c == 0xFEFF;
}

} // namespace

bool isValidUtf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded one = decodeAt(bytes, at);
        if (one.length == 0) return false;
        at += one.length;
    }
    return true;
}

namespace {

/// `kept`: what stays although it would be escaped.
template<typename Kept>
std::string escaped(std::string_view bytes, Kept kept)
{
    std::string out;
    out.reserve(bytes.size());
    std::array<char, 16> buffer{};
    for (std::size_t at = 0; at < bytes.size();) {
        const Decoded one = decodeAt(bytes, at);
        if (one.length == 0) {
            std::snprintf(buffer.data(), buffer.size(), "\\x%02X", static_cast<unsigned char>(bytes[at]));
            out += buffer.data();
            ++at;
            continue;
        }
        if (kept(one.codePoint)) {
            out += bytes.substr(at, one.length);
        } else if (one.codePoint == '\\') {
            out += "\\\\";
        } else if (needsEscape(one.codePoint)) {
            std::snprintf(buffer.data(), buffer.size(), "\\u{%X}", one.codePoint);
            out += buffer.data();
        } else {
            out += bytes.substr(at, one.length);
        }
        at += one.length;
    }
    return out;
}

} // namespace

std::string escapedForDisplay(std::string_view bytes)
{
    return escaped(bytes, [](std::uint32_t) { return false; });
}

std::string escapedControls(std::string_view bytes, std::string_view kept)
{
    return escaped(bytes, [kept](std::uint32_t c) {
        return c == '\\' || (c < 0x80 && kept.find(static_cast<char>(c)) != std::string_view::npos);
    });
}

} // namespace greenward
