#include "core/units/intensity.h"

namespace greenward {

Result<GramsPerKwh> parseGramsPerKwh(std::string_view text, std::string_view field)
{
    CORE_TRY(const std::int64_t mg, parseDecimal(text, 3, field));
    if (mg < 0 || mg > 3'000'000)
        return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" g/kWh is outside 0 to 3000");
    return GramsPerKwh::fromMilligrams(mg);
}

} // namespace greenward
