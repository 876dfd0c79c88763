#include "core/adapters/sqlite/reader_pool.h"

namespace greenward::adapters::sqlite {

ReaderPool::Lease::Lease(ReaderPool &pool, Connection connection)
    : m_pool(&pool)
    , m_connection(std::move(connection))
{}

ReaderPool::Lease::Lease(Lease &&other) noexcept
    : m_pool(std::exchange(other.m_pool, nullptr))
    , m_connection(std::move(other.m_connection))
{}

ReaderPool::Lease::~Lease()
{
    if (m_pool) m_pool->giveBack(std::move(m_connection));
}

ReaderPool::ReaderPool(std::filesystem::path file)
    : m_file(std::move(file))
{}

Result<ReaderPool::Lease> ReaderPool::take()
{
    {
        std::unique_lock lock(m_mutex);
        m_returned.wait(lock, [this] { return m_out < kMost; });
        ++m_out;
        if (!m_idle.empty()) {
            Connection connection = std::move(m_idle.back());
            m_idle.pop_back();
            return Lease(*this, std::move(connection));
        }
    }
    auto opened = Connection::open(m_file, Connection::Access::ReadOnly);
    if (opened) return Lease(*this, std::move(opened).value());
    giveBack(std::nullopt);
    return Unexpected{std::move(opened).error()};
}

void ReaderPool::closeIdle()
{
    const std::lock_guard lock(m_mutex);
    m_idle.clear();
}

void ReaderPool::giveBack(std::optional<Connection> connection)
{
    {
        const std::lock_guard lock(m_mutex);
        --m_out;
        if (connection) m_idle.push_back(std::move(*connection));
    }
    m_returned.notify_one();
}

} // namespace greenward::adapters::sqlite
