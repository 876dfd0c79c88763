#include "ui/pages/backend_detail.h"

#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/format/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/score_bar_delegate.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

QString of(ScorePoints points, int most, const QLocale &locale)
{
    return BackendDetail::tr("%1 of %2").arg(format::score(points, locale)).arg(most);
}

QString specSource(const BackendSpec &spec)
{
    if (spec.source.empty()) return BackendDetail::tr("PUE, WUE and renewable share: as entered by the operator.");
    const QString source = format::plain(spec.source);
    const QString basis = spec.renewableBasis.empty()
                              ? QString()
                              : BackendDetail::tr(" Renewable share: %1.").arg(format::plain(spec.renewableBasis));
    if (!spec.sourceYear) return BackendDetail::tr("PUE, WUE and renewable share: %1.%2").arg(source, basis);
    return BackendDetail::tr("PUE, WUE and renewable share: %1, %2.%3")
        .arg(source, QString::number(*spec.sourceYear), basis);
}

/// What a placement may ask for, as far as it is known.
QString termsText(const BackendSpec &spec)
{
    QStringList terms;
    if (spec.price) terms << BackendDetail::tr("%1 per GB-month").arg(format::price(spec.price));
    if (spec.latency != LatencyClass::Unknown)
        terms << BackendDetail::tr("latency: %1").arg(format::latencyText(spec.latency));
    if (spec.residency)
        terms << BackendDetail::tr("data lies by law in %1").arg(QString::fromStdString(spec.residency->text()));
    if (spec.at)
        terms << BackendDetail::tr("at %1, %2")
                     .arg(QString::fromStdString(spec.at->latitudeText()),
                          QString::fromStdString(spec.at->longitudeText()));
    if (spec.immutable) terms << BackendDetail::tr("nothing can be deleted before its time");
    if (spec.legalHold) terms << BackendDetail::tr("legal hold, nothing may leave");
    return terms.isEmpty() ? QString() : BackendDetail::tr("Terms: %1.").arg(terms.join(QStringLiteral("; ")));
}

QString scanText(const engine::BackendRow &row, const engine::ScanRow *scan, Instant now)
{
    if (row.scored.spec.driver == DriverKind::Profile)
        return BackendDetail::tr(
            "A profile is compared with, but not connected: nothing is stored there and nothing is moved to it.");
    if (!scan)
        return row.scannedAt ? BackendDetail::tr("Scanned %1.").arg(format::age(*row.scannedAt, now))
                             : BackendDetail::tr("Never scanned: its objects are not known yet.");
    if (scan->running) return BackendDetail::tr("Scanning now: %1 so far.").arg(format::objects(scan->objects));
    QString text =
        BackendDetail::tr("Last scan %1: %2 new, %3 changed, %4 gone, %5 left alone.")
            .arg(scan->endedAt ? format::age(*scan->endedAt, now) : format::unknown(), format::count(scan->added),
                 format::count(scan->changed), format::count(scan->gone), format::count(scan->leftAlone));
    if (!scan->problem.empty()) text += BackendDetail::tr(" Not complete: %1").arg(format::plain(scan->problem));
    for (const std::string &note : scan->notes)
        text += QStringLiteral("\n• ") + QString::fromStdString(note);
    return text;
}

} // namespace

std::vector<ExplainedPart> explainedScore(const bus::ScoredBackend &backend, const QLocale &locale)
{
    const BackendSpec &spec = backend.spec;
    const bus::GreenScore &score = backend.score;
    const QString water = score.waterKnown
                              ? BackendDetail::tr("(2 − %1) × 100 × 0.1").arg(QString::fromStdString(spec.wue->text()))
                              : BackendDetail::tr("unknown, counted as 5");
    return {{BackendDetail::tr("Renewable share"),
             BackendDetail::tr("%1 × 0.4").arg(format::percent(spec.renewable, locale)),
             of(score.renewable, kScoreMaxima[0], locale)},
            {BackendDetail::tr("Grid intensity"),
             BackendDetail::tr("(1 − %1 ÷ 1000) × 100 × 0.3").arg(format::intensity(backend.intensity.value, locale)),
             of(score.intensity, kScoreMaxima[1], locale)},
            {BackendDetail::tr("PUE"), BackendDetail::tr("(2 − %1) × 100 × 0.2").arg(format::pue(spec.pue, locale)),
             of(score.pue, kScoreMaxima[2], locale)},
            {BackendDetail::tr("Water (WUE)"), water, of(score.water, kScoreMaxima[3], locale)}};
}

QString explainedFootprint(const bus::ScoredBackend &backend, const QLocale &locale)
{
    const Redundancy stored = backend.spec.redundancy;
    const QString times = stored.isErasure()
                              ? QStringLiteral("%1 (%2)").arg(QString::fromStdString(stored.factorText()),
                                                              QString::fromStdString(stored.text()))
                              : BackendDetail::tr("%n copies", nullptr, stored.numerator());
    return BackendDetail::tr("%1 W/TB × 730 h × %2 × PUE %3 × %4 ÷ 1000 = %5 CO₂e per TB-month")
        .arg(QString::fromStdString(backend.restPower.text()), times, format::pue(backend.spec.pue, locale),
             format::intensity(backend.intensity.value, locale), format::carbon(backend.perTerabyteMonth, locale));
}

