#pragma once

#include "core/adapters/catalogue/store.h"

#include <vector>

namespace greenward::adapters::catalogue {

/// Walks the rows of one backend beside its listing, both in key order, and writes the differences. Rows are read a
/// page at a time and written some thousand at a time in a short transaction, so that others get their turn. Memory:
/// one page, one block of differences, and 8 bytes for each row the listing did not name.
class Merge final : public storage::CatalogueMerge
{
public:
    /// Removes what is left of forgotten backends first.
    static Result<std::unique_ptr<storage::CatalogueMerge>> create(std::shared_ptr<Store> store,
                                                                   const BackendId &backend);

    Result<void> add(const storage::CatalogueObject &object) override;
    Result<storage::MergeSummary> finish(std::span<const std::string> unreadable) override;

private:
    struct Row
    {
        std::int64_t id = 0;
        storage::CatalogueObject object;
    };
    Merge(std::shared_ptr<Store> store, std::int64_t place, std::int64_t number);
    static Result<void> sweep(Store &store);
    /// The next known row, without taking it; nothing at the end.
    Result<const Row *> peek();
    Result<void> readPage();
    Result<void> keep(storage::CatalogueObject object);
    Result<void> flush();

    std::shared_ptr<Store> m_store;
    std::int64_t m_place;
    std::int64_t m_number;
    std::vector<Row> m_page;
    std::size_t m_next = 0;
    bool m_exhausted = false; ///< the last page was read: rows that come later are not this merge's business
    std::string m_lastRow;    ///< key of the last row read
    std::string m_lastKey;    ///< key of the last object listed
    std::vector<storage::CatalogueObject> m_differences;
    std::vector<std::int64_t> m_missing;
    storage::MergeSummary m_summary;
};

} // namespace greenward::adapters::catalogue
