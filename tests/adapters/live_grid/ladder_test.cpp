#include "tests/adapters/live_grid/live_grid_fixture.h"

namespace greenward::adapters {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using tests::StandInGrid;

using GridLadder = LiveGridTest;

std::string gramsOfPounds(std::int64_t pounds)
{
    // 1 lb/MWh is 0.45359237 g/kWh, to the milligram.
    return GramsPerKwh::fromMilligrams((pounds * 45'359'237 + 50'000) / 100'000).gramsText();
}

TEST_F(GridLadder, G01_G07_G11_theMarginalValueOfNowComesFromWattTimeAndSaysSo)
{
    enterWattTime();
    EXPECT_EQ(fetchNow("us-east-1", Signal::Marginal).source, "watttime");
    const auto now = figure("us-east-1", Signal::Marginal);
    ASSERT_TRUE(now) << now.error().detail;
    EXPECT_EQ(now->value.gramsText(), gramsOfPounds(StandInGrid::marginalPoundsAt(m_clock.now())));
    EXPECT_EQ(now->provider, "WattTime");
    EXPECT_EQ(now->zone, "PJM_DC") << "C-20: not the parent PJM";
    EXPECT_EQ(now->signal, Signal::Marginal);
    EXPECT_EQ(now->gas, Gas::CO2);
    EXPECT_EQ(now->origin, Origin::Live);
    EXPECT_TRUE(now->estimated);
    EXPECT_EQ(now->pointTime, parseInstant("2026-05-04T10:05:00Z", "test").value());
    EXPECT_EQ(now->fetchedAt, m_clock.now());
}

TEST_F(GridLadder, G04_C18_thePercentileIsNeverAFigureOfMass)
{
    enterWattTime();
    EXPECT_EQ(fetch("us-east-1", {.question = Question::Percentile, .signal = Signal::Percentile}).source, "watttime");
    const auto percentile = m_live->fetcher().percentile("WattTime", "PJM_DC");
    ASSERT_TRUE(percentile);
    EXPECT_EQ(percentile->point.value.millionths(), 42'000'000);
    EXPECT_EQ(figure("us-east-1", Signal::Percentile).error().code, ErrorCode::NotFound);
    EXPECT_EQ(figure("us-east-1", Signal::Marginal).error().code, ErrorCode::NotFound);
    EXPECT_EQ(figure("us-east-1")->origin, Origin::ZoneYearAverage);
}

TEST_F(GridLadder, G08_G25_C20_regionsAreAskedByVerifiedNames)
{
    const std::map<std::string, std::pair<std::string, std::string>> wanted{{"us-east-1", {"PJM_DC", "US-MIDA-PJM"}},
                                                                            {"us-west-2", {"BPA", ""}},
                                                                            {"eu-west-1", {"IE", "IE"}},
                                                                            {"eu-central-1", {"DE", "DE"}},
                                                                            {"ap-southeast-1", {"SGP", "SG"}}};
    for (const auto &[region, zones] : wanted) {
        EXPECT_EQ(m_live->zoneOf(*m_live->sources().find("watttime"), place(region)), zones.first) << region;
        const auto zone = m_live->zoneOf(*m_live->sources().find("electricitymaps"), place(region));
        // Oregon lies between two balancing areas: either is right.
        if (zones.second.empty())
            EXPECT_TRUE(zone == "US-NW-PACW" || zone == "US-NW-BPAT") << *zone;
        else
            EXPECT_EQ(zone, zones.second) << region;
    }
    EXPECT_EQ(figure("atlantis").error().code, ErrorCode::InvalidInput) << "unknown is an error, never passed through";
}

TEST_F(GridLadder, G09_G26_C25_anAnswerIsNotAskedForAgainBeforeItsTimeIsOver)
{
    enterWattTime();
    fetchNow("us-east-1", Signal::Marginal);
    const std::size_t asked = m_services.countOf("/v3/forecast");
    m_clock.advance(seconds{299});
    const grid::FetchOutcome again = fetchNow("us-east-1", Signal::Marginal);
    EXPECT_TRUE(again.cached);
    EXPECT_EQ(again.source, "watttime");
    EXPECT_EQ(m_services.countOf("/v3/forecast"), asked);
    m_clock.advance(seconds{1});
    EXPECT_FALSE(fetchNow("us-east-1", Signal::Marginal).cached);
    EXPECT_EQ(m_services.countOf("/v3/forecast"), asked + 1);
    EXPECT_FALSE(fetch("us-east-1", {.question = Question::Now, .signal = Signal::Marginal, .fresh = true}).cached);

    enterElectricityMaps();
    EXPECT_EQ(fetchNow("eu-central-1").source, "electricitymaps");
    m_clock.advance(minutes{5});
    EXPECT_TRUE(fetchNow("DE").cached) << "the zone is the key, not the name of the place";
    EXPECT_FALSE(fetchNow("SE").cached);
}

TEST_F(GridLadder, G31_howLongAnAnswerIsGoodForIsASetting)
{
    enterElectricityMaps();
    change("electricitymaps", [](grid::SourceSettings &one) { one.cacheFor = seconds{20}; });
    EXPECT_FALSE(fetchNow("DE").cached);
    m_clock.advance(seconds{19});
    EXPECT_TRUE(fetchNow("DE").cached);
    m_clock.advance(seconds{1});
    EXPECT_FALSE(fetchNow("DE").cached);
}

TEST_F(GridLadder, G20_G27_C23_theNextSourceOfTheSameSignalIsAskedAndTheFigureSaysSo)
{
    enterElectricityMaps();
    enterWattTime();
    m_services.set("electricitymaps", {.down = true});
    const grid::FetchOutcome outcome = fetchNow("eu-central-1");
    EXPECT_EQ(outcome.source, "energy-charts");
    ASSERT_EQ(outcome.problems.size(), 1U);
    EXPECT_EQ(outcome.problems[0].problem.trouble, grid::Trouble::Down);
    const auto now = figure("eu-central-1");
    ASSERT_TRUE(now);
    EXPECT_EQ(now->provider, "Energy-Charts");
    EXPECT_EQ(now->signal, Signal::Average);
    EXPECT_EQ(now->origin, Origin::Live);
    EXPECT_NE(now->note.find("Electricity Maps: "), std::string::npos) << now->note;
    EXPECT_EQ(m_services.countOf("/v3/"), 0U) << "marginal values are no substitute for averages";
}

TEST_F(GridLadder, C17_C25_G30_downTheLadderAndNeverToAnotherSignal)
{
    enterWattTime();
    onlyUse({"watttime", "energy-charts"});
    fetchNow("eu-central-1", Signal::Marginal);
    fetchNow("eu-central-1");
    EXPECT_EQ(figure("eu-central-1", Signal::Marginal)->origin, Origin::Live);
    m_services.set("watttime", {.down = true});
    m_services.set("energy-charts", {.down = true});
    m_clock.advance(minutes{40});
    EXPECT_EQ(fetchNow("eu-central-1", Signal::Marginal).source, "");
    EXPECT_EQ(fetchNow("eu-central-1").source, "");
    const auto known = figure("eu-central-1", Signal::Marginal);
    ASSERT_TRUE(known);
    EXPECT_EQ(known->origin, Origin::LastKnown);
    EXPECT_EQ(known->pointTime, parseInstant("2026-05-04T10:05:00Z", "test").value()) << "its age is told";
    EXPECT_NE(known->note.find("WattTime: "), std::string::npos) << known->note;
    EXPECT_EQ(figure("eu-central-1")->origin, Origin::LastKnown);

    m_clock.advance(hours{2});
    const auto nothing = figure("eu-central-1", Signal::Marginal);
    ASSERT_FALSE(nothing) << "C-23: a yearly average is no marginal value";
    EXPECT_EQ(nothing.error().code, ErrorCode::NotFound);
    EXPECT_NE(nothing.error().detail.find("WattTime: "), std::string::npos) << nothing.error().detail;
    const auto year = figure("eu-central-1");
    ASSERT_TRUE(year);
    EXPECT_EQ(year->origin, Origin::CountryYearAverage);
    EXPECT_NE(year->note.find("Energy-Charts: "), std::string::npos) << year->note;
}

TEST_F(GridLadder, C25_theLastKnownFigureSurvivesARestart)
{
    fetchNow("eu-central-1");
    const auto before = figure("eu-central-1");
    restart();
    const auto after = figure("eu-central-1");
    ASSERT_TRUE(after);
    EXPECT_EQ(after->value, before->value);
    EXPECT_EQ(after->provider, "Energy-Charts");
    EXPECT_EQ(after->pointTime, before->pointTime);
}

TEST_F(GridLadder, G32_C24_aSourceWithoutCredentialsIsNotAsked)
{
    EXPECT_FALSE(m_live->sources().find("watttime")->provider->health().configured);
    EXPECT_FALSE(m_live->sources().find("electricitymaps")->provider->health().configured);
    EXPECT_EQ(fetchNow("us-east-1", Signal::Marginal).source, "");
    EXPECT_EQ(m_services.received().size(), 0U);
    EXPECT_NE(figure("us-east-1", Signal::Marginal).error().detail.find("WattTime"), std::string::npos);
    EXPECT_EQ(figure("us-east-1")->note.find("WattTime"), std::string::npos) << "averages do without it";
    enterWattTime();
    EXPECT_TRUE(m_live->sources().find("watttime")->provider->health().configured);
    EXPECT_FALSE(m_live->sources().find("electricitymaps")->provider->health().configured) << "each has its own";
    EXPECT_EQ(fetchNow("us-east-1", Signal::Marginal).source, "watttime");
    EXPECT_FALSE(m_live->fetcher().refusal("watttime", "PJM_DC", Signal::Marginal, Question::Now));
    m_credentials.put("watttime", "password", Secret());
    EXPECT_FALSE(m_live->sources().find("watttime")->provider->health().configured);
}

TEST_F(GridLadder, C28_G30_zerosAreRefusedTheLastGoodValueStaysAndItIsAnnouncedOnce)
{
    enterWattTime();
    fetchNow("us-east-1", Signal::Marginal);
    const auto good = figure("us-east-1", Signal::Marginal);
    m_services.set("watttime", {.zeros = true});
    m_clock.advance(minutes{6});
    const grid::FetchOutcome refused = fetchNow("us-east-1", Signal::Marginal);
    EXPECT_EQ(refused.source, "");
    ASSERT_EQ(refused.problems.size(), 1U);
    EXPECT_EQ(refused.problems[0].problem.trouble, grid::Trouble::BadAnswer);
    const auto kept = figure("us-east-1", Signal::Marginal);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->value, good->value);
    EXPECT_EQ(kept->pointTime, good->pointTime);
    ASSERT_EQ(m_heard.size(), 1U);
    EXPECT_EQ(m_heard[0].source, "watttime");
    EXPECT_EQ(m_heard[0].zone, "PJM_DC");
    EXPECT_EQ(m_heard[0].trouble, "bad_answer");
    EXPECT_NE(m_heard[0].detail.find("0 g/kWh"), std::string::npos) << m_heard[0].detail;

    fetchNow("us-east-1", Signal::Marginal);
    EXPECT_EQ(m_heard.size(), 1U) << "it goes on: nothing new to tell";
    m_services.set("watttime", {});
    fetchNow("us-east-1", Signal::Marginal);
    ASSERT_EQ(m_heard.size(), 2U);
    EXPECT_EQ(m_heard[1].trouble, "") << "it is over";
}

TEST_F(GridLadder, C28_anAnswerForAnotherZoneAndASandboxAreRefused)
{
    enterElectricityMaps();
    onlyUse({"electricitymaps"});
    m_services.set("electricitymaps", {.answersZone = "US-CAL-CISO"});
    EXPECT_EQ(fetchNow("DE").problems.at(0).problem.trouble, grid::Trouble::BadAnswer);
    m_services.set("electricitymaps", {.sandbox = true});
    EXPECT_EQ(fetchNow("DE").problems.at(0).problem.trouble, grid::Trouble::Sandbox);
    EXPECT_EQ(figure("DE")->origin, Origin::CountryYearAverage);
}

TEST_F(GridLadder, C28_aMeasurementThatStandsStillForHoursIsNotBelieved)
{
    onlyUse({"energy-charts"});
    m_services.set("energy-charts", {.frozen = true});
    const grid::FetchOutcome outcome = fetchNow("DE");
    ASSERT_EQ(outcome.problems.size(), 1U);
    EXPECT_EQ(outcome.problems[0].problem.trouble, grid::Trouble::BadAnswer);
    EXPECT_NE(outcome.problems[0].problem.detail.find("stand still"), std::string::npos);
}

TEST_F(GridLadder, C21_whatTheAccountDoesNotIncludeIsRememberedAndToldPerZone)
{
    enterWattTime();
    m_services.setPlan({"CAISO_NORTH"});
    EXPECT_EQ(fetchNow("us-east-1", Signal::Marginal).problems.at(0).problem.trouble, grid::Trouble::NotInPlan);
    const std::size_t asked = m_services.countOf("/v3/forecast");
    EXPECT_EQ(asked, 1U) << "never tried again";
    m_clock.advance(hours{1});
    EXPECT_EQ(fetchNow("us-east-1", Signal::Marginal).problems.at(0).problem.trouble, grid::Trouble::NotInPlan);
    EXPECT_EQ(m_services.countOf("/v3/forecast"), asked) << "remembered for a day";
    const auto refusal = m_live->fetcher().refusal("watttime", "PJM_DC", Signal::Marginal, Question::Now);
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->problem.trouble, grid::Trouble::NotInPlan);
    EXPECT_EQ(fetch("us-east-1", {.question = Question::Percentile, .signal = Signal::Percentile}).source, "watttime")
        << "the percentile is free";
    m_clock.advance(hours{24});
    EXPECT_EQ(fetchNow("us-west-1", Signal::Marginal).source, "watttime") << "CAISO_NORTH is in the plan";
}

