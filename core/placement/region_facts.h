#pragma once

#include "core/units/backend_spec.h"
#include "core/units/intensity.h"

#include <functional>
#include <optional>
#include <string>

namespace greenward::placement {

/// What is published about one cloud region: something to start a backend from. Nothing means "not published".
struct RegionFacts
{
    std::string provider; ///< "aws"
    std::string region;   ///< "eu-north-1"
    std::string location; ///< "Stockholm"
    std::string country;  ///< ISO 3166-1 alpha-2; empty: not told
    std::optional<Percent> share{};
    ShareBasis shareBasis = ShareBasis::NotTold;
    std::string shareWords; ///< the basis in the source's words
    std::optional<Pue> pue{};
    std::string pueBasis; ///< "region", "fleet average 2025"
    std::optional<Wue> wue{};
    std::string wueBasis;
    std::optional<GramsPerKwh> intensity{}; ///< of the grid, yearly average, one set for all providers
    std::string intensityBasis;
    std::optional<GramsPerKwh> providerIntensity{}; ///< the provider's own figure; of another basis, never mixed in
    std::optional<int> year{};
    std::string source;
    std::string licence;
    std::string notes;

    /// "aws-eu-north-1", as a backend may be called.
    std::string backendName() const { return provider + "-" + region; }
};

/// The meaning of a share from the words of the table.
ShareBasis shareBasisOf(std::string_view words);

/// A profile with the published figures. Where PUE is not published it is the default 1.5 and `source` says so; an
/// unpublished share is 0 of meaning "not told". The region is the cloud region when `known` says so, else its country.
/// InvalidInput when neither makes a region.
Result<BackendSpec> backendFrom(const RegionFacts &facts, const std::function<bool(const RegionName &)> &known);

} // namespace greenward::placement
