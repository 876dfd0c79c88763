#include "tests/core/report/report_fixture.h"

#include <gtest/gtest.h>

#include <random>

namespace greenward::report {
namespace {

using namespace tests;

TEST(BuildReport, totalsAreTheExactSumsOfTheirRows)
{
    const Report report = buildReport(june()).value();
    EXPECT_EQ(report.totals.locationBased, ug(15'500'001));
    EXPECT_EQ(report.totals.records, 23U);
    EXPECT_EQ(report.totals.migration, ug(3'000'000));
    ASSERT_EQ(report.tenants.size(), 2U);
    EXPECT_EQ(report.tenants[0].tenant, tenant("zeta")) << "most emissions first";
    EXPECT_EQ(report.tenants[1].emissions, ug(6'000'001));
    ASSERT_EQ(report.operations.size(), 3U);
    EXPECT_EQ(report.operations[0].operation, "read");
    EXPECT_EQ(report.operations[1].operation, "write") << "3.000001 g before 3 g";
    EXPECT_EQ(report.operations[2].operation, "migration");
    ASSERT_EQ(report.days.size(), 3U);
    EXPECT_EQ(report.days[1].emissions, ug(12'500'000));
    ASSERT_EQ(report.quality.size(), 2U);
    EXPECT_EQ(report.quality[0].quality, Quality::Measured) << "best first";
    EXPECT_EQ(report.quality[0].emissions + report.quality[1].emissions, report.totals.locationBased);
    EXPECT_EQ(report.totals.netSaving, ug(20'190'000));
}

TEST(BuildReport, K32_anyRowsAddUpAlongEveryWay)
{
    std::mt19937_64 random(4); // the seed of this test
    const auto draw = [&](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    };
    for (int round = 0; round < 200; ++round) {
        ReportInput input;
        input.from = at("2026-01-01");
        input.to = input.from + std::chrono::hours{draw(1, 2000)};
        Int128 expected = 0;
        for (int row = 0; row < 300; ++row) {
            const std::int64_t amount = round % 2 == 0 ? draw(0, 1000) : draw(0, 9'000'000'000'000'000);
            const Instant when = input.from + std::chrono::hours{draw(-100, 2100)};
            input.usage.push_back(
                {tenant("t" + std::to_string(draw(0, 20))), when, "op" + std::to_string(draw(0, 3)), ug(amount), 1});
            if (when >= input.from && when < input.to) expected += amount;
        }
        const Report report = buildReport(std::move(input)).value();
        Int128 tenants = 0;
        Int128 operations = 0;
        Int128 days = 0;
        Int128 qualities = 0;
        for (const TenantLine &line : report.tenants)
            tenants += line.emissions.micrograms();
        for (const OperationLine &line : report.operations)
            operations += line.emissions.micrograms();
        for (const DayLine &line : report.days)
            days += line.emissions.micrograms();
        for (const QualityShare &share : report.quality)
            qualities += share.emissions.micrograms();
        ASSERT_EQ(report.totals.locationBased.micrograms(), expected) << "round " << round;
        ASSERT_EQ(tenants, expected);
        ASSERT_EQ(operations, expected);
        ASSERT_EQ(days, expected);
        ASSERT_EQ(qualities, expected);
    }
}

TEST(BuildReport, scopeOfOneTenantLeavesTheOthersOut)
{
    ReportInput input = june();
    input.tenant = tenant("acme");
    const Report report = buildReport(std::move(input)).value();
    ASSERT_EQ(report.tenants.size(), 1U);
    EXPECT_EQ(report.totals.locationBased, ug(6'000'001));
    EXPECT_EQ(report.quality.size(), 1U);
}

TEST(BuildReport, anEmptyPeriodIsAReportOfNothing)
{
    ReportInput input;
    input.from = at("2026-06-01");
    input.to = at("2026-06-02");
    const Report report = buildReport(std::move(input)).value();
    EXPECT_TRUE(report.tenants.empty());
    EXPECT_EQ(report.totals.locationBased, GramsCO2e{});
    EXPECT_FALSE(report.method.empty());
    EXPECT_NE(report.marketBasedNote.find("Not available"), std::string::npos);
}

TEST(BuildReport, refusesPeriodsThatCannotBe)
{
    const auto problem = [](const char *from, const char *to) {
        ReportInput input = june();
        input.from = at(from);
        input.to = at(to);
        const auto answer = buildReport(std::move(input));
        return answer ? std::string() : answer.error().subject;
    };
    EXPECT_EQ(problem("2026-06-01", "2026-06-01"), "to");
    EXPECT_EQ(problem("2026-06-02", "2026-06-01"), "to");
    EXPECT_EQ(problem("2026-06-01T00:30:00Z", "2026-07-01"), "from");
    EXPECT_EQ(problem("2026-06-01", "2026-07-01T00:00:00.001Z"), "to");
}

TEST(BuildReport, sumsThatDoNotFitAreErrors)
{
    ReportInput huge = june();
    for (int i = 0; i < 3; ++i)
        huge.usage.push_back(hour("acme", "2026-06-01T00:00:00Z", "write", kLargestCarbon.micrograms()));
    EXPECT_EQ(buildReport(std::move(huge)).error().code, ErrorCode::Overflow);
}

TEST(BuildReport, factorsAreNamedOnce)
{
    ReportInput input = june();
    input.factors.push_back(input.factors.front());
    EXPECT_EQ(buildReport(std::move(input)).value().factors.size(), 2U);
}

} // namespace
} // namespace greenward::report
