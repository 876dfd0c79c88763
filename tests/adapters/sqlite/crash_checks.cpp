#include "tests/adapters/sqlite/crash_checks.h"

#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/sqlite/sqlite_state_store.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <numeric>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace greenward::tests::crash {
namespace {

constexpr int kOpeningPatienceMs = 60'000;

/// A started writer; killed, at the latest, with this object.
class Writer final
{
public:
    Writer(std::vector<std::string> arguments, const std::vector<std::string> &environment)
    {
        std::vector<char *> argv;
        for (std::string &argument : arguments)
            argv.push_back(argument.data());
        argv.push_back(nullptr);
        std::vector<std::string> variables = environment;
        for (char **variable = ::environ; *variable; ++variable)
            variables.emplace_back(*variable);
        std::vector<char *> envp;
        for (std::string &variable : variables)
            envp.push_back(variable.data());
        envp.push_back(nullptr);

        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) std::abort();
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        const int problem = ::posix_spawn(&m_pid, argv[0], &actions, nullptr, argv.data(), envp.data());
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        m_output = ends[0];
        if (problem != 0) std::abort();
    }
    ~Writer()
    {
        if (m_pid > 0) kill();
        ::close(m_output);
    }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// True when it wrote something; false when it ended before that.
    bool waitUntilOpen() const
    {
        pollfd watched{m_output, POLLIN, 0};
        char byte = 0;
        return ::poll(&watched, 1, kOpeningPatienceMs) == 1 && ::read(m_output, &byte, 1) == 1;
    }
    /// Until it ends, or `us` have passed.
    void watch(std::int64_t us) const
    {
        pollfd watched{m_output, 0, 0}; // only its end
        const timespec time{us / 1'000'000, us % 1'000'000 * 1000};
        ::ppoll(&watched, 1, &time, nullptr);
    }
    int kill()
    {
        ::kill(m_pid, SIGKILL);
        return wait();
    }
    int wait()
    {
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        m_pid = -1;
        return status;
    }

private:
    pid_t m_pid = -1;
    int m_output = -1;
};

void expect(std::vector<std::string> &problems, bool good, const std::string &complaint)
{
    if (!good) problems.push_back(complaint);
}

} // namespace

struct CrashSite::Found
{
    adapters::SqliteStateStore &store;
    std::array<std::int64_t, kLanes> document{};
};

CrashSite::CrashSite(std::filesystem::path directory, Conduct conduct)
    : CrashSite(directory, conduct, directory / "counters")
{}

CrashSite::CrashSite(std::filesystem::path directory, Conduct conduct, std::filesystem::path counters)
    : m_directory(std::move(directory))
    , m_conduct(conduct)
    , m_counterFile(std::move(counters))
    , m_counters(m_counterFile)
{}

CrashSite::Ending CrashSite::strike(std::int64_t afterUs, const std::function<void()> &strike)
{
    m_counters.clear();
    Writer writer({CRASH_WRITER, m_directory, m_counterFile, std::to_string(static_cast<int>(m_conduct)), "1000000000"},
                  {});
    writer.waitUntilOpen();
    writer.watch(afterUs);
    // Before: what a call in flight says when the disk goes from under it is said to nobody.
    std::array<std::int64_t, kLanes> acked{};
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        acked[lane] = m_counters->acked[lane];
    strike();
    const int status = writer.kill();
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        m_counters->acked[lane] = acked[lane];
    return {WIFSIGNALED(status), WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

CrashSite::Ending CrashSite::run(std::int64_t stepsPerLane, std::optional<std::int64_t> afterUs, bool atOnce,
                                 const std::vector<std::string> &environment)
{
    m_counters.clear();
    Writer writer({CRASH_WRITER, m_directory, m_counterFile, std::to_string(static_cast<int>(m_conduct)),
                   std::to_string(stepsPerLane)},
                  environment);
    int status = 0;
    if (!afterUs) {
        status = writer.wait();
    } else {
        if (!atOnce) writer.waitUntilOpen();
        writer.watch(*afterUs);
        status = writer.kill();
    }
    return {WIFSIGNALED(status), WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

std::vector<std::string> CrashSite::check()
{
    std::vector<std::string> problems;
    const adapters::OpenSslHasherFactory hashers;
    const auto opened = adapters::SqliteStateStore::open(m_directory, store::OpenMode::ReadWrite, hashers);
    if (!opened) return {"does not open: " + opened.error().detail};
    Found found{**opened, {}};
    const auto documents = found.store.documents(store::Collection::Setting);
    if (!documents) return {"cannot be read: " + documents.error().detail};
    for (const store::Document &document : *documents)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            if (document.id == laneName(lane)) found.document[lane] = std::atoll(document.json.c_str());
    for (std::size_t lane = 0; lane < kLanes; ++lane)
        checkLane(found, lane, problems);

    const auto audit = found.store.verifyAudit({}, {});
    const auto usage = found.store.verifyUsage({});
    if (!audit || !usage) return {"cannot be verified"};
    expect(problems, audit->intact, audit->problem);
    expect(problems, usage->intact, usage->problem);
    std::int64_t auditRows = 0;
    for (const std::int64_t step : found.document)
        auditRows += step / kAuditEvery;
    expect(problems, audit->rows == auditRows, "audit rows: " + std::to_string(audit->rows));
    m_durable = found.document;
    return problems;
}

void CrashSite::checkLane(const Found &found, std::size_t lane, std::vector<std::string> &problems)
{
    const std::int64_t step = found.document[lane];
    const std::int64_t acked = m_counters->acked[lane];
    const std::int64_t submitted = std::max<std::int64_t>(m_counters->submitted[lane], m_durable[lane]);
    const std::string who = laneName(lane) + " at " + std::to_string(step) + " ";
    expect(problems, step >= acked, who + "has lost acknowledged steps up to " + std::to_string(acked));
    expect(problems, step <= submitted, who + "has steps nobody asked for");
    if (step == 0) return;

    const auto tenant = TenantId::parse(laneName(lane));
    const auto hours = found.store.usageHours(*tenant, Instant{}, Instant{std::chrono::hours(kHours)});
    const auto moves = found.store.moves({.batch = BatchId{static_cast<std::int64_t>(lane) + 1}});
    if (!hours || !moves) return problems.push_back(who + "cannot be read");
    std::int64_t sum = 0;
    std::int64_t records = 0;
    for (const store::UsageHour &hour : *hours) {
        sum += hour.amount.micrograms();
        records += static_cast<std::int64_t>(hour.records);
    }
    expect(problems, records == step, who + "has " + std::to_string(records) + " records");
    expect(problems, sum == step * (step + 1) / 2, who + "sums up to " + std::to_string(sum));
    expect(problems, moves->size() == 1, who + "has " + std::to_string(moves->size()) + " moves");
    for (const store::MoveRecord &move : *moves)
        expect(problems, move.attempt == step && move.state == stateAfter(step),
               who + "has its move at " + std::to_string(move.attempt));

    // A repeat of the newest keyed record must be known as one.
    const std::int64_t keyed = step % 2 == 1 ? step : step - 1;
    store::Transaction repeat;
    repeat.usage = stepOf(lane, keyed, MoveId{}).usage;
    const auto again = found.store.commit(repeat);
    expect(problems, again && again->duplicates == 1, who + "does not know its own key again");
}

std::int64_t CrashSite::durableSteps() const
{
    return std::accumulate(m_durable.begin(), m_durable.end(), std::int64_t{0});
}

} // namespace greenward::tests::crash
