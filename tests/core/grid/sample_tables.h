#pragma once

#include "core/grid/tables.h"
#include "core/units/ids.h"

namespace greenward::grid {

inline GramsPerKwh grams(std::int64_t milligrams)
{
    return GramsPerKwh::fromMilligrams(milligrams);
}

inline RegionName region(std::string_view text)
{
    return RegionName::parse(text).value();
}

/// A small world: two providers share the name "north", two states share the zone US-EAST.
inline Tables sampleTables()
{
    Tables tables;
    tables.regions = {{"aws", "us-east-1", "Virginia", "US", "PJM_DC", "US-EAST", "made up"},
                      {"aws", "north", "Stockholm", "SE", "SE", "SE-SE3", "made up"},
                      {"azure", "north", "Oslo", "NO", "", "NO-NO1", "made up"},
                      {"gcp", "nowhere1", "Atlantis", "AQ", "", "AQ", "made up"}};
    const std::string state = "lifecycle; production; US state";
    const std::string country = "lifecycle; production; country";
    tables.regionYears = {
        {"aws", "us-east-1", "Virginia", "US", "US-EAST", grams(327'170), 2024, state, "Ember 2026", "CC-BY-4.0"},
        {"aws", "us-east-2", "Ohio", "US", "US-EAST", grams(479'050), 2024, state, "Ember 2026", "CC-BY-4.0"},
        {"gcp", "us-west1", "Oregon", "US", "US-WEST", grams(184'020), 2024, state, "Ember 2026", "CC-BY-4.0"},
        {"aws", "north", "Stockholm", "SE", "SE", grams(35'260), 2024, country, "Ember 2026", "CC-BY-4.0"},
        {"gcp", "nowhere1", "Atlantis", "AQ", "AQ", std::nullopt, 2024, "", "nobody", ""}};
    tables.countryYears = {
        {"US", "United States", grams(383'550), 2024, "lifecycle; production", "Ember 2025", "CC-BY-4.0"},
        {"SE", "Sweden", grams(35'890), 2024, "lifecycle; production", "Ember 2025", "CC-BY-4.0"},
        {"NO", "Norway", grams(31'000), 2023, "lifecycle; production", "Ember 2025", "CC-BY-4.0"},
        {"XX", "Nothing published", std::nullopt, 2023, "lifecycle; production", "Ember 2025", "CC-BY-4.0"},
        {"ZZ", "A hole in the table", grams(0), 2023, "lifecycle; production", "Ember 2025", "CC-BY-4.0"},
        {"EU27", "European Union", grams(210'000), 2024, "lifecycle; production", "Ember 2025", "CC-BY-4.0"}};
    return tables;
}

} // namespace greenward::grid
