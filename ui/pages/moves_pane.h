#pragma once

#include "core/store/state_store.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QPushButton;

namespace greenward::ui {

class DataTable;
class MoveModel;
class TextLabel;

/// A batch's objects, a page at a time: the store pages by key, so a batch of millions costs no more than one of ten.
class MovesPane final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kPageSize = 500;

    explicit MovesPane(QWidget *parent = nullptr);

    /// Starts at the first page when it is another batch than before; the same one is asked for again.
    void setBatch(BatchId batch, std::uint64_t objects);
    void showMoves(const store::StateStore::MoveQuery &asked, const Result<std::vector<store::MoveRecord>> &moves,
                   Instant now);
    /// What is selected on this page.
    std::vector<store::MoveRecord> selected() const;
    void setRowActions(const QList<QAction *> &actions);

Q_SIGNALS:
    /// One more than a page is asked for, to know whether another follows.
    void pageWanted(const greenward::store::StateStore::MoveQuery &query);
    void selectionChanged();

private:
    std::vector<store::MoveState> shownStates() const;
    void askPage();
    void turn(bool forward);

    std::optional<BatchId> m_batch;
    std::uint64_t m_objects = 0;
    std::vector<MoveId> m_starts{MoveId{0}}; ///< `after` of each page up to the shown one
    std::optional<MoveId> m_next;            ///< `after` of the following page, if there is one
    MoveModel *m_model;
    DataTable *m_table;
    QComboBox *m_states;
    TextLabel *m_position;
    QPushButton *m_previousButton;
    QPushButton *m_nextButton;
    TextLabel *m_problem;
};

} // namespace greenward::ui
