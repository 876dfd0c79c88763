#include "core/tiering/savings.h"

#include "tests/core/tiering/samples.h"

#include <gtest/gtest.h>

#include <random>

namespace greenward::tiering {
namespace {

using namespace std::chrono_literals;

WattHoursPerGigabyte perGigabyte(const char *wattHours)
{
    return WattHoursPerGigabyte::fromMillionths(parseDecimal(wattHours, 6, "e").value());
}

Site site(const char *watts, int copies, const char *pue, const char *gramsPerKwh)
{
    return {WattsPerTerabyte::fromMillionths(parseDecimal(watts, 6, "w").value()), Redundancy::copies(copies).value(),
            parsePue(pue, "pue").value(), parseGramsPerKwh(gramsPerKwh, "g").value()};
}

struct Move
{
    Site source;
    Site target;
    const char *network; ///< Wh/GB
    const char *readWrite;
    std::int64_t terabytes;
    int years;
};

struct Outcome
{
    std::string cost;
    std::string saving;
    std::string net;
    std::optional<std::int64_t> days;
};

Outcome outcomeOf(const Move &move)
{
    const TransferEnergy energy{perGigabyte(move.network), perGigabyte(move.readWrite), perGigabyte(move.readWrite)};
    SourceRates rates;
    rates.cost = moveCost(move.source, move.target, energy, 0s).value();
    rates.costLow = rates.costHigh = rates.cost;
    rates.savingPerYear = savingPerYear(move.source, move.target).value();
    const Share share{rates, DataSize::fromBytes(move.terabytes * 1'000'000'000'000)};
    const Figures figures = figuresOf({&share, 1}, move.years).value();
    return {figures.ownCost.gramsText(), figures.savingPerYear.gramsText(), figures.netSaving.gramsText(),
            figures.breakEvenDays};
}

TEST(Savings, workedExamplesOfTheMethodology)
{
    const Outcome disk = outcomeOf({site("0.65", 1, "1.15", "400"), site("0.65", 1, "1.1", "35"), "1.5", "0", 1, 3});
    EXPECT_EQ(disk.cost, "326.25");
    EXPECT_EQ(disk.saving, "2400.021");
    EXPECT_EQ(disk.net, "6873.813");
    EXPECT_EQ(disk.days, 50);

    const Outcome flash =
        outcomeOf({site("1.2", 3, "1.135", "327.17"), site("1.2", 3, "1.1", "35.26"), "1.5", "0", 1, 5});
    EXPECT_EQ(flash.cost, "271.8225");
    EXPECT_EQ(flash.saving, "10487.358295"); // 10487.3582952
    EXPECT_EQ(flash.net, "52164.968976");
    EXPECT_EQ(flash.days, 9);

    const Outcome dirtier =
        outcomeOf({site("0.65", 1, "1.1", "100"), site("0.65", 1, "1.15", "400"), "1.5", "0", 1, 3});
    EXPECT_EQ(dirtier.cost, "375");
    EXPECT_EQ(dirtier.saving, "-1992.9");
    EXPECT_EQ(dirtier.net, "-6353.7");
    EXPECT_EQ(dirtier.days, std::nullopt) << "never, not a negative time";

    const Outcome access = outcomeOf({site("0.65", 2, "1.2", "500"), site("0.65", 2, "1.1", "50"), "1.5", "2", 2, 2});
    EXPECT_EQ(access.cost, "3445");
    EXPECT_EQ(access.saving, "12412.92");
    EXPECT_EQ(access.net, "21380.84");
    EXPECT_EQ(access.days, 101);
}

TEST(Savings, theNetworkCoefficientAloneChangesTheDecision)
{
    const Site dirty = site("0.65", 1, "1.15", "400");
    const Site clean = site("0.65", 1, "1.1", "35");
    const Outcome internet = outcomeOf({dirty, clean, "59", "0", 1, 3});
    EXPECT_EQ(internet.cost, "12832.5");
    EXPECT_EQ(internet.net, "-5632.437");
    EXPECT_EQ(internet.days, 1952); // 5.3 years

    const auto pays = [&](NetworkPath path, int years) {
        return paysBack(ratesOf(dirty, clean, sampleCoefficients(), path, 0s).value(), years).value();
    };
    EXPECT_TRUE(pays(NetworkPath::InterDatacentre, 1));
    EXPECT_TRUE(pays(NetworkPath::InterRegion, 3));
    EXPECT_FALSE(pays(NetworkPath::Internet, 3)) << "5.3 years with the typical value, longer with the pessimistic";
    EXPECT_FALSE(pays(NetworkPath::Internet, 11));
    EXPECT_TRUE(pays(NetworkPath::Internet, 12));
}

TEST(Savings, goldenMoveOfTenGibibytes)
{
    const DataSize size = DataSize::fromGibibytes(10);
    EXPECT_EQ(specifiedRestEnergy(size, 8760h).wattHoursText(), "64.42450944");
    const GramsCO2e year =
        specifiedSaving(size, GramsPerKwh::fromMilligrams(420'000), GramsPerKwh::fromMilligrams(300'000), 1).value();
    EXPECT_EQ(year.gramsText(), "7.730941");

    const Site at400 = site("0.65", 1, "1", "400");
    const auto networkCost = [&](const char *wattHours) {
        return moveCost(at400, at400, {perGigabyte(wattHours), {}, {}}, 0s)->of(size).value();
    };
    EXPECT_EQ(networkCost("0.572205").gramsText(), "2.457602"); // 6e-7 kWh per MiB
    EXPECT_EQ(breakEvenDays(networkCost("0.572205"), year), 116);
    EXPECT_EQ(networkCost("1").gramsText(), "4.294967");
    EXPECT_EQ(breakEvenDays(networkCost("1"), year), 203);
}

TEST(Savings, C36_theSpecifiedFormulaIsDividedByAThousand)
{
    const auto saved = [](DataSize size, std::int64_t from, std::int64_t to, int years) {
        return specifiedSaving(size, GramsPerKwh::fromMilligrams(from * 1000), GramsPerKwh::fromMilligrams(to * 1000),
                               years)
            .value();
    };
    const GramsCO2e right = saved(DataSize::fromGibibytes(10), 420, 300, 3);
    EXPECT_EQ(right.gramsText(), "23.192823");
    EXPECT_NE(right.micrograms() / 1'000'000, 23'192) << "the formula as printed gives 23,193 g";
    EXPECT_EQ(saved(DataSize::fromBytes(10'000'000'000), 420, 300, 3).gramsText(), "21.6");
    EXPECT_EQ(saved(kOneTerabyte, 100, 400, 3).gramsText(), "-5400");
}

TEST(Savings, networkExamplesOfCloudCarbonFootprint)
{
    // 10 PB at 0.001 kWh/GB with a PUE: the write term has the same shape.
    const auto written = [](const char *pue, const char *grams) {
        const Site target = site("0.65", 1, pue, grams);
        return moveCost(site("0.65", 1, "1", "0"), target, {{}, {}, perGigabyte("1")}, 0s)
            ->of(DataSize::fromBytes(10'000 * 1'000'000'000'000))
            ->gramsText();
    };
    EXPECT_EQ(written("1.135", "415.755"), "4718819.25");
    EXPECT_EQ(written("1.09", "109"), "1188100");
}

TEST(Savings, bothCopiesAreCountedWhileTheyExist)
{
    const Site dirty = site("0.65", 2, "1.5", "400");
    const Site clean = site("0.65", 1, "1.1", "35");
    const auto cost = [&](std::chrono::seconds grace) {
        return moveCost(dirty, clean, {}, grace)->of(kOneTerabyte)->gramsText();
    };
    EXPECT_EQ(cost(0s), "0");
    EXPECT_EQ(cost(24h * 365), "6832.8"); // a whole year of the source: 0.65 x 2 x 8760 x 1.5 x 0.4
    EXPECT_EQ(cost(24h * 7), "131.04");
}

TEST(Savings, manySmallMovesCostWhatOneLargeOneDoes)
{
    const Rate rate = moveCost(site("0.65", 1, "1.5", "329.65"), site("1.2", 3, "1.09", "35.26"),
                               {perGigabyte("1"), perGigabyte("0.0014"), perGigabyte("0.0014")}, 168h)
                          .value();
    // What storage does with the rate: the cumulated total, booked as its growth.
    GramsCO2e booked;
    DataSize moved;
    constexpr std::int64_t kEach = 4096;
    for (int i = 0; i < 100'000; ++i) {
        const GramsCO2e before = rate.of(moved).value();
        moved = moved + DataSize::fromBytes(kEach);
        booked = booked + (rate.of(moved).value() - before);
    }
    EXPECT_EQ(booked, rate.of(DataSize::fromBytes(100'000 * kEach)).value());
}

TEST(Savings, agreesWithFloatingPointOverTheWholeRange)
{
    const unsigned seed = 20260820;
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const auto pick = [&](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    };
    const auto someSite = [&] {
        return Site{WattsPerTerabyte::fromMillionths(pick(1, 2'000'000)), Redundancy::copies(pick(1, 16)).value(),
                    Pue::fromMillionths(pick(1'000'000, 3'000'000)), GramsPerKwh::fromMilligrams(pick(0, 1'500'000))};
    };
    for (int i = 0; i < 5000; ++i) {
        const Site source = someSite();
        const Site target = someSite();
        const TransferEnergy energy{WattHoursPerGigabyte::fromMillionths(pick(0, 130'000'000)),
                                    WattHoursPerGigabyte::fromMillionths(pick(0, 10'000)),
                                    WattHoursPerGigabyte::fromMillionths(pick(0, 10'000))};
        const DataSize size = DataSize::fromBytes(pick(0, 10'000'000'000'000));
        const auto power = [](const Site &one) {
            return static_cast<double>(one.restPower.millionths()) / 1e6 * one.redundancy.numerator() *
                   static_cast<double>(one.pue.millionths()) / 1e6 * static_cast<double>(one.intensity.milligrams()) /
                   1e3;
        };
        const double terabytes = static_cast<double>(size.bytes()) / 1e12;
        const double gigabytes = terabytes * 1000;
        const double mean = static_cast<double>((source.intensity.milligrams() + target.intensity.milligrams())) / 2e3;
        const auto touch = [&](WattHoursPerGigabyte e, const Site &one) {
            return static_cast<double>(e.millionths()) / 1e6 * static_cast<double>(one.pue.millionths()) / 1e6 *
                   static_cast<double>(one.intensity.milligrams()) / 1e3;
        };
        const double cost = gigabytes *
                                (static_cast<double>(energy.network.millionths()) / 1e6 * mean +
                                 touch(energy.read, source) + touch(energy.write, target)) /
                                1000 +
                            terabytes * power(source) * 168 / 1000;
        const double saving = terabytes * 8.76 * (power(source) - power(target));
        const double gotCost =
            static_cast<double>(moveCost(source, target, energy, 168h)->of(size)->micrograms()) / 1e6;
        const double gotSaving = static_cast<double>(savingPerYear(source, target)->of(size)->micrograms()) / 1e6;
        ASSERT_NEAR(gotCost, cost, 1e-6 + 1e-9 * cost);
        ASSERT_NEAR(gotSaving, saving, 1e-6 + 1e-8 * terabytes * 8.76 * (power(source) + power(target)));
    }
}

TEST(Savings, theBandLiesAroundTheExpectedFigure)
{
    const SourceRates rates = ratesOf(site("0.65", 1, "1.5", "400"), site("0.65", 1, "1.1", "35"), sampleCoefficients(),
                                      NetworkPath::InterDatacentre, 0s)
                                  .value();
    const Share share{rates, kOneTerabyte};
    const Figures figures = figuresOf({&share, 1}, 3).value();
    EXPECT_LT(figures.ownCostLow, figures.ownCost);
    EXPECT_LT(figures.ownCost, figures.ownCostHigh);
    EXPECT_EQ(figures.netSaving + figures.ownCost, figures.netSavingLow + figures.ownCostHigh);
    EXPECT_EQ(figures.netSaving + figures.ownCost, figures.netSavingHigh + figures.ownCostLow);
}

TEST(Savings, breakEvenIsAtLeastADayAndNeverWithoutSaving)
{
    EXPECT_EQ(breakEvenDays(GramsCO2e::fromMicrograms(1), GramsCO2e::fromGrams(1)), 1);
    EXPECT_EQ(breakEvenDays(GramsCO2e(), GramsCO2e::fromGrams(1)), 0);
    EXPECT_EQ(breakEvenDays(GramsCO2e::fromGrams(1), GramsCO2e()), std::nullopt);
    EXPECT_EQ(breakEvenDays(GramsCO2e::fromGrams(1), GramsCO2e::fromMicrograms(-1)), std::nullopt);
    EXPECT_EQ(breakEvenDays(GramsCO2e(), GramsCO2e()), std::nullopt);
}

TEST(Savings, tooLargeIsAnErrorNotAWrongNumber)
{
    const Rate rate{Int128{1} << 100, 1};
    const auto product = rate.of(DataSize::fromBytes(Int128{1} << 40));
    ASSERT_FALSE(product);
    EXPECT_EQ(product.error().code, ErrorCode::Overflow);
    EXPECT_EQ(Rate({Int128{1} << 70, 1}).of(DataSize::fromBytes(1)).error().code, ErrorCode::Overflow);
}

} // namespace
} // namespace greenward::tiering
