#pragma once

#include "core/adapters/localfs/fd.h"
#include "core/storage/driver.h"

#include <optional>
#include <sys/stat.h>

namespace greenward::adapters {

/// What a LocalDirectory knows of its place. The directory is held open as long as this lives.
class LocalPlace : public storage::Driver
{
public:
    const storage::Extent &extent() const override { return m_extent; }
    Result<storage::PlaceFacts> placeFacts() const override;
    Result<void> expectPlace(const BackendId &backend, const storage::PlaceRecord &record) override;
    Result<void> confirmPlace() const override;
    Result<storage::PlaceMark> markPlace(const BackendId &backend, Instant now) override;
    Result<void> unmarkPlace(const std::string &id) override;
    Result<std::string> plantCanary() override;
    void removeCanary(const std::string &name) override;
    Result<std::optional<std::string>> findReserved(const std::string &name) const override;

protected:
    /// `named`: the path the operator gave; `canonical`: the same without symlinks.
    LocalPlace(Fd root, std::string named, std::string canonical);

    /// Still the directory that the operator's path names?
    bool isInPlace() const;

    Fd m_root;

private:
    struct Expected
    {
        BackendId backend;
        storage::PlaceRecord record;
        struct stat mark; ///< of the marker's file as it was read then
    };
    Result<std::optional<storage::PlaceMark>> readMark() const;
    void removeOldCanaries(const std::string &newest) const;

    std::string m_named;
    storage::Extent m_extent;
    std::optional<Expected> m_expected; ///< does not change once the driver is shared
};

} // namespace greenward::adapters
