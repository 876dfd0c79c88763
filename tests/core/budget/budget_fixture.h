#pragma once

#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/os/system_ids.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/base/time_text.h"
#include "core/budget/budget_component.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <atomic>

namespace greenward::budget {

/// Moved by hand, read by any thread.
class ManualClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    std::chrono::nanoseconds monotonic() const override { return m_monotonic; }
    void set(Instant now) { m_now = now; }
    void advance(milliseconds step)
    {
        m_now = m_now.load() + step;
        m_monotonic = m_monotonic.load() + step;
    }

private:
    std::atomic<Instant> m_now = parseInstant("2026-06-10T12:00:00Z", "at").value();
    std::atomic<std::chrono::nanoseconds> m_monotonic{std::chrono::nanoseconds{1}};
};

/// Every event of the budget component, in the order published.
struct Heard
{
    explicit Heard(bus::Bus &bus)
    {
        listen(bus, sets);
        listen(bus, usages);
        listen(bus, thresholds);
        listen(bus, exhausted);
        listen(bus, throttles);
    }

    std::vector<bus::BudgetSet> sets;
    std::vector<bus::BudgetUsage> usages;
    std::vector<bus::BudgetThreshold> thresholds;
    std::vector<bus::BudgetExhausted> exhausted;
    std::vector<bus::ThrottleApplied> throttles;

private:
    template<typename Event>
    void listen(bus::Bus &bus, std::vector<Event> &list)
    {
        subscriptions.push_back(bus.subscribe<Event>([&list](const Event &event) { list.push_back(event); }));
    }
    std::vector<Subscription> subscriptions;
};

/// The component on a real store in a directory of its own; `restart` is what a new process would see.
class BudgetTest : public ::testing::Test
{
protected:
    BudgetTest() { restart(); }

    void restart()
    {
        m_budgets.reset();
        m_heard.reset();
        m_bus.reset();
        m_store.reset();
        auto opened = adapters::SqliteStateStore::open(m_directory.path(), store::OpenMode::ReadWrite, m_hashers);
        if (!opened) FAIL() << opened.error().detail;
        m_store = std::move(opened).value();
        m_bus = std::make_unique<bus::Bus>();
        m_heard = std::make_unique<Heard>(*m_bus);
        m_budgets = std::make_unique<BudgetComponent>(*m_bus, *m_store, clock, ids);
        const auto loaded = m_budgets->load();
        if (!loaded) FAIL() << loaded.error().detail;
    }

    BudgetComponent &budgets() { return *m_budgets; }
    store::StateStore &store() { return *m_store; }
    bus::Bus &bus() { return *m_bus; }
    Heard &heard() { return *m_heard; }

    static GramsCO2e grams(std::int64_t amount) { return GramsCO2e::fromGrams(amount); }
    static TenantId tenant(std::string_view name) { return TenantId::parse(name).value(); }

    void setLimit(const TenantId &who, std::int64_t limitGrams, PeriodKind period = PeriodKind::Month)
    {
        const auto answer = budgets().set({.tenant = who, .limit = grams(limitGrams), .period = period}, m_by);
        ASSERT_TRUE(answer.has_value()) << answer.error().detail;
    }
    UsageOutcome use(const TenantId &who, GramsCO2e amount, std::string key = {})
    {
        return useAt(who, amount, clock.now(), std::move(key));
    }
    UsageOutcome useAt(const TenantId &who, GramsCO2e amount, Instant at, std::string key = {})
    {
        const auto answer = budgets().recordUsage({who, at, amount, "write", std::move(key), Quality::Measured});
        EXPECT_TRUE(answer.has_value()) << answer.error().detail;
        return answer.value();
    }
    /// As another component does, in a transaction of its own.
    void book(const store::UsageRecord &record)
    {
        store::Transaction transaction;
        transaction.usage.push_back(record);
        ASSERT_TRUE(store().commit(std::move(transaction)).has_value());
    }
    GramsCO2e usedBy(const TenantId &who) { return budgets().row(who).used; }

    ManualClock clock;
    adapters::SystemIds ids;
    const TenantId acme = tenant("acme");
    const Actor m_by = Actor::parse("ada").value();

private:
    tests::TemporaryDirectory m_directory;
    adapters::OpenSslHasherFactory m_hashers;
    std::unique_ptr<adapters::SqliteStateStore> m_store;
    std::unique_ptr<bus::Bus> m_bus;
    std::unique_ptr<Heard> m_heard;
    std::unique_ptr<BudgetComponent> m_budgets;
};

} // namespace greenward::budget
