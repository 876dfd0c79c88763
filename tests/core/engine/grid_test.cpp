#include "core/adapters/catalogue/sqlite_catalogue.h"
#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/files/plain_files.h"
#include "core/adapters/grid_providers/http_providers.h"
#include "core/adapters/localfs/local_driver_factory.h"
#include "core/adapters/os/system_ids.h"
#include "core/adapters/series/sqlite_series_store.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/adapters/tables/shipped_tables.h"
#include "core/base/time_text.h"
#include "core/engine/engine.h"
#include "core/engine/json/grid_json.h"
#include "core/engine/ports.h"
#include "tests/support/manual_clock.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

namespace greenward::engine {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// Answers nothing and is never asked: these tests live on imported signals.
class SilentClient final : public adapters::HttpClient
{
public:
    void send(adapters::HttpRequest, std::stop_token, Done done) override
    {
        done(grid::trouble(grid::Trouble::Cancelled, "offline"));
    }
};

/// A whole engine on a real directory; what it knows of the grid was imported.
class GridEngine : public testing::Test
{
protected:
    void SetUp() override { restart(); }

    void restart()
    {
        m_engine.reset();
        auto shipped = adapters::shippedTables();
        ASSERT_TRUE(shipped.has_value());
        Ports ports;
        ports.ids = std::make_shared<adapters::SystemIds>();
        ports.clock = m_clock;
        ports.hashers = std::make_shared<adapters::OpenSslHasherFactory>();
        ports.drivers = std::make_shared<adapters::LocalDriverFactory>();
        ports.files = std::make_shared<adapters::PlainFiles>(m_root.path(), std::string(budget::kOwnBudgetsFile));
        ports.store =
            adapters::SqliteStateStore::open(m_root.path(), store::OpenMode::ReadWrite, *ports.hashers).value();
        ports.catalogue = adapters::SqliteCatalogue::open((m_root.path() / "catalog.db").string()).value();
        ports.series = adapters::SqliteSeriesStore::open((m_root.path() / "series.db").string()).value();
        ports.post = [](const std::function<void()> &task) {
            task();
        };
        ports.gridProviders = std::make_unique<adapters::HttpProviders>([] { return std::make_unique<SilentClient>(); },
                                                                        m_clock, ports.post, [] { return 0U; });
        ports.reference = {std::move(shipped->grid), std::move(shipped->presets), std::move(shipped->regionFacts),
                           std::move(shipped->coefficients)};
        ports.directory = m_root.path().string();
        ports.changes = &m_changes;
        m_engine = Engine::open(std::move(ports)).value();
    }

    Engine &engine() { return *m_engine; }
    Result<Outcome> apply(Command command) { return m_engine->apply(command, Actor::parse("Ada").value()); }
    Result<Outcome> import(const std::string &text)
    {
        CORE_TRY(auto series, grid::readSignalFile(text));
        return apply(ImportSignals{.series = std::move(series), .source = "test.csv"});
    }
    static std::string at(Instant when) { return toRfc3339(when); }
    /// Hourly averages of DE over [from, to): 300 by day, 100 from 01:00 to 05:00 UTC.
    static std::string hourly(Instant from, Instant to)
    {
        std::string csv = "region,time,length_s,intensity_g_per_kwh\n";
        for (Instant one = from; one < to; one += hours{1}) {
            const auto hour = (one - std::chrono::floor<std::chrono::days>(one)) / hours{1};
            csv += "DE," + at(one) + ",3600," + (hour >= 1 && hour < 5 ? "100" : "300") + "\n";
        }
        return csv;
    }

    const RegionName de = RegionName::parse("DE").value();
    const Instant now = parseInstant("2026-06-10T12:20:00Z", "at").value();
    std::shared_ptr<tests::ManualClock> m_clock = std::make_shared<tests::ManualClock>(now);

private:
    tests::TemporaryDirectory m_root;
    ChangeFeed m_changes;
    std::unique_ptr<Engine> m_engine;
};

TEST_F(GridEngine, C27_whatIsNotKnownIsMissingAndNeverZero)
{
    const auto picture = engine().gridPicture(de, Signal::Average, now - hours{24}, now + hours{24});
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->provider, "");
    EXPECT_TRUE(picture->measured.empty() && picture->estimated.empty() && picture->forecast.empty());
    EXPECT_EQ(picture->trailingMean, std::nullopt);
    ASSERT_TRUE(picture->latest);
    EXPECT_EQ(picture->latest->origin, Origin::CountryYearAverage);
    const auto marginal = engine().gridPicture(de, Signal::Marginal, now - hours{24}, now);
    EXPECT_EQ(marginal->latest, std::nullopt) << "C-23: no average in its place";
    EXPECT_NE(marginal->problem, "");
    EXPECT_EQ(engine()
                  .gridPicture(RegionName::parse("atlantis").value(), Signal::Average, now, now + hours{1})
                  .error()
                  .subject,
              "region");
}

