#pragma once

#include "core/engine/commands.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace greenward::ui {

class TextLabel;

/// What a tenant's operations met, and what could be changed about it, each proposal one press away.
class ThrottlePane final : public QWidget
{
    Q_OBJECT

public:
    explicit ThrottlePane(QWidget *parent = nullptr);

    void showNothing();
    void showStatistics(const engine::BudgetRow &row);
    /// Those of the shown tenant. `offered`: whether they may be applied.
    void showRecommendations(const std::vector<engine::Recommendation> &found, Instant now, bool offered);

Q_SIGNALS:
    void applyAsked(const greenward::engine::SetBudget &proposed);

private:
    TextLabel *addFact(const QString &caption, const char *name);
    QWidget *makeRecommendation(const engine::Recommendation &one, Instant now, bool offered);

    QGridLayout *m_facts;
    TextLabel *m_evaluations;
    TextLabel *m_allowed;
    TextLabel *m_delayed;
    TextLabel *m_rejected;
    TextLabel *m_waiting;
    TextLabel *m_shadow;
    QVBoxLayout *m_proposals;
    std::vector<engine::Recommendation> m_shown;
    bool m_offered = false;
};

/// The proposal in the operator's language: "Raise the limit from 500 g to 620 g".
QString recommendationText(const engine::Recommendation &one);

} // namespace greenward::ui
