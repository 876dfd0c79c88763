#include "core/budget/forecast.h"
#include "core/budget/throttle_curve.h"
#include "core/units/energy.h"
#include "tests/core/worked_examples/examples.h"

namespace greenward::budget {
namespace {

using namespace worked_examples;

TEST(WorkedExamples, energyToCarbon)
{
    for (const Json &example : examplesOf("energy_to_carbon")) {
        const Json &in = example["inputs"];
        const std::string wattHours = decimal(in.contains("wh") ? in["wh"] : Json(in["kwh"].get<double>() * 1000));
        const auto intensity = parseGramsPerKwh(decimal(in["g_per_kwh"]), "g_per_kwh");
        if (example["expected"].contains("error")) {
            EXPECT_EQ(std::string(errorCodeName(intensity.error().code)), example["expected"]["error"]);
            continue;
        }
        const double got = asGrams(emissions(parseWattHours(wattHours, "wh").value(), intensity.value()).value());
        if (example["expected"].contains("co2e_kg"))
            expectNear(example, "co2e_kg", got / 1000);
        else
            expectNear(example, "co2e_g", got);
    }
}

/// Watts for milliseconds are watt-hours by W x ms / 3,600,000 (U-12), as a measurement without energy is booked.
TEST(WorkedExamples, U12_powerForATime)
{
    for (const Json &example : examplesOf("power")) {
        if (example["id"] != "power-02") continue;
        const auto microwatts = example["inputs"]["watts"].get<std::int64_t>() * 1'000'000;
        const auto duration = example["inputs"]["duration_ms"].get<std::int64_t>();
        const Energy energy = Energy::fromNanowattHours(divideRounded(Int128{microwatts} * duration, 3'600));
        EXPECT_NEAR(static_cast<double>(energy.nanowattHours()) / 1e9, example["expected"]["wh"].get<double>(), 1e-9);
    }
}

/// Amounts are summed as they are, and rounded only where they are shown.
TEST(WorkedExamples, sumsAreOfUnroundedAmounts)
{
    for (const Json &example : examplesOf("uncertainty")) {
        if (example["id"] != "uncertainty-03") continue;
        GramsCO2e sum;
        for (const Json &value : example["inputs"]["values_g"])
            sum = sum + grams(value);
        EXPECT_EQ(sum, grams(example["expected"]["sum_g"]));
        EXPECT_EQ(sum.gramsText(), example["expected"]["sum_display"]);
    }
}

TEST(WorkedExamples, sharesOfTenantsAddUpToTheWhole)
{
    for (const Json &example : examplesOf("allocation")) {
        if (example["id"] != "allocation-02") continue;
        const Json &in = example["inputs"];
        const GramsCO2e whole = grams(in["total_g"]);
        const std::int64_t used[] = {in["used_tb"]["a"].get<std::int64_t>(), in["used_tb"]["b"].get<std::int64_t>()};
        const auto byUse = splitExactly(whole, used);
        EXPECT_EQ(byUse[0], grams(example["expected"]["g_used_basis"]["a"]));
        EXPECT_EQ(byUse[1], grams(example["expected"]["g_used_basis"]["b"]));
        const std::int64_t idle = in["provisioned_tb"].get<std::int64_t>() - used[0] - used[1];
        const std::int64_t provisioned[] = {used[0], used[1], idle};
        const auto byProvision = splitExactly(whole, provisioned);
        const Json &expected = example["expected"]["g_provisioned_basis"];
        EXPECT_EQ(byProvision[0], grams(expected["a"]));
        EXPECT_EQ(byProvision[1], grams(expected["b"]));
        EXPECT_EQ(byProvision[2], grams(expected["unallocated"]));
    }
}

TEST(WorkedExamples, budget)
{
    constexpr Instant kStart{};
    for (const Json &example : examplesOf("budget")) {
        const Json &in = example["inputs"];
        const Json &expected = example["expected"];
        const GramsCO2e used = grams(in["used_g"]);
        const GramsCO2e limit = grams(in["limit_g"]);
        const Standing now = standing({}, limit, used);
        if (expected.contains("used_pct"))
            expectNear(example, "used_pct", static_cast<double>(now.fill->millionths()) / 1e6);
        if (expected.contains("remaining_g")) expectNear(example, "remaining_g", asGrams(limit - used));
        if (expected.contains("exhausted")) {
            EXPECT_EQ(now.exhausted, expected["exhausted"].get<bool>());
        }
        if (!in.contains("elapsed_days")) continue;
        const auto days = [](const Json &count) {
            return milliseconds{count.get<std::int64_t>() * 86'400'000};
        };
        const Period period{0, kStart, kStart + days(in["period_days"])};
        const Forecast line = forecast({period, kStart + days(in["elapsed_days"]), used, 1, limit}, nullptr);
        expectNear(example, "projected_g", asGrams(line.atEnd.value()));
        expectNear(example, "projected_over_g", asGrams(line.atEnd.value() - limit));
        expectNear(example, "exhaustion_day",
                   static_cast<double>((line.exhaustsAt.value() - kStart).count()) / 86'400'000);
    }
}

} // namespace
} // namespace greenward::budget
