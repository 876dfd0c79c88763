#pragma once

#include "core/base/error.h"
#include "ui/pages/page_registry.h"
#include "ui/theme/palette.h"

#include <QObject>

#include <functional>

class QTimer;

namespace greenward::ui {
class MainWindow;
}

namespace greenward::console {

/// Takes a picture of every page once it is whole, one after the other: `<page>-<theme>.png`. Waits for facts, never
/// for time; only a page that does not settle within a minute is given up, with exit code 1.
class Capture final : public QObject
{
    Q_OBJECT

public:
    /// Puts one picture into a file.
    using Save = std::function<Result<void>(const QString &path, const QByteArray &bytes)>;
    Capture(ui::MainWindow &window, const QString &directory, ui::Theme theme, Save save, QObject *parent = nullptr);

    /// The session is open, or cannot be: then there is one picture, "start".
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void openNext();
    void lookAgain();
    bool save(const QString &name);

    ui::MainWindow &m_window;
    QString m_directory;
    Save m_save;
    ui::Theme m_theme;
    std::vector<ui::PageInfo> m_pages;
    std::size_t m_next = 0;
    bool m_waiting = false;
    bool m_looking = false;
    QTimer *m_patience;
};

} // namespace greenward::console
