#include "core/units/energy.h"

namespace greenward {
namespace {

// nWh x mg/kWh = 1e-9 Wh x 1e-3 g / 1e3 Wh = 1e-15 g = 1e-9 micrograms.
constexpr Int128 kProductsPerMicrogram = 1'000'000'000;
constexpr Int128 kCarriedPerMicrogram = kProductsPerMicrogram * 1'000'000; // PUE in millionths
constexpr Int128 kLargestFigure = Int128{9'000'000'000} * 1'000'000'000;

} // namespace

Result<Energy> parseWattHours(std::string_view text, std::string_view field)
{
    CORE_TRY(const std::int64_t nwh, parseDecimal(text, 9, field));
    if (nwh < 0) return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" is negative");
    if (nwh > kLargestFigure)
        return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" is more than 9 GWh");
    return Energy::fromNanowattHours(nwh);
}

Result<GramsCO2e> emissions(Energy energy, GramsPerKwh intensity)
{
    const Int128 product = energy.nanowattHours() * intensity.milligrams();
    CORE_TRY(const std::int64_t ug, toInt64(divideRounded(product, kProductsPerMicrogram), "emissions"));
    return GramsCO2e::fromMicrograms(ug);
}

Result<EmissionMeter> EmissionMeter::carrying(std::int64_t carried)
{
    if (carried < 0 || carried >= kCarriedPerMicrogram)
        return fail(ErrorCode::InvalidInput, "carried", std::to_string(carried) + " is no part of a microgram");
    EmissionMeter meter;
    meter.m_carried = carried;
    return meter;
}

Result<GramsCO2e> EmissionMeter::add(Energy energy, GramsPerKwh intensity, Pue pue)
{
    // At most 9e18 nWh x 3e6 mg/kWh x 1e7 millionths: 2.7e32 fits 128 bits.
    const Int128 sum = energy.nanowattHours() * intensity.milligrams() * pue.millionths() + m_carried;
    CORE_TRY(const std::int64_t ug, toInt64(sum / kCarriedPerMicrogram, "emissions"));
    m_carried = sum % kCarriedPerMicrogram;
    return GramsCO2e::fromMicrograms(ug);
}

Energy specifiedRestEnergy(DataSize size, std::chrono::hours hours)
{
    constexpr int kNanowattHoursPerByteYear = 6;
    constexpr int kHoursPerYear = 8760;
    return Energy::fromNanowattHours(
        divideRounded(Int128{size.bytes()} * kNanowattHoursPerByteYear * hours.count(), kHoursPerYear));
}

} // namespace greenward
