#include "core/placement/backend_file.h"

#include "core/base/json_fields.h"

#include <set>

namespace greenward::placement {
namespace {

constexpr std::string_view kFormat = "greenward-backends";
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMostBackends = 10'000;
constexpr std::size_t kMostBytes = 67'108'864;

std::string entryName(std::size_t index)
{
    return "backends " + std::to_string(index + 1);
}

} // namespace

std::string backendFile(std::span<const BackendSpec> specs)
{
    Json backends = Json::array();
    for (const BackendSpec &spec : specs)
        backends.push_back(toJson(spec));
    return jsonText(Json{{"format", kFormat}, {"version", kVersion}, {"backends", std::move(backends)}}, 2) + "\n";
}

Result<std::vector<BackendSpec>> readBackendFile(std::string_view text)
{
    CORE_TRY(const Json json, parseJsonFile(text, "file", {.bytes = kMostBytes}));
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "file"));
    CORE_TRY(const std::string format, fields.text("format"));
    if (format != kFormat)
        return fail(ErrorCode::InvalidInput, "format",
                    "\"" + format + "\" is not \"" + std::string(kFormat) + "\": this file holds no backends");
    CORE_CHECK(fields.integer("version", kVersion, kVersion));
    CORE_TRY(const Json *list, fields.list("backends", kMostBackends));
    std::vector<BackendSpec> specs;
    std::set<BackendId> seen;
    for (const Json &one : *list) {
        auto spec = backendFromJson(one);
        if (!spec)
            return fail(spec.error().code, entryName(specs.size()) + ", " + spec.error().subject, spec.error().detail);
        if (!seen.insert(spec->id).second)
            return fail(ErrorCode::InvalidInput, entryName(specs.size()) + ", id",
                        "\"" + spec->id.text() + "\" is there twice");
        specs.push_back(*std::move(spec));
    }
    return specs;
}

} // namespace greenward::placement
