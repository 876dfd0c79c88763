#pragma once

#include "tests/sim/books.h"
#include "tests/sim/estate.h"
#include "tests/sim/process.h"

#include <memory>
#include <string>
#include <vector>

namespace greenward::sim {

/// What a life is made of and what is switched off in it.
struct LifeOptions
{
    std::uint64_t seed = 1;
    int actions = 14;
    Teeth teeth;
    bool beginsWithAView = false;    ///< once a move is approved, its target becomes a union that shows the source too
    std::filesystem::path directory; ///< of its own and empty; the data directory is made in it
};

/// How a life went. `fault`: the first promise that was broken, empty if all were kept.
struct LifeReport
{
    std::string fault;
    std::string trace; ///< the last steps
    std::uint64_t digest = 0;
    std::uint64_t steps = 0;
    std::uint64_t processes = 0;
    std::uint64_t kills = 0;
    std::uint64_t powerCuts = 0;
    std::uint64_t moved = 0;
    std::uint64_t bookings = 0;
};

/// One life, from an empty data directory to a last audit: processes come and go on one machine whose disks, mounts and
/// clocks have their own troubles, and users go on working meanwhile. After each step of each process everything owed
/// must be safe; after each process the books must agree.
class World final
{
public:
    explicit World(LifeOptions options);
    ~World();
    LifeReport live();

private:
    // ---- setting out
    void setUp();
    void addObjects();
    bool registerBackends();
    BackendSpec specOf(const std::string &name, bool green) const;

    // ---- what happens (actions.cpp, mishaps.cpp)
    void act();
    void moveIntoAView();
    void oneShot();
    void console();
    void command(Process &process);
    void mishap();
    void planTrouble();
    void passTime();
    void scan(Process &process);
    void storageCommand(Process &process);
    void carbonCommand(Process &process);
    void recordUsage(Process &process);
    void importUsage(Process &process);
    void reserve(Process &process);
    void settleReservation(Process &process);
    void askAdmission(Process &process);
    void userWorks();
    void diskTrouble();
    void mountTrouble();
    void clockTrouble();
    void mend();
    void endInPeace();

    // ---- looking
    void fault(const std::string &what);
    bool isOver() const { return !m_report.fault.empty(); }
    /// Cheap enough for every step: only when something may have got lost since.
    void watch();
    void audit(Process &process);
    std::unique_ptr<Process> start(bool resume);
    void end(std::unique_ptr<Process> process);
    Result<engine::Outcome> apply(Process &process, const engine::Command &command, const std::string &words);
    MountPoint &place(const std::string &name) { return m_machine.places.at("/" + name); }
    std::vector<const View *> views() const;
    std::string newContent();
    const std::string &anyKey();
    TenantId anyTenant();
    std::int64_t longAgo();

    LifeOptions m_options;
    Dice m_dice;
    Trace m_trace;
    Lockstep m_lockstep;
    SimClock m_clock;
    Machine m_machine;
    std::vector<std::unique_ptr<Disk>> m_owned;
    std::vector<Disk *> m_disks; ///< what is safe there is safe; not the disk below the mount points
    Host m_host;
    Estate m_estate;
    Books m_books;
    std::vector<std::string> m_keys;
    std::vector<std::string> m_tenants{"acme", "bolt"};
    bool m_greenIsGreen = true; ///< which of the two places scores higher
    std::uint64_t m_lossesSeen = 0;
    std::size_t m_lastContent = 0;
    std::size_t m_lastImport = 0;
    LifeReport m_report;
};

} // namespace greenward::sim
