#pragma once

#include "core/engine/rehearsal.h"

#include <QWidget>

#include <functional>
#include <stop_token>

class QComboBox;
class QPushButton;

namespace greenward::ui {

class CellModel;
class TextLabel;

/// Has the last `span` of recorded history happen again under changed budgets, on a thread of its own; the answer comes
/// on this thread, or never when `context` is gone.
using Rehearse = std::function<void(std::vector<engine::SetBudget> changes, std::chrono::hours span, QObject *context,
                                    std::stop_token stop, std::function<void(const Result<engine::Rehearsal> &)> done)>;

/// "What would this have done?": recorded history under the change that is being edited, beside how it was, before
/// anything is saved.
class RehearsalPanel final : public QWidget
{
    Q_OBJECT

public:
    /// The changes as they are typed at the moment it is asked; empty: they do not read yet.
    using Changes = std::function<std::vector<engine::SetBudget>()>;

    RehearsalPanel(Rehearse rehearse, Changes changes, QWidget *parent = nullptr);
    ~RehearsalPanel() override;

    /// What was shown is no longer about what is typed.
    void outdate();

private:
    void run();
    void show(const Result<engine::Rehearsal> &rehearsal);
    void clear(const QString &why);

    Rehearse m_rehearse;
    Changes m_changes;
    QComboBox *m_span;
    QPushButton *m_run;
    TextLabel *m_verdict;
    CellModel *m_figures;
    QWidget *m_table;
    std::stop_source m_stop;
    int m_asked = 0; ///< answers to older questions are dropped
};

} // namespace greenward::ui
