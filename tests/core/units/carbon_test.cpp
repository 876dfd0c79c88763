#include "core/units/carbon.h"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>
#include <random>

namespace greenward {
namespace {

TEST(Carbon, C72_readsAmountsWithUnits)
{
    EXPECT_EQ(parseCarbon("500 kg", "limit").value().micrograms(), 500'000'000'000);
    EXPECT_EQ(parseCarbon("1.5t", "limit").value(), GramsCO2e::fromGrams(1'500'000));
    EXPECT_EQ(parseCarbon("750g", "limit").value(), GramsCO2e::fromGrams(750));
    EXPECT_EQ(parseCarbon("0 g", "limit").value(), GramsCO2e{});
    EXPECT_EQ(parseCarbon(" 2 mg ", "limit").value().micrograms(), 2'000);
}

TEST(Carbon, C12_refusesNegativeAbsurdAndUnitlessAmounts)
{
    for (const char *bad :
         {"5 bananas", "500", "-1 kg", "nan kg", "inf t", "1e3 kg", "kg", "", "5000000 t", "1 500 kg"}) {
        const auto answer = parseCarbon(bad, "limit");
        ASSERT_FALSE(answer) << bad;
        EXPECT_EQ(answer.error().code, ErrorCode::InvalidInput);
        EXPECT_EQ(answer.error().subject, "limit");
    }
}

TEST(Carbon, sumsSayOverflow)
{
    const auto most = GramsCO2e::fromMicrograms(std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(most.plus(GramsCO2e::fromMicrograms(1)).error().code, ErrorCode::Overflow);
    EXPECT_EQ(kLargestCarbon.plus(kLargestCarbon).value().micrograms(), 2 * kLargestCarbon.micrograms());
}

TEST(SplitExactly, addsUpAgainWhateverTheWeights)
{
    std::mt19937_64 random(20261121);
    for (int round = 0; round < 2'000; ++round) {
        std::vector<std::int64_t> weights(1 + random() % 20);
        for (auto &weight : weights)
            weight = static_cast<std::int64_t>(random() % 1'000'000);
        weights[0] += 1;
        const auto whole =
            GramsCO2e::fromMicrograms(static_cast<std::int64_t>(random() % 10'000'000'000) - 5'000'000'000);
        const auto parts = splitExactly(whole, weights);
        ASSERT_EQ(std::accumulate(parts.begin(), parts.end(), GramsCO2e{}), whole) << "seed 20261121, round " << round;
    }
    const std::vector<std::int64_t> thirds{1, 1, 1};
    const auto parts = splitExactly(GramsCO2e::fromMicrograms(100), thirds);
    EXPECT_EQ(parts[0].micrograms(), 34);
    EXPECT_EQ(parts[1].micrograms(), 33);
    EXPECT_EQ(parts[2].micrograms(), 33);
}

} // namespace
} // namespace greenward
