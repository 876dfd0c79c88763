#pragma once

#include "core/engine/rows.h"

#include <QWidget>

namespace greenward::ui {

class BurnDownChart;
class CellModel;
class DataTable;
class EmptyState;
class TextLabel;

/// One tenant's budget in depth: the burn-down of its period, what the throttle did, and its last operations.
class BudgetDetail final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kRecentOperations = 100;

    explicit BudgetDetail(QWidget *parent = nullptr);

    void showNothing();
    void showBudget(const engine::BudgetRow &row, Instant now);
    /// Roll-ups of the shown row's period.
    void showUsage(const engine::BudgetRow &row, const Result<std::vector<store::UsageHour>> &hours, Instant now);
    void showOperations(const Result<std::vector<store::UsageRecord>> &records, Instant now);

private:
    QWidget *makeOperations();

    TextLabel *m_title;
    TextLabel *m_summary;
    BurnDownChart *m_chart;
    CellModel *m_operations;
    DataTable *m_operationsTable;
    EmptyState *m_noOperations = nullptr;
};

} // namespace greenward::ui
