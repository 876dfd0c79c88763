#include "app/composition/sample_estate.h"

#include "app/composition/compose.h"
#include "app/composition/sample_files.h"
#include "core/adapters/files/atomic_file.h"
#include "core/adapters/os/system_clock.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <random>

#include <sys/stat.h>

namespace greenward::app {

namespace fs = std::filesystem;

namespace {

using std::chrono::hours;

constexpr unsigned kSeed = 20260721;
constexpr const char *kCompleteMarker = "SAMPLE-COMPLETE";
constexpr const char *kOperator = "sample";
/// A small estate is scanned and moved in seconds; if not, something is wrong and we say so.
constexpr int kMostWaits = 600;
constexpr std::chrono::milliseconds kWait{100};

struct SampleBackend
{
    const char *id;
    const char *region;
    Medium medium;
    std::int64_t pueMillionths;
    std::int64_t wueMillionths;
    std::int64_t renewablePercent;
    std::int64_t copies;
};
constexpr SampleBackend kBackends[] = {
    {"brown-hdd", "PL", Medium::Hdd, 1'650'000, 1'900'000, 12, 1},
    {"mixed-ssd", "DE", Medium::Ssd, 1'350'000, 600'000, 46, 1},
    {"green-hdd", "SE", Medium::Hdd, 1'090'000, 80'000, 98, 1},
};

/// What a tenant may emit and how much of it is gone now.
struct SampleBudget
{
    const char *tenant;
    std::optional<std::int64_t> limitGrams; ///< nothing: unlimited
    PeriodKind period;
    std::int64_t usedPerMille; ///< of the limit; unlimited ones: of 100 g
};
const std::array<SampleBudget, 9> kBudgets{{
    {"acme-media", 500, PeriodKind::Month, 862},
    {"borealis-labs", 120, PeriodKind::Month, 421},
    {"citymaps", 80, PeriodKind::Month, 1043},
    {"delta-archive", 2000, PeriodKind::Quarter, 312},
    {"estuary-films", 250, PeriodKind::Month, 934},
    {"fjord-genomics", 60, PeriodKind::Month, 663},
    {"gallery-nord", std::nullopt, PeriodKind::Month, 285},
    {"harbour-iot", 15, PeriodKind::Week, 552},
    {"juniper-health", 300, PeriodKind::Year, 124},
}};

/// Drives the engine from this worker thread and waits for it, as nobody else does.
class Script final
{
public:
    Script(engine::EngineHost &host, Actor by, std::stop_token stop)
        : m_host(host)
        , m_by(std::move(by))
        , m_stop(std::move(stop))
    {}

    Result<engine::Outcome> apply(engine::Command command)
    {
        if (m_stop.stop_requested()) return fail(ErrorCode::Cancelled, "sample estate", "stopped on request");
        return m_host.ask([&](engine::Engine &engine) { return engine.apply(command, m_by); });
    }

    template<typename F>
    auto ask(F question)
    {
        return m_host.ask(std::move(question));
    }

    /// Until no scan and no migration is at work.
    Result<void> waitUntilIdle()
    {
        for (int waits = 0; waits < kMostWaits; ++waits) {
            if (m_stop.stop_requested()) return fail(ErrorCode::Cancelled, "sample estate", "stopped on request");
            if (!m_host.ask([](engine::Engine &engine) { return engine.busy(); })) return {};
            std::unique_lock lock(m_mutex);
            m_never.wait_for(lock, m_stop, kWait, [] { return false; });
        }
        return fail(ErrorCode::Internal, "sample estate", "a scan or move did not end within a minute");
    }

private:
    engine::EngineHost &m_host;
    Actor m_by;
    std::stop_token m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_never; ///< only its time-out and its stop are waited for
};

Result<void> registerBackends(Script &script, const fs::path &root)
{
    for (const SampleBackend &sample : kBackends) {
        CORE_TRY(BackendId id, BackendId::parse(sample.id));
        CORE_TRY(RegionName region, RegionName::parse(sample.region));
        BackendSpec spec{.id = std::move(id), .region = std::move(region)};
        spec.driver = DriverKind::Local;
        spec.location = (root / sample.id).string();
        spec.medium = sample.medium;
        spec.redundancy = Redundancy::copies(sample.copies).value_or(Redundancy());
        spec.pue = Pue::fromMillionths(sample.pueMillionths);
        spec.wue = Wue::fromMillionths(sample.wueMillionths);
        spec.renewable = Percent::fromMillionths(sample.renewablePercent * 1'000'000);
        spec.renewableBasis = "made up for the sample estate";
        CORE_TRY(const engine::Outcome registered, script.apply(engine::RegisterBackend{std::move(spec)}));
        static_cast<void>(registered);
    }
    CORE_TRY(const engine::Outcome started, script.apply(engine::StartScan{}));
    static_cast<void>(started);
    return script.waitUntilIdle();
}

Result<void> setPolicy(Script &script, const std::string &name, const std::function<void(engine::PolicyRow &)> &change)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(name));
    engine::PolicyRow policy = script.ask([&](engine::Engine &engine) { return engine.policyOf(tenant); });
    change(policy);
    CORE_TRY(const engine::Outcome set, script.apply(engine::SetPolicy{policy}));
    static_cast<void>(set);
    return {};
}

Result<void> setPolicies(Script &script)
{
    const auto eager = [](engine::PolicyRow &policy) {
        policy.targetScore = ScorePoints::fromMillionths(60'000'000);
        policy.schedule = "immediate";
        policy.grace = std::chrono::seconds{0};
    };
    for (const char *tenant : {"delta-archive", "acme-media", "borealis-labs", "fjord-genomics"})
        CORE_CHECK(setPolicy(script, tenant, eager));
    CORE_CHECK(setPolicy(script, "juniper-health", [](engine::PolicyRow &policy) {
        policy.coldAfter = hours{24 * 180};
        policy.schedule = "weekly";
        policy.relocation = Relocation::CopyOnly;
    }));
    return setPolicy(script, "harbour-iot", [](engine::PolicyRow &policy) { policy.enabled = false; });
}

Result<void> record(Script &script, const TenantId &tenant, GramsCO2e amount, const char *operation, std::string key,
                    Instant at)
{
    CORE_TRY(const engine::Outcome booked,
             script.apply(engine::RecordUsage{tenant, amount, operation, std::move(key), at}));
    static_cast<void>(booked);
    return {};
}

/// What was used in the open period, spread over it in uneven parts that add up exactly; and, before it, four weeks at
/// about the same pace.
Result<void> recordUsage(Script &script, const SampleBudget &sample, Instant now)
{
    constexpr std::size_t kParts = 16;
    constexpr int kDaysBefore = 28;
    CORE_TRY(const TenantId tenant, TenantId::parse(sample.tenant));
    const auto rows = script.ask([](engine::Engine &engine) { return engine.budgets(); });
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const engine::BudgetRow &one) { return one.tenant == tenant; });
    if (row == rows.end()) return fail(ErrorCode::Internal, "sample estate", "no budget of " + tenant.text());

