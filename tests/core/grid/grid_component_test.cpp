#include "core/grid/grid_component.h"

#include "core/grid/sample_book.h"

#include "tests/core/grid/sample_tables.h"

#include <gtest/gtest.h>

namespace greenward::grid {
namespace {

using namespace std::chrono_literals;

class HandClock final : public Clock
{
public:
    Instant now() const override { return at; }
    std::chrono::nanoseconds monotonic() const override { return at.time_since_epoch(); }
    Instant at{std::chrono::sys_days{std::chrono::year{2026} / 8 / 20}};
};

GridFigure observed(Signal signal, Instant at)
{
    GridFigure figure;
    figure.value = grams(120'000);
    figure.signal = signal;
    figure.quality = Quality::Measured;
    figure.estimated = false;
    figure.zone = "US-EAST";
    figure.provider = "scripted";
    figure.pointTime = at;
    figure.fetchedAt = at;
    return figure;
}

Place placeIn(std::string zone)
{
    Place place{region("us-east-1"), PlaceKind::CloudRegion, "aws", "us-east-1", {}, "US", std::move(zone), {}};
    return place;
}

TEST(GridComponent, answersTheCurrentIntensityOnTheBus)
{
    bus::Bus bus;
    const HandClock clock;
    const GridComponent grid(bus, clock, sampleTables(), {});
    const auto figure = bus.request(bus::CurrentIntensity{region("us-east-1"), Signal::Average});
    ASSERT_TRUE(figure);
    EXPECT_EQ(figure->value, grams(327'170));
    const auto unknown = bus.request(bus::CurrentIntensity{region("atlantis"), Signal::Average});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(unknown.error().subject, "region");
}

TEST(GridComponent, C23_neverAnswersOneSignalWithAnother)
{
    bus::Bus bus;
    const HandClock clock;
    const GridComponent grid(bus, clock, sampleTables(), {});
    for (const Signal signal : {Signal::Marginal, Signal::Percentile, Signal::Level}) {
        const auto figure = bus.request(bus::CurrentIntensity{region("us-east-1"), signal});
        ASSERT_FALSE(figure);
        EXPECT_EQ(figure.error().code, ErrorCode::NotFound);
        EXPECT_NE(figure.error().detail.find("no source for signal " + std::string(signalName(signal))),
                  std::string::npos);
    }
}

TEST(GridComponent, C17_C25_prefersLiveThenLastKnownThenTheYear)
{
    bus::Bus bus;
    HandClock clock;
    SampleBook book;
    const GridComponent grid(bus, clock, sampleTables(), {}, &book);
    ASSERT_TRUE(book.accept(placeIn("US-EAST"), observed(Signal::Average, clock.at)));
    const auto now = [&] {
        return grid.intensity(region("us-east-1"), Signal::Average).value();
    };

    EXPECT_EQ(now().origin, Origin::Live);
    EXPECT_EQ(now().value, grams(120'000));
    clock.at += 5min;
    EXPECT_EQ(now().origin, Origin::Live);
    clock.at += 1ms;
    EXPECT_EQ(now().origin, Origin::LastKnown);
    clock.at += 1h + 55min;
    EXPECT_EQ(now().origin, Origin::ZoneYearAverage) << "older than two hours is not used";
    ASSERT_TRUE(book.accept(placeIn("US-EAST"), observed(Signal::Average, clock.at)));
    EXPECT_EQ(now().origin, Origin::Live);
}

TEST(GridComponent, C23_aLiveMarginalFigureLeavesTheAverageAlone)
{
    bus::Bus bus;
    const HandClock clock;
    SampleBook book;
    ASSERT_TRUE(book.accept(placeIn("US-EAST"), observed(Signal::Marginal, clock.at)));
    const GridComponent grid(bus, clock, sampleTables(), {}, &book);
    EXPECT_EQ(grid.intensity(region("us-east-1"), Signal::Marginal)->value, grams(120'000));
    EXPECT_EQ(grid.intensity(region("us-east-1"), Signal::Average)->value, grams(327'170));
}

TEST(GridComponent, B35_theDefaultIsASetting)
{
    bus::Bus bus;
    const HandClock clock;
    const GridComponent grid(bus, clock, sampleTables(), {.fallback = grams(473'000)});
    EXPECT_EQ(grid.intensity(region("on-premises"), Signal::Average)->value, grams(473'000));
}

TEST(GridComponent, rowsAreTheRegionsOfTheRatedBackends)
{
    bus::Bus bus;
    const HandClock clock;
    const GridComponent grid(bus, clock, sampleTables(), {});
    EXPECT_TRUE(grid.rows().empty()) << "nobody answers for backends";
    const auto backend = [](std::string_view id, std::string_view where) {
        return bus::ScoredBackend{.spec = {.id = BackendId::parse(id).value(), .region = region(where)},
                                  .intensity = {},
                                  .score = {},
                                  .restPower = {},
                                  .perTerabyteMonth = {}};
    };
    const Subscription scores =
        bus.respond<bus::PlacementScores>([&](const bus::PlacementScores &) -> Result<std::vector<bus::ScoredBackend>> {
            return std::vector{backend("cold", "SE"), backend("hot", "us-east-1"), backend("warm", "SE")};
        });
    const auto rows = grid.rows();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].place.name, region("SE"));
    EXPECT_EQ(rows[0].backends.size(), 2U);
    EXPECT_EQ(rows[1].place.location, "Virginia, US");
    EXPECT_EQ(rows[1].figure.value, grams(327'170));
}

} // namespace
} // namespace greenward::grid
