#include "core/adapters/series/sqlite_series_store.h"

#include "core/adapters/series/series_rows.h"

#include <mutex>

namespace greenward::adapters {

using sqlite::Connection;
using sqlite::Statement;

class SqliteSeriesStore::Impl
{
public:
    Impl(Connection opened, bool mayWrite)
        : connection(std::move(opened))
        , writable(mayWrite)
    {}

    /// Runs `work` in one transaction; an error rolls it back.
    template<typename F>
    auto write(F work) -> decltype(work())
    {
        const std::lock_guard lock(mutex);
        if (!writable) return fail(ErrorCode::ReadOnly, connection.file().string(), "was opened to be read only");
        CORE_CHECK(connection.execute("BEGIN IMMEDIATE"));
        auto done = work();
        if (done) {
            if (auto committed = connection.execute("COMMIT"); !committed) done = Unexpected{committed.error()};
        }
        if (!done) (void)connection.execute("ROLLBACK");
        return done;
    }
    /// work(id), or what it answers for nothing when the series is not known.
    template<typename F>
    auto read(const grid::SeriesKey &key, F work) -> decltype(work(std::int64_t{}))
    {
        const std::lock_guard lock(mutex);
        CORE_TRY(const auto id, series::find(connection, key));
        if (!id) return typename decltype(work(std::int64_t{}))::value_type{};
        return work(*id);
    }

    std::mutex mutex;
    Connection connection;
    bool writable;
    std::string quarantined;
    std::string damage;
};

SqliteSeriesStore::SqliteSeriesStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}

SqliteSeriesStore::~SqliteSeriesStore() = default;

const std::string &SqliteSeriesStore::quarantined() const
{
    return m_impl->quarantined;
}

const std::string &SqliteSeriesStore::damage() const
{
    return m_impl->damage;
}

Result<std::unique_ptr<SqliteSeriesStore>> SqliteSeriesStore::open(const std::string &path, store::OpenMode mode)
{
    const bool writable = mode == store::OpenMode::ReadWrite;
    const auto attempt = [&] {
        return writable ? sqlite::openRebuildable(path, series::format())
                        : sqlite::openRebuildableToRead(path, series::format());
    };
    auto connection = attempt();
    std::string quarantined;
    if (!connection && writable && connection.error().code == ErrorCode::StoreDamaged) {
        CORE_TRY(quarantined, sqlite::keepAside(path));
        connection = attempt();
    }
    std::string damage;
    if (!connection && connection.error().code == ErrorCode::StoreDamaged) damage = connection.error().detail;
    if (!connection && !writable && connection.error().code != ErrorCode::StoreVersion)
        connection = sqlite::openNowhere(series::format());
    if (!connection) return Unexpected{connection.error()};
    auto impl = std::make_unique<Impl>(*std::move(connection), writable);
    impl->quarantined = std::move(quarantined);
    impl->damage = std::move(damage);
    return std::unique_ptr<SqliteSeriesStore>(new SqliteSeriesStore(std::move(impl)));
}

Result<std::uint64_t> SqliteSeriesStore::put(const grid::Series &series)
{
    return m_impl->write([&]() -> Result<std::uint64_t> {
        CORE_TRY(const std::int64_t id, series::findOrAdd(m_impl->connection, series));
        CORE_TRY(std::uint64_t changed, series::putPoints(m_impl->connection, id, series.points));
        if (series.issuedAt) {
            CORE_TRY(const std::uint64_t added,
                     series::putForecast(m_impl->connection, id, *series.issuedAt, series.points));
            changed += added;
        }
        return changed;
    });
}

Result<std::vector<grid::SeriesPoint>> SqliteSeriesStore::points(const grid::SeriesKey &key, Instant from,
                                                                 Instant to) const
{
    return m_impl->read(key, [&](std::int64_t id) { return series::readPoints(m_impl->connection, id, from, to); });
}

Result<std::vector<grid::HourMean>> SqliteSeriesStore::hours(const grid::SeriesKey &key, Instant from, Instant to) const
{
    return m_impl->read(key, [&](std::int64_t id) { return series::readHours(m_impl->connection, id, from, to); });
}

Result<std::vector<grid::IssuedForecast>> SqliteSeriesStore::forecasts(const grid::SeriesKey &key, Instant from,
                                                                       Instant to) const
{
    return m_impl->read(key, [&](std::int64_t id) { return series::readForecasts(m_impl->connection, id, from, to); });
}

Result<std::vector<grid::SeriesInfo>> SqliteSeriesStore::list() const
{
    const std::lock_guard lock(m_impl->mutex);
    return series::readList(m_impl->connection);
}

Result<std::uint64_t> SqliteSeriesStore::count(const grid::SeriesKey &key) const
{
    const std::lock_guard lock(m_impl->mutex);
    CORE_TRY(const auto id, series::find(m_impl->connection, key));
    if (!id) return std::uint64_t{0};
    CORE_TRY(Statement count, m_impl->connection.prepare("SELECT count(*) FROM point WHERE series = ?"));
    CORE_TRY(const bool found, count.bind(1, *id).step());
    return found ? static_cast<std::uint64_t>(count.integer(0)) : std::uint64_t{0};
}

Result<void> SqliteSeriesStore::forget(Instant pointsBefore, Instant forecastsBefore)
{
    return m_impl->write([&]() -> Result<void> {
        CORE_TRY(Statement points, m_impl->connection.prepare("DELETE FROM point WHERE at < ?"));
        CORE_CHECK(points.bind(1, pointsBefore.time_since_epoch().count()).run());
        CORE_TRY(Statement forecasts, m_impl->connection.prepare("DELETE FROM forecast WHERE issued < ?"));
        return forecasts.bind(1, forecastsBefore.time_since_epoch().count()).run();
    });
}

} // namespace greenward::adapters
