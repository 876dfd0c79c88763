#pragma once

#include "core/engine/rows.h"
#include "ui/models/cells.h"
#include "ui/models/row_model.h"

namespace greenward::ui {

/// One page of a batch's objects. Names are shown escaped, so that no newline or invisible mark can hide in them.
/// Key: number of the move.
class MoveModel final : public RowModel<store::MoveRecord>
{
    Q_OBJECT

public:
    enum class Column { Object, Size, State, Reason, Source, Modified, Attempts, Changed, Until, Hash };

    explicit MoveModel(QObject *parent = nullptr);
    void setNow(Instant now) { m_now = now; }

protected:
    QString keyOf(const store::MoveRecord &row) const override;
    QVariant value(const store::MoveRecord &row, int column, int role) const override;

private:
    Cell cellOf(const store::MoveRecord &row, Column column) const;

    Instant m_now;
};

} // namespace greenward::ui
