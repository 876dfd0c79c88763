#pragma once

#include "core/engine/rows.h"
#include "core/store/state_store.h"

#include <QWidget>

class QTabWidget;
class QFormLayout;

namespace greenward::ui {

class MovesPane;
class TextLabel;

/// One batch in depth: its figures with where they come from, its objects by pages, and what went wrong.
class BatchDetail final : public QWidget
{
    Q_OBJECT

public:
    explicit BatchDetail(QWidget *parent = nullptr);

    void showNothing();
    void showBatch(const engine::BatchRow &batch, Instant now);
    MovesPane &moves() const { return *m_moves; }

private:
    QWidget *makeFigures();
    QWidget *makeErrors();
    TextLabel *addFact(QFormLayout &form, const QString &caption, const char *name);
    void showFigures(const engine::BatchRow &batch, Instant now);

    TextLabel *m_title;
    TextLabel *m_state;
    QTabWidget *m_tabs;
    MovesPane *m_moves;
    TextLabel *m_objects = nullptr;
    TextLabel *m_ownCost = nullptr;
    TextLabel *m_savingPerYear = nullptr;
    TextLabel *m_netSaving = nullptr;
    TextLabel *m_breakEven = nullptr;
    TextLabel *m_booked = nullptr;
    TextLabel *m_progress = nullptr;
    TextLabel *m_people = nullptr;
    TextLabel *m_hash = nullptr;
    TextLabel *m_factors = nullptr;
    TextLabel *m_errors = nullptr;
};

} // namespace greenward::ui
