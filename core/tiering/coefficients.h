#pragma once

#include "core/units/ratios.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greenward::tiering {

/// An energy per transferred byte with what is needed to trace it.
struct Coefficient
{
    std::string name;           ///< "network.ccf"
    WattHoursPerGigabyte value; ///< Wh per decimal GB
    std::string source;         ///< citation
    std::optional<int> year;
    std::string licence;
};

/// Published values for one kind of path. They differ by more than a factor of 50 between kinds, which decides whether
/// a move pays back (methodology 3), so every plan carries the band.
struct Band
{
    Coefficient low;
    Coefficient typical;
    Coefficient high; ///< the pessimistic one: a batch must pay back even so
};

/// Over what the bytes travel.
enum class NetworkPath { InterDatacentre, InterRegion, Internet };
std::string_view networkPathName(NetworkPath path);
Result<NetworkPath> parseNetworkPath(std::string_view text);

/// The named coefficients of a move (C-34). Made from resources/data by the tables adapter.
struct Coefficients
{
    Coefficient read;  ///< from the source's medium
    Coefficient write; ///< to the target's medium
    Band interDatacentre;
    Band interRegion;
    Band internet;

    const Band &network(NetworkPath path) const;
};

/// One line for people: "network.ccf: 1 Wh/GB, Cloud Carbon Footprint, 2020".
std::string coefficientText(const Coefficient &coefficient);

} // namespace greenward::tiering
