#include "core/tiering/tiering_component.h"

#include "core/base/json_fields.h"
#include "core/base/time_text.h"
#include "core/tiering/open_objects.h"

#include <algorithm>

// Policies, plans and views; what people decide stands in decisions.cpp, what runs in running.cpp.

namespace greenward::tiering {
namespace {

template<typename Value, typename Read>
Result<Value> readDocument(const store::Document &document, std::string_view kind, Read read)
{
    const auto value = [&]() -> Result<Value> {
        CORE_TRY(const Json json, parseJson(document.json, kind));
        return read(json);
    }();
    if (value) return *value;
    return fail(ErrorCode::StoreDamaged, std::string(kind) + " " + document.id,
                value.error().subject + ": " + value.error().detail);
}

std::string siteText(std::string_view role, const bus::ScoredBackend &backend)
{
    const BackendSpec &spec = backend.spec;
    const GridFigure &grid = backend.intensity;
    std::string text = std::string(role) + " " + spec.id.text() + ": " + std::string(mediumName(spec.medium)) + " " +
                       backend.restPower.text() + " W/TB x " + spec.redundancy.factorText() + " x PUE " +
                       spec.pue.text() + ", " + grid.value.gramsText() + " g/kWh (" +
                       std::string(originName(grid.origin)) + ", " + grid.source;
    if (grid.year) text += ", " + std::to_string(*grid.year);
    return text + ")";
}

/// Every factor a batch's figures rest on, one line each.
std::vector<std::string> factorLines(const Plan &plan, const std::vector<bus::ScoredBackend> &backends,
                                     const TransferCoefficients &coefficients, NetworkPath path)
{
    const TransferBand &band = coefficients.network(path);
    std::vector<std::string> lines{
        "network, " + std::string(networkPathName(path)) + ": " + coefficientText(band.typical),
        "network, low: " + coefficientText(band.low), "network, high: " + coefficientText(band.high),
        "read: " + coefficientText(coefficients.read), "write: " + coefficientText(coefficients.write)};
    for (const bus::ScoredBackend &backend : backends) {
        if (backend.spec.id == plan.target->spec.id) lines.push_back(siteText("target", backend));
        const bool isSource = std::any_of(plan.sources.begin(), plan.sources.end(),
                                          [&](const SourceShare &share) { return share.source == backend.spec.id; });
        if (isSource) lines.push_back(siteText("source", backend));
    }
    return lines;
}

std::vector<store::MoveRecord> moveRecords(const BatchHead &head, const std::vector<bus::ListedObject> &objects)
{
    std::vector<store::MoveRecord> moves;
    moves.reserve(objects.size());
    for (const bus::ListedObject &object : objects)
        moves.push_back({.id = {},
                         .batch = head.id,
                         .tenant = head.tenant,
                         .source = object.backend,
                         .target = head.target,
                         .key = object.key,
                         .signature = object.signature,
                         .state = store::MoveState::Planned,
                         .attempt = 0,
                         .sha256 = {},
                         .notBefore = {},
                         .reason = {},
                         .changedAt = head.createdAt});
    return moves;
}

} // namespace

TieringComponent::TieringComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock,
                                   const HasherFactory &hashers, TransferCoefficients coefficients,
                                   const TieringSettings &settings)
    : m_bus(bus)
    , m_store(store)
    , m_clock(clock)
    , m_hashers(hashers)
    , m_coefficients(std::move(coefficients))
    , m_settings(settings)
    , m_completed(bus.subscribe<bus::BatchComplete>([this](const bus::BatchComplete &event) { onComplete(event); }))
{}

Result<void> TieringComponent::load()
{
    std::map<TenantId, Policy> policies;
    CORE_TRY(const std::vector<store::Document> policyDocuments, m_store.documents(store::Collection::Policy));
    for (const store::Document &document : policyDocuments) {
        CORE_TRY(const Policy policy, readDocument<Policy>(document, "policy", policyFromJson));
        CORE_TRY(TenantId tenant, TenantId::parse(document.id));
        policies.insert_or_assign(std::move(tenant), policy);
    }
    std::map<BatchId, BatchHead> batches;
    CORE_TRY(const std::vector<store::Document> batchDocuments, m_store.documents(store::Collection::Batch));
    for (const store::Document &document : batchDocuments) {
        CORE_TRY(BatchHead head, readDocument<BatchHead>(document, "batch", batchFromJson));
        m_lastBatch = std::max(m_lastBatch, number(head.id));
        batches.insert_or_assign(head.id, std::move(head));
    }
    m_policies = std::move(policies);
    m_batches = std::move(batches);
    forgetOldest();
    return finishInterrupted();
}

