#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace greenward::bench {

/// Redis with its log synced at every write, on a socket in a directory of its own; ends with this object.
class Redis final
{
public:
    Redis();
    ~Redis();
    Redis(const Redis &) = delete;
    Redis &operator=(const Redis &) = delete;
    /// Check-and-add in Lua, answers a second. Nothing when Redis is not installed or does not start.
    std::optional<double> perSecond(int clients, int pipeline, int requests) const;

private:
    std::filesystem::path m_directory;
    std::string m_cli; ///< empty: it is not there
    std::string m_script;
};

/// PostgreSQL, the same way: UPDATE ... SET used = used + x WHERE used + x <= lim RETURNING, synchronous_commit on.
class Postgres final
{
public:
    Postgres();
    ~Postgres();
    Postgres(const Postgres &) = delete;
    Postgres &operator=(const Postgres &) = delete;
    std::optional<double> perSecond(int clients, int seconds) const;

private:
    std::string as(const std::string &command) const;
    std::filesystem::path m_directory;
    bool m_runs = false;
};

} // namespace greenward::bench
