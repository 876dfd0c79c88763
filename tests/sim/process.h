#pragma once

#include "core/base/id_source.h"
#include "core/engine/engine.h"
#include "core/engine/ports.h"
#include "tests/sim/lockstep.h"
#include "tests/sim/sim_clock.h"
#include "tests/sim/sim_driver.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace greenward::sim {

/// The file the budgets are mirrored to, and what else the engine keeps as plain files.
class SimFiles final : public budget::MirrorFile
{
public:
    explicit SimFiles(Lockstep &lockstep)
        : m_lockstep(lockstep)
    {}
    Result<void> check(const std::string &) const override { return {}; }
    Result<std::string> read(const std::string &path) const override;
    Result<void> write(const std::string &path, std::string_view text) override;
    Result<std::string> setAside(const std::string &path, std::string_view why) override;

private:
    Lockstep &m_lockstep;
    std::map<std::string, std::string> m_files;
};

/// 32 digits.
std::string hexId(std::uint64_t high, std::uint64_t low);

/// Random, and the same ones for the same seed.
class SimIds final : public IdSource
{
public:
    explicit SimIds(Dice dice)
        : m_dice(dice)
    {}
    std::string next() override
    {
        const std::lock_guard lock(m_mutex);
        const std::uint64_t high = m_dice.next();
        return hexId(high, m_dice.next());
    }

private:
    std::mutex m_mutex;
    Dice m_dice;
};

/// What outlives processes: the machine, its clocks, and the data directory, whose SQLite files are real ones.
struct Host
{
    Lockstep &lockstep;
    Machine &machine;
    SimClock &clock;
    std::shared_ptr<SimFiles> files;
    std::shared_ptr<IdSource> ids;
    std::filesystem::path directory;
    Teeth teeth;
};

/// One process: the whole engine on the simulated machine. One at a time, as the data directory's lock has it.
/// Everything it has started is brought to rest before a call returns.
class Process final
{
public:
    /// `resume`: goes on with interrupted migrations, as the console does. An error: it did not come up, or it died.
    static Result<std::unique_ptr<Process>> start(const Host &host, bool resume);
    /// Ends it; a dead one leaves no more traces in the world.
    ~Process();
    Process(const Process &) = delete;
    Process &operator=(const Process &) = delete;

    Result<engine::Outcome> apply(const engine::Command &command);
    void tick();
    void settle();
    /// Also after it died: what it holds in memory.
    engine::Engine &engine() { return *m_engine; }
    bool isDead() const { return m_lockstep.isDead(); }

private:
    explicit Process(Lockstep &lockstep)
        : m_lockstep(lockstep)
    {}
    Lockstep &m_lockstep;
    engine::ChangeFeed m_changes;
    std::unique_ptr<engine::Engine> m_engine;
};

} // namespace greenward::sim