TEST_F(GridEngine, importedSignalsAreAPictureWithKindsGapsAndAForecast)
{
    std::string csv = "region,time,length_s,intensity_g_per_kwh,kind,issued_at,method\n";
    const Instant from = now - minutes{20} - hours{3};
    csv += "DE," + at(from) + ",3600,210,measured,,\n";
    csv += "DE," + at(from + hours{2}) + ",3600,230,estimated,,GUESS\n";
    csv += "DE," + at(from + hours{4}) + ",3600,250,forecast," + at(now - hours{1}) + ",\n";
    const auto outcome = import(csv);
    ASSERT_TRUE(outcome) << outcome.error().detail;
    const auto picture = engine().gridPicture(de, Signal::Average, now - hours{24}, now + hours{24}).value();
    EXPECT_EQ(picture.source, "import");
    EXPECT_EQ(picture.zone, "DE");
    ASSERT_EQ(picture.measured.size(), 1U);
    ASSERT_EQ(picture.estimated.size(), 1U);
    EXPECT_GT(picture.estimated[0].from, picture.measured[0].from + picture.measured[0].length) << "a gap stays one";
    EXPECT_EQ(picture.estimated[0].method, "GUESS");
    EXPECT_EQ(picture.forecastIssued, now - hours{1});
    ASSERT_EQ(picture.forecast.size(), 1U);
    EXPECT_TRUE(picture.band.empty()) << "nothing is known of its errors";
    EXPECT_EQ(picture.latest->provider, "Import");
    const Json json = toJson(picture);
    EXPECT_EQ(json.at("unit"), "g/kWh");
    EXPECT_EQ(json.at("measured").size(), 1U);
}

TEST_F(GridEngine, C41_theTrailingMeanNeeds18HoursAndWindowsLieBelowIt)
{
    const Instant hour = std::chrono::floor<hours>(now);
    ASSERT_TRUE(import(hourly(hour - hours{17}, hour)));
    EXPECT_EQ(engine().gridPicture(de, Signal::Average, now - hours{24}, now + hours{24})->trailingMean, std::nullopt);
    EXPECT_EQ(engine().gridPicture(de, Signal::Average, now - hours{24}, now + hours{24})->trailingHours, 17);
    std::string csv = hourly(hour - hours{24}, hour);
    ASSERT_TRUE(import(csv));
    csv = "region,time,length_s,intensity_g_per_kwh,kind,issued_at\n";
    for (int i = 0; i < 24; ++i)
        csv += "DE," + at(hour + hours{i}) + ",3600," + (i >= 13 && i < 17 ? "100" : "300") + ",forecast," + at(hour) +
               "\n";
    ASSERT_TRUE(import(csv));
    const auto picture = engine().gridPicture(de, Signal::Average, now - hours{24}, now + hours{24}).value();
    ASSERT_TRUE(picture.trailingMean);
    EXPECT_EQ(picture.trailingHours, 24);
    EXPECT_EQ(picture.trailingMean->gramsText(), "266.667");
    ASSERT_EQ(picture.lowCarbon.size(), 1U);
    EXPECT_EQ(picture.lowCarbon[0].from, hour + hours{13});
    EXPECT_EQ(picture.lowCarbon[0].to, hour + hours{17});
    EXPECT_EQ(picture.lowCarbon[0].mean.gramsText(), "100");

    const auto best = engine().bestWindow(de, Signal::Average, hours{2}, now + hours{24});
    ASSERT_TRUE(best) << best.error().detail;
    EXPECT_EQ(best->from, hour + hours{13});
    EXPECT_EQ(best->expected.gramsText(), "100");
    EXPECT_FALSE(best->errorsKnown);
    EXPECT_EQ(engine().bestWindow(de, Signal::Average, hours{2}, now + hours{1}).error().subject, "deadline");
}

