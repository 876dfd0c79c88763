#include "app/ctl/words.h"

#include "core/base/time_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace greenward::ctl {

namespace {

struct CarbonUnit
{
    std::string_view name;
    std::int64_t micrograms;
};
constexpr std::array kCarbonUnits{CarbonUnit{"t", 1'000'000'000'000}, CarbonUnit{"kg", 1'000'000'000},
                                  CarbonUnit{"g", 1'000'000}, CarbonUnit{"mg", 1'000}, CarbonUnit{"ug", 1}};

/// `scaled` x 10^-places with all its places: (49'00, 2) -> "49.00".
std::string fixedText(Int128 scaled, int places)
{
    std::string text = decimalText(scaled, places);
    const auto point = text.find('.');
    if (point == std::string::npos) text += '.';
    const auto shown = point == std::string::npos ? 0 : text.size() - point - 1;
    return text.append(static_cast<std::size_t>(places) - shown, '0');
}

std::int64_t magnitude(GramsCO2e amount)
{
    return amount.micrograms() < 0 ? -amount.micrograms() : amount.micrograms();
}

} // namespace

CarbonScale CarbonScale::fitting(std::span<const GramsCO2e> amounts)
{
    std::int64_t largest = 0;
    for (const GramsCO2e amount : amounts)
        largest = std::max(largest, magnitude(amount));
    // Nothing but zeros is shown in grams.
    if (largest == 0) return CarbonScale("g", 1'000'000);
    const auto unit =
        std::ranges::find_if(kCarbonUnits, [largest](const CarbonUnit &each) { return largest >= each.micrograms; });
    return CarbonScale(unit->name, unit->micrograms);
}

std::string CarbonScale::number(GramsCO2e amount) const
{
    return fixedText(divideRounded(Int128{amount.micrograms()} * 1000, m_micrograms), 3);
}

std::string CarbonScale::number(const std::optional<GramsCO2e> &amount) const
{
    return amount ? number(*amount) : "-";
}

std::string carbonWords(GramsCO2e amount)
{
    const CarbonScale scale = CarbonScale::fitting({&amount, 1});
    std::string number = scale.number(amount);
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.') number.pop_back();
    return number + ' ' + std::string(scale.unit()) + " CO2e";
}

std::string carbonWords(const std::optional<GramsCO2e> &amount, std::string_view none)
{
    return amount ? carbonWords(*amount) : std::string(none);
}

std::string sizeWords(DataSize size)
{
    static constexpr std::array kUnits{"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    std::size_t unit = 0;
    Int128 divisor = 1;
    while (unit + 1 < kUnits.size() && size.bytes() >= divisor * 1024) {
        divisor *= 1024;
        ++unit;
    }
    return decimalText(divideRounded(Int128{size.bytes()} * 100, divisor), 2) + ' ' + kUnits[unit];
}

std::string countWords(std::uint64_t count)
{
    std::string text = std::to_string(count);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) {
        text.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return text;
}

std::string ratioWords(std::int64_t millionths, int places)
{
    Int128 step = 1'000'000;
    for (int i = 0; i < places; ++i)
        step /= 10;
    return decimalText(divideRounded(millionths, step), places);
}

std::string scoreWords(ScorePoints points)
{
    return fixedText(divideRounded(points.millionths(), 10'000), 2);
}

std::string objectsWords(std::uint64_t objects, DataSize size)
{
    return countWords(objects) + (objects == 1 ? " object, " : " objects, ") + sizeWords(size);
}

std::string nameWords(std::string_view name)
{
    std::string words(name);
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string percentWords(const std::optional<Percent> &percent)
{
    return percent ? ratioWords(percent->millionths(), 1) + " %" : "-";
}

std::string timeWords(const std::optional<Instant> &at)
{
    if (!at) return "-";
    return toRfc3339(std::chrono::floor<std::chrono::seconds>(*at));
}

std::string spanWords(std::chrono::seconds span)
{
    struct Unit
    {
        char name;
        std::int64_t seconds;
    };
    static constexpr std::array kUnits{Unit{'d', 86'400}, Unit{'h', 3'600}, Unit{'m', 60}, Unit{'s', 1}};
    auto rest = std::max<std::int64_t>(span.count(), 0);
    std::string text;
    int shown = 0;
    for (const auto &unit : kUnits) {
        if (rest < unit.seconds && text.empty() && unit.seconds > 1) continue;
        const auto count = rest / unit.seconds;
        rest %= unit.seconds;
        if (count > 0 || text.empty()) {
            text += (text.empty() ? "" : " ") + std::to_string(count) + unit.name;
        }
        if (++shown == 2) break;
    }
    return text;
}

std::string rateWords(double bytesPerSecond)
{
    return sizeWords(DataSize::fromBytes(std::llround(std::max(bytesPerSecond, 0.0)))) + "/s";
}

} // namespace greenward::ctl
