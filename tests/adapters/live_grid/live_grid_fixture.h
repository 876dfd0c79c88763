#pragma once

#include "core/adapters/grid_providers/http_providers.h"
#include "core/adapters/http/qt_http_client.h"
#include "core/adapters/series/sqlite_series_store.h"
#include "core/adapters/tables/shipped_tables.h"
#include "core/base/time_text.h"
#include "core/grid/grid_component.h"
#include "core/grid/live_grid.h"
#include "tests/adapters/grid_providers/engine_thread_pump.h"
#include "tests/support/manual_clock.h"
#include "tests/support/program.h"
#include "tests/support/stand_in_grid.h"

#include <gtest/gtest.h>

#include <QtCore/QCoreApplication>

namespace greenward::adapters {

/// The whole way from a region's name to a figure: real HTTP to a server on loopback, a real store on disk, the shipped
/// tables; only the clock is the test's.
class LiveGridTest : public ::testing::Test
{
protected:
    using Inquiry = grid::Inquiry;
    using Question = grid::Question;

    LiveGridTest()
    {
        m_problems = m_bus.subscribe<bus::IntensityProblem>(
            [this](const bus::IntensityProblem &event) { m_heard.push_back(event); });
        restart();
    }

    /// Everything but the services and the disk begins anew.
    void restart()
    {
        m_grid.reset();
        m_live.reset();
        m_series.reset();
        m_series = SqliteSeriesStore::open((m_directory.path() / "series.db").string()).value();
        m_live = std::make_unique<grid::LiveGrid>(m_bus, m_clock, *m_series, &m_providers, &m_credentials);
        for (const auto &source : m_live->sources().all()) {
            grid::SourceSettings settings = source->settings;
            if (settings.url.empty()) continue;
            settings.url = m_services.urlOf(settings.id);
            m_wanted.push_back(settings);
        }
        for (const grid::SourceSettings &settings : std::exchange(m_wanted, {}))
            m_live->sources().use(settings);
        ASSERT_TRUE(m_live->load());
        m_grid =
            std::make_unique<grid::GridComponent>(m_bus, m_clock, m_tables.grid, grid::GridSettings{}, m_live.get());
    }

    void enterWattTime()
    {
        m_credentials.put("watttime", "username", Secret(tests::StandInGrid::kUser));
        m_credentials.put("watttime", "password", Secret(tests::StandInGrid::kPassword));
    }
    void enterElectricityMaps() { m_credentials.put("electricitymaps", "token", Secret(tests::StandInGrid::kToken)); }
    void onlyUse(const std::set<std::string> &sources)
    {
        for (const auto &source : m_live->sources().all())
            change(source->kind.id, [&](grid::SourceSettings &one) { one.enabled = sources.contains(one.id); });
    }
    template<typename Change>
    void change(const std::string &id, Change apply)
    {
        grid::SourceSettings settings = m_live->sources().find(id)->settings;
        apply(settings);
        const auto checked = m_live->sources().check(settings);
        ASSERT_TRUE(checked) << checked.error().detail;
        m_live->sources().use(settings);
    }

    grid::Place place(const std::string &region) const
    {
        return m_grid->map().resolve(RegionName::parse(region).value()).value();
    }
    /// Asks and waits for the answer; lets time pass where a source waits for its next try.
    grid::FetchOutcome fetch(const std::string &region, const Inquiry &inquiry)
    {
        const auto got = std::make_shared<std::optional<grid::FetchOutcome>>();
        m_live->fetcher().fetch(place(region), inquiry, [got](const grid::FetchOutcome &outcome) { *got = outcome; });
        while (!got->has_value()) {
            if (!m_pump.runUntil([&] { return got->has_value() || isWaiting(); })) {
                ADD_FAILURE() << "no answer came";
                return {};
            }
            if (got->has_value()) break;
            m_clock.advance(std::chrono::seconds{1});
            m_live->tick({});
        }
        return **got;
    }
    grid::FetchOutcome fetchNow(const std::string &region, Signal signal = Signal::Average)
    {
        return fetch(region, {.question = Question::Now, .signal = signal});
    }
    Result<GridFigure> figure(const std::string &region, Signal signal = Signal::Average) const
    {
        return m_grid->intensity(RegionName::parse(region).value(), signal);
    }
    /// For a source's next try, or for its request budget: both go by the clock.
    bool isWaiting() const
    {
        for (const auto &source : m_live->sources().all()) {
            if (!source->provider) continue;
            const grid::ProviderHealth health = source->provider->health();
            if (health.retrying > 0 || (health.configured && health.requestsLeft <= 0)) return true;
        }
        return false;
    }

    tests::ManualClock m_clock{parseInstant("2026-05-04T10:07:00Z", "test").value()};
    tests::EngineThreadPump m_pump;
    int m_count = 1;
    char m_program[5] = "test"; // Qt wants at least a name
    char *m_arguments[2] = {m_program, nullptr};
    QCoreApplication m_application{m_count, m_arguments};
    tests::StandInGrid m_services{[this] {
        return m_clock.now();
    }};
    tests::TemporaryDirectory m_directory;
    ShippedTables m_tables = shippedTables().value();
    bus::Bus m_bus;
    Subscription m_problems;
    std::vector<bus::IntensityProblem> m_heard;
    grid::MemoryCredentials m_credentials;
    HttpProviders m_providers{[] { return std::make_unique<QtHttpClient>("Greenward/test"); },
                              std::shared_ptr<const Clock>(&m_clock, [](const Clock *) {}), m_pump.post(),
                              [] {
                                  return 0U;
                              }};
    std::unique_ptr<SqliteSeriesStore> m_series;
    std::unique_ptr<grid::LiveGrid> m_live;
    std::unique_ptr<grid::GridComponent> m_grid;

private:
    std::vector<grid::SourceSettings> m_wanted;
};

} // namespace greenward::adapters
