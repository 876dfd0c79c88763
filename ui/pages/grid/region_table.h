#pragma once

#include "ui/models/grid_model.h"

#include <QList>

class QAction;

namespace greenward::ui {

class DataTable;

/// The table of regions beside the chart: legend, list of boxes and the figures of now in one.
DataTable *makeRegionTable(GridModel *model, const QList<QAction *> &stepsWhenEmpty, QWidget *parent);
/// Puts the table on a region that is drawn, so that the chart has something to say about it; else on the first.
void chooseFirstDrawn(DataTable &table, const GridModel &model);

} // namespace greenward::ui
