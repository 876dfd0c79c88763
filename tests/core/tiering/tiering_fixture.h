#pragma once

#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/tiering/tiering_component.h"
#include "tests/core/tiering/samples.h"
#include "tests/support/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greenward::tiering {

using namespace std::chrono_literals;

class HandClock final : public Clock
{
public:
    Instant now() const override { return time; }
    std::chrono::nanoseconds monotonic() const override { return time.time_since_epoch(); }
    Instant time = at("2026-08-20T12:00:00Z"); // a Thursday
};

/// The component on a real store in a directory of its own, among scripted neighbours on a real bus. `restart` is what
/// a new process would see.
class TieringTest : public testing::Test
{
protected:
    static constexpr std::int64_t kGigabyte = 1'000'000'000;

    TieringTest()
    {
        backends = {scored("green", 9246, 25), scored("hot", 4900, 400)};
        health = {true, true, std::nullopt, "", clock.time};
        restart();
    }

    void restart()
    {
        m_subscriptions.clear();
        m_tiering.reset();
        m_bus.reset();
        m_store.reset();
        auto opened = adapters::SqliteStateStore::open(m_directory.path(), store::OpenMode::ReadWrite, m_hashers);
        ASSERT_TRUE(opened) << opened.error().detail;
        m_store = *std::move(opened);
        m_bus = std::make_unique<bus::Bus>();
        neighbours();
        m_tiering =
            std::make_unique<TieringComponent>(*m_bus, *m_store, clock, m_hashers, sampleCoefficients(), settings);
        const auto loaded = m_tiering->load();
        ASSERT_TRUE(loaded) << loaded.error().subject << " " << loaded.error().detail;
    }

    TieringComponent &tiering() { return *m_tiering; }
    store::StateStore &store() { return *m_store; }
    bus::Bus &bus() { return *m_bus; }

    void add(std::string_view backend, std::string_view key, std::int64_t bytes, int idleDays = 60)
    {
        objects.push_back(object(backend, key, bytes, clock.time - 24h * idleDays));
    }
    void setPolicy(const std::function<void(Policy &)> &change)
    {
        Policy policy = tiering().policyOf(acme);
        change(policy);
        const auto set = tiering().setPolicy(acme, policy, ada);
        ASSERT_TRUE(set) << set.error().subject << " " << set.error().detail;
    }
    /// Plans and expects a batch.
    BatchId planned()
    {
        const auto result = tiering().plan(acme, ada);
        EXPECT_TRUE(result) << result.error().detail;
        EXPECT_TRUE(result->batch) << result->plan.summary;
        return result->batch.value_or(BatchId{});
    }
    /// Plans and approves all of it.
    BatchId approved()
    {
        const BatchId id = planned();
        const auto done = tiering().approve(id, grace, {}, "fine");
        EXPECT_TRUE(done) << done.error().detail;
        return id;
    }
    BatchHead head(BatchId id)
    {
        const auto found = tiering().batch(id);
        EXPECT_TRUE(found) << found.error().detail;
        return *found;
    }
    std::vector<store::MoveRecord> moves(BatchId id, std::vector<store::MoveState> states = {})
    {
        store::StateStore::MoveQuery query;
        query.batch = id;
        query.states = std::move(states);
        return store().moves(query).value();
    }
    /// What storage does to one object, in the journal only.
    void step(const store::MoveRecord &move, store::MoveState to)
    {
        store::Transaction transaction;
        transaction.moveSteps.push_back({.id = move.id,
                                         .from = move.state,
                                         .fromAttempt = move.attempt,
                                         .to = to,
                                         .attempt = move.attempt,
                                         .sha256 = {},
                                         .notBefore = {},
                                         .reason = {},
                                         .at = clock.time});
        const auto done = store().commit(std::move(transaction));
        ASSERT_TRUE(done) << done.error().detail;
    }
    std::string lastAudit() { return store().audit(0, 1)->front().entry.what; }

    const TenantId acme = tenantId("acme");
    const Actor ada = Actor::parse("ada").value();
    const Actor grace = Actor::parse("grace").value();
    HandClock clock;
    TieringSettings settings;
    std::vector<bus::ScoredBackend> backends;
    std::vector<bus::ListedObject> objects;
    bus::BackendHealth health;
    Result<bus::BudgetVerdict> verdict = bus::BudgetVerdict{};
    std::optional<Error> migrateError;
    std::vector<bus::EvaluateBudget> evaluated;
    std::vector<bus::MigrateBatch> started;
    std::vector<bus::BatchPlanned> announced;

private:
    template<typename Request>
    void respond(std::function<Result<typename Request::Answer>(const Request &)> responder)
    {
        m_subscriptions.push_back(m_bus->respond<Request>(std::move(responder)));
    }

    void neighbours()
    {
        respond<bus::PlacementScores>(
            [this](const bus::PlacementScores &) -> Result<std::vector<bus::ScoredBackend>> { return backends; });
        respond<bus::ListObjects>([this](const bus::ListObjects &ask) { return list(ask); });
        respond<bus::EvaluateBudget>([this](const bus::EvaluateBudget &ask) {
            evaluated.push_back(ask);
            return verdict;
        });
        respond<bus::CheckHealth>([this](const bus::CheckHealth &) -> Result<bus::BackendHealth> { return health; });
        respond<bus::MigrateBatch>([this](const bus::MigrateBatch &ask) -> Result<bus::MigrateBatch::Accepted> {
            if (migrateError) return Unexpected{*migrateError};
            started.push_back(ask);
            return bus::MigrateBatch::Accepted{};
        });
        m_subscriptions.push_back(m_bus->subscribe<bus::BatchPlanned>(
            [this](const bus::BatchPlanned &event) { announced.push_back(event); }));
    }

    Result<std::uint64_t> list(const bus::ListObjects &ask) const
    {
        std::uint64_t visited = 0;
        for (const bus::ListedObject &one : objects) {
            if (one.tenant != ask.tenant || one.backend != ask.backend) continue;
            if (ask.touchedBefore && one.touched >= *ask.touchedBefore) continue;
            ++visited;
            if (!ask.visit(one)) break;
        }
        return visited;
    }

    tests::TemporaryDirectory m_directory;
    adapters::OpenSslHasherFactory m_hashers;
    std::unique_ptr<adapters::SqliteStateStore> m_store;
    std::unique_ptr<bus::Bus> m_bus;
    std::unique_ptr<TieringComponent> m_tiering;
    std::vector<Subscription> m_subscriptions;
};

} // namespace greenward::tiering
