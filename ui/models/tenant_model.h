#pragma once

#include "core/engine/rows.h"
#include "ui/models/cells.h"
#include "ui/models/row_model.h"

namespace greenward::ui {

/// What each tenant keeps, how much of it is cold, and how much of that could move. Key: tenant.
class TenantModel final : public RowModel<engine::TenantRow>
{
    Q_OBJECT

public:
    enum class Column { Tenant, Objects, Size, ColdObjects, ColdSize, MovableObjects, MovableSize, Policy };

    explicit TenantModel(QObject *parent = nullptr);

protected:
    QString keyOf(const engine::TenantRow &row) const override;
    QVariant value(const engine::TenantRow &row, int column, int role) const override;

private:
    static Cell cellOf(const engine::TenantRow &row, Column column);
};

} // namespace greenward::ui
