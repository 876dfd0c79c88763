#pragma once

#include "core/adapters/catalogue/rows.h"

#include <functional>
#include <mutex>
#include <optional>

namespace greenward::adapters::catalogue {

/// The two connections behind a catalogue, each behind its own mutex. Shared by the catalogue and its merges, which
/// may outlive it. Any thread.
class Store final
{
public:
    static Result<std::shared_ptr<Store>> open(const std::string &path);
    /// Without a writer: write(), change() and beginMerge() answer ReadOnly.
    /// `damage` says what is wrong with the file, if it is there and cannot be read: then nothing is in the catalogue.
    static Result<std::shared_ptr<Store>> openToRead(const std::string &path, std::string &damage);

    /// Runs `work` in one write transaction, with the roll-up finished before the commit; an error rolls it back.
    Result<void> write(const std::function<Result<void>(RowWriter &rows)> &work);
    /// The same on the bare connection.
    Result<void> change(const std::function<Result<void>(const sqlite::Connection &connection)> &work);

    /// Runs `work` on the reading connection, which sees everything committed so far.
    template<typename F>
    auto read(F work) const
    {
        const std::lock_guard lock(m_readMutex);
        return work(m_reader);
    }

    /// Numbers a new merge.
    Result<std::int64_t> beginMerge();

private:
    Store(std::optional<sqlite::Connection> writer, sqlite::Connection reader, std::int64_t merge);
    Result<void> transact(const std::function<Result<void>()> &work);

    std::mutex m_writeMutex;
    std::optional<sqlite::Connection> m_writer; ///< nothing: read-only
    mutable std::mutex m_readMutex;
    sqlite::Connection m_reader;
    std::int64_t m_merge; ///< under m_writeMutex
};

} // namespace greenward::adapters::catalogue
