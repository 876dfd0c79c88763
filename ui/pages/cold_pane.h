#pragma once

#include "core/engine/rows.h"

#include <QWidget>

namespace greenward::ui {

class CellModel;
class DataTable;
class NoteLine;
class TenantModel;
class TextLabel;

/// Cold data per tenant, which backends could take it, and - after planning - what was left out and why.
class ColdPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ColdPane(QWidget *parent = nullptr);

    TenantModel &model() const { return *m_model; }
    DataTable &table() const { return *m_table; }
    /// The tenant of the current row; nullptr when there is none.
    const engine::TenantRow *current() const;

    void showTenants(std::vector<engine::TenantRow> tenants);
    /// For "which backends reach the target" of the current tenant (C-33).
    void showBackends(std::vector<engine::BackendRow> backends);
    void showPlan(const TenantId &tenant, const engine::PlanOutcome &plan);

Q_SIGNALS:
    void currentChanged();

private:
    void showEligible();

    TenantModel *m_model;
    DataTable *m_table;
    NoteLine *m_eligible;
    QWidget *m_planPane;
    TextLabel *m_planTitle;
    TextLabel *m_planSummary;
    CellModel *m_leftOut;
    DataTable *m_leftOutTable;
    std::vector<engine::BackendRow> m_backends;
};

} // namespace greenward::ui
