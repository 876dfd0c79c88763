#include "app/console/capture.h"

#include "ui/format/error_text.h"
#include "ui/shell/main_window.h"
#include "ui/theme/appearance.h"

#include <QBuffer>
#include <QDir>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

namespace greenward::console {
namespace {

constexpr int kPatienceMs = 60'000;

} // namespace

Capture::Capture(ui::MainWindow &window, const QString &directory, ui::Theme theme, Save save, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_directory(directory)
    , m_save(std::move(save))
    , m_theme(theme)
    , m_pages(ui::allPages())
    , m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(kPatienceMs);
    connect(m_patience, &QTimer::timeout, this, [this] {
        QTextStream(stderr) << "greenward: page " << ui::pageName(m_pages[m_next].id) << " did not settle\n";
        Q_EMIT finished(1);
    });
    connect(&window, &ui::MainWindow::settledChanged, this, &Capture::lookAgain);
}

void Capture::start()
{
    if (!QDir().mkpath(m_directory)) {
        QTextStream(stderr) << "greenward: " << m_directory << " could not be made\n";
        Q_EMIT finished(1);
        return;
    }
    if (!m_window.hasSession()) {
        Q_EMIT finished(save(QStringLiteral("start")) ? 0 : 1);
        return;
    }
    openNext();
}

void Capture::openNext()
{
    if (m_next == m_pages.size()) {
        Q_EMIT finished(0);
        return;
    }
    m_window.open(m_pages[m_next].id);
    m_waiting = true;
    m_patience->start();
    lookAgain();
}

void Capture::lookAgain()
{
    if (!m_waiting || m_looking || !m_window.isSettled()) return;
    // After what is already queued: layouts, and questions that a first answer gave rise to.
    m_looking = true;
    QTimer::singleShot(0, this, [this] {
        m_looking = false;
        if (!m_waiting || !m_window.isSettled()) return;
        m_waiting = false;
        m_patience->stop();
        if (!save(ui::pageName(m_pages[m_next].id))) {
            Q_EMIT finished(1);
            return;
        }
        ++m_next;
        openNext();
    });
}

bool Capture::save(const QString &name)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    m_window.grab().save(&buffer, "PNG");
    const QString path = QDir(m_directory).filePath(QStringLiteral("%1-%2.png").arg(name, ui::themeName(m_theme)));
    const Result<void> written = m_save(path, bytes);
    if (!written) QTextStream(stderr) << "greenward: " << ui::format::errorText(written.error()) << '\n';
    return bool(written);
}

} // namespace greenward::console