TEST_F(GridLadder, C21_whatTheAccountIncludesIsToldByZone)
{
    enterWattTime();
    enterElectricityMaps();
    m_services.setPlan({"CAISO_NORTH", "PJM_DC"});
    const auto ask = [&](const std::string &source) {
        std::optional<grid::Answer<std::vector<grid::ZoneAccess>>> got;
        m_live->askAccess(source, [&](grid::Answer<std::vector<grid::ZoneAccess>> answer) { got = std::move(answer); });
        EXPECT_TRUE(m_pump.runUntil([&] { return got.has_value(); }));
        return *got;
    };
    EXPECT_EQ(m_live->access("watttime"), nullptr);
    ASSERT_TRUE(ask("watttime"));
    EXPECT_EQ(m_live->access("watttime")->zones,
              (std::vector<grid::ZoneAccess>{{"CAISO_NORTH", {"v3/forecast", "v3/historical"}},
                                             {"PJM_DC", {"v3/forecast", "v3/historical"}}}));
    EXPECT_EQ(ask("electricitymaps").value(),
              (std::vector<grid::ZoneAccess>{{"DE", {"carbon-intensity/latest"}}, {"FR", {"*"}}}));
    EXPECT_EQ(ask("energy-charts").error().trouble, grid::Trouble::NotSupported);
}

