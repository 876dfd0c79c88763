#pragma once

#include "core/units/intensity.h"

#include <optional>
#include <string>
#include <vector>

namespace greenward::grid {

// Reference tables of places and of their yearly averages, as shipped or as an administrator replaced them. Plain
// values; blank means "not published" or "not mapped", never zero.

/// Where a cloud region stands and how the providers of grid data call that place.
struct CloudRegion
{
    std::string provider; ///< "aws"
    std::string region;   ///< "us-east-1"
    std::string location; ///< "N. Virginia"
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string watttimeRegion;
    std::string electricityMapsZone;
    std::string source;
};

/// The yearly average intensity of the grid a cloud region draws from.
struct RegionYear
{
    std::string provider;
    std::string region;
    std::string location;
    std::string country;
    std::string zone; ///< Electricity Maps zone as this table has it
    std::optional<GramsPerKwh> value;
    int year = 0;
    std::string basis; ///< "lifecycle; production; country"
    std::string source;
    std::string licence;
};

/// The yearly average intensity of a country.
struct CountryYear
{
    std::string country; ///< ISO 3166-1 alpha-2; groups such as EU27 are longer and no country
    std::string name;
    std::optional<GramsPerKwh> value;
    int year = 0;
    std::string basis;
    std::string source;
    std::string licence;
};

struct Tables
{
    std::vector<CloudRegion> regions;
    std::vector<RegionYear> regionYears;
    std::vector<CountryYear> countryYears;
};

} // namespace greenward::grid
