#pragma once

#include "core/engine/rows.h"
#include "ui/models/cells.h"
#include "ui/models/row_model.h"
#include "ui/models/score_parts.h"

namespace greenward::ui {

/// A row per backend, connected or profile: its score with parts, what physically counts, and what lies there.
/// Key: backend id. Answers ScorePartsRole in the score's column.
class BackendModel final : public RowModel<engine::BackendRow>
{
    Q_OBJECT

public:
    enum class Column {
        Name,
        Kind,
        Region,
        Score,
        PerTerabyte,
        Intensity,
        Renewable,
        Pue,
        Wue,
        Medium,
        Copies,
        Objects,
        Size,
        Scanned,
        Location
    };
    static constexpr int ScorePartsRole = Qt::UserRole + 40;

    explicit BackendModel(QObject *parent = nullptr);
    /// For "scanned 12 min ago": set before merge().
    void setNow(Instant now) { m_now = now; }

protected:
    QString keyOf(const engine::BackendRow &row) const override;
    QVariant value(const engine::BackendRow &row, int column, int role) const override;

private:
    Cell cellOf(const engine::BackendRow &row, Column column) const;

    Instant m_now;
};

} // namespace greenward::ui
