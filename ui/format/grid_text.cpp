#include "ui/format/grid_text.h"

#include "ui/format/quantities.h"
#include "ui/format/times.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace greenward::ui::format {
namespace {

struct GridText
{
    Q_DECLARE_TR_FUNCTIONS(GridText)
};

struct TroubleWords
{
    const char *name;
    const char *what;
    const char *next;
};

constexpr std::array kTroubles{
    TroubleWords{"no_credentials", QT_TRANSLATE_NOOP("GridText", "No credentials are entered"),
                 QT_TRANSLATE_NOOP("GridText", "Enter them in the settings.")},
    TroubleWords{"wrong_credentials", QT_TRANSLATE_NOOP("GridText", "The credentials are not accepted"),
                 QT_TRANSLATE_NOOP("GridText", "Correct them in the settings; nothing more is asked until then.")},
    TroubleWords{"token_expired", QT_TRANSLATE_NOOP("GridText", "The log-in ran out"),
                 QT_TRANSLATE_NOOP("GridText", "The next request logs in again.")},
    TroubleWords{"not_in_plan", QT_TRANSLATE_NOOP("GridText", "Your plan does not include this"),
                 QT_TRANSLATE_NOOP("GridText", "Ask the provider for it, or let another source answer.")},
    TroubleWords{"not_covered", QT_TRANSLATE_NOOP("GridText", "The provider does not know this zone"),
                 QT_TRANSLATE_NOOP("GridText", "Correct the zone under “Mapping”.")},
    TroubleWords{"no_data_now", QT_TRANSLATE_NOOP("GridText", "The provider has no data at the moment"),
                 QT_TRANSLATE_NOOP("GridText", "It is asked again at the next refresh.")},
    TroubleWords{"not_supported", QT_TRANSLATE_NOOP("GridText", "The provider has no such figures"),
                 QT_TRANSLATE_NOOP("GridText", "Choose another signal.")},
    TroubleWords{"rate_limited", QT_TRANSLATE_NOOP("GridText", "It was asked too often"),
                 QT_TRANSLATE_NOOP("GridText", "It is asked again when it allows that.")},
    TroubleWords{"down", QT_TRANSLATE_NOOP("GridText", "It does not answer"),
                 QT_TRANSLATE_NOOP("GridText", "Check the network and the address; it is tried again by itself.")},
    TroubleWords{"bad_request", QT_TRANSLATE_NOOP("GridText", "It did not understand the request"),
                 QT_TRANSLATE_NOOP("GridText", "Check its address and the zone.")},
    TroubleWords{"bad_answer", QT_TRANSLATE_NOOP("GridText", "Its answer cannot be right and was refused"),
                 QT_TRANSLATE_NOOP("GridText", "The last good value stays until it says something else.")},
    TroubleWords{"sandbox", QT_TRANSLATE_NOOP("GridText", "The key is a trial key: its values are made up"),
                 QT_TRANSLATE_NOOP("GridText", "Enter a real key; made-up values are never used.")},
    TroubleWords{"cancelled", QT_TRANSLATE_NOOP("GridText", "The request was stopped"),
                 QT_TRANSLATE_NOOP("GridText", "Started with GREENWARD_OFFLINE=1, the program asks nobody.")},
};

Sign sign(const char *word, Tone tone, const char *icon)
{
    return {GridText::tr(word), tone, QString::fromLatin1(icon)};
}

bool hasLocked(const engine::GridSourceRow &row)
{
    return std::ranges::any_of(row.credentials, [](const engine::GridSourceRow::Field &field) {
        return field.state == grid::CredentialState::Locked;
    });
}

} // namespace

