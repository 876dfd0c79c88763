#pragma once

#include "tests/support/hooked_drivers.h"
#include "tests/support/program.h"
#include "tests/support/storage_world.h"

#include <gtest/gtest.h>

#include <map>

namespace greenward::tests {

namespace fs = std::filesystem;

/// Two directories, "brown" with files of tenant "acme" last used 60 days ago, and an empty "green". `hook` is called
/// around every call of a driver and may be set by a test before it starts anything.
class Migration : public ::testing::Test
{
protected:
    static constexpr std::int64_t kBatch = 1;

    void plant(const std::string &key, std::size_t size, unsigned seed = 1) const
    {
        plantFile(brown / key, size, seed, 60);
    }
    /// The same at the target, to the time of its last change.
    void plantTwin(const std::string &key) const
    {
        fs::create_directories((green / key).parent_path());
        fs::copy_file(brown / key, green / key);
        fs::last_write_time(green / key, fs::last_write_time(brown / key));
    }
    /// Scans and journals everything of acme as batch 1.
    std::size_t plan()
    {
        world.scan("brown");
        return world.plan(kBatch, "acme", "brown", "green");
    }
    storage::BatchProgress moveAll(const bus::MigrateBatch &order)
    {
        plan();
        return world.migrate(order);
    }
    storage::BatchProgress moveAll() { return moveAll(order()); }
    static bus::MigrateBatch order() { return StorageWorld::order(kBatch, "acme", "brown", "green"); }
    store::MoveRecord move(const std::string &key) { return world.move(kBatch, key); }
    storage::BatchProgress progress() { return *world.component().batch(BatchId{kBatch}); }

    /// What a migration at 3 micrograms per 7 bytes must have booked.
    static std::int64_t costOf(std::int64_t bytes) { return bytes * 3 / 7; }

    TemporaryDirectory directory;
    DriverHook hook;
    StorageWorld world{directory.path(),
                       {std::make_shared<HookedDriverFactory>(
                            [this](const DriverCall &call) { return hook ? hook(call) : Result<void>(); }),
                        {},
                        {}}};
    fs::path brown = world.addBackend("brown");
    fs::path green = world.addBackend("green");
};

} // namespace greenward::tests
