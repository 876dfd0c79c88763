#include "ui/pages/grid/grid_advice.h"

#include "ui/format/grid_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace greenward::ui {
namespace {

struct GridAdvice
{
    Q_DECLARE_TR_FUNCTIONS(GridAdvice)
};

using Breaker = engine::GridSourceRow::Breaker;

constexpr std::size_t kMostAdvice = 3;
constexpr qsizetype kMostNames = 5;

/// "DE, FR, PL and 3 more"
QString namesText(const QStringList &names)
{
    if (names.size() <= kMostNames) return names.join(GridAdvice::tr(", "));
    return GridAdvice::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - kMostNames))
        .arg(names.mid(0, kMostNames).join(GridAdvice::tr(", ")));
}

bool speaksOf(const engine::GridSourceRow &source, Signal signal)
{
    return std::ranges::find(source.signals, signal) != source.signals.end();
}

QStringList regionsWhere(std::span<const engine::GridPicture> pictures, auto matches)
{
    QStringList names;
    for (const engine::GridPicture &picture : pictures)
        if (matches(picture)) names << format::plain(picture.region.text());
    return names;
}

void addPaused(std::vector<Advice> &advice, std::span<const engine::GridSourceRow> sources, Signal signal,
               const QLocale &locale)
{
    for (const engine::GridSourceRow &source : sources) {
        if (!source.enabled || source.breaker != Breaker::Open || !speaksOf(source, signal)) continue;
        advice.push_back(
            {Tone::Critical,
             GridAdvice::tr("%1 is paused. %2").arg(format::plain(source.name), format::sourceNext(source, locale))});
    }
}

/// Zones first that may not be asked about at all, then those of which only something else is refused.
QStringList refusedOf(const engine::GridSourceRow &source, Signal signal)
{
    QStringList zones;
    QStringList parts;
    for (const engine::GridSourceRow::Refusal &refusal : source.refusals) {
        if (!refusal.plan || refusal.signal != signal) continue;
        const QString zone = format::plain(refusal.zone);
        if (refusal.question == "now" && !zones.contains(zone)) zones << zone;
    }
    for (const engine::GridSourceRow::Refusal &refusal : source.refusals) {
        if (!refusal.plan || refusal.signal != signal) continue;
        const QString zone = format::plain(refusal.zone);
        const QString part = GridAdvice::tr("%1 (%2)").arg(zone, format::questionText(refusal.question));
        if (!zones.contains(zone) && !parts.contains(part)) parts << part;
    }
    return zones + parts;
}

void addRefused(std::vector<Advice> &advice, std::span<const engine::GridSourceRow> sources, Signal signal)
{
    for (const engine::GridSourceRow &source : sources) {
        const QStringList refused = refusedOf(source, signal);
        if (source.enabled && !refused.isEmpty())
            advice.push_back(
                {Tone::Warning, GridAdvice::tr("Your plan at %1 does not include %2. Ask %1 for it, or let "
                                               "another source answer.")
                                    .arg(format::plain(source.name), namesText(refused))});
    }
}

void addStale(std::vector<Advice> &advice, std::span<const engine::GridPicture> pictures, Instant now,
              const QLocale &locale)
{
    const auto isStale = [](const engine::GridPicture &picture) {
        return picture.latest && picture.latest->origin == Origin::LastKnown;
    };
    const QStringList names = regionsWhere(pictures, isStale);
    if (names.isEmpty()) return;
    Instant oldest = now;
    for (const engine::GridPicture &picture : pictures)
        if (isStale(picture)) oldest = std::min(oldest, picture.latest->pointTime.value_or(now));
    advice.push_back(
        {Tone::Warning, GridAdvice::tr("Stale: the last value of %1 is from %2. It stays until something newer comes; "
                                       "Refresh asks now, and “Sources” tells what is wrong.")
                            .arg(namesText(names), format::age(oldest, now, locale))});
}

