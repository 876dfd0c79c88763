#pragma once

#include "core/placement/explain.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QTabWidget;

namespace greenward::ui {

class CandidateModel;
class CellModel;
class DataTable;
class FrontierChart;
class NoteLine;
class TextLabel;
class WaterfallChart;

/// A decision and why it is what it is; both made on the engine thread.
struct Explained
{
    placement::Decision decision;
    placement::Explanation why;
};

/// All that there is to say about a decision, taken or only weighed: in words, all candidates with their figures, the
/// frontier, the way from a runner-up to the winner, what would flip the choice, and what the figures rest on.
class DecisionView final : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionView(QWidget *parent = nullptr);

    void show(Explained explained);
    void showNothing(const QString &why);
    const std::optional<Explained> &shown() const { return m_shown; }
    /// A tab of the owner's, after the others.
    void addTab(QWidget *tab, const QString &title);
    QTabWidget &tabs() const { return *m_tabs; }

private:
    QWidget *makeRanking();
    QWidget *makeFrontier();
    QWidget *makeWhy();
    QWidget *makeFlips();
    QWidget *makeBasis();
    void showFrontier();
    void showRunnerUps();
    void showWaterfall();
    void showFlips();
    void showBasis();

    std::optional<Explained> m_shown;
    TextLabel *m_title;
    TextLabel *m_words;
    NoteLine *m_warnings;
    QTabWidget *m_tabs;
    CandidateModel *m_candidates = nullptr;
    DataTable *m_ranking = nullptr;
    QComboBox *m_against = nullptr;
    FrontierChart *m_frontier = nullptr;
    QComboBox *m_runnerUp = nullptr;
    TextLabel *m_comparison = nullptr;
    WaterfallChart *m_waterfall = nullptr;
    CellModel *m_flips = nullptr;
    CellModel *m_basis = nullptr;
    TextLabel *m_reproduced = nullptr;
};

} // namespace greenward::ui
