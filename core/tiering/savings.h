#pragma once

#include "core/bus/payloads.h"
#include "core/units/coefficient.h"

#include <chrono>
#include <span>
#include <vector>

// What moving bytes costs and what it saves (methodology 5). All arithmetic is in whole numbers and fractions; results
// are rounded once, to the microgram.

namespace greenward::tiering {

/// Micrograms of CO2e per byte as an exact fraction; may be negative.
struct Rate
{
    Int128 numerator = 0;
    Int128 denominator = 1; ///< > 0

    /// For so many bytes, `times` over. Overflow when it does not fit.
    Result<GramsCO2e> of(DataSize size, std::int64_t times = 1) const;
    friend bool operator==(const Rate &, const Rate &) = default;
};

/// Where data rests: what decides its footprint.
struct Site
{
    WattsPerTerabyte restPower; ///< one copy, before PUE
    Redundancy redundancy;
    Pue pue;
    GramsPerKwh intensity;
};
Site siteOf(const bus::ScoredBackend &backend);

/// e of the formulas below, in Wh/GB.
struct TransferEnergy
{
    WattHoursPerGigabyte network;
    WattHoursPerGigabyte read;
    WattHoursPerGigabyte write;
};

/// Own emissions of a move per byte:
///   e_net x (CI_s + CI_d) / 2 + e_read x PUE_s x CI_s + e_write x PUE_d x CI_d
///   + the source's rest for `doubleStorage`, while both copies exist.
Result<Rate> moveCost(const Site &source, const Site &target, const TransferEnergy &energy,
                      std::chrono::seconds doubleStorage);
/// Saved per byte and year of 8760 h at rest: k_s r_s PUE_s CI_s - k_d r_d PUE_d CI_d. Negative: the target is worse.
Result<Rate> savingPerYear(const Site &source, const Site &target);

/// Days until the saving has made good the cost, to the nearest day, at least 1 unless the cost is 0. Nothing: never.
std::optional<std::int64_t> breakEvenDays(GramsCO2e cost, GramsCO2e savingPerYear);

/// All rates of moving from one source to the target.
struct SourceRates
{
    Rate cost; ///< with the typical network coefficient
    Rate costLow;
    Rate costHigh;
    Rate savingPerYear;

    friend bool operator==(const SourceRates &, const SourceRates &) = default;
};
Result<SourceRates> ratesOf(const Site &source, const Site &target, const TransferCoefficients &coefficients,
                            NetworkPath path, std::chrono::seconds doubleStorage);
/// True when a byte moved pays back within the lifetime even with the pessimistic network coefficient.
Result<bool> paysBack(const SourceRates &rates, int lifetimeYears);

/// So many bytes at these rates.
struct Share
{
    SourceRates rates;
    DataSize size;
};

/// The figures of a batch, net of the move itself, with their band.
struct Figures
{
    GramsCO2e ownCost;
    GramsCO2e ownCostLow;
    GramsCO2e ownCostHigh;
    GramsCO2e savingPerYear;
    GramsCO2e netSaving;     ///< saving x lifetime - own cost
    GramsCO2e netSavingLow;  ///< pessimistic: with the highest own cost
    GramsCO2e netSavingHigh; ///< optimistic
    std::optional<std::int64_t> breakEvenDays;

    friend bool operator==(const Figures &, const Figures &) = default;
};
Result<Figures> figuresOf(std::span<const Share> shares, int lifetimeYears);

/// The specified savings formula with the division by 1000 it lacks in print (C-36):
///   (g/kWh source - g/kWh target) x 6 nWh/byte/year x bytes x years / 1000
/// For comparison and reports by the specification; plans use the site-specific rates above.
Result<GramsCO2e> specifiedSaving(DataSize size, GramsPerKwh source, GramsPerKwh target, int years);

} // namespace greenward::tiering
