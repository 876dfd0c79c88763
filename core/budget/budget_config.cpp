#include "core/budget/budget_config.h"

#include "core/base/json_reader.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace greenward::budget {
namespace {

constexpr int kVersion = 1;
constexpr std::string_view kUnlimited = "unlimited";
constexpr std::array<std::string_view, 10> kMembers{"version",  "limit_g",      "period",       "anchor", "soft_pct",
                                                    "hard_pct", "min_delay_ms", "max_delay_ms", "region", "shadow"};

/// Reads one document; remembers whose it is so that every error says so.
class Reader final
{
public:
    Reader(const Json &json, const TenantId &tenant)
        : m_json(json)
        , m_tenant(tenant)
    {}

    Unexpected<Error> bad(std::string_view field, const std::string &why) const
    {
        return fail(ErrorCode::InvalidInput, field,
                    "budget of tenant \"" + escapedForDisplay(m_tenant.text()) + "\": " + why);
    }

    /// A member that must be text, if it is there at all.
    Result<std::optional<std::string>> text(const char *field) const
    {
        const auto member = m_json.find(field);
        if (member == m_json.end()) return std::optional<std::string>{};
        if (!member->is_string()) return bad(field, "must be a string");
        return std::optional(member->get<std::string>());
    }

    Result<std::optional<milliseconds>> delay(const char *field) const
    {
        const auto member = m_json.find(field);
        if (member == m_json.end()) return std::optional<milliseconds>{};
        if (!member->is_number_integer()) return bad(field, "must be a whole number");
        return std::optional(milliseconds{member->get<std::int64_t>()});
    }

    Result<bool> flag(const char *field) const
    {
        const auto member = m_json.find(field);
        if (member == m_json.end()) return false;
        if (!member->is_boolean()) return bad(field, "must be true or false");
        return member->get<bool>();
    }

    Result<std::optional<RegionName>> region() const
    {
        CORE_TRY(const auto written, text("region"));
        if (!written) return std::optional<RegionName>{};
        const auto value = RegionName::parse(*written);
        if (!value) return bad("region", value.error().detail);
        return std::optional(*value);
    }

    Result<std::optional<Percent>> threshold(const char *field) const
    {
        CORE_TRY(const auto written, text(field));
        if (!written) return std::optional<Percent>{};
        const auto value = parseThreshold(*written, field);
        if (!value) return bad(field, value.error().detail);
        return std::optional(*value);
    }

    Result<std::optional<GramsCO2e>> limit() const
    {
        CORE_TRY(const auto written, text("limit_g"));
        if (!written) return bad("limit_g", "is missing");
        if (*written == kUnlimited) return std::optional<GramsCO2e>{};
        const auto value = parseGrams(*written, "limit_g");
        if (!value) return bad("limit_g", value.error().detail);
        return std::optional(*value);
    }

    Result<PeriodRule> period() const
    {
        CORE_TRY(const auto written, text("period"));
        if (!written) return bad("period", "is missing");
        const auto kind = parsePeriod(*written);
        if (!kind) return bad("period", kind.error().detail);
        CORE_TRY(const auto anchorText, text("anchor"));
        if (!anchorText) return PeriodRule{*kind, std::nullopt};
        const auto anchor = parseInstant(*anchorText, "anchor");
        if (!anchor) return bad("anchor", anchor.error().detail);
        return PeriodRule{*kind, *anchor};
    }

    Result<void> shape() const
    {
        for (auto member = m_json.begin(); member != m_json.end(); ++member)
            if (std::find(kMembers.begin(), kMembers.end(), member.key()) == kMembers.end())
                return bad(escapedForDisplay(member.key()), "is not a member of a budget");
        const auto version = m_json.find("version");
        if (version == m_json.end() || !version->is_number_integer() || *version != kVersion)
            return bad("version", "must be " + std::to_string(kVersion));
        return {};
    }

private:
    const Json &m_json;
    const TenantId &m_tenant;
};

} // namespace

ThrottleCurve curveOf(const BudgetConfig &config, const BudgetDefaults &defaults)
{
    return {config.soft.value_or(defaults.curve.soft), config.hard.value_or(defaults.curve.hard),
            config.minDelay.value_or(defaults.curve.minDelay), config.maxDelay.value_or(defaults.curve.maxDelay)};
}

Result<void> checkConfig(const BudgetConfig &config, const BudgetDefaults &defaults)
{
    if (config.limit && (*config.limit < GramsCO2e{} || *config.limit > kLargestCarbon))
        return fail(ErrorCode::InvalidInput, "limit",
                    config.limit->gramsText() + " g is not within 0 to " + kLargestCarbon.gramsText() + " g");
    CORE_CHECK(checkPeriodRule(config.period));
    return checkCurve(curveOf(config, defaults));
}

std::string configJson(const BudgetConfig &config)
{
    Json json{{"version", kVersion},
              {"limit_g", config.limit ? config.limit->gramsText() : std::string(kUnlimited)},
              {"period", periodName(config.period.kind)}};
    if (config.period.anchor) json["anchor"] = toRfc3339(*config.period.anchor);
    if (config.soft) json["soft_pct"] = config.soft->text();
    if (config.hard) json["hard_pct"] = config.hard->text();
    if (config.minDelay) json["min_delay_ms"] = config.minDelay->count();
    if (config.maxDelay) json["max_delay_ms"] = config.maxDelay->count();
    if (config.region) json["region"] = config.region->text();
    if (config.shadow) json["shadow"] = true;
    return jsonText(json);
}

Result<BudgetConfig> configFromJson(std::string_view text, const TenantId &tenant)
{
    const Json json = parseJson(text, "budget").value_or(Json());
    const Reader reader(json, tenant);
    if (!json.is_object()) return reader.bad("budget", "is not a JSON object");
    CORE_CHECK(reader.shape());
    BudgetConfig config;
    CORE_TRY(config.limit, reader.limit());
    CORE_TRY(config.period, reader.period());
    CORE_TRY(config.soft, reader.threshold("soft_pct"));
    CORE_TRY(config.hard, reader.threshold("hard_pct"));
    CORE_TRY(config.minDelay, reader.delay("min_delay_ms"));
    CORE_TRY(config.maxDelay, reader.delay("max_delay_ms"));
    CORE_TRY(config.region, reader.region());
    CORE_TRY(config.shadow, reader.flag("shadow"));
    return config;
}

} // namespace greenward::budget
