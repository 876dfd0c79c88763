#pragma once

#include "core/units/backend_spec.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greenward {

/// A published figure that turns bytes into energy, with what is needed to trace it.
template<typename Unit>
struct Coefficient
{
    std::string name; ///< "network.ccf"
    Unit value;
    std::string source; ///< citation
    std::optional<int> year{};
    std::string licence{};

    friend bool operator==(const Coefficient &, const Coefficient &) = default;
};

/// Published values for one and the same thing; low <= typical <= high. They can differ by more than a factor of 50
/// (methodology 3), so every figure that rests on one carries the band.
template<typename Unit>
struct Band
{
    Coefficient<Unit> low;
    Coefficient<Unit> typical;
    Coefficient<Unit> high;

    friend bool operator==(const Band &, const Band &) = default;
};

/// Energy of moving a byte, in Wh per decimal GB.
using TransferCoefficient = Coefficient<WattHoursPerGigabyte>;
using TransferBand = Band<WattHoursPerGigabyte>;
/// Power of one stored copy at rest, in W per decimal TB, before PUE.
using RestCoefficient = Coefficient<WattsPerTerabyte>;
using RestBand = Band<WattsPerTerabyte>;

/// One line for people: "network.ccf: 1 Wh/GB, Cloud Carbon Footprint, 2020".
std::string coefficientText(const TransferCoefficient &coefficient);
std::string coefficientText(const RestCoefficient &coefficient);

/// Over what bytes travel.
enum class NetworkPath { InterDatacentre, InterRegion, Internet };
std::string_view networkPathName(NetworkPath path);
Result<NetworkPath> parseNetworkPath(std::string_view text);

/// The named coefficients of moving bytes (C-34). Made from resources/data by the tables adapter.
struct TransferCoefficients
{
    TransferCoefficient read;  ///< from the source's medium
    TransferCoefficient write; ///< to the target's medium
    TransferBand interDatacentre;
    TransferBand interRegion;
    TransferBand internet;

    const TransferBand &network(NetworkPath path) const;
    friend bool operator==(const TransferCoefficients &, const TransferCoefficients &) = default;
};

/// Power at rest of a stored copy by medium, drives only. Tape: nothing is published for data on the shelf, so the
/// figure of a hard disk is used; it over-reports.
struct RestCoefficients
{
    /// Both media as one other publication has them. They disagree even on which medium takes less.
    struct Pair
    {
        RestCoefficient hdd;
        RestCoefficient ssd;
        friend bool operator==(const Pair &, const Pair &) = default;
    };

    RestBand hdd;
    RestBand ssd;
    RestBand generic; ///< the specified 6 nWh per byte and year = 0.684932 W/TB (C-37), with no band of its own
    std::vector<Pair> others{};

    const RestBand &of(Medium medium) const;
    friend bool operator==(const RestCoefficients &, const RestCoefficients &) = default;
};

} // namespace greenward
