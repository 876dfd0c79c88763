#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/os/system_clock_witness.h"
#include "core/adapters/os/system_ids.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/base/time_text.h"
#include "core/budget/budget_component.h"
#include "core/engine/clock_watch.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

namespace greenward::engine {
namespace {

using namespace std::chrono;
using Trust = GuardedClock::Trust;

Instant at(const char *text)
{
    return parseInstant(text, "at").value();
}

/// A machine: a wall clock that can be set, and a boot clock that cannot.
class Machine final : public Clock, public ClockWitness
{
public:
    Instant now() const override { return m_wall; }
    nanoseconds monotonic() const override { return m_sinceBoot; }
    milliseconds sinceBoot() const override { return m_sinceBoot + bootAhead; }
    milliseconds uptime() const override { return m_sinceBoot; }
    std::string bootId() const override { return std::to_string(m_boots); }
    std::optional<Instant> synchronisedTime() const override
    {
        return synchronised ? std::optional(kernel.value_or(m_wall)) : std::nullopt;
    }

    void pass(milliseconds time)
    {
        m_wall += time;
        m_sinceBoot += time;
    }
    void stand(milliseconds time) { m_sinceBoot += time; }
    void setWall(Instant wall) { m_wall = wall; }
    void reboot(milliseconds off)
    {
        m_wall += off;
        m_sinceBoot = seconds{20};
        ++m_boots;
    }
    bool synchronised = false;
    std::optional<Instant> kernel; ///< the kernel's own time, when a library shows another
    milliseconds bootAhead{0};     ///< of what the boot clock shows

private:
    Instant m_wall = at("2026-06-10T12:00:00Z");
    milliseconds m_sinceBoot = hours{5};
    int m_boots = 1;
};

class ClockTest : public testing::Test
{
protected:
    GuardedClock start(const std::optional<ClockMark> &mark = {}) const { return {machine, machine, mark}; }
    std::shared_ptr<Machine> machine = std::make_shared<Machine>();
};

TEST_F(ClockTest, followsAClockThatGoesRight)
{
    GuardedClock clock = start();
    for (int i = 0; i < 1000; ++i) {
        machine->pass(minutes{20});
        ASSERT_EQ(clock.now(), machine->now());
        ASSERT_EQ(clock.observe().trust, Trust::Good);
    }
}

TEST_F(ClockTest, aSmallStepBackFreezesTimeSilently)
{
    GuardedClock clock = start();
    const Instant before = clock.now();
    machine->setWall(before - minutes{4});
    EXPECT_EQ(clock.now(), before);
    EXPECT_EQ(clock.observe().trust, Trust::Good);
    machine->pass(minutes{3});
    EXPECT_EQ(clock.now(), before);
    machine->pass(minutes{2});
    EXPECT_EQ(clock.now(), before + minutes{1});
    EXPECT_EQ(clock.observe().trust, Trust::Good);
}

TEST_F(ClockTest, aLargeStepBackIsToldAndTimeWaits)
{
    GuardedClock clock = start();
    const Instant before = clock.now();
    machine->setWall(before - hours{2});
    EXPECT_EQ(clock.now(), before);
    EXPECT_EQ(clock.observe(), (GuardedClock::State{Trust::SetBack, -hours{2}}));
    machine->pass(hours{1});
    EXPECT_EQ(clock.now(), before);
    machine->setWall(before + hours{1}); // put right: no jump
    EXPECT_EQ(clock.now(), before + hours{1});
    EXPECT_EQ(clock.observe().trust, Trust::Good);
}

TEST_F(ClockTest, B2_aClockThatStandsStillIsNamed)
{
    GuardedClock clock = start();
    for (int i = 0; i < 9; ++i) {
        EXPECT_EQ(clock.observe().trust, Trust::Good) << i;
        machine->stand(seconds{1});
    }
    machine->stand(seconds{1});
    EXPECT_EQ(clock.observe(), (GuardedClock::State{Trust::Stopped, -seconds{10}}));
    machine->stand(hours{1});
    EXPECT_EQ(clock.observe().trust, Trust::Stopped);
    machine->pass(seconds{1}); // it goes again, and is behind: nothing is told but that
    machine->pass(hours{1});
    EXPECT_EQ(clock.observe().trust, Trust::Good);
    EXPECT_EQ(clock.now(), machine->now());
}

TEST_F(ClockTest, B2_aClockThatCrawlsIsNamed)
{
    GuardedClock clock = start();
    clock.observe();
    for (int i = 0; i < 20; ++i) {
        machine->stand(milliseconds{950});
        machine->pass(milliseconds{50});
        clock.observe();
    }
    EXPECT_EQ(clock.observe().trust, Trust::Stopped);
}

TEST_F(ClockTest, B2_theSameMillisecondAtTwoStartsIsAClockThatStands)
{
    GuardedClock first = start();
    const ClockMark mark = first.mark();
    machine->stand(milliseconds{10});
    EXPECT_EQ(start(mark).observe().trust, Trust::Good) << "too soon to tell";
    machine->stand(milliseconds{50});
    EXPECT_EQ(start(mark).observe().trust, Trust::Stopped);
    machine->pass(milliseconds{1});
    EXPECT_EQ(start(mark).observe().trust, Trust::Good) << "it moved";
    machine->reboot(milliseconds{0});
    EXPECT_EQ(start(mark).observe().trust, Trust::Good) << "nothing is known of the time in between";
}

TEST_F(ClockTest, aForwardJumpIsHeldUntilSynchronised)
{
    GuardedClock clock = start();
    const Instant before = clock.now();
    machine->setWall(before + days{400});
    EXPECT_EQ(clock.now(), before) << "at once, not only after the next look";
    EXPECT_EQ(clock.observe(), (GuardedClock::State{Trust::Held, days{400}}));
    machine->pass(minutes{10});
    EXPECT_EQ(clock.now(), before + minutes{10}) << "it goes on at the boot clock's pace";
    machine->synchronised = true;
    EXPECT_EQ(clock.observe().trust, Trust::Good);
    EXPECT_EQ(clock.now(), machine->now());
}

TEST_F(ClockTest, aForwardJumpEndsWhenTheClockComesBackOrIsConfirmed)
{
    GuardedClock clock = start();
    const Instant before = clock.now();
    machine->setWall(before + days{2});
    EXPECT_EQ(clock.observe().trust, Trust::Held);
    machine->setWall(before + seconds{1});
    EXPECT_EQ(clock.observe().trust, Trust::Good);
    machine->setWall(before + days{2});
    EXPECT_EQ(clock.observe().trust, Trust::Held);
    clock.confirm();
    EXPECT_EQ(clock.now(), before + days{2});
    EXPECT_EQ(clock.observe().trust, Trust::Good);
}

TEST_F(ClockTest, A_aBootClockThatJumpsWithTheWallClockIsNotBelieved)
{
    const ClockMark mark = start().mark();
    machine->pass(minutes{1});
    const Instant before = machine->now();
    machine->setWall(before + days{8});
    machine->bootAhead = days{8}; // as a library does that is laid over both
    GuardedClock clock = start(mark);
    EXPECT_EQ(clock.now(), before);
    EXPECT_EQ(clock.observe(), (GuardedClock::State{Trust::Held, days{8}}));
    machine->pass(minutes{10});
    EXPECT_EQ(clock.now(), before + minutes{10});
    const ClockMark held = clock.mark();
    machine->setWall(before + minutes{10});
    machine->bootAhead = milliseconds{0};
    GuardedClock right = start(held);
    EXPECT_EQ(right.observe().trust, Trust::Good);
    EXPECT_EQ(right.now(), machine->now());
    machine->setWall(machine->now() + days{1});
    EXPECT_EQ(right.observe().trust, Trust::Held) << "the lie before gave no room for another";
}

TEST_F(ClockTest, A_aBootClockThatJumpsInARunIsNotBelieved)
{
    GuardedClock clock = start();
    clock.observe();
    const Instant before = machine->now();
    machine->setWall(before + hours{3});
    machine->bootAhead = hours{3};
    EXPECT_EQ(clock.now(), before) << "at once, not only after the next look";
    EXPECT_EQ(clock.observe(), (GuardedClock::State{Trust::Held, hours{3}}));
}

TEST_F(ClockTest, A_aBootClockSetBackGivesNoRoomForALaterJump)
{
    machine->bootAhead = -hours{4};
    const ClockMark mark = start().mark();
    machine->bootAhead = milliseconds{0};
    machine->pass(minutes{1});
    machine->setWall(machine->now() + hours{3});
    EXPECT_EQ(start(mark).observe(), (GuardedClock::State{Trust::Held, hours{3}}));
}

TEST_F(ClockTest, A_theKernelVouchesForItsOwnTimeOnly)
{
    GuardedClock clock = start();
    const Instant before = machine->now();
    machine->kernel = before;
    machine->synchronised = true;
    machine->setWall(before + days{8});
    EXPECT_EQ(clock.observe().trust, Trust::Held) << "what is right is not what this program is shown";
    machine->kernel = machine->now();
    EXPECT_EQ(clock.observe().trust, Trust::Good);
}

TEST_F(ClockTest, aContainerThatBeginsItsUptimeAnewIsLikeAReboot)
{
    ClockMark mark = start().mark();
    machine->pass(hours{1});
    mark.sinceBoot = machine->sinceBoot() + days{3};
    GuardedClock clock = start(mark);
    EXPECT_EQ(clock.observe().trust, Trust::Good);
    EXPECT_EQ(clock.now(), machine->now());
}

TEST_F(ClockTest, sleepIsNoJump)
{
    GuardedClock clock = start();
    machine->pass(days{3}); // the boot clock counts it
    EXPECT_EQ(clock.observe().trust, Trust::Good);
    EXPECT_EQ(clock.now(), machine->now());
}

TEST_F(ClockTest, aRestartInTheSameBootKnowsHowLongItWas)
{
    const ClockMark mark = start().mark();
    machine->pass(days{100});
    EXPECT_EQ(start(mark).now(), machine->now());
    machine->setWall(machine->now() + hours{1});
    GuardedClock clock = start(mark);
    EXPECT_EQ(clock.observe(), (GuardedClock::State{Trust::Held, hours{1}})) << "set while nobody looked";
}

TEST_F(ClockTest, afterARebootAbsenceIsBelievedUpToABound)
{
    const ClockMark mark = start().mark();
    machine->reboot(days{80});
    EXPECT_EQ(start(mark).now(), machine->now());
    machine->reboot(days{365});
    EXPECT_EQ(start(mark).now(), mark.time);
    GuardedClock held = start(mark);
    EXPECT_EQ(held.observe().trust, Trust::Held);
    machine->synchronised = true;
    EXPECT_EQ(start(mark).now(), machine->now());
}

TEST_F(ClockTest, timeNeverRunsBackwardsOverARestart)
{
    const ClockMark mark = start().mark();
    machine->reboot(milliseconds{0});
    machine->setWall(at("1970-01-01T00:00:10Z"));
    GuardedClock clock = start(mark);
    EXPECT_EQ(clock.now(), mark.time);
    EXPECT_EQ(clock.observe().trust, Trust::SetBack);
}

TEST_F(ClockTest, theSystemsWitnessGoesForward)
{
    const adapters::SystemClockWitness witness;
    const milliseconds before = witness.sinceBoot();
    EXPECT_GT(before.count(), 0);
    EXPECT_GE(witness.sinceBoot(), before);
    EXPECT_EQ(adapters::SystemClockWitness().bootId(), witness.bootId());
    EXPECT_LT(std::chrono::abs(witness.sinceBoot() - witness.uptime()), seconds{1});
    const auto kernel = witness.synchronisedTime();
    EXPECT_TRUE(!kernel || std::chrono::abs(*kernel - std::chrono::system_clock::now()) < seconds{1});
}

// ---- with budgets on a real store: 1970 and 2106 --------------------------------------------------------------------

class WrongClock : public ClockTest
{
protected:
    WrongClock() { restart(); }
    void stop()
    {
        m_watch.reset();
        m_budgets.reset();
        m_bus.reset();
        m_store.reset();
    }
    void restart()
    {
        stop();
        auto opened = adapters::SqliteStateStore::open(m_directory.path(), store::OpenMode::ReadWrite, m_hashers);
        if (!opened) std::abort();
        m_ports.store = std::move(opened).value();
        m_ports.clock = machine;
        m_ports.clockWitness = machine;
        auto guard = ClockWatch::guard(m_ports).value();
        m_store = std::move(m_ports.store);
        m_bus = std::make_unique<bus::Bus>();
        m_watch = std::make_unique<ClockWatch>(guard, *m_store);
        m_budgets = std::make_unique<budget::BudgetComponent>(*m_bus, *m_store, *m_ports.clock, m_ids);
        if (!m_budgets->load()) std::abort();
        tick();
    }
    void tick()
    {
        m_watch->tick();
        m_budgets->tick();
    }
    Result<budget::UsageOutcome> use(std::int64_t grams)
    {
        return m_budgets->recordUsage(
            {acme, m_ports.clock->now(), GramsCO2e::fromGrams(grams), "write", {}, Quality::Measured});
    }
    GramsCO2e used() const { return m_budgets->row(acme).used; }
    std::size_t closed() const { return m_store->closedPeriods(acme, 100)->size(); }
    void setDaily()
    {
        ASSERT_TRUE(
            m_budgets->set({.tenant = acme, .limit = GramsCO2e::fromGrams(100), .period = PeriodKind::Day}, ada));
    }
    std::string lastAudit() const { return m_store->audit(0, 1)->at(0).entry.what; }

