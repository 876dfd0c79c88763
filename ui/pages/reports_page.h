#pragma once

#include "ui/pages/page.h"

#include "core/report/report.h"

#include <memory>

class QComboBox;
class QDateEdit;
class QTabWidget;

namespace greenward::ui {

class CellModel;
class DataTable;
class StatTile;
enum class ReportFormat;

/// What was emitted in a period, by whom and on what data; shown as it will be exported.
class ReportsPage final : public Page
{
    Q_OBJECT

public:
    explicit ReportsPage(const PageContext &context, QWidget *parent = nullptr);
    ~ReportsPage() override;

protected:
    void refresh() override;

private:
    void makeScope();
    QWidget *makeTiles();
    DataTable *makeTable(CellModel *model, const QString &layoutName, const QString &accessibleName,
                         const QString &why);
    void addExports();
    /// Moves the dates to the chosen preset; "custom" leaves them to the operator.
    void applyPreset();
    void makeReport();
    void showReport(const Result<report::Report> &made);
    void showTables(const report::Report &made);
    void exportAs(ReportFormat format, const QString &suffix, const QString &filter);

    QComboBox *m_preset;
    QDateEdit *m_from;
    QDateEdit *m_to; ///< the last day, included
    QComboBox *m_tenant;
    QTabWidget *m_tabs;
    StatTile *m_total = nullptr;
    StatTile *m_moves = nullptr;
    StatTile *m_moved = nullptr;
    StatTile *m_saved = nullptr;
    CellModel *m_tenants;
    CellModel *m_operations;
    CellModel *m_migrations;
    CellModel *m_factors;
    QList<QAction *> m_exports;
    std::unique_ptr<report::Report> m_report; ///< as shown; what an export writes
    int m_wanted = 0;                         ///< answers to older questions are dropped
};

} // namespace greenward::ui
