#include "ui/pages/placement/backend_desk.h"

#include "core/engine/engine.h"
#include "core/placement/backend_file.h"
#include "ui/dialogs/backend_dialog.h"
#include "ui/dialogs/backend_import_dialog.h"
#include "ui/dialogs/catalogue_dialog.h"
#include "ui/format/quantities.h"
#include "ui/pages/submit_through.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/services.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>

namespace greenward::ui {
namespace {

std::vector<BackendSpec> specsOf(const engine::Engine &engine)
{
    std::vector<BackendSpec> specs;
    for (const engine::BackendRow &row : engine.backends())
        specs.push_back(row.scored.spec);
    return specs;
}

} // namespace

BackendDesk::BackendDesk(const PageContext &context, MessageBar &messages, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_messages(messages)
    , m_page(page)
    , m_edits(new BackendEdits(
          submitThrough(context.client),
          [this](std::function<void(const std::vector<BackendSpec> &)> take) {
              m_context.client.ask(specsOf, this, std::move(take));
          },
          this))
{
    connect(m_edits, &BackendEdits::refused, this, [this](const Error &error) { m_messages.showError(error); });
    connect(m_edits, &BackendEdits::overtaken, this, [this](const QString &backend) {
        m_messages.show(Tone::Warning,
                        tr("Backend %1 was changed by somebody else since. Nothing was undone.").arg(backend));
    });
    connect(m_edits, &BackendEdits::turned, this,
            [this](const QString &text) { m_messages.show(Tone::Good, tr("%1: done.").arg(text)); });
}

void BackendDesk::add()
{
    openDialog({}, {});
}

void BackendDesk::edit(const BackendSpec &spec)
{
    openDialog(spec, {});
}

void BackendDesk::addFromCatalogue()
{
    pickRegion(m_page, [this](const BackendSpec &spec) { openDialog({}, spec); });
}

void BackendDesk::pickRegion(QWidget *parent, std::function<void(const BackendSpec &)> answer)
{
    m_context.client.ask(
        [](const engine::Engine &engine) { return engine.regionCatalogue(); }, parent,
        [this, parent, answer = std::move(answer)](std::vector<placement::RegionFacts> regions) {
            auto *dialog = new CatalogueDialog(std::move(regions), parent);
            connect(
                dialog, &CatalogueDialog::chosen, parent, [this, parent, answer](const placement::RegionFacts &facts) {
                    m_context.client.ask(
                        [facts](const engine::Engine &engine) { return engine.backendFromCatalogue(facts); }, parent,
                        [this, answer](const Result<BackendSpec> &spec) {
                            if (!spec) return m_messages.showError(spec.error());
                            answer(*spec);
                        });
                });
            dialog->open();
        });
}

BackendQuestions BackendDesk::questions()
{
    EngineClient &client = m_context.client;
    return {.lookUp =
                [&client](const RegionName &region, QObject *asker, BackendQuestions::Region answer) {
                    client.ask([region](const engine::Engine &engine) { return engine.lookUpRegion(region); }, asker,
                               std::move(answer));
                },
            .preview =
                [&client](const BackendSpec &spec, QObject *asker, BackendQuestions::Score answer) {
                    client.ask([spec](const engine::Engine &engine) { return engine.previewBackend(spec); }, asker,
                               std::move(answer));
                },
            .startFrom =
                [this](QWidget *dialog, BackendQuestions::Start answer) {
                    pickRegion(dialog, std::move(answer));
                }};
}

void BackendDesk::openDialog(const std::optional<BackendSpec> &spec, const std::optional<BackendSpec> &startFrom)
{
    m_context.client.ask([](const engine::Engine &engine) { return engine.knownRegions(); }, this,
                         [this, spec, startFrom](const std::vector<RegionName> &regions) {
                             QStringList names;
                             for (const RegionName &region : regions)
                                 names.append(QString::fromStdString(region.text()));
                             auto *dialog = new BackendDialog(spec, names, questions(), m_context.prompter,
                                                              submitThrough(m_context.client), m_page);
                             if (startFrom) dialog->startFrom(*startFrom);
                             connect(dialog, &BackendDialog::saved, this, [this, dialog](const QString &backend) {
                                 remember(*dialog);
                                 Q_EMIT saved(backend);
                             });
                             dialog->open();
                         });
}

void BackendDesk::remember(const BackendDialog &dialog)
{
    const BackendSpec &after = *dialog.sent();
    const QString name = QString::fromStdString(after.id.text());
    const QString text = dialog.before() ? tr("Edit of %1").arg(name) : tr("Adding %1").arg(name);
    m_edits->remember(text, {{after.id, dialog.before(), after}});
    sayDone(text);
}

void BackendDesk::sayDone(const QString &text)
{
    m_messages.show(Tone::Good, tr("%1: saved.").arg(text), tr("Undo"), [this] { m_edits->undo(); });
}

void BackendDesk::remove(const engine::BackendRow &row)
{
    const BackendSpec &spec = row.scored.spec;
    const QString name = QString::fromStdString(spec.id.text());
    const bool connected = spec.driver != DriverKind::Profile;
    QString consequences = connected ? tr("Its %n catalogued object(s) are forgotten; the files themselves stay "
                                          "where they are. Adding it again needs a new scan.",
                                          nullptr, static_cast<int>(row.objects))
                                     : tr("The profile is no longer compared with. It holds no objects.");
    if (connected && row.health && !row.health->reachable)
        consequences += QLatin1Char(' ') + tr("It cannot be reached now, so nobody saw whether they are there.");
    m_context.prompter.confirm(
        m_page, {tr("Remove backend %1?").arg(name), consequences, tr("Remove backend"), true}, [this, spec, name] {
            m_context.client.submit(engine::RemoveBackend{spec.id}, this,
                                    [this, spec, name](const Result<engine::Outcome> &answer) {
                                        if (!answer) return m_messages.showError(answer.error());
                                        m_edits->remember(tr("Removal of %1").arg(name), {{spec.id, spec, {}}});
                                        sayDone(tr("Removal of %1").arg(name));
                                    });
        });
}

void BackendDesk::acceptPlace(const engine::BackendRow &row)
{
    const BackendSpec &spec = row.scored.spec;
    const QString name = QString::fromStdString(spec.id.text());
    m_context.prompter.confirm(
        m_page,
        {tr("Is what lies at %1 now the place of %2?").arg(format::plain(spec.location), name),
         tr("A place is known by its marker and its file system, and this is not the one it was. Say yes only if the "
            "disk was replaced or the marker removed on purpose; if a disk is not mounted, mount it instead."),
         tr("Accept place"), true},
        [this, id = spec.id] {
            m_context.client.submit(engine::AcceptPlace{id}, this, [this, id](const Result<engine::Outcome> &answer) {
                if (answer) return sayAccepted(id);
                if (answer.error().code != ErrorCode::Unreachable) return m_messages.showError(answer.error());
                askWithoutObjects(id);
            });
        });
}

void BackendDesk::askWithoutObjects(const BackendId &id)
{
    m_context.prompter.confirm(
        m_page,
        {tr("Accept a place without any object of %1?").arg(QString::fromStdString(id.text())),
         tr("None of the objects that the catalogue has of it are there. The next scan counts them as gone."),
         tr("Accept empty place"), true},
        [this, id] {
            m_context.client.submit(engine::AcceptPlace{id, true}, this,
                                    [this, id](const Result<engine::Outcome> &answer) {
                                        if (!answer) return m_messages.showError(answer.error());
                                        sayAccepted(id);
                                    });
        });
}

void BackendDesk::sayAccepted(const BackendId &id)
{
    m_messages.show(Tone::Good, tr("%1: place accepted.").arg(QString::fromStdString(id.text())));
}

void BackendDesk::exportAll()
{
    m_context.prompter.askSaveFile(m_page, tr("Export backends"), QStringLiteral("backends.json"),
                                   tr("Backends (*.json)"), [this](const QString &path) {
                                       m_context.client.ask(
                                           specsOf, this,
                                           [this, path](const std::vector<BackendSpec> &specs) { write(path, specs); });
                                   });
}

void BackendDesk::write(const QString &path, const std::vector<BackendSpec> &specs)
{
    const std::string text = placement::backendFile(specs);
    m_context.services.writeFile(path, QByteArray::fromStdString(text), [this, path](const Result<void> &written) {
        if (written)
            m_messages.show(Tone::Good, tr("Written to %1.").arg(path));
        else
            m_messages.showError(written.error());
    });
}

void BackendDesk::import()
{
    m_context.prompter.askOpenFile(m_page, tr("Import backends"), tr("Backends (*.json)"), [this](const QString &path) {
        m_context.services.readFile(path, [this, path](const Result<QByteArray> &bytes) {
            if (!bytes) return m_messages.showError(bytes.error());
            preview(path, *bytes);
        });
    });
}

void BackendDesk::preview(const QString &path, const QByteArray &bytes)
{
    auto file = placement::readBackendFile(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (!file) return m_messages.showError(file.error());
    m_context.client.ask(specsOf, this, [this, path, file = *std::move(file)](const std::vector<BackendSpec> &known) {
        const QString name = QFileInfo(path).fileName();
        auto *dialog = new BackendImportDialog(file, known, name, submitThrough(m_context.client), m_page);
        connect(dialog, &CommandDialog::taken, this, [this, name, changes = dialog->changes()] {
            m_edits->remember(tr("Import of %1").arg(name), changes);
            m_messages.show(Tone::Good, tr("%n backend(s) imported.", nullptr, static_cast<int>(changes.size())),
                            tr("Undo"), [this] { m_edits->undo(); });
        });
        dialog->open();
    });
}

} // namespace greenward::ui
