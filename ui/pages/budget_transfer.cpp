#include "ui/pages/budget_transfer.h"

#include "core/engine/budget_file.h"
#include "core/engine/engine.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/pages/submit_through.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/services.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>

namespace greenward::ui {

BudgetTransfer::BudgetTransfer(const PageContext &context, BudgetEdits &edits, MessageBar &messages, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_edits(edits)
    , m_messages(messages)
    , m_page(page)
{}

void BudgetTransfer::exportAll()
{
    m_context.prompter.askSaveFile(
        m_page, tr("Export budgets"), QStringLiteral("carbon-budgets.csv"), tr("Tables (*.csv);;JSON (*.json)"),
        [this](const QString &path) {
            m_context.client.ask([](const engine::Engine &engine) { return engine.budgets(); }, this,
                                 [this, path](const std::vector<engine::BudgetRow> &rows) { write(path, rows); });
        });
}

void BudgetTransfer::write(const QString &path, const std::vector<engine::BudgetRow> &rows)
{
    const bool json = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    const std::string text =
        engine::budgetFile(rows, json ? engine::BudgetFileFormat::Json : engine::BudgetFileFormat::Csv);
    m_context.services.writeFile(path, QByteArray::fromStdString(text), [this, path](const Result<void> &written) {
        if (written) {
            m_messages.show(Tone::Good, tr("Written to %1.").arg(path));
        } else {
            m_messages.showError(written.error());
        }
    });
}

void BudgetTransfer::import()
{
    m_context.prompter.askOpenFile(m_page, tr("Import budgets"), tr("Budgets (*.json *.csv)"),
                                   [this](const QString &path) {
                                       m_context.services.readFile(path, [this, path](const Result<QByteArray> &bytes) {
                                           if (!bytes) return m_messages.showError(bytes.error());
                                           preview(path, *bytes);
                                       });
                                   });
}

void BudgetTransfer::preview(const QString &path, const QByteArray &bytes)
{
    auto file = engine::readBudgetFile(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (!file) return m_messages.showError(file.error());
    m_context.client.ask(
        [file = *std::move(file)](const engine::Engine &engine) {
            return engine::previewImport(file, engine.budgets());
        },
        this,
        [this, path](const std::vector<engine::BudgetImportRow> &rows) {
            auto *dialog = new ImportDialog(rows, QFileInfo(path).fileName(), submitThrough(m_context.client), m_page);
            connect(dialog, &CommandDialog::taken, this, [this, path, changes = dialog->changes()] {
                m_edits.remember(tr("Import of %1").arg(QFileInfo(path).fileName()), changes);
                m_messages.show(Tone::Good, tr("%n budget(s) imported.", nullptr, static_cast<int>(changes.size())),
                                tr("Undo"), [this] { m_edits.undo(); });
            });
            dialog->open();
        });
}

} // namespace greenward::ui
