#include "core/units/energy.h"

#include "core/units/data_size.h"

#include <gtest/gtest.h>

namespace greenward {
namespace {

constexpr GramsPerKwh k400 = GramsPerKwh::fromMilligrams(400'000);

TEST(Emissions, U1_wattHoursTimesIntensityOverAThousand)
{
    EXPECT_EQ(emissions(parseWattHours("1000", "e").value(), k400).value(), GramsCO2e::fromGrams(400));
    EXPECT_EQ(emissions(parseWattHours("1", "e").value(), k400).value().micrograms(), 400'000);
    EXPECT_EQ(emissions(Energy::fromKilowattHours(12), GramsPerKwh::fromMilligrams(450'000)).value(),
              GramsCO2e::fromGrams(5'400));
}

TEST(Emissions, sayOverflowInsteadOfWrapping)
{
    EXPECT_EQ(emissions(Energy::fromKilowattHours(100'000'000'000'000), k400).error().code, ErrorCode::Overflow);
}

TEST(EmissionMeter, manySmallOperationsBookWhatOneLargeOneDoes)
{
    // One 4 KiB write at 0.0014 Wh/GB is 5.7344 nWh; here one million of 57344 x 10^-4 nWh as whole nWh steps of 5
    // and 6.
    EmissionMeter meter;
    GramsCO2e sum;
    Energy total;
    for (int i = 0; i < 1'000'000; ++i) {
        const Energy one = Energy::fromNanowattHours(5 + i % 2);
        total = total + one;
        sum = sum + meter.add(one, k400).value();
    }
    const GramsCO2e whole = emissions(total, k400).value();
    EXPECT_LE((whole - sum).micrograms(), 1);
    EXPECT_GE((whole - sum).micrograms(), 0);
    EXPECT_GT(sum.micrograms(), 2'000) << "each alone rounds to 2 micrograms or 0: the remainder must be carried";
}

TEST(DataSize, readsBinaryAndDecimalUnits)
{
    EXPECT_EQ(parseDataSize("10GiB", "max-batch").value().bytes(), 10'737'418'240);
    EXPECT_EQ(parseDataSize("1.5 TB", "max-batch").value().bytes(), 1'500'000'000'000);
    EXPECT_EQ(parseDataSize("4096", "max-batch").value().bytes(), 4096);
    EXPECT_EQ(parseDataSize("9000 PB", "max-batch").value().bytes(), 9'000'000'000'000'000'000);
    EXPECT_EQ(parseDataSize("9000000000000000000", "max-batch").value().bytes(), 9'000'000'000'000'000'000)
        << "what a unit can write can be written without";
    for (const char *bad : {"", "-1", "-1GiB", "ten GiB", "1 XB", "1e9", "99999999999999 PB"})
        EXPECT_FALSE(parseDataSize(bad, "max-batch")) << bad;
}

} // namespace
} // namespace greenward
