#pragma once

#include "core/placement/decision.h"
#include "ui/models/cells.h"
#include "ui/models/row_model.h"

#include <optional>

namespace greenward::ui {

/// One candidate of a decision as a line: its place, its figures, or why it has none.
struct CandidateRow
{
    enum class Standing { Chosen, Alternative, Excluded, NotRated };
    BackendId id;
    Standing standing = Standing::Alternative;
    int place = 0;                                 ///< from 1; 0: not ranked
    std::optional<placement::Candidate> candidate; ///< nothing: not rated
    QString reason;                                ///< why not, one sentence

    friend bool operator==(const CandidateRow &, const CandidateRow &) = default;
};

/// All candidates: ranked first, then excluded, then not rated.
std::vector<CandidateRow> candidateRows(const placement::Decision &decision);

/// Key: backend id. Excluded and not rated rows are faded and say why.
class CandidateModel final : public RowModel<CandidateRow>
{
    Q_OBJECT

public:
    enum class Column {
        Place,
        Backend,
        Standing,
        Score,
        Literal,
        PerTerabyte,
        Total,
        Band,
        Reason,
        Write,
        Network,
        RestMonth,
        Rest,
        Intensity,
        Country,
        Price,
        Latency
    };

    explicit CandidateModel(QObject *parent = nullptr);

protected:
    QString keyOf(const CandidateRow &row) const override { return QString::fromStdString(row.id.text()); }
    bool sameKey(const CandidateRow &a, const CandidateRow &b) const override { return a.id == b.id; }
    QVariant value(const CandidateRow &row, int column, int role) const override;
    QString searchText(std::size_t at) const override;

private:
    Cell cellOf(const CandidateRow &row, Column column) const;
};

} // namespace greenward::ui