/// The score's bar as a widget of its own.
class BackendDetail::ScoreBar final : public QWidget
{
public:
    using QWidget::QWidget;
    void show(const ScoreParts &parts)
    {
        m_parts = parts;
        update();
    }
    QSize sizeHint() const override { return {fontMetrics().averageCharWidth() * 40, fontMetrics().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintScoreBar(painter, QRectF(rect()), m_parts, palette());
    }

private:
    ScoreParts m_parts;
};

BackendDetail::BackendDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::Section, TextLabel::Fit::Elide, this))
    , m_state(new TextLabel(TextRole::Caption, TextLabel::Fit::Elide, this))
{
    setObjectName(QStringLiteral("backendDetail"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(grid(this, 4));
    columns->addWidget(makeScore(), 1);
    columns->addWidget(makeSources(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addLayout(columns, 1);
    showNothing();
}

QWidget *BackendDetail::makeScore()
{
    auto *pane = new QWidget(this);
    auto *lines = new QGridLayout(pane);
    lines->setContentsMargins({});
    lines->setColumnStretch(1, 1);
    m_bar = new ScoreBar(pane);
    lines->addWidget(m_bar, 0, 0, 1, 3);
    int row = 1;
    for (PartLabels &part : m_parts) {
        part.name = new TextLabel(TextRole::Body, TextLabel::Fit::Whole, pane);
        part.formula = new TextLabel(TextRole::Caption, TextLabel::Fit::Elide, pane);
        part.points = new TextLabel(TextRole::Body, TextLabel::Fit::Whole, pane);
        part.points->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        lines->addWidget(part.name, row, 0);
        lines->addWidget(part.formula, row, 1);
        lines->addWidget(part.points, row, 2);
        ++row;
    }
    m_total = new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, pane);
    m_total->setObjectName(QStringLiteral("scoreTotalLabel"));
    lines->addWidget(m_total, row, 0, 1, 3);
    lines->setRowStretch(row + 1, 1);
    return pane;
}

QWidget *BackendDetail::makeSources()
{
    auto *pane = new QWidget(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    const auto add = [&](TextRole role, const char *name) {
        auto *label = new TextLabel(role, TextLabel::Fit::Wrap, pane);
        label->setObjectName(QString::fromLatin1(name));
        layout->addWidget(label);
        return label;
    };
    m_footprint = add(TextRole::Body, "footprintLabel");
    m_spec = add(TextRole::Caption, "specSourceLabel");
    m_newer = add(TextRole::Caption, "newerHintLabel");
    m_newer->setTone(Tone::Info);
    m_terms = add(TextRole::Caption, "termsLabel");
    m_grid = add(TextRole::Caption, "gridSourceLabel");
    m_scan = add(TextRole::Caption, "scanLabel");
    layout->addStretch(1);
    return pane;
}

void BackendDetail::showNothing()
{
    m_title->setText(tr("No backend selected"));
    m_state->setText(tr("Select a backend above to see how its score was computed."));
    for (QWidget *child : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        child->setVisible(child == m_title || child == m_state);
}

void BackendDetail::showBackend(const engine::BackendRow &row, const engine::ScanRow *scan, Instant now)
{
    for (QWidget *child : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        child->setVisible(true);
    const bus::ScoredBackend &backend = row.scored;
    const format::Sign health = format::healthSign(row);
    m_title->setText(QString::fromStdString(backend.spec.id.text()));
    const QString problem = row.health ? format::plain(row.health->problem) : QString();
    m_state->setText(problem.isEmpty() ? health.word : tr("%1: %2").arg(health.word, problem));
    m_bar->show(scoreParts(backend.score));
    const auto parts = explainedScore(backend, locale());
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i].name->setText(parts[i].name);
        m_parts[i].formula->setText(parts[i].formula);
        m_parts[i].points->setText(parts[i].points);
    }
    const QString total = tr("Green score %1 of 100; each part is kept between 0 and its maximum.")
                              .arg(format::score(backend.score.total));
    m_total->setText(backend.score.provisional
                         ? tr("%1 Provisional (~): the grid intensity is not a live figure.").arg(total)
                         : total);
    m_footprint->setText(explainedFootprint(backend, locale()));
    m_spec->setText(specSource(backend.spec));
    m_newer->setText(
        backend.spec.newerHint.empty()
            ? QString()
            : tr("Newer figures exist: %1. Edit the backend to use them.").arg(format::plain(backend.spec.newerHint)));
    m_newer->setVisible(!backend.spec.newerHint.empty());
    m_terms->setText(termsText(backend.spec));
    m_terms->setVisible(!m_terms->wholeText().isEmpty());
    m_grid->setText(tr("Grid: %1").arg(format::provenance(backend.intensity)));
    m_scan->setText(scanText(row, scan, now));
}

} // namespace greenward::ui
