#include "core/budget/budget_config.h"

#include "core/base/time_text.h"

#include <gtest/gtest.h>

#include <random>

namespace greenward::budget {
namespace {

const TenantId kAcme = TenantId::parse("acme").value();

TEST(BudgetConfig, writesDecimalsAsTextAndLeavesOutWhatIsNotSet)
{
    BudgetConfig config;
    config.limit = GramsCO2e::fromMicrograms(1'500'500'001);
    config.soft = Percent::fromMillionths(72'500'000);
    EXPECT_EQ(configJson(config), R"({"version":1,"limit_g":"1500.500001","period":"month","soft_pct":"72.5"})");
    EXPECT_EQ(configJson({}), R"({"version":1,"limit_g":"unlimited","period":"month"})");
}

TEST(BudgetConfig, anyConfigReadsBackEqual)
{
    std::mt19937_64 random(11); // the seed of this test
    const auto draw = [&](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    };
    const BudgetDefaults defaults;
    for (int round = 0; round < 5'000; ++round) {
        BudgetConfig config;
        if (draw(0, 3) > 0) config.limit = GramsCO2e::fromMicrograms(draw(0, kLargestCarbon.micrograms()));
        config.period.kind = static_cast<PeriodKind>(draw(0, 5));
        if (config.period.kind > PeriodKind::Day && draw(0, 1) == 1)
            config.period.anchor = Instant{std::chrono::days{draw(0, 100'000)}};
        if (draw(0, 1) == 1) config.soft = Percent::fromMillionths(draw(1, 80'000'000));
        if (draw(0, 1) == 1) config.hard = Percent::fromMillionths(draw(80'000'000, 1'000'000'000));
        if (draw(0, 1) == 1) config.minDelay = milliseconds{draw(0, 2000)};
        if (draw(0, 1) == 1) config.maxDelay = milliseconds{draw(2000, 3'600'000)};
        ASSERT_TRUE(checkConfig(config, defaults).has_value());
        const auto back = configFromJson(configJson(config), kAcme);
        ASSERT_TRUE(back.has_value()) << configJson(config);
        ASSERT_EQ(*back, config) << configJson(config);
    }
}

TEST(BudgetConfig, C14_readsBackFieldByFieldAndNamesTheBadOne)
{
    struct Case
    {
        const char *json;
        const char *field;
    };
    for (const Case &c : {
             Case{"", "budget"},
             Case{"[]", "budget"},
             Case{R"({"version":1,"limit_g":"5","period":"month")", "budget"}, // cut short
             Case{R"({"limit_g":"5","period":"month"})", "version"},
             Case{R"({"version":2,"limit_g":"5","period":"month"})", "version"},
             Case{R"({"version":"1","limit_g":"5","period":"month"})", "version"},
             Case{R"({"version":1,"period":"month"})", "limit_g"},
             Case{R"({"version":1,"limit_g":5,"period":"month"})", "limit_g"},
             Case{R"({"version":1,"limit_g":"-5","period":"month"})", "limit_g"},
             Case{R"({"version":1,"limit_g":"nan","period":"month"})", "limit_g"},
             Case{R"({"version":1,"limit_g":"99999999999999999999","period":"month"})", "limit_g"},
             Case{R"({"version":1,"limit_g":"5"})", "period"},
             Case{R"({"version":1,"limit_g":"5","period":"fortnight"})", "period"},
             Case{R"({"version":1,"limit_g":"5","period":"month","anchor":"soon"})", "anchor"},
             Case{R"({"version":1,"limit_g":"5","period":"month","soft_pct":"0"})", "soft_pct"},
             Case{R"({"version":1,"limit_g":"5","period":"month","hard_pct":100})", "hard_pct"},
             Case{R"({"version":1,"limit_g":"5","period":"month","min_delay_ms":1.5})", "min_delay_ms"},
             Case{R"({"version":1,"limit_g":"5","period":"month","limt_g":"5"})", "limt_g"},
         }) {
        const auto answer = configFromJson(c.json, kAcme);
        ASSERT_FALSE(answer.has_value()) << c.json;
        EXPECT_EQ(answer.error().code, ErrorCode::InvalidInput) << c.json;
        EXPECT_EQ(answer.error().subject, c.field) << c.json;
        EXPECT_NE(answer.error().detail.find("acme"), std::string::npos) << answer.error().detail;
    }
}

TEST(BudgetConfig, C10_ownThresholdsOverDefaults)
{
    BudgetDefaults defaults;
    defaults.curve.soft = 70_percent;
    BudgetConfig config;
    config.hard = 110_percent;
    const ThrottleCurve curve = curveOf(config, defaults);
    EXPECT_EQ(curve.soft, 70_percent);
    EXPECT_EQ(curve.hard, 110_percent);
    config.hard = 60_percent; // below the default soft threshold: refused as a whole
    EXPECT_EQ(checkConfig(config, defaults).error().subject, "soft");
}

TEST(BudgetConfig, C12_refusesNegativeAndAbsurdLimits)
{
    BudgetConfig config;
    config.limit = GramsCO2e::fromMicrograms(-1);
    EXPECT_EQ(checkConfig(config, {}).error().subject, "limit");
    config.limit = kLargestCarbon + GramsCO2e::fromMicrograms(1);
    EXPECT_EQ(checkConfig(config, {}).error().subject, "limit");
    config.limit = GramsCO2e{};
    EXPECT_TRUE(checkConfig(config, {}).has_value());
}

} // namespace
} // namespace greenward::budget
