#include "app/console/console.h"

#include "app/composition/compose.h"
#include "app/composition/local_services.h"
#include "app/composition/report_files.h"
#include "app/composition/sample_estate.h"
#include "app/composition/secrets.h"
#include "core/engine/engine_host.h"
#include "ui/pages/settings_page.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>

namespace greenward::console {
namespace {

/// Of a file that is read whole: ten thousand budgets need a hundredth of it.
constexpr std::size_t kMostBytes = std::size_t{64} * 1024 * 1024;

/// Paths are bytes to the operating system; QString holds those that are UTF-8, which all that we choose are.
std::filesystem::path pathOf(const QString &text)
{
    return std::filesystem::path(text.toStdString());
}

app::ReportFormat formatOf(ui::ReportFormat format)
{
    switch (format) {
    case ui::ReportFormat::Json:
        return app::ReportFormat::Json;
    case ui::ReportFormat::Csv:
        return app::ReportFormat::Csv;
    case ui::ReportFormat::Pdf:
        return app::ReportFormat::Pdf;
    }
    return app::ReportFormat::Json;
}

} // namespace

template<typename Work, typename Done>
void Console::inBackground(Work work, Done done)
{
    m_pool.start([this, work = std::move(work), done = std::move(done)]() mutable {
        using Answer = decltype(work());
        auto answer = std::make_shared<Answer>(work());
        // The pool is waited for before this object goes, so `this` is there; what is then still queued goes with it.
        QMetaObject::invokeMethod(
            this, [answer, done = std::move(done)]() mutable { done(std::move(*answer)); }, Qt::QueuedConnection);
    });
}

Console::Console(const Options &options, ui::Appearance &appearance, ui::Prompter &prompter, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_clock(app::makeSystemClock())
    , m_secrets(std::make_unique<app::Secrets>())
    , m_ownDirectory(options.dataDirectory)
{
    if (m_ownDirectory.isEmpty()) m_ownDirectory = QString::fromStdString(app::defaultDataDirectory().string());
    fillServices();
    m_window = std::make_unique<ui::MainWindow>(ui::MainWindow::Needs{appearance, prompter, m_services, *m_clock});
    if (options.size) m_window->resize(*options.size);
}

Console::~Console()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void Console::start()
{
    m_window->show();
    if (m_options.sample) {
        openSample();
    } else {
        openDirectory(m_ownDirectory, m_options.readOnly);
    }
}

void Console::fillServices()
{
    m_services.exportReport = [this](const report::Report &report, ui::ReportFormat format, const QString &path,
                                     ui::Services::Done done) {
        const app::ReportFormat as = formatOf(format);
        inBackground(
            [this, report, as, order = orderOf(path, app::exportKind(as))]() -> Result<void> {
                CORE_TRY(const std::string bytes, app::reportBytes(report, as));
                return m_outputs.save(order, bytes);
            },
            std::move(done));
    };
    m_services.writeFile = [this](const QString &path, const QByteArray &bytes, ui::Services::Done done) {
        inBackground(
            [this, bytes, order = orderOf(path, app::ExportKind::Other)] {
                return m_outputs.save(order, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
            },
            std::move(done));
    };
    m_services.readFile = [this](const QString &path, std::function<void(const Result<QByteArray> &)> done) {
        inBackground(
            [path]() -> Result<QByteArray> {
                CORE_TRY(const std::string bytes, app::loadFile(pathOf(path), kMostBytes));
                return QByteArray::fromStdString(bytes);
            },
            std::move(done));
    };
    m_services.openDataDirectory = [this](const QString &directory, bool readOnly) {
        m_ownDirectory = directory;
        openDirectory(directory, readOnly);
    };
    m_services.openSampleEstate = [this] {
        openSample();
    };
    m_services.deleteSampleEstate = [this] {
        deleteSample();
    };
}

app::Outputs::Order Console::orderOf(const QString &path, app::ExportKind kind) const
{
    return {.path = pathOf(path),
            .kind = kind,
            .replace = app::Outputs::Replace::Files,
            .dataDirectory = pathOf(m_openDirectory)};
}

Result<void> Console::save(const QString &path, const QByteArray &bytes) const
{
    return m_outputs.save(orderOf(path, app::ExportKind::Other),
                          {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

void Console::openDirectory(const QString &directory, bool readOnly)
{
    m_openDirectory = directory;
    m_window->closeSession([this, directory, readOnly] {
        m_window->showOpening(directory);
        inBackground(
            [directory, readOnly, secrets = m_secrets.get()] {
                return app::openEngine({.directory = pathOf(directory),
                                        .readOnly = readOnly,
                                        .program = "greenward",
                                        .secrets = secrets,
                                        .followGrid = true});
            },
            [this, directory, readOnly](Result<std::unique_ptr<engine::EngineHost>> host) {
                opened(directory, readOnly, std::move(host));
            });
    });
}

void Console::openSample()
{
    m_window->closeSession([this] {
        m_window->showWorking(tr("Making the sample estate…"),
                              tr("800 small files, ten tenants, budgets, a plan and a move. It takes some seconds."));
        const std::filesystem::path root = app::sampleRoot();
        inBackground(
            [root, stop = m_stop.get_token()]() -> Result<void> {
                if (app::sampleIsComplete(root)) return {};
                return app::makeSampleEstate(root, stop, [](const Progress &) {});
            },
            [this, root](const Result<void> &made) {
                if (!made) return failed(QString::fromStdString(root.string()), made.error());
                openDirectory(QString::fromStdString(app::sampleDataDirectory(root).string()), m_options.readOnly);
            });
    });
}

void Console::deleteSample()
{
    m_window->closeSession([this] {
        m_window->showWorking(tr("Deleting the sample estate…"), {});
        inBackground([root = app::sampleRoot()] { return app::deleteSampleEstate(root); },
                     [this](const Result<void> &deleted) {
                         if (!deleted)
                             return failed(QString::fromStdString(app::sampleRoot().string()), deleted.error());
                         openDirectory(m_ownDirectory, m_options.readOnly);
                     });
    });
}

void Console::opened(const QString &directory, bool readOnly, Result<std::unique_ptr<engine::EngineHost>> host)
{
    if (!host) return failed(directory, host.error());
    m_window->openSession(*std::move(host), ui::rememberedActor(), directory, readOnly);
    tellReady();
}

void Console::failed(const QString &directory, const Error &error)
{
    m_window->showProblem(directory, error);
    tellReady();
}

void Console::tellReady()
{
    if (!std::exchange(m_ready, true)) Q_EMIT ready();
}

} // namespace greenward::console
