#pragma once

#include "core/adapters/sqlite/connection.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace greenward::adapters::sqlite {

/// A few read-only connections, handed to one thread at a time. Callable from any thread; who comes when all are out
/// waits for one. Outlives its leases.
class ReaderPool final
{
public:
    static constexpr std::size_t kMost = 4;

    class Lease final
    {
    public:
        Lease(ReaderPool &pool, Connection connection);
        Lease(Lease &&other) noexcept;
        Lease &operator=(Lease &&) = delete;
        ~Lease();
        const Connection &operator*() const { return *m_connection; }

    private:
        ReaderPool *m_pool;
        std::optional<Connection> m_connection;
    };

    explicit ReaderPool(std::filesystem::path file);
    Result<Lease> take();
    /// Closes the connections that nobody uses.
    void closeIdle();

private:
    void giveBack(std::optional<Connection> connection);

    const std::filesystem::path m_file;
    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<Connection> m_idle; // guarded by m_mutex
    std::size_t m_out = 0;          // guarded by m_mutex
};

} // namespace greenward::adapters::sqlite
