#include "ui/pages/grid/region_table.h"

#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/swatch_delegate.h"

namespace greenward::ui {

DataTable *makeRegionTable(GridModel *model, const QList<QAction *> &stepsWhenEmpty, QWidget *parent)
{
    auto *table = new DataTable(QStringLiteral("grid"), parent);
    table->setObjectName(QStringLiteral("gridTable"));
    table->setAccessibleName(GridModel::tr("Regions in use"));
    table->setRowModel(model);
    table->setItemDelegateForColumn(static_cast<int>(GridModel::Column::Region),
                                    new SwatchDelegate(GridModel::ColorRole, table));
    table->setColumnWidth(QStringLiteral("region"), 24);
    table->setColumnWidth(QStringLiteral("intensity"), 13);
    table->setColumnWidth(QStringLiteral("age"), 11);
    table->setStretchColumn(QStringLiteral("trust"));
    auto *empty = new EmptyState(QStringLiteral("grid"), GridModel::tr("No region is in use"),
                                 GridModel::tr("Regions appear here with the backends that lie in them. To look at one "
                                               "without a backend, watch it."));
    for (QAction *step : stepsWhenEmpty)
        empty->addStep(step);
    table->setEmptyState(empty);
    return table;
}

void chooseFirstDrawn(DataTable &table, const GridModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.rowAt(row).shown) {
            table.selectKey(model.keyAt(row));
            return;
        }
    if (model.rowCount() > 0) table.selectKey(model.keyAt(0));
}

} // namespace greenward::ui
