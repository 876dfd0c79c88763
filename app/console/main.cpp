#include "app/console/capture.h"
#include "app/console/console.h"
#include "app/console/languages.h"
#include "ui/icons/icons.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>

namespace {

/// Without any font every letter is a box, and nobody could read why.
void warnWithoutFont()
{
    if (!QFontMetrics(QApplication::font()).inFont(QLatin1Char('A')))
        QTextStream(stderr) << "greenward: no font was found; install one, such as fonts-dejavu-core\n";
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("greenward"));
    QCoreApplication::setOrganizationName(QStringLiteral("greenward"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GREENWARD_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.greenward.Greenward"));

    QApplication application(argc, argv);
    // Pictures show the console as a newcomer meets it, not this user's columns and sizes.
    const QTemporaryDir pictureSettings;
    if (QApplication::arguments().contains(QStringLiteral("--capture")))
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, pictureSettings.path());
    // Qt has taken its own options out of what the application answers.
    const greenward::console::ParsedOptions parsed = greenward::console::parseOptions(QApplication::arguments());
    if (parsed.exitCode) {
        QTextStream(*parsed.exitCode == 0 ? stdout : stderr)
            << (*parsed.exitCode == 0 ? QString() : QStringLiteral("greenward: ")) << parsed.message << '\n';
        return *parsed.exitCode;
    }
    greenward::console::loadTranslations(application, QLocale());
    QApplication::setApplicationDisplayName(QStringLiteral("Greenward"));
    QApplication::setWindowIcon(greenward::ui::icon(QStringLiteral("leaf"), greenward::ui::Tone::Good));
    greenward::ui::Appearance appearance;
    if (parsed.options.theme) appearance.useTheme(*parsed.options.theme);
    warnWithoutFont();

    greenward::ui::BoxPrompter prompter;
    greenward::console::Console console(parsed.options, appearance, prompter);
    if (!parsed.options.captureDirectory.isEmpty()) {
        auto *capture = new greenward::console::Capture(
            console.window(), parsed.options.captureDirectory, appearance.theme(),
            [&console](const QString &path, const QByteArray &bytes) { return console.save(path, bytes); }, &console);
        QObject::connect(&console, &greenward::console::Console::ready, capture, &greenward::console::Capture::start);
        QObject::connect(capture, &greenward::console::Capture::finished, &application,
                         [](int exitCode) { QCoreApplication::exit(exitCode); });
    }
    console.start();
    return QApplication::exec();
}
