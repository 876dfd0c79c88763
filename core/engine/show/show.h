#pragma once

#include "core/engine/commands.h"

// Rows out of components: pure translation, no decisions. Engine thread only.

namespace greenward::engine {

struct Parts;

BudgetRow showBudget(const Parts &parts, const TenantId &tenant);
std::vector<BudgetRow> showBudgets(const Parts &parts);
std::vector<Recommendation> showRecommendations(const Parts &parts);
BudgetSettingsRow showBudgetSettings(const Parts &parts);
Result<BurnDown> showBurnDown(const Parts &parts, const TenantId &tenant);
std::vector<BackendRow> showBackends(const Parts &parts);
std::vector<GridRow> showGrid(const Parts &parts);
Result<GridRow> showRegion(const Parts &parts, const RegionName &region, Signal signal);
std::vector<TenantRow> showTenants(const Parts &parts);
PolicyRow showPolicy(const Parts &parts, const TenantId &tenant);
std::vector<BatchRow> showBatches(const Parts &parts);
Result<BatchRow> showBatch(const Parts &parts, BatchId id);
std::vector<ScanRow> showScans(const Parts &parts);
Overview showOverview(const Parts &parts);
Result<std::vector<ActivityRow>> showActivity(const Parts &parts, const ActivityCursor &before, std::size_t limit);
Result<std::vector<ActivityRow>> showAuditLog(const Parts &parts, std::int64_t before, std::size_t limit);
Result<std::vector<LocateRow>> locate(const Parts &parts, const std::optional<BackendId> &backend,
                                      const ObjectKey &key);

} // namespace greenward::engine
