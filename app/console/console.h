#pragma once

#include "app/composition/outputs.h"
#include "app/console/options.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "ui/prompts/box_prompter.h"
#include "ui/shell/services.h"
#include "ui/theme/appearance.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace greenward::engine {
class EngineHost;
}
namespace greenward::ui {
class MainWindow;
}

namespace greenward::app {
class Secrets;
}

namespace greenward::console {

/// The program: the window, the engine it shows, and what the window may ask of the world outside. Opens and closes
/// data directories in workers, so that the window is there at once and never waits.
class Console final : public QObject
{
    Q_OBJECT

public:
    Console(const Options &options, ui::Appearance &appearance, ui::Prompter &prompter, QObject *parent = nullptr);
    ~Console() override;

    /// Shows the window and begins to open what was asked for.
    void start();
    ui::MainWindow &window() const { return *m_window; }
    /// A picture or table, at once and on this thread; over any ordinary file, as after a file dialog.
    Result<void> save(const QString &path, const QByteArray &bytes) const;

Q_SIGNALS:
    /// The first data directory is open, or cannot be; told once.
    void ready();

private:
    void fillServices();
    /// An export to a name that a file dialog was asked for.
    app::Outputs::Order orderOf(const QString &path, app::ExportKind kind) const;
    void openDirectory(const QString &directory, bool readOnly);
    void openSample();
    void deleteSample();
    void opened(const QString &directory, bool readOnly, Result<std::unique_ptr<engine::EngineHost>> host);
    void failed(const QString &directory, const Error &error);
    void tellReady();
    /// `work` in a worker, then `done(its answer)` here unless the console is gone.
    template<typename Work, typename Done>
    void inBackground(Work work, Done done);

    Options m_options;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<app::Secrets> m_secrets; ///< outlives every engine that is opened with it
    ui::Services m_services;
    std::stop_source m_stop;
    app::Outputs m_outputs;
    QString m_ownDirectory;  ///< the operator's, to go back to from the sample
    QString m_openDirectory; ///< in use, or to be; exports stay out of it
    bool m_ready = false;
    std::unique_ptr<ui::MainWindow> m_window;
    QThreadPool m_pool; ///< last: its work ends before the rest goes
};

} // namespace greenward::console
