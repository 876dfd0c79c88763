#include "core/base/json_fields.h"
#include "core/tiering/batch.h"

#include "tests/core/tiering/samples.h"

#include <gtest/gtest.h>

namespace greenward::tiering {
namespace {

BatchHead fullHead()
{
    BatchHead head{.id = BatchId{17}, .tenant = tenantId("acme \"north\""), .target = backendId("green")};
    head.targetScore = ScorePoints::fromMillionths(92'460'000);
    head.targetIntensity = scored("green", 9246, 25).intensity;
    head.targetIntensity.pointTime = at("2026-08-20T11:55:00Z");
    head.targetIntensity.fetchedAt = at("2026-08-20T11:56:01.250Z");
    head.state = BatchState::Partly;
    head.reason = "why";
    head.objects = 3;
    head.size = DataSize::fromBytes(9'000'000'000'000'000'000);
    const SourceRates rates{{Int128{1} << 90, (Int128{1} << 80) + 1}, {-3, 7}, {5, 1}, {-(Int128{1} << 100), 11}};
    head.sources = {
        {backendId("hot"), 3, DataSize::fromBytes(7), ScorePoints::fromMillionths(1), head.targetIntensity, rates}};
    head.figures = {GramsCO2e::fromMicrograms(1), GramsCO2e::fromMicrograms(2),
                    GramsCO2e::fromMicrograms(3), GramsCO2e::fromMicrograms(-4),
                    GramsCO2e::fromMicrograms(5), GramsCO2e::fromMicrograms(6),
                    GramsCO2e::fromMicrograms(7), 203};
    head.lifetimeYears = 5;
    head.concurrency = 9;
    head.relocation = Relocation::CopyOnly;
    head.leaveBehind = LeaveBehind::Symlink;
    head.grace = std::chrono::hours{12};
    head.factors = {"network: 1 Wh/GB", "write: 0.0014 Wh/GB"};
    head.planHash = std::string(64, 'a');
    head.byAccess = 2;
    head.createdAt = at("2026-08-20T12:00:00.001Z");
    head.createdBy = "ada";
    head.decidedAt = at("2026-08-20T13:00:00Z");
    head.decidedBy = "grace";
    head.note = "in two \n lines";
    head.expiresAt = at("2026-08-23T13:00:00Z");
    head.opensAt = at("2026-08-21T02:00:00Z");
    head.result = BatchResult{
        1, 2, 3, DataSize::fromBytes(4), GramsCO2e::fromMicrograms(5), GramsCO2e::fromMicrograms(-6), at("2026-08-22")};
    return head;
}

Result<BatchHead> reread(const Json &json)
{
    return batchFromJson(parseJson(jsonText(json), "batch").value());
}

TEST(BatchJson, readsBackTheSameValue)
{
    const auto again = reread(toJson(fullHead()));
    ASSERT_TRUE(again) << again.error().subject << ": " << again.error().detail;
    EXPECT_EQ(*again, fullHead());
    BatchHead bare{.id = BatchId{1}, .tenant = tenantId("t"), .target = backendId("b")};
    const auto small = reread(toJson(bare));
    ASSERT_TRUE(small) << small.error().subject << ": " << small.error().detail;
    EXPECT_EQ(*small, bare);
}

TEST(BatchJson, namesTheMemberThatIsMissingOrWrong)
{
    const Json whole = toJson(fullHead());
    for (const char *member : {"id", "tenant", "target", "state", "objects", "size_bytes", "sources", "figures",
                               "lifetime_years", "relocation", "plan_hash", "created_at", "target_intensity"}) {
        Json less = whole;
        less.erase(member);
        const auto head = reread(less);
        ASSERT_FALSE(head) << member;
        EXPECT_EQ(head.error().subject, member);
        EXPECT_EQ(head.error().detail, "is missing");
    }
    Json wrong = whole;
    wrong["state"] = "asleep";
    EXPECT_EQ(reread(wrong).error().detail, "\"asleep\" is not a state of a batch");
    wrong = whole;
    wrong["sources"][0]["rates"]["cost"] = "1/0";
    EXPECT_EQ(reread(wrong).error().subject, "cost");
    wrong["sources"][0]["rates"]["cost"] = std::string(39, '9') + "/1";
    EXPECT_EQ(reread(wrong).error().subject, "cost");
    wrong["sources"][0]["rates"]["cost"] = "12";
    EXPECT_EQ(reread(wrong).error().detail, "\"12\" is not a fraction");
    wrong = whole;
    wrong["target_intensity"]["origin"] = "guess";
    EXPECT_EQ(reread(wrong).error().subject, "origin");
}

TEST(BatchState, C44_everyStateHasANameThatReadsBack)
{
    int open = 0;
    for (int i = 0; i <= static_cast<int>(BatchState::Cancelled); ++i) {
        const auto state = static_cast<BatchState>(i);
        EXPECT_EQ(parseBatchState(batchStateName(state)).value(), state);
        open += isOpen(state) ? 1 : 0;
    }
    EXPECT_EQ(open, 6);
    EXPECT_EQ(batchStateName(BatchState::WaitingWindow), "waiting_window");
}

} // namespace
} // namespace greenward::tiering
