#pragma once

#include "core/grid/tables.h"
#include "core/units/ids.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greenward::grid {

/// Which kind of name the operator used. Unplaced: "on-premises", a site whose grid nobody has told yet.
enum class PlaceKind { CloudRegion, GridZone, Country, Unplaced };
std::string_view placeKindName(PlaceKind kind);

/// What a region name means. Empty members are not known; nothing is ever guessed.
struct Place
{
    RegionName name; ///< as the operator wrote it
    PlaceKind kind = PlaceKind::Country;
    std::string provider;       ///< of cloud regions: "aws"
    std::string cloudRegion;    ///< "us-east-1"
    std::string location;       ///< "N. Virginia, US" or "Sweden"
    std::string country;        ///< ISO 3166-1 alpha-2
    std::string zone;           ///< Electricity Maps
    std::string watttimeRegion; ///< the region's own mapping; empty: not mapped

    friend bool operator==(const Place &, const Place &) = default;
};

/// Knows every place of the tables by all its names. Pure and immutable; callable from any thread.
class RegionMap final
{
public:
    explicit RegionMap(const Tables &tables);

    /// A cloud region ("us-east-1", "aws:us-east-1"), a grid zone ("US-MIDA-PJM"), an ISO country ("SE"), exactly as
    /// spelled, or an own site ("site:berlin", any name; unplaced until it is mapped). InvalidInput naming `region`:
    /// unknown (with the nearest names), or used by several providers (with their prefixed names).
    Result<Place> resolve(const RegionName &name) const;
    /// One name for each place, sorted: cloud regions without prefix where that is enough, zones, countries.
    std::vector<RegionName> known() const;

private:
    void addCountries(const Tables &tables);
    void addZones(const Tables &tables);
    void addCloudRegions(const Tables &tables);
    void add(std::string name, Place place);
    Unexpected<Error> unknown(const std::string &name) const;

    std::map<std::string, std::vector<Place>, std::less<>> m_places; ///< by every spelling; several: ambiguous
};

} // namespace greenward::grid
