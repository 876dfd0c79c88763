#include "core/adapters/series/sqlite_series_store.h"
#include "core/base/time_text.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include <sys/stat.h>

namespace greenward::adapters {
namespace {

using grid::PointKind;
using grid::Series;
using std::chrono::hours;
using std::chrono::minutes;

const Instant kDay = parseInstant("2026-05-04T00:00:00Z", "test").value();

Series seriesOf(const std::string &zone, Signal signal = Signal::Average)
{
    Series series;
    series.provider = "Test";
    series.zone = zone;
    series.signal = signal;
    series.basis = "lifecycle";
    return series;
}

grid::SeriesPoint point(Instant from, std::int64_t grams, PointKind kind = PointKind::Measured,
                        std::optional<Instant> updated = {})
{
    return {from,
            minutes{30},
            GramsPerKwh::fromMilligrams(grams * 1000),
            kind,
            kind == PointKind::Estimated ? "GUESS" : "",
            updated};
}

class SeriesStoreTest : public ::testing::Test
{
protected:
    std::string path() const { return (m_directory.path() / "series.db").string(); }
    tests::TemporaryDirectory m_directory;
    std::unique_ptr<SqliteSeriesStore> m_store = SqliteSeriesStore::open(path()).value();
};

TEST_F(SeriesStoreTest, keepsWhatWasPutAcrossARestart)
{
    Series series = seriesOf("DE");
    series.points = {point(kDay, 100), point(kDay + minutes{30}, 200, PointKind::Estimated, kDay + hours{1})};
    EXPECT_EQ(m_store->put(series).value(), 2U);
    EXPECT_EQ(m_store->put(series).value(), 0U) << "the same again changes nothing";
    m_store.reset();
    m_store = SqliteSeriesStore::open(path()).value();
    EXPECT_EQ(m_store->points(keyOf(series), kDay, kDay + hours{1}).value(), series.points);
    const auto hoursOf = m_store->hours(keyOf(series), kDay, kDay + hours{2}).value();
    ASSERT_EQ(hoursOf.size(), 1U);
    EXPECT_EQ(hoursOf[0].value.gramsText(), "150");
    struct stat status
    {};
    ASSERT_EQ(::stat(path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600);
}

TEST_F(SeriesStoreTest, C23_signalsAndBasesAreSeriesOfTheirOwn)
{
    Series average = seriesOf("SE");
    average.points = {point(kDay, 25)};
    Series marginal = seriesOf("SE", Signal::Marginal);
    marginal.points = {point(kDay, 791)};
    Series direct = seriesOf("SE");
    direct.basis = "direct";
    direct.points = {point(kDay, 5)};
    for (const Series &series : {average, marginal, direct})
        EXPECT_EQ(m_store->put(series).value(), 1U);
    for (const Series &series : {average, marginal, direct})
        EXPECT_EQ(m_store->points(keyOf(series), kDay, kDay + hours{1}).value(), series.points);
    EXPECT_EQ(m_store->list().value().size(), 3U);
}

TEST_F(SeriesStoreTest, revisionsOverwriteAndOlderOnesDoNot)
{
    Series series = seriesOf("DE");
    series.points = {point(kDay, 100, PointKind::Estimated, kDay + hours{1})};
    EXPECT_EQ(m_store->put(series).value(), 1U);
    series.points = {point(kDay, 300, PointKind::Measured, kDay + hours{5})};
    EXPECT_EQ(m_store->put(series).value(), 1U);
    EXPECT_EQ(m_store->hours(keyOf(series), kDay, kDay + hours{1}).value().at(0).value.gramsText(), "300");
    Series late = series;
    late.points = {point(kDay, 999, PointKind::Estimated, kDay + hours{2})};
    EXPECT_EQ(m_store->put(late).value(), 0U);
    late.points = {point(kDay, 999)};
    EXPECT_EQ(m_store->put(late).value(), 0U) << "without a date of revision nothing shows that it is newer";
    EXPECT_EQ(m_store->points(keyOf(series), kDay, kDay + hours{1}).value(), series.points);
}

TEST_F(SeriesStoreTest, forecastsAreKeptApartFromWhatCame)
{
    Series series = seriesOf("DE");
    series.issuedAt = kDay;
    series.points = {point(kDay, 100), point(kDay + minutes{30}, 400, PointKind::Forecast),
                     point(kDay + hours{1}, 500, PointKind::Forecast),
                     point(kDay + hours{1} + minutes{30}, 600, PointKind::Forecast)};
    EXPECT_EQ(m_store->put(series).value(), 3U);
    EXPECT_EQ(m_store->points(keyOf(series), kDay, kDay + hours{9}).value().size(), 1U);
    const auto forecasts = m_store->forecasts(keyOf(series), kDay, kDay + hours{1}).value();
    ASSERT_EQ(forecasts.size(), 1U);
    EXPECT_EQ(forecasts[0].issuedAt, kDay);
    ASSERT_EQ(forecasts[0].hours.size(), 2U);
    EXPECT_EQ(forecasts[0].hours[1].value.gramsText(), "550");
    EXPECT_TRUE(m_store->forecasts(keyOf(series), kDay + hours{1}, kDay + hours{9}).value().empty());
}

TEST_F(SeriesStoreTest, hoursOutliveTheirPoints)
{
    Series series = seriesOf("DE");
    for (int i = 0; i < 96; ++i)
        series.points.push_back(point(kDay + minutes{30 * i}, 100 + i));
    ASSERT_TRUE(m_store->put(series));
    ASSERT_TRUE(m_store->forget(kDay + hours{24}, kDay));
    EXPECT_EQ(m_store->points(keyOf(series), kDay, kDay + hours{48}).value().size(), 48U);
    EXPECT_EQ(m_store->hours(keyOf(series), kDay, kDay + hours{48}).value().size(), 48U);
    EXPECT_EQ(m_store->count(keyOf(series)).value(), 48U);
}

TEST_F(SeriesStoreTest, anUnknownSeriesIsEmptyAndNotAnError)
{
    EXPECT_TRUE(m_store->points({"X", "Y", Signal::Average, ""}, kDay, kDay + hours{1}).value().empty());
    EXPECT_TRUE(m_store->hours({"X", "Y", Signal::Average, ""}, kDay, kDay + hours{1}).value().empty());
}

TEST_F(SeriesStoreTest, aDamagedFileIsKeptAsideAndANewOneBegun)
{
    m_store.reset();
    std::ofstream(path(), std::ios::binary | std::ios::trunc)
        << "this is no database, and it is long enough to be sure";
    m_store = SqliteSeriesStore::open(path()).value();
    EXPECT_EQ(m_store->quarantined(), path() + ".damaged-1");
    EXPECT_EQ(tests::contentOf(path() + ".damaged-1").substr(0, 15), "this is no data");
    EXPECT_TRUE(m_store->list().value().empty());
}

TEST_F(SeriesStoreTest, toReadOnlyItWritesNothing)
{
    Series series = seriesOf("DE");
    series.points = {point(kDay, 100)};
    ASSERT_TRUE(m_store->put(series));
    m_store.reset();
    const auto reader = SqliteSeriesStore::open(path(), store::OpenMode::ReadOnly).value();
    EXPECT_EQ(reader->points(keyOf(series), kDay, kDay + hours{1}).value().size(), 1U);
    EXPECT_EQ(reader->put(series).error().code, ErrorCode::ReadOnly);
    const auto nowhere = SqliteSeriesStore::open(path() + ".not-there", store::OpenMode::ReadOnly);
    ASSERT_TRUE(nowhere);
    EXPECT_TRUE((*nowhere)->list().value().empty());
}

TEST_F(SeriesStoreTest, anyThreadMayPutAndRead)
{
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([this, t] {
            for (int i = 0; i < 20; ++i) {
                Series series = seriesOf("Z" + std::to_string(t));
                series.points = {point(kDay + minutes{30 * i}, 100 + i)};
                EXPECT_EQ(m_store->put(series).value(), 1U);
                EXPECT_TRUE(m_store->hours(keyOf(series), kDay, kDay + hours{24}));
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    const auto kept = m_store->list();
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->size(), 4U);
    for (const grid::SeriesInfo &info : *kept)
        EXPECT_EQ(m_store->count(info.key).value(), 20U);
}

} // namespace
} // namespace greenward::adapters
