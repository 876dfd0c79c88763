#include "core/store/memory_store.h"
#include "tests/support/values.h"

#include <gtest/gtest.h>

namespace greenward::store {
namespace {

using tests::at;
using tests::tenant;

UsageRecord record(std::string_view who, std::int64_t second, std::int64_t micrograms, std::string key = {})
{
    return {tenant(who), at(second), GramsCO2e::fromMicrograms(micrograms), "write", std::move(key), Quality::Measured};
}

TEST(MemoryStore, keepsDocumentsRollUpsAndRepeats)
{
    MemoryStateStore store;
    Transaction first;
    first.put(Collection::Budget, "acme", "{}").put(Collection::Budget, "beta", "{}");
    first.usage = {record("acme", 10, 5, "k"), record("acme", 3599, 6), record("acme", 3600, 7),
                   record("beta", 0, 1, "k")};
    EXPECT_EQ(store.commit(first)->duplicates, 0U);
    Transaction second;
    second.remove(Collection::Budget, "beta");
    second.usage = {record("acme", 10, 5, "k")};
    EXPECT_EQ(store.commit(second)->duplicates, 1U);

    EXPECT_EQ(store.documents(Collection::Budget)->size(), 1U);
    const auto hours = store.usageHours(tenant("acme"), at(0), at(7200)).value();
    ASSERT_EQ(hours.size(), 2U);
    EXPECT_EQ(hours[0].amount.micrograms(), 11);
    EXPECT_EQ(hours[0].records, 2U);
    EXPECT_EQ(hours[1].hour, at(3600));
    EXPECT_EQ(store.usageHours(std::nullopt, at(0), at(3600))->size(), 2U) << "half-open";
    EXPECT_EQ(store.recentUsage(tenant("acme"), 2)->front().amount.micrograms(), 7);
}

TEST(MemoryStore, aRefusedTransactionChangesNothing)
{
    MemoryStateStore store;
    Transaction tooMuch;
    tooMuch.put(Collection::Budget, "acme", "{}");
    tooMuch.usage = {record("acme", 0, INT64_MAX), record("acme", 1, 1)};
    EXPECT_EQ(store.commit(tooMuch).error().code, ErrorCode::Overflow);
    Transaction moves;
    moves.usage = {record("acme", 0, 1)};
    moves.newMoves.push_back(tests::moveRecord(MoveState::Planned));
    EXPECT_EQ(store.commit(moves).error().code, ErrorCode::Unsupported);
    EXPECT_TRUE(store.documents(Collection::Budget)->empty());
    EXPECT_TRUE(store.usageHours(std::nullopt, at(0), at(3600))->empty());
}

TEST(MemoryStore, keepsOnlyTheNewestRowsOfItsLogs)
{
    MemoryStateStore store(3);
    for (int i = 1; i <= 5; ++i) {
        Transaction one;
        one.usage = {record("acme", i, i)};
        one.audit.push_back({at(i), "ada", "budget.set", "tenant acme", "{}"});
        one.events.push_back({0, at(i), "topic", "acme", "{}"});
        ASSERT_TRUE(store.commit(one));
    }
    EXPECT_EQ(store.recentUsage(std::nullopt, 10)->size(), 3U);
    ASSERT_EQ(store.audit(0, 10)->size(), 3U);
    EXPECT_EQ(store.audit(0, 10)->front().seq, 5);
    EXPECT_EQ(store.events(5, 1)->front().seq, 4);
    EXPECT_EQ(store.usageHours(std::nullopt, at(0), at(3600))->front().records, 5U) << "sums are kept for good";
}

} // namespace
} // namespace greenward::store
