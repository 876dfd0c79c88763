#include "core/storage/driver.h"
#include "tests/support/values.h"

#include <gtest/gtest.h>

namespace greenward::storage {
namespace {

using namespace tests;

BackendSpec spec(int tenantLevel)
{
    BackendSpec spec{.id = backend("brown"), .region = known(RegionName::parse("SE"))};
    spec.tenantLevel = tenantLevel;
    return spec;
}

TEST(TenantOf, theDirectoryAtTheConfiguredLevelNamesTheTenant)
{
    EXPECT_EQ(known(tenantOf(spec(0), objectKey("acme/2024/a.dat"))), tenant("acme"));
    EXPECT_EQ(known(tenantOf(spec(1), objectKey("data/acme/a.dat"))), tenant("acme"));
}

TEST(TenantOf, aFileAboveThatLevelBelongsToNobody)
{
    EXPECT_EQ(tenantOf(spec(0), objectKey("readme.txt")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(tenantOf(spec(1), objectKey("data/readme.txt")).error().code, ErrorCode::NotFound);
}

TEST(TenantOf, aDirectoryThatIsNoNameIsSaidSo)
{
    EXPECT_EQ(tenantOf(spec(0), objectKey("a\nb/file")).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(tenantOf(spec(0), objectKey("\xFF/file")).error().code, ErrorCode::InvalidInput);
}

TEST(TenantOf, theSoleTenantOwnsEverything)
{
    BackendSpec sole = spec(0);
    sole.soleTenant = tenant("acme");
    EXPECT_EQ(known(tenantOf(sole, objectKey("readme.txt"))), tenant("acme"));
    EXPECT_EQ(known(tenantOf(sole, objectKey("other/\xFF/x"))), tenant("acme"));
}

TEST(Overlap, findsTheSamePlaceAndPlacesInsideOneAnother)
{
    const Extent outer{"local", "/data", {"1:10", "1:2"}};
    const Extent inner{"local", "/data/hot", {"1:11", "1:10", "1:2"}};
    const Extent linked{"local", "/mnt/data", {"1:10", "1:5", "1:2"}};
    const Extent beside{"local", "/data2", {"1:12", "1:2"}};
    EXPECT_TRUE(overlap(outer, inner));
    EXPECT_TRUE(overlap(inner, outer));
    EXPECT_TRUE(overlap(outer, linked));
    EXPECT_FALSE(overlap(outer, beside));
    EXPECT_FALSE(overlap(inner, beside));
}

} // namespace
} // namespace greenward::storage
