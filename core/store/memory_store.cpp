#include "core/store/memory_store.h"

#include <algorithm>

namespace greenward::store {
namespace {

/// Two tenants may number their operations alike.
std::string keyOf(const UsageRecord &record)
{
    return std::to_string(record.tenant.text().size()) + ':' + record.tenant.text() + record.key;
}

template<typename Row>
void keepNewest(std::deque<Row> &rows, std::size_t most)
{
    if (rows.size() > most) rows.pop_front();
}

/// Newest first, below `before` (0: from the end).
template<typename Row>
std::vector<Row> newestOf(const std::deque<Row> &rows, std::int64_t before, std::size_t limit)
{
    std::vector<Row> found;
    for (auto row = rows.rbegin(); row != rows.rend() && found.size() < limit; ++row)
        if (before == 0 || row->seq < before) found.push_back(*row);
    return found;
}

} // namespace

void MemoryStateStore::submit(Transaction transaction, Done done)
{
    std::vector<UsageRecord> booked;
    const auto answer = [&] {
        const std::lock_guard lock(m_mutex);
        return apply(transaction, booked);
    }();
    if (m_observer)
        for (const UsageRecord &record : booked)
            m_observer->booked(record);
    done(answer);
}

Result<void> MemoryStateStore::record(UsageEntry entry)
{
    UsageFate fate = UsageFate::Booked;
    {
        const std::lock_guard lock(m_mutex);
        UsageRecord record{entry.source->tenant,    entry.at,  entry.amount,
                           entry.source->operation, entry.key, entry.quality};
        const Int128 sum = Int128{amountOf(record.tenant, hourKeyOf(record))} + record.amount.micrograms();
        if (sum > INT64_MAX)
            fate = UsageFate::Overflow;
        else if (!book(std::move(record)))
            fate = UsageFate::Duplicate;
    }
    if (entry.receiver) entry.receiver->answered({&entry, 1}, {&fate, 1}, nullptr);
    return {};
}

void MemoryStateStore::observeUsage(UsageReceiver *observer)
{
    m_observer = observer;
}

Result<void> MemoryStateStore::check(const Transaction &transaction) const
{
    if (!transaction.newMoves.empty() || !transaction.moveSteps.empty() || !transaction.placements.empty())
        return fail(ErrorCode::Unsupported, "moves", "a store in memory keeps no moves");
    for (const UsageRecord &record : transaction.usage) {
        if (record.operation.empty() || record.operation.size() > 64)
            return fail(ErrorCode::InvalidInput, "operation", "\"" + record.operation + "\" is not 1 to 64 bytes long");
    }
    const auto isWhole = [](Instant at) {
        return std::chrono::floor<std::chrono::hours>(at) == at;
    };
    for (const PeriodClosing &closing : transaction.closings)
        if (!isWhole(closing.start) || !isWhole(closing.end) || closing.end <= closing.start)
            return fail(ErrorCode::InvalidInput, "period", "a closed period is a number of whole hours");
    return {};
}

/// All that can be refused is refused first, so that nothing has to be undone.
Result<CommitInfo> MemoryStateStore::apply(Transaction &transaction, std::vector<UsageRecord> &booked)
{
    CORE_CHECK(check(transaction));
    std::map<std::pair<TenantId, HourKey>, Int128> sums;
    for (const UsageRecord &record : transaction.usage) {
        const HourKey key = hourKeyOf(record);
        const auto [sum, isNew] = sums.try_emplace({record.tenant, key}, 0);
        if (isNew) sum->second = amountOf(record.tenant, key);
        sum->second += record.amount.micrograms();
        CORE_CHECK(toInt64(sum->second, "the usage of one hour"));
    }
    const auto isKnown = [this](const UsageRecord &record) {
        return !record.key.empty() && m_keys.contains(keyOf(record));
    };
    if (transaction.refuseRepeats && std::ranges::any_of(transaction.usage, isKnown))
        return fail(ErrorCode::AlreadyExists, "usage", "its key was counted before");
    CommitInfo info;
    for (std::size_t i = 0; i < transaction.usage.size(); ++i) {
        if (book(transaction.usage[i]))
            booked.push_back(std::move(transaction.usage[i]));
        else
            info.repeated.push_back(i);
    }
    info.duplicates = info.repeated.size();
    for (const PeriodClosing &closing : transaction.closings)
        close(closing);
    for (DocumentWrite &write : transaction.documents) {
        auto &documents = m_documents[write.collection];
        if (write.json)
            documents.insert_or_assign(std::move(write.id), *std::move(write.json));
        else
            documents.erase(write.id);
    }
    for (AuditEntry &entry : transaction.audit) {
        m_audit.push_back({++m_lastAudit, std::move(entry), {}});
        keepNewest(m_audit, m_newest);
    }
    for (EventRow &event : transaction.events) {
        event.seq = ++m_lastEvent;
        m_events.push_back(std::move(event));
        keepNewest(m_events, m_newest);
    }
    return info;
}

MemoryStateStore::HourKey MemoryStateStore::hourKeyOf(const UsageRecord &record)
{
    return {std::chrono::floor<std::chrono::hours>(record.at), record.operation, record.quality};
}

std::int64_t MemoryStateStore::amountOf(const TenantId &tenant, const HourKey &key) const
{
    const auto known = m_tenants.find(tenant);
    if (known == m_tenants.end()) return 0;
    const auto hour = known->second.hours.find(key);
    return hour == known->second.hours.end() ? 0 : hour->second.micrograms;
}

bool MemoryStateStore::book(UsageRecord record)
{
    if (!record.key.empty() && !m_keys.insert(keyOf(record)).second) return false;
    HourSum &hour = m_tenants[record.tenant].hours[hourKeyOf(record)];
    hour.micrograms += record.amount.micrograms();
    ++hour.records;
    record.key.clear();
    m_usage.push_back(std::move(record));
    keepNewest(m_usage, m_newest);
    return true;
}

Result<std::vector<Document>> MemoryStateStore::documents(Collection collection) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Document> found;
    const auto known = m_documents.find(collection);
    if (known == m_documents.end()) return found;
    for (const auto &[id, json] : known->second)
        found.push_back({id, json});
    return found;
}

