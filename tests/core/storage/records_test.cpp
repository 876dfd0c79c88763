#include "core/storage/batch_order.h"
#include "core/storage/scan_json.h"
#include "tests/support/values.h"

#include <gtest/gtest.h>

namespace greenward::storage {
namespace {

using namespace tests;

BatchOrder sample()
{
    bus::MigrateBatch order{BatchId{17},
                            tenant("acme \"quoted\""),
                            backend("green"),
                            64,
                            Relocation::CopyOnly,
                            LeaveBehind::Pointer,
                            std::chrono::hours(168),
                            {{backend("brown"), Int128{1} << 100, 7}, {backend("coal"), 0, 1}}};
    return {order, "full: \"no\nspace\"", true, true, true};
}

TEST(BatchOrder, comesBackAsItWasKept)
{
    const BatchOrder kept = sample();
    const BatchOrder read = known(parseOrder(orderJson(kept)));
    EXPECT_EQ(read.order.batch, kept.order.batch);
    EXPECT_EQ(read.order.tenant, kept.order.tenant);
    EXPECT_EQ(read.order.target, kept.order.target);
    EXPECT_EQ(read.order.concurrency, 64);
    EXPECT_EQ(read.order.relocation, Relocation::CopyOnly);
    EXPECT_EQ(read.order.leaveBehind, LeaveBehind::Pointer);
    EXPECT_EQ(read.order.grace, kept.order.grace);
    ASSERT_EQ(read.order.costs.size(), 2U);
    EXPECT_EQ(read.order.costs[0].source, backend("brown"));
    EXPECT_TRUE(read.order.costs[0].microgramsNumerator == Int128{1} << 100);
    EXPECT_TRUE(read.order.costs[0].denominator == 7);
    EXPECT_EQ(read.paused, kept.paused);
    EXPECT_TRUE(read.cancelled);
    EXPECT_TRUE(read.releaseNow);
    EXPECT_TRUE(read.announced);
}

TEST(BatchOrder, damagedTextIsAnErrorAndNeverACrash)
{
    const std::string good = orderJson(sample());
    for (std::size_t length = 0; length < good.size(); ++length)
        EXPECT_FALSE(parseOrder(std::string_view(good).substr(0, length))) << length;
    for (const char *text : {"[]", "{}", "17", R"({"batch":"x"})", R"({"batch":1.5})"})
        EXPECT_EQ(parseOrder(text).error().code, ErrorCode::StoreDamaged) << text;
}

TEST(BatchOrder, C45_concurrencyIsWithin1To64AndTheTargetNoSource)
{
    bus::MigrateBatch order = sample().order;
    for (const int wrong : {0, -1, 65}) {
        order.concurrency = wrong;
        EXPECT_EQ(checkOrder(order).error().subject, "concurrency");
    }
    order.concurrency = 1;
    EXPECT_TRUE(checkOrder(order));
    order.costs.push_back({backend("green"), 1, 1});
    EXPECT_EQ(checkOrder(order).error().subject, "target");
    order.costs.pop_back();
    order.grace = std::chrono::seconds(-1);
    EXPECT_EQ(checkOrder(order).error().subject, "grace");
}

TEST(ScanJson, comesBackAsItWasKept)
{
    ScanRow row(backend("brown"));
    row.state = ScanState::Failed;
    row.startedAt = at(1000);
    row.finishedAt = at(1010);
    row.objects = 12;
    row.bytes = 3'000'000'000'000;
    row.objectsPerSecond = 1.2;
    row.added = 1;
    row.changed = 2;
    row.gone = 3;
    row.leftAlone = {{LeftAlone::Fifo, 2, {"acme/pipe\\x0A", "b"}}, {LeftAlone::TenantName, 1, {}}};
    row.unreadableCount = 1;
    row.unreadable = {{"acme/secret", {ErrorCode::NoPermission, "acme/secret", "read directory"}}};
    row.error = Error{ErrorCode::Unreachable, "brown", "gone"};
    const ScanRow read = known(parseScan(scanJson(row)));
    EXPECT_EQ(read.state, ScanState::Failed);
    EXPECT_EQ(read.startedAt, row.startedAt);
    EXPECT_EQ(read.finishedAt, row.finishedAt);
    EXPECT_EQ(read.bytes, row.bytes);
    EXPECT_EQ(read.gone, 3U);
    ASSERT_EQ(read.leftAlone.size(), 2U);
    EXPECT_EQ(read.leftAlone[0].reason, LeftAlone::Fifo);
    EXPECT_EQ(read.leftAlone[0].examples, row.leftAlone[0].examples);
    ASSERT_EQ(read.unreadable.size(), 1U);
    EXPECT_EQ(read.unreadable[0].error, row.unreadable[0].error);
    EXPECT_EQ(read.error, row.error);
    for (const char *text : {"", "[]", "{}", R"({"backend":"brown","state":"odd"})"})
        EXPECT_FALSE(parseScan(text)) << text;
}

} // namespace
} // namespace greenward::storage