TEST_F(GridEngine, theBandRestsOnPastForecastsAgainstWhatCame)
{
    const Instant hour = std::chrono::floor<hours>(now);
    std::string csv = "region,time,length_s,intensity_g_per_kwh,kind,issued_at\n";
    // Fifteen forecasts of six hours each, all 20 too low.
    for (int day = 15; day >= 0; --day)
        for (int i = 0; i < 6; ++i)
            csv += "DE," + at(hour - hours{24 * day} + hours{i}) + ",3600,280,forecast," + at(hour - hours{24 * day}) +
                   "\n";
    ASSERT_TRUE(import(csv));
    std::string actual = "region,time,length_s,intensity_g_per_kwh\n";
    for (int day = 15; day >= 1; --day)
        for (int i = 0; i < 6; ++i)
            actual += "DE," + at(hour - hours{24 * day} + hours{i}) + ",3600,300\n";
    ASSERT_TRUE(import(actual));
    const auto picture = engine().gridPicture(de, Signal::Average, now - hours{1}, now + hours{24}).value();
    ASSERT_FALSE(picture.band.empty());
    EXPECT_EQ(picture.band[0].low.gramsText(), "300");
    EXPECT_EQ(picture.band[0].high.gramsText(), "300");
    EXPECT_EQ(picture.band[0].cases, 15);
    const auto errors = engine().forecastErrors(de, Signal::Average).value();
    ASSERT_EQ(errors.size(), 6U);
    EXPECT_EQ(errors[0].biasMilligrams, -20'000);
    EXPECT_EQ(errors[0].meanAbsoluteMilligrams, 20'000);
}

TEST_F(GridEngine, C42_theWindowDoctorTellsWhatTheNightHasCost)
{
    const Instant hour = std::chrono::floor<hours>(now);
    EXPECT_EQ(engine().windowDoctor(de, Signal::Average, 2, 2).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(import(hourly(hour - hours{24 * 10}, hour)));
    const auto doctor = engine().windowDoctor(de, Signal::Average, 2, 2);
    ASSERT_TRUE(doctor) << doctor.error().detail;
    EXPECT_GE(doctor->days, 9);
    EXPECT_EQ(doctor->inWindow.gramsText(), "100");
    EXPECT_LT(doctor->penaltyMillionths, 0) << "cleaner than the mean";
    EXPECT_EQ(engine().windowDoctor(de, Signal::Average, 12, 4)->bestHour, 1);
    EXPECT_EQ(engine().windowDoctor(de, Signal::Average, 24, 2).error().subject, "begin");
    EXPECT_EQ(engine().windowDoctor(de, Signal::Average, 2, 0).error().subject, "length");
}

TEST_F(GridEngine, aFileIsImportedAsAWholeOrNotAtAll)
{
    const std::string head = "region,time,length_s,intensity_g_per_kwh\n";
    const auto atlantis = import(head + "DE,2026-06-10T10:00:00Z,3600,300\natlantis,2026-06-10T10:00:00Z,3600,1\n");
    ASSERT_FALSE(atlantis);
    EXPECT_EQ(atlantis.error().subject, "region");
    EXPECT_NE(atlantis.error().detail.find("line 3"), std::string::npos) << atlantis.error().detail;
    EXPECT_TRUE(engine().storedSeries().value().empty()) << "the good line is not in either";
    const auto outcome = import(head + "us-east-1,2026-06-10T10:00:00Z,3600,300\n");
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->imported, 1U);
    EXPECT_EQ(engine().storedSeries().value().at(0).zone, "US-MIDA-PJM") << "cloud regions of one grid share it";
    EXPECT_EQ(engine().auditLog(0, 10).value().at(0).what, "grid.import");
}

TEST_F(GridEngine, C22_C24_G31_sourcesAreSetUpAndRemembered)
{
    const auto find = [&](const std::string &id) {
        for (const GridSourceRow &row : engine().gridSources())
            if (row.id == id) return row;
        ADD_FAILURE() << id;
        return GridSourceRow{};
    };
    EXPECT_EQ(find("electricitymaps").url, "https://api.electricitymaps.com/v4");
    EXPECT_EQ(find("watttime").cacheFor.count(), 300);
    EXPECT_EQ(find("watttime").credentials.size(), 2U);
    EXPECT_EQ(find("watttime").credentials[1].state, grid::CredentialState::NoKeychain);
    EXPECT_FALSE(find("watttime").configured);
    EXPECT_TRUE(find("energy-charts").configured);
    ASSERT_TRUE(apply(SetGridSource{.id = "electricitymaps",
                                    .url = "http://127.0.0.1:8080/v4/",
                                    .enabled = false,
                                    .priority = 5,
                                    .cacheFor = std::chrono::seconds{600}}));
    restart();
    const GridSourceRow row = find("electricitymaps");
    EXPECT_EQ(row.url, "http://127.0.0.1:8080/v4");
    EXPECT_FALSE(row.enabled);
    EXPECT_EQ(row.priority, 5);
    EXPECT_EQ(row.cacheFor.count(), 600);
    EXPECT_EQ(engine().gridSources().front().id, "electricitymaps") << "by priority";
    EXPECT_EQ(engine().auditLog(0, 10).value().at(0).what, "grid.source");
    ASSERT_TRUE(apply(SetGridSource{.id = "electricitymaps", .url = ""}));
    EXPECT_EQ(find("electricitymaps").url, "https://api.electricitymaps.com/v4") << "empty: the service's own";
}

TEST_F(GridEngine, C24_whatASourceMayNotBeIsNamed)
{
    EXPECT_EQ(apply(SetGridSource{.id = "watttim"}).error().subject, "source");
    EXPECT_EQ(apply(SetGridSource{.id = "watttime", .priority = 100}).error().subject, "priority");
    EXPECT_EQ(apply(SetGridSource{.id = "watttime", .cacheFor = std::chrono::seconds{1}}).error().subject, "ttl");
    EXPECT_EQ(apply(SetGridSource{.id = "watttime", .url = "http://example.org"}).error().subject, "url");
    EXPECT_EQ(apply(SetGridSource{.id = "watttime", .url = "https://a:b@example.org"}).error().subject, "url");
    EXPECT_EQ(apply(SetGridSource{.id = "carbon-aware-sdk", .enabled = true}).error().subject, "url");
    EXPECT_TRUE(apply(SetGridSource{
        .id = "carbon-aware-sdk", .url = "http://127.0.0.1:5073", .enabled = true, .signal = Signal::Marginal}));
    EXPECT_EQ(apply(SetGridSource{.id = "carbon-aware-sdk", .signal = Signal::Level}).error().subject, "signal");
}

TEST_F(GridEngine, C20_mappingsAreSetTestedForFormAndRemembered)
{
    const RegionName region = RegionName::parse("us-east-1").value();
    EXPECT_EQ(engine().gridMapping(region)->zones.at("watttime"), "PJM_DC");
    ASSERT_TRUE(apply(SetRegionMapping{region, {{"watttime", "PJM_NJ"}}, "38.9", "-77.4"}));
    restart();
    const auto row = engine().gridMapping(region).value();
    EXPECT_EQ(row.zones.at("watttime"), "PJM_NJ");
    EXPECT_EQ(row.own.size(), 1U);
    EXPECT_EQ(row.longitude, "-77.4");
    EXPECT_EQ(engine().gridMappings().size(), 1U);
    EXPECT_EQ(apply(SetRegionMapping{region, {{"watttime", "PJM NJ&x=1"}}, {}, {}}).error().subject, "zone");
    EXPECT_EQ(apply(SetRegionMapping{region, {{"nobody", "X"}}, {}, {}}).error().subject, "source");
    EXPECT_EQ(apply(SetRegionMapping{region, {}, "91", "0"}).error().subject, "latitude");
    EXPECT_EQ(apply(SetRegionMapping{region, {}, "38.9", {}}).error().subject, "longitude");
    ASSERT_TRUE(apply(SetRegionMapping{region, {}, {}, {}}));
    EXPECT_EQ(engine().gridMapping(region)->zones.at("watttime"), "PJM_DC");
    EXPECT_TRUE(engine().gridMappings().empty());
}

TEST_F(GridEngine, C20_anOwnSiteIsWhatItWasMappedTo)
{
    const RegionName site = RegionName::parse("site:berlin").value();
    EXPECT_EQ(engine().lookUpRegion(site)->figure.origin, Origin::ConfiguredDefault) << "nobody has said where it is";
    ASSERT_TRUE(apply(SetRegionMapping{site, {{"energy-charts", "de"}}, {}, {}}));
    EXPECT_EQ(engine().gridMapping(site)->zones, (std::map<std::string, std::string>{{"energy-charts", "de"}}));
}

TEST_F(GridEngine, watchedRegionsAreRemembered)
{
    ASSERT_TRUE(apply(WatchRegions{{de, RegionName::parse("GB").value(), de}}));
    restart();
    EXPECT_EQ(engine().watchedRegions().size(), 2U);
    EXPECT_EQ(apply(WatchRegions{{RegionName::parse("atlantis").value()}}).error().subject, "region");
    EXPECT_EQ(engine().watchedRegions().size(), 2U);
}

} // namespace
} // namespace greenward::engine
