#pragma once

#include <string>
#include <string_view>

namespace greenward::architecture {

/// The parts of the house that the rules tell apart.
enum class Part { Engine, Adapters, Ui, Composition, Command, App, Tests, Elsewhere };

struct Place
{
    Part part = Part::Elsewhere;
    std::string room; ///< core/ROOM, core/adapters/ROOM, ui/ROOM ...; empty for a file directly in its part
};

/// Where a path relative to the source root lies: "core/budget/x.h" is the engine's room "budget".
inline Place placeOf(std::string_view path)
{
    struct Prefix
    {
        std::string_view text;
        Part part;
    };
    static constexpr Prefix kPrefixes[]{{"core/adapters/", Part::Adapters},
                                        {"core/", Part::Engine},
                                        {"ui/", Part::Ui},
                                        {"app/composition/", Part::Composition},
                                        {"app/ctl/", Part::Command},
                                        {"app/", Part::App},
                                        {"tests/", Part::Tests}};
    for (const auto &prefix : kPrefixes) {
        if (!path.starts_with(prefix.text)) continue;
        const auto rest = path.substr(prefix.text.size());
        const auto slash = rest.find('/');
        return {prefix.part, std::string(slash == std::string_view::npos ? std::string_view{} : rest.substr(0, slash))};
    }
    return {};
}

/// True for what is shipped: the engine, its adapters, the console, the programs.
inline bool isProduct(const Place &place)
{
    return place.part != Part::Tests && place.part != Part::Elsewhere;
}

} // namespace greenward::architecture
