#pragma once

#include "core/grid/region_map.h"
#include "core/units/figure.h"

#include <optional>
#include <string>
#include <vector>

namespace greenward::grid {

/// A figure somebody published, and for how long it may pass as one of now.
struct Observation
{
    GridFigure figure; ///< with pointTime; origin is for the ladder to say
    milliseconds length{0};
    milliseconds freshFor{0}; ///< after pointTime + length it is live no longer (C-25)
};

/// What is known of places beyond yearly averages. Engine thread only; answers at once, from memory or the store.
class Observations
{
public:
    virtual ~Observations() = default;
    /// The newest of each source that covers the place under this signal, by preference.
    virtual std::vector<Observation> newest(const Place &place, Signal signal) const = 0;
    /// The mean of the hour that begins at `hour`, of the first source that has it.
    virtual std::optional<GridFigure> ofHour(const Place &place, Signal signal, Instant hour) const = 0;
    /// Why sources have nothing fresh, up to `provider` by preference (empty: all): one sentence for people; empty when
    /// nothing went wrong.
    virtual std::string troubles(const Place &place, Signal signal, std::string_view provider) const = 0;
};

} // namespace greenward::grid
