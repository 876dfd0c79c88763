#include "core/adapters/pdf/figures.h"

#include "core/base/time_text.h"

#include <algorithm>
#include <array>

namespace greenward::adapters::pdf {
namespace {

constexpr int kDecimals = 3;
constexpr const char *kThinSpace = "\u202f"; // narrow, no line break

struct Unit
{
    const char *name;
    int digits;
};
constexpr std::array kCarbonUnits{Unit{"t", 12}, Unit{"kg", 9}, Unit{"g", 6}, Unit{"mg", 3}};
constexpr std::array kSizeUnits{Unit{"PB", 15}, Unit{"TB", 12}, Unit{"GB", 9}, Unit{"MB", 6}, Unit{"kB", 3}};

constexpr Int128 powerOfTen(int exponent)
{
    Int128 power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

std::string grouped(const std::string &digits)
{
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += kThinSpace;
        out += digits[i];
    }
    return out;
}

/// `scaled` x 10^-places with all its decimals, so that a column lines up at the point.
std::string fixed(Int128 scaled, int places)
{
    const Int128 magnitude = scaled < 0 ? -scaled : scaled;
    const Int128 one = powerOfTen(places);
    std::string decimals = decimalText(magnitude % one, 0);
    decimals.insert(0, static_cast<std::size_t>(places) - std::min(decimals.size(), static_cast<std::size_t>(places)),
                    '0');
    return (scaled < 0 ? "\u2212" : "") + grouped(decimalText(magnitude / one, 0)) + (places > 0 ? "." + decimals : "");
}

constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};

} // namespace

CarbonUnit CarbonUnit::forAmounts(const std::vector<GramsCO2e> &amounts)
{
    std::int64_t largest = 0;
    for (const GramsCO2e amount : amounts)
        largest = std::max(largest, amount.micrograms() < 0 ? -amount.micrograms() : amount.micrograms());
    for (const Unit &unit : kCarbonUnits)
        if (largest >= powerOfTen(unit.digits)) return {unit.name, unit.digits};
    return largest == 0 ? CarbonUnit("g", 6) : CarbonUnit("mg", 3);
}

std::string CarbonUnit::text(GramsCO2e amount) const
{
    const Int128 thousandths = divideRounded(amount.micrograms(), powerOfTen(m_digits - kDecimals));
    if (thousandths == 0 && amount != GramsCO2e{}) return amount > GramsCO2e{} ? "< 0.001" : "> \u22120.001";
    return fixed(thousandths, kDecimals);
}

std::string CarbonUnit::mark(GramsCO2e amount) const
{
    return amount == GramsCO2e{} ? "0" : decimalText(amount.micrograms(), m_digits) + " " + m_name;
}

std::string carbonText(GramsCO2e amount)
{
    const CarbonUnit unit = CarbonUnit::forAmounts({amount});
    return unit.text(amount) + " " + unit.name();
}

std::string countText(std::uint64_t count)
{
    return grouped(std::to_string(count));
}

std::string sizeText(DataSize size)
{
    for (const Unit &unit : kSizeUnits)
        if (size.bytes() >= powerOfTen(unit.digits))
            return fixed(divideRounded(size.bytes(), powerOfTen(unit.digits - 2)), 2) + " " + unit.name;
    return std::to_string(size.bytes()) + " B";
}

std::string percentText(const std::optional<Percent> &share)
{
    if (!share) return "\u2013";
    const Int128 tenths = divideRounded(share->millionths(), 100'000);
    return tenths == 0 && share->millionths() > 0 ? "< 0.1 %" : fixed(tenths, 1) + " %";
}

std::string timeText(Instant at)
{
    std::string text = toRfc3339(at).substr(0, 16);
    text[10] = ' ';
    return text;
}

std::string dateText(Instant at)
{
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(at)};
    return std::to_string(static_cast<unsigned>(date.day())) + " " + kMonths[static_cast<unsigned>(date.month()) - 1] +
           " " + std::to_string(static_cast<int>(date.year()));
}

std::string periodText(Instant from, Instant to)
{
    using std::chrono::days;
    const auto midnight = [](Instant at) {
        return std::chrono::floor<days>(at) == at;
    };
    if (!midnight(from) || !midnight(to)) return timeText(from) + " to " + timeText(to) + " (UTC, end not included)";
    const Instant last = to - days{1};
    if (last == from) return dateText(from) + " (UTC)";
    return dateText(from) + " to " + dateText(last) + " (UTC)";
}

} // namespace greenward::adapters::pdf
