#pragma once

#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

namespace greenward::tests {

/// Values that are known to be good; ends the test if they are not.
template<typename T>
T must(Result<T> result)
{
    if (!result) {
        ADD_FAILURE() << errorCodeName(result.error().code) << " " << result.error().subject << ": "
                      << result.error().detail;
        std::abort();
    }
    return std::move(result).value();
}

inline TenantId tenant(std::string_view name)
{
    return must(TenantId::parse(name));
}
inline BackendId backend(std::string_view name)
{
    return must(BackendId::parse(name));
}
inline ObjectKey objectKey(std::string_view key)
{
    return must(ObjectKey::parse(key));
}
inline Instant at(std::int64_t seconds)
{
    return Instant(std::chrono::seconds(seconds));
}

inline store::UsageRecord usage(std::string_view who, Instant when, std::int64_t micrograms, std::string key = {})
{
    return {tenant(who), when, GramsCO2e::fromMicrograms(micrograms), "write", std::move(key), Quality::Calculated};
}

inline store::Transaction usageOf(store::UsageRecord record)
{
    store::Transaction transaction;
    transaction.usage.push_back(std::move(record));
    return transaction;
}

inline store::MoveRecord move(std::int64_t batch, std::string_view key, std::int64_t size = 10)
{
    return {.id = {},
            .batch = BatchId{batch},
            .tenant = tenant("acme"),
            .source = backend("hot-1"),
            .target = backend("green-1"),
            .key = objectKey(key),
            .signature = {DataSize::fromBytes(size), 1'700'000'000'000'000'001, -5, 0xFFFFFFFFFFFFFFFFU},
            .state = store::MoveState::Planned,
            .attempt = 0,
            .sha256 = std::nullopt,
            .notBefore = std::nullopt,
            .reason = "",
            .changedAt = at(1000)};
}

inline store::Transaction auditOf(std::string what)
{
    store::Transaction transaction;
    transaction.audit.push_back({at(5), "eve", std::move(what), "tenant acme", R"({"after":1})"});
    return transaction;
}

/// A directory with a store that can be closed and opened again.
class StoreTest : public ::testing::Test
{
protected:
    const std::filesystem::path &directory() const { return m_directory.path(); }
    std::filesystem::path database() const { return directory() / "state.db"; }
    Result<std::unique_ptr<adapters::SqliteStateStore>> tryOpen(store::OpenMode mode = store::OpenMode::ReadWrite) const
    {
        return adapters::SqliteStateStore::open(directory(), mode, m_hashers);
    }
    std::unique_ptr<adapters::SqliteStateStore> open(store::OpenMode mode = store::OpenMode::ReadWrite) const
    {
        return must(tryOpen(mode));
    }
    const HasherFactory &hashers() const { return m_hashers; }

private:
    TemporaryDirectory m_directory;
    adapters::OpenSslHasherFactory m_hashers;
};

} // namespace greenward::tests
