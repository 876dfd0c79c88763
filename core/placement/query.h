#pragma once

#include "core/units/coefficient.h"
#include "core/units/figure.h"

#include <optional>
#include <string_view>
#include <vector>

// What a placement is asked for. Values.

namespace greenward::placement {

/// What candidates are ranked by. The operator chooses (C-31).
enum class RankBy {
    Score,     ///< the specified green score, each part clamped (P-02, C-29)
    Footprint, ///< g CO2e per kept TB and month, the least first: what physically counts
    Literal,   ///< compatibility: the score as printed in the specification, unclamped, -56 to 110
};
std::string_view rankByName(RankBy rankBy); ///< "score", "footprint", "literal"
Result<RankBy> parseRankBy(std::string_view text);

/// What a backend must be to be chosen. What is empty asks for nothing.
struct Constraints
{
    std::vector<CountryCode> countries; ///< the data may lie in these only
    std::vector<Medium> media;
    std::optional<PricePerGigabyteMonth> priceCeiling; ///< a backend without a price, or in another currency, fails it
    std::optional<LatencyClass> latencyCeiling;        ///< the slowest that will do; unknown fails it
    bool immutable = false;                            ///< only where nothing can be deleted before its time

    friend bool operator==(const Constraints &, const Constraints &) = default;
};

/// Which of the candidates is to take `size` for `months`.
struct Query
{
    std::vector<BackendId> candidates; ///< 1 to 10,000; repeats count once
    DataSize size;
    int months = 12; ///< of 730 h, 1 to 1200
    std::optional<TenantId> tenant{};
    Signal signal = Signal::Average;
    std::optional<RankBy> rankBy{};  ///< nothing: what the operator has set
    std::optional<BackendId> from{}; ///< where the data lies now; nothing: it comes from outside
    NetworkPath path = NetworkPath::InterRegion;
    Constraints constraints{};

    friend bool operator==(const Query &, const Query &) = default;
};

/// InvalidInput naming `candidates`, `size`, `months` or `signal` (only average and marginal are amounts per kWh).
Result<void> checkQuery(const Query &query);

} // namespace greenward::placement
