#include "tests/bench/servers.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include <sched.h>
#include <unistd.h>

namespace greenward::bench {
namespace {

namespace fs = std::filesystem;

/// A shell command's output; empty when it failed. The commands are written here, nothing foreign gets into them.
std::string outputOf(const std::string &command)
{
    FILE *pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    if (!pipe) return "";
    std::string text;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
        text.push_back(static_cast<char>(c));
    return ::pclose(pipe) == 0 ? text : "";
}

fs::path newDirectory(const char *name)
{
    std::string pattern = (fs::temp_directory_path() / (std::string(name) + "-XXXXXX")).string();
    const char *made = ::mkdtemp(pattern.data());
    return made ? fs::path(made) : fs::path();
}

constexpr const char *kScript = "local u = tonumber(redis.call('HGET', KEYS[1], 'used') or '0') "
                                "local x = tonumber(ARGV[1]) "
                                "if u + x > 4611686018427387 then return 0 end "
                                "redis.call('HINCRBY', KEYS[1], 'used', x) return 1";

} // namespace

Redis::Redis()
    : m_directory(newDirectory("greenward-redis"))
{
    const std::string socket = (m_directory / "s").string();
    outputOf("redis-server --port 0 --unixsocket " + socket + " --dir " + m_directory.string() +
             " --appendonly yes --appendfsync always --save '' --daemonize yes --pidfile " +
             (m_directory / "pid").string());
    const std::string cli = "-s " + socket + " ";
    for (int i = 0; i < 500 && outputOf("redis-cli " + cli + "PING").empty(); ++i) // each try takes a while
        ::sched_yield();
    if (outputOf("redis-cli " + cli + "PING").empty()) return;
    m_script = outputOf("redis-cli " + cli + "SCRIPT LOAD \"" + kScript + "\"");
    while (!m_script.empty() && m_script.back() == '\n')
        m_script.pop_back();
    if (m_script.size() == 40) m_cli = cli;
}

Redis::~Redis()
{
    if (!m_cli.empty()) outputOf("redis-cli " + m_cli + "SHUTDOWN NOSAVE");
    std::error_code ignored;
    fs::remove_all(m_directory, ignored);
}

std::optional<double> Redis::perSecond(int clients, int pipeline, int requests) const
{
    if (m_cli.empty()) return std::nullopt;
    const std::string text = outputOf("redis-benchmark " + m_cli + "--csv -r 1000 -c " + std::to_string(clients) +
                                      " -P " + std::to_string(pipeline) + " -n " + std::to_string(requests) +
                                      " EVALSHA " + m_script + " 1 tenant:__rand_int__ 17");
    // "EVALSHA ...","5012.34",... : the first number after the name
    const auto comma = text.rfind("\",\"", text.size()) == std::string::npos ? std::string::npos : text.find("17\",\"");
    if (comma == std::string::npos) return std::nullopt;
    return std::atof(text.c_str() + comma + 5);
}

/// It refuses to run as root.
std::string Postgres::as(const std::string &command) const
{
    return ::getuid() == 0 ? "runuser -u postgres -- " + command : command;
}

Postgres::Postgres()
    : m_directory(newDirectory("greenward-postgres"))
{
    std::string tools = outputOf("pg_config --bindir");
    if (tools.empty()) tools = outputOf("ls -d /usr/lib/postgresql/*/bin | tail -1");
    while (!tools.empty() && tools.back() == '\n')
        tools.pop_back();
    if (!fs::exists(tools + "/initdb")) tools = "/usr/lib/postgresql/15/bin";
    if (::getuid() == 0) outputOf("chown postgres " + m_directory.string() + " && echo done");
    const std::string data = (m_directory / "data").string();
    if (outputOf(as(tools + "/initdb -D " + data + " -A trust -U bench")).empty()) return;
    const std::string options = "\"-k " + m_directory.string() + " -c listen_addresses= -c synchronous_commit=on\"";
    if (outputOf(
            as(tools + "/pg_ctl -D " + data + " -w -l " + (m_directory / "log").string() + " -o " + options + " start"))
            .empty())
        return;
    const std::string connect = "-h " + m_directory.string() + " -U bench postgres";
    std::ofstream(m_directory / "decide.sql")
        << "\\set t random(0, 999)\nUPDATE budget SET used = used + 17 WHERE tenant = :t AND used + 17 <= lim "
           "RETURNING used;\n";
    m_runs = !outputOf("psql -q -v ON_ERROR_STOP=1 -c \"CREATE TABLE budget(tenant int PRIMARY KEY, used bigint, lim "
                       "bigint) WITH (fillfactor=50); INSERT INTO budget SELECT g, 0, 4611686018427387903 FROM "
                       "generate_series(0, 999) g; SELECT 'made'\" " +
                       connect)
                  .empty();
}

Postgres::~Postgres()
{
    outputOf(as("/usr/lib/postgresql/15/bin/pg_ctl -D " + (m_directory / "data").string() + " -m immediate stop"));
    std::error_code ignored;
    fs::remove_all(m_directory, ignored);
}

std::optional<double> Postgres::perSecond(int clients, int seconds) const
{
    if (!m_runs) return std::nullopt;
    const std::string text = outputOf("pgbench -n -M prepared -f " + (m_directory / "decide.sql").string() + " -c " +
                                      std::to_string(clients) + " -j 2 -T " + std::to_string(seconds) + " -h " +
                                      m_directory.string() + " -U bench postgres");
    const auto at = text.find("tps = ");
    if (at == std::string::npos) return std::nullopt;
    return std::atof(text.c_str() + at + 6);
}

} // namespace greenward::bench
