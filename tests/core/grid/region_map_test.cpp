#include "core/grid/region_map.h"

#include "tests/core/grid/sample_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenward::grid {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(RegionMap, resolvesEveryKindOfName)
{
    const RegionMap map(sampleTables());
    const auto plain = map.resolve(region("us-east-1"));
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->kind, PlaceKind::CloudRegion);
    EXPECT_EQ(plain->provider, "aws");
    EXPECT_EQ(plain->cloudRegion, "us-east-1");
    EXPECT_EQ(plain->country, "US");
    EXPECT_EQ(plain->zone, "US-EAST");
    EXPECT_EQ(plain->watttimeRegion, "PJM_DC");
    EXPECT_EQ(plain->location, "Virginia, US");
    EXPECT_EQ(plain->name, region("us-east-1"));

    const auto prefixed = map.resolve(region("aws:us-east-1"));
    ASSERT_TRUE(prefixed);
    EXPECT_EQ(prefixed->cloudRegion, plain->cloudRegion);
    EXPECT_EQ(prefixed->name, region("aws:us-east-1"));

    const auto zone = map.resolve(region("US-EAST"));
    ASSERT_TRUE(zone);
    EXPECT_EQ(zone->kind, PlaceKind::GridZone);
    EXPECT_EQ(zone->country, "US");

    const auto country = map.resolve(region("SE"));
    ASSERT_TRUE(country);
    EXPECT_EQ(country->kind, PlaceKind::Country);
    EXPECT_EQ(country->location, "Sweden");

    const auto site = map.resolve(region("on-premises"));
    ASSERT_TRUE(site);
    EXPECT_EQ(site->kind, PlaceKind::Unplaced);
    EXPECT_TRUE(site->country.empty());
}

TEST(RegionMap, aNameOfTwoProvidersIsRefusedWithBothFullNames)
{
    const RegionMap map(sampleTables());
    const auto place = map.resolve(region("north"));
    ASSERT_FALSE(place);
    EXPECT_EQ(place.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(place.error().subject, "region");
    EXPECT_EQ(place.error().detail, "\"north\" is a region of several providers; write aws:north or azure:north");
    EXPECT_EQ(map.resolve(region("azure:north"))->country, "NO");
}

TEST(RegionMap, anUnknownNameIsNamedWithTheNearestOnes)
{
    const RegionMap map(sampleTables());
    const auto typo = map.resolve(region("us-eats-1"));
    ASSERT_FALSE(typo);
    EXPECT_EQ(typo.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(typo.error().subject, "region");
    EXPECT_THAT(typo.error().detail, HasSubstr("\"us-eats-1\" is not a known region; did you mean us-east-1"));
    EXPECT_THAT(map.resolve(region("se")).error().detail, HasSubstr("SE")) << "spelling is exact, help is not";
    EXPECT_THAT(map.resolve(region("completely-elsewhere")).error().detail, HasSubstr("use a cloud region"));
}

TEST(RegionMap, groupsOfCountriesAreNoPlaces)
{
    const RegionMap map(sampleTables());
    EXPECT_FALSE(map.resolve(region("EU27")));
    EXPECT_THAT(map.known(), Not(testing::Contains(region("EU27"))));
}

TEST(RegionMap, listsEachPlaceOnceAndAllOfThemResolve)
{
    const RegionMap map(sampleTables());
    const auto names = map.known();
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
    EXPECT_THAT(names, testing::IsSupersetOf({region("us-east-1"), region("aws:north"), region("azure:north"),
                                              region("US-WEST"), region("NO"), region("on-premises")}));
    EXPECT_THAT(names, Not(testing::Contains(region("north"))));
    EXPECT_THAT(names, Not(testing::Contains(region("aws:us-east-1"))));
    for (const RegionName &name : names)
        EXPECT_TRUE(map.resolve(name)) << name.text();
}

} // namespace
} // namespace greenward::grid
