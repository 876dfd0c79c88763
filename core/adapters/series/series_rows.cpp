#include "core/adapters/series/series_rows.h"

#include <algorithm>
#include <array>
#include <set>

namespace greenward::adapters::series {
namespace {

using grid::HourMean;
using grid::PointKind;
using grid::SeriesPoint;
using sqlite::Connection;
using sqlite::Statement;
using std::chrono::hours;

// Times are milliseconds since 1970, hours whole hours since 1970, values mg/kWh. Methods are few and long: interned.
constexpr const char *kTables = R"sql(
CREATE TABLE series(
    id INTEGER PRIMARY KEY,
    provider TEXT NOT NULL,
    zone TEXT NOT NULL,
    signal INTEGER NOT NULL,
    basis TEXT NOT NULL,
    gas INTEGER NOT NULL,
    licence TEXT NOT NULL,
    UNIQUE(provider, zone, signal, basis)) STRICT;
CREATE TABLE method(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE point(
    series INTEGER NOT NULL REFERENCES series,
    at INTEGER NOT NULL,
    length INTEGER NOT NULL CHECK(length >= 0),
    value INTEGER NOT NULL CHECK(value BETWEEN 0 AND 5000000),
    kind INTEGER NOT NULL,
    method INTEGER REFERENCES method,
    updated INTEGER,
    PRIMARY KEY(series, at)) WITHOUT ROWID, STRICT;
CREATE TABLE hour(
    series INTEGER NOT NULL REFERENCES series,
    hour INTEGER NOT NULL,
    value INTEGER NOT NULL,
    covered INTEGER NOT NULL,
    PRIMARY KEY(series, hour)) WITHOUT ROWID, STRICT;
CREATE TABLE forecast(
    series INTEGER NOT NULL REFERENCES series,
    issued INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    value INTEGER NOT NULL,
    covered INTEGER NOT NULL,
    PRIMARY KEY(series, issued, hour)) WITHOUT ROWID, STRICT;
)sql";
constexpr const char *kProbe =
    "SELECT count(*) FROM series; SELECT count(*) FROM method; SELECT series FROM point LIMIT 1;"
    "SELECT series FROM hour LIMIT 1; SELECT series FROM forecast LIMIT 1";

/// No provider's points are longer than a day.
constexpr hours kLongestPoint{24};
constexpr std::array kObserved{PointKind::Measured, PointKind::Estimated};

std::int64_t millisOf(Instant at)
{
    return at.time_since_epoch().count();
}
std::int64_t hourOf(Instant at)
{
    return std::chrono::floor<hours>(at).time_since_epoch().count();
}
Instant instantOfHour(std::int64_t hour)
{
    return Instant{hours{hour}};
}

Result<std::int64_t> idOfMethod(const Connection &connection, const std::string &name)
{
    CORE_TRY(Statement add, connection.prepare("INSERT INTO method(name) VALUES(?) ON CONFLICT DO NOTHING"));
    CORE_CHECK(add.bind(1, name).run());
    CORE_TRY(Statement find, connection.prepare("SELECT id FROM method WHERE name = ?"));
    CORE_TRY(const bool found, find.bind(1, name).step());
    return found ? find.integer(0) : 0;
}

/// Works out anew the hours that the points touch.
Result<void> refreshHours(const Connection &connection, std::int64_t series, const std::set<std::int64_t> &touched)
{
    CORE_TRY(Statement put, connection.prepare("INSERT INTO hour VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                                               "value = excluded.value, covered = excluded.covered"));
    // Runs of hours that lie together are read at once.
    for (auto begin = touched.begin(); begin != touched.end();) {
        auto end = begin;
        std::int64_t last = *begin;
        while (end != touched.end() && *end <= last + 1)
            last = *end++;
        const Instant from = instantOfHour(*begin);
        const Instant to = instantOfHour(last + 1);
        CORE_TRY(const std::vector<SeriesPoint> points, readPoints(connection, series, from - kLongestPoint, to));
        for (const HourMean &mean : grid::hourlyMeans(points, kObserved)) {
            if (mean.hour < from || mean.hour >= to) continue;
            CORE_CHECK(put.bind(1, series)
                           .bind(2, hourOf(mean.hour))
                           .bind(3, mean.value.milligrams())
                           .bind(4, mean.covered.count())
                           .run());
        }
        begin = end;
    }
    return {};
}

} // namespace

const sqlite::FileFormat &format()
{
    static const sqlite::FileFormat kFormat{"store of grid series", kApplicationId, kSchemaVersion, kTables, kProbe};
    return kFormat;
}

Result<std::optional<std::int64_t>> find(const Connection &connection, const grid::SeriesKey &key)
{
    CORE_TRY(Statement row,
             connection.prepare("SELECT id FROM series WHERE provider = ? AND zone = ? AND signal = ? AND basis = ?"));
    CORE_TRY(const bool found, row.bind(1, key.provider)
                                   .bind(2, key.zone)
                                   .bind(3, static_cast<std::int64_t>(key.signal))
                                   .bind(4, key.basis)
                                   .step());
    return found ? std::optional(row.integer(0)) : std::nullopt;
}

Result<std::int64_t> findOrAdd(const Connection &connection, const grid::Series &series)
{
    CORE_TRY(const auto known, find(connection, grid::keyOf(series)));
    if (known) return *known;
    CORE_TRY(Statement add, connection.prepare("INSERT INTO series(provider, zone, signal, basis, gas, licence) "
                                               "VALUES(?, ?, ?, ?, ?, ?)"));
    CORE_CHECK(add.bind(1, series.provider)
                   .bind(2, series.zone)
                   .bind(3, static_cast<std::int64_t>(series.signal))
                   .bind(4, series.basis)
                   .bind(5, static_cast<std::int64_t>(series.gas))
                   .bind(6, series.licence)
                   .run());
    return connection.lastRowId();
}

Result<std::uint64_t> putPoints(const Connection &connection, std::int64_t series,
                                const std::vector<SeriesPoint> &points)
{
    // A later fetch wins, unless the stored point says that it was revised after this one.
    CORE_TRY(Statement put,
             connection.prepare(
                 "INSERT INTO point VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET length = ?3, "
                 "value = ?4, kind = ?5, method = ?6, updated = ?7 "
                 "WHERE (updated IS NULL OR ?7 >= updated) AND (length, value, kind, method, updated) "
                 "IS NOT (?3, ?4, ?5, ?6, ?7)"));
    std::uint64_t changed = 0;
    std::set<std::int64_t> touched;
    std::pair<std::string, std::int64_t> method; // mostly the same one after another
    for (const SeriesPoint &point : points) {
        if (point.kind == PointKind::Forecast) continue;
        if (point.length > kLongestPoint) return fail(ErrorCode::InvalidInput, "length", "a point of more than a day");
        if (!point.method.empty() && method.first != point.method) {
            CORE_TRY(method.second, idOfMethod(connection, point.method));
            method.first = point.method;
        }
        put.bind(1, series)
            .bind(2, millisOf(point.from))
            .bind(3, point.length.count())
            .bind(4, point.value.milligrams())
            .bind(5, static_cast<std::int64_t>(point.kind));
        point.method.empty() ? put.bindNull(6) : put.bind(6, method.second);
        point.updated ? put.bind(7, millisOf(*point.updated)) : put.bindNull(7);
        CORE_CHECK(put.run());
        if (connection.changes() == 0) continue;
        ++changed;
        const Instant last = point.from + std::max(point.length, milliseconds{1}) - milliseconds{1};
        for (std::int64_t hour = hourOf(point.from); hour <= hourOf(last); ++hour)
            touched.insert(hour);
    }
    CORE_CHECK(refreshHours(connection, series, touched));
    return changed;
}

Result<std::uint64_t> putForecast(const Connection &connection, std::int64_t series, Instant issuedAt,
                                  const std::vector<SeriesPoint> &points)
{
    CORE_TRY(Statement put, connection.prepare("INSERT INTO forecast VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"));
    constexpr std::array kForecast{PointKind::Forecast};
    std::uint64_t added = 0;
    for (const HourMean &mean : grid::hourlyMeans(points, kForecast)) {
        CORE_CHECK(put.bind(1, series)
                       .bind(2, millisOf(issuedAt))
                       .bind(3, hourOf(mean.hour))
                       .bind(4, mean.value.milligrams())
                       .bind(5, mean.covered.count())
                       .run());
        added += static_cast<std::uint64_t>(connection.changes());
    }
    return added;
}

Result<std::vector<SeriesPoint>> readPoints(const Connection &connection, std::int64_t series, Instant from, Instant to)
{
    CORE_TRY(Statement rows,
             connection.prepare("SELECT at, length, value, kind, coalesce(name, ''), updated FROM point "
                                "LEFT JOIN method ON method.id = point.method "
                                "WHERE series = ? AND at >= ? AND at < ? ORDER BY at"));
    rows.bind(1, series).bind(2, millisOf(from)).bind(3, millisOf(to));
    std::vector<SeriesPoint> points;
    while (true) {
        CORE_TRY(const bool more, rows.step());
        if (!more) return points;
        SeriesPoint point;
        point.from = Instant{milliseconds{rows.integer(0)}};
        point.length = milliseconds{rows.integer(1)};
        point.value = GramsPerKwh::fromMilligrams(rows.integer(2));
        point.kind = rows.integer(3) == 0 ? PointKind::Measured : PointKind::Estimated;
        point.method = rows.text(4);
        if (!rows.isNull(5)) point.updated = Instant{milliseconds{rows.integer(5)}};
        points.push_back(std::move(point));
    }
}

Result<std::vector<HourMean>> readHours(const Connection &connection, std::int64_t series, Instant from, Instant to)
{
    CORE_TRY(Statement rows, connection.prepare("SELECT hour, value, covered FROM hour WHERE series = ? AND hour >= ? "
                                                "AND hour < ? ORDER BY hour"));
    rows.bind(1, series)
        .bind(2, hourOf(from + hours{1} - milliseconds{1}))
        .bind(3, hourOf(to + hours{1} - milliseconds{1}));
    std::vector<HourMean> means;
    while (true) {
        CORE_TRY(const bool more, rows.step());
        if (!more) return means;
        means.push_back({instantOfHour(rows.integer(0)), GramsPerKwh::fromMilligrams(rows.integer(1)),
                         std::chrono::seconds{rows.integer(2)}});
    }
}

Result<std::vector<grid::IssuedForecast>> readForecasts(const Connection &connection, std::int64_t series, Instant from,
                                                        Instant to)
{
    CORE_TRY(Statement rows, connection.prepare("SELECT issued, hour, value, covered FROM forecast WHERE series = ? "
                                                "AND issued >= ? AND issued < ? ORDER BY issued, hour"));
    rows.bind(1, series).bind(2, millisOf(from)).bind(3, millisOf(to));
    std::vector<grid::IssuedForecast> forecasts;
    while (true) {
        CORE_TRY(const bool more, rows.step());
        if (!more) return forecasts;
        const Instant issued{milliseconds{rows.integer(0)}};
        if (forecasts.empty() || forecasts.back().issuedAt != issued) forecasts.push_back({issued, {}});
        forecasts.back().hours.push_back({instantOfHour(rows.integer(1)), GramsPerKwh::fromMilligrams(rows.integer(2)),
                                          std::chrono::seconds{rows.integer(3)}});
    }
}

Result<std::vector<grid::SeriesInfo>> readList(const Connection &connection)
{
    CORE_TRY(Statement rows, connection.prepare("SELECT provider, zone, signal, basis, gas, licence, "
                                                "(SELECT min(at) FROM point WHERE series = id), "
                                                "(SELECT max(at) FROM point WHERE series = id) "
                                                "FROM series ORDER BY provider, zone, signal, basis"));
    std::vector<grid::SeriesInfo> all;
    while (true) {
        CORE_TRY(const bool more, rows.step());
        if (!more) return all;
        grid::SeriesInfo info;
        info.key = {rows.text(0), rows.text(1), static_cast<Signal>(rows.integer(2)), rows.text(3)};
        info.gas = static_cast<Gas>(rows.integer(4));
        info.licence = rows.text(5);
        if (!rows.isNull(6)) info.first = Instant{milliseconds{rows.integer(6)}};
        if (!rows.isNull(7)) info.last = Instant{milliseconds{rows.integer(7)}};
        all.push_back(std::move(info));
    }
}

} // namespace greenward::adapters::series