/// Series that end in the past while the ladder fell back to yearly figures.
void addEnded(std::vector<Advice> &advice, std::span<const engine::GridPicture> pictures)
{
    const QStringList names = regionsWhere(pictures, [](const engine::GridPicture &picture) {
        return !picture.provider.empty() && picture.latest && picture.latest->origin != Origin::Live &&
               picture.latest->origin != Origin::LastKnown;
    });
    if (!names.isEmpty())
        advice.push_back({Tone::Warning, GridAdvice::tr("Too old to be used: what was heard of %1. A yearly average or "
                                                        "the default counts until somebody answers again.")
                                             .arg(namesText(names))});
}

void addEstimated(std::vector<Advice> &advice, std::span<const engine::GridPicture> pictures)
{
    const QStringList names = regionsWhere(pictures, [](const engine::GridPicture &picture) {
        return picture.measured.empty() && !picture.estimated.empty();
    });
    if (!names.isEmpty())
        advice.push_back({Tone::Info, GridAdvice::tr("Estimated only: nobody has measured %1; the dots are the "
                                                     "provider's estimate. Reports say so too.")
                                          .arg(namesText(names))});
}

void addSilent(std::vector<Advice> &advice, std::span<const engine::GridPicture> pictures)
{
    const QStringList names =
        regionsWhere(pictures, [](const engine::GridPicture &picture) { return picture.provider.empty(); });
    if (!names.isEmpty() && names.size() < static_cast<qsizetype>(pictures.size()))
        advice.push_back(
            {Tone::Info, GridAdvice::tr("No source covers %1 under this signal. “Mapping” tells what it is "
                                        "called at each source.")
                             .arg(namesText(names))});
}

} // namespace

std::vector<Advice> adviceOn(std::span<const engine::GridPicture> pictures,
                             std::span<const engine::GridSourceRow> sources, Signal signal, Instant now,
                             const QLocale &locale)
{
    std::vector<Advice> advice;
    addPaused(advice, sources, signal, locale);
    addRefused(advice, sources, signal);
    addStale(advice, pictures, now, locale);
    addEnded(advice, pictures);
    addEstimated(advice, pictures);
    addSilent(advice, pictures);
    if (advice.size() > kMostAdvice) advice.resize(kMostAdvice);
    return advice;
}

Advice refreshedAdvice(std::span<const engine::GridRefreshRow> rows)
{
    QStringList silent;
    QString why;
    for (const engine::GridRefreshRow &row : rows) {
        if (row.question != "now" || !row.source.empty()) continue;
        silent << format::plain(row.region.text());
        if (why.isEmpty() && !row.problems.empty())
            why = GridAdvice::tr("%1: %2.").arg(format::plain(row.problems.front().name),
                                                format::troubleWords(row.problems.front().trouble).what);
    }
    if (silent.isEmpty()) return {Tone::Good, GridAdvice::tr("The sources have answered.")};
    return {Tone::Warning, GridAdvice::tr("Nobody had anything new about %1. %2").arg(namesText(silent), why)};
}

QString nothingText(std::span<const engine::GridSourceRow> sources, Signal signal, const QLocale &locale)
{
    const auto mayAnswer = [signal](const engine::GridSourceRow &source) {
        return source.enabled && source.configured && speaksOf(source, signal);
    };
    if (std::ranges::none_of(sources, mayAnswer))
        return GridAdvice::tr(
                   "No source of %1 figures is ready. Switch one on or enter its credentials under “Sources”.")
            .arg(format::signalText(signal).toLower());
    const auto troubled = std::ranges::find_if(sources, [&](const engine::GridSourceRow &source) {
        return mayAnswer(source) && (source.breaker == Breaker::Open || !source.trouble.empty());
    });
    if (troubled != sources.end())
        return GridAdvice::tr("Nothing was heard of these regions yet. %1: %2. %3")
            .arg(format::plain(troubled->name), format::troubleWords(troubled->trouble).what,
                 format::sourceNext(*troubled, locale));
    return GridAdvice::tr("Nothing was heard of these regions yet. Refresh asks the sources now; “Mapping” tells what "
                          "each of them calls a region.");
}

} // namespace greenward::ui
