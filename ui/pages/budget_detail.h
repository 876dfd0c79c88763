#pragma once

#include "core/engine/commands.h"

#include <QWidget>

#include <vector>

class QTabWidget;

namespace greenward::ui {

class BurnDownChart;
class CellModel;
class DataTable;
class EmptyState;
class TextLabel;
class ThrottlePane;

/// Everything asked about one tenant, answered together so that the parts of the pane speak of the same moment.
struct BudgetDepth
{
    TenantId tenant;
    Result<engine::BurnDown> burnDown;
    Result<std::vector<store::UsageRecord>> operations;
    Result<std::vector<store::ClosedPeriod>> periods;
    std::vector<engine::Recommendation> recommendations; ///< of all tenants
};

/// One tenant's budget in depth: the burn-down of its period, what its operations met and what could be changed about
/// it, its closed periods, and its last operations.
class BudgetDetail final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kRecentOperations = 100;
    static constexpr std::size_t kClosedPeriods = 120;

    /// `mayChange`: recommendations can be applied.
    explicit BudgetDetail(bool mayChange, QWidget *parent = nullptr);

    void showNothing();
    /// At once, from the table's row.
    void showBudget(const engine::BudgetRow &row, Instant now);
    void showDepth(const BudgetDepth &depth, Instant now);

Q_SIGNALS:
    void applyAsked(const greenward::engine::SetBudget &proposed);

private:
    QWidget *makeOperations();
    QWidget *makePeriods();
    void showOperations(const Result<std::vector<store::UsageRecord>> &records, Instant now);
    void showPeriods(const Result<std::vector<store::ClosedPeriod>> &periods);

    bool m_mayChange;
    TextLabel *m_title;
    TextLabel *m_summary;
    BurnDownChart *m_chart;
    QTabWidget *m_tabs;
    ThrottlePane *m_throttle;
    CellModel *m_operations = nullptr;
    EmptyState *m_noOperations = nullptr;
    CellModel *m_periods = nullptr;
    EmptyState *m_noPeriods = nullptr;
};

} // namespace greenward::ui
