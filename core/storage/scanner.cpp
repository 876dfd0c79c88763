#include "core/storage/scanner.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace greenward::storage {

namespace {

double perSecond(std::uint64_t count, std::chrono::nanoseconds time)
{
    const double seconds = std::chrono::duration<double>(time).count();
    return seconds > 0 ? static_cast<double>(count) / seconds : 0;
}

} // namespace

/// Turns a listing into catalogue rows and counts what is none. Scanning thread.
class Scanner::Sink final : public ListSink
{
public:
    Sink(Scanner &owner, CatalogueMerge &merge)
        : m_owner(owner)
        , m_merge(merge)
        , m_exclude(owner.m_spec.exclude)
    {}

    bool excludes(std::string_view name) const override { return m_exclude.matches(name); }

    Result<void> object(const ObjectInfo &info) override
    {
        auto tenant = tenantOf(m_owner.m_spec, info.key);
        if (!tenant) {
            const bool above = tenant.error().code == ErrorCode::NotFound;
            leftAlone(info.key.text(), above ? LeftAlone::NoTenant : LeftAlone::TenantName);
            return {};
        }
        ++m_objects;
        m_bytes += info.signature.freed().bytes();
        if (m_objects % kReportEvery == 0) report();
        return m_merge.add({info.key, *std::move(tenant), info.signature, info.touchedNs, info.evidence, false});
    }

    void leftAlone(std::string_view path, LeftAlone reason) override
    {
        const std::lock_guard lock(m_owner.m_mutex);
        auto &counts = m_owner.m_row.leftAlone;
        auto at = std::find_if(counts.begin(), counts.end(), [&](const auto &one) { return one.reason == reason; });
        if (at == counts.end()) at = counts.insert(counts.end(), LeftAloneCount{reason, 0, {}});
        ++at->count;
        if (at->examples.size() < LeftAloneCount::kMostExamples) at->examples.push_back(escapedForDisplay(path));
    }

    void unreadable(std::string_view path, const Error &why) override
    {
        // Past this many it is simpler, and safe, to infer nothing at all from this scan.
        if (m_unreadable.size() < kMostPaths)
            m_unreadable.emplace_back(path);
        else
            m_unreadable = {std::string()};
        const std::lock_guard lock(m_owner.m_mutex);
        ScanRow &row = m_owner.m_row;
        ++row.unreadableCount;
        if (row.unreadable.size() < ScanRow::kMostUnreadable) row.unreadable.push_back({escapedForDisplay(path), why});
    }

    void report()
    {
        const std::lock_guard lock(m_owner.m_mutex);
        m_owner.m_row.objects = m_objects;
        m_owner.m_row.bytes = m_bytes;
        m_owner.m_row.objectsPerSecond = perSecond(m_objects, m_owner.m_clock.monotonic() - m_owner.m_begin);
    }

    std::span<const std::string> unreadablePaths() const { return m_unreadable; }

private:
    static constexpr std::uint64_t kReportEvery = 512;
    static constexpr std::size_t kMostPaths = 4096;

    Scanner &m_owner;
    CatalogueMerge &m_merge;
    ExclusionMatcher m_exclude;
    std::uint64_t m_objects = 0;
    std::int64_t m_bytes = 0;
    std::vector<std::string> m_unreadable;
};

Scanner::Scanner(const BackendSpec &spec, std::shared_ptr<const Driver> driver, Catalogue &catalogue,
                 const Clock &clock, std::function<void()> ended)
    : m_spec(spec)
    , m_driver(std::move(driver))
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_ended(std::move(ended))
    , m_begin(clock.monotonic())
    , m_row(spec.id)
    , m_thread()
{
    m_row.startedAt = clock.now();
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

ScanRow Scanner::row() const
{
    const std::lock_guard lock(m_mutex);
    return m_row;
}

void Scanner::run(const std::stop_token &stop)
{
    end(scan(stop));
    m_ended();
}

Result<MergeSummary> Scanner::scan(const std::stop_token &stop)
{
    const std::uint64_t known = knownObjects();
    {
        const std::lock_guard lock(m_mutex);
        m_row.expectedObjects = known;
    }
    CORE_TRY(const std::unique_ptr<CatalogueMerge> merge, m_catalogue.beginMerge(m_spec.id));
    Sink sink(*this, *merge);
    auto listed = m_driver->list(sink, stop);
    sink.report();
    CORE_CHECK(std::move(listed));
    // A file system that went away meanwhile makes a listing that ends early look complete.
    CORE_CHECK(m_driver->confirmPlace());
    return merge->finish(sink.unreadablePaths());
}

std::uint64_t Scanner::knownObjects() const
{
    const auto totals = m_catalogue.totals(std::nullopt, std::nullopt);
    std::uint64_t known = 0;
    if (totals)
        for (const CatalogueTotal &total : *totals)
            if (total.backend == m_spec.id) known += total.objects;
    return known;
}

void Scanner::end(const Result<MergeSummary> &outcome)
{
    const std::lock_guard lock(m_mutex);
    m_row.finishedAt = m_clock.now();
    m_row.objectsPerSecond = perSecond(m_row.objects, m_clock.monotonic() - m_begin);
    if (outcome) {
        m_row.state = ScanState::Finished;
        m_row.added = outcome->added;
        m_row.changed = outcome->changed;
        m_row.gone = outcome->gone;
        return;
    }
    m_row.state = outcome.error().code == ErrorCode::Cancelled ? ScanState::Cancelled : ScanState::Failed;
    if (m_row.state == ScanState::Failed) m_row.error = outcome.error();
}

} // namespace greenward::storage