    const TenantId acme = TenantId::parse("acme").value();
    const Actor ada = Actor::parse("ada").value();
    tests::TemporaryDirectory m_directory;
    adapters::OpenSslHasherFactory m_hashers;
    adapters::SystemIds m_ids;
    Ports m_ports;
    std::unique_ptr<store::StateStore> m_store;
    std::unique_ptr<bus::Bus> m_bus;
    std::unique_ptr<ClockWatch> m_watch;
    std::unique_ptr<budget::BudgetComponent> m_budgets;
};

TEST_F(WrongClock, C06_setTo2106GivesNobodyAFreshPeriod)
{
    setDaily();
    ASSERT_TRUE(use(95));
    machine->setWall(at("2106-02-07T06:28:16Z"));
    ASSERT_TRUE(use(1)) << "also before anybody looked at the clock";
    tick();
    EXPECT_EQ(used(), GramsCO2e::fromGrams(96));
    EXPECT_EQ(closed(), 0U);
    EXPECT_EQ(lastAudit(), "clock.held");
    EXPECT_NE(m_watch->problem().find("jumped forward"), std::string::npos) << m_watch->problem();
    restart();
    EXPECT_EQ(used(), GramsCO2e::fromGrams(96)) << "nor does a restart";
    machine->setWall(at("2026-06-10T12:05:00Z"));
    tick();
    EXPECT_EQ(m_watch->problem(), "");
    EXPECT_EQ(used(), GramsCO2e::fromGrams(96));
    EXPECT_EQ(m_budgets->verifyCounters().value(), std::nullopt);
}

TEST_F(WrongClock, C06_setTo1970LosesNothingAndReopensNothing)
{
    setDaily();
    ASSERT_TRUE(use(40));
    machine->pass(days{1});
    tick();
    ASSERT_TRUE(use(50));
    EXPECT_EQ(closed(), 1U);
    machine->reboot(milliseconds{0});
    machine->setWall(at("1970-01-01T00:00:30Z"));
    restart();
    EXPECT_EQ(used(), GramsCO2e::fromGrams(50));
    ASSERT_TRUE(use(5));
    tick();
    EXPECT_EQ(used(), GramsCO2e::fromGrams(55));
    EXPECT_EQ(closed(), 1U);
    EXPECT_EQ(lastAudit(), "clock.set_back");
    EXPECT_NE(m_watch->problem().find("set back"), std::string::npos) << m_watch->problem();
    machine->setWall(at("2026-06-12T12:00:00Z"));
    machine->synchronised = true;
    tick();
    tick();
    EXPECT_EQ(used(), GramsCO2e::fromGrams(0)) << "the day is over now";
    EXPECT_EQ(closed(), 2U);
    EXPECT_EQ(m_store->closedPeriods(acme, 1)->at(0).used, GramsCO2e::fromGrams(55));
}

TEST_F(WrongClock, B2_aClockThatStandsIsToldAuditedAndNothingIsLost)
{
    setDaily();
    ASSERT_TRUE(use(5));
    machine->stand(seconds{30});
    restart();
    EXPECT_NE(m_watch->problem().find("stands still"), std::string::npos) << m_watch->problem();
    EXPECT_EQ(lastAudit(), "clock.stopped");
    EXPECT_EQ(m_watch->confirm(ada).error().code, ErrorCode::Refused);
    ASSERT_TRUE(use(5));
    EXPECT_EQ(used(), GramsCO2e::fromGrams(10));
    machine->pass(seconds{30});
    tick();
    EXPECT_EQ(m_watch->problem(), "");
    EXPECT_EQ(lastAudit(), "clock.believed");
}

TEST_F(WrongClock, confirmedItIsFollowedAndAudited)
{
    setDaily();
    ASSERT_TRUE(use(95));
    EXPECT_EQ(m_watch->confirm(ada).error().code, ErrorCode::Refused) << "nothing to confirm";
    machine->setWall(machine->now() + days{40});
    tick();
    ASSERT_TRUE(m_watch->confirm(ada).has_value());
    EXPECT_EQ(lastAudit(), "clock.confirm");
    EXPECT_EQ(m_watch->problem(), "");
    tick();
    EXPECT_EQ(used(), GramsCO2e::fromGrams(0));
    EXPECT_EQ(closed(), 1U);
}

TEST_F(WrongClock, aFirstStartIn1970WorksAndIsPutRightLater)
{
    machine->setWall(at("1970-01-01T00:00:30Z"));
    machine->reboot(milliseconds{0});
    stop();
    std::filesystem::remove(m_directory.path() / "state.db");
    std::filesystem::remove(m_directory.path() / "state.head");
    restart();
    setDaily();
    ASSERT_TRUE(use(5));
    EXPECT_EQ(used(), GramsCO2e::fromGrams(5));
    machine->setWall(at("2026-06-12T12:00:00Z"));
    tick();
    EXPECT_NE(m_watch->problem(), "");
    ASSERT_TRUE(m_watch->confirm(ada).has_value());
    tick();
    EXPECT_EQ(used(), GramsCO2e::fromGrams(0));
    EXPECT_EQ(m_budgets->verifyCounters().value(), std::nullopt);
}

} // namespace
} // namespace greenward::engine
