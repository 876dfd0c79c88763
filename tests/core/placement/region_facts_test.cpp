#include "core/placement/region_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenward::placement {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

RegionFacts stockholm()
{
    RegionFacts facts{"aws", "eu-north-1", "Stockholm", "SE"};
    facts.share = parseShare("100", "share").value();
    facts.shareWords = "annual market-based matching as stated by AWS for 2023";
    facts.shareBasis = shareBasisOf(facts.shareWords);
    facts.pue = parsePue("1.1", "pue").value();
    facts.wue = parseWue("0.02", "wue").value();
    facts.year = 2024;
    facts.source = "AWS";
    return facts;
}

const auto kKnown = [](const RegionName &) {
    return true;
};

TEST(RegionFacts, C32_aBackendStartsFromWhatIsPublished)
{
    const BackendSpec spec = backendFrom(stockholm(), kKnown).value();
    EXPECT_EQ(spec.id.text(), "aws-eu-north-1");
    EXPECT_EQ(spec.region.text(), "aws:eu-north-1");
    EXPECT_EQ(spec.pue.text(), "1.1");
    EXPECT_EQ(spec.wue->text(), "0.02");
    EXPECT_EQ(spec.shareBasis, ShareBasis::AnnualCertificates);
    EXPECT_EQ(spec.residency->text(), "SE");
    EXPECT_EQ(spec.sourceYear, 2024);
    EXPECT_FALSE(spec.preset);
}

TEST(RegionFacts, whatIsNotPublishedIsSaidAndNotInvented)
{
    RegionFacts facts = stockholm();
    facts.pue.reset();
    facts.wue.reset();
    facts.share.reset();
    facts.shareWords = "not published per region";
    const BackendSpec spec = backendFrom(facts, kKnown).value();
    EXPECT_EQ(spec.pue.text(), "1.5");
    EXPECT_THAT(spec.source, StartsWith("PUE not published, default 1.5"));
    EXPECT_FALSE(spec.wue);
    EXPECT_EQ(spec.shareBasis, ShareBasis::NotTold);
    EXPECT_EQ(spec.renewable, Percent());
}

TEST(RegionFacts, aRegionTheGridDoesNotKnowFallsToItsCountry)
{
    const auto nobody = [](const RegionName &) {
        return false;
    };
    EXPECT_EQ(backendFrom(stockholm(), nobody)->region.text(), "SE");
    RegionFacts nowhere = stockholm();
    nowhere.country.clear();
    EXPECT_EQ(backendFrom(nowhere, nobody).error().subject, "region");
}

TEST(RegionFacts, C31_theMeaningOfAShareComesFromItsWords)
{
    EXPECT_EQ(shareBasisOf("hourly-matched CFE score 2024 (includes nuclear)"), ShareBasis::HourlyCarbonFree);
    EXPECT_EQ(shareBasisOf("annual market-based matching, 2025 (not the hourly CFE score)"),
              ShareBasis::AnnualCertificates);
    EXPECT_EQ(shareBasisOf("Microsoft 2022 region fact sheet renewable %"), ShareBasis::FactSheet);
    EXPECT_EQ(shareBasisOf("OVH renewable energy factor FY2025 (market-based)"), ShareBasis::AnnualCertificates);
    EXPECT_EQ(shareBasisOf("not published per region (Microsoft states 100% annual matching company-wide for 2025)"),
              ShareBasis::NotTold);
    EXPECT_EQ(shareBasisOf(""), ShareBasis::NotTold);
}

} // namespace
} // namespace greenward::placement
