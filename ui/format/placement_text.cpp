#include "ui/format/placement_text.h"

#include "ui/format/quantities.h"
#include "ui/format/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace greenward::ui::format {
namespace {

QString tr(const char *text, const char *note = nullptr)
{
    return QCoreApplication::translate("greenward::ui::format", text, note);
}

QString nameOf(const BackendId &backend)
{
    return QString::fromStdString(backend.text());
}

QString signedText(const QString &amount, std::int64_t of)
{
    return (of < 0 ? QStringLiteral("−") : of > 0 ? QStringLiteral("+") : QString()) + amount;
}

} // namespace

QString rankByText(placement::RankBy rankBy)
{
    switch (rankBy) {
    case placement::RankBy::Score:
        return tr("Green score");
    case placement::RankBy::Footprint:
        return tr("Carbon footprint");
    case placement::RankBy::Literal:
        return tr("Literal formula (compatibility)");
    }
    return {};
}

QString latencyText(LatencyClass latency)
{
    switch (latency) {
    case LatencyClass::Online:
        return tr("Online (milliseconds)");
    case LatencyClass::Nearline:
        return tr("Nearline (seconds to minutes)");
    case LatencyClass::Offline:
        return tr("Offline (hours)");
    case LatencyClass::Unknown:
        return tr("Not known");
    }
    return {};
}

QString shareBasisText(ShareBasis basis)
{
    switch (basis) {
    case ShareBasis::OwnStatement:
        return tr("Own statement");
    case ShareBasis::AnnualCertificates:
        return tr("Certificates, matched over a year");
    case ShareBasis::HourlyCarbonFree:
        return tr("Carbon-free energy, matched hour by hour");
    case ShareBasis::FactSheet:
        return tr("Provider's fact sheet");
    case ShareBasis::GridShare:
        return tr("The grid's own mix");
    case ShareBasis::NotTold:
        return tr("Not told");
    }
    return {};
}

QString networkPathText(NetworkPath path)
{
    switch (path) {
    case NetworkPath::InterDatacentre:
        return tr("Between data centres");
    case NetworkPath::InterRegion:
        return tr("Between regions");
    case NetworkPath::Internet:
        return tr("Over the internet");
    }
    return {};
}

QString placementInputText(placement::Input input)
{
    switch (input) {
    case placement::Input::Renewable:
        return tr("Renewable share");
    case placement::Input::Intensity:
        return tr("Grid intensity");
    case placement::Input::Pue:
        return tr("PUE");
    case placement::Input::Wue:
        return tr("Water (WUE)");
    case placement::Input::Medium:
        return tr("Medium");
    case placement::Input::Copies:
        return tr("Copies");
    }
    return {};
}

QString price(const std::optional<PricePerGigabyteMonth> &value, const QLocale &locale)
{
    if (!value) return unknown();
    const double amount = static_cast<double>(value->millionths) / 1e6;
    int places = 2;
    for (std::int64_t step = 10'000; places < 6 && value->millionths % step != 0; step /= 10)
        ++places;
    return QStringLiteral("%1 %2").arg(locale.toString(amount, 'f', places),
                                       QString::fromStdString(value->currency.text()));
}

QString gain(std::int64_t amount, placement::RankBy rankBy, const QLocale &locale)
{
    const std::int64_t size = amount < 0 ? -amount : amount;
    if (rankBy == placement::RankBy::Footprint)
        return signedText(carbon(GramsCO2e::fromMicrograms(size), locale), amount);
    return signedText(tr("%1 points").arg(locale.toString(static_cast<double>(size) / 100.0, 'f', 2)), amount);
}

QString band(const placement::Amount &amount, const QLocale &locale)
{
    return tr("%1 (%2 to %3)")
        .arg(carbon(amount.grams, locale), carbon(amount.low, locale), carbon(amount.high, locale));
}

QString sentence(const std::string &text)
{
    const QString words = plain(text);
    if (words.isEmpty()) return words;
    return words.endsWith(QLatin1Char('.')) ? words : words + QLatin1Char('.');
}

QString literalScore(ScorePoints points, const QLocale &locale)
{
    return locale.toString(static_cast<double>(points.millionths()) / 1e6, 'f', 2);
}

QString comparisonWords(const placement::Decision &decision, const placement::Comparison &comparison,
                        const QLocale &locale)
{
    if (!decision.chosen()) return {};
    const QString winner = nameOf(decision.chosen()->scored.spec.id);
    const QString other = nameOf(comparison.runnerUp);
    if (comparison.lead == 0)
        return tr("%1 and %2 are equal; the lower footprint, then the name decided.").arg(winner, other);
    std::vector<placement::Step> steps = comparison.steps;
    std::ranges::stable_sort(steps, std::ranges::greater(),
                             [](const placement::Step &step) { return std::abs(step.gain); });
    QStringList parts;
    for (const placement::Step &step : steps)
        if (step.gain != 0)
            parts << tr("%1 %2", "input, gain")
                         .arg(placementInputText(step.input), gain(step.gain, decision.rankedBy, locale));
    const QString lead = gain(std::abs(comparison.lead), decision.rankedBy, locale).mid(1);
    if (decision.rankedBy == placement::RankBy::Footprint)
        return tr("%1 emits %2 less per TB-month than %3: %4.")
            .arg(winner, lead, other, parts.join(QStringLiteral(", ")));
    return tr("%1 leads %2 by %3: %4.").arg(winner, other, lead, parts.join(QStringLiteral(", ")));
}

QString decisionWords(const placement::Decision &decision, const placement::Explanation &why, const QLocale &locale)
{
    const placement::Candidate *chosen = decision.chosen();
    if (!chosen) {
        return tr("No candidate meets every constraint: %1 excluded, %2 not rated.")
            .arg(count(decision.excluded.size(), locale), count(decision.notRated.size(), locale));
    }
    QString words = tr("%1 ranks first by %2 under the %3 signal: score %4, %5 CO₂e per TB-month, %6 in all.")
                        .arg(nameOf(chosen->scored.spec.id), rankByText(decision.rankedBy), signalText(decision.signal),
                             score(chosen->scored.score.total, locale), carbon(chosen->scored.perTerabyteMonth, locale),
                             carbon(chosen->estimate.total.grams, locale));
    if (!why.comparisons.empty())
        words += QLatin1Char(' ') + comparisonWords(decision, why.comparisons.front(), locale);
    if (decision.provisional) words += QLatin1Char(' ') + tr("Provisional: not every grid intensity is a live one.");
    const auto other = std::ranges::find_if(why.sensitivity, [](const auto &one) { return !one.same; });
    if (other != why.sensitivity.end())
        words += QLatin1Char(' ') +
                 tr("With other published coefficients %1 would have the lowest footprint.").arg(nameOf(other->winner));
    return words;
}

QString flipWords(const placement::Flip &flip)
{
    return tr("%1 of %2 from %3 to %4: %5 would be chosen.")
        .arg(placementInputText(flip.input), nameOf(flip.backend), plain(flip.from), plain(flip.to),
             nameOf(flip.winner));
}

QString sensitivityWords(const placement::Sensitivity &sensitivity, const QLocale &locale)
{
    return tr("%1: lowest is %2 with %3 per TB-month.")
        .arg(plain(sensitivity.coefficients), nameOf(sensitivity.winner), carbon(sensitivity.perTerabyteMonth, locale));
}

} // namespace greenward::ui::format
