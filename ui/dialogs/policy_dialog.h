#pragma once

#include "ui/dialogs/command_dialog.h"

class QCheckBox;

namespace greenward::ui {

/// Which connected backends reach `target`, as one sentence; when none does, the best one and what would change that
/// (C-33).
QString eligibleText(const std::vector<engine::BackendRow> &backends, ScorePoints target, const QLocale &locale);

/// A tenant's tiering policy. While the target score is typed it says which backends reach it.
class PolicyDialog final : public CommandDialog
{
    Q_OBJECT

public:
    PolicyDialog(const engine::PolicyRow &policy, std::vector<engine::BackendRow> backends, Submit submit,
                 QWidget *parent);

protected:
    engine::Command command() const override;

private:
    void addWhatFields();
    void addWhenFields();
    void addHowFields();
    void fill(const engine::PolicyRow &policy);
    /// Fields that mean nothing under the chosen schedule and relocation are disabled and keep what they had.
    void enableWhatApplies();
    void showEligible();

    engine::PolicyRow m_policy;
    std::vector<engine::BackendRow> m_backends;
    QCheckBox *m_enabled = nullptr;
    QLineEdit *m_coldAfter = nullptr;
    QLineEdit *m_targetScore = nullptr;
    QLineEdit *m_maxBatch = nullptr;
    QComboBox *m_schedule = nullptr;
    QLineEdit *m_batchHour = nullptr;
    QComboBox *m_batchDay = nullptr;
    QLineEdit *m_concurrency = nullptr;
    QCheckBox *m_respectBudget = nullptr;
    QComboBox *m_relocation = nullptr;
    QComboBox *m_leaveBehind = nullptr;
    QLineEdit *m_grace = nullptr;
    QLineEdit *m_lifetime = nullptr;
};

} // namespace greenward::ui
