#pragma once

class QCoreApplication;
class QLocale;

namespace greenward::console {

/// Lets the program speak the language of `locale`, as far as a translation is built in; English otherwise. Called
/// once, before the first widget is made. The translators belong to `application`.
void loadTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace greenward::console
