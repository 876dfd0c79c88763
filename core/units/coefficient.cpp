#include "core/units/coefficient.h"

#include <array>
#include <utility>

namespace greenward {
namespace {

constexpr std::array<std::pair<NetworkPath, std::string_view>, 3> kPaths{
    {{NetworkPath::InterDatacentre, "inter-datacentre"},
     {NetworkPath::InterRegion, "inter-region"},
     {NetworkPath::Internet, "internet"}}};

template<typename Unit>
std::string text(const Coefficient<Unit> &coefficient, std::string_view unit)
{
    std::string line =
        coefficient.name + ": " + coefficient.value.text() + " " + std::string(unit) + ", " + coefficient.source;
    if (coefficient.year) line += ", " + std::to_string(*coefficient.year);
    return line;
}

} // namespace

std::string coefficientText(const TransferCoefficient &coefficient)
{
    return text(coefficient, "Wh/GB");
}
std::string coefficientText(const RestCoefficient &coefficient)
{
    return text(coefficient, "W/TB");
}

std::string_view networkPathName(NetworkPath path)
{
    for (const auto &[known, name] : kPaths)
        if (known == path) return name;
    return kPaths.front().second;
}

Result<NetworkPath> parseNetworkPath(std::string_view text)
{
    for (const auto &[path, name] : kPaths)
        if (text == name) return path;
    return fail(ErrorCode::InvalidInput, "network-path",
                "\"" + std::string(text) + "\" is not a path; use inter-datacentre, inter-region or internet");
}

const TransferBand &TransferCoefficients::network(NetworkPath path) const
{
    switch (path) {
    case NetworkPath::InterDatacentre:
        return interDatacentre;
    case NetworkPath::InterRegion:
        return interRegion;
    case NetworkPath::Internet:
        return internet;
    }
    return interDatacentre;
}

const RestBand &RestCoefficients::of(Medium medium) const
{
    switch (medium) {
    case Medium::Hdd:
    case Medium::Tape:
        return hdd;
    case Medium::Ssd:
        return ssd;
    case Medium::Generic:
        return generic;
    }
    return hdd;
}

} // namespace greenward
