#pragma once

#include "core/base/json_text.h"
#include "core/engine/commands.h"
#include "core/engine/rows.h"

// The rows as JSON: what `greenwardctl --json` prints. Members are snake_case and end in their unit (_g grams CO2e,
// _g_per_kwh, _bytes, _s, _ms, _pct); times are RFC 3339 UTC; decimals are exact; unknown is null.

namespace greenward::engine {

Json toJson(const GridFigure &figure);
Json toJson(const bus::GreenScore &score);
Json toJson(const bus::BudgetVerdict &verdict);
Json toJson(const bus::BackendHealth &health);
Json toJson(const BudgetRow &row);
Json toJson(const Recommendation &row);
Json toJson(const BudgetSettingsRow &row);
Json toJson(const ReservationRow &row);
Json toJson(const BackendRow &row);
Json toJson(const GridRow &row);
Json toJson(const PolicyRow &row);
Json toJson(const TenantRow &row);
Json toJson(const PlanFigures &figures);
Json toJson(const PlanOutcome &outcome);
Json toJson(const BatchRow &row);
Json toJson(const ScanRow &row);
Json toJson(const ActivityRow &row);
Json toJson(const LocateRow &row);
Json toJson(const bus::ListedObject &object);
Json toJson(const store::MoveRecord &move);
Json toJson(const store::UsageRecord &usage);
Json toJson(const store::ClosedPeriod &period);
Json toJson(const EngineStatus &status);

/// "raise_limit", "longer_period", "smoother_curve".
std::string_view recommendationName(Recommendation::Kind kind);

template<typename Row>
Json toJson(const std::vector<Row> &rows)
{
    Json list = Json::array();
    for (const Row &row : rows)
        list.push_back(toJson(row));
    return list;
}

} // namespace greenward::engine
