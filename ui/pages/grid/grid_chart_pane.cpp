#include "ui/pages/grid/grid_chart_pane.h"

#include "ui/charts/intensity_chart.h"
#include "ui/charts/small_multiples.h"
#include "ui/format/words.h"
#include "ui/pages/grid/grid_advice.h"
#include "ui/pages/grid/grid_lines.h"
#include "ui/widgets/note_line.h"
#include "ui/widgets/plain_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace greenward::ui {
namespace {

constexpr int kMostNotes = 4;

QString comparisonWarning()
{
    return GridChartPane::tr(
        "Average and marginal are different quantities and are not comparable; each has an axis of its own. The "
        "average "
        "is what all generation emits: budgets and reports count by it. The marginal is what one more kilowatt-hour "
        "would cause: it only advises on timing.");
}

} // namespace

std::vector<Signal> signalsOf(const GridView &view)
{
    switch (view.signals) {
    case GridView::Signals::Average:
        return {Signal::Average};
    case GridView::Signals::Marginal:
        return {Signal::Marginal};
    case GridView::Signals::Both:
        return {Signal::Average, Signal::Marginal};
    }
    return {};
}

GridChartPane::GridChartPane(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_chart(new IntensityChart(this))
    , m_small(new SmallMultiples(this))
{
    setObjectName(QStringLiteral("gridChartPane"));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_small);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(scroll);
    m_chart->setHeading(tr("Over time"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(makeTools());
    for (int i = 0; i < kMostNotes; ++i) {
        m_notes.push_back(new NoteLine(this));
        m_notes.back()->setObjectName(QStringLiteral("gridNote%1").arg(i));
        layout->addWidget(m_notes.back());
    }
    layout->addWidget(m_stack, 1);
    connect(m_chart, &IntensityChart::lineChosen, this, &GridChartPane::regionChosen);
    connect(m_small, &SmallMultiples::lineChosen, this, &GridChartPane::regionChosen);
    connect(m_chart, &IntensityChart::rangeChanged, this,
            [this] { m_small->setRange(m_chart->range().from(), m_chart->range().to()); });
}

QWidget *GridChartPane::makeTools()
{
    auto *tools = new QWidget(this);
    m_signals = new QComboBox(tools);
    m_signals->setObjectName(QStringLiteral("signalComboBox"));
    m_signals->setAccessibleName(tr("Signal"));
    m_signals->addItem(tr("Average"), static_cast<int>(GridView::Signals::Average));
    m_signals->addItem(tr("Marginal"), static_cast<int>(GridView::Signals::Marginal));
    m_signals->addItem(tr("Average and marginal of one region"), static_cast<int>(GridView::Signals::Both));
    m_span = new QComboBox(tools);
    m_span->setObjectName(QStringLiteral("spanComboBox"));
    m_span->setAccessibleName(tr("Span of time"));
    for (const auto &[text, past] : {std::pair{tr("Last 24 hours"), 24},
                                     {tr("Last 3 days"), 72},
                                     {tr("Last 7 days"), 24 * 7},
                                     {tr("Last 30 days"), 24 * 30},
                                     {tr("Last year"), 24 * 365}})
        m_span->addItem(text, past);
    m_span->setCurrentIndex(m_span->findData(static_cast<int>(m_view.past.count())));
    for (QComboBox *box : {m_signals, m_span})
        box->setFocusPolicy(Qt::StrongFocus);
    m_many = new QToolButton(tools);
    m_many->setObjectName(QStringLiteral("smallMultiplesButton"));
    m_many->setText(tr("One by one"));
    m_many->setToolTip(plainTip(tr("Each region in a frame of its own, all on one scale")));
    m_many->setCheckable(true);
    m_many->setAutoRaise(true);
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins({});
    layout->addWidget(m_signals);
    layout->addWidget(m_span);
    layout->addWidget(m_many);
    layout->addStretch(1);
    connect(m_signals, &QComboBox::currentIndexChanged, this, [this] {
        GridView view = m_view;
        view.signals = static_cast<GridView::Signals>(m_signals->currentData().toInt());
        setView(view);
    });
    connect(m_span, &QComboBox::currentIndexChanged, this, [this] {
        GridView view = m_view;
        view.past = std::chrono::hours{m_span->currentData().toInt()};
        setView(view);
    });
    connect(m_many, &QToolButton::toggled, this, [this](bool many) { m_stack->setCurrentIndex(many ? 1 : 0); });
    return tools;
}

void GridChartPane::setView(const GridView &view)
{
    if (std::exchange(m_view, view) != view) Q_EMIT viewChanged();
}

void GridChartPane::showAdvice(const std::vector<Advice> &advice)
{
    std::vector<Advice> all = advice;
    if (m_view.signals == GridView::Signals::Both) all.insert(all.begin(), {Tone::Warning, comparisonWarning()});
    for (std::size_t at = 0; at < m_notes.size(); ++at)
        at < all.size() ? m_notes[at]->setNote(all[at].tone, all[at].text) : m_notes[at]->setNote(Tone::Info, {});
}

void GridChartPane::show(std::vector<engine::GridPicture> pictures, const QString &chosen,
                         const std::vector<Advice> &advice)
{
    m_pictures = std::move(pictures);
    showAdvice(advice);
    m_chart->show(picture(), locale());
    m_small->show(picture(), locale());
    m_small->setRange(m_chart->range().from(), m_chart->range().to());
    choose(chosen);
}

void GridChartPane::showNothing(const QString &why, const std::vector<Advice> &advice)
{
    m_pictures.clear();
    showAdvice(advice);
    m_chart->showNothing(why);
    m_small->show({}, locale());
    m_many->setChecked(false);
}

void GridChartPane::choose(const QString &region)
{
    // With two signals both lines are of one region: the average is the thick one, as its axis says.
    const QString key = m_view.signals == GridView::Signals::Both
                            ? region + QLatin1Char('/') + format::signalText(Signal::Average)
                            : region;
    m_chart->emphasise(key);
    m_small->emphasise(key);
}

QColor GridChartPane::colorAt(int number) const
{
    return m_chart->colorAt(number);
}

IntensityPicture GridChartPane::picture() const
{
    IntensityPicture made;
    if (m_pictures.empty()) return made;
    made.now = m_pictures.front().now;
    made.first = m_pictures.front().from;
    made.last = m_pictures.front().until;
    const bool both = m_view.signals == GridView::Signals::Both;
    const Signal left = m_view.signals == GridView::Signals::Marginal ? Signal::Marginal : Signal::Average;
    made.leftTitle = axisTitle(m_pictures, left);
    if (both) {
        made.leftTitle = tr("thick: %1").arg(made.leftTitle);
        made.rightTitle = tr("thin: %1").arg(axisTitle(m_pictures, Signal::Marginal));
    }
    int color = 0;
    for (const engine::GridPicture &one : m_pictures) {
        ChartLine line = chartLineOf(one, color++);
        if (both) {
            line.line.axis = one.signal == left ? LineAxis::Left : LineAxis::Right;
            line.line.key += QLatin1Char('/') + format::signalText(one.signal);
            line.line.name = tr("%1, %2").arg(line.line.name, format::signalText(one.signal));
        }
        made.lines.push_back(std::move(line));
    }
    return made;
}

} // namespace greenward::ui
