#include "core/engine/json/grid_json.h"

#include "core/engine/json/figures.h"
#include "core/engine/json/rows_json.h"

namespace greenward::engine {
namespace {

/// What all of one region's figures of one signal have in common.
Json ofSignal(const RegionName &region, Signal signal, const std::string &provider, const std::string &zone)
{
    return {{"region", region.text()},
            {"signal", signalName(signal)},
            {"unit", "g/kWh"},
            {"provider", orNull(provider)},
            {"zone", orNull(zone)}};
}

Json seconds(milliseconds span)
{
    return jsonDecimal(span.count(), 3);
}

Json toJson(const GridPicture::Point &point)
{
    return {{"from", jsonTime(point.from)},
            {"length_s", point.length.count() == 0 ? Json(nullptr) : seconds(point.length)},
            {"intensity_g_per_kwh", intensity(point.value)},
            {"kind", grid::pointKindName(point.kind)},
            {"method", orNull(point.method)}};
}

Json toJson(const GridPicture::Band &band)
{
    return {{"from", jsonTime(band.from)},
            {"length_s", seconds(band.length)},
            {"low_g_per_kwh", intensity(band.low)},
            {"high_g_per_kwh", intensity(band.high)},
            {"cases", band.cases}};
}

Json toJson(const GridPicture::Window &window)
{
    return {{"from", jsonTime(window.from)}, {"to", jsonTime(window.to)}, {"mean_g_per_kwh", intensity(window.mean)}};
}

Json names(const std::vector<Signal> &signals)
{
    Json list = Json::array();
    for (const Signal signal : signals)
        list.push_back(signalName(signal));
    return list;
}

Json toJson(const GridSourceRow::Access &access)
{
    return {{"zone", access.zone}, {"endpoints", access.endpoints}};
}

Json toJson(const GridSourceRow::Refusal &refusal)
{
    return {{"zone", orNull(refusal.zone)}, {"signal", signalName(refusal.signal)}, {"question", refusal.question},
            {"trouble", refusal.trouble},   {"detail", jsonName(refusal.detail)},   {"at", jsonTime(refusal.at)},
            {"not_in_plan", refusal.plan}};
}

template<typename Entry>
Json listOf(const std::vector<Entry> &entries)
{
    Json list = Json::array();
    for (const Entry &entry : entries)
        list.push_back(toJson(entry));
    return list;
}

Json zonesJson(const std::map<std::string, std::string> &zones)
{
    Json json = Json::object();
    for (const auto &[source, zone] : zones)
        json[source] = zone;
    return json;
}

} // namespace

std::string_view breakerName(GridSourceRow::Breaker breaker)
{
    switch (breaker) {
    case GridSourceRow::Breaker::Closed:
        return "closed";
    case GridSourceRow::Breaker::Open:
        return "open";
    case GridSourceRow::Breaker::Trial:
        return "trial";
    }
    return "?";
}

Json toJson(const GridPicture &picture)
{
    Json json = ofSignal(picture.region, picture.signal, picture.provider, picture.zone);
    json["source"] = orNull(picture.source);
    json["gas"] = gasName(picture.gas);
    json["basis"] = orNull(picture.basis);
    json["licence"] = orNull(picture.licence);
    json["from"] = jsonTime(picture.from);
    json["until"] = jsonTime(picture.until);
    json["now"] = jsonTime(picture.now);
    json["latest"] = picture.latest ? toJson(*picture.latest) : Json(nullptr);
    json["trailing_mean_g_per_kwh"] = picture.trailingMean ? intensity(*picture.trailingMean) : Json(nullptr);
    json["trailing_hours"] = picture.trailingHours;
    json["hourly"] = picture.hourly;
    json["measured"] = listOf(picture.measured);
    json["estimated"] = listOf(picture.estimated);
    json["forecast_issued_at"] = jsonTime(picture.forecastIssued);
    json["forecast"] = listOf(picture.forecast);
    json["band"] = listOf(picture.band);
    json["low_carbon"] = listOf(picture.lowCarbon);
    json["problem"] = orNull(picture.problem);
    json["warnings"] = picture.warnings;
    return json;
}

/// A percentile has no unit of mass and gets none here (C-18).
Json toJson(const GridPercentileRow &row)
{
    return {{"region", row.region.text()},
            {"signal", signalName(Signal::Percentile)},
            {"percentile", decimal(row.value)},
            {"unit", "percentile"},
            {"provider", row.provider},
            {"zone", row.zone},
            {"point_time", jsonTime(row.pointTime)},
            {"fetched_at", jsonTime(row.fetchedAt)}};
}

Json toJson(const GridShareRow &row)
{
    return {{"region", row.region.text()},
            {"renewable_pct", decimal(row.value)},
            {"provider", row.provider},
            {"zone", row.zone},
            {"point_time", jsonTime(row.pointTime)},
            {"fetched_at", jsonTime(row.fetchedAt)},
            {"estimated", row.estimated}};
}

Json toJson(const GridSourceRow &row)
{
    Json fields = Json::array();
    for (const GridSourceRow::Field &field : row.credentials)
        fields.push_back({{"field", field.name}, {"state", grid::credentialStateName(field.state)}});
    return {{"id", row.id},
            {"name", row.name},
            {"signals", names(row.signals)},
            {"enabled", row.enabled},
            {"priority", row.priority},
            {"url", orNull(row.url)},
            {"default_url", orNull(row.defaultUrl)},
            {"ttl_s", row.cacheFor.count()},
            {"credentials", std::move(fields)},
            {"configured", row.configured},
            {"licence", orNull(row.licence)},
            {"breaker", breakerName(row.breaker)},
            {"paused_for_s", row.pausedFor ? seconds(*row.pausedFor) : Json(nullptr)},
            {"requests_left", row.requestsLeft},
            {"asked", row.asked},
            {"last_success", jsonTime(row.lastSuccess)},
            {"trouble", orNull(row.trouble)},
            {"problem", orNull(row.problem)},
            {"sandbox", row.sandbox},
            {"access_at", jsonTime(row.accessAt)},
            {"access", listOf(row.access)},
            {"refusals", listOf(row.refusals)}};
}

Json toJson(const GridMappingRow &row)
{
    return {{"region", row.region.text()},
            {"zones", zonesJson(row.zones)},
            {"own", zonesJson(row.own)},
            {"latitude", row.latitude ? Json(*row.latitude) : Json(nullptr)},
            {"longitude", row.longitude ? Json(*row.longitude) : Json(nullptr)}};
}

Json toJson(const WindowDoctorRow &row)
{
    Json json = ofSignal(row.region, row.signal, row.provider, row.zone);
    json["begin_hour_utc"] = row.beginHour;
    json["length_h"] = row.length;
    json["from"] = jsonTime(row.from);
    json["until"] = jsonTime(row.until);
    json["days"] = row.days;
    json["in_window_g_per_kwh"] = intensity(row.inWindow);
    json["mean_g_per_kwh"] = intensity(row.mean);
    json["penalty_pct"] = jsonDecimal(Int128{row.penaltyMillionths} * 100, 6);
    json["best_hour_utc"] = row.bestHour;
    json["at_best_hour_g_per_kwh"] = intensity(row.atBestHour);
    return json;
}

Json toJson(const BestWindowRow &row)
{
    Json json = ofSignal(row.region, row.signal, row.provider, row.zone);
    json["from"] = jsonTime(row.from);
    json["to"] = jsonTime(row.to);
    json["expected_g_per_kwh"] = intensity(row.expected);
    json["pessimistic_g_per_kwh"] = intensity(row.pessimistic);
    json["errors_known"] = row.errorsKnown;
    json["forecast_issued_at"] = jsonTime(row.forecastIssued);
    return json;
}

Json toJson(const ForecastErrorRow &row)
{
    return {{"hours_ahead", row.hoursAhead},
            {"cases", row.cases},
            {"bias_g_per_kwh", jsonDecimal(row.biasMilligrams, 3)},
            {"mean_absolute_g_per_kwh", jsonDecimal(row.meanAbsoluteMilligrams, 3)}};
}

Json toJson(const GridRefreshRow &row)
{
    Json problems = Json::array();
    for (const GridRefreshRow::Problem &one : row.problems)
        problems.push_back({{"source", one.source}, {"trouble", one.trouble}, {"detail", jsonName(one.detail)}});
    return {{"region", row.region.text()}, {"signal", signalName(row.signal)},
            {"question", row.question},    {"source", orNull(row.source)},
            {"cached", row.cached},        {"problems", std::move(problems)}};
}

Json toJson(const MappingTestRow &row)
{
    return {{"source", row.source},
            {"zone", row.zone},
            {"figure", row.figure ? toJson(*row.figure) : Json(nullptr)},
            {"trouble", orNull(row.trouble)},
            {"detail", orNull(row.detail)}};
}

Json toJson(const StoredSeriesRow &row)
{
    return {{"provider", row.provider},   {"zone", row.zone},     {"signal", signalName(row.signal)},
            {"basis", orNull(row.basis)}, {"points", row.points}, {"first", jsonTime(row.first)},
            {"last", jsonTime(row.last)}};
}

} // namespace greenward::engine
