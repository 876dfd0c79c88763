#include "ui/charts/frontier_chart.h"

#include "ui/charts/nice_axis.h"
#include "ui/charts/plot_overlay.h"
#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QKeyEvent>
#include <QLayout>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPen>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace greenward::ui {
namespace {

/// Each is an item of its own in the scene; more would be a cloud anyhow.
constexpr std::size_t kMostPoints = 800;
constexpr int kMostNamed = 8;

double gramsOf(const placement::Candidate &candidate)
{
    return static_cast<double>(candidate.scored.perTerabyteMonth.micrograms()) / 1e6;
}

/// The currency most candidates are priced in.
std::string usualCurrency(const placement::Decision &decision)
{
    std::map<std::string, int> counts;
    for (const auto *group : {&decision.ranked, &decision.excluded})
        for (const placement::Candidate &candidate : *group)
            if (candidate.scored.spec.price) ++counts[candidate.scored.spec.price->currency.text()];
    const auto most = std::ranges::max_element(counts, {}, [](const auto &entry) { return entry.second; });
    return most == counts.end() ? std::string() : most->first;
}

} // namespace

FrontierChart::FrontierChart(QWidget *parent)
    : ChartPanel(parent)
    , m_amount(new QValueAxis)
    , m_price(new QValueAxis)
    , m_latency(new QCategoryAxis)
    , m_line(new QLineSeries)
    , m_allowed(new QScatterSeries)
    , m_excluded(new QScatterSeries)
    , m_chosen(new QScatterSeries)
    , m_mark(new QScatterSeries)
    , m_names(new PlotOverlay(chart()))
    , m_reading(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, this))
    , m_beside(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
{
    setObjectName(QStringLiteral("frontierChart"));
    m_reading->setObjectName(QStringLiteral("frontierReadingLabel"));
    m_beside->setObjectName(QStringLiteral("frontierBesideLabel"));
    m_line->setName(tr("frontier"));
    m_allowed->setName(tr("allowed"));
    m_excluded->setName(tr("excluded (hollow)"));
    m_chosen->setName(tr("first (diamond)"));
    m_chosen->setMarkerShape(QScatterSeries::MarkerShapeRotatedRectangle);
    m_latency->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    for (const LatencyClass latency : {LatencyClass::Online, LatencyClass::Nearline, LatencyClass::Offline})
        m_latency->append(format::latencyText(latency), static_cast<int>(latency));
    m_latency->setRange(-0.5, 2.5);
    m_amount->setTitleText(tr("g CO₂e per TB-month"));
    chart().addAxis(m_amount, Qt::AlignLeft);
    chart().addAxis(m_price, Qt::AlignBottom);
    chart().addAxis(m_latency, Qt::AlignBottom);
    const std::initializer_list<QXYSeries *> all{m_line, m_excluded, m_allowed, m_chosen, m_mark};
    for (QXYSeries *series : all) {
        chart().addSeries(series);
        series->attachAxis(m_amount);
        if (series != m_mark)
            connect(series, &QXYSeries::hovered, this, [this](const QPointF &value, bool over) {
                if (over) readNear(value);
            });
    }
    const QList<QLegendMarker *> marks = chart().legend()->markers(m_mark);
    for (QLegendMarker *mark : marks)
        mark->setVisible(false);
    view().installEventFilter(this);
    layout()->addWidget(m_reading);
    layout()->addWidget(m_beside);
    recolour();
}

QString FrontierChart::reading() const
{
    return m_reading->wholeText();
}

void FrontierChart::showNothing(const QString &why)
{
    m_reading->setText({});
    m_beside->setText({});
    m_points.clear();
    m_frontierNames.clear();
    presentNothing(why);
}

void FrontierChart::show(const placement::Decision &decision, Against against, const QLocale &locale)
{
    const QString kept =
        m_at >= 0 && std::cmp_less(m_at, m_points.size()) ? m_points[static_cast<std::size_t>(m_at)].name : QString();
    m_against = against;
    m_currency = usualCurrency(decision);
    collect(decision, locale);
    QStringList names = m_missing.mid(0, kMostNamed);
    if (m_missing.size() > kMostNamed)
        names << tr("and %n more", nullptr, static_cast<int>(m_missing.size()) - kMostNamed);
    QStringList beside;
    if (!m_missing.isEmpty())
        beside << (against == Against::Price
                       ? tr("Not drawn, no price in one currency known: %1.").arg(names.join(QStringLiteral(", ")))
                       : tr("Not drawn, latency not known: %1.").arg(names.join(QStringLiteral(", "))));
    if (m_more > 0) beside << tr("%n lower ranked one(s) are not drawn.", nullptr, m_more);
    if (m_points.empty()) {
        showNothing(against == Against::Price ? tr("No candidate has a price. Edit a backend to tell its price.")
                                              : tr("No candidate's latency is known. Edit a backend to tell it."));
        m_beside->setText(beside.join(QLatin1Char(' ')));
        return;
    }
    lay(locale);
    m_beside->setText(beside.join(QLatin1Char(' ')));
    const auto again = std::ranges::find(m_points, kept, &Point::name);
    const auto chosen = std::ranges::find_if(m_points, [](const Point &point) { return point.chosen; });
    read(static_cast<int>((again != m_points.end()    ? again
                           : chosen != m_points.end() ? chosen
                                                      : m_points.begin()) -
                          m_points.begin()));
}

void FrontierChart::collect(const placement::Decision &decision, const QLocale &locale)
{
    m_points.clear();
    m_missing.clear();
    m_more = 0;
    for (std::size_t i = 0; i < decision.ranked.size(); ++i)
        add(decision.ranked[i], true, i == 0, locale);
    for (const placement::Candidate &candidate : decision.excluded)
        add(candidate, false, false, locale);
    std::ranges::stable_sort(m_points,
                             [](const Point &a, const Point &b) { return a.x != b.x ? a.x < b.x : a.grams < b.grams; });
}

void FrontierChart::add(const placement::Candidate &candidate, bool allowed, bool chosen, const QLocale &locale)
{
    const BackendSpec &spec = candidate.scored.spec;
    const QString name = QString::fromStdString(spec.id.text());
    const bool priced = spec.price && spec.price->currency.text() == m_currency;
    const bool known = m_against == Against::Price ? priced : spec.latency != LatencyClass::Unknown;
    if (!known) {
        m_missing << name;
        return;
    }
    if (m_points.size() >= kMostPoints) {
        ++m_more;
        return;
    }
    QString words = tr("%1: %2 CO₂e per TB-month, %3 per GB-month, latency %4.")
                        .arg(name, format::carbon(candidate.scored.perTerabyteMonth, locale),
                             format::price(spec.price, locale), format::latencyText(spec.latency));
    for (const std::string &reason : candidate.unmet)
        words += QLatin1Char(' ') + tr("Excluded: %1.").arg(format::plain(reason));
    const double x = m_against == Against::Price ? static_cast<double>(spec.price->millionths) / 1e6
                                                 : static_cast<double>(static_cast<int>(spec.latency));
    m_points.push_back({name, x, gramsOf(candidate), words, allowed, chosen});
}

void FrontierChart::lay(const QLocale &locale)
{
    double mostX = 0;
    double mostGrams = 0;
    QList<QPointF> allowed;
    QList<QPointF> excluded;
    QList<QPointF> chosen;
    for (const Point &point : m_points) {
        mostX = std::max(mostX, point.x);
        mostGrams = std::max(mostGrams, point.grams);
        (point.chosen ? chosen : point.allowed ? allowed : excluded).append({point.x, point.grams});
    }
    layAxes(mostX, mostGrams, locale);
    layFrontier();
    m_allowed->replace(allowed);
    m_excluded->replace(excluded);
    m_chosen->replace(chosen);
    m_excluded->setVisible(!excluded.isEmpty());
    m_chosen->setVisible(!chosen.isEmpty());
    presentLater([this, locale] { return tableOf(locale); },
                 m_frontierNames.isEmpty()
                     ? tr("Nobody may be chosen")
                     : tr("Beaten by nobody: %1").arg(m_frontierNames.join(QStringLiteral(", "))));
}

void FrontierChart::layAxes(double mostX, double mostGrams, const QLocale &locale)
{
    const bool byPrice = m_against == Against::Price;
    QAbstractAxis *wanted = byPrice ? static_cast<QAbstractAxis *>(m_price) : m_latency;
    const std::initializer_list<QXYSeries *> all{m_line, m_excluded, m_allowed, m_chosen, m_mark};
    for (QXYSeries *series : all) {
        const QList<QAbstractAxis *> attached = series->attachedAxes();
        if (attached.contains(wanted)) continue;
        for (QAbstractAxis *axis : attached)
            if (axis != m_amount) series->detachAxis(axis);
        series->attachAxis(wanted);
    }
    m_price->setVisible(byPrice);
    m_latency->setVisible(!byPrice);
    const NiceAxis prices = niceAxis(mostX * 1.05);
    m_price->setRange(0, prices.high);
    m_price->setTickCount(prices.ticks);
    m_price->setLabelFormat(prices.high < 0.05 ? QStringLiteral("%.3f") : QStringLiteral("%.2f"));
    m_price->setTitleText(chartText(tr("%1 per GB-month").arg(QString::fromStdString(m_currency))));
    const NiceAxis grams = niceAxis(mostGrams * 1.05);
    m_amount->setRange(0, grams.high);
    m_amount->setTickCount(grams.ticks);
    m_amount->setLabelFormat(grams.high < 10 ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
    Q_UNUSED(locale)
}

void FrontierChart::layFrontier()
{
    // Points come by x: who emits less than all that are as cheap is beaten by nobody.
    QList<QPointF> line;
    std::vector<PlotOverlay::Note> notes;
    m_frontierNames.clear();
    double least = std::numeric_limits<double>::max();
    for (const Point &point : m_points) {
        if (!point.allowed || point.grams >= least) continue;
        if (!line.isEmpty()) line.append({point.x, least});
        line.append({point.x, point.grams});
        least = point.grams;
        m_frontierNames << point.name;
        notes.push_back({{point.x, point.grams}, point.name, true});
    }
    if (!line.isEmpty()) line.append({m_against == Against::Price ? m_price->max() : 2.5, least});
    m_line->replace(line);
    const bool byPrice = m_against == Against::Price;
    m_names->set({byPrice ? 0 : -0.5, byPrice ? m_price->max() : 2.5, 0, m_amount->max()}, {}, std::move(notes));
}

void FrontierChart::read(int at)
{
    if (m_points.empty()) return;
    m_at = std::clamp(at, 0, static_cast<int>(m_points.size()) - 1);
    const Point &point = m_points[static_cast<std::size_t>(m_at)];
    m_mark->replace(QList<QPointF>{{point.x, point.grams}});
    m_reading->setText(point.words);
    view().setAccessibleDescription(point.words);
}

void FrontierChart::readNear(const QPointF &value)
{
    const auto distance = [&](const Point &point) {
        return std::hypot((point.x - value.x()) / std::max(m_price->max(), 1e-9),
                          (point.grams - value.y()) / std::max(m_amount->max(), 1e-9));
    };
    const auto nearest = std::ranges::min_element(m_points, {}, distance);
    if (nearest != m_points.end()) read(static_cast<int>(nearest - m_points.begin()));
}

bool FrontierChart::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &view() || event->type() != QEvent::KeyPress || m_points.empty())
        return ChartPanel::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Left:
        read(m_at - 1);
        return true;
    case Qt::Key_Right:
        read(m_at + 1);
        return true;
    case Qt::Key_Home:
        read(0);
        return true;
    case Qt::Key_End:
        read(static_cast<int>(m_points.size()) - 1);
        return true;
    default:
        return ChartPanel::eventFilter(watched, event);
    }
}

