#include "tests/support/stand_in_grid.h"

#include "core/base/json_text.h"
#include "core/base/time_text.h"

#include <algorithm>
#include <string_view>

namespace greenward::tests {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr milliseconds kFive{minutes{5}};
constexpr milliseconds kQuarter{minutes{15}};
constexpr milliseconds kHalf{minutes{30}};
constexpr milliseconds kHour{hours{1}};

Instant floorTo(Instant at, milliseconds step)
{
    return Instant{at.time_since_epoch() / step * step};
}

Reply json(const Json &document, int status = 200)
{
    return {status, jsonText(document), {{"Content-Type", "application/json"}}};
}

Reply page(int status)
{
    return {status, "<html><body>nginx</body></html>", {{"Content-Type", "text/html"}}};
}

std::string parameter(const Received &request, const std::string &name)
{
    const auto found = request.parameters.find(name);
    return found == request.parameters.end() ? "" : found->second;
}

Instant timeOf(const std::string &text)
{
    return parseInstant(text, "test").value_or(Instant{});
}

/// "Basic YWRhOmNvcnJlY3QgaG9yc2U=": the only login there is, encoded once by hand.
constexpr std::string_view kBasic = "Basic YWRhOmNvcnJlY3QgaG9yc2U=";

std::int64_t gramsOf(std::int64_t grams, const StandInGrid::Manners &manners)
{
    if (manners.zeros) return 0;
    return manners.frozen ? 300 : grams + manners.grams;
}

} // namespace

std::int64_t StandInGrid::averageAt(Instant at)
{
    const auto hour = std::chrono::floor<hours>(at) - std::chrono::floor<std::chrono::days>(at);
    const auto distance = (hour - hours{13}) / hours{1};
    return 150 + 12 * (distance < 0 ? -distance : distance); // 150 at 13:00, 306 at midnight
}

std::int64_t StandInGrid::marginalPoundsAt(Instant at)
{
    return 800 + 2 * averageAt(at);
}

StandInGrid::StandInGrid(std::function<Instant()> now, Certificate certificate)
    : m_now(std::move(now))
    , m_server([this](const Received &request) { return answer(request); }, certificate)
{}

std::string StandInGrid::urlOf(const std::string &source) const
{
    return source == "electricitymaps" ? url() + "/v4" : url();
}

void StandInGrid::set(const std::string &source, const Manners &manners)
{
    const std::lock_guard lock(m_mutex);
    m_manners[source] = manners;
}

void StandInGrid::setPlan(std::set<std::string> regions)
{
    const std::lock_guard lock(m_mutex);
    m_plan = std::move(regions);
}

void StandInGrid::expireTokens()
{
    const std::lock_guard lock(m_mutex);
    m_tokens.clear();
}

std::size_t StandInGrid::countOf(std::string_view path) const
{
    const auto all = m_server.received();
    return static_cast<std::size_t>(
        std::ranges::count_if(all, [&](const Received &one) { return one.path.starts_with(path); }));
}

Reply StandInGrid::answer(const Received &request)
{
    const std::lock_guard lock(m_mutex);
    const auto served = [&](const char *source, auto handler) {
        Manners &manners = m_manners[source];
        if (manners.hangs) return Reply{.manner = Manner::Hang};
        if (manners.downAfter && (*manners.downAfter)-- <= 0) manners.down = true;
        return manners.down ? Reply{503, R"({"error":"maintenance"})"} : (this->*handler)(request, manners);
    };
    if (request.path == "/login" || request.path.starts_with("/v3/")) return served("watttime", &StandInGrid::watttime);
    if (request.path.starts_with("/v4/")) return served("electricitymaps", &StandInGrid::electricityMaps);
    if (request.path.starts_with("/intensity") || request.path == "/generation")
        return served("gb-carbon-intensity", &StandInGrid::carbonIntensity);
    return served("energy-charts", &StandInGrid::energyCharts);
}

