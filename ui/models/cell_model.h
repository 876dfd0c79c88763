#pragma once

#include "ui/models/cells.h"
#include "ui/models/row_model.h"

#include <vector>

namespace greenward::ui {

/// A row that was put into words where it was made, for short tables that are shown whole: lines of a report, reasons,
/// recent operations.
struct CellRow
{
    QString key; ///< unique in its table
    std::vector<Cell> cells;
};

class CellModel final : public RowModel<CellRow>
{
    Q_OBJECT

public:
    using RowModel::RowModel;

protected:
    QString keyOf(const CellRow &row) const override { return row.key; }
    QVariant value(const CellRow &row, int column, int role) const override
    {
        const auto at = static_cast<std::size_t>(column);
        return isCellRole(role) && at < row.cells.size() ? row.cells[at].answer(role) : QVariant();
    }
};

} // namespace greenward::ui
