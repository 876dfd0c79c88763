#pragma once

#include "core/engine/rows.h"
#include "core/placement/decision.h"
#include "ui/pages/page.h"

class QTabWidget;

namespace greenward::ui {

class BackendDesk;
class BackendsPane;
class ComparePane;
class DecisionsPane;
class WhatIfPane;
struct PlacementLook;

/// Of all backends, where should data lie, and why.
class PlacementPage final : public Page
{
    Q_OBJECT

public:
    explicit PlacementPage(const PageContext &context, QWidget *parent = nullptr);

    FilterField *filterField() const override;
    void showKey(const QString &key) override;

protected:
    void refresh() override;

private:
    void addActions();
    void addEditing();
    void makeTabs();
    void enableActions();
    void addPanes();
    void compareSelected();
    void askAboutSelected();
    void showLook(PlacementLook look);
    void showDecided(const placement::Decision &decision);
    void openDecision(DecisionId id);
    void editCurrent();
    void scan(const std::optional<BackendId> &backend);

    BackendDesk *m_desk = nullptr;
    QTabWidget *m_tabs = nullptr;
    BackendsPane *m_backends = nullptr;
    ComparePane *m_compare = nullptr;
    WhatIfPane *m_whatIf = nullptr;
    DecisionsPane *m_decisions = nullptr;
    QAction *m_add = nullptr;
    QAction *m_addFrom = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_acceptPlace = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_toCompare = nullptr;
    QAction *m_toWhatIf = nullptr;
    QAction *m_toDecisions = nullptr;
    QAction *m_scan = nullptr;
    QAction *m_scanAll = nullptr;
    QAction *m_cancelScan = nullptr;
};

} // namespace greenward::ui