Reply StandInGrid::watttime(const Received &request, const Manners &manners)
{
    const auto header = request.headers.find("authorization");
    const std::string given = header == request.headers.end() ? "" : header->second;
    if (request.path == "/login") {
        if (given != kBasic) return page(403);
        const std::string token = "token-" + std::to_string(++m_logins);
        m_tokens.insert("Bearer " + token);
        return json({{"token", token}});
    }
    if (!m_tokens.contains(given)) return json({{"error", "expired"}}, 401);
    return watttimeData(request, manners);
}

Reply StandInGrid::watttimeData(const Received &request, const Manners &manners)
{
    const Instant now = floorTo(m_now(), kFive);
    if (request.path == "/v3/region-from-loc") {
        if (parameter(request, "latitude").starts_with("0"))
            return json({{"error", "No coverage available for these coordinates and signal_type"}}, 404);
        return json({{"region", "PJM_DC"}, {"region_full_name", "PJM DC"}, {"signal_type", "co2_moer"}});
    }
    if (request.path == "/v3/my-access") {
        Json regions = Json::array();
        for (const std::string &region : m_plan)
            regions.push_back(
                {{"region", region},
                 {"region_full_name", region},
                 {"data_point_period_seconds", 300},
                 {"endpoints",
                  Json::array(
                      {{{"endpoint", "v3/forecast"}, {"models", Json::array({{{"model", "2023-03-01"}}})}},
                       {{"endpoint", "v3/historical"}, {"models", Json::array({{{"model", "2023-03-01"}}})}}})}});
        return json({{"signal_types", Json::array({{{"signal_type", "co2_moer"}, {"regions", regions}}})}});
    }
    const std::string asked = parameter(request, "region");
    const std::string region = manners.answersZone.empty() ? asked : manners.answersZone;
    const bool index = request.path == "/v3/signal-index";
    if (!index && !m_plan.empty() && !m_plan.contains(asked))
        return json({{"error", "Invalid query parameters"},
                     {"message", "Invalid scope. You do not have sufficient access to this resource."}},
                    403);
    Json data = Json::array();
    if (index) {
        data.push_back({{"point_time", toRfc3339(now)}, {"value", 42}});
    } else if (request.path == "/v3/historical") {
        for (Instant at = timeOf(parameter(request, "start")); at <= std::min(now, timeOf(parameter(request, "end")));
             at += kFive)
            data.push_back({{"point_time", toRfc3339(at)}, {"value", gramsOf(marginalPoundsAt(at), manners)}});
    } else {
        const int horizon = std::stoi("0" + parameter(request, "horizon_hours"));
        for (int i = 0; i < std::max(1, horizon * 12); ++i)
            data.push_back({{"point_time", toRfc3339(now + i * kFive)},
                            {"value", gramsOf(marginalPoundsAt(now + i * kFive), manners)}});
    }
    return json({{"data", data},
                 {"meta",
                  {{"data_point_period_seconds", 300},
                   {"region", region},
                   {"warnings", Json::array()},
                   {"signal_type", "co2_moer"},
                   {"generated_at", toRfc3339(now)},
                   {"units", index ? "percentile" : "lbs_co2_per_mwh"}}}});
}

Reply StandInGrid::electricityMaps(const Received &request, const Manners &manners)
{
    const auto key = request.headers.find("auth-token");
    if (key == request.headers.end() || key->second != kToken) return json({{"error", "Invalid auth-token"}}, 401);
    if (request.path.ends_with("/zones"))
        return json({{"DE", {{"zoneName", "Germany"}, {"access", Json::array({"carbon-intensity/latest"})}}},
                     {"FR", {{"zoneName", "France"}, {"access", Json::array({"*"})}}},
                     {"PT", {{"zoneName", "Portugal"}, {"access", Json::array()}}}});
    const std::string zone = manners.answersZone.empty() ? parameter(request, "zone") : manners.answersZone;
    const Instant now = floorTo(m_now(), kHour);
    const auto row = [&](Instant at) {
        Json one{{"zone", zone},
                 {"carbonIntensity", gramsOf(averageAt(at), manners)},
                 {"datetime", toRfc3339(at)},
                 {"updatedAt", toRfc3339(now)},
                 {"isEstimated", at >= now},
                 {"estimationMethod", at >= now ? Json("TIME_SLICER_AVERAGE") : Json(nullptr)}};
        if (manners.sandbox) one["estimationMethod"] = "SANDBOX_MODE_DATA";
        return one;
    };
    if (request.path.ends_with("/latest")) return json(row(now));
    Json rows = Json::array();
    const bool forecast = request.path.ends_with("/forecast");
    if (forecast) {
        const int horizon = std::stoi("0" + parameter(request, "horizonHours"));
        for (int i = 0; i <= horizon; ++i)
            rows.push_back({{"carbonIntensity", gramsOf(averageAt(now + i * kHour), manners)},
                            {"datetime", toRfc3339(now + i * kHour)}});
        return json(
            {{"zone", zone}, {"forecast", rows}, {"updatedAt", toRfc3339(now)}, {"temporalGranularity", "hourly"}});
    }
    const bool range = request.path.ends_with("/past-range");
    const Instant from = range ? timeOf(parameter(request, "start")) : now - hours{23};
    const Instant to = range ? timeOf(parameter(request, "end")) : now + kHour;
    for (Instant at = from; at < std::min(to, now + kHour); at += kHour)
        rows.push_back(row(at));
    return json({{"zone", zone}, {range ? "data" : "history", rows}, {"temporalGranularity", "hourly"}});
}

