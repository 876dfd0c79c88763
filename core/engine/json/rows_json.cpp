#include "core/engine/json/rows_json.h"

#include "core/base/json_reader.h"
#include "core/base/time_text.h"
#include "core/engine/json/figures.h"

namespace greenward::engine {
namespace {

/// Scores are shown and compared with two places (C-29).
Json points(ScorePoints score)
{
    return jsonDecimal(divideRounded(score.millionths(), 10'000), 2);
}

template<typename Id>
Json names(const std::vector<Id> &ids)
{
    Json list = Json::array();
    for (const Id &id : ids)
        list.push_back(jsonName(id.text()));
    return list;
}

Json totals(const std::vector<store::MoveTotal> &all)
{
    Json states = Json::object();
    for (const store::MoveTotal &total : all) {
        Json &state = states[std::string(store::moveStateName(total.state))];
        if (state.is_null()) state = {{"objects", 0}, {"size_bytes", 0}};
        state["objects"] = state["objects"].get<std::uint64_t>() + total.objects;
        state["size_bytes"] = state["size_bytes"].get<std::int64_t>() + total.size.bytes();
    }
    return states;
}

Json countsJson(const std::vector<std::pair<std::string, std::uint64_t>> &counts)
{
    Json json = Json::object();
    for (const auto &[name, count] : counts)
        json[name] = count;
    return json;
}

} // namespace

Json toJson(const GridFigure &figure)
{
    return {{"intensity_g_per_kwh", intensity(figure.value)},
            {"unit", "g/kWh"},
            {"signal", signalName(figure.signal)},
            {"gas", gasName(figure.gas)},
            {"quality", qualityName(figure.quality)},
            {"origin", originName(figure.origin)},
            {"estimated", figure.estimated},
            {"zone", orNull(figure.zone)},
            {"provider", orNull(figure.provider)},
            {"method", orNull(figure.method)},
            {"source", orNull(figure.source)},
            {"licence", orNull(figure.licence)},
            {"year", figure.year ? Json(*figure.year) : Json(nullptr)},
            {"point_time", jsonTime(figure.pointTime)},
            {"fetched_at", jsonTime(figure.fetchedAt)},
            {"note", orNull(figure.note)}};
}

Json toJson(const bus::GreenScore &score)
{
    return {{"score", points(score.total)},
            {"parts",
             {{"renewable", points(score.renewable)},
              {"intensity", points(score.intensity)},
              {"pue", points(score.pue)},
              {"water", points(score.water)}}},
            {"water_known", score.waterKnown},
            {"provisional", score.provisional}};
}

Json toJson(const bus::BackendHealth &health)
{
    return {{"reachable", health.reachable},
            {"writable", health.writable},
            {"free_bytes", health.free ? Json(health.free->bytes()) : Json(nullptr)},
            {"problem", orNull(health.problem)},
            {"checked_at", toRfc3339(health.checkedAt)}};
}

Json toJson(const BackendRow &row)
{
    const BackendSpec &spec = row.scored.spec;
    Json json{{"id", spec.id.text()},
              {"region", spec.region.text()},
              {"kind", driverKindName(spec.driver)},
              {"path", orNull(spec.location)},
              {"preset", spec.preset},
              {"exclude", spec.exclude.patterns()},
              {"medium", mediumName(spec.medium)},
              {"copies", redundancyJson(spec.redundancy)},
              {"pue", decimal(spec.pue)},
              {"wue_l_per_kwh", decimal(spec.wue)},
              {"renewable_pct", decimal(spec.renewable)},
              {"share_basis", shareBasisName(spec.shareBasis)},
              {"renewable_basis", orNull(spec.renewableBasis)},
              {"source", orNull(spec.source)},
              {"source_year", spec.sourceYear ? Json(*spec.sourceYear) : Json(nullptr)},
              {"newer_hint", orNull(spec.newerHint)},
              {"latitude", spec.at ? jsonDecimal(spec.at->latitude, 6) : Json(nullptr)},
              {"longitude", spec.at ? jsonDecimal(spec.at->longitude, 6) : Json(nullptr)},
              {"residency", spec.residency ? Json(spec.residency->text()) : Json(nullptr)},
              {"latency", latencyClassName(spec.latency)},
              {"price_per_gb_month", spec.price ? Json(spec.price->text()) : Json(nullptr)},
              {"immutable", spec.immutable},
              {"legal_hold", spec.legalHold}};
    json.update(toJson(row.scored.score));
    json["intensity"] = toJson(row.scored.intensity);
    json["rest_power_w_per_tb"] = decimal(row.scored.restPower);
    json["carbon_g_per_tb_month"] = grams(row.scored.perTerabyteMonth);
    json["health"] = row.health ? toJson(*row.health) : Json(nullptr);
    json["place"] = row.place ? Json{{"mark", orNull(row.place->mark)},
                                     {"file_system", row.place->fileSystem},
                                     {"since", jsonTime(row.place->since)}}
                              : Json(nullptr);
    json["objects"] = row.objects;
    json["size_bytes"] = row.size.bytes();
    json["scanned_at"] = jsonTime(row.scannedAt);
    json["scanning"] = row.scanning;
    return json;
}

Json toJson(const GridRow &row)
{
    Json json{{"region", row.region.text()},
              {"place", orNull(row.place)},
              {"country", orNull(row.country)},
              {"electricitymaps_zone", orNull(row.zone)},
              {"watttime_region", orNull(row.watttimeRegion)}};
    json.update(toJson(row.figure));
    json["backends"] = names(row.backends);
    return json;
}

Json toJson(const PolicyRow &row)
{
    return {{"tenant", row.tenant.text()},
            {"stored", row.stored},
            {"enabled", row.enabled},
            {"cold_after_s", row.coldAfter.count()},
            {"target_score", decimal(row.targetScore)},
            {"schedule", row.schedule},
            {"batch_hour_utc", row.batchHour},
            {"batch_day", row.batchDay},
            {"max_batch_bytes", row.maxBatch.bytes()},
            {"concurrency", row.concurrency},
            {"respect_budget", row.respectBudget},
            {"relocation", relocationName(row.relocation)},
            {"leave_behind", leaveBehindName(row.leaveBehind)},
            {"grace_s", row.grace.count()},
            {"lifetime_years", row.lifetimeYears}};
}

Json toJson(const TenantRow &row)
{
    return {{"tenant", row.tenant.text()},
            {"objects", row.objects},
            {"size_bytes", row.size.bytes()},
            {"cold_objects", row.coldObjects},
            {"cold_size_bytes", row.coldSize.bytes()},
            {"movable_objects", row.movableObjects},
            {"movable_size_bytes", row.movableSize.bytes()},
            {"policy", toJson(row.policy)}};
}

Json toJson(const PlanFigures &figures)
{
    return {{"objects", figures.objects},
            {"size_bytes", figures.size.bytes()},
            {"own_cost_g", grams(figures.ownCost)},
            {"own_cost_low_g", grams(figures.ownCostLow)},
            {"own_cost_high_g", grams(figures.ownCostHigh)},
            {"saving_per_year_g", grams(figures.savingPerYear)},
            {"net_saving_g", grams(figures.netSaving)},
            {"net_saving_low_g", grams(figures.netSavingLow)},
            {"break_even_days", figures.breakEvenDays ? Json(*figures.breakEvenDays) : Json(nullptr)},
            {"lifetime_years", figures.lifetimeYears}};
}

Json toJson(const PlanOutcome &outcome)
{
    Json left = Json::array();
    for (const LeftOut &item : outcome.leftOut)
        left.push_back({{"reason", item.reason}, {"objects", item.objects}, {"size_bytes", item.size.bytes()}});
    return {{"batch", outcome.batch ? Json(number(*outcome.batch)) : Json(nullptr)},
            {"summary", outcome.summary},
            {"left_out", left}};
}

Json toJson(const BatchRow &row)
{
    Json json{{"batch", number(row.id)},     {"tenant", row.tenant.text()}, {"sources", names(row.sources)},
              {"target", row.target.text()}, {"state", row.state},          {"state_reason", orNull(row.stateReason)}};
    json.update(toJson(row.figures));
    json["target_intensity"] = toJson(row.targetIntensity);
    json["factors"] = row.factors;
    json["plan_sha256"] = row.planHash;
    json["created_at"] = toRfc3339(row.createdAt);
    json["created_by"] = row.createdBy;
    json["decided_at"] = jsonTime(row.decidedAt);
    json["decided_by"] = orNull(row.decidedBy);
    json["note"] = orNull(row.note);
    json["expires_at"] = jsonTime(row.expiresAt);
    json["states"] = totals(row.totals);
    json["moved_objects"] = row.moved;
    json["failed_objects"] = row.failed;
    json["skipped_objects"] = row.skipped;
    json["sources_waiting"] = row.sourcesWaiting;
    json["sources_until"] = jsonTime(row.sourcesUntil);
    json["moved_size_bytes"] = row.movedSize.bytes();
    json["booked_g"] = grams(row.booked);
    json["bytes_per_second"] = row.bytesPerSecond;
    json["eta_s"] = row.eta ? Json(row.eta->count()) : Json(nullptr);
    json["last_errors"] = row.lastErrors;
    return json;
}

Json toJson(const ScanRow &row)
{
    return {{"backend", row.backend.text()},
            {"running", row.running},
            {"complete", row.complete},
            {"started_at", toRfc3339(row.startedAt)},
            {"ended_at", jsonTime(row.endedAt)},
            {"objects", row.objects},
            {"size_bytes", row.size.bytes()},
            {"objects_per_second", row.objectsPerSecond},
            {"added", row.added},
            {"changed", row.changed},
            {"gone", row.gone},
            {"left_alone", row.leftAlone},
            {"left_alone_by", countsJson(row.leftAloneBy)},
            {"notes", row.notes},
            {"problem", orNull(row.problem)}};
}

Json toJson(const ActivityRow &row)
{
    const auto body = parseJson(row.json, row.what);
    return {{"seq", row.seq},
            {"at", toRfc3339(row.at)},
            {"kind", row.audited ? "audit" : "event"},
            {"who", orNull(row.who)},
            {"what", row.what},
            {"subject", orNull(row.subject)},
            {"body", body ? *body : jsonName(row.json)},
            {"hash_sha256", orNull(row.hash)}};
}

Json toJson(const LocateRow &row)
{
    return {{"key", jsonName(row.key.text())},
            {"backend", row.backend.text()},
            {"path", orNull(row.path)},
            {"state", row.state},
            {"size_bytes", row.size ? Json(row.size->bytes()) : Json(nullptr)},
            {"moved", row.moved},
            {"batch", row.batch ? Json(number(*row.batch)) : Json(nullptr)},
            {"moved_at", jsonTime(row.movedAt)},
            {"sha256", orNull(row.sha256)}};
}

Json toJson(const bus::ListedObject &object)
{
    return {{"backend", object.backend.text()},
            {"tenant", object.tenant.text()},
            {"key", jsonName(object.key.text())},
            {"size_bytes", object.signature.size.bytes()},
            {"freed_bytes", object.signature.freed().bytes()},
            {"touched", toRfc3339(object.touched)},
            {"evidence", object.evidence == TouchEvidence::Access ? "access" : "modified"}};
}

Json toJson(const store::MoveRecord &move)
{
    return {{"move", number(move.id)},
            {"batch", number(move.batch)},
            {"tenant", move.tenant.text()},
            {"source", move.source.text()},
            {"target", move.target.text()},
            {"key", jsonName(move.key.text())},
            {"size_bytes", move.signature.size.bytes()},
            {"freed_bytes", move.signature.freed().bytes()},
            {"state", store::moveStateName(move.state)},
            {"attempt", move.attempt},
            {"sha256", move.sha256 ? Json(hexText(*move.sha256)) : Json(nullptr)},
            {"not_before", jsonTime(move.notBefore)},
            {"reason", orNull(move.reason)},
            {"changed_at", toRfc3339(move.changedAt)}};
}

Json toJson(const store::UsageRecord &usage)
{
    return {{"tenant", usage.tenant.text()},
            {"at", toRfc3339(usage.at)},
            {"amount_g", grams(usage.amount)},
            {"operation", usage.operation},
            {"quality", qualityName(usage.quality)}};
}

Json toJson(const EngineStatus &status)
{
    return {{"directory", jsonName(status.directory)},
            {"read_only", status.readOnly},
            {"recovered", status.recovered},
            {"problem", orNull(status.problem)},
            {"version", status.version}};
}

} // namespace greenward::engine
