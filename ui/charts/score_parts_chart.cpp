#include "ui/charts/score_parts_chart.h"

#include "ui/format/quantities.h"
#include "ui/models/score_parts.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/score_bar_delegate.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QHorizontalStackedBarSeries>
#include <QPen>
#include <QValueAxis>

namespace greenward::ui {
namespace {

constexpr std::array kPatterns{Qt::SolidPattern, Qt::Dense4Pattern, Qt::BDiagPattern, Qt::DiagCrossPattern};

} // namespace

ScorePartsChart::ScorePartsChart(QWidget *parent)
    : ChartPanel(parent)
    , m_names(new QBarCategoryAxis)
    , m_points(new QValueAxis)
    , m_bars(new QHorizontalStackedBarSeries)
    , m_parts{new QBarSet(tr("renewable share, of 40")), new QBarSet(tr("grid intensity, of 30")),
              new QBarSet(tr("PUE, of 20")), new QBarSet(tr("water, of 10"))}
{
    setObjectName(QStringLiteral("scorePartsChart"));
    setHeading(tr("Parts of the green score"));
    for (QBarSet *part : m_parts)
        m_bars->append(part);
    m_bars->setBarWidth(0.6);
    m_points->setRange(0, 100);
    m_points->setTickCount(6);
    m_points->setLabelFormat(QStringLiteral("%.0f"));
    m_points->setTitleText(tr("points"));
    chart().addAxis(m_names, Qt::AlignLeft);
    chart().addAxis(m_points, Qt::AlignBottom);
    chart().addSeries(m_bars);
    m_bars->attachAxis(m_names);
    m_bars->attachAxis(m_points);
    recolour();
}

void ScorePartsChart::show(const std::vector<bus::ScoredBackend> &backends, const QLocale &locale)
{
    if (backends.empty()) return presentNothing(tr("Choose the backends to compare."));
    std::array<QList<qreal>, 4> values;
    QStringList names;
    QStringList spoken;
    ChartTable table{{tr("backend"), tr("renewable share"), tr("grid intensity"), tr("PUE"), tr("water")}, {}};
    // The axis counts from below.
    for (auto at = backends.rbegin(); at != backends.rend(); ++at) {
        const ScoreParts parts = scoreParts(at->score);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i].append(parts.points[i]);
        const QString name = QString::fromStdString(at->spec.id.text());
        names << tr("%1  %2", "backend, score").arg(name, format::score(at->score.total, locale));
    }
    for (const bus::ScoredBackend &backend : backends) {
        const QString name = QString::fromStdString(backend.spec.id.text());
        table.rows.push_back({name, format::score(backend.score.renewable, locale),
                              format::score(backend.score.intensity, locale), format::score(backend.score.pue, locale),
                              format::score(backend.score.water, locale)});
        spoken << tr("%1: %2 points").arg(name, format::score(backend.score.total, locale));
    }
    m_names->clear();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i]->remove(0, m_parts[i]->count());
        m_parts[i]->append(values[i]);
    }
    for (const QString &name : names)
        m_names->append(chartText(name));
    const int line = QFontMetrics(font()).height() * 2;
    view().setMinimumHeight(line * static_cast<int>(backends.size() + 3));
    present(std::move(table), spoken.join(QStringLiteral(", ")));
}

void ScorePartsChart::recolour()
{
    const auto fills = scorePartColors(palette());
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i]->setBrush(i == 0 ? QBrush(fills[i]) : hatched(fills[i], kPatterns[i]));
        m_parts[i]->setPen(QPen(fills[i], 1));
    }
}

} // namespace greenward::ui
