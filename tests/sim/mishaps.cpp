#include "tests/sim/world.h"

// What goes wrong in a life, and what users do meanwhile.

namespace greenward::sim {

using namespace std::chrono;

/// Between two steps of the process that is about to begin: death, and whatever else happens while something moves.
void World::planTrouble()
{
    if (m_dice.percent(35))
        m_lockstep.plan(1 + m_dice.below(m_dice.percent(50) ? 30 : 200), [this] { m_lockstep.kill(); });
    if (m_dice.percent(35)) m_lockstep.plan(1 + m_dice.below(120), [this] { userWorks(); });
    if (m_dice.percent(15)) m_lockstep.plan(1 + m_dice.below(120), [this] { mountTrouble(); });
    if (m_dice.percent(15)) m_lockstep.plan(1 + m_dice.below(120), [this] { diskTrouble(); });
    if (m_dice.percent(15))
        m_lockstep.plan(1 + m_dice.below(120), [this] {
            m_lockstep.refuse({ErrorCode::IoFailed, "system", "Cannot allocate memory"});
        });
}

void World::mishap()
{
    const std::size_t dice = m_dice.below(10);
    if (dice < 4)
        userWorks();
    else if (dice < 6)
        mountTrouble();
    else if (dice < 7)
        diskTrouble();
    else if (dice < 8)
        clockTrouble();
    else if (dice < 9 && m_estate.rot(m_disks, m_dice))
        m_trace.note("bits rot");
    else
        mend();
}

void World::userWorks()
{
    const std::string key = anyKey();
    MountPoint &where = place(m_dice.percent(65) ? "hot" : "green");
    Tree tree(where.now());
    if (where.now() == where.bare) return; // an empty directory: nobody works there
    const auto found = tree.find(key);
    const std::int64_t before = found ? found->node->now.modifiedNs : 0;
    switch (m_dice.below(7)) {
    case 0: // the same size, and its time set back
        if (found && found->node->kind == Kind::File) {
            std::string bytes = newContent();
            bytes.resize(found->node->now.bytes.size(), 'x');
            if (m_estate.overwrite(tree, key, bytes, before)) m_trace.note("same size and time, new content: " + key);
        }
        return;
    case 1:
        if (m_estate.overwrite(tree, key, newContent(), longAgo())) m_trace.note("new content: " + key);
        return;
    case 2:
        if (m_estate.remove(tree, key)) m_trace.note("removed by its user: " + key);
        return;
    case 3:
    case 4:
        if (m_estate.create(tree, key, newContent(), Rights{0600, 1000, 0, {}}, longAgo()))
            m_trace.note("new file: " + where.path + " " + key);
        return;
    default: {
        // A copy at the other place, fresh from `cp` or from `cp -p`.
        MountPoint &other = place(where.path == "/hot" ? "green" : "hot");
        Tree to(other.now());
        if (other.now() == other.bare) return;
        const std::optional<Rights> rights = m_dice.percent(50) ? std::nullopt : std::optional(Rights{0666, 0, 0, {}});
        if (m_estate.copy(tree, to, key, rights, m_dice.percent(30)))
            m_trace.note("copied by its user to " + other.path + ": " + key);
        return;
    }
    }
}

void World::diskTrouble()
{
    Disk &disk = *m_dice.of(m_disks);
    if (m_dice.percent(25)) {
        disk.losesWrites = true;
        m_trace.note("disk " + disk.name() + " loses writes");
    } else if (m_dice.percent(60)) {
        disk.capacity = disk.used() + m_dice.between(0, 150);
        m_trace.note("disk " + disk.name() + " is nearly full");
    } else {
        disk.readOnly = true;
        m_trace.note("disk " + disk.name() + " became read-only");
    }
}

void World::mountTrouble()
{
    MountPoint &where = place(m_dice.percent(50) ? "hot" : "green");
    const std::uint64_t salt = 1 + m_dice.below(1000);
    const Branch one{m_disks[0], m_disks[0]->root()};
    const Branch two{m_disks[1], m_disks[1]->root()};
    const bool isHot = where.path == "/hot";
    const Branch own = isHot ? one : two;
    const Branch other = isHot ? two : one;
    switch (m_dice.below(6)) {
    case 0:
    case 1:
        where.isMounted = false;
        m_trace.note(where.path + " is unmounted");
        return;
    case 2:
        where.mounted = View{{own, other}, salt};
        m_trace.note(where.path + " becomes a union, its own disk first");
        return;
    case 3:
        where.mounted = View{{other, own}, salt};
        m_trace.note(where.path + " becomes a union, its own disk second");
        return;
    case 4:
        where.mounted = View{{other}, m_dice.percent(50) ? salt : 0};
        m_trace.note(where.path + " leads to the other disk");
        return;
    default:
        where.mounted = View{{own}, salt};
        m_trace.note(where.path + " is seen through another file system");
        return;
    }
}

void World::clockTrouble()
{
    switch (m_dice.below(4)) {
    case 0:
        m_clock.held = true;
        m_trace.note("the clock stands still");
        return;
    case 1:
        m_clock.step(-milliseconds(hours(m_dice.between(1, 50))));
        m_trace.note("the clock is set back");
        return;
    case 2:
        m_clock.step(hours(m_dice.between(1, 400)));
        m_trace.note("the clock jumps ahead");
        return;
    default:
        m_clock.held = false;
        m_clock.synchronised = !m_clock.synchronised;
        m_trace.note("the clock goes on");
        return;
    }
}

/// What planning could not know: scanned and approved, and only then the target shows what lies at the source.
void World::moveIntoAView()
{
    auto process = start(false);
    if (process) scan(*process);
    for (const std::string &tenant : m_tenants) {
        if (!process) break;
        const auto planned = apply(*process, engine::PlanBatch{TenantId::parse(tenant).value()}, "plan " + tenant);
        if (planned && planned->batch)
            static_cast<void>(apply(*process, engine::ApproveBatch{*planned->batch, {}, {}}, "approve"));
    }
    end(std::move(process));
    const Branch one{m_disks[0], m_disks[0]->root()};
    const Branch two{m_disks[1], m_disks[1]->root()};
    place("green").mounted = View{{two, one}, 7};
    process = start(true);
    if (process) static_cast<void>(apply(*process, engine::RunBatch{std::nullopt}, "run"));
    if (process)
        for (const engine::BatchRow &row : process->engine().batches())
            static_cast<void>(apply(*process, engine::ReleaseNow{row.id}, "release now"));
    end(std::move(process));
}

/// Somebody sees to it.
void World::mend()
{
    m_trace.note("mended");
    m_clock.held = false;
    for (Disk *disk : m_disks) {
        disk->capacity = 100'000;
        disk->readOnly = false;
        disk->losesWrites = false;
    }
    place("hot").mounted = View{{{m_disks[0], m_disks[0]->root()}}, 0};
    place("green").mounted = View{{{m_disks[1], m_disks[1]->root()}}, 0};
    for (const char *name : {"hot", "green"})
        place(name).isMounted = true;
}

/// All troubles end, and everything is brought to its end: then each object is found where its user looks for it.
void World::endInPeace()
{
    m_lockstep.forgetPlans();
    mend();
    m_clock.held = false;
    m_clock.synchronised = true;
    auto process = start(true);
    for (int round = 0; round < 6 && process && !isOver(); ++round) {
        m_clock.pass(hours(3));
        process->tick();
        static_cast<void>(apply(*process, engine::RunBatch{std::nullopt}, "run what is left"));
        for (const engine::BatchRow &row : process->engine().batches())
            if (row.state == "running" || row.state == "paused")
                static_cast<void>(apply(*process, engine::ReleaseNow{row.id}, "release now"));
        process->tick();
        audit(*process);
    }
    if (!process) return;
    for (const engine::BatchRow &row : process->engine().batches())
        m_report.moved += row.moved;
    if (!isOver())
        if (const std::string missing = m_estate.notFound(views()); !missing.empty()) fault("at rest, " + missing);
    end(std::move(process));
}

} // namespace greenward::sim
