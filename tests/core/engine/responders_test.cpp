#include "core/adapters/catalogue/sqlite_catalogue.h"
#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/files/plain_files.h"
#include "core/adapters/localfs/local_driver_factory.h"
#include "core/adapters/os/system_clock.h"
#include "core/adapters/os/system_ids.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/engine/parts.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

namespace greenward::engine {
namespace {

TEST(Topics, C50_everyRequestTopicHasAResponderInTheComposedEngine)
{
    const tests::TemporaryDirectory directory;
    ChangeFeed changes;
    Ports ports;
    ports.ids = std::make_shared<adapters::SystemIds>();
    ports.clock = std::make_shared<adapters::SystemClock>();
    ports.hashers = std::make_shared<adapters::OpenSslHasherFactory>();
    ports.drivers = std::make_shared<adapters::LocalDriverFactory>();
    ports.store =
        adapters::SqliteStateStore::open(directory.path(), store::OpenMode::ReadWrite, *ports.hashers).value();
    ports.catalogue = adapters::SqliteCatalogue::open((directory.path() / "catalog.db").string()).value();
    ports.files = std::make_shared<adapters::PlainFiles>(directory.path(), std::string(budget::kOwnBudgetsFile));
    ports.changes = &changes;
    ports.post = [](const std::function<void()> &) {
    };
    const Parts parts(std::move(ports));
    for (const bus::TopicInfo &topic : bus::kTopics) {
        if (topic.kind != bus::TopicKind::Request) continue;
        EXPECT_TRUE(parts.bus.hasResponder(topic.topic)) << topic.name << " should be answered by " << topic.responder;
    }
}

} // namespace
} // namespace greenward::engine
