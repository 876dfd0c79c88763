#include "core/placement/backend_json.h"

#include "core/base/json_fields.h"

namespace greenward::placement {
namespace {

constexpr std::size_t kLongestText = 1024;
constexpr int kDeepestTenant = 32;

Unexpected<Error> outside(std::string_view field, const std::string &value, std::string_view range)
{
    return fail(ErrorCode::InvalidInput, field, "\"" + value + "\" is outside " + std::string(range));
}

Result<void> checkText(std::string_view field, const std::string &text, std::size_t most)
{
    if (text.size() <= most) return {};
    return fail(ErrorCode::InvalidInput, field,
                std::to_string(text.size()) + " bytes are more than " + std::to_string(most));
}

/// A path is bytes of the file system, JSON is Unicode: bytes above 0x7F that are not UTF-8 go through as hex.
Json pathJson(const std::string &path)
{
    const Json asName = jsonName(path);
    if (asName == Json(path)) return path;
    std::string hex = "hex:";
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        hex.push_back(kDigits[byte >> 4U]);
        hex.push_back(kDigits[byte & 0x0FU]);
    }
    return hex;
}

Result<std::string> pathFromText(const std::string &text)
{
    if (!text.starts_with("hex:")) return text;
    const std::string_view digits = std::string_view(text).substr(4);
    const auto bad = fail(ErrorCode::InvalidInput, "location", "\"" + text + "\" is not hex");
    if (digits.size() % 2 != 0) return bad;
    const auto valueOf = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    std::string path;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        const int high = valueOf(digits[i]);
        const int low = valueOf(digits[i + 1]);
        if (high < 0 || low < 0) return bad;
        path.push_back(static_cast<char>(high * 16 + low));
    }
    return path;
}

/// Reads `name` with `parse(text, name)` into `into`, if it is there.
template<typename T, typename Parse>
Result<void> readDecimal(const JsonFields &fields, const std::string &name, T &into, Parse parse)
{
    if (!fields.has(name)) return {};
    CORE_TRY(const std::string text, fields.decimal(name));
    CORE_TRY(into, parse(text, name));
    return {};
}

Result<void> readText(const JsonFields &fields, const std::string &name, std::string &into)
{
    if (!fields.has(name)) return {};
    CORE_TRY(into, fields.text(name));
    return {};
}

/// A number of copies, or a text like "10+4".
Result<void> readRedundancy(const JsonFields &fields, BackendSpec &spec)
{
    if (!fields.has("copies")) return {};
    CORE_TRY(const Json *value, fields.member("copies"));
    if (value->is_string() && value->get<std::string>().find('+') != std::string::npos) {
        CORE_TRY(spec.redundancy, parseRedundancy(value->get<std::string>(), "copies"));
        return {};
    }
    CORE_TRY(const std::int64_t copies, fields.integer("copies", 1, 16));
    CORE_TRY(spec.redundancy, Redundancy::copies(copies));
    return {};
}

Result<void> readFigures(const JsonFields &fields, BackendSpec &spec)
{
    CORE_CHECK(readDecimal(fields, "pue", spec.pue, parsePue));
    CORE_CHECK(readDecimal(fields, "wue_l_per_kwh", spec.wue, parseWue));
    CORE_CHECK(readDecimal(fields, "renewable_pct", spec.renewable, parseShare));
    CORE_CHECK(readText(fields, "renewable_basis", spec.renewableBasis));
    if (fields.has("share_basis")) {
        CORE_TRY(const std::string basis, fields.text("share_basis"));
        CORE_TRY(spec.shareBasis, parseShareBasis(basis));
    }
    CORE_CHECK(readText(fields, "source", spec.source));
    CORE_CHECK(readText(fields, "newer_hint", spec.newerHint));
    if (fields.has("source_year")) {
        CORE_TRY(const std::int64_t year, fields.integer("source_year", 1990, 2100));
        spec.sourceYear = static_cast<int>(year);
    }
    CORE_CHECK(readRedundancy(fields, spec));
    if (fields.has("medium")) {
        CORE_TRY(const std::string medium, fields.text("medium"));
        CORE_TRY(spec.medium, parseMedium(medium));
    }
    return {};
}

Result<void> readTerms(const JsonFields &fields, BackendSpec &spec)
{
    if (fields.has("latitude") || fields.has("longitude")) {
        CORE_TRY(const std::string latitude, fields.decimal("latitude"));
        CORE_TRY(const std::string longitude, fields.decimal("longitude"));
        CORE_TRY(spec.at, parseCoordinates(latitude, longitude));
    }
    if (fields.has("residency")) {
        CORE_TRY(const std::string country, fields.text("residency"));
        CORE_TRY(spec.residency, CountryCode::parse(country));
    }
    if (fields.has("latency")) {
        CORE_TRY(const std::string latency, fields.text("latency"));
        CORE_TRY(spec.latency, parseLatencyClass(latency));
    }
    if (fields.has("price_per_gb_month")) {
        CORE_TRY(const std::string price, fields.text("price_per_gb_month"));
        CORE_TRY(spec.price, parsePrice(price, "price_per_gb_month"));
    }
    if (fields.has("immutable")) {
        CORE_TRY(spec.immutable, fields.flag("immutable"));
    }
    if (fields.has("legal_hold")) {
        CORE_TRY(spec.legalHold, fields.flag("legal_hold"));
    }
    return {};
}

