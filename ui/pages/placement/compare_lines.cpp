#include "ui/pages/placement/compare_lines.h"

#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/format/words.h"
#include "ui/models/backend_model.h"
#include "ui/models/score_parts.h"
#include "ui/pages/placement/compare_pane.h"

#include <algorithm>
#include <functional>

namespace greenward::ui {
namespace {

enum class Best { Lowest, Highest, None };
using Rows = std::vector<engine::BackendRow>;
using Number = std::optional<std::int64_t>;

struct Figure
{
    QString name;
    Best best = Best::None;
    std::function<QString(const engine::BackendRow &)> text;
    std::function<Number(const engine::BackendRow &)> number{};
    std::function<QString(const engine::BackendRow &)> toolTip{};
};

void markBest(CompareLine &line, const Figure &figure, const Rows &rows)
{
    if (figure.best == Best::None) return;
    std::vector<Number> numbers;
    for (const engine::BackendRow &row : rows)
        numbers.push_back(figure.number(row));
    Number best;
    bool differ = false;
    for (const Number &number : numbers) {
        if (!number) continue;
        if (best && *best != *number) differ = true;
        const bool better = !best || (figure.best == Best::Lowest ? *number < *best : *number > *best);
        if (better) best = number;
    }
    if (!differ) return;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        line.values[i].best = numbers[i] == best;
}

bool oneCurrency(const Rows &rows)
{
    std::string currency;
    for (const engine::BackendRow &row : rows) {
        const auto &price = row.scored.spec.price;
        if (!price) continue;
        if (!currency.empty() && currency != price->currency.text()) return false;
        currency = price->currency.text();
    }
    return true;
}

QString sourceOf(const engine::BackendRow &row)
{
    const BackendSpec &spec = row.scored.spec;
    if (spec.source.empty()) return ComparePane::tr("own figures");
    const QString source = format::plain(spec.source);
    return spec.sourceYear ? QStringLiteral("%1 (%2)").arg(source).arg(*spec.sourceYear) : source;
}

/// A part of the score, out of its most.
Figure part(const QString &name, ScorePoints bus::GreenScore::*member, int most)
{
    return {name, Best::Highest,
            [member, most](const auto &row) {
                return ComparePane::tr("%1 of %2").arg(format::score(row.scored.score.*member)).arg(most);
            },
            [member](const auto &row) {
                return Number((row.scored.score.*member).millionths());
            }};
}

std::vector<Figure> scoreFigures()
{
    return {{ComparePane::tr("Green score, of 100"), Best::Highest,
             [](const auto &row) {
                 const QString score = format::score(row.scored.score.total);
                 return row.scored.score.provisional ? ComparePane::tr("%1 ~").arg(score) : score;
             },
             [](const auto &row) {
                 return Number(row.scored.score.total.millionths());
             }},
            part(ComparePane::tr("  of it renewable share"), &bus::GreenScore::renewable, kScoreMaxima[0]),
            part(ComparePane::tr("  of it grid intensity"), &bus::GreenScore::intensity, kScoreMaxima[1]),
            part(ComparePane::tr("  of it PUE"), &bus::GreenScore::pue, kScoreMaxima[2]),
            part(ComparePane::tr("  of it water"), &bus::GreenScore::water, kScoreMaxima[3]),
            {ComparePane::tr("CO₂e per TB-month"), Best::Lowest,
             [](const auto &row) { return format::carbon(row.scored.perTerabyteMonth); },
             [](const auto &row) {
                 return Number(row.scored.perTerabyteMonth.micrograms());
             }}};
}

std::vector<Figure> siteFigures(Instant now)
{
    return {{ComparePane::tr("PUE"), Best::Lowest, [](const auto &row) { return format::pue(row.scored.spec.pue); },
             [](const auto &row) {
                 return Number(row.scored.spec.pue.millionths());
             }},
            {ComparePane::tr("WUE"), Best::Lowest, [](const auto &row) { return format::wue(row.scored.spec.wue); },
             [](const auto &row) {
                 return row.scored.spec.wue ? Number(row.scored.spec.wue->millionths()) : Number();
             }},
            {ComparePane::tr("Renewable share"), Best::Highest,
             [](const auto &row) { return format::percent(row.scored.spec.renewable); },
             [](const auto &row) {
                 return Number(row.scored.spec.renewable.millionths());
             }},
            {ComparePane::tr("Share means"),
             Best::None,
             [](const auto &row) { return format::shareBasisText(row.scored.spec.shareBasis); },
             {},
             [](const auto &row) {
                 return format::plain(row.scored.spec.renewableBasis);
             }},
            {ComparePane::tr("Grid intensity"), Best::Lowest,
             [](const auto &row) { return format::intensity(row.scored.intensity.value); },
             [](const auto &row) { return Number(row.scored.intensity.value.milligrams()); },
             [](const auto &row) {
                 return format::provenance(row.scored.intensity);
             }},
            {ComparePane::tr("  from"),
             Best::None,
             [now](const auto &row) {
                 const GridFigure &figure = row.scored.intensity;
                 const QString from =
                     QStringLiteral("%1, %2").arg(format::figureSign(figure).word, format::plain(figure.provider));
                 if (figure.pointTime) return QStringLiteral("%1, %2").arg(from, format::age(*figure.pointTime, now));
                 return figure.year ? QStringLiteral("%1, %2").arg(from).arg(*figure.year) : from;
             },
             {},
             [](const auto &row) {
                 return format::provenance(row.scored.intensity);
             }}};
}

std::vector<Figure> termFigures(const BackendModel &model, bool oneCurrency)
{
    return {{ComparePane::tr("Medium"), Best::None,
             [](const auto &row) {
                 return format::mediumText(row.scored.spec.medium);
             }},
            {ComparePane::tr("Copies"), Best::None,
             [](const auto &row) {
                 return QString::fromStdString(row.scored.spec.redundancy.text());
             }},
            {ComparePane::tr("Price per GB-month"), oneCurrency ? Best::Lowest : Best::None,
             [](const auto &row) { return format::price(row.scored.spec.price); },
             [](const auto &row) {
                 return row.scored.spec.price ? Number(row.scored.spec.price->millionths) : Number();
             }},
            {ComparePane::tr("Latency"), Best::Lowest,
             [](const auto &row) {
                 return row.scored.spec.latency == LatencyClass::Unknown ? format::unknown()
                                                                         : format::latencyText(row.scored.spec.latency);
             },
             [](const auto &row) {
                 return row.scored.spec.latency == LatencyClass::Unknown
                            ? Number()
                            : Number(static_cast<int>(row.scored.spec.latency));
             }},
            {ComparePane::tr("Country"), Best::None,
             [&model](const auto &row) {
                 const std::string &country = model.countryOf(row.scored.spec);
                 return country.empty() ? format::unknown() : QString::fromStdString(country);
             }},
            {ComparePane::tr("Source of the figures"), Best::None, sourceOf, {}, [](const auto &row) {
                 const std::string &hint = row.scored.spec.newerHint;
                 return hint.empty() ? sourceOf(row)
                                     : sourceOf(row) + QLatin1Char('\n') +
                                           ComparePane::tr("Newer figures exist: %1.").arg(format::plain(hint));
             }}};
}

} // namespace

std::vector<CompareLine> compareLines(const std::vector<engine::BackendRow> &rows, const BackendModel &model,
                                      Instant now)
{
    std::vector<CompareLine> lines;
    for (const std::vector<Figure> &group : {scoreFigures(), siteFigures(now), termFigures(model, oneCurrency(rows))}) {
        for (const Figure &figure : group) {
            CompareLine line{.name = figure.name, .values = {}};
            for (const engine::BackendRow &row : rows)
                line.values.push_back({figure.text(row), figure.toolTip ? figure.toolTip(row) : QString()});
            markBest(line, figure, rows);
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

} // namespace greenward::ui
