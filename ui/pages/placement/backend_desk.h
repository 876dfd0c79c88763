#pragma once

#include "core/engine/rows.h"
#include "ui/editing/backend_edits.h"
#include "ui/pages/page.h"

namespace greenward::ui {

class BackendDialog;
class MessageBar;
struct BackendQuestions;

/// Everything that changes the registry: its dialogs, files and undo. Messages and dialogs belong to the page.
class BackendDesk final : public QObject
{
    Q_OBJECT

public:
    BackendDesk(const PageContext &context, MessageBar &messages, QWidget *page);

    void add();
    /// Chooses a published region first, then opens the editor with its figures.
    void addFromCatalogue();
    void edit(const BackendSpec &spec);
    void remove(const engine::BackendRow &row);
    /// What lies at its path now becomes its place: asks, and asks again when nothing of the backend is there.
    void acceptPlace(const engine::BackendRow &row);
    void exportAll();
    void import();
    BackendEdits &edits() const { return *m_edits; }

Q_SIGNALS:
    /// The backend is registered, or has other figures; its key in the table.
    void saved(const QString &backend);

private:
    void openDialog(const std::optional<BackendSpec> &spec, const std::optional<BackendSpec> &startFrom);
    void remember(const BackendDialog &dialog);
    BackendQuestions questions();
    void pickRegion(QWidget *parent, std::function<void(const BackendSpec &)> answer);
    void sayDone(const QString &text);
    void askWithoutObjects(const BackendId &id);
    void sayAccepted(const BackendId &id);
    void write(const QString &path, const std::vector<BackendSpec> &specs);
    void preview(const QString &path, const QByteArray &bytes);

    PageContext m_context;
    MessageBar &m_messages;
    QWidget *m_page;
    BackendEdits *m_edits;
};

} // namespace greenward::ui
