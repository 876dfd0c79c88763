#include "core/adapters/catalogue/sqlite_catalogue.h"
#include "core/adapters/crypto/openssl_hasher.h"
#include "core/adapters/files/plain_files.h"
#include "core/adapters/localfs/local_driver_factory.h"
#include "core/adapters/os/system_ids.h"
#include "core/adapters/sqlite/sqlite_state_store.h"
#include "core/adapters/tables/shipped_tables.h"
#include "core/base/time_text.h"
#include "core/bus/energy_reading.h"
#include "core/engine/energy_booking.h"
#include "core/engine/parts.h"
#include "core/engine/usage_file.h"
#include "tests/support/manual_clock.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace greenward::engine {
namespace {

/// Parts on real adapters, without the engine around them: the bus is at hand.
class EnergyBooking : public testing::Test
{
protected:
    void SetUp() override
    {
        auto hashers = std::make_shared<adapters::OpenSslHasherFactory>();
        auto store = adapters::SqliteStateStore::open(m_root.path(), store::OpenMode::ReadWrite, *hashers);
        auto catalogue =
            adapters::SqliteCatalogue::open((m_root.path() / "catalog.db").string(), store::OpenMode::ReadWrite);
        auto shipped = adapters::shippedTables();
        ASSERT_TRUE(store.has_value() && catalogue.has_value() && shipped.has_value());
        Ports ports;
        ports.ids = std::make_shared<adapters::SystemIds>();
        ports.clock = m_clock;
        ports.hashers = hashers;
        ports.drivers = std::make_shared<adapters::LocalDriverFactory>();
        ports.files = std::make_shared<adapters::PlainFiles>(m_root.path(), std::string(budget::kOwnBudgetsFile));
        ports.store = *std::move(store);
        ports.catalogue = *std::move(catalogue);
        ports.reference = {std::move(shipped->grid), std::move(shipped->presets), std::move(shipped->regionFacts),
                           std::move(shipped->coefficients)};
        ports.directory = m_root.path().string();
        ports.changes = &m_changes;
        ports.post = [](const std::function<void()> &task) {
            task();
        };
        m_parts = std::make_unique<Parts>(std::move(ports));
        ASSERT_TRUE(m_parts->placement.load().has_value());
        ASSERT_TRUE(m_parts->budgets.load().has_value());
    }

