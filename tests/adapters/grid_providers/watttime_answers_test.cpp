#include "core/adapters/grid_providers/watttime_answers.h"
#include "tests/adapters/grid_providers/answers.h"

namespace greenward::adapters {
namespace {

/// An envelope of WattTime's shape.
std::string envelope(const std::string &rows, const std::string &units = "lbs_co2_per_mwh",
                     const std::string &more = R"(,"generated_at":"2026-05-04T10:00:00+00:00")")
{
    return R"({"data":[)" + rows +
           R"(],"meta":{"data_point_period_seconds":300,"region":"BPA","warnings":[{"type":"W",)" +
           R"("message":"model changes soon"}],"signal_type":"co2_moer","model":{"date":"2025-01-01"},"units":")" +
           units + "\"" + more + "}}";
}

TEST(WattTime, G07_poundsPerMegawattHourAreConvertedExactly)
{
    const auto series =
        watttime::readForecast(ok(envelope(R"({"point_time":"2026-05-04T10:00:00+00:00","value":1000},)"
                                           R"({"point_time":"2026-05-04T10:05:00+00:00","value":1048.4131919701972})")),
                               "BPA");
    ASSERT_TRUE(series) << detailOf(series);
    EXPECT_EQ(shown(series->points.at(0)), "forecast 2026-05-04T10:00:00Z 300 s 453.592");
    EXPECT_EQ(shown(series->points.at(1)), "forecast 2026-05-04T10:05:00Z 300 s 475.552");
}

TEST(WattTime, C23_theSeriesSaysThatItIsMarginalAndCo2Alone)
{
    const auto series =
        watttime::readForecast(ok(envelope(R"({"point_time":"2026-05-04T10:00:00Z","value":700})")), "BPA");
    ASSERT_TRUE(series);
    EXPECT_EQ(series->signal, Signal::Marginal);
    EXPECT_EQ(series->gas, Gas::CO2);
    EXPECT_EQ(series->provider, "WattTime");
    EXPECT_EQ(series->basis, "MOER, model 2025-01-01");
    EXPECT_EQ(series->issuedAt, at("2026-05-04T10:00:00Z"));
    EXPECT_EQ(series->warnings, std::vector<std::string>{"W: model changes soon"});
}

TEST(WattTime, C18_aPercentileIsNeverReadAsAnIntensity)
{
    const std::string body = envelope(R"({"point_time":"2026-05-04T10:00:00Z","value":37.5})", "percentile", "");
    const auto wrong = watttime::readForecast(ok(body), "BPA");
    EXPECT_EQ(detailOf(wrong), "units: \"percentile\" instead of lbs_co2_per_mwh");
    const auto right = watttime::readSignalIndex(ok(body), "BPA");
    ASSERT_TRUE(right) << detailOf(right);
    EXPECT_EQ(right->value.text(), "37.5");
    // And an intensity is no percentile.
    EXPECT_EQ(troubleOf(watttime::readSignalIndex(ok(envelope(R"({"point_time":"2026-05-04T10:00:00Z","value":37.5})")),
                                                  "BPA")),
              "bad_answer");
}

TEST(WattTime, G05_imputedHistoryIsMarkedEstimatedAndTheNewestRevisionWins)
{
    const auto series = watttime::readHistorical(
        ok(envelope(
            R"({"point_time":"2026-05-04T09:05:00Z","value":900,"imputed_data_used":false,"last_updated":"2026-05-05T00:00:00Z"},)"
            R"({"point_time":"2026-05-04T09:00:00Z","value":800,"imputed_data_used":true},)"
            R"({"point_time":"2026-05-04T09:05:00Z","value":910,"imputed_data_used":false,"last_updated":"2026-05-06T00:00:00Z"})",
            "lbs_co2_per_mwh", "")),
        "BPA");
    ASSERT_TRUE(series) << detailOf(series);
    ASSERT_EQ(series->points.size(), 2U);
    EXPECT_EQ(shown(series->points[0]), "estimated 2026-05-04T09:00:00Z 300 s 362.874");
    EXPECT_EQ(shown(series->points[1]), "measured 2026-05-04T09:05:00Z 300 s 412.769");
}

TEST(WattTime, C28_answersThatCannotBeRightAreRefusedWhole)
{
    const auto refused = [](const std::string &rows) {
        return detailOf(watttime::readForecast(ok(envelope(rows)), "BPA"));
    };
    EXPECT_EQ(refused(R"({"point_time":"2026-05-04T10:00:00Z","value":-3})"),
              "value: -1.361 g/kWh is not within 0 to 5000");
    EXPECT_EQ(refused(R"({"point_time":"2026-05-04T10:00:00Z","value":12000})"),
              "value: 5443.108 g/kWh is not within 0 to 5000");
    EXPECT_NE(refused(R"({"point_time":"2026-05-04T10:00:00Z","value":"700"})"), "");
    EXPECT_NE(refused(R"({"point_time":"2026-05-04T10:00:00Z","value":null})"), "");
    EXPECT_NE(refused(R"({"point_time":"yesterday","value":700})"), "");
    EXPECT_NE(refused(R"({"point_time":"2026-05-04T10:00:00Z","value":1e300})"), "");
    EXPECT_EQ(
        refused(R"({"point_time":"2026-05-04T10:00:00Z","value":1},{"point_time":"2026-05-04T10:00:00Z","value":2})"),
        "points: two different values for 2026-05-04T10:00:00Z");
    EXPECT_EQ(detailOf(watttime::readForecast(ok(envelope(R"({"point_time":"2026-05-04T10:00:00Z","value":700})")),
                                              "PJM_DC")),
              "zone: asked for PJM_DC, answered for BPA");
}

TEST(WattTime, noPointsAreNoDataAndNeverAZero)
{
    EXPECT_EQ(troubleOf(watttime::readHistorical(ok(envelope("")), "BPA")), "no_data_now");
}

TEST(WattTime, C19_anExpiredTokenIsToldFromAPlanAndFromAWrongPassword)
{
    using watttime::Asked;
    const std::string page = "<html><head><title>403 Forbidden</title></head></html>";
    const std::string scope = R"({"error":"Invalid query parameters","message":"Invalid scope."})";
    const auto of = [](const HttpAnswer &answer, Asked asked) {
        return troubleName(watttime::problem(answer, asked).trouble);
    };
    EXPECT_EQ(of(status(401, ""), Asked::Data), "token_expired");
    EXPECT_EQ(of(status(403, page), Asked::Data), "token_expired");
    EXPECT_EQ(of(status(403, scope), Asked::Data), "not_in_plan");
    EXPECT_EQ(of(status(403, page), Asked::Login), "wrong_credentials");
    EXPECT_EQ(of(status(401, ""), Asked::Login), "wrong_credentials");
    EXPECT_EQ(of(status(429, ""), Asked::Login), "rate_limited");
}

TEST(WattTime, G02_aTokenThatCouldBeginAnotherHeaderIsRefused)
{
    EXPECT_EQ(watttime::readLogin(ok(R"({"token":"abc.def"})")).value(), "abc.def");
    for (const char *body : {R"({"token":""})", R"({"token":"a\r\nX: y"})", R"({"token":7})", R"([])", R"({})"})
        EXPECT_EQ(troubleOf(watttime::readLogin(ok(body))), "bad_answer") << body;
    EXPECT_EQ(troubleOf(watttime::readLogin(ok(R"({"token":")" + std::string(20'000, 'a') + "\"}"))), "bad_answer");
}

TEST(WattTime, C21_whatThePlanAllowsIsReadPerRegionAndEndpoint)
{
    const auto access = watttime::readAccess(
        ok(R"({"signal_types":[{"signal_type":"co2_moer","regions":[{"region":"CAISO_NORTH","region_full_name":"x",)"
           R"("endpoints":[{"endpoint":"v3/historical","models":[]},{"endpoint":"v3/forecast","models":[]}]}]}]})"));
    ASSERT_TRUE(access) << detailOf(access);
    ASSERT_EQ(access->size(), 2U);
    EXPECT_EQ(access->front(), (watttime::Access{"co2_moer", "CAISO_NORTH", "v3/forecast"}));
}

TEST(WattTime, C20_aPlaceOutsideAllRegionsIsNotCovered)
{
    EXPECT_EQ(watttime::readRegion(ok(R"({"region":"PSCO","region_full_name":"Colorado","signal_type":"co2_moer"})"))
                  .value()
                  .region,
              "PSCO");
    EXPECT_EQ(troubleOf(watttime::readRegion(status(404, R"({"error":"No coverage available"})"))), "not_covered");
}

} // namespace
} // namespace greenward::adapters
