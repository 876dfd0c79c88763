#include "tests/adapters/sqlite/store_fixture.h"

#include <thread>

namespace greenward::tests {
namespace {

using store::Collection;
using store::MoveState;
using store::OpenMode;
using store::Transaction;

class StateStore : public StoreTest
{};

std::vector<std::string> idsOf(const std::vector<store::Document> &documents)
{
    std::vector<std::string> ids;
    for (const auto &document : documents)
        ids.push_back(document.id + "=" + document.json);
    return ids;
}

TEST_F(StateStore, keepsDocumentsOverReopening)
{
    {
        const auto store = open();
        EXPECT_FALSE(store->health().recovered);
        ASSERT_TRUE(store->commit(Transaction{}
                                      .put(Collection::Backend, "b", "{\"n\":1}")
                                      .put(Collection::Backend, "a", "{}")
                                      .put(Collection::Policy, "a", "[]")));
        ASSERT_TRUE(store->commit(Transaction{}.put(Collection::Backend, "b", "{\"n\":2}")));
        ASSERT_TRUE(store->commit(Transaction{}.remove(Collection::Policy, "a").remove(Collection::Policy, "none")));
    }
    const auto store = open();
    EXPECT_FALSE(store->health().recovered) << "it was closed in good order";
    EXPECT_EQ(idsOf(must(store->documents(Collection::Backend))), (std::vector<std::string>{"a={}", "b={\"n\":2}"}));
    EXPECT_TRUE(must(store->documents(Collection::Policy)).empty());
}

TEST_F(StateStore, leavesOneFileBehindWhenClosed)
{
    {
        const auto store = open();
        ASSERT_TRUE(store->commit(auditOf("a")));
        EXPECT_EQ(must(store->audit(0, 10)).size(), 1U) << "with a reader in use, too";
    }
    EXPECT_TRUE(std::filesystem::exists(database()));
    EXPECT_FALSE(std::filesystem::exists(directory() / "state.db-wal"));
    EXPECT_FALSE(std::filesystem::exists(directory() / "state.db.new"));
}

TEST_F(StateStore, rollsUsageUpByHourAndDropsRepeats)
{
    const auto store = open();
    Transaction first = usageOf(usage("acme", at(3599), 7, "k1"));
    first.usage.push_back(usage("acme", at(3600), 11, "k2"));
    first.usage.push_back(usage("acme", at(3600), 999, "k1"));
    EXPECT_EQ(must(store->commit(first)).duplicates, 1U);
    EXPECT_EQ(must(store->commit(first)).duplicates, 3U);
    EXPECT_EQ(must(store->commit(usageOf(usage("other", at(3601), 5, "k1")))).duplicates, 0U)
        << "another tenant's key is another key";
    EXPECT_EQ(must(store->commit(usageOf(usage("acme", at(7199), -3)))).duplicates, 0U);
    EXPECT_EQ(must(store->commit(usageOf(usage("acme", at(7199), -3)))).duplicates, 0U) << "no key, no repeat";

    const auto hours = must(store->usageHours(tenant("acme"), at(0), at(7200)));
    ASSERT_EQ(hours.size(), 2U);
    EXPECT_EQ(hours[0].hour, at(0));
    EXPECT_EQ(hours[0].amount.micrograms(), 7);
    EXPECT_EQ(hours[1].hour, at(3600));
    EXPECT_EQ(hours[1].amount.micrograms(), 5);
    EXPECT_EQ(hours[1].records, 3U);
    EXPECT_EQ(hours[1].operation, "write");
    EXPECT_EQ(must(store->usageHours(std::nullopt, at(3600), at(7200))).size(), 2U);
    EXPECT_TRUE(must(store->usageHours(std::nullopt, at(7200), at(99999))).empty());
    EXPECT_TRUE(must(store->usageHours(tenant("nobody"), at(0), at(99999))).empty());
    EXPECT_EQ(must(store->verifyUsage({})).records, 5);
    EXPECT_TRUE(must(store->verifyUsage({})).intact);
}

TEST_F(StateStore, rollsUpEachQualityByItself)
{
    const auto store = open();
    store::UsageRecord measured = usage("acme", at(10), 7);
    measured.quality = Quality::Measured;
    ASSERT_TRUE(store->commit(usageOf(measured)));
    ASSERT_TRUE(store->commit(usageOf(usage("acme", at(11), 5))));
    ASSERT_TRUE(store->commit(usageOf(measured)));
    const auto hours = must(store->usageHours(tenant("acme"), at(0), at(3600)));
    ASSERT_EQ(hours.size(), 2U);
    EXPECT_EQ(hours[0].quality, Quality::Measured);
    EXPECT_EQ(hours[0].amount.micrograms(), 14);
    EXPECT_EQ(hours[1].quality, Quality::Calculated);
    EXPECT_EQ(hours[1].records, 1U);
    EXPECT_TRUE(must(store->verifyUsage({})).intact);
}

TEST_F(StateStore, listsRecentUsageNewestFirst)
{
    const auto store = open();
    for (int i = 1; i <= 5; ++i)
        ASSERT_TRUE(store->commit(usageOf(usage(i % 2 == 0 ? "even" : "odd", at(i), i * 10))));
    const auto recent = must(store->recentUsage(std::nullopt, 3));
    ASSERT_EQ(recent.size(), 3U);
    EXPECT_EQ(recent[0].amount.micrograms(), 50);
    EXPECT_EQ(recent[0].tenant.text(), "odd");
    EXPECT_EQ(recent[0].at, at(5));
    EXPECT_EQ(recent[0].quality, Quality::Calculated);
    const auto even = must(store->recentUsage(tenant("even"), 100));
    ASSERT_EQ(even.size(), 2U);
    EXPECT_EQ(even[1].amount.micrograms(), 20);
    EXPECT_TRUE(must(store->recentUsage(tenant("nobody"), 100)).empty());
}

TEST_F(StateStore, refusesUsageThatCannotBeBooked)
{
    const auto store = open();
    store::UsageRecord nameless = usage("acme", at(0), 1);
    nameless.operation.clear();
    EXPECT_EQ(store->commit(usageOf(nameless)).error().code, ErrorCode::InvalidInput);
    ASSERT_TRUE(store->commit(usageOf(usage("acme", at(0), kLargestCarbon.micrograms()))));
    ASSERT_TRUE(store->commit(usageOf(usage("acme", at(0), kLargestCarbon.micrograms()))));
    Transaction tooMuch = usageOf(usage("acme", at(4000), 1, "dropped with the rest"));
    tooMuch.usage.push_back(usage("acme", at(0), kLargestCarbon.micrograms()));
    EXPECT_EQ(store->commit(tooMuch).error().code, ErrorCode::Overflow);
    ASSERT_TRUE(store->commit(usageOf(usage("acme", at(0), 1))));
    EXPECT_EQ(must(store->commit(usageOf(usage("acme", at(4000), 1, "dropped with the rest")))).duplicates, 0U);
    const auto hours = must(store->usageHours(tenant("acme"), at(0), at(7200)));
    ASSERT_EQ(hours.size(), 2U);
    EXPECT_EQ(hours[0].amount.micrograms(), 2 * kLargestCarbon.micrograms() + 1);
    EXPECT_EQ(hours[1].amount.micrograms(), 1);
    EXPECT_TRUE(must(store->verifyUsage({})).intact);
}

TEST_F(StateStore, keepsMovesAsTheyAre)
{
    const auto store = open();
    const std::string oddKey = "caf\xE9/\xFF\x01 name\nwith 'all'";
    Transaction transaction;
    transaction.newMoves = {move(7, "a"), move(7, oddKey, 25), move(8, "c")};
    transaction.newMoves[1].notBefore = at(50);
    transaction.newMoves[1].state = MoveState::RetryWait;
    transaction.newMoves[1].sha256 = Sha256{1, 2, 3};
    transaction.newMoves[1].reason = "later";
    ASSERT_TRUE(store->commit(transaction));

    const auto moves = must(store->moves({.batch = BatchId{7}, .states = {}}));
    ASSERT_EQ(moves.size(), 2U);
    EXPECT_LT(moves[0].id, moves[1].id);
    EXPECT_EQ(moves[1].key.text(), oddKey);
    EXPECT_EQ(moves[1].signature, transaction.newMoves[1].signature);
    EXPECT_EQ(moves[1].sha256, transaction.newMoves[1].sha256);
    EXPECT_EQ(moves[1].notBefore, at(50));
    EXPECT_EQ(moves[1].reason, "later");
    EXPECT_EQ(moves[1].changedAt, at(1000));
    EXPECT_EQ(moves[1].source.text(), "hot-1");
    EXPECT_EQ(moves[1].target.text(), "green-1");

    EXPECT_EQ(must(store->moves({.batch = {}, .states = {MoveState::Planned}})).size(), 2U);
    EXPECT_EQ(must(store->moves({.batch = {}, .states = {}, .after = moves[0].id})).size(), 2U);
    EXPECT_EQ(must(store->moves({.batch = {}, .states = {}, .after = MoveId{0}, .dueBy = at(49)})).size(), 2U);
    EXPECT_EQ(must(store->moves({.batch = {}, .states = {}, .after = MoveId{0}, .dueBy = at(50)})).size(), 3U);
    const auto firstTwo = must(store->moves({.batch = {}, .states = {}, .after = MoveId{0}, .dueBy = {}, .limit = 2}));
    ASSERT_EQ(firstTwo.size(), 2U);
    EXPECT_EQ(firstTwo[1].id, moves[1].id) << "ids are in order across states";
}

TEST_F(StateStore, stepsAreGuardedByStateAndAttempt)
{
    const auto store = open();
    Transaction plan;
    plan.newMoves = {move(1, "a")};
    ASSERT_TRUE(store->commit(plan));
    const MoveId id = must(store->moves({.batch = {}, .states = {}})).front().id;

    const auto step = [&](MoveState from, int fromAttempt, MoveState to, int attempt) {
        Transaction transaction;
        transaction.moveSteps.push_back({.id = id,
                                         .from = from,
                                         .fromAttempt = fromAttempt,
                                         .to = to,
                                         .attempt = attempt,
                                         .sha256 = std::nullopt,
                                         .notBefore = std::nullopt,
                                         .reason = "",
                                         .at = at(2000)});
        return transaction;
    };
    ASSERT_TRUE(store->commit(step(MoveState::Planned, 0, MoveState::Copying, 1)));
    Transaction late = step(MoveState::Planned, 0, MoveState::Copying, 1);
    late.put(Collection::Setting, "late", "{}");
    late.usage.push_back(usage("acme", at(0), 5, "late"));
    late.audit.push_back({at(0), "x", "y", "z", "{}"});
    const auto refused = store->commit(late);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_EQ(refused.error().detail, "is copying with attempt 1, not planned with attempt 0");
    EXPECT_TRUE(must(store->documents(Collection::Setting)).empty()) << "all or nothing";
    EXPECT_TRUE(must(store->recentUsage(std::nullopt, 10)).empty());
    EXPECT_TRUE(must(store->audit(0, 10)).empty());

    EXPECT_EQ(store->commit(step(MoveState::Copying, 2, MoveState::Verified, 2)).error().code, ErrorCode::Refused);
    EXPECT_EQ(store->commit(step(MoveState::Copying, 1, MoveState::Verified, 0)).error().code, ErrorCode::InvalidInput);
    Transaction verified = step(MoveState::Copying, 1, MoveState::Verified, 1);
    verified.moveSteps[0].sha256 = Sha256{9};
    ASSERT_TRUE(store->commit(verified));
    ASSERT_TRUE(store->commit(step(MoveState::Verified, 1, MoveState::Switched, 1)));
    const auto after = must(store->moves({.batch = {}, .states = {}})).front();
    EXPECT_EQ(after.state, MoveState::Switched);
    EXPECT_EQ(after.attempt, 1);
    EXPECT_EQ(after.sha256, Sha256{9}) << "kept when a step brings none";
    EXPECT_EQ(after.changedAt, at(2000));
    Transaction nowhere = step(MoveState::Planned, 0, MoveState::Copying, 1);
    nowhere.moveSteps[0].id = MoveId{4711};
    EXPECT_EQ(store->commit(nowhere).error().detail, "does not exist");
}

TEST_F(StateStore, A7_whatAMoveFreesIsKeptAndIsWhatTotalsCount)
{
    auto store = open();
    Transaction plan;
    plan.newMoves = {move(1, "full", 100), move(1, "sparse", 8'000'000'000), move(1, "hole", 5)};
    plan.newMoves[1].signature.allocated = DataSize::fromBytes(4096);
    plan.newMoves[2].signature.allocated = DataSize();
    ASSERT_TRUE(store->commit(plan));
    const auto totalOf = [&](MoveState state) {
        for (const auto &total : must(store->moveTotals(BatchId{1})))
            if (total.state == state) return total.size.bytes();
        return std::int64_t{-1};
    };
    EXPECT_EQ(totalOf(MoveState::Planned), 4196);
    store.reset();
    store = open();
    const auto moves = must(store->moves({.batch = BatchId{1}, .states = {}}));
    ASSERT_EQ(moves.size(), 3U);
    EXPECT_EQ(moves[0].signature.freed().bytes(), 100);
    EXPECT_EQ(moves[1].signature.size.bytes(), 8'000'000'000);
    EXPECT_EQ(moves[1].signature.freed().bytes(), 4096);
    EXPECT_EQ(moves[2].signature.freed().bytes(), 0);
    Transaction steps;
    for (const auto &one : moves)
        steps.moveSteps.push_back({.id = one.id,
                                   .from = MoveState::Planned,
                                   .fromAttempt = 0,
                                   .to = MoveState::Cancelled,
                                   .attempt = 0,
                                   .sha256 = {},
                                   .notBefore = {},
                                   .reason = {},
                                   .at = at(2)});
    ASSERT_TRUE(store->commit(steps));
    EXPECT_EQ(totalOf(MoveState::Cancelled), 4196);
    EXPECT_LE(totalOf(MoveState::Planned), 0);
}

TEST_F(StateStore, C44_anObjectIsInAtMostOneOpenBatch)
{
    const auto store = open();
    Transaction first;
    first.newMoves = {move(1, "a")};
    ASSERT_TRUE(store->commit(first));
    EXPECT_EQ(must(store->openBatchOf(backend("hot-1"), objectKey("a"))), BatchId{1});
    EXPECT_FALSE(must(store->openBatchOf(backend("green-1"), objectKey("a"))));

    Transaction second;
    second.newMoves = {move(2, "b"), move(2, "a")};
    EXPECT_EQ(store->commit(second).error().code, ErrorCode::Refused);
    EXPECT_FALSE(must(store->openBatchOf(backend("hot-1"), objectKey("b"))));

    Transaction cancel;
    cancel.moveSteps.push_back({.id = must(store->moves({.batch = {}, .states = {}})).front().id,
                                .from = MoveState::Planned,
                                .fromAttempt = 0,
                                .to = MoveState::Cancelled,
                                .attempt = 0,
                                .sha256 = {},
                                .notBefore = {},
                                .reason = "operator",
                                .at = at(1)});
    ASSERT_TRUE(store->commit(cancel));
    EXPECT_FALSE(must(store->openBatchOf(backend("hot-1"), objectKey("a"))));
    ASSERT_TRUE(store->commit(second));
    EXPECT_EQ(must(store->openBatchOf(backend("hot-1"), objectKey("a"))), BatchId{2});

    const auto totals = must(store->moveTotals(BatchId{2}));
    ASSERT_EQ(totals.size(), 1U);
    EXPECT_EQ(totals[0].objects, 2U);
    EXPECT_EQ(totals[0].size.bytes(), 20);
    const auto closed = must(store->moveTotals(BatchId{1}));
    ASSERT_EQ(closed.size(), 1U);
    EXPECT_EQ(closed[0].state, MoveState::Cancelled);
}

TEST_F(StateStore, followsAnObjectThatMovesOn)
{
    const auto store = open();
    const auto placed = [&](std::string_view from, std::string_view to, Instant when) {
        Transaction transaction;
        transaction.placements.push_back({tenant("acme"), backend(from), backend(to), objectKey("k"),
                                          DataSize::fromBytes(3), Sha256{4}, BatchId{1}, when});
        ASSERT_TRUE(store->commit(transaction));
    };
    EXPECT_FALSE(must(store->placementOf(backend("a"), objectKey("k"))));
    placed("a", "b", at(1));
    placed("b", "c", at(2));
    const auto first = must(store->placementOf(backend("a"), objectKey("k")));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->target.text(), "c");
    EXPECT_EQ(first->source.text(), "a");
    EXPECT_EQ(first->at, at(2));
    EXPECT_EQ(first->sha256, Sha256{4});
    placed("c", "a", at(3));
    EXPECT_EQ(must(store->placementOf(backend("b"), objectKey("k")))->target.text(), "a");
    placed("a", "b", at(4));
    EXPECT_EQ(must(store->placementOf(backend("c"), objectKey("k")))->target.text(), "b");
}

TEST_F(StateStore, chainsAuditRowsOverReopening)
{
    Sha256 head{};
    {
        const auto store = open();
        for (const char *what : {"budget.set", "backend.add", "batch.approve"})
            ASSERT_TRUE(store->commit(auditOf(what)));
        const auto verdict = must(store->verifyAudit({}, {}));
        EXPECT_TRUE(verdict.intact) << verdict.problem;
        EXPECT_EQ(verdict.rows, 3);
        head = verdict.head;
    }
    const auto store = open();
    ASSERT_TRUE(store->commit(auditOf("later")));
    const auto rows = must(store->audit(0, 2));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].seq, 4);
    EXPECT_EQ(rows[0].entry.what, "later");
    EXPECT_EQ(rows[0].entry.who, "eve");
    EXPECT_EQ(rows[0].entry.body, R"({"after":1})");
    EXPECT_EQ(rows[1].hash, head);
    EXPECT_EQ(must(store->audit(3, 10)).size(), 2U);
    EXPECT_EQ(must(store->verifyAudit({}, {})).rows, 4);
}

TEST_F(StateStore, numbersEventsAndPagesThem)
{
    const auto store = open();
    Transaction transaction;
    for (int i = 0; i < 3; ++i)
        transaction.events.push_back({0, at(i), "topic", "subject " + std::to_string(i), "{}"});
    ASSERT_TRUE(store->commit(transaction));
    const auto newest = must(store->events(0, 2));
    ASSERT_EQ(newest.size(), 2U);
    EXPECT_EQ(newest[0].subject, "subject 2");
    EXPECT_EQ(newest[0].seq, 3);
    EXPECT_EQ(must(store->events(newest[1].seq, 10)).size(), 1U);
}

TEST_F(StateStore, readOnlyLooksOnAndRefusesWrites)
{
    EXPECT_EQ(tryOpen(OpenMode::ReadOnly).error().code, ErrorCode::NotFound);
    const auto writer = open();
    ASSERT_TRUE(writer->commit(Transaction{}.put(Collection::Setting, "a", "1")));
    const auto reader = open(OpenMode::ReadOnly);
    EXPECT_TRUE(reader->health().readOnly);
    EXPECT_EQ(must(reader->documents(Collection::Setting)).size(), 1U);
    EXPECT_EQ(reader->commit(Transaction{}.put(Collection::Setting, "b", "1")).error().code, ErrorCode::ReadOnly);
    ASSERT_TRUE(writer->commit(Transaction{}.put(Collection::Setting, "c", "1")));
    EXPECT_EQ(must(reader->documents(Collection::Setting)).size(), 2U);
}

} // namespace
} // namespace greenward::tests
