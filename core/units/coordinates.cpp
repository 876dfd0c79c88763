#include "core/units/coordinates.h"

#include "core/base/decimal.h"

namespace greenward {
namespace {

constexpr int kDegreePlaces = 6;

Result<std::int64_t> degrees(std::string_view text, std::int64_t most, std::string_view field)
{
    CORE_TRY(const std::int64_t value, parseDecimal(text, kDegreePlaces, field));
    if (value < -most * 1'000'000 || value > most * 1'000'000)
        return fail(ErrorCode::InvalidInput, field,
                    "\"" + std::string(text) + "\" is not between -" + std::to_string(most) + " and " +
                        std::to_string(most) + " degrees");
    return value;
}

} // namespace

std::string Coordinates::latitudeText() const
{
    return decimalText(latitude, kDegreePlaces);
}
std::string Coordinates::longitudeText() const
{
    return decimalText(longitude, kDegreePlaces);
}

Result<Coordinates> parseCoordinates(std::string_view latitude, std::string_view longitude)
{
    Coordinates at;
    CORE_TRY(at.latitude, degrees(latitude, 90, "latitude"));
    CORE_TRY(at.longitude, degrees(longitude, 180, "longitude"));
    return at;
}

} // namespace greenward
