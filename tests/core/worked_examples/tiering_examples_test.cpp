#include "core/tiering/savings.h"
#include "tests/core/worked_examples/examples.h"

#include <cmath>

namespace greenward::tiering {
namespace {

using namespace worked_examples;

WattHoursPerGigabyte perGigabyte(const Json &kilowattHours)
{
    return WattHoursPerGigabyte::fromMillionths(parseDecimal(decimal(kilowattHours), 9, "e").value());
}

Site siteOf(const Json &in, const char *pue, const char *intensity)
{
    return {WattsPerTerabyte::fromMillionths(parseDecimal(decimal(in["wh_per_tbh"]), 6, "w").value()),
            Redundancy::copies(in["replication"].get<std::int64_t>()).value(),
            Pue::fromMillionths(parseDecimal(decimal(in[pue]), 6, "pue").value()),
            GramsPerKwh::fromMilligrams(parseDecimal(decimal(in[intensity]), 3, "g").value())};
}

TEST(WorkedExamples, migration)
{
    for (const Json &example : examplesOf("migration")) {
        const Json &in = example["inputs"];
        const Site source = siteOf(in, "pue_source", "g_source");
        const Site target = siteOf(in, "pue_dest", "g_dest");
        ASSERT_NEAR(in["g_path"].get<double>(), (in["g_source"].get<double>() + in["g_dest"].get<double>()) / 2, 1e-9);
        const WattHoursPerGigabyte touch = perGigabyte(in["readwrite_kwh_per_gb"]);
        SourceRates rates;
        rates.cost = rates.costLow = rates.costHigh =
            moveCost(source, target, {perGigabyte(in["net_kwh_per_gb"]), touch, touch}, std::chrono::seconds{0})
                .value();
        rates.savingPerYear = savingPerYear(source, target).value();
        const Share share{rates, DataSize::fromBytes(in["data_tb"].get<std::int64_t>() * 1'000'000'000'000)};
        const Figures figures = figuresOf({&share, 1}, in["lifetime_years"].get<int>()).value();
        expectNear(example, "cost_g", asGrams(figures.ownCost));
        expectNear(example, "annual_saving_g", asGrams(figures.savingPerYear));
        expectNear(example, "net_g", asGrams(figures.netSaving));
        const Json &days = example["expected"]["breakeven_days"];
        ASSERT_EQ(figures.breakEvenDays.has_value(), !days.is_null()) << example["id"];
        if (!days.is_null()) {
            EXPECT_EQ(*figures.breakEvenDays, std::llround(days.get<double>())) << example["id"];
        }
    }
}

TEST(WorkedExamples, C36_lifetimeSavings)
{
    for (const Json &example : examplesOf("lifetime_savings")) {
        const Json &in = example["inputs"];
        ASSERT_DOUBLE_EQ(in["wh_per_byte_year"].get<double>(), 6e-9);
        const auto intensity = [&](const char *member) {
            return GramsPerKwh::fromMilligrams(in[member].get<std::int64_t>() * 1000);
        };
        const auto saved = specifiedSaving(DataSize::fromBytes(in["bytes"].get<std::int64_t>()), intensity("g_source"),
                                           intensity("g_dest"), in["years"].get<int>());
        expectNear(example, "saved_g", asGrams(saved.value()));
    }
}

TEST(WorkedExamples, savedByACleanerGrid)
{
    for (const Json &example : examplesOf("savings")) {
        if (example["id"] != "savings-01") continue;
        const Json &in = example["inputs"];
        const Energy energy = Energy::fromKilowattHours(in["kwh"].get<std::int64_t>());
        const auto emitted = [&](const char *member) {
            return emissions(energy, GramsPerKwh::fromMilligrams(in[member].get<std::int64_t>() * 1000)).value();
        };
        const GramsCO2e saved = emitted("g_before") - emitted("g_after");
        expectNear(example, "saved_g", asGrams(saved));
        expectNear(example, "saved_pct", asGrams(saved) / asGrams(emitted("g_before")) * 100);
    }
}

} // namespace
} // namespace greenward::tiering