Result<Document> MemoryStateStore::document(Collection collection, const std::string &id) const
{
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_documents.find(collection); known != m_documents.end())
        if (const auto at = known->second.find(id); at != known->second.end()) return Document{at->first, at->second};
    return fail(ErrorCode::NotFound, id, "there is no such document");
}

Result<std::vector<Document>> MemoryStateStore::lastDocuments(Collection collection, const std::string &before,
                                                              std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Document> found;
    const auto known = m_documents.find(collection);
    if (known == m_documents.end()) return found;
    const auto &all = known->second;
    for (auto at = before.empty() ? all.end() : all.lower_bound(before); at != all.begin() && found.size() < limit;) {
        --at;
        found.push_back({at->first, at->second});
    }
    return found;
}

Result<std::vector<UsageHour>> MemoryStateStore::usageHours(const std::optional<TenantId> &tenant, Instant from,
                                                            Instant to) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<UsageHour> found;
    const auto collect = [&](const TenantId &name, const Hours &hours) {
        for (auto at = hours.lower_bound({from, std::string(), Quality{}}); at != hours.end(); ++at) {
            const auto &[hour, operation, quality] = at->first;
            if (hour >= to) break;
            found.push_back(
                {name, hour, operation, GramsCO2e::fromMicrograms(at->second.micrograms), at->second.records, quality});
        }
    };
    if (!tenant) {
        for (const auto &[name, known] : m_tenants)
            collect(name, known.hours);
    } else if (const auto own = m_tenants.find(*tenant); own != m_tenants.end()) {
        collect(own->first, own->second.hours);
    }
    return found;
}

UsageSum MemoryStateStore::sumOf(const Tenant &tenant, Instant from, Instant to)
{
    Int128 amount = 0;
    UsageSum sum;
    for (auto at = tenant.hours.lower_bound({from, std::string(), Quality{}});
         at != tenant.hours.end() && std::get<0>(at->first) < to; ++at) {
        amount += at->second.micrograms;
        sum.records += at->second.records;
    }
    sum.amount =
        GramsCO2e::fromMicrograms(static_cast<std::int64_t>(std::min(amount, Int128{kLargestCarbon.micrograms()})));
    return sum;
}

