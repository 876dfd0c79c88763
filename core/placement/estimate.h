#pragma once

#include "core/bus/payloads.h"
#include "core/placement/query.h"

namespace greenward::placement {

/// Energy and its emissions with the band of the coefficient behind them; low <= grams <= high.
struct Amount
{
    Energy energy;
    GramsCO2e grams;
    GramsCO2e low;
    GramsCO2e high;

    friend bool operator==(const Amount &, const Amount &) = default;
};

/// What a backend would emit for the query's data (P-10, C-34), everything with the one intensity of its region:
///   write    size x e_write x redundancy x PUE
///   restMonth size x W/TB x 730 h x redundancy x PUE; rest: the same for all months
///   network  size x e_net, at the mean of source and target when the source is known; no PUE
struct Estimate
{
    Amount write;
    Amount restMonth;
    Amount rest;
    Amount network;
    Amount total; ///< write + rest + network

    friend bool operator==(const Estimate &, const Estimate &) = default;
};

/// Energy of `size` resting for `hours` at `power` per TB and copy, at the meter: x redundancy x PUE. To the nWh.
Result<Energy> restEnergy(DataSize size, WattsPerTerabyte power, Redundancy redundancy, Pue pue,
                          std::chrono::hours hours);
/// Energy of moving `size` at `perGigabyte`, times `pue` (1 for networks, which have none). To the nWh.
Result<Energy> transferEnergy(DataSize size, WattHoursPerGigabyte perGigabyte, Redundancy redundancy, Pue pue);

/// The coefficients of an estimate, with their sources.
struct Coefficients
{
    RestCoefficients rest;
    TransferCoefficients transfer;
};

/// `from`: intensity where the data lies now, if that is known. Overflow when the figures are too large.
Result<Estimate> estimate(const bus::ScoredBackend &backend, const Query &query, const Coefficients &coefficients,
                          std::optional<GramsPerKwh> from);

} // namespace greenward::placement
