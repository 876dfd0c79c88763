#include "core/storage/scan_json.h"

#include "core/base/json_reader.h"
#include "core/base/time_text.h"

#include <algorithm>

namespace greenward::storage {
namespace {

constexpr std::array kReasons{LeftAlone::Symlink,       LeftAlone::Device,       LeftAlone::Fifo,
                              LeftAlone::Socket,        LeftAlone::OtherKind,    LeftAlone::Reserved,
                              LeftAlone::TooLong,       LeftAlone::NoTenant,     LeftAlone::TenantName,
                              LeftAlone::OtherMount,    LeftAlone::OtherBackend, LeftAlone::HardLinked,
                              LeftAlone::DataDirectory, LeftAlone::Excluded};
constexpr std::array kStates{ScanState::Running, ScanState::Finished, ScanState::Cancelled, ScanState::Failed};
constexpr std::array kErrors{ErrorCode::NotFound,    ErrorCode::NoPermission, ErrorCode::Unreachable,
                             ErrorCode::Unsupported, ErrorCode::StoreDamaged, ErrorCode::NoSpace};

/// A member, or nothing; what is missing or of another type reads as empty, for these are only shown.
template<typename T>
T member(const Json &json, const char *field, T fallback = {})
{
    const auto at = json.find(field);
    if (at == json.end()) return fallback;
    if constexpr (std::is_same_v<T, std::string>)
        return at->is_string() ? at->get<T>() : fallback;
    else
        return at->is_number() ? at->get<T>() : fallback;
}

Json errorJson(const Error &error)
{
    return {{"code", errorCodeName(error.code)}, {"subject", error.subject}, {"detail", error.detail}};
}

Error parseError(const Json &json)
{
    const auto name = member<std::string>(json, "code");
    const auto *at =
        std::find_if(kErrors.begin(), kErrors.end(), [&](ErrorCode code) { return errorCodeName(code) == name; });
    return {at == kErrors.end() ? ErrorCode::IoFailed : *at, member<std::string>(json, "subject"),
            member<std::string>(json, "detail")};
}

void parseLeftAlone(const Json &json, ScanRow &row)
{
    for (const Json &one : json) {
        const auto name = member<std::string>(one, "reason");
        const auto *at = std::find_if(kReasons.begin(), kReasons.end(),
                                      [&](LeftAlone reason) { return leftAloneName(reason) == name; });
        LeftAloneCount count{
            at == kReasons.end() ? LeftAlone::OtherKind : *at, member<std::uint64_t>(one, "count"), {}};
        if (const auto examples = one.find("examples"); examples != one.end() && examples->is_array())
            for (const Json &path : *examples)
                if (path.is_string()) count.examples.push_back(path.get<std::string>());
        row.leftAlone.push_back(std::move(count));
    }
}

} // namespace

std::string scanJson(const ScanRow &row)
{
    Json json{{"backend", row.backend.text()},
              {"state", scanStateName(row.state)},
              {"started_at", toRfc3339(row.startedAt)},
              {"objects", row.objects},
              {"bytes", row.bytes},
              {"objects_per_second", row.objectsPerSecond},
              {"added", row.added},
              {"changed", row.changed},
              {"gone", row.gone},
              {"unreadable_count", row.unreadableCount},
              {"left_alone", Json::array()},
              {"unreadable", Json::array()}};
    if (row.finishedAt) json["finished_at"] = toRfc3339(*row.finishedAt);
    if (row.error) json["error"] = errorJson(*row.error);
    for (const LeftAloneCount &one : row.leftAlone)
        json["left_alone"].push_back(
            {{"reason", leftAloneName(one.reason)}, {"count", one.count}, {"examples", one.examples}});
    for (const UnreadablePath &one : row.unreadable)
        json["unreadable"].push_back({{"path", one.path}, {"error", errorJson(one.error)}});
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<ScanRow> parseScan(std::string_view text)
{
    const Json json = parseJson(text, "scan").value_or(Json());
    if (!json.is_object()) return fail(ErrorCode::StoreDamaged, "scan", "is no JSON object");
    CORE_TRY(BackendId backend, BackendId::parse(member<std::string>(json, "backend")));
    ScanRow row(std::move(backend));
    const auto state = member<std::string>(json, "state");
    const auto *known =
        std::find_if(kStates.begin(), kStates.end(), [&](ScanState one) { return scanStateName(one) == state; });
    if (known == kStates.end()) return fail(ErrorCode::StoreDamaged, "scan", "has an unknown state");
    row.state = *known;
    CORE_TRY(row.startedAt, parseInstant(member<std::string>(json, "started_at"), "started_at"));
    if (json.contains("finished_at")) {
        CORE_TRY(const Instant finished, parseInstant(member<std::string>(json, "finished_at"), "finished_at"));
        row.finishedAt = finished;
    }
    row.objects = member<std::uint64_t>(json, "objects");
    row.bytes = member<std::int64_t>(json, "bytes");
    row.objectsPerSecond = member<double>(json, "objects_per_second");
    row.added = member<std::uint64_t>(json, "added");
    row.changed = member<std::uint64_t>(json, "changed");
    row.gone = member<std::uint64_t>(json, "gone");
    row.unreadableCount = member<std::uint64_t>(json, "unreadable_count");
    if (const auto at = json.find("left_alone"); at != json.end() && at->is_array()) parseLeftAlone(*at, row);
    if (const auto at = json.find("unreadable"); at != json.end() && at->is_array())
        for (const Json &one : *at)
            if (const auto error = one.find("error"); error != one.end())
                row.unreadable.push_back({member<std::string>(one, "path"), parseError(*error)});
    if (const auto at = json.find("error"); at != json.end()) row.error = parseError(*at);
    return row;
}

} // namespace greenward::storage
