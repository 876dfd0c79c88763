#include "core/engine/placement_desk.h"

#include "core/engine/parts.h"
#include "core/engine/refresh_grid.h"

#include <algorithm>
#include <set>

namespace greenward::engine {
namespace {

/// Where the candidates and the data's present place lie; unknown ones have no region.
std::vector<RegionName> regionsOf(const Parts &parts, const placement::Query &query)
{
    std::set<RegionName> regions;
    const auto add = [&](const BackendId &id) {
        if (const auto spec = parts.placement.spec(id)) regions.insert(spec->region);
    };
    std::ranges::for_each(query.candidates, add);
    if (query.from) add(*query.from);
    return {regions.begin(), regions.end()};
}

DecisionRow rowOf(const placement::Decision &decision)
{
    const placement::Candidate *chosen = decision.chosen();
    DecisionRow row{.id = decision.id, .at = decision.at, .by = decision.by};
    row.tenant = decision.query.tenant;
    row.size = decision.query.size;
    row.months = decision.query.months;
    row.signal = decision.signal;
    row.rankedBy = std::string(placement::rankByName(decision.rankedBy));
    row.candidates = decision.ranked.size() + decision.excluded.size() + decision.notRated.size();
    row.provisional = decision.provisional;
    row.warnings = decision.warnings;
    if (!chosen) return row;
    row.chosen = chosen->scored.spec.id;
    row.score = chosen->scored.score.total;
    row.perTerabyteMonth = chosen->scored.perTerabyteMonth;
    row.estimated = chosen->estimate.total.grams;
    return row;
}

} // namespace

PlacementDesk::PlacementDesk(Parts &parts)
    : m_parts(parts)
{}

Result<void> PlacementDesk::choose(const placement::Query &query, milliseconds deadline, const Actor &by,
                                   DecisionDone done)
{
    CORE_CHECK(placement::checkQuery(query));
    if (m_parts.ports.store->health().readOnly)
        return fail(ErrorCode::ReadOnly, "data directory",
                    m_parts.ports.directory + " was opened read-only: a decision cannot be kept");
    const auto waiting =
        std::make_shared<Waiting>(Waiting{query, by, std::move(done), m_parts.clock().monotonic() + deadline, false});
    const std::vector<RegionName> regions = regionsOf(m_parts, query);
    if (deadline <= milliseconds{0} || regions.empty()) {
        take(*waiting);
        return {};
    }
    m_waiting.push_back(waiting);
    // Each source may be slow or silent by itself; what has come by the deadline counts.
    const auto asked = refreshGrid(m_parts, {.regions = regions, .signals = {query.signal}},
                                   [this, waiting](const std::vector<GridRefreshRow> &) { take(*waiting); });
    if (!asked) take(*waiting);
    return {};
}

void PlacementDesk::take(Waiting &waiting)
{
    if (std::exchange(waiting.taken, true)) return;
    auto decision = m_parts.placement.choose(waiting.query, waiting.by);
    m_parts.ports.changes->mark(Area::Decisions);
    const DecisionDone done = std::move(waiting.done);
    std::erase_if(m_waiting, [&](const auto &one) { return one.get() == &waiting; });
    done(std::move(decision));
}

void PlacementDesk::tick()
{
    const auto now = m_parts.clock().monotonic();
    const auto waiting = m_waiting; // taking one changes the list
    for (const auto &one : waiting)
        if (one->until <= now) take(*one);
}

Result<std::vector<DecisionRow>> showDecisions(const Parts &parts, DecisionId before, std::size_t limit)
{
    CORE_TRY(const auto decisions, parts.placement.decisions().last(before, limit));
    std::vector<DecisionRow> rows;
    for (const placement::Decision &decision : decisions)
        rows.push_back(rowOf(decision));
    return rows;
}

} // namespace greenward::engine
