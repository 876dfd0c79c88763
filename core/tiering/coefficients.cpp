#include "core/tiering/coefficients.h"

#include <array>
#include <utility>

namespace greenward::tiering {
namespace {

constexpr std::array<std::pair<NetworkPath, std::string_view>, 3> kPaths{
    {{NetworkPath::InterDatacentre, "inter-datacentre"},
     {NetworkPath::InterRegion, "inter-region"},
     {NetworkPath::Internet, "internet"}}};

} // namespace

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

const Band &Coefficients::network(NetworkPath path) const
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

std::string coefficientText(const Coefficient &coefficient)
{
    std::string text = coefficient.name + ": " + coefficient.value.text() + " Wh/GB, " + coefficient.source;
    if (coefficient.year) text += ", " + std::to_string(*coefficient.year);
    return text;
}

} // namespace greenward::tiering
