// Random commands over ten simulated years, against a reference model that keeps every record in a list and works
// everything out anew each time. The first difference ends the test and names the seed.

#include "tests/core/budget/budget_fixture.h"

#include <cstdlib>
#include <random>
#include <set>

namespace greenward::budget {
namespace {

using namespace std::chrono;

/// What a tenant's ledger says, without counters.
class ReferenceTenant final
{
public:
    std::optional<GramsCO2e> limit;
    PeriodRule rule{PeriodKind::Month, std::nullopt};
    struct Record
    {
        Instant at;
        std::int64_t micrograms;
    };
    std::vector<Record> records;
    std::set<std::string> keys;
    std::map<std::size_t, std::int64_t> held; ///< by number of the reservation

    std::int64_t usedAt(Instant now) const
    {
        const Period open = periodAt(rule, now);
        std::int64_t used = 0;
        for (const Record &record : records)
            if (record.at >= open.start && record.at < open.end) used += record.micrograms;
        return used;
    }
    std::int64_t reserved() const
    {
        std::int64_t sum = 0;
        for (const auto &[number, amount] : held)
            sum += amount;
        return sum;
    }
    bool admits(std::int64_t micrograms, Instant now) const
    {
        return !limit || usedAt(now) + reserved() + micrograms <= limit->micrograms();
    }
    ThrottleLevel levelAt(Instant now) const
    {
        if (!limit) return ThrottleLevel::None;
        const std::int64_t used = usedAt(now);
        if (used > limit->micrograms() || *limit == GramsCO2e{}) return ThrottleLevel::Hard;
        return Int128{used} * 100 >= Int128{limit->micrograms()} * 80 ? ThrottleLevel::Soft : ThrottleLevel::None;
    }
    void book(Instant at, std::int64_t micrograms) { records.push_back({at, micrograms}); }
    /// Old ones can be in no window any more: the list stays short.
    void forgetBefore(Instant at)
    {
        std::erase_if(records, [at](const Record &record) { return record.at < at; });
    }
};

class Model : public BudgetTest
{
protected:
    struct Reservation
    {
        std::size_t who;
        ReservationId id;
        std::int64_t micrograms;
        bool expires;
        Instant until;
    };

    void play(std::uint64_t seed, int commands)
    {
        m_random.seed(seed);
        const milliseconds average = duration_cast<milliseconds>(days{3652}) / commands;
        for (m_step = 0; m_step < commands; ++m_step) {
            clock.advance(milliseconds(pick(2 * average.count()) + 1));
            command();
            if (HasFatalFailure()) return;
            compare();
            if (HasFailure()) return;
        }
        EXPECT_EQ(budgets().verifyCounters().value(), std::nullopt);
        const auto ledger = store().verifyUsage({});
        EXPECT_TRUE(ledger->intact) << ledger->problem;
        EXPECT_GT(ledger->closedPeriods, 0);
        EXPECT_GE(clock.now() - parseInstant("2026-06-10T12:00:00Z", "at").value(), days{365 * 8});
    }

private:
    std::int64_t pick(std::int64_t below)
    {
        return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(below));
    }
    TenantId name(std::size_t who) const { return tenant("t" + std::to_string(who)); }

    void command()
    {
        budgets().tick();
        expire();
        const auto who = static_cast<std::size_t>(pick(kTenants));
        ReferenceTenant &model = m_model[who];
        const std::int64_t amount = pick(400);
        switch (pick(12)) {
        case 0:
            return setBudget(who, model);
        case 1:
        case 2:
            return reserve(who, model, amount);
        case 3:
            return settle(true);
        case 4:
            return settle(false);
        case 5:
            return book(who, model, amount, clock.now() - minutes{pick(3000)}, {});
        case 6: // the same key now and then
            return book(who, model, amount, clock.now(), std::to_string(pick(500)));
        case 7:
            if (pick(20) == 0 && m_reservations.empty()) restart();
            return;
        default:
            return book(who, model, amount, clock.now(), {});
        }
    }

    void setBudget(std::size_t who, ReferenceTenant &model)
    {
        constexpr std::array kKinds{PeriodKind::Hour,  PeriodKind::Day,     PeriodKind::Week,
                                    PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year};
        model.rule = {kKinds[static_cast<std::size_t>(pick(6))], std::nullopt};
        model.limit.reset();
        if (pick(5) != 0) model.limit = GramsCO2e::fromMicrograms(pick(3000));
        const auto set = budgets().set({.tenant = name(who), .limit = model.limit, .period = model.rule.kind}, m_by);
        ASSERT_TRUE(set.has_value()) << set.error().detail;
    }

