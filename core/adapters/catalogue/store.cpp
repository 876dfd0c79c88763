#include "core/adapters/catalogue/store.h"

#include "core/adapters/catalogue/schema.h"

namespace greenward::adapters::catalogue {

using sqlite::Connection;

Store::Store(std::optional<Connection> writer, Connection reader, std::int64_t merge)
    : m_writer(std::move(writer))
    , m_reader(std::move(reader))
    , m_merge(merge)
{}

Result<std::shared_ptr<Store>> Store::open(const std::string &path)
{
    CORE_TRY(Connection writer, sqlite::openRebuildable(path, format()));
    CORE_TRY(const std::int64_t merge, writer.number("SELECT number FROM merge"));
    CORE_TRY(Connection reader, sqlite::openRebuildableToRead(path, format()));
    return std::shared_ptr<Store>(new Store(std::move(writer), std::move(reader), merge));
}

Result<std::shared_ptr<Store>> Store::openToRead(const std::string &path, std::string &damage)
{
    auto reader = sqlite::openRebuildableToRead(path, format());
    if (!reader && reader.error().code == ErrorCode::StoreDamaged) damage = reader.error().detail;
    if (!reader) reader = sqlite::openNowhere(format());
    if (!reader) return Unexpected{std::move(reader).error()};
    return std::shared_ptr<Store>(new Store(std::nullopt, *std::move(reader), 0));
}

Result<void> Store::transact(const std::function<Result<void>()> &work)
{
    if (!m_writer) return fail(ErrorCode::ReadOnly, "catalogue", "was opened read-only");
    CORE_CHECK(m_writer->execute("BEGIN IMMEDIATE"));
    auto done = work();
    if (done) done = m_writer->execute("COMMIT");
    if (!done) (void)m_writer->execute("ROLLBACK"); // fails when SQLite has rolled back already; the first error counts
    return done;
}

Result<void> Store::write(const std::function<Result<void>(RowWriter &rows)> &work)
{
    const std::lock_guard lock(m_writeMutex);
    return transact([&]() -> Result<void> {
        CORE_TRY(RowWriter rows, RowWriter::create(*m_writer, m_merge));
        CORE_CHECK(work(rows));
        return rows.finish();
    });
}

Result<void> Store::change(const std::function<Result<void>(const Connection &connection)> &work)
{
    const std::lock_guard lock(m_writeMutex);
    return transact([&] { return work(*m_writer); });
}

Result<std::int64_t> Store::beginMerge()
{
    const std::lock_guard lock(m_writeMutex);
    CORE_CHECK(transact([&] { return m_writer->execute("UPDATE merge SET number = number + 1"); }));
    return ++m_merge;
}

} // namespace greenward::adapters::catalogue
