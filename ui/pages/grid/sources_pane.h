#pragma once

#include "core/engine/commands.h"

#include <QWidget>

#include <vector>

namespace greenward::ui {

class ActionButton;
class CellModel;
class DataTable;
class TextLabel;

/// The sources of grid data, how each is doing, and of the chosen one what the account may not ask, with what to do.
class SourcesPane final : public QWidget
{
    Q_OBJECT

public:
    /// `mayChange`: sources can be switched and edited.
    explicit SourcesPane(bool mayChange, QWidget *parent = nullptr);

    void show(std::vector<engine::GridSourceRow> sources, Instant now);

Q_SIGNALS:
    void changeAsked(const greenward::engine::SetGridSource &change);
    void editAsked(const greenward::engine::GridSourceRow &source);
    void credentialsAsked(const QString &source);

private:
    QWidget *makeDetail();
    const engine::GridSourceRow *current() const;
    void showCurrent();

    bool m_mayChange;
    std::vector<engine::GridSourceRow> m_sources;
    Instant m_now;
    CellModel *m_model;
    DataTable *m_table;
    TextLabel *m_title = nullptr;
    TextLabel *m_next = nullptr;
    TextLabel *m_facts = nullptr;
    CellModel *m_refusals = nullptr;
    DataTable *m_refusalTable = nullptr;
    ActionButton *m_switch = nullptr;
    ActionButton *m_edit = nullptr;
    ActionButton *m_credentials = nullptr;
};

} // namespace greenward::ui
