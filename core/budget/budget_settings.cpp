#include "core/budget/budget_settings.h"

#include "core/base/json_fields.h"

namespace greenward::budget {
namespace {

constexpr int kVersion = 1;
constexpr std::string_view kSubject = "settings of budgets";
constexpr GramsPerKwh kHighestIntensity = GramsPerKwh::fromMilligrams(3'000'000);

Result<Percent> percent(const JsonFields &fields, const std::string &name)
{
    CORE_TRY(const std::string text, fields.decimal(name));
    CORE_TRY(const std::int64_t millionths, parseDecimal(text, 6, name));
    return Percent::fromMillionths(millionths);
}

} // namespace

Result<void> checkSettings(const BudgetSettings &settings)
{
    CORE_CHECK(checkRules(settings.recommendations));
    if (!settings.file.empty() && (settings.file.front() != '/' || settings.file.back() == '/'))
        return fail(ErrorCode::InvalidInput, "file", "\"" + settings.file + "\" is not the full path of a file");
    if (settings.defaultIntensity < GramsPerKwh{} || settings.defaultIntensity > kHighestIntensity)
        return fail(ErrorCode::InvalidInput, "default_intensity",
                    settings.defaultIntensity.gramsText() + " g/kWh is outside 0 to 3000");
    return {};
}

std::string settingsJson(const BudgetSettings &settings)
{
    const RecommendationRules &rules = settings.recommendations;
    return jsonText({{"version", kVersion},
                     {"window_h", rules.window.count()},
                     {"evaluations", rules.evaluations},
                     {"rate_pct", rules.rate.text()},
                     {"margin_pct", rules.margin.text()},
                     {"file", settings.file},
                     {"default_intensity_g_per_kwh", settings.defaultIntensity.gramsText()}});
}

Result<BudgetSettings> settingsFromJson(std::string_view text)
{
    constexpr std::int64_t kMany = 1'000'000'000;
    CORE_TRY(const Json json, parseJson(text, kSubject));
    CORE_TRY(const JsonFields fields, JsonFields::of(json, kSubject));
    CORE_TRY(const std::int64_t version, fields.integer("version", kVersion, kVersion));
    static_cast<void>(version);
    BudgetSettings settings;
    CORE_TRY(const std::int64_t window, fields.integer("window_h", 0, kMany));
    CORE_TRY(const std::int64_t evaluations, fields.integer("evaluations", 0, kMany));
    settings.recommendations.window = std::chrono::hours{window};
    settings.recommendations.evaluations = static_cast<std::uint64_t>(evaluations);
    CORE_TRY(settings.recommendations.rate, percent(fields, "rate_pct"));
    CORE_TRY(settings.recommendations.margin, percent(fields, "margin_pct"));
    CORE_TRY(settings.file, fields.text("file"));
    CORE_TRY(const std::string intensity, fields.decimal("default_intensity_g_per_kwh"));
    CORE_TRY(settings.defaultIntensity, parseGramsPerKwh(intensity, "default_intensity_g_per_kwh"));
    CORE_CHECK(checkSettings(settings));
    return settings;
}

} // namespace greenward::budget
