#include "core/placement/placement_component.h"

#include "core/base/json_fields.h"
#include "core/placement/backend_json.h"

#include <algorithm>
#include <set>

namespace greenward::placement {
namespace {

Unexpected<Error> unknown(const BackendId &id)
{
    return fail(ErrorCode::UnknownName, "backend", "there is no backend \"" + id.text() + "\"");
}

bool isLive(const GridFigure &figure)
{
    return figure.origin == Origin::Live || figure.origin == Origin::LastKnown;
}

/// The score and the physical footprint can disagree on the winner; then the operator is told (C-31).
std::optional<std::string> disagreement(const Estimate &chosen, const std::vector<Estimate> &others)
{
    const auto least = std::min_element(others.begin(), others.end(),
                                        [](const Estimate &a, const Estimate &b) { return a.perYear < b.perYear; });
    if (least == others.end() || least->perYear >= chosen.perYear) return std::nullopt;
    return least->scored.spec.id.text() + " has a lower score but would emit less: " + least->perYear.gramsText() +
           " g a year instead of " + chosen.perYear.gramsText() + " g";
}

} // namespace

PlacementComponent::PlacementComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock,
                                       std::vector<BackendSpec> presets, const RestPower &restPower)
    : m_bus(bus)
    , m_store(store)
    , m_clock(clock)
    , m_restPower(restPower)
{
    for (BackendSpec &preset : presets) {
        preset.preset = true;
        m_presets.emplace(preset.id, std::move(preset));
    }
    m_backends = m_presets;
    m_subscriptions.push_back(bus.respond<bus::PlacementScores>(
        [this](const bus::PlacementScores &request) { return scores(request.signal); }));
    m_subscriptions.push_back(
        bus.subscribe<bus::BackendRegistered>([this](const bus::BackendRegistered &event) { onRegistered(event); }));
}

Result<void> PlacementComponent::load()
{
    CORE_TRY(const std::vector<store::Document> documents, m_store.documents(store::Collection::Backend));
    std::map<BackendId, BackendSpec> backends = m_presets;
    for (const store::Document &document : documents) {
        const auto spec = [&]() -> Result<BackendSpec> {
            CORE_TRY(const Json json, parseJson(document.json, "backend"));
            return backendFromJson(json);
        }();
        if (!spec)
            return fail(ErrorCode::StoreDamaged, "backend " + document.id,
                        spec.error().subject + ": " + spec.error().detail);
        backends.insert_or_assign(spec->id, *spec);
    }
    m_backends = std::move(backends);
    return {};
}

Result<void> PlacementComponent::keep(const BackendSpec &spec, store::AuditEntry audit)
{
    CORE_CHECK(validate(spec));
    store::Transaction transaction;
    transaction.put(store::Collection::Backend, spec.id.text(), jsonText(toJson(spec)));
    transaction.audit.push_back(std::move(audit));
    CORE_TRY([[maybe_unused]] const store::CommitInfo info, m_store.commit(std::move(transaction)));
    m_backends.insert_or_assign(spec.id, spec);
    return {};
}

Result<void> PlacementComponent::forget(const BackendId &id, store::AuditEntry audit)
{
    const auto at = m_backends.find(id);
    if (at == m_backends.end()) return unknown(id);
    const auto preset = m_presets.find(id);
    if (preset != m_presets.end() && preset->second == at->second)
        return fail(ErrorCode::Refused, "backend", "\"" + id.text() + "\" is shipped with Greenward and stays");
    store::Transaction transaction;
    transaction.remove(store::Collection::Backend, id.text());
    transaction.audit.push_back(std::move(audit));
    CORE_TRY([[maybe_unused]] const store::CommitInfo info, m_store.commit(std::move(transaction)));
    if (preset != m_presets.end())
        at->second = preset->second;
    else
        m_backends.erase(at);
    return {};
}

Result<BackendSpec> PlacementComponent::spec(const BackendId &id) const
{
    const auto at = m_backends.find(id);
    if (at == m_backends.end()) return unknown(id);
    return at->second;
}

std::vector<BackendSpec> PlacementComponent::specs() const
{
    std::vector<BackendSpec> out;
    for (const auto &[id, spec] : m_backends)
        out.push_back(spec);
    return out;
}

std::vector<BackendSpec> PlacementComponent::connected() const
{
    std::vector<BackendSpec> out = specs();
    std::erase_if(out, [](const BackendSpec &spec) { return spec.driver == DriverKind::Profile; });
    return out;
}

