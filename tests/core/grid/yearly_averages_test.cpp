#include "core/grid/yearly_averages.h"

#include "tests/core/grid/sample_tables.h"

#include <gtest/gtest.h>

namespace greenward::grid {
namespace {

GridFigure figureOf(std::string_view name)
{
    const Tables tables = sampleTables();
    return YearlyAverages(tables, grams(400'000)).figureFor(RegionMap(tables).resolve(region(name)).value());
}

TEST(YearlyAverages, C17_theLadderGoesFromRegionToCountryToDefault)
{
    const GridFigure state = figureOf("us-east-1");
    EXPECT_EQ(state.value, grams(327'170));
    EXPECT_EQ(state.origin, Origin::ZoneYearAverage);
    EXPECT_EQ(state.zone, "US-EAST");

    const GridFigure wide = figureOf("aws:north"); // a country's figure beside a region is the country's
    EXPECT_EQ(wide.value, grams(35'260));
    EXPECT_EQ(wide.origin, Origin::CountryYearAverage);
    EXPECT_EQ(wide.zone, "SE");

    const GridFigure country = figureOf("azure:north"); // no row of its own, its zone neither
    EXPECT_EQ(country.value, grams(31'000));
    EXPECT_EQ(country.origin, Origin::CountryYearAverage);
    EXPECT_EQ(country.year, 2023);

    const GridFigure nothing = figureOf("gcp:nowhere1");
    EXPECT_EQ(nothing.value, grams(400'000));
    EXPECT_EQ(nothing.origin, Origin::ConfiguredDefault);
    EXPECT_EQ(nothing.quality, Quality::Default);
    EXPECT_EQ(nothing.note, "default, may under-report");
    EXPECT_EQ(nothing.provider, "setting");
    EXPECT_FALSE(nothing.year.has_value());

    EXPECT_EQ(figureOf("XX").origin, Origin::ConfiguredDefault) << "unknown is not zero";
    EXPECT_EQ(figureOf("ZZ").origin, Origin::ConfiguredDefault) << "no grid has a life cycle of exactly zero";
    EXPECT_EQ(figureOf("on-premises").origin, Origin::ConfiguredDefault);
}

TEST(YearlyAverages, aZoneHasAFigureOnlyWhenItsRegionsAgree)
{
    EXPECT_EQ(figureOf("US-WEST").value, grams(184'020));
    EXPECT_EQ(figureOf("US-WEST").origin, Origin::ZoneYearAverage);
    EXPECT_EQ(figureOf("US-EAST").value, grams(383'550)) << "two states differ: the country's";
    EXPECT_EQ(figureOf("SE").value, grams(35'890)) << "a country named by itself has its own row";
}

TEST(YearlyAverages, everyFigureSaysWhereItIsFrom)
{
    const GridFigure figure = figureOf("us-east-1");
    EXPECT_EQ(figure.signal, Signal::Average);
    EXPECT_EQ(figure.gas, Gas::CO2e);
    EXPECT_EQ(figure.quality, Quality::Estimated);
    EXPECT_TRUE(figure.estimated);
    EXPECT_EQ(figure.provider, "Ember");
    EXPECT_EQ(figure.method, "lifecycle; production; US state");
    EXPECT_EQ(figure.source, "Ember 2026");
    EXPECT_EQ(figure.licence, "CC-BY-4.0");
    EXPECT_EQ(figure.year, 2024);
}

} // namespace
} // namespace greenward::grid
