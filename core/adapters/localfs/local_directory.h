#pragma once

#include "core/adapters/localfs/place.h"

#include <mutex>
#include <string>

namespace greenward::adapters {

/// A directory as a storage backend. Holds the directory open as long as it lives, so a file system mounted over it
/// later is noticed (Unreachable), never written beneath.
///
/// A copy is staged in ".greenward-staging" at the root and renamed to its final name; a source is first set aside
/// under a reserved name in its own directory, where it waits for the last look, so that a file which replaces it in
/// the last moment is never the one that goes.
class LocalDirectory final : public LocalPlace
{
public:
    /// `location`: absolute path of a directory that can be read. The first `keptLevels` levels of directories below it
    /// stay when they are emptied: those that make the tenants.
    static Result<std::shared_ptr<LocalDirectory>> open(const std::string &location, std::size_t keptLevels = 1);

    bus::BackendHealth probe(Instant now) const override;

    Result<void> list(storage::ListSink &sink, std::stop_token stop) const override;
    Result<storage::ObjectInfo> stat(const ObjectKey &key) const override;
    Result<std::unique_ptr<storage::Reader>> open(const ObjectKey &key) const override;
    Result<std::optional<storage::FileIdentity>> identity(const ObjectKey &key) const override;
    Result<std::vector<storage::DirectoryTraits>> parents(const ObjectKey &key) const override;
    std::optional<std::string> linkTo(const ObjectKey &key) const override;

    Result<std::unique_ptr<storage::Writer>> stage(const std::string &name) override;
    Result<void> settleStaged(std::span<const std::string> names) override;
    Result<std::unique_ptr<storage::Reader>> openStaged(const std::string &name) const override;
    Result<void> unstage(const std::string &name) override;
    Result<void> publish(const std::string &name, const ObjectKey &key) override;
    Result<void> makeParents(const ObjectKey &key, std::span<const storage::DirectoryTraits> traits) override;
    Result<void> settle(std::span<const ObjectKey> keys) override;

    Result<void> flush(std::span<const ObjectKey> keys) override;
    Result<std::unique_ptr<storage::Reader>> openFlushed(const ObjectKey &key) const override;
    Result<bool> showsMark(const ObjectKey &key, const std::string &token) const override;
    Result<void> plant(const ObjectKey &key, const std::string &token) override;
    Result<void> unplant(const ObjectKey &key, const std::string &token) override;

    Result<void> mayRelease(const ObjectKey &key, LeaveBehind leave) const override;
    Result<std::unique_ptr<storage::SetAside>> setAside(const ObjectKey &key,
                                                        const storage::ReleaseOrder &order) override;
    void removeEmptied(std::span<const ObjectKey> keys) override;
    Result<void> undoRelease(const ObjectKey &key, const std::string &token) override;

private:
    LocalDirectory(Fd root, std::string named, std::string canonical, std::size_t keptLevels);

    /// The error of a failed call; NotFound becomes Unreachable when it is the whole backend that is missing.
    Error failed(int errnoValue, std::string_view path, std::string_view doing) const;
    Result<Fd> openObject(const ObjectKey &key) const;
    Result<Fd> openParent(std::string_view parent, int flags) const;
    Result<Fd> stagingDirectory(bool create) const;
    Result<void> flushDirectory(const Fd &directory, std::string_view path) const;
    Result<void> settleByFile(std::span<const ObjectKey> keys) const;
    /// 0 or errno.
    int flushFile(std::string_view path) const;
    Result<void> flushDirectories(std::span<const ObjectKey> keys) const;

    std::size_t m_keptLevels;
    std::mutex m_making; ///< held while missing directories are made, which is seldom
};

} // namespace greenward::adapters
