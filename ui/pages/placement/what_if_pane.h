#pragma once

#include "core/placement/decision.h"
#include "ui/pages/page.h"
#include "ui/pages/placement/what_if_form.h"

#include <QTimer>

class QProgressBar;
class QPushButton;
class QSplitter;

namespace greenward::ui {

class DecisionView;
class NoteLine;

/// Where would data lie, and why, for a question that is changed at will. Nothing is kept until it is decided.
class WhatIfPane final : public QWidget
{
    Q_OBJECT

public:
    explicit WhatIfPane(const PageContext &context, QWidget *parent = nullptr);

    /// Figures or choices changed. Looked at when the pane is shown next.
    void setChoices(WhatIfChoices choices);
    void choose(const std::vector<BackendId> &candidates);
    /// Weighs again, because something behind it changed.
    void weigh();
    DecisionView &view() const { return *m_view; }
    /// The shown answer is of the shown question.
    bool isCurrent() const { return m_current; }

Q_SIGNALS:
    /// Taken and kept.
    void decided(const greenward::placement::Decision &decision);
    void failed(const greenward::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeButtons();
    void takeChoices();
    void decide();
    void setDeciding(bool deciding);
    void setStale(const QString &why);
    void enableDecide();

    PageContext m_context;
    WhatIfForm *m_form;
    DecisionView *m_view;
    NoteLine *m_stale;
    QPushButton *m_decide = nullptr;
    QProgressBar *m_progress = nullptr;
    QSplitter *m_split = nullptr;
    QTimer m_typing;
    std::optional<WhatIfChoices> m_waiting; ///< choices of the time when the pane was hidden
    bool m_asking = false;                  ///< an answer is under way; the next question waits for it
    bool m_again = false;
    bool m_current = false;
    bool m_deciding = false;
    bool m_known = false; ///< setChoices() was called
};

} // namespace greenward::ui
