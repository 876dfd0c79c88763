#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace greenward {

/// A place on earth in millionths of a degree; north and east are positive.
struct Coordinates
{
    std::int64_t latitude = 0;
    std::int64_t longitude = 0;

    std::string latitudeText() const; ///< decimal degrees: "38.9"
    std::string longitudeText() const;
    friend bool operator==(const Coordinates &, const Coordinates &) = default;
};

/// Decimal degrees with a point: "38.9", "-77.4". InvalidInput naming `latitude` or `longitude`.
Result<Coordinates> parseCoordinates(std::string_view latitude, std::string_view longitude);

} // namespace greenward