Result<void> readPlace(const JsonFields &fields, BackendSpec &spec)
{
    if (fields.has("kind")) {
        CORE_TRY(const std::string kind, fields.text("kind"));
        CORE_TRY(spec.driver, parseDriverKind(kind));
    }
    if (fields.has("location")) {
        CORE_TRY(const std::string location, fields.text("location"));
        CORE_TRY(spec.location, pathFromText(location));
    }
    if (fields.has("tenant_level")) {
        CORE_TRY(const std::int64_t level, fields.integer("tenant_level", 0, kDeepestTenant));
        spec.tenantLevel = static_cast<int>(level);
    }
    if (fields.has("sole_tenant")) {
        CORE_TRY(const std::string tenant, fields.text("sole_tenant"));
        CORE_TRY(spec.soleTenant, TenantId::parse(tenant));
    }
    if (fields.has("exclude")) {
        CORE_TRY(const std::string exclude, fields.text("exclude"));
        CORE_TRY(spec.exclude, Exclusions::parse(exclude));
    }
    if (fields.has("preset")) {
        CORE_TRY(spec.preset, fields.flag("preset"));
    }
    return {};
}

} // namespace

Json toJson(const BackendSpec &spec)
{
    return {{"id", spec.id.text()},
            {"region", spec.region.text()},
            {"kind", driverKindName(spec.driver)},
            {"location", pathJson(spec.location)},
            {"tenant_level", spec.tenantLevel},
            {"sole_tenant", spec.soleTenant ? Json(spec.soleTenant->text()) : Json(nullptr)},
            {"exclude", spec.exclude.text()},
            {"medium", mediumName(spec.medium)},
            {"copies", spec.redundancy.isErasure() ? Json(spec.redundancy.text()) : Json(spec.redundancy.numerator())},
            {"pue", spec.pue.text()},
            {"wue_l_per_kwh", spec.wue ? Json(spec.wue->text()) : Json(nullptr)},
            {"renewable_pct", spec.renewable.text()},
            {"share_basis", shareBasisName(spec.shareBasis)},
            {"renewable_basis", spec.renewableBasis},
            {"source", spec.source},
            {"source_year", spec.sourceYear ? Json(*spec.sourceYear) : Json(nullptr)},
            {"newer_hint", spec.newerHint},
            {"preset", spec.preset},
            {"latitude", spec.at ? Json(spec.at->latitudeText()) : Json(nullptr)},
            {"longitude", spec.at ? Json(spec.at->longitudeText()) : Json(nullptr)},
            {"residency", spec.residency ? Json(spec.residency->text()) : Json(nullptr)},
            {"latency", latencyClassName(spec.latency)},
            {"price_per_gb_month", spec.price ? Json(spec.price->text()) : Json(nullptr)},
            {"immutable", spec.immutable},
            {"legal_hold", spec.legalHold}};
}

Result<BackendSpec> backendFromJson(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "backend"));
    CORE_TRY(const std::string idText, fields.text("id"));
    CORE_TRY(BackendId id, BackendId::parse(idText));
    CORE_TRY(const std::string regionText, fields.text("region"));
    CORE_TRY(RegionName region, RegionName::parse(regionText));
    BackendSpec spec{.id = std::move(id), .region = std::move(region)};
    CORE_CHECK(readPlace(fields, spec));
    CORE_CHECK(readFigures(fields, spec));
    CORE_CHECK(readTerms(fields, spec));
    CORE_CHECK(validate(spec));
    return spec;
}

Result<void> validate(const BackendSpec &spec)
{
    constexpr std::int64_t kOne = 1'000'000;
    const auto within = [](std::int64_t value, std::int64_t low, std::int64_t high) {
        return value >= low && value <= high;
    };
    if (!within(spec.pue.millionths(), kOne, 10 * kOne)) return outside("pue", spec.pue.text(), "1 to 10");
    if (!within(spec.renewable.millionths(), 0, 100 * kOne))
        return outside("renewable", spec.renewable.text(), "0 to 100");
    if (spec.wue && !within(spec.wue->millionths(), 0, 100 * kOne)) return outside("wue", spec.wue->text(), "0 to 100");
    if (!within(spec.tenantLevel, 0, kDeepestTenant))
        return outside("tenant-level", std::to_string(spec.tenantLevel), "0 to 32");
    if (spec.driver == DriverKind::Local && !spec.location.starts_with('/'))
        return fail(ErrorCode::InvalidInput, "path", "\"" + spec.location + "\" is not an absolute path");
    if (spec.location.find('\0') != std::string::npos) return fail(ErrorCode::InvalidInput, "path", "holds a NUL byte");
    CORE_CHECK(checkText("path", spec.location, 4096));
    CORE_CHECK(checkText("renewable-basis", spec.renewableBasis, kLongestText));
    CORE_CHECK(checkText("source", spec.source, kLongestText));
    return checkText("newer-hint", spec.newerHint, kLongestText);
}

} // namespace greenward::placement
