#pragma once

#include "core/engine/rows.h"
#include "ui/models/cells.h"
#include "ui/models/row_model.h"

#include <QColor>

#include <optional>

namespace greenward::ui {

/// A region with what is said about it under the signal looked at.
struct GridPlace
{
    engine::GridRow row;              ///< who it is; its own figure is the average
    std::optional<GridFigure> figure; ///< under the signal looked at; nothing: nobody says anything
    bool watched = false;             ///< looked at by itself, not for a backend
    bool shown = false;               ///< drawn in the chart
    QColor color;                     ///< of its line; invalid: not drawn
};

/// Regions in use, by region. The box before its name says whether a region is drawn in the chart.
class GridModel final : public RowModel<GridPlace>
{
    Q_OBJECT

public:
    enum class Column {
        Region,
        Intensity,
        Trust,
        Age,
        Provider,
        Place,
        Signal,
        Origin,
        Year,
        Zone,
        Country,
        WattTime,
        Backends,
        Method,
        Source,
        Licence
    };
    enum Role { ColorRole = RowModelBase::ColumnHiddenRole + 1 }; ///< QColor of the line, of the first column

    explicit GridModel(QObject *parent = nullptr);

    /// Ages are told against it; merge() afterwards.
    void setNow(Instant now) { m_now = now; }

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// The operator ticked or unticked a region; the row itself follows with the next merge().
    void shownChanged(const QString &region, bool shown);

protected:
    QString keyOf(const GridPlace &place) const override;
    QVariant value(const GridPlace &place, int column, int role) const override;

private:
    Cell cellOf(const GridPlace &place, Column column) const;

    Instant m_now;
};

} // namespace greenward::ui
