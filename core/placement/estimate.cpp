#include "core/placement/estimate.h"

namespace greenward::placement {
namespace {

constexpr std::chrono::hours kMonth{730};

Result<Int128> productOf(Int128 a, Int128 b)
{
    Int128 product = 0;
    if (__builtin_mul_overflow(a, b, &product))
        return fail(ErrorCode::Overflow, "size", "the figures are too large to be computed exactly");
    return product;
}

constexpr Pue kNoOverhead = Pue::fromMillionths(1'000'000);

/// size x coefficient x redundancy x PUE x `times`, with the coefficient in 10^-6 Wh per `unit` bytes, in nWh.
Result<Energy> energyOf(DataSize size, std::int64_t coefficient, Redundancy redundancy, Pue pue, std::int64_t times,
                        Int128 unit)
{
    constexpr Int128 kPueOne = 1'000'000;
    constexpr Int128 kNanoPerMicro = 1'000;
    CORE_TRY(Int128 product, productOf(Int128{size.bytes()} * kNanoPerMicro, coefficient));
    CORE_TRY(product, productOf(product, Int128{pue.millionths()} * redundancy.numerator()));
    CORE_TRY(product, productOf(product, times));
    return Energy::fromNanowattHours(divideRounded(product, unit * kPueOne * redundancy.denominator()));
}

/// The typical figure and its band under one intensity, which may be half of a sum.
template<typename EnergyOf, typename BandOf>
Result<Amount> amount(const BandOf &band, GramsPerKwh intensity, const EnergyOf &energyOfUnit)
{
    CORE_TRY(const Energy typical, energyOfUnit(band.typical.value));
    CORE_TRY(const GramsCO2e grams, emissions(typical, intensity));
    Amount made{typical, grams, grams, grams};
    // Often an end of the band is the typical value itself.
    if (band.low.value != band.typical.value) {
        CORE_TRY(const Energy low, energyOfUnit(band.low.value));
        CORE_TRY(made.low, emissions(low, intensity));
    }
    if (band.high.value != band.typical.value) {
        CORE_TRY(const Energy high, energyOfUnit(band.high.value));
        CORE_TRY(made.high, emissions(high, intensity));
    }
    return made;
}

Result<void> add(Amount &sum, const Amount &part)
{
    sum.energy = sum.energy + part.energy;
    CORE_TRY(sum.grams, sum.grams.plus(part.grams));
    CORE_TRY(sum.low, sum.low.plus(part.low));
    CORE_TRY(sum.high, sum.high.plus(part.high));
    return {};
}

GramsPerKwh meanOf(GramsPerKwh a, GramsPerKwh b)
{
    return GramsPerKwh::fromMilligrams(
        static_cast<std::int64_t>(divideRounded(Int128{a.milligrams()} + b.milligrams(), 2)));
}

} // namespace

Result<Energy> restEnergy(DataSize size, WattsPerTerabyte power, Redundancy redundancy, Pue pue,
                          std::chrono::hours hours)
{
    constexpr Int128 kBytesPerTerabyte = 1'000'000'000'000;
    return energyOf(size, power.millionths(), redundancy, pue, hours.count(), kBytesPerTerabyte);
}

Result<Energy> transferEnergy(DataSize size, WattHoursPerGigabyte perGigabyte, Redundancy redundancy, Pue pue)
{
    constexpr Int128 kBytesPerGigabyte = 1'000'000'000;
    return energyOf(size, perGigabyte.millionths(), redundancy, pue, 1, kBytesPerGigabyte);
}

Result<Estimate> estimate(const bus::ScoredBackend &backend, const Query &query, const Coefficients &coefficients,
                          std::optional<GramsPerKwh> from)
{
    const BackendSpec &spec = backend.spec;
    const GramsPerKwh intensity = backend.intensity.value;
    const auto resting = [&](int months) {
        return [&, months](WattsPerTerabyte power) {
            return restEnergy(query.size, power, spec.redundancy, spec.pue, kMonth * months);
        };
    };
    const TransferCoefficient &write = coefficients.transfer.write;
    const TransferBand writing{write, write, write};
    const RestBand &power = coefficients.rest.of(spec.medium);
    const TransferBand &network = coefficients.transfer.network(query.path);
    Estimate made;
    CORE_TRY(made.write, amount(writing, intensity, [&](WattHoursPerGigabyte perGigabyte) {
                 return transferEnergy(query.size, perGigabyte, spec.redundancy, spec.pue);
             }));
    CORE_TRY(made.restMonth, amount(power, intensity, resting(1)));
    CORE_TRY(made.rest, amount(power, intensity, resting(query.months)));
    CORE_TRY(made.network,
             amount(network, from ? meanOf(*from, intensity) : intensity, [&](WattHoursPerGigabyte perGigabyte) {
                 return transferEnergy(query.size, perGigabyte, Redundancy(), kNoOverhead);
             }));
    for (const Amount *part : {&made.write, &made.rest, &made.network})
        CORE_CHECK(add(made.total, *part));
    return made;
}

} // namespace greenward::placement
