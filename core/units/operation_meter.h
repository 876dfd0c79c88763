#pragma once

#include "core/units/carbon.h"
#include "core/units/data_size.h"
#include "core/units/intensity.h"
#include "core/units/ratios.h"

namespace greenward {

/// Turns a stream of small operations on bytes into micrograms without losing any: one 4 KiB write may be a fraction of
/// a microgram, so what is below one is carried to the next call, and a billion of them book what one operation of the
/// same size does. Exact for any mix of sizes, coefficients and intensities. One source, one thread.
class OperationMeter final
{
public:
    /// Emissions of `times` operations of `size` each, plus what was carried, rounded down; the rest is carried on.
    /// Overflow when they do not fit 64 bits of micrograms.
    Result<GramsCO2e> add(DataSize size, WattHoursPerGigabyte coefficient, GramsPerKwh intensity,
                          std::uint64_t times = 1);

private:
    Int128 m_carried = 0; ///< in 10^-15 micrograms, 0 <= carried < 10^15
};

} // namespace greenward