    void book(std::size_t who, ReferenceTenant &model, std::int64_t amount, Instant at, const std::string &key)
    {
        const auto outcome =
            budgets().recordUsage({name(who), at, GramsCO2e::fromMicrograms(amount), "write", key, Quality::Measured});
        ASSERT_TRUE(outcome.has_value()) << outcome.error().detail;
        const bool repeat = !key.empty() && !model.keys.insert(key).second;
        ASSERT_EQ(outcome->duplicate, repeat);
        if (!repeat) model.book(at, amount);
        ASSERT_EQ(outcome->used.micrograms(), model.usedAt(clock.now()));
    }

    void reserve(std::size_t who, ReferenceTenant &model, std::int64_t amount)
    {
        const bool expires = pick(2) == 0;
        const auto ttl = expires ? std::optional(milliseconds{hours{pick(200) + 1}}) : std::nullopt;
        const auto id = budgets().reserve(name(who), GramsCO2e::fromMicrograms(amount), "upload", ttl);
        ASSERT_EQ(id.has_value(), model.admits(amount, clock.now()));
        if (!id) return;
        model.held[static_cast<std::size_t>(*id)] = amount;
        m_reservations.push_back({who, *id, amount, expires, clock.now() + ttl.value_or(milliseconds{0})});
    }

    void settle(bool commit)
    {
        if (m_reservations.empty()) return;
        const auto at = static_cast<std::size_t>(pick(static_cast<std::int64_t>(m_reservations.size())));
        const Reservation held = m_reservations[at];
        m_reservations.erase(m_reservations.begin() + static_cast<std::ptrdiff_t>(at));
        ReferenceTenant &model = m_model[held.who];
        model.held.erase(static_cast<std::size_t>(held.id));
        if (commit) {
            const std::int64_t actual = pick(2 * held.micrograms + 1);
            ASSERT_TRUE(budgets().commit(held.id, GramsCO2e::fromMicrograms(actual)).has_value());
            model.book(clock.now(), actual);
        } else {
            ASSERT_TRUE(budgets().release(held.id).has_value());
        }
    }

    /// Those whose time is over were charged at their estimate by the tick that just was.
    void expire()
    {
        std::erase_if(m_reservations, [this](const Reservation &held) {
            if (!held.expires || held.until > clock.now()) return false;
            m_model[held.who].held.erase(static_cast<std::size_t>(held.id));
            if (held.micrograms > 0) m_model[held.who].book(clock.now(), held.micrograms);
            return true;
        });
    }

    void compare()
    {
        for (std::size_t who = 0; who < kTenants; ++who) {
            ReferenceTenant &model = m_model[who];
            const BudgetRow row = budgets().row(name(who));
            ASSERT_EQ(row.used.micrograms(), model.usedAt(clock.now())) << "step " << m_step << ", tenant " << who;
            ASSERT_EQ(row.reserved.micrograms(), model.reserved()) << "step " << m_step << ", tenant " << who;
            ASSERT_EQ(row.standing.level, model.levelAt(clock.now())) << "step " << m_step << ", tenant " << who;
            model.forgetBefore(clock.now() - days{3 * 366});
        }
    }

    static constexpr std::size_t kTenants = 5;
    std::mt19937_64 m_random;
    std::array<ReferenceTenant, kTenants> m_model;
    std::vector<Reservation> m_reservations;
    int m_step = 0;
};

bool isFullRun()
{
    const char *wanted = std::getenv("GREENWARD_FULL");
    return wanted && std::string_view(wanted) == "1";
}

TEST_F(Model, C09_tenYearsOfRandomCommandsAgreeWithTheReference)
{
    const char *given = std::getenv("GREENWARD_SEED");
    const std::uint64_t seed = given ? std::strtoull(given, nullptr, 10) : std::random_device{}();
    RecordProperty("seed", std::to_string(seed));
    ASSERT_NO_FATAL_FAILURE(play(seed, isFullRun() ? 100'000 : 800)) << "seed " << seed;
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
}

} // namespace
} // namespace greenward::budget
