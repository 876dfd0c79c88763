#include "ui/shell/diagnostics.h"

#include "ui/format/quantities.h"

#include <QApplication>
#include <QFontInfo>
#include <QLocale>
#include <QScreen>
#include <QSettings>
#include <QStringList>
#include <QStyle>
#include <QSysInfo>

namespace greenward::ui {

QString diagnosticsText(const engine::EngineStatus &status)
{
    // English and untranslated: it is read by whoever mends the program.
    QStringList lines;
    const auto add = [&lines](const char *name, const QString &value) {
        lines << QStringLiteral("%1: %2").arg(QLatin1String(name), value);
    };
    add("Greenward", QCoreApplication::applicationVersion());
    add("Engine", QString::fromStdString(status.version));
    add("Qt", QStringLiteral("%1 (built with %2)").arg(QLatin1String(qVersion()), QStringLiteral(QT_VERSION_STR)));
    add("System", QSysInfo::prettyProductName() + QStringLiteral(", ") + QSysInfo::kernelVersion() +
                      QStringLiteral(", ") + QSysInfo::currentCpuArchitecture());
    add("Platform plug-in", QGuiApplication::platformName());
    add("Style", QApplication::style()->objectName());
    const QFontInfo font(QApplication::font());
    add("Font", QStringLiteral("%1, %2 pt").arg(font.family()).arg(font.pointSizeF()));
    add("Locale", QLocale().name());
    for (const QScreen *screen : QGuiApplication::screens())
        add("Screen", QStringLiteral("%1x%2, ratio %3")
                          .arg(screen->size().width())
                          .arg(screen->size().height())
                          .arg(screen->devicePixelRatio()));
    add("Settings", QSettings().fileName());
    add("Data directory", format::plain(status.directory));
    add("Read-only", status.readOnly ? QStringLiteral("yes") : QStringLiteral("no"));
    add("Recovered at start", status.recovered ? QStringLiteral("yes") : QStringLiteral("no"));
    add("Problem", status.problem.empty() ? QStringLiteral("none") : format::plain(status.problem));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace greenward::ui
