#include "core/adapters/catalogue/merge.h"

#include <algorithm>

namespace greenward::adapters::catalogue {

using sqlite::Connection;
using sqlite::Statement;
using storage::CatalogueObject;
using storage::MergeSummary;

namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kBlock = 8192;

bool isAtOrBelow(std::string_view key, std::string_view path)
{
    if (path.empty()) return true;
    return key.starts_with(path) && (key.size() == path.size() || key[path.size()] == '/');
}

} // namespace

Merge::Merge(std::shared_ptr<Store> store, std::int64_t place, std::int64_t number)
    : m_store(std::move(store))
    , m_place(place)
    , m_number(number)
{}

Result<std::unique_ptr<storage::CatalogueMerge>> Merge::create(std::shared_ptr<Store> store, const BackendId &backend)
{
    CORE_CHECK(sweep(*store));
    CORE_TRY(const std::int64_t number, store->beginMerge());
    std::int64_t place = 0;
    auto numbered = store->write([&](RowWriter &rows) -> Result<void> {
        CORE_TRY(place, rows.placeNumber(backend));
        return {};
    });
    CORE_CHECK(std::move(numbered));
    return std::unique_ptr<storage::CatalogueMerge>(new Merge(std::move(store), place, number));
}

Result<void> Merge::sweep(Store &store)
{
    constexpr const char *kSomeObjects = "DELETE FROM object WHERE id IN (SELECT id FROM object WHERE place IN "
                                         "(SELECT id FROM place WHERE name IS NULL) LIMIT 10000)";
    constexpr const char *kTheRest = "DELETE FROM rollup WHERE place IN (SELECT id FROM place WHERE name IS NULL);"
                                     "DELETE FROM place WHERE name IS NULL";
    for (bool more = true; more;) {
        auto swept = store.change([&](const Connection &connection) -> Result<void> {
            CORE_CHECK(connection.execute(kSomeObjects));
            more = connection.changes() > 0;
            return more ? Result<void>() : connection.execute(kTheRest);
        });
        CORE_CHECK(std::move(swept));
    }
    return {};
}

Result<void> Merge::readPage()
{
    m_page.clear();
    m_next = 0;
    return m_store->read([&](const Connection &connection) -> Result<void> {
        CORE_TRY(Statement rows,
                 connection.prepare(std::string("SELECT ") + kObjectColumns + ", object.id" + kObjectTables +
                                    "WHERE place = ? AND key > ? ORDER BY key LIMIT ?"));
        rows.bind(1, m_place).bindBlob(2, m_lastRow).bind(3, static_cast<std::int64_t>(kPage));
        for (;;) {
            CORE_TRY(const bool found, rows.step());
            if (!found) break;
            CORE_TRY(CatalogueObject object, objectAt(rows));
            m_page.push_back({rows.integer(kAfterObject), std::move(object)});
        }
        m_exhausted = m_page.size() < kPage;
        if (!m_page.empty()) m_lastRow = m_page.back().object.key.text();
        return {};
    });
}

Result<const Merge::Row *> Merge::peek()
{
    if (m_next == m_page.size() && !m_exhausted) CORE_CHECK(readPage());
    return m_next < m_page.size() ? &m_page[m_next] : nullptr;
}

Result<void> Merge::add(const CatalogueObject &object)
{
    const std::string &key = object.key.text();
    if (m_summary.seen > 0 && key <= m_lastKey)
        return fail(ErrorCode::Internal, "catalogue", "a listing came out of order");
    m_lastKey = key;
    ++m_summary.seen;
    m_summary.seenBytes += object.signature.freed().bytes();
    for (;;) {
        CORE_TRY(const Row *row, peek());
        if (!row || row->object.key.text() > key) {
            ++m_summary.added;
            return keep(object);
        }
        ++m_next;
        if (row->object.key.text() < key) {
            m_missing.push_back(row->id);
            continue;
        }
        CatalogueObject now = object;
        now.superseded = row->object.superseded && row->object.signature == object.signature;
        // What a file takes of its disk may settle, or be known only now, without a change of it.
        if (now == row->object && now.signature.freed() == row->object.signature.freed()) return {};
        ++m_summary.changed;
        return keep(std::move(now));
    }
}

Result<void> Merge::keep(CatalogueObject object)
{
    m_differences.push_back(std::move(object));
    return m_differences.size() < kBlock ? Result<void>() : flush();
}

Result<void> Merge::flush()
{
    if (m_differences.empty()) return {};
    auto written = m_store->write([&](RowWriter &rows) -> Result<void> {
        for (const CatalogueObject &object : m_differences)
            CORE_CHECK(rows.put(m_place, object));
        return {};
    });
    m_differences.clear();
    return written;
}

Result<MergeSummary> Merge::finish(std::span<const std::string> unreadable)
{
    CORE_CHECK(flush());
    for (;;) {
        CORE_TRY(const Row *row, peek());
        if (!row) break;
        m_missing.push_back(row->id);
        ++m_next;
    }
    const auto isUnknown = [&](std::string_view key) {
        return std::any_of(unreadable.begin(), unreadable.end(),
                           [&](const std::string &path) { return isAtOrBelow(key, path); });
    };
    for (std::size_t at = 0; at < m_missing.size(); at += kBlock) {
        const std::size_t end = std::min(m_missing.size(), at + kBlock);
        std::uint64_t gone = 0;
        auto removed = m_store->write([&](RowWriter &rows) -> Result<void> {
            for (std::size_t i = at; i < end; ++i) {
                CORE_TRY(const bool stale, rows.removeStale(m_missing[i], m_number, isUnknown));
                gone += stale ? 1 : 0;
            }
            return {};
        });
        CORE_CHECK(std::move(removed));
        m_summary.gone += gone;
    }
    return m_summary;
}

} // namespace greenward::adapters::catalogue