TEST_F(GridLadder, G03_C19_anExpiredTokenIsRenewedOnce)
{
    enterWattTime();
    fetchNow("us-east-1", Signal::Marginal);
    EXPECT_EQ(m_services.countOf("/login"), 1U);
    m_services.expireTokens();
    m_clock.advance(minutes{6});
    EXPECT_EQ(fetchNow("us-east-1", Signal::Marginal).source, "watttime");
    EXPECT_EQ(m_services.countOf("/login"), 2U);
}

TEST_F(GridLadder, G05_G06_historyAndForecastAreKeptApart)
{
    enterWattTime();
    const Instant now = m_clock.now();
    EXPECT_EQ(fetch("us-east-1",
                    {.question = Question::History, .signal = Signal::Marginal, .from = now - hours{25}, .to = now})
                  .source,
              "watttime");
    EXPECT_EQ(fetch("us-east-1", {.question = Question::Forecast, .signal = Signal::Marginal}).source, "watttime");
    const grid::KnownEntry *entry = m_live->known().find("WattTime", "PJM_DC", Signal::Marginal);
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(entry->forecast.size(), 288U);
    const auto points = m_series->points(entry->key, now - hours{26}, now + hours{48}).value();
    EXPECT_GE(points.size(), 295U);
    for (const grid::SeriesPoint &point : points) {
        EXPECT_NE(point.kind, grid::PointKind::Forecast);
        EXPECT_LE(point.from, now);
    }
    EXPECT_EQ(m_series->forecasts(entry->key, now - hours{1}, now + hours{1}).value().size(), 1U);
}