// ---- policies

Result<void> TieringComponent::setPolicy(const TenantId &tenant, const Policy &policy, const Actor &by)
{
    CORE_CHECK(validate(policy));
    const Json body{{"before", hasPolicy(tenant) ? toJson(policyOf(tenant)) : Json(nullptr)},
                    {"after", toJson(policy)}};
    store::Transaction transaction;
    transaction.put(store::Collection::Policy, tenant.text(), jsonText(toJson(policy)));
    transaction.audit.push_back({m_clock.now(), by.text(), "policy.set", "tenant " + tenant.text(), jsonText(body)});
    CORE_TRY([[maybe_unused]] const store::CommitInfo info, m_store.commit(std::move(transaction)));
    m_policies.insert_or_assign(tenant, policy);
    return {};
}

Policy TieringComponent::policyOf(const TenantId &tenant) const
{
    const auto at = m_policies.find(tenant);
    return at == m_policies.end() ? Policy() : at->second;
}

Result<std::vector<bus::ScoredBackend>> TieringComponent::eligibleTargets(const Policy &policy) const
{
    CORE_TRY(std::vector<bus::ScoredBackend> backends, m_bus.request(bus::PlacementScores{Signal::Average}));
    std::erase_if(backends, [&policy](const bus::ScoredBackend &backend) {
        return backend.spec.driver == DriverKind::Profile || backend.score.total < policy.targetScore;
    });
    return backends;
}

// ---- plans

Result<PlanResult> TieringComponent::plan(const TenantId &tenant, const Actor &by)
{
    const Policy policy = policyOf(tenant);
    if (!policy.enabled)
        return fail(ErrorCode::Refused, "policy", "tiering is switched off for tenant " + tenant.text());
    CORE_TRY(const std::vector<bus::ScoredBackend> backends, m_bus.request(bus::PlacementScores{Signal::Average}));
    CORE_TRY(Plan plan, makePlan(tenant, policy, backends));
    if (plan.objects.empty()) return PlanResult{std::nullopt, std::move(plan)};
    if (policy.respectBudget) {
        if (std::string objection = budgetObjection(tenant, plan.figures, plan.figures.ownCost); !objection.empty()) {
            plan.summary = "nothing planned: " + objection;
            return PlanResult{std::nullopt, std::move(plan)};
        }
    }

    BatchHead head = headOf(tenant, policy, plan);
    head.createdBy = by.text();
    head.factors = factorLines(plan, backends, m_coefficients, policy.networkPath);
    store::Transaction transaction;
    transaction.newMoves = moveRecords(head, plan.objects);
    CORE_CHECK(keep(head, "batch.plan", by.text(), std::move(transaction)));
    m_lastBatch = number(head.id);
    m_bus.publish(bus::BatchPlanned{head.id, head.tenant, head.target, head.objects, head.size, head.figures.ownCost,
                                    head.figures.netSaving, head.createdAt});
    return PlanResult{head.id, std::move(plan)};
}

Result<Plan> TieringComponent::preview(const TenantId &tenant) const
{
    CORE_TRY(const std::vector<bus::ScoredBackend> backends, m_bus.request(bus::PlacementScores{Signal::Average}));
    return makePlan(tenant, policyOf(tenant), backends);
}

BatchHead TieringComponent::headOf(const TenantId &tenant, const Policy &policy, const Plan &plan) const
{
    const Instant now = m_clock.now();
    BatchHead head{.id = BatchId{m_lastBatch + 1}, .tenant = tenant, .target = plan.target->spec.id};
    head.targetScore = plan.target->score.total;
    head.targetIntensity = plan.target->intensity;
    head.objects = plan.objects.size();
    head.size = plan.size;
    head.sources = plan.sources;
    head.figures = plan.figures;
    head.lifetimeYears = policy.lifetimeYears;
    head.concurrency = policy.concurrency;
    head.relocation = policy.relocation;
    head.leaveBehind = policy.leaveBehind;
    head.grace = policy.grace;
    head.byAccess = plan.byAccess;
    head.planHash = planHash(tenant, head.target, plan.objects, *m_hashers.sha256());
    head.createdAt = now;
    head.expiresAt = now + m_settings.approvalLapse;
    return head;
}

