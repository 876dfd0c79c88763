#pragma once

#include "core/engine/grid_rows.h"
#include "ui/pages/grid/clean_hours_pane.h"
#include "ui/pages/grid/grid_look.h"
#include "ui/pages/page.h"

#include <QSet>

class QSplitter;
class QTabWidget;

namespace greenward::ui {

class DataTable;
class GridChartPane;
class GridTransfer;
class MappingPane;
class RegionBarsChart;
class RegionTester;
class SourcesPane;

/// How dirty the electricity is where data lies, was and will be, what each figure is worth, and how the sources are
/// that say so.
class GridPage final : public Page
{
    Q_OBJECT

public:
    explicit GridPage(const PageContext &context, QWidget *parent = nullptr);

    FilterField *filterField() const override { return m_filter; }
    void showKey(const QString &key) override;

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using Pictures = std::vector<engine::GridPicture>;

    void addActions();
    QWidget *makeTable();
    QWidget *makeTabs();
    QWidget *makeMapping();

    void showLook(GridLook look);
    void askPictures();
    void showPictures(Pictures pictures);
    void mergeRows();
    void choose(const QString &region);
    void askDepth();
    void setShown(const QString &region, bool shown);
    /// The regions drawn, in the order of their colours.
    std::vector<RegionName> drawn() const;
    std::optional<RegionName> chosen() const;

    void askSources();
    void showRefreshed(const Result<std::vector<engine::GridRefreshRow>> &answer);
    void watchRegion();
    void unwatchRegion();
    void setWatched(std::vector<RegionName> regions, const QString &done);
    void testMapping(const QString &source, const QString &zone);
    void lookUp(const QString &name);
    void enableActions();

    GridModel *m_model;
    DataTable *m_table = nullptr;
    FilterField *m_filter = nullptr;
    QSplitter *m_upper = nullptr;
    GridChartPane *m_chart = nullptr;
    QTabWidget *m_tabs = nullptr;
    SourcesPane *m_sources = nullptr;
    CleanHoursPane *m_cleanHours = nullptr;
    RegionTester *m_tester = nullptr;
    MappingPane *m_mapping = nullptr;
    RegionBarsChart *m_bars = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_watch = nullptr;
    QAction *m_unwatch = nullptr;
    QAction *m_toBackends = nullptr;
    QAction *m_exportPng = nullptr;
    QAction *m_exportSvg = nullptr;
    QAction *m_exportCsv = nullptr;
    QAction *m_import = nullptr;
    GridTransfer *m_transfer = nullptr;

    GridLook m_look;
    QSet<QString> m_hidden; ///< regions that are not drawn
    QString m_chosen;
    QString m_wanted; ///< asked for by showKey() before it was there
    bool m_regionsAsked = false;
    bool m_asking = false;
};

} // namespace greenward::ui
