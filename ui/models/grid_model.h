#pragma once

#include "core/engine/rows.h"
#include "ui/models/cells.h"
#include "ui/models/row_model.h"

namespace greenward::ui {

/// A row per region in use: its carbon intensity, and what that figure is worth. Key: region name.
class GridModel final : public RowModel<engine::GridRow>
{
    Q_OBJECT

public:
    enum class Column {
        Region,
        Place,
        Intensity,
        Signal,
        Trust,
        Origin,
        Provider,
        Year,
        Zone,
        Country,
        WattTime,
        Backends,
        Method,
        Source,
        Licence
    };

    explicit GridModel(QObject *parent = nullptr);

protected:
    QString keyOf(const engine::GridRow &row) const override;
    QVariant value(const engine::GridRow &row, int column, int role) const override;

private:
    static Cell cellOf(const engine::GridRow &row, Column column);
};

} // namespace greenward::ui
