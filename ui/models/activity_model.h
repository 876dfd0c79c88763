#pragma once

#include "core/engine/rows.h"
#include "ui/models/row_model.h"
#include "ui/theme/palette.h"

namespace greenward::ui {

/// The audit log and the events beside it, newest first.
class ActivityModel final : public RowModel<engine::ActivityRow>
{
public:
    enum class Column { Time, Kind, Who, What, Subject, Hash, Count };
    explicit ActivityModel(QObject *parent = nullptr);

protected:
    QString keyOf(const engine::ActivityRow &row) const override;
    QVariant value(const engine::ActivityRow &row, int column, int role) const override;
    /// Rows are never rewritten: the same key is the same row.
    bool same(const engine::ActivityRow &, const engine::ActivityRow &) const override { return true; }
};

} // namespace greenward::ui
