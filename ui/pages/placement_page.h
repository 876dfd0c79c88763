#pragma once

#include "core/engine/rows.h"
#include "ui/pages/page.h"

namespace greenward::ui {

class BackendDetail;
class BackendModel;
class DataTable;
class NoteLine;
class ScanStrip;

/// A warning when the best score and the lowest grams per TB-month are on different backends (C-31); empty when they
/// agree or there is nothing to compare. Connected backends are compared when there are two or more, else all.
QString disagreementText(const std::vector<engine::BackendRow> &backends);

/// Of all backends, where should data lie, and why.
class PlacementPage final : public Page
{
    Q_OBJECT

public:
    explicit PlacementPage(const PageContext &context, QWidget *parent = nullptr);

    FilterField *filterField() const override { return m_filter; }
    void showKey(const QString &key) override;

protected:
    void refresh() override;

private:
    void addActions();
    QWidget *makeTable();
    void showRows(const std::vector<engine::BackendRow> &rows);
    void showScans(const std::vector<engine::ScanRow> &scans);
    void showDetail();
    void enableActions();
    const engine::BackendRow *current() const;
    void openDialog(const std::optional<BackendSpec> &spec);
    void removeCurrent();
    void scan(const std::optional<BackendId> &backend);

    BackendModel *m_model;
    std::vector<engine::ScanRow> m_scans;
    NoteLine *m_disagreement;
    NoteLine *m_nextStep;
    ScanStrip *m_scanStrip;
    DataTable *m_table = nullptr;
    FilterField *m_filter = nullptr;
    BackendDetail *m_detail = nullptr;
    QAction *m_add = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_scan = nullptr;
    QAction *m_scanAll = nullptr;
    QAction *m_cancelScan = nullptr;
    QString m_wanted;
};

} // namespace greenward::ui
