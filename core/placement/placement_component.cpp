#include "core/placement/placement_component.h"

#include "core/base/json_fields.h"
#include "core/placement/backend_json.h"
#include "core/placement/best_first.h"
#include "core/placement/decide.h"
#include "core/placement/score.h"

#include <algorithm>

namespace greenward::placement {
namespace {

Unexpected<Error> unknown(const BackendId &id)
{
    return fail(ErrorCode::UnknownName, "backend", "there is no backend \"" + id.text() + "\"");
}

} // namespace

PlacementComponent::PlacementComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock, Given given)
    : m_bus(bus)
    , m_store(store)
    , m_clock(clock)
    , m_given(std::move(given))
    , m_book(store)
{
    for (BackendSpec preset : m_given.presets) {
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
    return m_book.load();
}

Result<void> PlacementComponent::keep(const BackendSpec &spec, store::AuditEntry audit)
{
    return keepAll(std::span(&spec, 1), std::move(audit));
}

Result<void> PlacementComponent::keepAll(std::span<const BackendSpec> specs, store::AuditEntry audit)
{
    store::Transaction transaction;
    for (const BackendSpec &spec : specs) {
        CORE_CHECK(validate(spec));
        transaction.put(store::Collection::Backend, spec.id.text(), jsonText(toJson(spec)));
    }
    transaction.audit.push_back(std::move(audit));
    CORE_CHECK(m_store.commit(std::move(transaction)));
    for (const BackendSpec &spec : specs)
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
    std::map<RegionName, Result<GridFigure>> figures; // many backends lie in few regions
    for (const auto &[id, spec] : m_backends) {
        auto figure = figures.find(spec.region);
        if (figure == figures.end())
            figure = figures.emplace(spec.region, m_bus.request(bus::CurrentIntensity{spec.region, signal})).first;
        auto backend = figure->second ? placement::rate(spec, *figure->second, m_given.coefficients.rest)
                                      : Result<bus::ScoredBackend>(Unexpected{figure->second.error()});
        if (backend)
            rated.push_back(*std::move(backend));
        else if (!problem)
            problem = backend.error();
    }
    // One place that cannot be rated is left out; when none can be, the reason is the answer.
    if (rated.empty() && problem) return Unexpected{*std::move(problem)};
    const auto better = [this](const bus::ScoredBackend &a, const bus::ScoredBackend &b) {
        return ranksBefore(a, b, m_rankBy);
    };
    std::vector<bus::ScoredBackend> sorted;
    sorted.reserve(rated.size());
    for (bus::ScoredBackend *backend : bestFirst(rated, better))
        sorted.push_back(std::move(*backend));
    return sorted;
}

Result<bus::ScoredBackend> PlacementComponent::score(const BackendId &id, Signal signal) const
{
    CORE_TRY(const BackendSpec known, spec(id));
    return rate(known, signal);
}

Result<Decision> PlacementComponent::weigh(const Query &query) const
{
    return decide(
        {.query = query,
         .rankBy = query.rankBy.value_or(m_rankBy),
         .now = m_clock.now(),
         .coefficients = m_given.coefficients,
         .spec = [this](const BackendId &id) { return spec(id); },
         .intensity =
             [this](const RegionName &region, Signal signal) {
                 return m_bus.request(bus::CurrentIntensity{region, signal});
             },
         .country =
             [this](const RegionName &region) { return m_given.countryOf ? m_given.countryOf(region) : std::string(); },
         .freeSpace =
             [this](const BackendId &id) {
                 return freeSpaceOf(id);
             }});
}

Result<Decision> PlacementComponent::choose(const Query &query, const Actor &by)
{
    CORE_TRY(Decision decision, weigh(query));
    decision.by = by.text();
    CORE_CHECK(m_book.add(decision, {decision.at, by.text(), "placement.choose", {}, {}}));
    announce(decision);
    return decision;
}

std::optional<DataSize> PlacementComponent::freeSpaceOf(const BackendId &id) const
{
    const auto at = m_backends.find(id);
    if (at == m_backends.end() || at->second.driver == DriverKind::Profile) return std::nullopt;
    const auto health = m_bus.request(bus::CheckHealth{id});
    return health ? health->free : std::nullopt;
}

void PlacementComponent::announce(const Decision &decision)
{
    const Candidate *chosen = decision.chosen();
    if (!chosen) return; // nobody was chosen
    std::vector<BackendId> others;
    for (auto other = decision.ranked.begin() + 1; other != decision.ranked.end(); ++other)
        others.push_back(other->scored.spec.id);
    m_bus.publish(bus::PlacementDecision{decision.id, chosen->scored.spec.id, std::move(others), decision.query.size,
                                         decision.query.months, decision.signal, chosen->estimate.total.grams,
                                         decision.provisional, decision.at});
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
    return placement::rate(spec, std::move(figure), m_given.coefficients.rest);
}

} // namespace greenward::placement
