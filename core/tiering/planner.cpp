#include "core/tiering/planner.h"

#include "core/base/time_text.h"

#include <algorithm>
#include <map>

namespace greenward::tiering {
namespace {

/// Two places, as scores are shown: "78.95".
std::string points(ScorePoints score)
{
    return decimalText(divideRounded(score.millionths(), 10'000), 2);
}

std::string counted(std::uint64_t objects)
{
    return std::to_string(objects) + (objects == 1 ? " object" : " objects");
}

bool isConnected(const bus::ScoredBackend &backend)
{
    return backend.spec.driver != DriverKind::Profile;
}

/// One backend objects may be taken from.
struct Source
{
    const bus::ScoredBackend *backend = nullptr;
    std::optional<SourceRates> rates; ///< nothing: there is no target
    bool paysBack = false;
    GramsCO2e netPerTerabyte; ///< over the lifetime: the order of taking
};

/// Collects a plan while the backends are walked.
class Planning
{
public:
    explicit Planning(const PlanInput &input)
        : m_input(input)
    {}

    Result<Plan> run(const ObjectWalker &walk)
    {
        findTarget();
        CORE_TRY(const std::vector<Source> sources, orderedSources());
        for (const Source &source : sources)
            CORE_CHECK(walk(source.backend->spec.id, [&](const bus::ListedObject &object) {
                visit(source, object);
                return true;
            }));
        for (const auto &[why, count] : m_leftOut)
            m_plan.leftOut.push_back(count);
        CORE_CHECK(addUp());
        m_plan.summary = summary();
        return std::move(m_plan);
    }

private:
    bool isClean(const bus::ScoredBackend &backend) const { return backend.score.total >= m_input.policy.targetScore; }

    void findTarget()
    {
        if (const bus::ScoredBackend *target = targetOf(m_input.policy, m_input.backends)) m_plan.target = *target;
        for (const bus::ScoredBackend &backend : m_input.backends)
            if (isConnected(backend) && isClean(backend)) m_plan.eligible.push_back(backend.spec.id);
    }

    /// All connected backends; those worth most per byte first, clean ones too: their objects are counted.
    Result<std::vector<Source>> orderedSources() const
    {
        std::vector<Source> sources;
        for (const bus::ScoredBackend &backend : m_input.backends) {
            if (!isConnected(backend)) continue;
            Source source{&backend, {}, false, {}};
            if (m_plan.target && !isClean(backend)) CORE_CHECK(rate(source));
            sources.push_back(source);
        }
        std::stable_sort(sources.begin(), sources.end(),
                         [](const Source &a, const Source &b) { return a.netPerTerabyte > b.netPerTerabyte; });
        return sources;
    }

    Result<void> rate(Source &source) const
    {
        const Policy &policy = m_input.policy;
        // A source that is kept for good is no cost of the move; its saving counts once somebody releases it.
        const auto doubleStorage = policy.relocation == Relocation::Move ? policy.grace : std::chrono::seconds{0};
        CORE_TRY(source.rates, ratesOf(siteOf(*source.backend), siteOf(*m_plan.target), m_input.coefficients,
                                       policy.networkPath, doubleStorage));
        CORE_TRY(source.paysBack, paysBack(*source.rates, policy.lifetimeYears));
        const Share terabyte{*source.rates, DataSize::fromBytes(1'000'000'000'000)};
        CORE_TRY(const Figures figures, figuresOf({&terabyte, 1}, policy.lifetimeYears));
        source.netPerTerabyte = figures.netSaving;
        return {};
    }

    void visit(const Source &source, const bus::ListedObject &object)
    {
        if (const auto why = objection(source, object)) {
            LeftOutCount &count = m_leftOut[*why];
            count.why = *why;
            ++count.objects;
            count.size = count.size + object.signature.freed();
            return;
        }
        take(source, object);
    }

    std::optional<WhyNot> objection(const Source &source, const bus::ListedObject &object) const
    {
        const Policy &policy = m_input.policy;
        const DataSize size = object.signature.freed();
        const BackendSpec &place = source.backend->spec;
        if (place.legalHold || (place.immutable && policy.relocation == Relocation::Move)) return WhyNot::Held;
        if (isClean(*source.backend)) return WhyNot::CleanEnough;
        // A time of 0 is what archives and broken clocks leave behind: nobody knows when it was used.
        if (object.touched <= Instant{}) return WhyNot::UnknownAge;
        if (m_input.now - object.touched <= policy.coldAfter) return WhyNot::NotCold;
        if (m_input.inOpenBatch(object.backend, object.key)) return WhyNot::InOpenBatch;
        if (!m_plan.target) return WhyNot::NoTarget;
        // Of the same size it may be the same content; that is found out when it moves.
        if (object.beside && *object.beside != object.signature.size) return WhyNot::NameTaken;
        if (m_input.skippedBefore && m_input.skippedBefore(object)) return WhyNot::SkippedBefore;
        if (!source.paysBack || size <= DataSize()) return WhyNot::NoPayBack;
        if (size > policy.maxBatch) return WhyNot::TooLarge;
        if (m_plan.size + size > policy.maxBatch || m_plan.objects.size() >= kMostObjects) return WhyNot::BatchFull;
        return std::nullopt;
    }

    void take(const Source &source, const bus::ListedObject &object)
    {
        if (m_plan.sources.empty() || m_plan.sources.back().source != object.backend)
            m_plan.sources.push_back(SourceShare{object.backend, 0, DataSize(), source.backend->score.total,
                                                 source.backend->intensity, *source.rates});
        SourceShare &share = m_plan.sources.back();
        ++share.objects;
        share.size = share.size + object.signature.freed();
        m_plan.size = m_plan.size + object.signature.freed();
        if (object.evidence == TouchEvidence::Access) ++m_plan.byAccess;
        m_plan.objects.push_back(object);
    }

    Result<void> addUp()
    {
        std::vector<Share> shares;
        for (const SourceShare &share : m_plan.sources)
            shares.push_back({share.rates, share.size});
        CORE_TRY(m_plan.figures, figuresOf(shares, m_input.policy.lifetimeYears));
        return {};
    }

    std::string summary() const
    {
        if (!m_plan.objects.empty()) return plannedSummary();
        if (!m_plan.target) return noTargetSummary();
        if (m_leftOut.empty()) return "nothing to move: the catalogue holds no object of " + m_input.tenant.text();
        std::string text = "nothing to move: ";
        for (const LeftOutCount &count : m_plan.leftOut)
            text += (&count == &m_plan.leftOut.front() ? "" : "; ") + counted(count.objects) + " " +
                    whyNotText(count.why, m_input.policy);
        return text;
    }

    std::string plannedSummary() const
    {
        const Figures &figures = m_plan.figures;
        std::string text = counted(m_plan.objects.size()) + " (" + std::to_string(m_plan.size.bytes()) + " bytes) to " +
                           m_plan.target->spec.id.text() + ": saves " + figures.savingPerYear.gramsText() +
                           " g a year, costs " + figures.ownCost.gramsText() + " g, pays back in " +
                           std::to_string(figures.breakEvenDays.value_or(0)) + " days";
        if (m_input.policy.relocation == Relocation::CopyOnly)
            text += "; the sources stay, so the saving counts only once they are released";
        return text;
    }

    /// C-33: which score would do, and what would change it.
    std::string noTargetSummary() const
    {
        const std::string wanted = m_input.policy.targetScore.text();
        for (const bus::ScoredBackend &backend : m_input.backends)
            if (isConnected(backend))
                return "no backend meets target score " + wanted + "; best is " + backend.spec.id.text() + " with " +
                       points(backend.score.total) + "; lower the target score or connect a cleaner backend";
        return "no backend meets target score " + wanted + "; no backend is connected, add one";
    }

    const PlanInput &m_input;
    Plan m_plan;
    std::map<WhyNot, LeftOutCount> m_leftOut;
};

} // namespace

const bus::ScoredBackend *targetOf(const Policy &policy, const std::vector<bus::ScoredBackend> &backends)
{
    for (const bus::ScoredBackend &backend : backends)
        if (isConnected(backend) && backend.score.total >= policy.targetScore) return &backend;
    return nullptr;
}

std::string whyNotText(WhyNot why, const Policy &policy)
{
    switch (why) {
    case WhyNot::Held:
        return "on a backend that lets nothing leave (legal hold or immutable)";
    case WhyNot::CleanEnough:
        return "on a backend that reaches target score " + policy.targetScore.text();
    case WhyNot::UnknownAge:
        return "of unknown last use, which is not cold";
    case WhyNot::NotCold:
        return "idle for less than " + durationText(policy.coldAfter);
    case WhyNot::InOpenBatch:
        return "in a batch that is not ended";
    case WhyNot::NoTarget:
        return "cold, but no backend meets target score " + policy.targetScore.text();
    case WhyNot::NameTaken:
        return "cold, but something else of that name is at the target already";
    case WhyNot::SkippedBefore:
        return "cold, but skipped when last moved there and unchanged since; tried again " + durationText(kSkippedFor) +
               " later";
    case WhyNot::NoPayBack:
        return "cold, but moving would not pay back within " + std::to_string(policy.lifetimeYears) +
               (policy.lifetimeYears == 1 ? " year" : " years");
    case WhyNot::TooLarge:
        return "cold, but larger than the batch limit of " + std::to_string(policy.maxBatch.bytes()) +
               " bytes; needs a larger batch limit";
    case WhyNot::BatchFull:
        return "left for the next batch: this one is full";
    }
    return {};
}

Result<Plan> planBatch(const PlanInput &input, const ObjectWalker &walk)
{
    return Planning(input).run(walk);
}

std::string planHash(const TenantId &tenant, const BackendId &target, const std::vector<bus::ListedObject> &objects,
                     Hasher &hasher)
{
    // Keys may hold any byte but NUL, so NUL ends each text.
    const auto feed = [&hasher](std::string_view text) {
        hasher.update(text);
        hasher.update(std::string_view("\0", 1));
    };
    feed(tenant.text());
    feed(target.text());
    for (const bus::ListedObject &object : objects) {
        feed(object.backend.text());
        feed(object.key.text());
        feed(std::to_string(object.signature.size.bytes()));
        feed(std::to_string(object.signature.modifiedNs));
        feed(std::to_string(object.signature.changedNs));
        feed(std::to_string(object.signature.inode));
    }
    return hexText(hasher.finish());
}

} // namespace greenward::tiering
