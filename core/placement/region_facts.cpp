#include "core/placement/region_facts.h"

namespace greenward::placement {
namespace {

Result<RegionName> regionOf(const RegionFacts &facts, const std::function<bool(const RegionName &)> &known)
{
    auto region = RegionName::parse(facts.provider + ":" + facts.region);
    if (region && known(*region)) return region;
    return RegionName::parse(facts.country);
}

} // namespace

ShareBasis shareBasisOf(std::string_view words)
{
    const auto says = [&](std::string_view text) {
        return words.find(text) != std::string_view::npos;
    };
    if (says("not published")) return ShareBasis::NotTold;
    if (says("hourly-matched")) return ShareBasis::HourlyCarbonFree;
    if (says("fact sheet")) return ShareBasis::FactSheet;
    if (says("market-based")) return ShareBasis::AnnualCertificates;
    return ShareBasis::NotTold;
}

Result<BackendSpec> backendFrom(const RegionFacts &facts, const std::function<bool(const RegionName &)> &known)
{
    CORE_TRY(BackendId id, BackendId::parse(facts.backendName()));
    CORE_TRY(RegionName region, regionOf(facts, known));
    BackendSpec spec{.id = std::move(id), .region = std::move(region)};
    spec.pue = facts.pue.value_or(spec.pue);
    spec.wue = facts.wue;
    spec.renewable = facts.share.value_or(Percent());
    spec.shareBasis = facts.share ? facts.shareBasis : ShareBasis::NotTold;
    spec.renewableBasis = facts.shareWords;
    spec.source = facts.source;
    if (!facts.pue) spec.source = "PUE not published, default " + spec.pue.text() + ". " + spec.source;
    spec.sourceYear = facts.year;
    if (auto country = CountryCode::parse(facts.country)) spec.residency = *std::move(country);
    return spec;
}

} // namespace greenward::placement
