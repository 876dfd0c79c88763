#include "app/console/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace greenward::console {
namespace {

void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &directory)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), directory)) QCoreApplication::installTranslator(translator);
}

} // namespace

// Ours from the program, Qt's own button texts from where Qt is installed. English comes first: it holds the plurals,
// and lies beneath whatever the operator's language leaves untranslated.
void loadTranslations(QCoreApplication &application, const QLocale &locale)
{
    const QString ours = QStringLiteral("greenward");
    const QString inside = QStringLiteral(":/i18n");
    install(application, QLocale(QLocale::English), ours, inside);
    if (locale.language() == QLocale::English || locale.language() == QLocale::C) return;
    install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(application, locale, ours, inside);
}

} // namespace greenward::console
