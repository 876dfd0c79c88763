#pragma once

#include "core/storage/driver.h"
#include "tests/sim/lockstep.h"
#include "tests/sim/place.h"
#include "tests/sim/teeth.h"

#include <map>
#include <memory>
#include <string>

namespace greenward::sim {

/// What drivers share: the machine they run on. Outlives them.
struct Machine
{
    Lockstep &lockstep;
    /// By path. Places come and go while drivers hold what they opened.
    std::map<std::string, MountPoint, std::less<>> places;
};

/// The protocol of core/adapters/localfs on a simulated tree. Each call of the "operating system" is one step.
class SimDriver final : public storage::Driver
{
public:
    SimDriver(const Machine &machine, const MountPoint &place, Teeth teeth);

    // ---- the place
    const storage::Extent &extent() const override { return m_extent; }
    Result<storage::PlaceFacts> placeFacts() const override;
    Result<void> expectPlace(const BackendId &backend, const storage::PlaceRecord &record) override;
    Result<void> confirmPlace() const override;
    Result<storage::PlaceMark> markPlace(const BackendId &backend, Instant now) override;
    Result<void> unmarkPlace(const std::string &id) override;
    Result<std::string> plantCanary() override;
    void removeCanary(const std::string &name) override;
    Result<std::optional<std::string>> findReserved(const std::string &name) const override;

    // ---- objects
    bus::BackendHealth probe(Instant now) const override;
    Result<void> list(storage::ListSink &sink, std::stop_token stop) const override;
    Result<storage::ObjectInfo> stat(const ObjectKey &key) const override;
    Result<std::unique_ptr<storage::Reader>> open(const ObjectKey &key) const override;
    Result<std::optional<storage::FileIdentity>> identity(const ObjectKey &key) const override;
    Result<std::vector<storage::DirectoryTraits>> parents(const ObjectKey &key) const override;
    std::optional<std::string> linkTo(const ObjectKey &) const override { return std::nullopt; }
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
    bool isInPlace() const;
    /// One call of the system, if the process lives.
    Result<void> call(std::string_view name, std::string_view path) const;
    /// NotFound becomes Unreachable when the whole backend is missing.
    Error failed(Error error) const;
    Result<Found> find(std::string_view path) const;
    Content shownOf(const NodePtr &file) const;
    ObjectSignature signatureOf(const Found &found) const;
    Result<std::unique_ptr<storage::Reader>> reader(std::string_view path) const;
    Result<std::unique_ptr<storage::Reader>> fromDevice(std::string_view path) const;

    const Machine &m_machine;
    const MountPoint &m_place;
    Teeth m_teeth;
    storage::Extent m_extent;
    std::optional<std::pair<BackendId, storage::PlaceRecord>> m_expected;
    mutable Tree m_tree;
};

class SimDriverFactory final : public storage::DriverFactory
{
public:
    SimDriverFactory(const Machine &machine, Teeth teeth)
        : m_machine(machine)
        , m_teeth(teeth)
    {}
    Result<std::shared_ptr<storage::Driver>> connect(const BackendSpec &spec) const override;

private:
    const Machine &m_machine;
    Teeth m_teeth;
};

} // namespace greenward::sim