Sign sourceSign(const engine::GridSourceRow &row)
{
    using Breaker = engine::GridSourceRow::Breaker;
    if (!row.enabled) return sign(QT_TRANSLATE_NOOP("GridText", "Off"), Tone::Faded, "cancel");
    if (row.sandbox) return sign(QT_TRANSLATE_NOOP("GridText", "Trial key"), Tone::Warning, "warning");
    if (!row.configured && hasLocked(row))
        return sign(QT_TRANSLATE_NOOP("GridText", "Keychain locked"), Tone::Warning, "lock");
    if (!row.configured && !row.credentials.empty())
        return sign(QT_TRANSLATE_NOOP("GridText", "Needs credentials"), Tone::Warning, "lock");
    if (!row.configured) return sign(QT_TRANSLATE_NOOP("GridText", "Needs an address"), Tone::Warning, "warning");
    if (row.breaker == Breaker::Open) return sign(QT_TRANSLATE_NOOP("GridText", "Paused"), Tone::Critical, "pause");
    if (row.breaker == Breaker::Trial)
        return sign(QT_TRANSLATE_NOOP("GridText", "Trying again"), Tone::Warning, "retry");
    if (!row.trouble.empty()) return sign(QT_TRANSLATE_NOOP("GridText", "In trouble"), Tone::Warning, "warning");
    if (row.asked == 0) return sign(QT_TRANSLATE_NOOP("GridText", "Not asked yet"), Tone::Neutral, "info");
    return sign(QT_TRANSLATE_NOOP("GridText", "Up"), Tone::Good, "ok");
}

ErrorWords troubleWords(const std::string &trouble)
{
    const auto found =
        std::ranges::find_if(kTroubles, [&trouble](const TroubleWords &words) { return trouble == words.name; });
    if (found == kTroubles.end()) return {plain(trouble), {}};
    return {GridText::tr(found->what), *found->next == '\0' ? QString() : GridText::tr(found->next)};
}

QString questionText(const std::string &question)
{
    if (question == "now") return GridText::tr("live values");
    if (question == "history") return GridText::tr("history");
    if (question == "forecast") return GridText::tr("forecasts");
    if (question == "percentile") return GridText::tr("percentile");
    if (question == "renewable share") return GridText::tr("renewable share");
    return plain(question);
}

QString signalsText(const std::vector<Signal> &signals)
{
    QStringList words;
    for (const Signal signal : signals)
        words << signalText(signal);
    return words.join(GridText::tr(", "));
}

QString sourceNext(const engine::GridSourceRow &row, const QLocale &locale)
{
    using Breaker = engine::GridSourceRow::Breaker;
    if (!row.enabled) return GridText::tr("Switch it on to have it asked.");
    if (!row.configured && hasLocked(row))
        return GridText::tr("Unlock the keychain of your desktop; the credentials may be in it.");
    if (!row.configured && !row.credentials.empty()) return troubleWords("no_credentials").next;
    if (!row.configured) return GridText::tr("Enter its address.");
    if (row.breaker == Breaker::Open) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(row.pausedFor.value_or(milliseconds{0}));
        return GridText::tr("It failed several times in a row and is left alone for %1; the last good values stay. "
                            "Then it is tried once by itself.")
            .arg(duration(seconds, locale));
    }
    if (row.sandbox) return troubleWords("sandbox").next;
    return row.trouble.empty() ? QString() : troubleWords(row.trouble).next;
}

QString figureText(const GridFigure &figure, Instant now, const QLocale &locale)
{
    QStringList parts{intensity(figure.value, locale), figureSign(figure).word};
    if (!figure.provider.empty())
        parts << (figure.zone.empty() ? plain(figure.provider)
                                      : GridText::tr("%1 (zone %2)").arg(plain(figure.provider), plain(figure.zone)));
    if (figure.pointTime) parts << age(*figure.pointTime, now, locale);
    return parts.join(GridText::tr(", "));
}

QString hoursText(int beginHour, int length)
{
    constexpr int kDay = 24;
    return GridText::tr("%1:00–%2:00 UTC")
        .arg(beginHour, 2, 10, QLatin1Char('0'))
        .arg((beginHour + length) % kDay, 2, 10, QLatin1Char('0'));
}

} // namespace greenward::ui::format
