#include "core/base/json_text.h"
#include "core/budget/projection.h"
#include "core/budget/throttle_curve.h"
#include "core/units/energy.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

// Worked examples from outside, run when their file is there: $GREENWARD_SHARED/data, or ../shared/data beside the
// sources. Without it there are no cases; the same figures stand in the other tests of this folder.

namespace greenward::budget {
namespace {

std::filesystem::path examplesFile()
{
    const char *shared = std::getenv("GREENWARD_SHARED");
    const std::filesystem::path root =
        shared ? std::filesystem::path(shared) : std::filesystem::path(GREENWARD_SOURCE_DIR) / ".." / "shared";
    return root / "data" / "worked-examples.json";
}

std::vector<Json> examplesOf(std::string_view category)
{
    std::ifstream file(examplesFile());
    if (!file) return {};
    std::stringstream text;
    text << file.rdbuf();
    const Json all = Json::parse(text.str(), nullptr, false);
    std::vector<Json> found;
    if (all.is_object())
        for (const Json &example : all["cases"])
            if (example["category"] == category) found.push_back(example);
    EXPECT_FALSE(found.empty()) << examplesFile() << " holds no example of " << category;
    return found;
}

std::string decimal(const Json &number)
{
    std::ostringstream out;
    out.precision(15);
    out << number.get<double>();
    return out.str();
}

GramsCO2e grams(const Json &number)
{
    return parseGrams(decimal(number), "g").value();
}

void expectNear(const Json &example, const char *member, double got)
{
    const double expected = example["expected"][member].get<double>();
    const double allowed = std::max(example["tolerance"]["abs"].get<double>(),
                                    example["tolerance"]["rel"].get<double>() * std::abs(expected));
    EXPECT_NEAR(got, expected, std::max(allowed, 1e-6)) << example["id"] << " " << member;
}

double asGrams(GramsCO2e amount)
{
    return static_cast<double>(amount.micrograms()) / 1e6;
}

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
        const Projection line = project(period, kStart + days(in["elapsed_days"]), used, 1, limit);
        expectNear(example, "projected_g", asGrams(line.atEnd.value()));
        expectNear(example, "projected_over_g", asGrams(line.atEnd.value() - limit));
        expectNear(example, "exhaustion_day",
                   static_cast<double>((line.exhaustsAt.value() - kStart).count()) / 86'400'000);
    }
}

} // namespace
} // namespace greenward::budget