    bus::EnergyMeasured measured(std::int64_t wattHours, std::string id = {})
    {
        bus::EnergyMeasured message{
            .measurementId = std::move(id), .tenant = acme, .operationType = "write", .source = {}};
        message.energy = Energy::fromNanowattHours(Int128{wattHours} * 1'000'000'000);
        message.boundary = bus::Boundary::Facility;
        message.at = m_clock->now();
        return message;
    }
    GramsCO2e used() { return m_parts->budgets.row(acme).used; }
    GridFigure figureOf(const char *region)
    {
        return m_parts->bus.request(bus::CurrentIntensity{RegionName::parse(region).value()}).value();
    }
    std::vector<store::AuditRow> audit(std::string_view what)
    {
        EXPECT_TRUE(m_parts->ports.store->commit({}).has_value()); // in order: all before it is durable then
        std::vector<store::AuditRow> rows;
        const auto all = m_parts->ports.store->audit(0, 100).value();
        for (const store::AuditRow &row : all)
            if (row.entry.what == what) rows.push_back(row);
        return rows;
    }
    Parts &parts() { return *m_parts; }

    const TenantId acme = TenantId::parse("acme").value();
    std::shared_ptr<tests::ManualClock> m_clock =
        std::make_shared<tests::ManualClock>(parseInstant("2026-06-10T12:00:00Z", "at").value());

private:
    tests::TemporaryDirectory m_root;
    ChangeFeed m_changes;
    std::unique_ptr<Parts> m_parts;
};

TEST_F(EnergyBooking, B34_B35_U1_whatIsPublishedIsBookedByItself)
{
    parts().bus.publish(measured(1000));
    EXPECT_EQ(used(), GramsCO2e::fromGrams(400)) << "1000 Wh at the default of 400 g/kWh";
    parts().bus.publish(measured(1));
    EXPECT_EQ(used(), GramsCO2e::fromMicrograms(400'400'000));
    budget::BudgetSettings settings;
    settings.defaultIntensity = GramsPerKwh::fromMilligrams(473'000);
    parts().useSettings(settings);
    parts().bus.publish(measured(1000));
    EXPECT_EQ(used(), GramsCO2e::fromMicrograms(873'400'000)) << "B-35: configurable";
}

TEST_F(EnergyBooking, C70_aMeasurementCountsOnce)
{
    parts().bus.publish(measured(1000, "m-1"));
    parts().bus.publish(measured(1000, "m-1"));
    parts().bus.publish(measured(5000, "m-1"));
    EXPECT_EQ(used(), GramsCO2e::fromGrams(400));
    parts().bus.publish(measured(1000, "m-2"));
    EXPECT_EQ(used(), GramsCO2e::fromGrams(800));
}

TEST_F(EnergyBooking, C15_thePlaceIsTheMessagesOrTheBackendsOrTheTenants)
{
    bus::EnergyMeasured message = measured(1000);
    message.region = RegionName::parse("SE").value();
    message.backend = BackendId::parse("aws-us-west-2").value();
    const auto first = factorsOf(parts().energyDesk(), message);
    ASSERT_TRUE(first.has_value()) << first.error().detail;
    EXPECT_EQ(first->intensity, figureOf("SE"));
    message.region.reset();
    EXPECT_EQ(factorsOf(parts().energyDesk(), message)->intensity, figureOf("aws:us-west-2"));
    message.backend.reset();
    ASSERT_TRUE(parts().budgets.set({.tenant = acme, .limit = {}, .region = RegionName::parse("PL").value()},
                                    Actor::parse("ada").value()));
    EXPECT_EQ(factorsOf(parts().energyDesk(), message)->intensity, figureOf("PL"));
    message.tenant = TenantId::parse("zeta").value();
    const EnergyFactors nowhere = factorsOf(parts().energyDesk(), message).value();
    EXPECT_EQ(nowhere.intensity.origin, Origin::ConfiguredDefault);
    ASSERT_EQ(nowhere.warnings.size(), 1U);
    EXPECT_NE(nowhere.warnings[0].find("may under-report"), std::string::npos);
}

TEST_F(EnergyBooking, C16_pueUnlessMeasuredAtTheFacility)
{
    bus::EnergyMeasured message = measured(1000);
    message.backend = BackendId::parse("aws-us-west-2").value();
    EXPECT_EQ(factorsOf(parts().energyDesk(), message)->pue.millionths(), 1'000'000);
    const Pue pue = parts().placement.spec(*message.backend)->pue;
    EXPECT_GT(pue.millionths(), 1'000'000);
    for (const bus::Boundary boundary : {bus::Boundary::Server, bus::Boundary::Component}) {
        message.boundary = boundary;
        EXPECT_EQ(factorsOf(parts().energyDesk(), message)->pue, pue);
    }
    parts().bus.publish(message);
    const Int128 exact =
        Int128{figureOf("aws:us-west-2").value.milligrams()} * 1000 * pue.millionths() / 1'000'000; // of 1 kWh
    EXPECT_EQ(Int128{used().micrograms()}, exact);
}

TEST_F(EnergyBooking, emissionsAreNotDroppedBecauseAPlaceIsWrong)
{
    bus::EnergyMeasured message = measured(1000);
    message.region = RegionName::parse("ATLANTIS").value();
    EXPECT_FALSE(bookEnergy(parts(), message).has_value()) << "who waits for an answer is told";
    parts().bus.publish(message);
    EXPECT_EQ(used(), GramsCO2e::fromGrams(400));
    EXPECT_EQ(audit("energy.default").size(), 1U);
    message = measured(-5);
    parts().bus.publish(message);
    EXPECT_EQ(used(), GramsCO2e::fromGrams(400));
    EXPECT_EQ(audit("energy.refused").size(), 1U);
}

TEST_F(EnergyBooking, C71_whatItWasComputedFromIsKept)
{
    bus::EnergyMeasured message = measured(1000, "m-7");
    message.region = RegionName::parse("SE").value();
    parts().bus.publish(message);
    ASSERT_TRUE(parts().ports.store->commit({}).has_value());
    const auto events = parts().ports.store->events(0, 10).value();
    const auto found = std::find_if(events.begin(), events.end(), [](const store::EventRow &row) {
        return row.topic == "sustainability.energy.measured";
    });
    ASSERT_NE(found, events.end());
    const Json json = Json::parse(found->json, nullptr, false);
    EXPECT_EQ(json.at("measurementId"), "m-7");
    EXPECT_EQ(json.at("intensity").at("gas"), "CO2e");
    EXPECT_EQ(json.at("intensity").at("signal"), "average");
    EXPECT_EQ(json.at("intensity").at("zone"), "SE");
    EXPECT_TRUE(json.at("intensity").at("source").is_string());
    EXPECT_EQ(json.at("pue"), 1);
}

TEST_F(EnergyBooking, C72_aMillionSmallMeasurementsBookWhatALargeOneDoes)
{
    // 4 KiB at 1.4e-12 Wh a byte: 6 nWh, which alone is less than a hundredth of a microgram.
    EmissionMeter meter;
    GramsCO2e sum;
    const GramsPerKwh intensity = GramsPerKwh::fromMilligrams(412'720);
    const Pue pue = Pue::fromMillionths(1'135'000);
    for (int i = 0; i < 1'000'000; ++i)
        sum = sum + meter.add(Energy::fromNanowattHours(6), intensity, pue).value();
    const GramsCO2e whole = EmissionMeter().add(Energy::fromNanowattHours(6'000'000), intensity, pue).value();
    EXPECT_EQ(sum, whole);
    EXPECT_EQ(whole.micrograms(), 2810) << "6e-3 Wh x 1.135 x 412.72 g/kWh";
}

TEST_F(EnergyBooking, B3_whatIsCarriedIsInTheStore)
{
    bus::EnergyMeasured tiny = measured(0);
    tiny.energy = Energy::fromNanowattHours(1000); // 0.4 ug at 400 g/kWh
    parts().bus.publish(tiny);
    tiny.measurementId = "once";
    parts().bus.publish(tiny);
    parts().bus.publish(tiny);
    EXPECT_EQ(used().micrograms(), 0);
    auto carried = loadMeters(*parts().ports.store);
    ASSERT_TRUE(carried.has_value());
    EXPECT_EQ(carried->at(acme).carried(), 800'000'000'000'000) << "a repeat carries nothing";
    parts().meters = *std::move(carried); // as a later process would
    tiny.measurementId = "twice";
    parts().bus.publish(tiny);
    EXPECT_EQ(used().micrograms(), 1);
    EXPECT_EQ(loadMeters(*parts().ports.store)->at(acme).carried(), 200'000'000'000'000);
    EXPECT_FALSE(EmissionMeter::carrying(-1).has_value());
    EXPECT_FALSE(EmissionMeter::carrying(1'000'000'000'000'000).has_value());
}

TEST_F(EnergyBooking, theHourOfTheMeasurementCounts)
{
    const auto asked = parts().bus.request(bus::CurrentIntensity{RegionName::parse("SE").value(), Signal::Average,
                                                                 m_clock->now() - std::chrono::hours{24 * 30}});
    ASSERT_TRUE(asked.has_value());
    EXPECT_NE(asked->origin, Origin::Live) << "today's figure is not that hour's";
    EXPECT_TRUE(asked->year.has_value());
}

// ---- the schema -----------------------------------------------------------------------------------------------------

Json message()
{
    return {{"measurementId", "m1"}, {"tenantId", "acme"}, {"energyWh", "12.5"}, {"timestamp", "2026-06-10T12:00:00Z"}};
}

std::string fieldOf(const Json &json)
{
    const auto read = bus::energyMeasuredFromJson(json);
    return read ? "" : read.error().subject;
}

TEST(EnergySchema, C70_readsEveryMember)
{
    Json json = message();
    json.update({{"backendId", "hot-1"},
                 {"region", "SE"},
                 {"operationType", "write"},
                 {"boundary", "component"},
                 {"source", "RAPL"},
                 {"quality", "estimated"}});
    const auto read = bus::energyMeasuredFromJson(json);
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    EXPECT_EQ(read->measurementId, "m1");
    EXPECT_EQ(read->backend->text(), "hot-1");
    EXPECT_EQ(read->region->text(), "SE");
    EXPECT_EQ(read->operationType, "write");
    EXPECT_EQ(read->energy.wattHoursText(), "12.5");
    EXPECT_EQ(read->boundary, bus::Boundary::Component);
    EXPECT_EQ(read->source, "RAPL");
    EXPECT_EQ(read->quality, Quality::Estimated);
    EXPECT_EQ(read->at, parseInstant("2026-06-10T12:00:00Z", "at").value());
    json.erase("energyWh");
    json["watts"] = 250;
    json["durationMs"] = 3'600'000;
    EXPECT_EQ(bus::energyMeasuredFromJson(json)->energy.wattHoursText(), "250") << "U-12";
}

TEST(EnergySchema, C70_refusesWhatIsNotExactlyRightAndNamesIt)
{
    EXPECT_EQ(fieldOf(message()), "");
    const auto with = [](const char *name, const Json &value) {
        Json json = message();
        json[name] = value;
        return fieldOf(json);
    };
    EXPECT_EQ(with("energyWh", "-1"), "energyWh");
    EXPECT_EQ(with("energyWh", "NaN"), "energyWh");
    EXPECT_EQ(with("energyWh", "1e400"), "energyWh");
    EXPECT_EQ(with("energyWh", "99999999999"), "energyWh");
    EXPECT_EQ(with("energyWh", true), "energyWh");
    EXPECT_EQ(with("watts", 5), "energyWh") << "either or";
    EXPECT_EQ(with("tenantId", "a/b"), "tenant");
    EXPECT_EQ(with("tenantId", std::string(10'240, 'x')), "tenant");
    EXPECT_EQ(with("measurementId", ""), "measurementId");
    EXPECT_EQ(with("measurementId", std::string(129, 'x')), "measurementId");
    EXPECT_EQ(with("boundary", "rack"), "boundary");
    EXPECT_EQ(with("quality", "good"), "quality");
    EXPECT_EQ(with("timestamp", "yesterday"), "timestamp");
    EXPECT_EQ(with("tenant", "acme"), "tenant") << "unknown members are no measurement's";
    for (const char *name : {"measurementId", "tenantId", "timestamp", "energyWh"}) {
        Json json = message();
        json.erase(name);
        EXPECT_EQ(fieldOf(json), name);
    }
    EXPECT_EQ(fieldOf(Json::array()), "measurement");
}

TEST(UsageFile, namesTheLineOfWhatIsWrong)
{
    const auto problem = [](std::string_view text) {
        const auto read = readUsageFile(text);
        return read ? std::string() : read.error().subject + " " + read.error().detail.substr(0, 7);
    };
    EXPECT_EQ(problem("{\"tenant\":\"a\",\"amount_g\":1}\n\n{\"tenant\":\"a\",\"amount_g\":\"NaN\"}"),
              "amount_g line 3:");
    EXPECT_EQ(problem("{\"tenant\":\"a\",\"amount_g\":1}\n{\"tenant\":\"a\",\"amou"), "usage file line 2:");
    EXPECT_EQ(problem("tenant,amount_g\r\na,1\r\nb,-1\r\n"), "amount_g line 3:");
    EXPECT_EQ(problem("tenant,amount_g,colour\r\na,1,red\r\n"), "colour line 2:");
    EXPECT_EQ(problem(""), "usage file line 1:");
    EXPECT_EQ(readUsageFile("measurementId,tenantId,watts,durationMs,timestamp\r\nm1,a,250,3600000,2026-06-10\r\n")
                  ->lines.size(),
              1U);
}

} // namespace
} // namespace greenward::engine
