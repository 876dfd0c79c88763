#include "core/units/backend_spec.h"

#include <array>
#include <utility>

namespace greenward {
namespace {

constexpr std::array<std::pair<Medium, std::string_view>, 4> kMedia{
    {{Medium::Hdd, "hdd"}, {Medium::Ssd, "ssd"}, {Medium::Tape, "tape"}, {Medium::Generic, "generic"}}};
constexpr std::array<std::pair<DriverKind, std::string_view>, 2> kDrivers{
    {{DriverKind::Profile, "profile"}, {DriverKind::Local, "local"}}};
constexpr std::array<std::pair<LatencyClass, std::string_view>, 4> kLatencies{{{LatencyClass::Online, "online"},
                                                                               {LatencyClass::Nearline, "nearline"},
                                                                               {LatencyClass::Offline, "offline"},
                                                                               {LatencyClass::Unknown, "unknown"}}};
constexpr std::array<std::pair<ShareBasis, std::string_view>, 6> kShareBases{
    {{ShareBasis::OwnStatement, "own-statement"},
     {ShareBasis::AnnualCertificates, "annual-certificates"},
     {ShareBasis::HourlyCarbonFree, "hourly-carbon-free"},
     {ShareBasis::FactSheet, "fact-sheet"},
     {ShareBasis::GridShare, "grid-share"},
     {ShareBasis::NotTold, "not-told"}}};

template<typename Table, typename Kind>
std::string_view nameIn(const Table &table, Kind wanted)
{
    for (const auto &[kind, name] : table)
        if (kind == wanted) return name;
    return {};
}

} // namespace

std::string_view mediumName(Medium medium)
{
    return nameIn(kMedia, medium);
}
std::string_view driverKindName(DriverKind kind)
{
    return nameIn(kDrivers, kind);
}

std::string_view latencyClassName(LatencyClass latency)
{
    return nameIn(kLatencies, latency);
}
std::string_view shareBasisName(ShareBasis basis)
{
    return nameIn(kShareBases, basis);
}

Result<LatencyClass> parseLatencyClass(std::string_view text)
{
    for (const auto &[latency, name] : kLatencies)
        if (text == name) return latency;
    return fail(ErrorCode::InvalidInput, "latency",
                "\"" + std::string(text) + "\" is not a latency class; use online, nearline, offline or unknown");
}

Result<ShareBasis> parseShareBasis(std::string_view text)
{
    for (const auto &[basis, name] : kShareBases)
        if (text == name) return basis;
    return fail(ErrorCode::InvalidInput, "share-basis",
                "\"" + std::string(text) +
                    "\" is not a meaning of a share; use own-statement, annual-certificates, hourly-carbon-free, "
                    "fact-sheet, grid-share or not-told");
}

Result<Medium> parseMedium(std::string_view text)
{
    for (const auto &[medium, name] : kMedia)
        if (text == name) return medium;
    return fail(ErrorCode::InvalidInput, "medium",
                "\"" + std::string(text) + "\" is not a medium; use hdd, ssd, tape or generic");
}

Result<DriverKind> parseDriverKind(std::string_view text)
{
    for (const auto &[kind, name] : kDrivers)
        if (text == name) return kind;
    return fail(ErrorCode::InvalidInput, "kind",
                "\"" + std::string(text) + "\" is not a kind of backend; use local or profile");
}

} // namespace greenward
