#pragma once

#include "core/units/data_size.h"
#include "core/units/ids.h"
#include "core/units/ratios.h"

#include <optional>
#include <string>

namespace greenward {

/// What a backend stores on; decides the energy at rest. Generic: the specified 6 nWh per byte and year (C-37).
enum class Medium { Hdd, Ssd, Tape, Generic };
std::string_view mediumName(Medium medium);
Result<Medium> parseMedium(std::string_view text);

/// How a backend is reached. Profile: known and scored, but not connected (a preset, a site one only compares with).
enum class DriverKind { Profile, Local };
std::string_view driverKindName(DriverKind kind);
Result<DriverKind> parseDriverKind(std::string_view text);

/// A storage backend as its operator describes it. A value; owned by nobody.
struct BackendSpec
{
    BackendId id;
    RegionName region;
    DriverKind driver = DriverKind::Profile;
    std::string location{};               ///< Local: absolute path of the directory, as bytes of the file system
    int tenantLevel = 0;                  ///< which path component names the tenant, counted from 0
    std::optional<TenantId> soleTenant{}; ///< set: all objects belong to this tenant, whatever their path
    Medium medium = Medium::Hdd;
    int copies = 1; ///< replicas kept by the backend, 1 to 16
    Pue pue = Pue::fromMillionths(1'500'000);
    std::optional<Wue> wue{};     ///< unknown is not 0
    Percent renewable{};          ///< 0 to 100
    std::string renewableBasis{}; ///< what the share means: "operator", "annual certificate matching" ...
    std::string source{};         ///< citation of the figures, empty: the operator's own
    std::optional<int> sourceYear{};
    std::string newerHint{}; ///< "published 2024: PUE 1.12"; empty: none known
    bool preset = false;     ///< shipped with the product (P-06)

    friend bool operator==(const BackendSpec &, const BackendSpec &) = default;
};

} // namespace greenward
