#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace greenward::budget {

/// Finds entries by name without a lock, while others are added. Entries are never removed and belong to the caller;
/// `Entry::name()` is a std::string_view that never changes. Any number of threads may find; one at a time may add.
///
/// An open-addressed table of atomic pointers. When it is half full a table of twice the size takes its place; the old
/// ones stay until the end for those who still read them, and together take less than the newest.
template<typename Entry>
class NameIndex final
{
public:
    NameIndex() { grow(kFirstCells); }

    Entry *find(std::string_view name) const
    {
        const Table &table = *m_table.load(std::memory_order_acquire);
        for (std::size_t cell = hashOf(name) & table.mask;; cell = (cell + 1) & table.mask) {
            Entry *entry = table.cells[cell].load(std::memory_order_acquire);
            if (!entry || entry->name() == name) return entry;
        }
    }
    /// `entry` must not be there yet.
    void add(Entry &entry)
    {
        if ((++m_count) * 2 > m_table.load(std::memory_order_relaxed)->mask) grow(m_tables.back()->cells.size() * 2);
        put(*m_tables.back(), entry);
    }

private:
    static constexpr std::size_t kFirstCells = 64;
    struct Table
    {
        explicit Table(std::size_t size)
            : mask(size - 1)
            , cells(size)
        {}
        std::size_t mask;
        std::vector<std::atomic<Entry *>> cells;
    };

    static std::size_t hashOf(std::string_view name) { return std::hash<std::string_view>{}(name); }
    static void put(Table &table, Entry &entry)
    {
        std::size_t cell = hashOf(entry.name()) & table.mask;
        while (table.cells[cell].load(std::memory_order_relaxed))
            cell = (cell + 1) & table.mask;
        table.cells[cell].store(&entry, std::memory_order_release);
    }
    void grow(std::size_t size)
    {
        auto table = std::make_unique<Table>(size);
        if (!m_tables.empty())
            for (const auto &cell : m_tables.back()->cells)
                if (Entry *entry = cell.load(std::memory_order_relaxed)) put(*table, *entry);
        m_tables.push_back(std::move(table));
        m_table.store(m_tables.back().get(), std::memory_order_release);
    }

    std::atomic<const Table *> m_table{nullptr};
    std::vector<std::unique_ptr<Table>> m_tables; ///< those who add only
    std::size_t m_count = 0;
};

} // namespace greenward::budget
