#include "core/placement/query.h"

#include <array>
#include <utility>

namespace greenward::placement {
namespace {

constexpr std::array<std::pair<RankBy, std::string_view>, 3> kRankings{
    {{RankBy::Score, "score"}, {RankBy::Footprint, "footprint"}, {RankBy::Literal, "literal"}}};
constexpr std::size_t kMostCandidates = 10'000;
constexpr int kMostMonths = 1200;

} // namespace

std::string_view rankByName(RankBy rankBy)
{
    for (const auto &[known, name] : kRankings)
        if (known == rankBy) return name;
    return kRankings.front().second;
}

Result<RankBy> parseRankBy(std::string_view text)
{
    for (const auto &[rankBy, name] : kRankings)
        if (text == name) return rankBy;
    return fail(ErrorCode::InvalidInput, "rank-by",
                "\"" + std::string(text) + "\" is no ranking; use score, footprint or literal");
}

Result<void> checkQuery(const Query &query)
{
    if (query.candidates.empty()) return fail(ErrorCode::InvalidInput, "candidates", "must name at least one backend");
    if (query.candidates.size() > kMostCandidates)
        return fail(ErrorCode::InvalidInput, "candidates",
                    std::to_string(query.candidates.size()) + " are more than " + std::to_string(kMostCandidates));
    if (query.size < DataSize())
        return fail(ErrorCode::InvalidInput, "size", "\"" + std::to_string(query.size.bytes()) + "\" is negative");
    if (query.months < 1 || query.months > kMostMonths)
        return fail(ErrorCode::InvalidInput, "months",
                    "\"" + std::to_string(query.months) + "\" is outside 1 to " + std::to_string(kMostMonths));
    if (query.signal != Signal::Average && query.signal != Signal::Marginal)
        return fail(ErrorCode::InvalidInput, "signal",
                    "\"" + std::string(signalName(query.signal)) +
                        "\" is no amount per kWh; use average or marginal (C-18)");
    return {};
}

} // namespace greenward::placement
