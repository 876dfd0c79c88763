#include "core/storage/move_rules.h"
#include "core/storage/move_tracker.h"
#include "tests/support/values.h"

#include <gtest/gtest.h>

#include <random>

namespace greenward::storage {
namespace {

using namespace tests;
using store::MoveState;
using End = ObjectFailure::End;
using std::chrono::minutes;

const Instant kNow = at(1'700'000'000);

Verdict copyVerdict(End end, ErrorCode code)
{
    return afterCopyFailure(moveRecord(MoveState::Copying), {end, {code, "object", "why"}}, kNow);
}

/// What the record looks like after the verdict was journalled.
store::MoveRecord waiting(const Verdict &verdict, Instant journalled)
{
    store::MoveRecord record = moveRecord(verdict.to);
    record.notBefore = verdict.notBefore;
    record.reason = verdict.reason;
    record.changedAt = journalled;
    return record;
}

TEST(MoveVerdict, eachErrorSendsTheObjectWhereItBelongs)
{
    EXPECT_EQ(copyVerdict(End::Source, ErrorCode::SourceChanged).to, MoveState::Stale);
    EXPECT_EQ(copyVerdict(End::Source, ErrorCode::NotFound).to, MoveState::Skipped);
    EXPECT_EQ(copyVerdict(End::Source, ErrorCode::Unsupported).to, MoveState::Skipped);
    EXPECT_EQ(copyVerdict(End::Target, ErrorCode::Unsupported).to, MoveState::Failed);
    EXPECT_EQ(copyVerdict(End::Target, ErrorCode::AlreadyExists).to, MoveState::Skipped);
    EXPECT_EQ(copyVerdict(End::Target, ErrorCode::NotFound).to, MoveState::RetryWait);
    EXPECT_EQ(copyVerdict(End::Target, ErrorCode::VerifyFailed).to, MoveState::RetryWait);
    EXPECT_EQ(copyVerdict(End::Source, ErrorCode::IoFailed).to, MoveState::RetryWait);
    EXPECT_EQ(copyVerdict(End::Source, ErrorCode::NoPermission).reason, "no_permission: why");
}

TEST(MoveVerdict, C52_threeRetriesAfter1And10And60MinutesThenTheDeadLetterList)
{
    store::MoveRecord record = moveRecord(MoveState::Copying);
    Instant now = kNow;
    for (const minutes wait : {minutes(1), minutes(10), minutes(60)}) {
        const Verdict verdict = afterCopyFailure(record, {End::Source, {ErrorCode::IoFailed, "", "bad"}}, now);
        EXPECT_EQ(verdict.to, MoveState::RetryWait);
        ASSERT_TRUE(verdict.notBefore);
        EXPECT_EQ(*verdict.notBefore - now, wait);
        record = waiting(verdict, now);
        now = *verdict.notBefore;
    }
    EXPECT_EQ(afterCopyFailure(record, {End::Source, {ErrorCode::IoFailed, "", "bad"}}, now).to, MoveState::Failed);
}

TEST(MoveVerdict, anObjectWhoseSourceCannotBeRemovedIsTriedThreeTimesAndThenKept)
{
    store::MoveRecord record = moveRecord(MoveState::Switched);
    record.notBefore = record.changedAt + minutes(60); // a grace time, which is no failure
    Instant now = kNow;
    for (int i = 0; i < 3; ++i) {
        const Verdict verdict = afterReleaseFailure(record, {ErrorCode::NoPermission, "", "read-only"}, now);
        EXPECT_EQ(verdict.to, MoveState::Switched);
        record = waiting(verdict, now);
        now = *verdict.notBefore;
    }
    EXPECT_EQ(afterReleaseFailure(record, {ErrorCode::NoPermission, "", "read-only"}, now).to, MoveState::Kept);
    EXPECT_EQ(afterReleaseFailure(moveRecord(MoveState::Releasing), {ErrorCode::SourceChanged, "", ""}, now).to,
              MoveState::Kept);
}

TEST(MoveVerdict, whatNoOtherObjectWouldSurviveStopsTheBatch)
{
    for (const ErrorCode code :
         {ErrorCode::NoSpace, ErrorCode::Unreachable, ErrorCode::NotDurable, ErrorCode::Cancelled})
        EXPECT_TRUE(stopsBatch({code, "", ""})) << errorCodeName(code);
    for (const ErrorCode code : {ErrorCode::SourceChanged, ErrorCode::NoPermission, ErrorCode::VerifyFailed,
                                 ErrorCode::IoFailed, ErrorCode::NotFound})
        EXPECT_FALSE(stopsBatch({code, "", ""})) << errorCodeName(code);
    EXPECT_EQ(failureLimit(0), 10U);
    EXPECT_EQ(failureLimit(1000), 10U);
    EXPECT_EQ(failureLimit(5000), 50U);
}

bus::MigrateBatch order(Int128 numerator, Int128 denominator)
{
    return {
        BatchId{4},       tenant("acme"),       backend("green"),        5,
        Relocation::Move, LeaveBehind::Nothing, std::chrono::seconds(0), {{backend("brown"), numerator, denominator}}};
}

TEST(MoveLedger, C72_manySmallObjectsBookExactlyWhatOneLargeOneDoes)
{
    std::mt19937_64 random(20261121);
    for (int round = 0; round < 50; ++round) {
        const Int128 numerator = static_cast<Int128>(random() % 1'000'000);
        const Int128 denominator = static_cast<Int128>(random() % 1'000'000 + 1);
        MoveLedger ledger = known(MoveLedger::create(order(numerator, denominator), {}));
        std::int64_t bytes = 0;
        std::int64_t booked = 0;
        std::set<std::string> keys;
        for (int i = 0; i < 500; ++i) {
            const auto size = static_cast<std::int64_t>(random() % 5000);
            bytes += size;
            const auto record = known(ledger.book(backend("brown"), size, kNow));
            if (!record) continue;
            booked += record->amount.micrograms();
            EXPECT_TRUE(keys.insert(record->key).second) << record->key;
        }
        EXPECT_EQ(booked, static_cast<std::int64_t>(Int128{bytes} * numerator / denominator));
        EXPECT_EQ(ledger.booked().micrograms(), booked);
    }
}

TEST(MoveLedger, goesOnFromWhatTheJournalSaysWasMoved)
{
    const std::vector<store::MoveTotal> totals{{MoveState::Done, backend("brown"), 2, DataSize::fromBytes(10)},
                                               {MoveState::Kept, backend("brown"), 1, DataSize::fromBytes(5)},
                                               {MoveState::Planned, backend("brown"), 9, DataSize::fromBytes(900)}};
    MoveLedger ledger = known(MoveLedger::create(order(1, 10), totals));
    EXPECT_EQ(ledger.booked().micrograms(), 1); // floor(15 / 10)
    const auto record = known(ledger.book(backend("brown"), 5, kNow));
    ASSERT_TRUE(record);
    EXPECT_EQ(record->amount.micrograms(), 1); // floor(20 / 10) - floor(15 / 10)
    EXPECT_EQ(record->key, "move:4:brown:20");
    EXPECT_EQ(record->operation, "migration");
    EXPECT_EQ(record->tenant, tenant("acme"));
}

TEST(MoveLedger, refusesWhatCannotBeBooked)
{
    const std::vector<store::MoveTotal> totals{{MoveState::Planned, backend("other"), 1, DataSize::fromBytes(1)}};
    EXPECT_EQ(MoveLedger::create(order(1, 10), totals).error().code, ErrorCode::Refused);
    EXPECT_EQ(MoveLedger::create(order(1, 0), {}).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(MoveLedger::create(order(-1, 1), {}).error().code, ErrorCode::InvalidInput);
    MoveLedger vast = known(MoveLedger::create(order(Int128{1} << 100, 1), {}));
    EXPECT_EQ(vast.book(backend("brown"), INT64_MAX, kNow).error().code, ErrorCode::Overflow);
    EXPECT_EQ(vast.book(backend("brown"), 1, kNow).error().code, ErrorCode::Overflow);
}

TEST(MoveTracker, countsStatesRatesAndTheLongerEstimate)
{
    MoveTracker tracker(order(1, 1));
    const std::vector<store::MoveTotal> totals{{MoveState::Planned, backend("brown"), 10, DataSize::fromBytes(100)}};
    tracker.load(totals, {});
    tracker.begin(std::chrono::seconds(0));
    store::MoveRecord record = moveRecord(MoveState::Planned);
    for (const MoveState to : {MoveState::Copying, MoveState::Verified, MoveState::Switched}) {
        tracker.stepped(record, to, "", kNow);
        record.state = to;
    }
    tracker.copied(40);
    auto progress = tracker.progress(BatchPhase::Running, "", std::chrono::seconds(4));
    EXPECT_EQ(progress.objects, 10U);
    EXPECT_EQ(progress.moved, 1U);
    EXPECT_EQ(progress.movedSize.bytes(), 10);
    EXPECT_DOUBLE_EQ(progress.bytesPerSecond, 10.0);
    // 90 bytes at 10 a second are 9 s, 9 objects at a quarter a second 36 s.
    EXPECT_EQ(progress.remaining, std::chrono::seconds(36));
    EXPECT_EQ(tracker.unfinished(), 9U);
    EXPECT_EQ(tracker.unreleased(), 1U);

    tracker.stepped(moveRecord(MoveState::Planned), MoveState::Failed, "io_failed: bad", kNow);
    progress = tracker.progress(BatchPhase::Running, "", std::chrono::seconds(4));
    EXPECT_EQ(progress.failed, 1U);
    ASSERT_EQ(progress.problems.size(), 1U);
    EXPECT_EQ(progress.problems[0].reason, "io_failed: bad");
    EXPECT_EQ(tracker.failuresInRun(), 1U);
}

} // namespace
} // namespace greenward::storage
