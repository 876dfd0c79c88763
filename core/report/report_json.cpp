#include "core/base/json_text.h"
#include "core/base/time_text.h"
#include "core/report/checksum_line.h"
#include "core/report/report_text.h"
#include "core/report/share.h"

namespace greenward::report {
namespace {

Json grams(GramsCO2e amount)
{
    return jsonDecimal(amount.micrograms(), 6);
}
Json grams(const std::optional<GramsCO2e> &amount)
{
    return amount ? grams(*amount) : Json(nullptr);
}

Json percent(const std::optional<Percent> &share)
{
    return share ? jsonDecimal(share->millionths(), 6) : Json(nullptr);
}

Json textOrNull(std::string_view text)
{
    return text.empty() ? Json(nullptr) : jsonName(text);
}

template<typename Lines, typename Write>
Json list(const Lines &lines, Write write)
{
    Json all = Json::array();
    for (const auto &line : lines)
        all.push_back(write(line));
    return all;
}

Json totals(const Report &report)
{
    const Totals &totals = report.totals;
    return {{"location_based_g", grams(totals.locationBased)}, {"market_based_g", nullptr},
            {"market_based_note", report.marketBasedNote},     {"records", totals.records},
            {"migration_g", grams(totals.migration)},          {"moved_objects", totals.movedObjects},
            {"moved_bytes", totals.movedSize.bytes()},         {"saving_per_year_g", grams(totals.savingPerYear)},
            {"net_saving_g", grams(totals.netSaving)}};
}

Json quality(const Report &report)
{
    return list(report.quality, [&](const QualityShare &share) {
        return Json{{"quality", qualityName(share.quality)},
                    {"emissions_g", grams(share.emissions)},
                    {"share_pct", percent(shareOf(share.emissions, report.totals.locationBased))}};
    });
}

Json migration(const MigrationLine &line)
{
    return {{"batch", number(line.batch)},
            {"tenant", jsonName(line.tenant.text())},
            {"sources", list(line.sources, [](const BackendId &id) { return Json(id.text()); })},
            {"target", line.target.text()},
            {"state", line.state},
            {"finished_at", jsonTime(line.finishedAt)},
            {"moved", line.moved},
            {"failed", line.failed},
            {"skipped", line.skipped},
            {"moved_bytes", line.movedSize.bytes()},
            {"booked_g", grams(line.booked)},
            {"saving_per_year_g", grams(line.savingPerYear)},
            {"net_saving_g", grams(line.netSaving)},
            {"lifetime_years", line.lifetimeYears},
            {"break_even_days", line.breakEvenDays ? Json(*line.breakEvenDays) : Json(nullptr)},
            {"approved_by", textOrNull(line.approvedBy)},
            {"plan_sha256", textOrNull(line.planHash)}};
}

Json budget(const BudgetLine &line)
{
    return {{"tenant", jsonName(line.tenant.text())},
            {"unlimited", !line.limit.has_value()},
            {"limit_g", grams(line.limit)},
            {"period", periodName(line.period)},
            {"period_start", toRfc3339(line.periodStart)},
            {"period_end", toRfc3339(line.periodEnd)},
            {"used_g", grams(line.used)},
            {"fill_pct", percent(line.fill)},
            {"level", levelName(line.level)}};
}

Json factor(const Factor &factor)
{
    return {{"name", jsonName(factor.name)},         {"value", jsonName(factor.value)},
            {"unit", jsonName(factor.unit)},         {"basis", textOrNull(factor.basis)},
            {"source", textOrNull(factor.source)},   {"vintage", textOrNull(factor.vintage)},
            {"licence", textOrNull(factor.licence)}, {"quality", qualityName(factor.quality)}};
}

Json document(const Report &report)
{
    const GramsCO2e total = report.totals.locationBased;
    return {{"schema", "greenward-report/1"},
            {"period", {{"from", toRfc3339(report.from)}, {"to", toRfc3339(report.to)}, {"time_zone", "UTC"}}},
            {"generated_at", toRfc3339(report.generatedAt)},
            {"product_version", report.productVersion},
            {"scope", {{"tenant", report.tenant ? jsonName(report.tenant->text()) : Json(nullptr)}}},
            {"totals", totals(report)},
            {"data_quality", quality(report)},
            {"tenants", list(report.tenants,
                             [&](const TenantLine &line) {
                                 return Json{{"tenant", jsonName(line.tenant.text())},
                                             {"emissions_g", grams(line.emissions)},
                                             {"share_pct", percent(shareOf(line.emissions, total))},
                                             {"records", line.records}};
                             })},
            {"operations", list(report.operations,
                                [](const OperationLine &line) {
                                    return Json{{"tenant", jsonName(line.tenant.text())},
                                                {"operation", jsonName(line.operation)},
                                                {"emissions_g", grams(line.emissions)},
                                                {"records", line.records}};
                                })},
            {"days", list(report.days,
                          [](const DayLine &line) {
                              return Json{{"day", dayText(line.day)}, {"emissions_g", grams(line.emissions)}};
                          })},
            {"migrations", list(report.migrations, migration)},
            {"budgets", list(report.budgets, budget)},
            {"factors", list(report.factors, factor)},
            {"method", report.method},
            {"exclusions", report.exclusions},
            {"audit",
             {{"rows", report.audit.rows},
              {"intact", report.audit.intact},
              {"head_sha256", textOrNull(report.audit.head)},
              {"problem", textOrNull(report.audit.problem)}}}};
}

/// All but the checksum's line and the closing brace: what the checksum is over.
std::string content(const Report &report)
{
    std::string text = jsonText(document(report), 2);
    text.resize(text.size() - 2); // "\n}"
    return text + ",\n";
}

} // namespace

std::string checksum(const Report &report, const HasherFactory &hashers)
{
    const auto hasher = hashers.sha256();
    hasher->update(content(report));
    return hexText(hasher->finish());
}

std::string toJson(const Report &report, const HasherFactory &hashers)
{
    const std::string text = content(report);
    const auto hasher = hashers.sha256();
    hasher->update(text);
    return text + jsonChecksumLine(hexText(hasher->finish()));
}

} // namespace greenward::report
