#pragma once

#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/os/system_clock.h"
#include "core/adapters/os/system_ids.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/budget/ledger.h"
#include "tests/support/program.h"

#include <functional>
#include <string>
#include <vector>

namespace greenward::bench {

/// The middle one.
double median(std::vector<double> values);
/// "1,234,567" or "12.3".
std::string shown(double value);
/// One line of a table: name, figure, note.
void print(const std::string &what, const std::string &figure, const std::string &note = "");
void heading(const std::string &text);

/// Seconds that `work` takes in `threads` threads that start together.
double secondsOf(int threads, const std::function<void(int thread)> &work);

/// Ends the program with what went wrong.
template<typename T>
T must(Result<T> result)
{
    if (!result) {
        print("FAILED", result.error().subject + ": " + result.error().detail);
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

/// A ledger on a real store in a directory of its own.
class World final
{
public:
    explicit World(const std::filesystem::path &directory, const Clock &clock = systemClock());
    budget::Ledger &ledger() { return *m_ledger; }
    adapters::SqliteStateStore &store() { return *m_store; }
    std::vector<budget::Ledger::Tenant> tenants(int count);

    static const Clock &systemClock();

private:
    adapters::OpenSslHasherFactory m_hashers;
    std::unique_ptr<adapters::SqliteStateStore> m_store;
    adapters::SystemIds m_ids;
    std::unique_ptr<budget::Ledger> m_ledger;
};

} // namespace greenward::bench
