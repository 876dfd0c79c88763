#include "core/units/backend_spec.h"

#include <array>
#include <utility>

namespace greenward {
namespace {

constexpr std::array<std::pair<Medium, std::string_view>, 4> kMedia{
    {{Medium::Hdd, "hdd"}, {Medium::Ssd, "ssd"}, {Medium::Tape, "tape"}, {Medium::Generic, "generic"}}};
constexpr std::array<std::pair<DriverKind, std::string_view>, 2> kDrivers{
    {{DriverKind::Profile, "profile"}, {DriverKind::Local, "local"}}};

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
