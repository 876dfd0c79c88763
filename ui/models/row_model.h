#pragma once

#include "ui/models/row_model_base.h"

#include <algorithm>
#include <concepts>
#include <utility>

namespace greenward::ui {

/// A table of values that merges by key: selection, scroll position and order survive every refresh. Subclasses say
/// what a row's key is and what a column shows; the model knows nothing of users or of the engine.
template<typename Row>
class RowModel : public RowModelBase
{
public:
    using RowModelBase::RowModelBase;

    /// The whole truth: rows of new keys come in, missing ones go, changed ones are repainted where they are.
    void merge(std::vector<Row> fresh)
    {
        std::vector<std::size_t> changed;
        if (std::ranges::equal(m_rows, fresh, [this](const Row &a, const Row &b) { return sameKey(a, b); })) {
            // The same rows in the same order, as nearly always: no key need be made or looked up.
            for (std::size_t at = 0; at < fresh.size(); ++at)
                if (!same(m_rows[at], fresh[at])) changed.push_back(at);
            m_rows = std::move(fresh);
            announceChanged(changed);
            return;
        }
        removeMissing(fresh);
        std::vector<Row> added;
        for (Row &row : fresh) {
            const auto found = m_index.constFind(keyOf(row));
            if (found == m_index.cend()) {
                added.push_back(std::move(row));
            } else if (!same(m_rows[*found], row)) {
                m_rows[*found] = std::move(row);
                changed.push_back(*found);
            }
        }
        announceChanged(changed);
        const std::size_t first = m_rows.size();
        for (Row &row : added) {
            // A key twice in one refresh: the later one wins, as if it had come in a refresh of its own.
            const QString key = keyOf(row);
            if (const auto twin = m_index.constFind(key); twin != m_index.cend()) {
                m_rows[*twin] = std::move(row);
                continue;
            }
            m_index.insert(key, m_rows.size());
            m_rows.push_back(std::move(row));
        }
        bringIn(first, m_rows.size());
    }

    /// The row shown at `row`.
    const Row &rowAt(int row) const { return m_rows[sourceAt(row)]; }
    /// By key, filtered out or not; nullptr when there is none. Valid until the next merge().
    const Row *find(const QString &key) const
    {
        const auto found = m_index.constFind(key);
        return found == m_index.cend() ? nullptr : &m_rows[*found];
    }
    const std::vector<Row> &rows() const { return m_rows; }

protected:
    virtual QString keyOf(const Row &row) const = 0;
    /// What `column` shows of `row`; unknown roles answer {} first and fast. Answers
    /// SortRole for every column that can be sorted.
    virtual QVariant value(const Row &row, int column, int role) const = 0;
    /// Whether both rows have one key; subclasses answer it without making the keys.
    virtual bool sameKey(const Row &a, const Row &b) const { return keyOf(a) == keyOf(b); }
    /// Rows without == count as changed each time they are refreshed.
    virtual bool same(const Row &a, const Row &b) const
    {
        if constexpr (std::equality_comparable<Row>) {
            return a == b;
        } else {
            return false;
        }
    }

private:
    void removeMissing(const std::vector<Row> &fresh)
    {
        std::vector<bool> gone(m_rows.size(), true);
        for (const Row &row : fresh)
            if (const auto found = m_index.constFind(keyOf(row)); found != m_index.cend()) gone[*found] = false;
        std::vector<std::size_t> newIndex(m_rows.size(), 0);
        std::size_t kept = 0;
        for (std::size_t at = 0; at < m_rows.size(); ++at)
            newIndex[at] = gone[at] ? kept : kept++;
        if (kept == m_rows.size()) return;

        takeOut(gone);
        std::erase_if(m_rows, [&gone, at = std::size_t{0}](const Row &) mutable { return gone[at++]; });
        m_index.clear();
        for (std::size_t at = 0; at < m_rows.size(); ++at)
            m_index.insert(keyOf(m_rows[at]), at);
        renumber(newIndex, kept);
    }

    QVariant cell(std::size_t at, int column, int role) const final { return value(m_rows[at], column, role); }
    QString keyOfSource(std::size_t at) const final { return keyOf(m_rows[at]); }
    std::size_t sourceOf(const QString &key, bool &found) const final
    {
        const auto it = m_index.constFind(key);
        found = it != m_index.cend();
        return found ? *it : 0;
    }

    std::vector<Row> m_rows;
    QHash<QString, std::size_t> m_index;
};

} // namespace greenward::ui
