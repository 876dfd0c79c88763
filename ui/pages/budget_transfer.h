#pragma once

#include "ui/editing/budget_edits.h"
#include "ui/pages/page.h"

namespace greenward::ui {

class MessageBar;

/// Budgets to a file and from a file: asks for its name, shows what an import would change, and says what was done.
class BudgetTransfer final : public QObject
{
    Q_OBJECT

public:
    /// Messages and dialogs belong to `page`; imports become a step of `edits`.
    BudgetTransfer(const PageContext &context, BudgetEdits &edits, MessageBar &messages, QWidget *page);

    void exportAll();
    void import();

private:
    void write(const QString &path, const std::vector<engine::BudgetRow> &rows);
    void preview(const QString &path, const QByteArray &bytes);

    PageContext m_context;
    BudgetEdits &m_edits;
    MessageBar &m_messages;
    QWidget *m_page;
};

} // namespace greenward::ui