    std::mt19937_64 random(kSeed + static_cast<unsigned>(sample.usedPerMille));
    std::vector<std::int64_t> weights;
    for (std::size_t part = 0; part < kParts; ++part)
        weights.push_back(static_cast<std::int64_t>(40 + random() % 60));
    const auto used = GramsCO2e::fromMicrograms(sample.limitGrams.value_or(100) * sample.usedPerMille * 1'000);
    const std::vector<GramsCO2e> parts = splitExactly(used, weights);
    const milliseconds open = now - row->periodStart;
    for (std::size_t part = 0; part < kParts; ++part) {
        const Instant at = row->periodStart + open * static_cast<int>(part + 1) / static_cast<int>(kParts + 1);
        const char *operation = part % 3 == 0 ? "write" : "storage";
        CORE_CHECK(record(script, tenant, parts[part], operation, "sample-open-" + std::to_string(part), at));
    }
    const milliseconds whole = row->periodEnd - row->periodStart;
    for (int day = 1; day <= kDaysBefore; day += 2) {
        const auto share = used.micrograms() / whole.count() * milliseconds(hours{48}).count() / 10 *
                           static_cast<std::int64_t>(7 + random() % 5);
        CORE_CHECK(record(script, tenant, GramsCO2e::fromMicrograms(share), "storage",
                          "sample-before-" + std::to_string(day), row->periodStart - hours{24} * day));
    }
    return {};
}

Result<void> setBudgets(Script &script, Instant now)
{
    for (const SampleBudget &sample : kBudgets) {
        CORE_TRY(const TenantId tenant, TenantId::parse(sample.tenant));
        engine::SetBudget budget{.tenant = tenant};
        if (sample.limitGrams) budget.limit = GramsCO2e::fromGrams(*sample.limitGrams);
        budget.period = sample.period;
        CORE_TRY(const engine::Outcome set, script.apply(budget));
        static_cast<void>(set);
        CORE_CHECK(recordUsage(script, sample, now));
    }
    return {};
}

Result<std::optional<BatchId>> plan(Script &script, const char *name)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(name));
    CORE_TRY(const engine::Outcome planned, script.apply(engine::PlanBatch{tenant}));
    return planned.batch;
}

