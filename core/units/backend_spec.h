#pragma once

#include "core/units/coordinates.h"
#include "core/units/data_size.h"
#include "core/units/exclusions.h"
#include "core/units/ids.h"
#include "core/units/price.h"
#include "core/units/ratios.h"
#include "core/units/redundancy.h"

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

/// How long a read waits for its first byte. In order of speed; Unknown meets no ceiling.
enum class LatencyClass {
    Online,   ///< milliseconds: disks, object storage
    Nearline, ///< seconds to minutes: spun-down disks, tape in a library
    Offline,  ///< hours: archive classes that must be restored first
    Unknown,
};
std::string_view latencyClassName(LatencyClass latency);
Result<LatencyClass> parseLatencyClass(std::string_view text);

/// What the renewable share of a backend says (methodology 1.5). Shares of different meaning may not be ranked
/// together without saying so.
enum class ShareBasis {
    OwnStatement,       ///< the operator's own figure
    AnnualCertificates, ///< bought certificates cover so much of a year's use (market-based)
    HourlyCarbonFree,   ///< carbon-free energy matched hour by hour; counts nuclear
    FactSheet,          ///< a provider's fact sheet, whose rules it does not tell
    GridShare,          ///< the grid's own mix
    NotTold,
};
std::string_view shareBasisName(ShareBasis basis);
Result<ShareBasis> parseShareBasis(std::string_view text);

/// A storage backend as its operator describes it. A value; owned by nobody.
struct BackendSpec // NOLINT(clang-analyzer-optin.performance.Padding): in the order in which it is read
{
    BackendId id;
    RegionName region;
    DriverKind driver = DriverKind::Profile;
    std::string location{};               ///< Local: absolute path of the directory, as bytes of the file system
    int tenantLevel = 0;                  ///< which path component names the tenant, counted from 0
    std::optional<TenantId> soleTenant{}; ///< set: all objects belong to this tenant, whatever their path
    Exclusions exclude{};                 ///< names that are nobody's data
    Medium medium = Medium::Hdd;
    Redundancy redundancy{};
    Pue pue = Pue::fromMillionths(1'500'000);
    std::optional<Wue> wue{}; ///< unknown is not 0
    Percent renewable{};      ///< 0 to 100
    ShareBasis shareBasis = ShareBasis::NotTold;
    std::string renewableBasis{}; ///< the same in the source's words: "hourly-matched carbon-free energy 2021"
    std::string source{};         ///< citation of the figures, empty: the operator's own
    std::optional<int> sourceYear{};
    std::string newerHint{}; ///< "published 2024: PUE 1.12"; empty: none known
    bool preset = false;     ///< shipped with the product (P-06)

    // What a placement may ask for.
    std::optional<Coordinates> at{};
    std::optional<CountryCode> residency{}; ///< where data lies by law; nothing: the region's country
    LatencyClass latency = LatencyClass::Unknown;
    std::optional<PricePerGigabyteMonth> price{};
    bool immutable = false; ///< what is written there cannot be changed or deleted before its time (WORM)
    bool legalHold = false; ///< what lies there may not leave: never a source of moves

    friend bool operator==(const BackendSpec &, const BackendSpec &) = default;
};

} // namespace greenward
