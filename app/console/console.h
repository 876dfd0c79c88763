#pragma once

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

Q_SIGNALS:
    /// The first data directory is open, or cannot be; told once.
    void ready();

private:
    void fillServices();
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
    QString m_ownDirectory; ///< the operator's, to go back to from the sample
    bool m_ready = false;
    std::unique_ptr<ui::MainWindow> m_window;
    QThreadPool m_pool; ///< last: its work ends before the rest goes
};

} // namespace greenward::console
