#include "core/placement/decide.h"

#include "core/base/joined.h"
#include "core/placement/best_first.h"
#include "core/placement/score.h"

#include <algorithm>
#include <map>
#include <set>

namespace greenward::placement {
namespace {

/// What is asked once for each region, however many candidates lie in it.
class Regions
{
public:
    explicit Regions(const DecisionInput &input)
        : m_input(input)
    {}

    const Result<GridFigure> &intensity(const RegionName &region, Signal signal)
    {
        const auto [at, fresh] = m_figures.try_emplace({region, signal}, GridFigure{});
        if (fresh) at->second = m_input.intensity(region, signal);
        return at->second;
    }
    const std::string &country(const RegionName &region)
    {
        const auto [at, fresh] = m_countries.try_emplace(region);
        if (fresh) at->second = m_input.country(region);
        return at->second;
    }

private:
    const DecisionInput &m_input;
    std::map<std::pair<RegionName, Signal>, Result<GridFigure>> m_figures;
    std::map<RegionName, std::string> m_countries;
};

std::vector<std::string> mediaNames(const std::vector<Medium> &media)
{
    std::vector<std::string> names;
    for (const Medium medium : media)
        names.emplace_back(mediumName(medium));
    return names;
}

std::vector<std::string> countryNames(const std::vector<CountryCode> &countries)
{
    std::vector<std::string> names;
    for (const CountryCode &country : countries)
        names.push_back(country.text());
    return names;
}

/// The query's constraints, with the words for them made once.
class Filter
{
public:
    explicit Filter(const Query &query)
        : m_query(query)
        , m_countries("; allowed: " + joined(countryNames(query.constraints.countries), ", "))
        , m_media("; asked for " + joined(mediaNames(query.constraints.media), ", "))
    {}

    std::vector<std::string> unmet(const BackendSpec &spec, const std::string &country,
                                   const std::optional<DataSize> &free) const
    {
        const Constraints &wanted = m_query.constraints;
        std::vector<std::string> reasons;
        if (!wanted.countries.empty() &&
            std::ranges::none_of(wanted.countries, [&](const auto &one) { return one.text() == country; }))
            reasons.push_back((country.empty() ? "the country it lies in is not known" : "lies in " + country) +
                              m_countries);
        if (!wanted.media.empty() && std::ranges::find(wanted.media, spec.medium) == wanted.media.end())
            reasons.push_back("is on " + std::string(mediumName(spec.medium)) + m_media);
        if (wanted.priceCeiling)
            if (auto reason = price(spec, *wanted.priceCeiling)) reasons.push_back(*std::move(reason));
        if (wanted.latencyCeiling && spec.latency > *wanted.latencyCeiling)
            reasons.push_back("its latency is " + std::string(latencyClassName(spec.latency)) + "; asked for " +
                              std::string(latencyClassName(*wanted.latencyCeiling)) + " or faster");
        if (wanted.immutable && !spec.immutable) reasons.emplace_back("what lies there can be deleted");
        if (free && *free < m_query.size)
            reasons.push_back("is full: " + std::to_string(free->bytes()) + " bytes are free, " +
                              std::to_string(m_query.size.bytes()) + " are needed");
        return reasons;
    }

private:
    static std::optional<std::string> price(const BackendSpec &spec, const PricePerGigabyteMonth &ceiling)
    {
        if (!spec.price) return "its price is not known";
        if (spec.price->currency != ceiling.currency)
            return "its price is in " + spec.price->currency.text() + ", not comparable with " + ceiling.text();
        if (spec.price->millionths > ceiling.millionths)
            return "costs " + spec.price->text() + " per GB and month, more than " + ceiling.text();
        return std::nullopt;
    }

