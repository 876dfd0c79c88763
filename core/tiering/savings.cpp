#include "core/tiering/savings.h"

#include <algorithm>

namespace greenward::tiering {
namespace {

constexpr Int128 kMillion = 1'000'000;
/// 1 Wh at 1 mg/kWh is 1 microgram. Transfer: 10^-6 Wh/GB is 10^-15 Wh/byte; PUE in millionths, and half of the sum of
/// two intensities, make it 10^-15 x 10^-6 / 2.
constexpr Int128 kTransferDenominator = Int128{2'000'000'000'000} * 1'000'000'000;
/// Rest: 10^-6 W/TB is 10^-18 W/byte, PUE in millionths: 10^-24 Wh per byte and hour; 8760 / 10^24 = 219 / (2.5 x
/// 10^22).
constexpr Int128 kRestYearNumerator = 219;
constexpr Int128 kRestYearDenominator = Int128{25'000'000'000'000} * 1'000'000'000;
/// Rest per second on the transfer's denominator: 2 x 10^21 / (3600 x 10^24) = 1 / (1.8 x 10^6).
constexpr Int128 kRestSecondDivisor = 1'800'000;

constexpr DataSize kOneTerabyte = DataSize::fromBytes(1'000'000'000'000);

Unexpected<Error> tooLarge()
{
    return fail(ErrorCode::Overflow, "move figures", "are too large to be computed exactly");
}

/// a x b with a check; every product below starts from values that are bounded when they are read.
Result<Int128> product(Int128 a, Int128 b)
{
    Int128 result = 0;
    if (__builtin_mul_overflow(a, b, &result)) return tooLarge();
    return result;
}

Int128 greatestCommonDivisor(Int128 a, Int128 b)
{
    while (b != 0)
        a = std::exchange(b, a % b);
    return a < 0 ? -a : a;
}

Rate reduced(Int128 numerator, Int128 denominator)
{
    const Int128 divisor = std::max<Int128>(1, greatestCommonDivisor(numerator, denominator));
    return {numerator / divisor, denominator / divisor};
}

/// k x r x PUE x CI, in millionths x millionths x mg/kWh; with erasure coding to twelve digits.
Result<Int128> restProduct(const Site &site)
{
    CORE_TRY(const Int128 power,
             product(Int128{site.restPower.millionths()} * site.redundancy.numerator(), site.pue.millionths()));
    return product(divideRounded(power, site.redundancy.denominator()), site.intensity.milligrams());
}

Result<GramsCO2e> difference(GramsCO2e a, GramsCO2e b)
{
    return a.plus(-b);
}

Result<void> addTo(GramsCO2e &sum, const Result<GramsCO2e> &part)
{
    if (!part) return Unexpected{part.error()};
    CORE_TRY(sum, sum.plus(*part));
    return {};
}

} // namespace

Result<GramsCO2e> Rate::of(DataSize size, std::int64_t times) const
{
    CORE_TRY(const Int128 perByte, product(numerator, times));
    CORE_TRY(const Int128 whole, product(perByte, size.bytes()));
    CORE_TRY(const std::int64_t ug, toInt64(divideRounded(whole, denominator), "move figures"));
    return GramsCO2e::fromMicrograms(ug);
}

Site siteOf(const bus::ScoredBackend &backend)
{
    return {backend.restPower, backend.spec.redundancy, backend.spec.pue, backend.intensity.value};
}

Result<Rate> moveCost(const Site &source, const Site &target, const TransferEnergy &energy,
                      std::chrono::seconds doubleStorage)
{
    const Int128 sourceIntensity = source.intensity.milligrams();
    const Int128 targetIntensity = target.intensity.milligrams();
    CORE_TRY(const Int128 network, product(energy.network.millionths() * kMillion, sourceIntensity + targetIntensity));
    CORE_TRY(const Int128 read,
             product(Int128{energy.read.millionths()} * source.pue.millionths(), sourceIntensity * 2));
    CORE_TRY(const Int128 write,
             product(Int128{energy.write.millionths()} * target.pue.millionths(), targetIntensity * 2));
    CORE_TRY(const Int128 rest, restProduct(source));
    CORE_TRY(const Int128 restFor, product(rest, doubleStorage.count()));
    return reduced(network + read + write + divideRounded(restFor, kRestSecondDivisor), kTransferDenominator);
}

Result<Rate> savingPerYear(const Site &source, const Site &target)
{
    CORE_TRY(const Int128 before, restProduct(source));
    CORE_TRY(const Int128 after, restProduct(target));
    CORE_TRY(const Int128 numerator, product(before - after, kRestYearNumerator));
    return reduced(numerator, kRestYearDenominator);
}

std::optional<std::int64_t> breakEvenDays(GramsCO2e cost, GramsCO2e savingPerYear)
{
    if (savingPerYear <= GramsCO2e()) return std::nullopt;
    if (cost <= GramsCO2e()) return 0;
    const Int128 days = divideRounded(Int128{cost.micrograms()} * 365, savingPerYear.micrograms());
    return std::max<std::int64_t>(1, toInt64(days, "days").value_or(std::numeric_limits<std::int64_t>::max()));
}

Result<SourceRates> ratesOf(const Site &source, const Site &target, const TransferCoefficients &coefficients,
                            NetworkPath path, std::chrono::seconds doubleStorage)
{
    const TransferBand &band = coefficients.network(path);
    const auto costWith = [&](const TransferCoefficient &network) {
        return moveCost(source, target, {network.value, coefficients.read.value, coefficients.write.value},
                        doubleStorage);
    };
    SourceRates rates;
    CORE_TRY(rates.cost, costWith(band.typical));
    CORE_TRY(rates.costLow, costWith(band.low));
    CORE_TRY(rates.costHigh, costWith(band.high));
    CORE_TRY(rates.savingPerYear, savingPerYear(source, target));
    return rates;
}

Result<bool> paysBack(const SourceRates &rates, int lifetimeYears)
{
    CORE_TRY(const GramsCO2e saved, rates.savingPerYear.of(kOneTerabyte, lifetimeYears));
    CORE_TRY(const GramsCO2e spent, rates.costHigh.of(kOneTerabyte));
    return saved > GramsCO2e() && saved >= spent;
}

Result<Figures> figuresOf(std::span<const Share> shares, int lifetimeYears)
{
    Figures figures;
    GramsCO2e saved;
    for (const Share &share : shares) {
        const SourceRates &rates = share.rates;
        CORE_CHECK(addTo(figures.ownCost, rates.cost.of(share.size)));
        CORE_CHECK(addTo(figures.ownCostLow, rates.costLow.of(share.size)));
        CORE_CHECK(addTo(figures.ownCostHigh, rates.costHigh.of(share.size)));
        CORE_CHECK(addTo(figures.savingPerYear, rates.savingPerYear.of(share.size)));
        CORE_CHECK(addTo(saved, rates.savingPerYear.of(share.size, lifetimeYears)));
    }
    CORE_TRY(figures.netSaving, difference(saved, figures.ownCost));
    CORE_TRY(figures.netSavingLow, difference(saved, figures.ownCostHigh));
    CORE_TRY(figures.netSavingHigh, difference(saved, figures.ownCostLow));
    figures.breakEvenDays = breakEvenDays(figures.ownCost, figures.savingPerYear);
    return figures;
}

Result<GramsCO2e> specifiedSaving(DataSize size, GramsPerKwh source, GramsPerKwh target, int years)
{
    // nWh x mg/kWh is 10^-9 micrograms.
    const Int128 energy = specifiedRestEnergy(size, std::chrono::hours{8760} * years).nanowattHours();
    CORE_TRY(const Int128 whole, product(energy, source.milligrams() - target.milligrams()));
    CORE_TRY(const std::int64_t ug, toInt64(divideRounded(whole, 1'000'000'000), "saving"));
    return GramsCO2e::fromMicrograms(ug);
}

} // namespace greenward::tiering
