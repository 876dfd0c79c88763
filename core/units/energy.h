#pragma once

#include "core/units/carbon.h"
#include "core/units/data_size.h"
#include "core/units/intensity.h"
#include "core/units/ratios.h"

#include <chrono>

namespace greenward {

/// Electrical energy: whole nanowatt-hours in 128 bits (64 would end at 9.2 GWh, less than a large site's year).
class Energy final
{
public:
    constexpr Energy() = default;
    static constexpr Energy fromNanowattHours(Int128 nwh) { return Energy(nwh); }
    static constexpr Energy fromKilowattHours(std::int64_t kwh) { return Energy(Int128{kwh} * 1'000'000'000'000); }

    constexpr Int128 nanowattHours() const { return m_nwh; }
    /// Exact decimal watt-hours: "64.42".
    std::string wattHoursText() const { return decimalText(m_nwh, 9); }

    friend constexpr Energy operator+(Energy a, Energy b) { return Energy(a.m_nwh + b.m_nwh); }
    friend constexpr Energy operator-(Energy a, Energy b) { return Energy(a.m_nwh - b.m_nwh); }
    friend constexpr auto operator<=>(Energy, Energy) = default;

private:
    explicit constexpr Energy(Int128 nwh)
        : m_nwh(nwh)
    {}
    Int128 m_nwh = 0;
};

/// Energy at rest by the specified 6 nWh per byte and year of 8760 h (P-10, C-37). Rounded to the nanowatt-hour.
Energy specifiedRestEnergy(DataSize size, std::chrono::hours hours);

/// A plain decimal of watt-hours, not negative, at most 9 GWh in one figure.
Result<Energy> parseWattHours(std::string_view text, std::string_view field);

/// Energy times intensity: the only product of the two (U-1, U-9). Rounded half away from zero to the microgram.
/// Callers that add up many small amounts multiply the sum, or use EmissionMeter.
Result<GramsCO2e> emissions(Energy energy, GramsPerKwh intensity);

/// Turns a stream of small energies into micrograms without losing any: the part below one microgram is carried to
/// the next call, so a billion small operations book what one large one does. One source, one thread.
class EmissionMeter final
{
public:
    /// Emissions of `energy` times `pue` plus what was carried, rounded down; the rest is carried on.
    Result<GramsCO2e> add(Energy energy, GramsPerKwh intensity, Pue pue = Pue::fromMillionths(1'000'000));

    /// What is carried, for a later process to go on from: 10^-15 micrograms.
    std::int64_t carried() const { return static_cast<std::int64_t>(m_carried); }
    /// InvalidInput unless it is at least 0 and below a microgram.
    static Result<EmissionMeter> carrying(std::int64_t carried);

private:
    Int128 m_carried = 0; ///< in 10^-15 micrograms, 0 <= carried < 10^15
};

} // namespace greenward
