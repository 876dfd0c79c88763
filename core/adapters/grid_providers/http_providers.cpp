#include "core/adapters/grid_providers/http_providers.h"

#include "core/adapters/grid_providers/carbon_aware_sdk.h"
#include "core/adapters/grid_providers/electricity_maps.h"
#include "core/adapters/grid_providers/energy_charts.h"
#include "core/adapters/grid_providers/gb_carbon_intensity.h"
#include "core/adapters/grid_providers/watttime.h"

namespace greenward::adapters {
namespace {

using std::chrono::minutes;

/// In the order in which they are asked: accounts before public services, the national one before the continent's.
std::vector<grid::SourceKind> makeKinds()
{
    return {
        {.id = "watttime",
         .name = "WattTime",
         .defaultUrl = std::string(WattTime::kDefaultUrl),
         .signals = {Signal::Marginal, Signal::Percentile},
         .credentials = {"username", "password"},
         .licence = {},
         .enabled = true,
         .priority = 10},
        {.id = "electricitymaps",
         .name = "Electricity Maps",
         .defaultUrl = std::string(ElectricityMaps::kDefaultUrl),
         .signals = {Signal::Average},
         .credentials = {"token"},
         .licence = {},
         .enabled = true,
         .priority = 20,
         // Its figures are hourly, and its accounts are asked sparingly.
         .cacheFor = minutes{15}},
        {.id = "carbon-aware-sdk",
         .name = "Carbon Aware SDK",
         .defaultUrl = {},
         .signals = {Signal::Average, Signal::Marginal},
         .credentials = {},
         .licence = {},
         .enabled = false,
         .priority = 30,
         .tellsSignal = false},
        {.id = "gb-carbon-intensity",
         .name = "GB Carbon Intensity",
         .defaultUrl = std::string(GbCarbonIntensity::kDefaultUrl),
         .signals = {Signal::Average},
         .credentials = {},
         .licence = "CC-BY-4.0, National Energy System Operator",
         .enabled = true,
         .priority = 40,
         .cacheFor = minutes{15}},
        {.id = "energy-charts",
         .name = "Energy-Charts",
         .defaultUrl = std::string(EnergyCharts::kDefaultUrl),
         .signals = {Signal::Average},
         .credentials = {},
         .licence = "CC-BY-4.0, Energy-Charts.info",
         .enabled = true,
         .priority = 50,
         .cacheFor = minutes{15}},
    };
}

Secret secretOf(const std::map<std::string, Secret> &secrets, const std::string &field)
{
    const auto found = secrets.find(field);
    return found == secrets.end() ? Secret() : found->second;
}

} // namespace

/// Makes the real client for the first request.
class HttpProviders::LazyClient final : public HttpClient
{
public:
    explicit LazyClient(MakeClient make)
        : m_make(std::move(make))
    {}
    void send(HttpRequest request, std::stop_token stop, Done done) override
    {
        if (!m_client) m_client = m_make();
        m_client->send(std::move(request), std::move(stop), std::move(done));
    }

private:
    MakeClient m_make;
    std::unique_ptr<HttpClient> m_client;
};

HttpProviders::HttpProviders(MakeClient makeClient, std::shared_ptr<const Clock> clock, Gateway::Post post,
                             Gateway::Random random)
    : m_client(std::make_unique<LazyClient>(std::move(makeClient)))
    , m_clock(std::move(clock))
    , m_post(std::move(post))
    , m_random(std::move(random))
{}

HttpProviders::~HttpProviders() = default;

const std::vector<grid::SourceKind> &HttpProviders::kinds() const
{
    static const std::vector<grid::SourceKind> kKinds = makeKinds();
    return kKinds;
}

std::unique_ptr<grid::Provider> HttpProviders::make(const grid::SourceSettings &settings,
                                                    const std::map<std::string, Secret> &secrets)
{
    ProviderSetup setup{*m_client, *m_clock, m_post, m_random, settings.url};
    if (settings.id == "watttime")
        return std::make_unique<WattTime>(std::move(setup),
                                          WattTimeLogin{secretOf(secrets, "username"), secretOf(secrets, "password")});
    if (settings.id == "electricitymaps")
        return std::make_unique<ElectricityMaps>(std::move(setup), secretOf(secrets, "token"));
    if (settings.id == "gb-carbon-intensity") return std::make_unique<GbCarbonIntensity>(std::move(setup));
    if (settings.id == "energy-charts") return std::make_unique<EnergyCharts>(std::move(setup));
    const Gas gas = settings.signal == Signal::Marginal ? Gas::CO2 : Gas::CO2e;
    return std::make_unique<CarbonAwareSdk>(std::move(setup), carbon_aware_sdk::Behind{settings.signal, gas});
}

} // namespace greenward::adapters