Result<std::vector<bus::ScoredBackend>> PlacementComponent::scores(Signal signal) const
{
    std::vector<bus::ScoredBackend> rated;
    std::optional<Error> problem;
    for (const auto &[id, spec] : m_backends) {
        auto backend = rate(spec, signal);
        if (backend)
            rated.push_back(*std::move(backend));
        else if (!problem)
            problem = backend.error();
    }
    // One place that cannot be rated is left out; when none can be, the reason is the answer.
    if (rated.empty() && problem) return Unexpected{*std::move(problem)};
    std::sort(rated.begin(), rated.end(), ranksBefore);
    return rated;
}

Result<bus::ScoredBackend> PlacementComponent::score(const BackendId &id, Signal signal) const
{
    CORE_TRY(const BackendSpec known, spec(id));
    return rate(known, signal);
}

Result<Decision> PlacementComponent::select(std::span<const BackendId> candidates, DataSize size, Signal signal)
{
    if (candidates.empty()) return fail(ErrorCode::InvalidInput, "candidates", "must name at least one backend");
    if (size < DataSize())
        return fail(ErrorCode::InvalidInput, "size", "\"" + std::to_string(size.bytes()) + "\" is negative");
    Signal used = signal;
    CORE_TRY(Ranking ranking, rank(candidates, size, signal));
    std::vector<std::string> warnings;
    if (ranking.signalMissing && signal != Signal::Average) {
        // One decision, one signal: rather the common one for all than a mixture (C-23).
        used = Signal::Average;
        warnings.push_back("not comparable by " + std::string(signalName(signal)) +
                           ": it is not known for every candidate; all were compared by average");
        CORE_TRY(ranking, rank(candidates, size, used));
    }
    if (ranking.rated.empty()) return fail(ErrorCode::UnknownName, "candidates", "none of them is a rated backend");
    Decision decision{.chosen = ranking.rated.front(),
                      .alternatives = {ranking.rated.begin() + 1, ranking.rated.end()},
                      .notRated = std::move(ranking.notRated),
                      .size = size,
                      .signal = used,
                      .warnings = std::move(warnings),
                      .at = m_clock.now()};
    if (auto warning = disagreement(decision.chosen, decision.alternatives))
        decision.warnings.push_back(*std::move(warning));
    announce(decision);
    return decision;
}

Result<PlacementComponent::Ranking> PlacementComponent::rank(std::span<const BackendId> candidates, DataSize size,
                                                             Signal signal) const
{
    Ranking ranking;
    for (const BackendId &id : std::set<BackendId>(candidates.begin(), candidates.end())) {
        auto rated = score(id, signal);
        if (!rated) {
            if (m_backends.contains(id)) ranking.signalMissing = true;
            ranking.notRated.push_back(id);
            continue;
        }
        CORE_TRY(const GramsCO2e year,
                 perYearAtRest(size, rated->restPower, rated->spec.copies, rated->spec.pue, rated->intensity.value));
        ranking.rated.push_back({*std::move(rated), year});
    }
    std::sort(ranking.rated.begin(), ranking.rated.end(),
              [](const Estimate &a, const Estimate &b) { return ranksBefore(a.scored, b.scored); });
    return ranking;
}

void PlacementComponent::announce(const Decision &decision)
{
    std::vector<BackendId> others;
    for (const Estimate &estimate : decision.alternatives)
        others.push_back(estimate.scored.spec.id);
    m_bus.publish(bus::PlacementDecision{decision.chosen.scored.spec.id, std::move(others), decision.size,
                                         decision.signal, decision.chosen.perYear, decision.at});
}

void PlacementComponent::onRegistered(const bus::BackendRegistered &event)
{
    const auto at = m_backends.find(event.spec.id);
    const bool known = at != m_backends.end();
    store::AuditEntry audit{m_clock.now(), "storage", event.removed ? "backend.remove" : "backend.add",
                            "backend " + event.spec.id.text(), jsonText(toJson(event.spec))};
    // An announcement has nobody to answer to: what cannot be kept stays unrated, which is how it is shown.
    if (event.removed && known)
        static_cast<void>(forget(event.spec.id, std::move(audit)));
    else if (!event.removed && (!known || at->second != event.spec))
        static_cast<void>(keep(event.spec, std::move(audit)));
}

Result<bus::ScoredBackend> PlacementComponent::rate(const BackendSpec &spec, Signal signal) const
{
    CORE_TRY(GridFigure figure, m_bus.request(bus::CurrentIntensity{spec.region, signal}));
    const ScoreInput input{spec.renewable, figure.value, spec.pue, spec.wue, isLive(figure)};
    CORE_CHECK(checkScoreInput(input));
    const WattsPerTerabyte power = m_restPower.of(spec.medium);
    CORE_TRY(const GramsCO2e month, perTerabyteMonth(power, spec.copies, spec.pue, figure.value));
    return bus::ScoredBackend{spec, std::move(figure), greenScore(input), power, month};
}

} // namespace greenward::placement
