#include "core/base/json_fields.h"
#include "core/placement/backend_json.h"

#include <gtest/gtest.h>

namespace greenward::placement {
namespace {

BackendSpec fullSpec()
{
    BackendSpec spec{.id = BackendId::parse("cold-1").value(), .region = RegionName::parse("aws:eu-north-1").value()};
    spec.driver = DriverKind::Local;
    spec.location = "/srv/data with \"quotes\" and\nlines";
    spec.tenantLevel = 2;
    spec.soleTenant = TenantId::parse("acme").value();
    spec.medium = Medium::Tape;
    spec.redundancy = Redundancy::erasure(10, 4).value();
    spec.pue = Pue::fromMillionths(1'135'000);
    spec.wue = Wue::fromMillionths(20'000);
    spec.renewable = Percent::fromMillionths(96'500'000);
    spec.renewableBasis = "operator";
    spec.source = "meter";
    spec.sourceYear = 2025;
    spec.newerHint = "none";
    spec.shareBasis = ShareBasis::HourlyCarbonFree;
    spec.at = parseCoordinates("59.33", "18.07").value();
    spec.residency = CountryCode::parse("SE").value();
    spec.latency = LatencyClass::Nearline;
    spec.price = parsePrice("0.0045 EUR", "price").value();
    spec.immutable = true;
    spec.legalHold = true;
    return spec;
}

Result<BackendSpec> reread(const BackendSpec &spec)
{
    return backendFromJson(parseJson(jsonText(toJson(spec)), "backend").value());
}

std::string problemOf(const char *json)
{
    const auto spec = backendFromJson(parseJson(json, "backend").value());
    if (spec) return "";
    EXPECT_EQ(spec.error().code, ErrorCode::InvalidInput);
    return spec.error().subject + ": " + spec.error().detail;
}

TEST(BackendJson, readsBackTheSameValue)
{
    EXPECT_EQ(reread(fullSpec()).value(), fullSpec());
    const BackendSpec bare{.id = BackendId::parse("x").value(), .region = RegionName::parse("SE").value()};
    EXPECT_EQ(reread(bare).value(), bare);
}

TEST(BackendJson, aPathIsBytesAndSurvivesWhateverTheyAre)
{
    BackendSpec spec = fullSpec();
    for (const std::string &path : {std::string("/srv/\xFF\xFE"), std::string("/srv/back\\slash"),
                                    std::string("/srv/\x01\x7F"), std::string("/srv/\xC3\xA9")}) {
        spec.location = path;
        const auto again = reread(spec);
        ASSERT_TRUE(again) << again.error().detail;
        EXPECT_EQ(again->location, path);
    }
}

TEST(BackendJson, whatIsMissingHasTheDefaultButIdAndRegion)
{
    const auto spec = backendFromJson(parseJson(R"({"id":"a","region":"SE"})", "backend").value());
    ASSERT_TRUE(spec);
    EXPECT_EQ(spec->pue.text(), "1.5");
    EXPECT_FALSE(spec->wue.has_value());
    EXPECT_EQ(problemOf(R"({"region":"SE"})"), "id: is missing");
    EXPECT_EQ(problemOf(R"({"id":"a"})"), "region: is missing");
}

TEST(BackendJson, decimalsMayBeNumbersOrText)
{
    const auto spec =
        backendFromJson(parseJson(R"({"id":"a","region":"SE","pue":1.135,"wue_l_per_kwh":"0.16"})", "backend").value());
    ASSERT_TRUE(spec);
    EXPECT_EQ(spec->pue.text(), "1.135");
    EXPECT_EQ(spec->wue->text(), "0.16");
}

TEST(BackendJson, namesTheFieldAndTheValue)
{
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","pue":"0.9"})"), "pue: \"0.9\" is outside 1 to 10");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","pue":1e3})"), "pue: \"1000.0\" is outside 1 to 10");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","renewable_pct":"101"})"),
              "renewable_pct: \"101\" is outside 0 to 100");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","wue_l_per_kwh":"-1"})"),
              "wue_l_per_kwh: \"-1\" is outside 0 to 100");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","copies":0})"), "copies: 0 is outside 1 to 16");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","copies":17})"), "copies: 17 is outside 1 to 16");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","copies":"2"})"), "copies: \"2\" is not a whole number");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","medium":"glass"})"),
              "medium: \"glass\" is not a medium; use hdd, ssd, tape or generic");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","kind":"local","location":"relative"})"),
              "path: \"relative\" is not an absolute path");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","kind":"local","location":"hex:zz"})"),
              "location: \"hex:zz\" is not hex");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","copies":"0+4"})"),
              "copies: \"0+4\" is neither a number of copies, 1 to 16, nor shards like 10+4");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","latitude":"91","longitude":"0"})"),
              "latitude: \"91\" is not between -90 and 90 degrees");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","latitude":"9"})"), "longitude: is missing");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","residency":"Sweden"})"),
              "country: \"Sweden\" is not a country code of two capital letters, like SE");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","latency":"slow"})"),
              "latency: \"slow\" is not a latency class; use online, nearline, offline or unknown");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","price_per_gb_month":"0.02"})"),
              "price_per_gb_month: \"0.02\" needs a currency, like \"0.023 USD\"");
    EXPECT_EQ(problemOf(R"({"id":"a","region":"SE","share_basis":"green"})"),
              "share-basis: \"green\" is not a meaning of a share; use own-statement, annual-certificates, "
              "hourly-carbon-free, fact-sheet, grid-share or not-told");
    EXPECT_EQ(problemOf(R"([1])"), "backend: [1] is not a JSON object");
}

TEST(BackendValidation, holdsForSpecsMadeInCodeToo)
{
    BackendSpec spec = fullSpec();
    spec.pue = Pue::fromMillionths(999'999);
    EXPECT_EQ(validate(spec).error().subject, "pue");
    spec = fullSpec();
    spec.renewable = Percent::fromMillionths(-1);
    EXPECT_EQ(validate(spec).error().subject, "renewable");
    spec = fullSpec();
    spec.source.assign(2000, 'x');
    EXPECT_EQ(validate(spec).error().subject, "source");
    EXPECT_TRUE(validate(fullSpec()));
}

} // namespace
} // namespace greenward::placement
