#pragma once

#include "core/adapters/sqlite/rebuildable.h"
#include "core/grid/series_store.h"

// The rows of series.db. Everything here runs on one connection, inside the caller's transaction where it writes.

namespace greenward::adapters::series {

/// "GrnG".
inline constexpr std::int64_t kApplicationId = 0x47726E47;
inline constexpr std::int64_t kSchemaVersion = 1;
const sqlite::FileFormat &format();

/// The number of a series; nothing: never stored.
Result<std::optional<std::int64_t>> find(const sqlite::Connection &connection, const grid::SeriesKey &key);
Result<std::int64_t> findOrAdd(const sqlite::Connection &connection, const grid::Series &series);

/// Writes measured and estimated points and brings their hours up to date. Answers how many were new or changed.
Result<std::uint64_t> putPoints(const sqlite::Connection &connection, std::int64_t series,
                                const std::vector<grid::SeriesPoint> &points);
Result<std::uint64_t> putForecast(const sqlite::Connection &connection, std::int64_t series, Instant issuedAt,
                                  const std::vector<grid::SeriesPoint> &points);

Result<std::vector<grid::SeriesPoint>> readPoints(const sqlite::Connection &connection, std::int64_t series,
                                                  Instant from, Instant to);
Result<std::vector<grid::HourMean>> readHours(const sqlite::Connection &connection, std::int64_t series, Instant from,
                                              Instant to);
Result<std::vector<grid::IssuedForecast>> readForecasts(const sqlite::Connection &connection, std::int64_t series,
                                                        Instant from, Instant to);
Result<std::vector<grid::SeriesInfo>> readList(const sqlite::Connection &connection);

} // namespace greenward::adapters::series