Reply StandInGrid::carbonIntensity(const Received &request, const Manners &manners)
{
    const Instant now = floorTo(m_now(), kHalf);
    if (request.path == "/generation")
        return json({{"data",
                      {{"from", toRfc3339(now)},
                       {"to", toRfc3339(now + kHalf)},
                       {"generationmix",
                        Json::array({{{"fuel", "wind"}, {"perc", 40.5}}, {{"fuel", "gas"}, {"perc", 59.5}}})}}}});
    Instant from = now;
    Instant to = now + kHalf;
    if (const auto parts = request.path.substr(std::min(request.path.size(), std::string("/intensity/").size()));
        !parts.empty()) {
        const auto slash = parts.find('/');
        from = floorTo(timeOf(parts.substr(0, slash)), kHalf) - kHalf;
        const std::string end = slash == std::string::npos ? "" : parts.substr(slash + 1);
        to = end == "fw24h" ? from + hours{24} + kHalf : end == "fw48h" ? from + hours{48} + kHalf : timeOf(end);
    }
    Json rows = Json::array();
    for (Instant at = from; at < to; at += kHalf) {
        const std::int64_t grams = gramsOf(averageAt(at), manners);
        rows.push_back(
            {{"from", toRfc3339(at)},
             {"to", toRfc3339(at + kHalf)},
             {"intensity",
              {{"forecast", grams + 4}, {"actual", at < now ? Json(grams) : Json(nullptr)}, {"index", "low"}}}});
    }
    return json({{"data", rows}});
}

Reply StandInGrid::energyCharts(const Received &request, const Manners &manners)
{
    if (parameter(request, "country") == "xx")
        return {400, "'xx' is not the code for an available country. Please refer to the API doc"};
    const Instant now = m_now();
    const bool range = request.parameters.contains("start");
    const auto secondsOf = [&](const std::string &name) {
        return Instant{seconds{std::stoll("0" + parameter(request, name))}};
    };
    const Instant day = std::chrono::floor<std::chrono::days>(now);
    const Instant from = range ? secondsOf("start") : day;
    const Instant to = range ? secondsOf("end") : day + hours{48};
    const auto own = manners.gramsOfZone.find(parameter(request, "country"));
    const std::int64_t more = own == manners.gramsOfZone.end() ? 0 : own->second;
    Json times = Json::array();
    Json measured = Json::array();
    Json forecast = Json::array();
    for (Instant at = floorTo(from, kQuarter); at < to; at += kQuarter) {
        times.push_back(std::chrono::floor<seconds>(at).time_since_epoch().count());
        const std::int64_t grams = gramsOf(averageAt(at), manners) + more;
        const bool past = at + kQuarter <= now;
        measured.push_back(past ? Json(grams) : Json(nullptr));
        forecast.push_back(past ? Json(nullptr) : Json(grams + 10));
    }
    return json({{"unix_seconds", times}, {"co2eq", measured}, {"co2eq_forecast", forecast}, {"deprecated", false}});
}

} // namespace greenward::tests
