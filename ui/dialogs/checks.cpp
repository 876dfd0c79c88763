#include "ui/dialogs/checks.h"

#include "ui/format/error_text.h"

namespace greenward::ui {

QString withoutPercent(const QString &text)
{
    QString number = text.trimmed();
    if (number.endsWith(u'%')) number.chop(1);
    return number.trimmed();
}

QString problemText(const Error &error)
{
    return format::errorWords(error).what;
}

} // namespace greenward::ui
