#include "core/adapters/tables/embedded.h"
#include "core/adapters/tables/shipped_tables.h"
#include "core/grid/region_map.h"
#include "core/grid/yearly_averages.h"
#include "core/placement/score.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace greenward::adapters {
namespace {

const ShippedTables &tables()
{
    static const ShippedTables all = [] {
        auto read = shippedTables();
        EXPECT_TRUE(read) << read.error().subject << ": " << read.error().detail;
        return *std::move(read);
    }();
    return all;
}

GridFigure figureOf(std::string_view region)
{
    static const grid::RegionMap map(tables().grid);
    static const grid::YearlyAverages averages(tables().grid, GramsPerKwh::fromMilligrams(400'000));
    const auto place = map.resolve(RegionName::parse(region).value());
    EXPECT_TRUE(place) << region << ": " << place.error().detail;
    return averages.figureFor(*place);
}

TEST(ShippedTables, theBytesAreThoseOfTheSourceFiles)
{
    for (const std::string name :
         {"cloud-regions-grid.csv", "cloud-region-sustainability.csv", "country-average-intensity.csv",
          "energy-coefficients.csv", "move-coefficients.csv", "backend-presets.csv"}) {
        std::ifstream file(std::string(GREENWARD_SOURCE_DIR) + "/resources/data/" + name, std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        ASSERT_FALSE(bytes.str().empty()) << name;
        EXPECT_TRUE(embeddedTable(name) == bytes.str()) << name;
    }
    EXPECT_TRUE(embeddedTable("passwd").empty());
}

TEST(ShippedTables, holdEveryRow)
{
    EXPECT_EQ(tables().grid.regions.size(), 159U);
    EXPECT_GE(tables().grid.regionYears.size(), 170U);
    EXPECT_EQ(tables().grid.countryYears.size(), 222U);
}

TEST(ShippedTables, everyKnownRegionHasAYearlyFigureAndItsSource)
{
    const grid::RegionMap map(tables().grid);
    const auto names = map.known();
    EXPECT_GT(names.size(), 400U);
    for (const RegionName &name : names) {
        const GridFigure figure = figureOf(name.text());
        EXPECT_FALSE(figure.source.empty()) << name.text();
        EXPECT_GT(figure.value.milligrams(), 0) << name.text();
        EXPECT_TRUE(figure.estimated) << name.text();
        EXPECT_EQ(figure.year.has_value(), figure.origin != Origin::ConfiguredDefault) << name.text();
    }
}

TEST(ShippedTables, C20_C22_theFiveRegionsMapToVerifiedCodes)
{
    struct Case
    {
        const char *region;
        const char *watttime;
        const char *zone;
    };
    const grid::RegionMap map(tables().grid);
    for (const Case &one :
         {Case{"us-east-1", "PJM_DC", "US-MIDA-PJM"}, Case{"us-west-2", "BPA", "US-NW-PACW"},
          Case{"eu-west-1", "IE", "IE"}, Case{"eu-central-1", "DE", "DE"}, Case{"ap-southeast-1", "SGP", "SG"}}) {
        const auto place = map.resolve(RegionName::parse(one.region).value());
        ASSERT_TRUE(place) << one.region;
        EXPECT_EQ(place->watttimeRegion, one.watttime);
        EXPECT_EQ(place->zone, one.zone);
    }
}

TEST(ShippedTables, P06_thePresetsHaveTheSpecifiedFigures)
{
    struct Case
    {
        const char *id;
        const char *renewable;
        const char *pue;
        const char *at475;
        const char *at400;
    };
    const Case cases[] = {{"aws-us-west-2", "96", "1.135", "76.45", "78.7"},
                          {"aws-eu-north-1", "100", "1.09", "78.95", "81.2"},
                          {"azure-westeurope", "100", "1.12", "78.35", "80.6"},
                          {"gcp-us-central1", "97", "1.1", "77.55", "79.8"},
                          {"on-premises", "40", "1.5", "46.75", "49"}};
    ASSERT_EQ(tables().presets.size(), std::size(cases));
    for (std::size_t i = 0; i < std::size(cases); ++i) {
        const BackendSpec &spec = tables().presets[i];
        EXPECT_EQ(spec.id.text(), cases[i].id);
        EXPECT_EQ(spec.renewable.text(), cases[i].renewable);
        EXPECT_EQ(spec.pue.text(), cases[i].pue);
        EXPECT_FALSE(spec.wue.has_value());
        EXPECT_TRUE(spec.preset);
        EXPECT_FALSE(spec.source.empty());
        EXPECT_FALSE(spec.newerHint.empty());
        const auto scoreAt = [&](std::int64_t grams) {
            return placement::greenScore(
                       {spec.renewable, GramsPerKwh::fromMilligrams(grams * 1000), spec.pue, spec.wue, false})
                .total.text();
        };
        EXPECT_EQ(scoreAt(475), cases[i].at475) << spec.id.text();
        EXPECT_EQ(scoreAt(400), cases[i].at400) << spec.id.text();
    }
}

TEST(ShippedTables, yearlyFiguresCarryTheirRungAndVintage)
{
    const GridFigure oregon = figureOf("us-west-2");
    EXPECT_EQ(oregon.value.gramsText(), "184.02");
    EXPECT_EQ(oregon.origin, Origin::ZoneYearAverage);
    EXPECT_EQ(oregon.year, 2024);
    EXPECT_EQ(oregon.provider, "Ember");
    EXPECT_EQ(oregon.method, "lifecycle; production; US state");

    const GridFigure sweden = figureOf("SE");
    EXPECT_EQ(sweden.value.gramsText(), "35.89");
    EXPECT_EQ(sweden.origin, Origin::CountryYearAverage);
    EXPECT_EQ(sweden.zone, "SE");

    // Three states with different figures share this zone, so it falls to the country.
    const GridFigure pjm = figureOf("US-MIDA-PJM");
    EXPECT_EQ(pjm.value.gramsText(), "383.55");
    EXPECT_EQ(pjm.origin, Origin::CountryYearAverage);

    const GridFigure site = figureOf("on-premises");
    EXPECT_EQ(site.value.gramsText(), "400");
    EXPECT_EQ(site.origin, Origin::ConfiguredDefault);
    EXPECT_EQ(site.note, "default, may under-report");
}

TEST(ShippedTables, C34_C37_coefficientsAreThoseOfTheSpecification)
{
    const RestCoefficients &rest = tables().coefficients.rest;
    EXPECT_EQ(rest.hdd.typical.value.text(), "0.65");
    EXPECT_EQ(rest.hdd.high.value.text(), "0.89");
    EXPECT_EQ(rest.ssd.typical.value.text(), "1.2");
    EXPECT_EQ(rest.ssd.high.value.text(), "1.52");
    EXPECT_EQ(rest.generic.typical.value.text(), "0.684932");
    ASSERT_EQ(rest.others.size(), 2U);
    EXPECT_GT(rest.others[1].hdd.value, rest.others[1].ssd.value) << "drives of 1 TB have it the other way round";
    const TransferCoefficients &moves = tables().coefficients.transfer;
    EXPECT_EQ(moves.write.value.text(), "0.0014");
    EXPECT_EQ(moves.interDatacentre.low.value.text(), "0.572205");
    EXPECT_EQ(moves.interDatacentre.typical.value.text(), "1");
    EXPECT_EQ(moves.interDatacentre.high.value.text(), "1.5");
    EXPECT_EQ(moves.internet.typical.value.text(), "59");
    EXPECT_EQ(moves.interDatacentre.typical.name, "network.ccf");
    EXPECT_EQ(moves.interDatacentre.typical.year, 2020);
}

} // namespace
} // namespace greenward::adapters
