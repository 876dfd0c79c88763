#include "core/units/operation_meter.h"

namespace greenward {
namespace {

// bytes x 10^-6 Wh/GB x mg/kWh = 10^-9 GB x 10^-6 Wh/GB x 10^-3 g / 10^3 Wh = 10^-21 g = 10^-15 micrograms.
constexpr Int128 kProductsPerMicrogram = 1'000'000'000'000'000;

} // namespace

Result<GramsCO2e> OperationMeter::add(DataSize size, WattHoursPerGigabyte coefficient, GramsPerKwh intensity,
                                      std::uint64_t times)
{
    Int128 product = size.bytes();
    bool overflow = false;
    for (const Int128 factor : {Int128{coefficient.millionths()}, Int128{intensity.milligrams()}, Int128{times}})
        overflow = __builtin_mul_overflow(product, factor, &product) || overflow;
    if (overflow || __builtin_add_overflow(product, m_carried, &product))
        return fail(ErrorCode::Overflow, "emissions", "the operations would not fit 128 bits");
    CORE_TRY(const std::int64_t ug, toInt64(product / kProductsPerMicrogram, "emissions"));
    m_carried = product % kProductsPerMicrogram;
    return GramsCO2e::fromMicrograms(ug);
}

} // namespace greenward
