#include "tests/fuzz/targets.h"

#include "core/units/carbon.h"
#include "core/units/data_size.h"
#include "core/units/energy.h"
#include "core/units/ratios.h"

namespace greenward::fuzz {

void quantities(std::string_view bytes)
{
    if (const auto carbon = parseCarbon(bytes, "x")) {
        require(*carbon >= GramsCO2e{} && *carbon <= kLargestCarbon);
        require(parseGrams(carbon->gramsText(), "x").value() == *carbon);
        require(parseCarbon(carbon->gramsText() + " g", "x").value() == *carbon);
    }
    if (const auto grams = parseGrams(bytes, "x")) require(parseGrams(grams->gramsText(), "x").value() == *grams);
    if (const auto energy = parseWattHours(bytes, "x"))
        require(parseWattHours(energy->wattHoursText(), "x").value() == *energy);
    if (const auto intensity = parseGramsPerKwh(bytes, "x"))
        require(parseGramsPerKwh(intensity->gramsText(), "x").value() == *intensity);
    if (const auto size = parseDataSize(bytes, "x")) {
        require(size->bytes() >= 0);
        require(parseDataSize(std::to_string(size->bytes()), "x").value() == *size);
    }
    if (const auto share = parseShare(bytes, "x")) require(*share <= 100_percent);
    if (const auto threshold = parseThreshold(bytes, "x"))
        require(parseThreshold(threshold->text(), "x").value() == *threshold);
    if (const auto pue = parsePue(bytes, "x")) require(pue->millionths() >= 1'000'000);
    if (const auto wue = parseWue(bytes, "x")) require(wue->millionths() >= 0);
}

} // namespace greenward::fuzz
