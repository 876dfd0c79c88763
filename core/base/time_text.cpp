#include "core/base/time_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>

namespace greenward {
namespace {

using namespace std::chrono;

/// Reads exactly `width` digits off the front of `text`.
std::optional<int> takeDigits(std::string_view &text, std::size_t width)
{
    if (text.size() < width) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view &text, char wanted)
{
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<sys_days> takeDate(std::string_view &text)
{
    const auto y = takeDigits(text, 4);
    if (!y || !take(text, '-')) return std::nullopt;
    const auto m = takeDigits(text, 2);
    if (!m || !take(text, '-')) return std::nullopt;
    const auto d = takeDigits(text, 2);
    if (!d) return std::nullopt;
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok() || *y < 1970) return std::nullopt;
    return sys_days{date};
}

std::optional<milliseconds> takeTime(std::string_view &text)
{
    const auto h = takeDigits(text, 2);
    if (!h || *h > 23 || !take(text, ':')) return std::nullopt;
    const auto m = takeDigits(text, 2);
    if (!m || *m > 59) return std::nullopt;
    int s = 0;
    int ms = 0;
    if (take(text, ':')) {
        const auto sec = takeDigits(text, 2);
        if (!sec || *sec > 60) return std::nullopt;
        s = std::min(*sec, 59);
        if (take(text, '.')) {
            int scale = 100;
            bool any = false;
            while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
                ms += (text.front() - '0') * scale;
                scale /= 10;
                any = true;
                text.remove_prefix(1);
            }
            if (!any) return std::nullopt;
        }
    }
    return hours{*h} + minutes{*m} + seconds{s} + milliseconds{ms};
}

std::optional<minutes> takeOffset(std::string_view &text)
{
    if (take(text, 'Z') || take(text, 'z')) return minutes{0};
    const bool east = !text.empty() && text.front() == '+';
    if (!east && (text.empty() || text.front() != '-')) return std::nullopt;
    text.remove_prefix(1);
    const auto h = takeDigits(text, 2);
    if (!h || *h > 23 || !take(text, ':')) return std::nullopt;
    const auto m = takeDigits(text, 2);
    if (!m || *m > 59) return std::nullopt;
    const minutes offset = hours{*h} + minutes{*m};
    return east ? offset : -offset;
}

struct UnitName
{
    char letter;
    seconds length;
};
constexpr std::array kUnits{UnitName{'w', hours{168}}, UnitName{'d', hours{24}}, UnitName{'h', hours{1}},
                            UnitName{'m', minutes{1}}, UnitName{'s', seconds{1}}};

} // namespace

std::string toRfc3339(Instant at)
{
    const auto day = floor<days>(at);
    const year_month_day date{day};
    const hh_mm_ss time{at - day};
    std::array<char, 40> out{};
    const auto written = [&](int n) {
        return std::string(out.data(), static_cast<std::size_t>(n));
    };
    const int y = static_cast<int>(date.year());
    const auto m = static_cast<unsigned>(date.month());
    const auto d = static_cast<unsigned>(date.day());
    const int h = static_cast<int>(time.hours().count());
    const int min = static_cast<int>(time.minutes().count());
    const int s = static_cast<int>(time.seconds().count());
    const int ms = static_cast<int>(time.subseconds().count());
    if (ms == 0)
        return written(std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", y, m, d, h, min, s));
    return written(
        std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", y, m, d, h, min, s, ms));
}

Result<Instant> parseInstant(std::string_view text, std::string_view field)
{
    const std::string_view whole = text;
    const auto bad = [&] {
        return fail(ErrorCode::InvalidInput, field,
                    "\"" + std::string(whole) + "\" is not a time; write it like 2026-11-21T03:00:00Z or 2026-11-21");
    };
    const auto date = takeDate(text);
    if (!date) return bad();
    if (text.empty()) return Instant{*date};
    if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return bad();
    const auto time = takeTime(text);
    if (!time) return bad();
    const auto offset = takeOffset(text);
    if (!offset || !text.empty()) return bad();
    return Instant{*date} + *time - *offset;
}

Result<std::chrono::seconds> parseDuration(std::string_view text, std::string_view field)
{
    const auto bad = [&] {
        return fail(ErrorCode::InvalidInput, field,
                    "\"" + std::string(text) +
                        "\" is not a duration; write a whole number and a unit: 30d, 12h, 90m, 45s");
    };
    std::int64_t count = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    if (problem != std::errc{} || count < 0 || count > 1'000'000) return bad();
    if (unit.empty()) return count == 0 ? Result<seconds>(seconds{0}) : bad();
    for (const UnitName &known : kUnits)
        if (unit.size() == 1 && unit.front() == known.letter) return seconds{known.length * count};
    return bad();
}

std::string durationText(std::chrono::seconds duration)
{
    if (duration.count() == 0) return "0";
    for (const UnitName &unit : kUnits)
        if (unit.letter != 'w' && duration % unit.length == seconds{0})
            return std::to_string(duration / unit.length) + unit.letter;
    return std::to_string(duration.count()) + "s";
}

} // namespace greenward
