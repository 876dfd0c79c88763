#pragma once

#include "core/engine/rows.h"
#include "core/store/state_store.h"
#include "ui/pages/page.h"

class QTabWidget;

namespace greenward::ui {

class BatchDetail;
class BatchModel;
class ColdPane;
class DataTable;

/// Find what is cold on dirty backends, plan its move, see that it pays back, approve it, and follow it to the end.
class TieringPage final : public Page
{
    Q_OBJECT

public:
    explicit TieringPage(const PageContext &context, QWidget *parent = nullptr);

    FilterField *filterField() const override { return m_filter; }
    /// A batch number, or a tenant.
    void showKey(const QString &key) override;

protected:
    void refresh() override;

private:
    enum Tab { Batches, Cold, History };

    void addDecisionActions();
    void addRunActions();
    DataTable *makeBatchTable(BatchModel *model, const QString &layoutName, const QString &name);
    void connectDetail();
    void showBatches(const std::vector<engine::BatchRow> &batches);
    void showDetail();
    void showTab();
    void enableActions();
    DataTable *batchTable() const; ///< of the shown tab; nullptr on the cold tab
    const engine::BatchRow *current() const;
    bool selectBatch(const QString &key);

    void plan();
    void planned(const TenantId &tenant, const engine::Outcome &outcome);
    /// What the engine accepted but has to remark.
    void showWarnings(const engine::Outcome &outcome);
    void editPolicy();
    void approve(bool onlySelected);
    void reject();
    void cancel();
    void releaseNow();
    template<typename Command>
    void submitForCurrent();

    BatchModel *m_open;
    BatchModel *m_over;
    QTabWidget *m_tabs = nullptr;
    ColdPane *m_cold = nullptr;
    DataTable *m_openTable = nullptr;
    DataTable *m_overTable = nullptr;
    FilterField *m_filter = nullptr;
    BatchDetail *m_detail = nullptr;
    QAction *m_plan = nullptr;
    QAction *m_editPolicy = nullptr;
    QAction *m_approve = nullptr;
    QAction *m_approveSelected = nullptr;
    QAction *m_reject = nullptr;
    QAction *m_run = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_release = nullptr;
    std::optional<engine::BatchRow> m_whole; ///< the current batch with its counts per state, once answered
    QString m_wanted;
    bool m_firstRows = true;
};

} // namespace greenward::ui
