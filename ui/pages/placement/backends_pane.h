#pragma once

#include "core/engine/rows.h"
#include "core/placement/query.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QAction;
class QComboBox;

namespace greenward::engine {
class Engine;
}

namespace greenward::ui {

class BackendDetail;
class BackendModel;
class DataTable;
class FilterField;
class NoteLine;
class ScanStrip;

/// What the backends are shown from, of one moment.
struct BackendLook
{
    std::vector<engine::BackendRow> rows; ///< by name: the same order each time, so that merging finds them at once
    std::map<std::string, std::string> countries; ///< of regions, by name
    placement::RankBy rankBy = placement::RankBy::Score;
    std::vector<engine::ScanRow> scans;
};
/// On the engine thread.
BackendLook lookAtBackends(const engine::Engine &engine);

/// A warning when the best score and the lowest grams per TB-month are on different backends (C-31); empty when they
/// agree or there is nothing to compare. Connected backends are compared when there are two or more, else all.
QString disagreementText(const std::vector<engine::BackendRow> &backends);

bool isConnected(const engine::BackendRow &row);

/// The registry: every backend with what it is worth and why, and what all of them are ranked by.
class BackendsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit BackendsPane(bool readOnly, QWidget *parent = nullptr);

    void show(BackendLook look, Instant now);
    /// Selects the row, now or as soon as it is there.
    void select(const QString &key);

    /// Offered while there is no backend at all.
    void setNextSteps(const QList<QAction *> &steps);

    BackendModel &model() const { return *m_model; }
    DataTable &table() const { return *m_table; }
    FilterField &filter() const { return *m_filter; }
    const engine::BackendRow *current() const;
    /// In shown order.
    std::vector<BackendId> selected() const;

Q_SIGNALS:
    /// Another row, or other rows, or another content of them.
    void selectionMayHaveChanged();
    void activated();
    void rankingChosen(greenward::placement::RankBy rankBy);
    void cancelAsked(const QString &backend);

private:
    QWidget *makeRanking(bool readOnly);
    void makeTable();
    void showRanking(placement::RankBy rankBy);
    void showDetail();

    BackendModel *m_model;
    NoteLine *m_nextStep;
    NoteLine *m_disagreement;
    NoteLine *m_rankingNote;
    ScanStrip *m_scanStrip;
    QComboBox *m_ranking = nullptr;
    DataTable *m_table = nullptr;
    FilterField *m_filter = nullptr;
    BackendDetail *m_detail = nullptr;
    std::vector<engine::ScanRow> m_scans;
    Instant m_now;
    QString m_wanted;
};

} // namespace greenward::ui