Result<Plan> TieringComponent::makePlan(const TenantId &tenant, const Policy &policy,
                                        const std::vector<bus::ScoredBackend> &backends) const
{
    CORE_TRY(const OpenObjects open, openObjects());
    const bus::ScoredBackend *best = targetOf(policy, backends);
    const auto target = best ? std::optional(best->spec.id) : std::nullopt;
    SkippedObjects skipped;
    if (target) {
        CORE_TRY(skipped, skippedObjects(tenant, *target));
    }
    const Instant since = m_clock.now() - kSkippedFor;
    const PlanInput input{tenant,
                          policy,
                          backends,
                          m_coefficients,
                          m_clock.now(),
                          [&open](const BackendId &backend, const ObjectKey &key) { return open.holds(backend, key); },
                          [&](const bus::ListedObject &object) {
                              return skipped.holds(object, since);
                          }};
    return planBatch(input, [&](const BackendId &backend, const ObjectVisitor &visit) -> Result<void> {
        CORE_TRY([[maybe_unused]] const std::uint64_t visited,
                 m_bus.request(bus::ListObjects{tenant, backend, std::nullopt, visit, target}));
        return {};
    });
}

Result<OpenObjects> TieringComponent::openObjects() const
{
    OpenObjects open;
    for (const auto &[id, head] : m_batches) {
        if (!isOpen(head.state)) continue;
        CORE_CHECK(forEachMove(m_store, id, {}, [&open](const store::MoveRecord &move) {
            if (!store::isTerminal(move.state)) open.add(move.source, move.key);
        }));
    }
    return open;
}

Result<SkippedObjects> TieringComponent::skippedObjects(const TenantId &tenant, const BackendId &target) const
{
    SkippedObjects skipped;
    for (const auto &[id, head] : m_batches) {
        if (head.tenant != tenant || head.target != target) continue;
        CORE_CHECK(forEachMove(m_store, id, {store::MoveState::Skipped},
                               [&skipped](const store::MoveRecord &move) { skipped.add(move); }));
    }
    return skipped;
}

Result<ColdSummary> TieringComponent::coldSummary(const TenantId &tenant) const
{
    const Policy policy = policyOf(tenant);
    const Instant coldBefore = m_clock.now() - policy.coldAfter;
    CORE_TRY(const std::vector<bus::ScoredBackend> backends, m_bus.request(bus::PlacementScores{Signal::Average}));
    const bool hasTarget = std::any_of(backends.begin(), backends.end(), [&](const bus::ScoredBackend &backend) {
        return backend.spec.driver != DriverKind::Profile && backend.score.total >= policy.targetScore;
    });
    ColdSummary summary;
    for (const bus::ScoredBackend &backend : backends) {
        if (backend.spec.driver == DriverKind::Profile) continue;
        const bool movable = hasTarget && backend.score.total < policy.targetScore;
        const auto count = [&](const bus::ListedObject &object) {
            if (object.touched <= Instant{}) return true; // unknown is not cold (C-55)
            ++summary.coldObjects;
            summary.coldSize = summary.coldSize + object.signature.freed();
            if (!movable) return true;
            ++summary.movableObjects;
            summary.movableSize = summary.movableSize + object.signature.freed();
            return true;
        };
        CORE_TRY([[maybe_unused]] const std::uint64_t visited,
                 m_bus.request(bus::ListObjects{tenant, backend.spec.id, coldBefore, count}));
    }
    return summary;
}

// ---- views

std::vector<BatchHead> TieringComponent::batches() const
{
    std::vector<BatchHead> out;
    for (auto at = m_batches.rbegin(); at != m_batches.rend(); ++at)
        out.push_back(at->second);
    return out;
}

Result<BatchHead> TieringComponent::batch(BatchId id) const
{
    const auto at = m_batches.find(id);
    if (at == m_batches.end())
        return fail(ErrorCode::UnknownName, "batch", "there is no batch " + std::to_string(number(id)));
    return at->second;
}

void TieringComponent::forgetOldest()
{
    auto ended = static_cast<std::size_t>(std::count_if(m_batches.begin(), m_batches.end(),
                                                        [](const auto &entry) { return !isOpen(entry.second.state); }));
    for (auto at = m_batches.begin(); ended > m_settings.historyInView && at != m_batches.end();) {
        if (isOpen(at->second.state)) {
            ++at;
            continue;
        }
        at = m_batches.erase(at);
        --ended;
    }
}

} // namespace greenward::tiering
