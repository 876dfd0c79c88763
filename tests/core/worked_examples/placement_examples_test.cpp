#include "core/placement/estimate.h"
#include "core/placement/score.h"
#include "tests/core/worked_examples/examples.h"

#include <algorithm>
#include <cmath>

namespace greenward::placement {
namespace {

using namespace worked_examples;

std::int64_t millionths(const Json &number)
{
    return parseDecimal(decimal(number), 6, "number").value();
}
GramsPerKwh intensity(const Json &number)
{
    return GramsPerKwh::fromMilligrams(parseDecimal(decimal(number), 3, "g").value());
}
Pue pue(const Json &number)
{
    return Pue::fromMillionths(millionths(number));
}
DataSize terabytes(const Json &number)
{
    return DataSize::fromBytes(static_cast<std::int64_t>(std::llround(number.get<double>() * 1e12)));
}
double kilowattHours(Energy energy)
{
    return static_cast<double>(energy.nanowattHours()) / 1e12;
}

ScoreInput scoreInput(const Json &in)
{
    ScoreInput made{Percent::fromMillionths(millionths(in["renewable_pct"])),
                    intensity(in["carbon_intensity_g_per_kwh"]), pue(in["pue"]), std::nullopt, false};
    if (!in["wue_l_per_kwh"].is_null()) made.wue = Wue::fromMillionths(millionths(in["wue_l_per_kwh"]));
    return made;
}

TEST(WorkedExamples, P02_C29_greenScore)
{
    for (const char *category : {"green_score", "green_score_presets"})
        for (const Json &example : examplesOf(category)) {
            const ScoreInput made = scoreInput(example["inputs"]);
            const auto checked = checkScoreInput(made);
            if (example["expected"].contains("error")) {
                ASSERT_FALSE(checked) << example["id"];
                EXPECT_EQ(std::string(errorCodeName(checked.error().code)), example["expected"]["error"]);
                continue;
            }
            ASSERT_TRUE(checked) << example["id"];
            expectNear(example, "clamped_per_term", static_cast<double>(greenScore(made).total.millionths()) / 1e6);
            expectNear(example, "literal", static_cast<double>(literalScoreCompat(made).millionths()) / 1e6);
        }
}

/// "10+4" of a factor 1.4: the smallest number of shards that makes it.
Redundancy redundancyOf(double factor)
{
    for (std::int64_t data = 1; data <= 64; ++data) {
        const double stored = factor * static_cast<double>(data);
        if (std::abs(stored - std::round(stored)) > 1e-9) continue;
        const auto parity = std::llround(stored) - data;
        return data == 1 ? Redundancy::copies(std::llround(stored)).value() : Redundancy::erasure(data, parity).value();
    }
    ADD_FAILURE() << factor;
    return {};
}

TEST(WorkedExamples, C31_gramsPerTerabyteMonth)
{
    for (const Json &example : examplesOf("tb_month")) {
        const Json &in = example["inputs"];
        ASSERT_EQ(in["hours"], 730) << example["id"];
        const auto month =
            perTerabyteMonth(WattsPerTerabyte::fromMillionths(millionths(in["w_per_tb"])),
                             redundancyOf(in["copies"].get<double>()), pue(in["pue"]), intensity(in["g_per_kwh"]));
        expectNear(example, "g_per_tb_month", asGrams(month.value()));
    }
}

TEST(WorkedExamples, C34_energyOfStorage)
{
    for (const Json &example : examplesOf("storage_energy")) {
        const Json &in = example["inputs"];
        const auto power = WattsPerTerabyte::fromMillionths(millionths(in["wh_per_tbh"]));
        const auto resting = [&](DataSize size, Redundancy redundancy, std::int64_t hours) {
            return restEnergy(size, power, redundancy, pue(in["pue"]), std::chrono::hours{hours}).value();
        };
        Energy energy;
        if (in.contains("data_shards")) {
            const Redundancy shards =
                Redundancy::erasure(in["data_shards"].get<std::int64_t>(), in["parity_shards"].get<std::int64_t>())
                    .value();
            expectNear(example, "overhead", static_cast<double>(shards.numerator()) / shards.denominator());
            energy = resting(terabytes(in["logical_tb"]), shards, in["hours"].get<std::int64_t>());
        } else if (in.contains("days_in_month")) {
            // So many TB for all hours of this very month, not for 730.
            const std::int64_t hours = in["days_in_month"].get<std::int64_t>() * 24;
            energy = resting(DataSize::fromBytes(in["gb_months"].get<std::int64_t>() * 1'000'000'000),
                             redundancyOf(in["replication"].get<double>()), hours);
            expectNear(example, "tb_hours", in["gb_months"].get<double>() * static_cast<double>(hours) / 1000);
        } else {
            energy = resting(terabytes(in["tb_hours"]), redundancyOf(in["replication"].get<double>()), 1);
        }
        expectNear(example, "kwh", kilowattHours(energy));
        if (in.contains("g_per_kwh"))
            expectNear(example, "co2e_g", asGrams(emissions(energy, intensity(in["g_per_kwh"])).value()));
    }
}

TEST(WorkedExamples, C34_energyOfTransfer)
{
    for (const Json &example : examplesOf("network_energy")) {
        const Json &in = example["inputs"];
        const auto size = DataSize::fromBytes(std::llround(in["gb"].get<double>() * 1e9));
        const auto perGigabyte =
            WattHoursPerGigabyte::fromMillionths(parseDecimal(decimal(in["kwh_per_gb"]), 9, "e").value());
        const Energy energy = transferEnergy(size, perGigabyte, Redundancy(), pue(in["pue"])).value();
        expectNear(example, "kwh", kilowattHours(energy));
        expectNear(example, "co2e_g", asGrams(emissions(energy, intensity(in["g_per_kwh"])).value()));
    }
}

/// P-10 as it is printed, with the coefficient that C-37 settles: 6 nWh per byte and year.
TEST(WorkedExamples, P10_estimateOfTheSpecification)
{
    for (const Json &example : examplesOf("placement")) {
        const Json &in = example["inputs"];
        if (in.contains("candidates")) continue;
        ASSERT_DOUBLE_EQ(in["wh_per_byte_year"].get<double>(), 6e-9);
        const std::int64_t hours =
            in.contains("days") ? in["days"].get<std::int64_t>() * 24 : in["years"].get<std::int64_t>() * 8760;
        const auto size = DataSize::fromBytes(std::llround(in["bytes"].get<double>()));
        const Int128 atRest = specifiedRestEnergy(size, std::chrono::hours{hours}).nanowattHours();
        const Energy energy = Energy::fromNanowattHours(divideRounded(atRest * pue(in["pue"]).millionths(), 1'000'000));
        expectNear(example, "energy_wh", kilowattHours(energy) * 1000);
        expectNear(example, "co2e_g", asGrams(emissions(energy, intensity(in["g_per_kwh"])).value()));
    }
}

TEST(WorkedExamples, C31_theLowestFootprintComesFirst)
{
    for (const Json &example : examplesOf("placement")) {
        const Json &in = example["inputs"];
        if (!in.contains("candidates")) continue;
        std::vector<bus::ScoredBackend> backends;
        for (const Json &one : in["candidates"]) {
            BackendSpec spec{.id = BackendId::parse(one["id"].get<std::string>()).value(),
                             .region = RegionName::parse("SE").value()};
            spec.pue = pue(one["pue"]);
            const auto power = WattsPerTerabyte::fromMillionths(650'000);
            const auto month = perTerabyteMonth(power, {}, spec.pue, intensity(one["g_per_kwh"])).value();
            backends.push_back({std::move(spec), {}, {}, power, month});
        }
        std::ranges::sort(backends, [](const auto &a, const auto &b) { return ranksBefore(a, b, RankBy::Footprint); });
        const Json &order = example["expected"]["order"];
        ASSERT_EQ(backends.size(), order.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            EXPECT_EQ(backends[i].spec.id.text(), order[i].get<std::string>()) << example["id"];
    }
}

/// The same coefficient per byte and year, per TB and year, and what a TiB is not.
TEST(WorkedExamples, units)
{
    for (const Json &example : examplesOf("units")) {
        const Json &in = example["inputs"];
        if (in.contains("wh_per_tbh")) {
            const auto power = WattsPerTerabyte::fromMillionths(millionths(in["wh_per_tbh"]));
            const auto year = [&](DataSize size) {
                return restEnergy(size, power, {}, Pue::fromMillionths(1'000'000), std::chrono::hours{8760}).value();
            };
            expectNear(example, "kwh_per_tb_year", kilowattHours(year(terabytes(1))));
            const Energy megabyte = year(DataSize::fromBytes(1'000'000));
            expectNear(example, "nwh_per_byte_year", static_cast<double>(megabyte.nanowattHours()) / 1e6);
        } else if (in.contains("tib")) {
            const auto bytes = parseDataSize(decimal(in["tib"]) + " TiB", "size").value().bytes();
            expectNear(example, "tb", static_cast<double>(bytes) / 1e12);
            expectNear(example, "relative_difference_pct", (static_cast<double>(bytes) / 1e12 - 1) * 100);
        } else {
            ASSERT_TRUE(in.contains("mwh")) << example["id"] << " is of a kind that is not read here";
            // 1 g/kWh is 1 kg/MWh.
            const Energy energy =
                Energy::fromNanowattHours(Int128{std::llround(in["mwh"].get<double>() * 1e6)} * 1'000'000'000);
            const double got = asGrams(emissions(energy, intensity(in["kg_per_mwh"])).value());
            expectNear(example, "co2e_g", got);
            expectNear(example, "co2e_kg", got / 1e3);
            expectNear(example, "co2e_t", got / 1e6);
        }
    }
}

} // namespace
} // namespace greenward::placement
