#pragma once

#include "core/engine/rows.h"
#include "ui/pages/page.h"

class QGridLayout;
class QStackedWidget;

namespace greenward::ui {

class Card;
class LinkList;
class StatTile;
class TextLabel;

/// The operator's first look: what needs them, what the grid does, what was saved. Every number leads to its cause.
/// Without any data it offers the two ways to begin.
class OverviewPage final : public Page
{
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext &context, QWidget *parent = nullptr);

protected:
    void refresh() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Picture;
    void show(const Picture &picture);
    using QWidget::show;
    QWidget *makeFirstStart();
    QWidget *makePicture();
    void showTiles(const engine::Overview &overview);
    void showBudgets(const Picture &picture);
    void showGrid(const engine::Overview &overview);
    void showBatches(const engine::Overview &overview);
    void showBackends(const engine::Overview &overview);
    void arrange();

    QStackedWidget *m_stack;
    QWidget *m_firstStart = nullptr;
    QWidget *m_picture = nullptr;
    QGridLayout *m_tiles = nullptr;
    QGridLayout *m_cards = nullptr;
    std::vector<StatTile *> m_allTiles;
    std::vector<Card *> m_allCards;
    StatTile *m_nearTile = nullptr;
    StatTile *m_pendingTile = nullptr;
    StatTile *m_savedTile = nullptr;
    StatTile *m_costTile = nullptr;
    StatTile *m_sourcesTile = nullptr;
    LinkList *m_near = nullptr;
    LinkList *m_grid = nullptr;
    LinkList *m_batches = nullptr;
    LinkList *m_backends = nullptr;
    int m_tileColumns = 0;
    int m_cardColumns = 0;
};

} // namespace greenward::ui