    const Query &m_query;
    std::string m_countries;
    std::string m_media;
};

/// Each once, in order of name.
std::vector<const BackendId *> candidatesOf(const Query &query)
{
    std::vector<const BackendId *> ids;
    ids.reserve(query.candidates.size());
    for (const BackendId &id : query.candidates)
        ids.push_back(&id);
    std::ranges::sort(ids, [](const BackendId *a, const BackendId *b) { return *a < *b; });
    const auto repeats = std::ranges::unique(ids, [](const BackendId *a, const BackendId *b) { return *a == *b; });
    ids.erase(repeats.begin(), repeats.end());
    return ids;
}

struct Rated
{
    std::vector<Candidate> candidates;
    std::vector<NotRated> notRated;
    bool signalMissing = false; ///< a known backend has no figure under this signal
};

Result<Rated> rateAll(const DecisionInput &input, Regions &regions, Signal signal, std::optional<GramsPerKwh> from)
{
    Rated rated;
    rated.candidates.reserve(input.query.candidates.size());
    const Filter filter(input.query);
    for (const BackendId *id : candidatesOf(input.query)) {
        auto spec = input.spec(*id);
        if (!spec) {
            rated.notRated.push_back({*id, spec.error().detail});
            continue;
        }
        const Result<GridFigure> &figure = regions.intensity(spec->region, signal);
        if (!figure) {
            rated.signalMissing = true;
            rated.notRated.push_back({*id, figure.error().detail});
            continue;
        }
        const ScorePoints literal = literalScoreCompat(inputOf(*spec, *figure));
        std::string country = spec->residency ? spec->residency->text() : regions.country(spec->region);
        auto reasons = filter.unmet(*spec, country, input.freeSpace ? input.freeSpace(*id) : std::nullopt);
        CORE_TRY(bus::ScoredBackend scored, rate(*std::move(spec), *figure, input.coefficients.rest));
        CORE_TRY(const Estimate estimated, estimate(scored, input.query, input.coefficients, from));
        rated.candidates.push_back({std::move(scored), std::move(country), literal, estimated, std::move(reasons)});
    }
    return rated;
}

/// Intensity where the data comes from, under the same signal as everything else.
std::optional<GramsPerKwh> sourceIntensity(const DecisionInput &input, Regions &regions, Signal signal)
{
    if (!input.query.from) return std::nullopt;
    const auto spec = input.spec(*input.query.from);
    if (!spec) return std::nullopt;
    const auto &figure = regions.intensity(spec->region, signal);
    return figure ? std::optional(figure->value) : std::nullopt;
}

/// The score and the physical footprint can disagree on the winner; then the operator is told (C-31).
void warnOfDisagreement(Decision &decision)
{
    if (decision.ranked.empty()) return;
    const Candidate &chosen = decision.ranked.front();
    const RankBy other = decision.rankedBy == RankBy::Footprint ? RankBy::Score : RankBy::Footprint;
    const Candidate &best = *std::ranges::min_element(
        decision.ranked, [&](const Candidate &a, const Candidate &b) { return ranksBefore(a, b, other); });
    if (best.scored.spec.id == chosen.scored.spec.id) return;
    if (other == RankBy::Footprint && best.scored.perTerabyteMonth < chosen.scored.perTerabyteMonth)
        decision.warnings.push_back(best.scored.spec.id.text() + " has a lower score but would emit less: " +
                                    roundedGrams(best.scored.perTerabyteMonth) + " per TB and month instead of " +
                                    roundedGrams(chosen.scored.perTerabyteMonth));
    if (other == RankBy::Score && best.scored.score.total > chosen.scored.score.total)
        decision.warnings.push_back(best.scored.spec.id.text() + " would emit more but has the higher green score: " +
                                    best.scored.score.total.text() + " instead of " + chosen.scored.score.total.text());
}

/// Shares of different meaning rank together only with a word about it (methodology 1.5).
void warnOfMixedShares(Decision &decision)
{
    if (decision.rankedBy == RankBy::Footprint) return;
    std::set<ShareBasis> bases;
    for (const Candidate &candidate : decision.ranked)
        bases.insert(candidate.scored.spec.shareBasis);
    if (bases.size() < 2) return;
    std::vector<std::string> names;
    for (const ShareBasis basis : bases)
        names.emplace_back(shareBasisName(basis));
    decision.warnings.push_back("the renewable shares mean different things (" + joined(names, ", ") +
                                "): their part of the score is not strictly comparable");
}

} // namespace

Result<bus::ScoredBackend> rate(BackendSpec spec, GridFigure intensity, const RestCoefficients &rest)
{
    const ScoreInput input = inputOf(spec, intensity);
    CORE_CHECK(checkScoreInput(input));
    const WattsPerTerabyte power = rest.of(spec.medium).typical.value;
    CORE_TRY(const GramsCO2e month, perTerabyteMonth(power, spec.redundancy, spec.pue, intensity.value));
    return bus::ScoredBackend{std::move(spec), std::move(intensity), greenScore(input), power, month};
}

Result<Decision> decide(const DecisionInput &input)
{
    CORE_CHECK(checkQuery(input.query));
    Decision decision{.at = input.now,
                      .by = {},
                      .query = input.query,
                      .rankedBy = input.rankBy,
                      .signal = input.query.signal,
                      .ranked = {},
                      .excluded = {},
                      .notRated = {},
                      .warnings = {},
                      .coefficients = input.coefficients};
    Regions regions(input);
    const auto rateBy = [&](Signal signal) {
        decision.fromIntensity = sourceIntensity(input, regions, signal);
        return rateAll(input, regions, signal, decision.fromIntensity);
    };
    CORE_TRY(Rated rated, rateBy(decision.signal));
    if (rated.signalMissing && decision.signal != Signal::Average) {
        // One decision, one signal: rather the common one for all than a mixture (C-23).
        decision.warnings.push_back("not comparable by " + std::string(signalName(decision.signal)) +
                                    ": it is not known for every candidate; all were compared by average");
        decision.signal = Signal::Average;
        CORE_TRY(rated, rateBy(decision.signal));
    }
    if (rated.candidates.empty()) {
        const NotRated &first = rated.notRated.front();
        return fail(ErrorCode::UnknownName, "candidates",
                    "none of them can be rated; " + first.backend.text() + ": " + first.reason);
    }
    decision.notRated = std::move(rated.notRated);
    const auto better = [&](const Candidate &a, const Candidate &b) {
        return ranksBefore(a, b, decision.rankedBy);
    };
    const auto meets = [](const Candidate &candidate) {
        return candidate.unmet.empty();
    };
    const auto allowed = static_cast<std::size_t>(std::ranges::count_if(rated.candidates, meets));
    decision.ranked.reserve(allowed);
    decision.excluded.reserve(rated.candidates.size() - allowed);
    for (Candidate *candidate : bestFirst(rated.candidates, better)) {
        decision.provisional = decision.provisional || candidate->scored.score.provisional;
        (meets(*candidate) ? decision.ranked : decision.excluded).push_back(std::move(*candidate));
    }
    if (decision.ranked.empty())
        decision.warnings.emplace_back("no candidate meets every constraint; the excluded ones say what each lacks");
    warnOfDisagreement(decision);
    warnOfMixedShares(decision);
    return decision;
}

} // namespace greenward::placement