ChartTable FrontierChart::tableOf(const QLocale &locale) const
{
    ChartTable table{{tr("backend"), tr("g CO₂e per TB-month"),
                      m_against == Against::Price ? tr("price per GB-month") : tr("latency"), tr("standing")},
                     {}};
    for (const Point &point : m_points) {
        const QString x = m_against == Against::Price
                              ? locale.toString(point.x, 'f', 4)
                              : format::latencyText(static_cast<LatencyClass>(static_cast<int>(point.x)));
        const QString standing = !point.allowed                         ? tr("excluded")
                                 : m_frontierNames.contains(point.name) ? tr("beaten by nobody")
                                                                        : tr("may be chosen");
        table.rows.push_back({point.name, locale.toString(point.grams, 'f', 2), x, standing});
    }
    return table;
}

void FrontierChart::recolour()
{
    const ChartColors &ink = colors();
    const double size = QFontMetricsF(font()).height() * 0.65;
    m_line->setPen(QPen(ink.series[2], 1.5, Qt::DashLine));
    const auto dress = [&](QScatterSeries *series, const QColor &edge, const QBrush &fill, double width) {
        series->setMarkerSize(width);
        series->setBrush(fill);
        series->setPen(QPen(edge, 1.5));
        series->setBorderColor(edge);
    };
    dress(m_allowed, ink.series[0], ink.series[0], size);
    dress(m_excluded, ink.faint, QBrush(Qt::transparent), size);
    dress(m_chosen, ink.series[2], ink.series[2], size * 1.5);
    m_names->setInk(ink.ink, font());
    dress(m_mark, ink.ink, QBrush(Qt::transparent), size * 2);
}

} // namespace greenward::ui
