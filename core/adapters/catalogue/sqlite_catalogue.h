#pragma once

#include "core/storage/catalogue.h"
#include "core/store/open_mode.h"

#include <memory>
#include <string>

namespace greenward::adapters {

/// The catalogue in one SQLite file of its own (WAL, synchronous=NORMAL: it can be rebuilt by scanning). Callable
/// from any thread; writers wait for one another, readers for nobody but other readers.
class SqliteCatalogue final : public storage::Catalogue
{
public:
    /// Opens or creates `path` (mode 0600). A file that is no catalogue, or damaged, is kept aside under
    /// "<path>.damaged-<n>" and a new one begun: scans fill it again. StoreVersion: written by a newer Greenward.
    ///
    /// Read-only, nothing on disk is changed: every write answers ReadOnly, and a file that is not there or damaged
    /// reads as an empty catalogue.
    static Result<std::unique_ptr<SqliteCatalogue>> open(const std::string &path,
                                                         store::OpenMode mode = store::OpenMode::ReadWrite);
    ~SqliteCatalogue() override;
    /// Where a damaged file was kept when it was opened; empty when it was sound.
    const std::string &quarantined() const;
    /// Read-only: why nothing of it can be shown, although it is there; empty when all is well.
    const std::string &damage() const;

    Result<std::unique_ptr<storage::CatalogueMerge>> beginMerge(const BackendId &backend) override;
    Result<void> apply(const Changes &changes) override;
    Result<void> forget(const BackendId &backend) override;
    Result<std::uint64_t> list(const bus::ListObjects &request) const override;
    Result<std::optional<storage::CatalogueObject>> find(const BackendId &backend, const ObjectKey &key) const override;
    Result<std::vector<storage::CatalogueObject>> page(const storage::ObjectPageQuery &query) const override;
    Result<std::vector<storage::CatalogueTotal>> totals(const std::optional<TenantId> &tenant,
                                                        std::optional<Instant> coldBefore) const override;
    Result<std::vector<TenantId>> tenants() const override;

private:
    class Impl;
    explicit SqliteCatalogue(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace greenward::adapters
