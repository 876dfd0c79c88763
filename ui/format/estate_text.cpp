#include "ui/format/estate_text.h"

#include "core/base/time_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace greenward::ui::format {
namespace {

struct EstateText
{
    Q_DECLARE_TR_FUNCTIONS(EstateText)
};

using Words = std::initializer_list<std::pair<std::string_view, const char *>>;

QString wordFor(std::string_view key, Words words)
{
    const auto at = std::ranges::find(words, key, &std::pair<std::string_view, const char *>::first);
    return at == words.end() ? QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()))
                             : EstateText::tr(at->second);
}

} // namespace

QString tenantLevelText(int level)
{
    switch (level) {
    case 0:
        return EstateText::tr("The first folder of its path");
    case 1:
        return EstateText::tr("The second folder of its path");
    case 2:
        return EstateText::tr("The third folder of its path");
    default:
        return EstateText::tr("Folder number %1 of its path").arg(level + 1);
    }
}

QString weekdayText(std::string_view day)
{
    return wordFor(day, {{"monday", QT_TRANSLATE_NOOP("EstateText", "Monday")},
                         {"tuesday", QT_TRANSLATE_NOOP("EstateText", "Tuesday")},
                         {"wednesday", QT_TRANSLATE_NOOP("EstateText", "Wednesday")},
                         {"thursday", QT_TRANSLATE_NOOP("EstateText", "Thursday")},
                         {"friday", QT_TRANSLATE_NOOP("EstateText", "Friday")},
                         {"saturday", QT_TRANSLATE_NOOP("EstateText", "Saturday")},
                         {"sunday", QT_TRANSLATE_NOOP("EstateText", "Sunday")}});
}

QString regionAnswer(const engine::GridRow &row, const QLocale &locale)
{
    return EstateText::tr("%1: %2; %3")
        .arg(resolvedRegionText(row, locale), intensity(row.figure.value, locale), provenance(row.figure, locale));
}

QString policySummary(const engine::PolicyRow &policy, const QLocale &locale)
{
    if (!policy.enabled) return EstateText::tr("off");
    QStringList parts{EstateText::tr("cold after %1").arg(duration(policy.coldAfter, locale)),
                      EstateText::tr("target %1").arg(score(policy.targetScore, locale))};
    if (policy.relocation == Relocation::CopyOnly) {
        parts.append(EstateText::tr("copy only"));
    } else {
        parts.append(policy.grace.count() == 0 ? EstateText::tr("no grace")
                                               : EstateText::tr("grace %1").arg(duration(policy.grace, locale)));
    }
    const QString text = parts.join(EstateText::tr(", "));
    return policy.stored ? text : EstateText::tr("%1 (defaults)").arg(text);
}

} // namespace greenward::ui::format