Result<std::vector<UsageSum>> MemoryStateStore::usageSums(std::span<const UsageWindow> windows) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<UsageSum> sums;
    for (const UsageWindow &window : windows) {
        const auto known = m_tenants.find(window.tenant);
        sums.push_back(known == m_tenants.end() ? UsageSum{} : sumOf(known->second, window.from, window.to));
    }
    return sums;
}

Result<std::vector<TenantId>> MemoryStateStore::usageTenants() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<TenantId> names;
    for (const auto &[name, known] : m_tenants)
        names.push_back(name);
    return names;
}

/// A period without usage leaves no row, and what is closed stays as it is.
void MemoryStateStore::close(const PeriodClosing &closing)
{
    const auto known = m_tenants.find(closing.tenant);
    if (known == m_tenants.end()) return;
    const UsageSum sum = sumOf(known->second, closing.start, closing.end);
    if (sum.records == 0) return;
    known->second.closed.try_emplace({closing.kind, closing.start},
                                     ClosedPeriod{closing, sum.amount, sum.records, {}, 0});
}

Result<std::vector<ClosedPeriod>> MemoryStateStore::closedPeriods(const std::optional<TenantId> &tenant,
                                                                  std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ClosedPeriod> periods;
    for (const auto &[name, known] : m_tenants) {
        if (tenant && name != *tenant) continue;
        for (const auto &[key, closed] : known.closed) {
            ClosedPeriod period = closed;
            const UsageSum now = sumOf(known, period.closing.start, period.closing.end);
            period.late = now.amount - period.used;
            period.lateRecords = now.records - period.records;
            periods.push_back(std::move(period));
        }
    }
    std::ranges::stable_sort(periods, [](const ClosedPeriod &a, const ClosedPeriod &b) {
        return std::tie(b.closing.end, b.closing.start) < std::tie(a.closing.end, a.closing.start);
    });
    if (periods.size() > limit) periods.erase(periods.begin() + static_cast<std::ptrdiff_t>(limit), periods.end());
    return periods;
}

Result<std::vector<UnclosedHour>> MemoryStateStore::unclosedHours(std::span<const UsageWindow> open) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<UnclosedHour> unclosed;
    for (const UsageWindow &window : open) {
        const auto known = m_tenants.find(window.tenant);
        if (known == m_tenants.end()) continue;
        Instant lastEnd = Instant::min();
        for (const auto &[key, closed] : known->second.closed)
            lastEnd = std::max(lastEnd, closed.closing.end);
        std::optional<Instant> before;
        for (const auto &[key, sum] : known->second.hours) {
            const Instant hour = std::get<0>(key);
            if (hour < lastEnd || hour >= window.from || before == hour) continue;
            before = hour;
            unclosed.push_back({window.tenant, hour});
        }
    }
    return unclosed;
}

Result<StateStore::UsageVerdict> MemoryStateStore::verifyUsage(std::stop_token) const
{
    return fail(ErrorCode::Unsupported, "usage", "a store in memory keeps sums, not every record");
}

Result<std::vector<UsageRecord>> MemoryStateStore::recentUsage(const std::optional<TenantId> &tenant,
                                                               std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<UsageRecord> found;
    for (auto record = m_usage.rbegin(); record != m_usage.rend() && found.size() < limit; ++record)
        if (!tenant || record->tenant == *tenant) found.push_back(*record);
    return found;
}

Result<std::vector<AuditRow>> MemoryStateStore::audit(std::int64_t before, std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    return newestOf(m_audit, before, limit);
}

Result<std::vector<EventRow>> MemoryStateStore::events(std::int64_t before, std::size_t limit) const
{
    const std::lock_guard lock(m_mutex);
    return newestOf(m_events, before, limit);
}

Result<StateStore::AuditVerdict> MemoryStateStore::verifyAudit(std::stop_token, const ProgressSink &) const
{
    return fail(ErrorCode::Unsupported, "audit", "a store in memory keeps no hash chain");
}

} // namespace greenward::store
