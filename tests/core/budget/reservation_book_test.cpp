#include "core/budget/reservation_book.h"
#include "tests/core/budget/budget_fixture.h"

#include <set>

namespace greenward::budget {
namespace {

using namespace std::chrono;

class DurableReservations : public BudgetTest
{
protected:
    DurableReservations() { begin(); }
    void begin()
    {
        m_book.emplace(budgets(), store(), clock, ids, minutes{15});
        const auto loaded = m_book->load();
        ASSERT_TRUE(loaded.has_value()) << loaded.error().detail;
    }
    void restartAll()
    {
        m_book.reset();
        restart();
        begin();
    }
    ReservationBook &book() { return *m_book; }
    std::string reserve(std::int64_t amount)
    {
        const auto row = book().reserve(acme, grams(amount), "backup", std::nullopt);
        EXPECT_TRUE(row.has_value()) << row.error().detail;
        return row ? row->id : std::string();
    }

private:
    std::optional<ReservationBook> m_book;
};

TEST_F(DurableReservations, C01_surviveARestartAndCountAgainstTheLimit)
{
    setLimit(acme, 100);
    const std::string id = reserve(60);
    restartAll();
    ASSERT_EQ(book().rows().size(), 1U);
    EXPECT_EQ(budgets().row(acme).reserved, grams(60));
    EXPECT_EQ(book().reserve(acme, grams(41), "backup", std::nullopt).error().code, ErrorCode::Refused);
    EXPECT_TRUE(book().commit(id, grams(55)).has_value());
    EXPECT_EQ(usedBy(acme), grams(55));
    EXPECT_EQ(budgets().row(acme).reserved, grams(0));
    EXPECT_EQ(book().commit(id, grams(55)).error().code, ErrorCode::UnknownName) << "once";
    restartAll();
    EXPECT_EQ(usedBy(acme), grams(55));
    EXPECT_TRUE(book().rows().empty());
}

TEST_F(DurableReservations, C01_moreThanTheEstimateCountsToo)
{
    setLimit(acme, 100);
    const std::string id = reserve(60);
    ASSERT_TRUE(book().commit(id, grams(130)).has_value());
    EXPECT_EQ(usedBy(acme), grams(130));
    EXPECT_EQ(budgets().row(acme).reserved, grams(0));
}

TEST_F(DurableReservations, releaseGivesBack)
{
    setLimit(acme, 100);
    const std::string id = reserve(100);
    restartAll();
    ASSERT_TRUE(book().release(id).has_value());
    EXPECT_EQ(budgets().row(acme).reserved, grams(0));
    EXPECT_EQ(usedBy(acme), grams(0));
    EXPECT_EQ(book().release("r1-1").error().code, ErrorCode::UnknownName);
}

TEST_F(DurableReservations, unsettledOnesAreChargedAlsoWhenTheirTimePassedWithoutAProcess)
{
    setLimit(acme, 100);
    reserve(40);
    clock.advance(minutes{14});
    book().tick();
    EXPECT_EQ(usedBy(acme), grams(0));
    restartAll();
    clock.advance(minutes{1});
    book().tick();
    EXPECT_EQ(usedBy(acme), grams(40));
    EXPECT_EQ(budgets().row(acme).reserved, grams(0));
    EXPECT_TRUE(book().rows().empty());
    book().tick();
    EXPECT_EQ(usedBy(acme), grams(40));
}

TEST_F(DurableReservations, B2_idsAreNeverMadeOfTheTime)
{
    std::set<std::string> given;
    for (int start = 0; start < 5; ++start) {
        restartAll();
        const std::string id = reserve(10);
        EXPECT_TRUE(given.insert(id).second) << id;
        ASSERT_TRUE(book().commit(id, grams(10)).has_value());
    }
    EXPECT_EQ(usedBy(acme), grams(50));
    EXPECT_EQ(store().verifyUsage({})->records, 5);
}

TEST_F(DurableReservations, B2_noKeyUsedBeforeMakesASettlementARepeat)
{
    const std::string id = reserve(10);
    BudgetTest::book({acme, clock.now(), grams(1), "other", "reservation:" + id, Quality::Measured});
    ASSERT_TRUE(book().commit(id, grams(10)).has_value());
    EXPECT_EQ(usedBy(acme), grams(11));
    EXPECT_EQ(store().verifyUsage({})->records, 2);
}

TEST_F(DurableReservations, B3_allThatIsOpenIsHeldAgainAtEveryStart)
{
    setLimit(acme, 100);
    const TenantId zeta = tenant("zeta");
    setLimit(zeta, 100);
    const std::string first = reserve(40);
    reserve(40);
    ASSERT_TRUE(book().reserve(zeta, grams(7), "backup", std::nullopt).has_value());
    use(acme, grams(30)); // always counted: 110 of 100 are taken
    for (int start = 0; start < 3; ++start) {
        restartAll();
        EXPECT_EQ(budgets().row(acme).reserved, grams(80)) << start;
        EXPECT_EQ(budgets().row(zeta).reserved, grams(7));
        EXPECT_EQ(book().reserve(acme, grams(1), "x", std::nullopt).error().code, ErrorCode::Refused);
    }
    setLimit(acme, 20);
    restartAll();
    EXPECT_EQ(budgets().row(acme).reserved, grams(80));
    ASSERT_TRUE(book().release(first).has_value());
    EXPECT_EQ(budgets().row(acme).reserved, grams(40));
    clock.advance(minutes{16});
    book().tick();
    EXPECT_EQ(budgets().row(acme).reserved, grams(0));
    EXPECT_EQ(usedBy(acme), grams(70));
}

TEST_F(DurableReservations, refuseWhatCannotBe)
{
    setLimit(acme, 100);
    EXPECT_EQ(book().reserve(acme, grams(-1), "x", std::nullopt).error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(book().reserve(acme, grams(1), "x", milliseconds{0}).error().subject, "ttl");
    EXPECT_EQ(book().reserve(acme, grams(1), "x", days{32}).error().subject, "ttl");
    EXPECT_EQ(book().reserve(acme, grams(1), "", std::nullopt).error().subject, "operation");
    const std::string id = reserve(1);
    EXPECT_EQ(book().commit(id, grams(-1)).error().subject, "grams");
    EXPECT_EQ(book().rows().size(), 1U) << "still open";
}

} // namespace
} // namespace greenward::budget
