// A placement decision over many candidates, with the shipped tables and no network.
#include "core/adapters/tables/shipped_tables.h"
#include "core/bus/bus.h"
#include "core/grid/grid_component.h"
#include "core/placement/placement_component.h"
#include "core/store/memory_store.h"
#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>

namespace greenward::bench {
namespace {

/// All on one thread, as the engine works: a new one for each round would fetch its memory from the system anew.
double millisecondsOf(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < 41; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    return median(times);
}

/// So many backends over all regions of the table.
std::vector<BackendSpec> backends(const std::vector<placement::RegionFacts> &facts, std::size_t count)
{
    std::vector<BackendSpec> all;
    for (std::size_t i = 0; all.size() < count; ++i) {
        const placement::RegionFacts &one = facts[i % facts.size()];
        auto spec = placement::backendFrom(one, [&](const RegionName &) { return one.provider == "aws"; });
        if (!spec) continue;
        spec->id = must(BackendId::parse("backend-" + std::to_string(i)));
        spec->pue = Pue::fromMillionths(1'050'000 + static_cast<std::int64_t>(i * 7919 % 500'000));
        all.push_back(*std::move(spec));
    }
    return all;
}

void choose(std::size_t count)
{
    const auto tables = must(adapters::shippedTables());
    store::MemoryStateStore store;
    bus::Bus bus;
    const Clock &clock = World::systemClock();
    const grid::GridComponent grid(bus, clock, tables.grid, {});
    const std::vector<BackendSpec> specs = backends(tables.regionFacts, count);
    placement::PlacementComponent placement(
        bus, store, clock,
        {.presets = specs, .coefficients = tables.coefficients, .countryOf = [&](const RegionName &region) {
             const auto place = grid.map().resolve(region);
             return place ? place->country : std::string();
         }});
    placement::Query query{.candidates = {}, .size = DataSize::fromBytes(10'000'000'000'000)};
    for (const BackendSpec &spec : specs)
        query.candidates.push_back(spec.id);
    query.constraints.countries = {must(CountryCode::parse("SE")), must(CountryCode::parse("DE")),
                                   must(CountryCode::parse("US")), must(CountryCode::parse("FR"))};
    const Actor by = must(Actor::parse("bench"));

    heading(std::to_string(count) + " candidates in " + std::to_string(tables.regionFacts.size()) + " regions");
    std::vector<placement::Candidate> ranked = must(placement.weigh(query)).ranked;
    const double sorting = millisecondsOf([&] {
        std::vector<BackendSpec> copy = specs;
        std::ranges::sort(copy, {}, &BackendSpec::pue);
        if (copy.empty()) std::abort();
    });
    const double weighing = millisecondsOf([&] { must(placement.weigh(query)); });
    const double keeping = millisecondsOf([&] { must(placement.choose(query, by)); });
    print("copied and sorted by one figure (yardstick)", shown(sorting) + " ms");
    print("weighed: rated, estimated, filtered, ranked", shown(weighing) + " ms",
          "x " + shown(weighing / sorting) + " the yardstick; wanted <= 2 ms for 1,000");
    print("chosen: the same, written out and announced", shown(keeping) + " ms");
}

} // namespace
} // namespace greenward::bench

int main()
{
    for (const std::size_t count : {std::size_t{10}, std::size_t{1'000}, std::size_t{10'000}})
        greenward::bench::choose(count);
    return 0;
}