TEST_F(GridLadder, C23_theHoursOfTheBooksComeFromTheStore)
{
    onlyUse({"energy-charts"});
    const Instant now = m_clock.now();
    fetch("DE", {.question = Question::History, .from = now - hours{25}, .to = now});
    const Instant hour = parseInstant("2026-05-04T03:00:00Z", "test").value();
    const auto then = m_grid->intensity(RegionName::parse("DE").value(), Signal::Average, hour + minutes{59});
    ASSERT_TRUE(then);
    EXPECT_EQ(then->value, GramsPerKwh::fromMilligrams(StandInGrid::averageAt(hour) * 1000));
    EXPECT_EQ(then->provider, "Energy-Charts");
    EXPECT_EQ(then->pointTime, hour);
    EXPECT_EQ(then->quality, Quality::Calculated);
    const auto before = m_grid->intensity(RegionName::parse("DE").value(), Signal::Average, hour - hours{24 * 30});
    EXPECT_EQ(before->origin, Origin::CountryYearAverage) << "not stored: a year's average, never today's figure";
}

TEST_F(GridLadder, G33_greatBritainAndGermanyAreLiveWithoutAnyKey)
{
    EXPECT_EQ(fetchNow("GB").source, "gb-carbon-intensity");
    EXPECT_EQ(fetchNow("DE").source, "energy-charts");
    for (const char *region : {"GB", "DE"}) {
        const auto now = figure(region);
        ASSERT_TRUE(now) << region;
        EXPECT_EQ(now->origin, Origin::Live) << region;
        EXPECT_NE(now->licence.find("CC"), std::string::npos) << region;
    }
}

