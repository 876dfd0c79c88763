#pragma once

#include "ui/pages/page.h"

namespace greenward::engine {
struct GridRow;
}

namespace greenward::ui {

class DataTable;
class GridModel;
class RegionBarsChart;
class RegionTester;

/// How dirty the electricity is where data lies, and what each figure is worth.
class GridPage final : public Page
{
    Q_OBJECT

public:
    explicit GridPage(const PageContext &context, QWidget *parent = nullptr);

    FilterField *filterField() const override { return m_filter; }
    void showKey(const QString &key) override;

protected:
    void refresh() override;

private:
    QWidget *makeTable();
    QWidget *makeLower();
    void showRows(const std::vector<engine::GridRow> &rows);

    GridModel *m_model;
    DataTable *m_table = nullptr;
    FilterField *m_filter = nullptr;
    RegionBarsChart *m_chart = nullptr;
    RegionTester *m_tester = nullptr;
    QAction *m_toBackends = nullptr;
    QString m_wanted;
    bool m_regionsAsked = false;
};

} // namespace greenward::ui
