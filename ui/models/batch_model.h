#pragma once

#include "core/engine/rows.h"
#include "ui/models/cells.h"
#include "ui/models/row_model.h"
#include "ui/widgets/gauge.h"

namespace greenward::ui {

/// How far a batch has come: objects handled, whatever became of them.
GaugeValue batchProgress(const engine::BatchRow &row, const QLocale &locale = QLocale());

/// A row per migration batch. Key: batch number.
class BatchModel final : public RowModel<engine::BatchRow>
{
    Q_OBJECT

public:
    enum class Column {
        Number,
        Tenant,
        Route,
        Objects,
        Size,
        OwnCost,
        NetSaving,
        BreakEven,
        State,
        Progress,
        Rate,
        Left,
        Created,
        CreatedBy,
        Decided,
        DecidedBy,
        Expires,
        Booked
    };

    explicit BatchModel(QObject *parent = nullptr);
    /// For "expires in 3 d": set before merge().
    void setNow(Instant now) { m_now = now; }

protected:
    QString keyOf(const engine::BatchRow &row) const override;
    QVariant value(const engine::BatchRow &row, int column, int role) const override;

private:
    Cell cellOf(const engine::BatchRow &row, Column column) const;

    Instant m_now;
};

} // namespace greenward::ui