TEST(GridProviders, G10_theHttpClientIsHandedInAndMadeOnlyForTheFirstRequest)
{
    class Refusing final : public HttpClient
    {
    public:
        void send(HttpRequest, std::stop_token, Done done) override
        {
            done(grid::trouble(grid::Trouble::BadRequest, "no"));
        }
    };
    int made = 0;
    tests::EngineThreadPump pump;
    const auto clock = std::make_shared<tests::ManualClock>(Instant{});
    HttpProviders providers(
        [&] {
            ++made;
            return std::make_unique<Refusing>();
        },
        clock, pump.post(), [] { return 0U; });
    for (const grid::SourceKind &kind : providers.kinds()) {
        grid::SourceSettings settings = grid::defaultsOf(kind);
        settings.url = "https://example.org";
        EXPECT_EQ(providers.make(settings, {})->id(), kind.id);
    }
    EXPECT_EQ(made, 0) << "a program that asks nobody has no network thread";
    const auto provider = providers.make(grid::defaultsOf(providers.kinds().back()), {});
    std::optional<grid::Trouble> trouble;
    provider->ask({.zone = "de"}, [&](const grid::Answer<grid::Found> &answer) { trouble = answer.error().trouble; });
    EXPECT_TRUE(pump.runUntil([&] { return trouble.has_value(); }));
    EXPECT_EQ(trouble, grid::Trouble::BadRequest);
    EXPECT_EQ(made, 1);
}

TEST_F(GridLadder, C25_aSourceThatWasSetUpAnewIsAskedAtOnce)
{
    onlyUse({"energy-charts"});
    EXPECT_FALSE(fetchNow("DE").cached);
    EXPECT_TRUE(fetchNow("DE").cached);
    m_live->beginAnew();
    EXPECT_FALSE(fetchNow("DE").cached);
    m_credentials.put("electricitymaps", "token", Secret(tests::StandInGrid::kToken));
    EXPECT_FALSE(fetchNow("DE").cached) << "another account may be asked now";
}

TEST_F(GridLadder, C20_whereAPointLiesIsAskedFor)
{
    enterWattTime();
    const auto locate = [&](const Coordinates &at) {
        std::optional<grid::Answer<std::string>> got;
        m_live->sources().find("watttime")->provider->locate(at, [&](grid::Answer<std::string> answer) {
            got = std::move(answer);
        });
        EXPECT_TRUE(m_pump.runUntil([&] { return got.has_value(); }));
        return *got;
    };
    EXPECT_EQ(locate({38'900'000, -77'400'000}).value(), "PJM_DC");
    EXPECT_EQ(m_services.received().back().parameters.at("longitude"), "-77.4");
    EXPECT_EQ(locate({0, 0}).error().trouble, grid::Trouble::NotCovered);
}

TEST_F(GridLadder, C20_theOperatorsMappingComesFirst)
{
    enterWattTime();
    m_live->useMapping(place("us-east-1"), {RegionName::parse("us-east-1").value(), {{"watttime", "PJM_NJ"}}, {}});
    fetchNow("aws:us-east-1", Signal::Marginal);
    EXPECT_EQ(figure("us-east-1", Signal::Marginal)->zone, "PJM_NJ") << "by every name of the place";
    m_live->useMapping(place("us-east-1"), {RegionName::parse("us-east-1").value(), {}, {}});
    EXPECT_EQ(m_live->zoneOf(*m_live->sources().find("watttime"), place("us-east-1")), "PJM_DC");
}

} // namespace
} // namespace greenward::adapters
