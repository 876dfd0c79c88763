#include "core/units/operation_meter.h"

#include <gtest/gtest.h>

#include <random>

namespace greenward {
namespace {

constexpr auto kWrite = WattHoursPerGigabyte::fromMillionths(1400); // 0.0014 Wh/GB
constexpr auto k400 = GramsPerKwh::fromMilligrams(400'000);
const DataSize kPage = DataSize::fromBytes(4096);

TEST(OperationMeter, U3_aBillionSmallOperationsBookWhatOneLargeOneDoes)
{
    OperationMeter small;
    GramsCO2e sum;
    // A million one by one, the other 999 million in portions: that these are the same is the next test.
    for (int i = 0; i < 1'000'000; ++i)
        sum = sum + small.add(kPage, kWrite, k400).value();
    EXPECT_GT(sum.micrograms(), 0) << "each alone is a 436th of a microgram";
    for (int i = 0; i < 999; ++i)
        sum = sum + small.add(kPage, kWrite, k400, 1'000'000).value();
    OperationMeter large;
    const DataSize all = DataSize::fromBytes(4096 * std::int64_t{1'000'000'000});
    const GramsCO2e whole = large.add(all, kWrite, k400).value();
    EXPECT_LE((whole - sum).micrograms(), 1);
    EXPECT_GE((whole - sum).micrograms(), -1);
    EXPECT_EQ(whole.micrograms(), 2'293'760) << "4.096 TB x 0.0014 Wh/GB x 400 g/kWh";
}

TEST(OperationMeter, aPortionIsWhatItsOperationsAreOneByOne)
{
    std::mt19937_64 random(7);
    OperationMeter single;
    OperationMeter portions;
    for (int round = 0; round < 300; ++round) {
        const DataSize size = DataSize::fromBytes(static_cast<std::int64_t>(random() % 100'000));
        const auto coefficient = WattHoursPerGigabyte::fromMillionths(static_cast<std::int64_t>(random() % 5'000'000));
        const auto intensity = GramsPerKwh::fromMilligrams(static_cast<std::int64_t>(random() % 1'500'000));
        const std::uint64_t times = random() % 200;
        GramsCO2e sum;
        for (std::uint64_t i = 0; i < times; ++i)
            sum = sum + single.add(size, coefficient, intensity).value();
        ASSERT_EQ(portions.add(size, coefficient, intensity, times).value(), sum) << "round " << round;
    }
}

TEST(OperationMeter, saysOverflowAndKeepsWhatItCarried)
{
    OperationMeter meter;
    ASSERT_EQ(meter.add(kPage, kWrite, k400, 400).value().micrograms(), 0);
    EXPECT_EQ(meter.add(DataSize::fromBytes(4'000'000'000'000), kWrite, k400, UINT64_MAX).error().code, ErrorCode::Overflow);
    EXPECT_EQ(meter.add(kPage, kWrite, k400, 36).value().micrograms(), 1);
}

} // namespace
} // namespace greenward
