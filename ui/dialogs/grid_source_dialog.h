#pragma once

#include "ui/dialogs/command_dialog.h"

namespace greenward::ui {

/// How a source of grid data is asked: where, in which order, how long an answer counts.
class GridSourceDialog final : public CommandDialog
{
    Q_OBJECT

public:
    GridSourceDialog(const engine::GridSourceRow &source, Submit submit, QWidget *parent);

protected:
    engine::Command command() const override;

private:
    std::string m_id;
    QCheckBox *m_enabled;
    QLineEdit *m_url;
    QLineEdit *m_priority;
    QLineEdit *m_cache;
};

} // namespace greenward::ui
