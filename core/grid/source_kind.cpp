#include "core/grid/source_kind.h"

#include "core/base/json_fields.h"

namespace greenward::grid {
namespace {

constexpr int kLowestPriority = 99;
constexpr std::chrono::seconds kShortestCache{10};
constexpr std::chrono::seconds kLongestCache{std::chrono::hours{24}};

} // namespace

SourceSettings defaultsOf(const SourceKind &kind)
{
    return {kind.id, kind.defaultUrl, kind.enabled, kind.priority, kind.cacheFor, kind.signals.front()};
}

Result<void> checkSettings(const SourceKind &kind, const SourceSettings &settings)
{
    if (settings.priority < 0 || settings.priority > kLowestPriority)
        return fail(ErrorCode::InvalidInput, "priority",
                    std::to_string(settings.priority) + " is not between 0 (asked first) and 99");
    if (settings.cacheFor < kShortestCache || settings.cacheFor > kLongestCache)
        return fail(ErrorCode::InvalidInput, "ttl",
                    std::to_string(settings.cacheFor.count()) + " s is not between 10 s and a day");
    if (!kind.tellsSignal && settings.signal != Signal::Average && settings.signal != Signal::Marginal)
        return fail(ErrorCode::InvalidInput, "signal",
                    std::string(signalName(settings.signal)) + " cannot stand behind a gateway: average or marginal");
    return {};
}

Json toJson(const SourceSettings &settings)
{
    return {{"id", settings.id},
            {"url", settings.url},
            {"enabled", settings.enabled},
            {"priority", settings.priority},
            {"cache_s", settings.cacheFor.count()},
            {"signal", signalName(settings.signal)}};
}

Result<SourceSettings> sourceSettingsFrom(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "source"));
    SourceSettings settings;
    CORE_TRY(settings.id, fields.text("id"));
    CORE_TRY(settings.url, fields.text("url"));
    CORE_TRY(settings.enabled, fields.flag("enabled"));
    CORE_TRY(const std::int64_t priority, fields.integer("priority", 0, kLowestPriority));
    settings.priority = static_cast<int>(priority);
    CORE_TRY(const std::int64_t cache, fields.integer("cache_s", kShortestCache.count(), kLongestCache.count()));
    settings.cacheFor = std::chrono::seconds{cache};
    CORE_TRY(const std::string signal, fields.text("signal"));
    CORE_TRY(settings.signal, parseSignal(signal));
    return settings;
}

} // namespace greenward::grid
