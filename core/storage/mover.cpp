#include "core/storage/mover.h"

#include <algorithm>

namespace greenward::storage {

using store::MoveState;

namespace {

std::string textOf(const Error &error)
{
    return error.subject.empty() ? error.detail : error.subject + ": " + error.detail;
}

} // namespace

struct Mover::Entry
{
    explicit Entry(BatchOrder order)
        : kept(std::move(order))
        , tracker(kept.order)
    {}

    BatchId id() const { return kept.order.batch; }

    BatchOrder kept;
    BatchPhase phase = BatchPhase::Waiting;
    std::string why;                     ///< of Paused, and of Waiting after a stop
    bool held = false;                   ///< taken up by a program that only looks
    std::optional<MoveRun::Wishes> next; ///< another run follows the one under way
    MoveTracker tracker;
    std::unique_ptr<MoveRun> run; ///< last: it uses the tracker
};

Mover::Mover(const StorageDependencies &dependencies, Drivers drivers, const Holds &holds)
    : m_out(dependencies)
    , m_drivers(std::move(drivers))
    , m_holds(holds)
    , m_engine(dependencies.postToEngine)
{}

Mover::~Mover()
{
    for (const auto &[id, entry] : m_entries)
        if (entry->run) entry->run->stop(); // all at once, before the first is waited for
}

// ---- orders

Result<Mover::Entry *> Mover::find(BatchId batch)
{
    const auto at = m_entries.find(batch);
    if (at == m_entries.end())
        return fail(ErrorCode::UnknownName, "batch", std::to_string(number(batch)) + " is not being migrated");
    return at->second.get();
}

Mover::Entry &Mover::add(BatchOrder kept)
{
    auto entry = std::make_unique<Entry>(std::move(kept));
    Entry &added = *entry;
    m_entries[added.id()] = std::move(entry);
    return added;
}

Result<void> Mover::load(Entry &entry)
{
    CORE_TRY(const std::vector<store::MoveTotal> totals, m_out.store.moveTotals(entry.id()));
    CORE_TRY(const MoveLedger ledger, MoveLedger::create(entry.kept.order, totals));
    entry.tracker.load(totals, ledger.booked());
    return {};
}

Result<void> Mover::keep(const BatchOrder &kept)
{
    store::Transaction transaction;
    transaction.put(store::Collection::Setting, orderDocument(kept.order.batch), orderJson(kept));
    CORE_CHECK(m_out.store.commit(std::move(transaction)));
    return {};
}

Result<void> Mover::start(const bus::MigrateBatch &order)
{
    CORE_CHECK(checkOrder(order));
    const auto at = m_entries.find(order.batch);
    const bool known = at != m_entries.end();
    if (known && at->second->run && at->second->phase != BatchPhase::Paused) return {}; // at work already
    CORE_TRY(const std::shared_ptr<Driver> target, m_drivers.of(order.target));
    const bus::BackendHealth health = target->probe(m_out.clock.now());
    if (!health.reachable) return fail(ErrorCode::Unreachable, "backend " + order.target.text(), health.problem);
    if (!health.writable) return fail(ErrorCode::NoPermission, "backend " + order.target.text(), health.problem);
    BatchOrder kept{order, {}, false, false, false};
    if (known) {
        const Entry &before = *at->second;
        kept.cancelled = before.kept.cancelled;
        kept.releaseNow = before.kept.releaseNow;
        kept.announced = before.kept.announced && before.tracker.unfinished() == 0;
    }
    CORE_TRY(const std::vector<store::MoveTotal> totals, m_out.store.moveTotals(order.batch));
    CORE_CHECK(MoveLedger::create(order, totals)); // what could not be booked is not begun
    CORE_CHECK(keep(kept));
    if (known) {
        at->second->kept = std::move(kept);
        return beginAnew(*at->second, {});
    }
    return beginOrPause(add(std::move(kept)), {});
}

Result<void> Mover::pause(BatchId batch, std::string why)
{
    CORE_TRY(Entry * entry, find(batch));
    if (entry->phase == BatchPhase::Ended) return fail(ErrorCode::Refused, "batch", "has ended");
    if (entry->phase == BatchPhase::Cancelling) return fail(ErrorCode::Refused, "batch", "is being cancelled");
    BatchOrder kept = entry->kept;
    kept.paused = why.empty() ? "paused by the operator" : std::move(why);
    CORE_CHECK(keep(kept));
    entry->kept = std::move(kept);
    entry->phase = BatchPhase::Paused;
    entry->why = entry->kept.paused;
    entry->next.reset();
    if (entry->run) entry->run->stop();
    changed(batch);
    return {};
}

Result<void> Mover::resume(BatchId batch)
{
    CORE_TRY(Entry * entry, find(batch));
    if (entry->phase != BatchPhase::Paused && entry->phase != BatchPhase::Waiting) return {};
    BatchOrder kept = entry->kept;
    kept.paused.clear();
    CORE_CHECK(keep(kept));
    entry->kept = std::move(kept);
    return beginAnew(*entry, {});
}

Result<void> Mover::cancel(BatchId batch)
{
    CORE_TRY(Entry * entry, find(batch));
    if (entry->tracker.unfinished() == 0) return fail(ErrorCode::Refused, "batch", "has nothing left to cancel");
    BatchOrder kept = entry->kept;
    kept.paused.clear();
    kept.cancelled = true;
    CORE_CHECK(keep(kept));
    entry->kept = std::move(kept);
    return beginAnew(*entry, {});
}

Result<void> Mover::retry(BatchId batch)
{
    CORE_TRY(Entry * entry, find(batch));
    if (entry->kept.cancelled) return fail(ErrorCode::Refused, "batch", "was cancelled");
    BatchOrder kept = entry->kept;
    kept.paused.clear();
    kept.announced = false;
    CORE_CHECK(keep(kept));
    entry->kept = std::move(kept);
    return beginAnew(*entry, {false, true, false});
}

Result<void> Mover::releaseNow(BatchId batch)
{
    CORE_TRY(Entry * entry, find(batch));
    BatchOrder kept = entry->kept;
    kept.releaseNow = true;
    CORE_CHECK(keep(kept));
    entry->kept = std::move(kept);
    if (entry->phase == BatchPhase::Paused) return {}; // when it is resumed
    return beginAnew(*entry, {});
}

// ---- runs

Result<std::unique_ptr<MoveTools>> Mover::toolsFor(const Entry &entry)
{
    const bus::MigrateBatch &order = entry.kept.order;
    CORE_TRY(const std::vector<store::MoveTotal> totals, m_out.store.moveTotals(order.batch));
    CORE_TRY(MoveLedger ledger, MoveLedger::create(order, totals));
    auto target = m_drivers.of(order.target);
    // To cancel needs no target: it may be gone for good.
    if (!target && !entry.kept.cancelled) return Unexpected{std::move(target).error()};
    std::function<void(const store::UsageRecord &)> booked;
    if (m_out.booked)
        booked = [post = m_engine.handle(), tell = m_out.booked](const store::UsageRecord &record) {
            post([tell, record] { tell(record); });
        };
    Entry &owner = *m_entries.at(order.batch);
    owner.tracker.load(totals, ledger.booked());
    // NOLINTNEXTLINE(modernize-make-unique): an aggregate, which make_unique cannot make
    return std::unique_ptr<MoveTools>(
        new MoveTools{m_out.store,
                      m_out.catalogue,
                      m_out.clock,
                      m_out.hashers,
                      m_holds,
                      owner.tracker,
                      order,
                      m_out.instance,
                      target ? *std::move(target) : nullptr,
                      m_drivers.all(),
                      false,
                      {},
                      std::move(booked),
                      {},
                      {},
                      std::move(ledger),
                      [this, post = m_engine.handle()](const std::vector<BatchId> &batches) {
                          post([this, batches] { recount(batches); });
                      }});
}

Result<void> Mover::begin(Entry &entry, MoveRun::Wishes wishes)
{
    wishes.cancel = entry.kept.cancelled;
    wishes.ignoreGrace = entry.kept.releaseNow;
    CORE_TRY(std::unique_ptr<MoveTools> tools, toolsFor(entry));
    MoveRun::Outside outside;
    outside.post = m_engine.handle();
    outside.gate = [this, tenant = entry.kept.order.tenant](GramsCO2e estimate) {
        return gate(tenant, estimate);
    };
    outside.ended = [this, post = m_engine.handle(), batch = entry.id()](const Result<void> &outcome) {
        post([this, batch, outcome] { ended(batch, outcome); });
    };
    entry.held = false;
    entry.why.clear();
    entry.phase = wishes.cancel ? BatchPhase::Cancelling : BatchPhase::Running;
    entry.run = std::make_unique<MoveRun>(std::move(tools), wishes, std::move(outside));
    changed(entry.id());
    return {};
}

Result<void> Mover::beginOrPause(Entry &entry, MoveRun::Wishes wishes)
{
    auto begun = begin(entry, wishes);
    if (!begun) stoppedBy(entry, begun.error());
    return begun;
}

Result<void> Mover::beginAnew(Entry &entry, MoveRun::Wishes wishes)
{
    if (!entry.run) return beginOrPause(entry, wishes);
    entry.next = wishes;
    entry.run->stop();
    return {};
}

void Mover::ended(BatchId batch, const Result<void> &outcome)
{
    const auto at = m_entries.find(batch);
    if (at == m_entries.end() || !at->second->run) return;
    Entry &entry = *at->second;
    entry.run.reset();
    if (entry.next) {
        (void)beginOrPause(entry, *std::exchange(entry.next, std::nullopt)); // a failure shows as its pause
        return;
    }
    if (!entry.kept.paused.empty()) {
        entry.phase = BatchPhase::Paused;
        changed(batch);
    } else if (outcome) {
        settle(entry);
    } else {
        stoppedBy(entry, outcome.error());
    }
}

void Mover::stoppedBy(Entry &entry, const Error &why)
{
    // What is told to have ended nobody resumes; the sources that still wait to be removed, or for their names, do not
    // depend on it.
    if (!entry.kept.announced || entry.tracker.unfinished() > 0) return pauseBy(entry, why);
    entry.phase = BatchPhase::Waiting;
    entry.why =
        textOf(why) + "; the sources are looked at again every " + std::to_string(kLookAgain.count()) + " minutes";
    entry.tracker.waitUntil(m_out.clock.now() + kLookAgain);
    changed(entry.id());
}

void Mover::pauseBy(Entry &entry, const Error &why)
{
    entry.phase = BatchPhase::Paused;
    entry.why = textOf(why);
    entry.kept.paused = entry.why;
    (void)keep(entry.kept); // if even this fails, a restart finds the batch unpaused and meets the same trouble again
    changed(entry.id());
}

void Mover::settle(Entry &entry)
{
    // Without a grace time removing the sources is part of it, and what failed at that is being tried again.
    const bool removes = entry.kept.order.grace.count() == 0 && entry.tracker.unreleased() > 0;
    if (entry.tracker.unfinished() == 0 && !removes && !entry.kept.announced) announce(entry);
    const bool waits = entry.tracker.unfinished() > 0 || entry.tracker.unreleased() > 0;
    entry.phase = waits ? BatchPhase::Waiting : BatchPhase::Ended;
    if (!waits) drop(entry);
    changed(entry.id());
}

void Mover::announce(Entry &entry)
{
    const BatchProgress at = entry.tracker.progress(BatchPhase::Ended, {}, m_out.clock.monotonic());
    // A source that was to go and stays is no object moved, though its copy is safe.
    const std::uint64_t stay = entry.kept.order.relocation == Relocation::Move ? at.kept : 0;
    const bool whole = at.failed + at.skipped + at.stale + at.cancelled + stay == 0;
    const char *state = at.cancelled > 0 ? "cancelled" : whole ? "completed" : at.moved == 0 ? "failed" : "partly";
    m_out.bus.publish(bus::BatchComplete{at.batch, at.tenant, state, at.moved, at.failed, at.skipped + at.stale,
                                         at.movedSize, at.booked, m_out.clock.now()});
    entry.kept.announced = true; // after a crash in between it is published twice rather than never
    (void)keep(entry.kept);
}

void Mover::drop(const Entry &entry)
{
    // Failed objects may be tried again by hand, after a restart too, and for that the order is needed.
    if (entry.tracker.progress(BatchPhase::Ended, {}, {}).failed > 0) return;
    store::Transaction transaction;
    transaction.remove(store::Collection::Setting, orderDocument(entry.id()));
    m_out.store.submit(std::move(transaction), [](const Result<store::CommitInfo> &) {});
}

Result<void> Mover::gate(const TenantId &tenant, GramsCO2e estimate) const
{
    if (m_out.gate) return m_out.gate(tenant, estimate);
    CORE_TRY(const bus::BudgetVerdict verdict, m_out.bus.request(bus::EvaluateBudget{tenant, estimate}));
    if (verdict.canProceed) return {};
    return fail(ErrorCode::Refused, "budget of " + tenant.text(),
                "the migration's own emissions no longer fit; raise the limit or wait for the next period, then "
                "resume");
}

void Mover::recount(const std::vector<BatchId> &batches)
{
    for (const BatchId batch : batches) {
        const auto at = m_entries.find(batch);
        if (at == m_entries.end() || at->second->run) continue; // counts anew when it begins, and settles when it ends
        Entry &entry = *at->second;
        if (load(entry) && entry.phase == BatchPhase::Waiting) settle(entry);
        changed(batch);
    }
}

// ---- life

Result<void> Mover::recover(Recovery recovery)
{
    CORE_TRY(const std::vector<store::Document> documents, m_out.store.documents(store::Collection::Setting));
    for (const store::Document &document : documents) {
        if (!isOrderDocument(document.id)) continue;
        CORE_TRY(BatchOrder kept, parseOrder(document.json));
        if (m_entries.contains(kept.order.batch)) continue;
        takeUp(add(std::move(kept)), recovery);
    }
    return {};
}

void Mover::takeUp(Entry &entry, Recovery recovery)
{
    if (auto loaded = load(entry); !loaded) {
        pauseBy(entry, loaded.error());
        return;
    }
    const bool open = entry.tracker.unfinished() > 0 || entry.tracker.unreleased() > 0;
    if (!open && entry.kept.announced) {
        entry.phase = BatchPhase::Ended;
    } else if (!entry.kept.paused.empty() && !entry.kept.announced) {
        entry.phase = BatchPhase::Paused;
        entry.why = entry.kept.paused;
    } else if (recovery == Recovery::Hold) {
        hold(entry);
    } else {
        (void)beginOrPause(entry, {}); // a failure shows as its pause
    }
}

void Mover::hold(Entry &entry) const
{
    entry.held = true;
    // The first that are due stand for all: they were switched one after the other, with one grace time.
    store::StateStore::MoveQuery query;
    query.batch = entry.id();
    query.states = {MoveState::Switched, MoveState::Releasing};
    const auto rows = m_out.store.moves(query);
    if (!rows) return; // only shown, and asked again by the run
    for (const store::MoveRecord &row : *rows)
        entry.tracker.due(row.notBefore.value_or(m_out.clock.now()));
}

bool Mover::releaseDue(BatchId batch)
{
    const auto at = m_entries.find(batch);
    if (at == m_entries.end()) return false;
    Entry &entry = *at->second;
    const auto due = entry.tracker.nextDue();
    const bool isDue = entry.held && entry.tracker.unfinished() == 0 && due && *due <= m_out.clock.now();
    return isDue && beginOrPause(entry, {}).has_value();
}

void Mover::tick(Instant now)
{
    for (const auto &[id, entry] : m_entries) {
        if (entry->run) changed(id);
        const auto due = entry->tracker.nextDue();
        if (entry->phase == BatchPhase::Waiting && !entry->held && due && *due <= now) (void)beginOrPause(*entry, {});
    }
}

void Mover::changed(BatchId batch) const
{
    if (m_out.batchChanged) m_out.batchChanged(batch);
}

BatchProgress Mover::progressOf(const Entry &entry) const
{
    return entry.tracker.progress(entry.phase, entry.why, m_out.clock.monotonic());
}

std::vector<BatchProgress> Mover::batches() const
{
    std::vector<BatchProgress> rows;
    for (const auto &[id, entry] : m_entries)
        rows.push_back(progressOf(*entry));
    return rows;
}

std::optional<BatchProgress> Mover::batch(BatchId id) const
{
    const auto at = m_entries.find(id);
    if (at == m_entries.end()) return std::nullopt;
    return progressOf(*at->second);
}

std::optional<BatchProgress> Mover::user(const BackendId &backend) const
{
    for (const auto &[id, entry] : m_entries) {
        const auto &costs = entry->kept.order.costs;
        const bool moves =
            entry->kept.order.target == backend ||
            std::any_of(costs.begin(), costs.end(), [&](const auto &cost) { return cost.source == backend; });
        if (moves && entry->phase != BatchPhase::Ended) return progressOf(*entry);
    }
    return std::nullopt;
}

std::size_t Mover::atWork() const
{
    return static_cast<std::size_t>(
        std::count_if(m_entries.begin(), m_entries.end(), [](const auto &one) { return one.second->run != nullptr; }));
}

} // namespace greenward::storage
