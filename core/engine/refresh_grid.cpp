#include "core/engine/refresh_grid.h"

#include "core/engine/parts.h"
#include "core/engine/show/show_grid.h"

namespace greenward::engine {
namespace {

using std::chrono::hours;

/// Counts the answers that are still to come and hands all of them over together.
struct Gathered
{
    std::vector<GridRefreshRow> rows;
    std::size_t missing = 0;
    GridRefreshDone done;
};

/// Services answer at most so much of the past at once: Electricity Maps 10 days, Great Britain 14, WattTime 32.
constexpr hours kLongestSpan{24 * 9};
constexpr int kMostSpans = 20;

/// Newest first: what was lately is wanted first.
std::vector<grid::Inquiry> inquiriesOf(const GridQuery &query, grid::Question question, Signal signal, Instant now)
{
    grid::Inquiry inquiry{question, signal, {}, {}, query.horizon, query.fresh};
    // There is one percentile and one share; they have signals of their own.
    if (question == grid::Question::Percentile) inquiry.signal = Signal::Percentile;
    if (question == grid::Question::RenewableShare) inquiry.signal = Signal::Average;
    if (question != grid::Question::History) return {inquiry};
    std::vector<grid::Inquiry> spans;
    inquiry.to = std::chrono::floor<hours>(now) + hours{1};
    const Instant begin = inquiry.to - query.history - hours{1};
    // The last day by itself: it is in plans that do not include more.
    inquiry.from = std::max(begin, inquiry.to - hours{25});
    while (inquiry.from < inquiry.to && spans.size() < kMostSpans) {
        spans.push_back(inquiry);
        inquiry.to = inquiry.from;
        inquiry.from = std::max(begin, inquiry.to - kLongestSpan);
    }
    return spans;
}

void fill(GridRefreshRow &row, const grid::FetchOutcome &outcome)
{
    if (row.source.empty()) row.source = outcome.source;
    row.cached = row.cached || outcome.cached;
    for (const auto &one : outcome.problems)
        row.problems.push_back(
            {one.source, one.name, std::string(grid::troubleName(one.problem.trouble)), one.problem.detail});
}

Result<std::vector<grid::Place>> placesOf(const Parts &parts, const std::vector<RegionName> &regions)
{
    std::vector<grid::Place> places;
    for (const RegionName &region : regions) {
        CORE_TRY(grid::Place place, parts.grid.map().resolve(region));
        places.push_back(std::move(place));
    }
    return places;
}

MappingTestRow verdictOf(const grid::Source &source, const std::string &zone, const grid::Answer<grid::Found> &answer,
                         Instant now)
{
    MappingTestRow row{source.kind.id, zone, {}, {}, {}};
    if (!answer) {
        row.trouble = grid::troubleName(answer.error().trouble);
        row.detail = answer.error().detail;
        return row;
    }
    const auto *series = std::get_if<grid::Series>(&*answer);
    const auto point = series ? grid::pointOfNow(series->points, now) : std::nullopt;
    if (!point) {
        row.trouble = grid::troubleName(grid::Trouble::NoDataNow);
        row.detail = "it answered, but has no value for now";
        return row;
    }
    row.figure = grid::figureOf({grid::keyOf(*series), series->gas, series->licence, {}, now, {}, {}, {}}, *point);
    row.figure->origin = Origin::Live;
    return row;
}

using TestDone = std::function<void(MappingTestRow)>;

void askZone(const Parts &parts, const grid::Source &source, const std::string &zone, TestDone done)
{
    const Signal signal =
        source.provider->canAnswer(grid::Question::Now, Signal::Average) ? Signal::Average : Signal::Marginal;
    const grid::Want want{grid::Question::Now, signal, zone, {}, {}, hours{24}};
    source.provider->ask(want,
                         [&source, zone, done = std::move(done), now = parts.clock().now()](
                             const grid::Answer<grid::Found> &answer) { done(verdictOf(source, zone, answer, now)); });
}

/// First which zone the point lies in, then what that zone has.
void locate(const Parts &parts, const grid::Source &source, const Coordinates &at, TestDone done)
{
    source.provider->locate(at, [&parts, &source, done = std::move(done)](grid::Answer<std::string> zone) {
        if (zone && !source.provider) zone = grid::trouble(grid::Trouble::Cancelled, "the source was switched off");
        if (zone)
            askZone(parts, source, *zone, done);
        else
            done({source.kind.id, {}, {}, std::string(grid::troubleName(zone.error().trouble)), zone.error().detail});
    });
}

} // namespace

Result<void> refreshGrid(Parts &parts, const GridQuery &query, GridRefreshDone done)
{
    CORE_TRY(const auto places, placesOf(parts, query.regions));
    const auto gathered = std::make_shared<Gathered>();
    gathered->done = std::move(done);
    gathered->missing = 1; // until all are asked
    const auto arrived = [gathered] {
        if (--gathered->missing == 0) gathered->done(std::move(gathered->rows));
    };
    for (const grid::Place &place : places)
        for (const Signal signal : query.signals)
            for (const grid::Question question : query.questions) {
                const auto inquiries = inquiriesOf(query, question, signal, parts.clock().now());
                const std::size_t at = gathered->rows.size();
                gathered->rows.push_back(
                    {place.name, inquiries.front().signal, std::string(questionName(question)), {}, false, {}});
                gathered->missing += inquiries.size();
                for (const grid::Inquiry &inquiry : inquiries)
                    parts.liveGrid.fetcher().fetch(place, inquiry,
                                                   [gathered, at, arrived](const grid::FetchOutcome &outcome) {
                                                       fill(gathered->rows[at], outcome);
                                                       arrived();
                                                   });
            }
    arrived();
    return {};
}

Result<void> refreshAccess(Parts &parts, const std::string &source, std::function<void(std::optional<Error>)> done)
{
    if (!parts.liveGrid.sources().find(source))
        return fail(ErrorCode::UnknownName, "source", "\"" + source + "\" is not a source of grid data");
    parts.liveGrid.askAccess(source, [&parts, source, done = std::move(done)](const auto &answer) {
        parts.ports.changes->mark(Area::Grid);
        if (answer)
            done(std::nullopt);
        else
            done(Error{ErrorCode::Unreachable, source, answer.error().detail});
    });
    return {};
}

Result<void> testMapping(Parts &parts, const RegionName &region, const std::string &sourceId, const std::string &zone,
                         std::function<void(MappingTestRow)> done)
{
    CORE_TRY(const grid::Place place, parts.grid.map().resolve(region));
    const grid::Source *source = parts.liveGrid.sources().find(sourceId);
    if (!source) return fail(ErrorCode::UnknownName, "source", "\"" + sourceId + "\" is not a source of grid data");
    if (!source->provider) return fail(ErrorCode::Refused, "source", source->kind.name + " is switched off");
    const std::string asked = zone.empty() ? parts.liveGrid.zoneOf(*source, place).value_or("") : zone;
    const grid::RegionMapping *own = parts.liveGrid.mapping(place);
    if (asked.empty() && own && own->at) {
        locate(parts, *source, *own->at, std::move(done));
        return {};
    }
    if (asked.empty())
        return fail(ErrorCode::NotFound, "zone", region.text() + " is not mapped to a zone of " + source->kind.name);
    CORE_CHECK(grid::checkMapping({region, {{sourceId, asked}}, {}}));
    askZone(parts, *source, asked, std::move(done));
    return {};
}

} // namespace greenward::engine
