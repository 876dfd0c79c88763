#include "tests/adapters/live_grid/live_grid_fixture.h"

namespace greenward::adapters {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class GridFollower : public LiveGridTest
{
protected:
    /// Lets the product's clockwork run for a while, a second at a time.
    void pass(std::chrono::seconds span, const std::vector<grid::Place> &places)
    {
        for (seconds gone{0}; gone < span; gone += seconds{1}) {
            m_clock.advance(seconds{1});
            m_live->tick(places);
            EXPECT_TRUE(m_pump.runUntil([&] { return m_live->fetcher().idle() || isWaiting() || budgetIsSpent(); }));
        }
    }
    bool budgetIsSpent() const
    {
        for (const auto &source : m_live->sources().all())
            if (source->provider && source->provider->health().requestsLeft <= 0) return true;
        return false;
    }
};

TEST_F(GridFollower, C25_aPlaceInUseIsKeptUpToDateAndNotAskedTooOften)
{
    onlyUse({"gb-carbon-intensity"});
    const std::vector places{place("GB")};
    pass(minutes{10}, places);
    const std::size_t first = m_services.received().size();
    EXPECT_EQ(figure("GB")->origin, Origin::Live);
    EXPECT_LE(first, 5U) << "now, the last day, the week before it and the forecast";
    EXPECT_GE(first, 2U);
    pass(minutes{50}, places);
    EXPECT_EQ(figure("GB")->origin, Origin::Live);
    EXPECT_LE(m_services.received().size(), first + 6) << "once in a quarter of an hour";
}

TEST_F(GridFollower, C26_manyPlacesWaitForTheRequestBudgetInsteadOfChangingTheSource)
{
    onlyUse({"energy-charts"});
    std::vector<grid::Place> places;
    for (const char *country : {"DE", "FR", "PL", "AT", "SE", "NO", "ES", "IT"})
        places.push_back(place(country));
    pass(minutes{2}, places);
    for (const grid::Place &one : places)
        EXPECT_EQ(figure(one.name.text())->provider, "Energy-Charts") << one.name.text();
    EXPECT_TRUE(m_heard.empty()) << m_heard[0].detail;
}

TEST_F(GridFollower, nothingIsAskedWhereNothingIsInUse)
{
    pass(minutes{5}, {});
    EXPECT_TRUE(m_services.received().empty());
}

} // namespace
} // namespace greenward::adapters