/// One batch approved, run and finished; two more that wait for the operator.
Result<void> planAndMove(Script &script)
{
    CORE_TRY(const std::optional<BatchId> first, plan(script, "delta-archive"));
    if (!first) return fail(ErrorCode::Internal, "sample estate", "nothing to move was found");
    CORE_TRY(const engine::Outcome approved,
             script.apply(engine::ApproveBatch{*first, {}, "part of the sample estate"}));
    static_cast<void>(approved);
    CORE_TRY(const engine::Outcome run, script.apply(engine::RunBatch{*first}));
    static_cast<void>(run);
    CORE_CHECK(script.waitUntilIdle());
    for (const char *tenant : {"fjord-genomics", "borealis-labs"}) {
        CORE_TRY(const std::optional<BatchId> waiting, plan(script, tenant));
        static_cast<void>(waiting);
    }
    return {};
}

Result<void> makeDirectories(const fs::path &root)
{
    std::error_code code;
    fs::create_directories(root.parent_path(), code);
    for (const fs::path &path : {root, sampleDataDirectory(root)}) {
        if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
            return Unexpected{systemError(errno, path.string(), "making the directory of the sample estate")};
    }
    CORE_CHECK(adapters::writeFileAtomically(
        sampleDataDirectory(root) / kSampleMarker,
        std::string_view("Generated by Greenward to look at. Delete it with all around it whenever you like.\n")));
    for (const SampleBackend &backend : kBackends) {
        fs::create_directories(root / backend.id, code);
        if (code) return Unexpected{systemError(code.value(), (root / backend.id).string(), "making the directory")};
    }
    return {};
}

bool isSample(const fs::path &root)
{
    std::error_code code;
    return fs::is_regular_file(sampleDataDirectory(root) / kSampleMarker, code);
}

} // namespace

fs::path sampleRoot()
{
    const char *cache = std::getenv("XDG_CACHE_HOME"); // NOLINT(concurrency-mt-unsafe): before threads
    if (cache && *cache) return fs::path(cache) / "greenward" / "sample-estate";
    const char *home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe)
    return fs::path(home ? home : "/tmp") / ".cache" / "greenward" / "sample-estate";
}

fs::path sampleDataDirectory(const fs::path &root)
{
    return root / "data";
}

bool sampleIsComplete(const fs::path &root)
{
    std::error_code code;
    return isSample(root) && fs::exists(sampleDataDirectory(root) / kCompleteMarker, code);
}

Result<void> makeSampleEstate(const fs::path &root, const std::stop_token &stop, const ProgressSink &progress)
{
    std::error_code code;
    if (fs::exists(root, code)) {
        if (!isSample(root) && !fs::is_empty(root, code))
            return fail(ErrorCode::AlreadyExists, root.string(), "it holds something that is not a sample estate");
        if (isSample(root)) CORE_CHECK(deleteSampleEstate(root));
    }
    const adapters::SystemClock clock;
    const Instant now = clock.now();
    CORE_CHECK(makeDirectories(root));
    CORE_CHECK(plantSampleFiles(root, sampleFiles(kSeed), now, stop, progress));

    CORE_TRY(const std::unique_ptr<engine::EngineHost> host,
             openEngine({.directory = sampleDataDirectory(root), .program = "greenward"}));
    CORE_TRY(Actor by, Actor::parse(kOperator));
    Script script(*host, std::move(by), stop);
    CORE_CHECK(registerBackends(script, root));
    CORE_CHECK(setBudgets(script, now));
    CORE_CHECK(setPolicies(script));
    CORE_CHECK(planAndMove(script));
    return adapters::writeFileAtomically(sampleDataDirectory(root) / kCompleteMarker, std::string_view("complete\n"));
}

Result<void> deleteSampleEstate(const fs::path &root)
{
    if (!isSample(root))
        return fail(ErrorCode::Refused, root.string(), "it is not marked as a sample estate; nothing was deleted");
    std::error_code code;
    // The data directory last: it carries the mark that says all this may be deleted.
    for (const SampleBackend &backend : kBackends) {
        fs::remove_all(root / backend.id, code);
        if (code) return Unexpected{systemError(code.value(), (root / backend.id).string(), "deleting")};
    }
    for (const fs::path &path : {root / "seed", sampleDataDirectory(root), root}) {
        fs::remove_all(path, code);
        if (code) return Unexpected{systemError(code.value(), path.string(), "deleting")};
    }
    return {};
}

} // namespace greenward::app
