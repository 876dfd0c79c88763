#pragma once

#include "core/engine/rows.h"
#include "core/placement/decision.h"
#include "ui/pages/page.h"

class QPushButton;

namespace greenward::ui {

class CellModel;
class DataTable;
class DecisionView;
class RecomputePanel;
class TextLabel;

/// Every placement that was decided, newest first, why, and what the same question would give now.
class DecisionsPane final : public QWidget
{
    Q_OBJECT

public:
    /// `toWhatIf`: the next step when there are none.
    DecisionsPane(const PageContext &context, QAction *toWhatIf, QWidget *parent = nullptr);

    /// Asks for as many as are shown, and for new ones. Does nothing while it is hidden.
    void refresh();
    /// Selects it, now or as soon as it is there.
    void select(DecisionId id);

Q_SIGNALS:
    void decided(const greenward::placement::Decision &decision);
    void failed(const greenward::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList(QAction *toWhatIf);
    QWidget *makeDetail();
    void showRows(std::vector<engine::DecisionRow> rows);
    void showOlder();
    void askDetail(const QString &key);
    void recompute();
    void recordAnew();

    PageContext m_context;
    CellModel *m_model = nullptr;
    DataTable *m_table = nullptr;
    QPushButton *m_older = nullptr;
    DecisionView *m_view = nullptr;
    RecomputePanel *m_now = nullptr;
    QPushButton *m_recompute = nullptr;
    std::size_t m_wantedRows = 0;
    QString m_wanted;
    QString m_detailOf;
};

} // namespace greenward::ui
