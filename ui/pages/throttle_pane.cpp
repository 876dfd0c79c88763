#include "ui/pages/throttle_pane.h"

#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/format/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

/// A part of all that were asked, as "12 (4.0 %)".
QString shareText(std::uint64_t part, std::uint64_t whole)
{
    if (whole == 0) return format::count(part);
    constexpr double kWhole = 100e6;
    const auto millionths = static_cast<std::int64_t>(static_cast<double>(part) / static_cast<double>(whole) * kWhole);
    return ThrottlePane::tr("%1 (%2)").arg(format::count(part), format::percent(Percent::fromMillionths(millionths)));
}

} // namespace

QString recommendationText(const engine::Recommendation &one)
{
    switch (one.kind) {
    case engine::Recommendation::Kind::RaiseLimit:
        return ThrottlePane::tr("Raise the limit to %1").arg(format::carbon(one.proposed.limit));
    case engine::Recommendation::Kind::LongerPeriod:
        return ThrottlePane::tr("Count over a longer period: %1, with a limit of %2")
            .arg(format::periodText(one.proposed.period), format::carbon(one.proposed.limit));
    case engine::Recommendation::Kind::SmootherCurve:
        return one.proposed.soft ? ThrottlePane::tr("Slow down earlier and more gently, from %1")
                                       .arg(format::percent(one.proposed.soft))
                                 : ThrottlePane::tr("Slow down more gently");
    }
    return {};
}

ThrottlePane::ThrottlePane(QWidget *parent)
    : QWidget(parent)
    , m_facts(new QGridLayout)
    , m_evaluations(addFact(tr("Admissions asked"), "evaluationsLabel"))
    , m_allowed(addFact(tr("Passed at once"), "allowedLabel"))
    , m_delayed(addFact(tr("Delayed"), "delayedLabel"))
    , m_rejected(addFact(tr("Rejected"), "rejectedLabel"))
    , m_waiting(addFact(tr("Waiting added"), "waitingLabel"))
    , m_shadow(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
    , m_proposals(new QVBoxLayout)
{
    m_facts->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_facts);
    layout->addWidget(m_shadow);
    layout->addLayout(m_proposals);
    layout->addStretch(1);
    showNothing();
}

TextLabel *ThrottlePane::addFact(const QString &caption, const char *name)
{
    auto *figure = new TextLabel(TextRole::Body, TextLabel::Fit::Elide, this);
    figure->setObjectName(QString::fromLatin1(name));
    const int row = m_facts->rowCount();
    m_facts->addWidget(new TextLabel(caption, TextRole::Caption, TextLabel::Fit::Whole, this), row, 0);
    m_facts->addWidget(figure, row, 1);
    return figure;
}

void ThrottlePane::showNothing()
{
    for (TextLabel *figure : {m_evaluations, m_allowed, m_delayed, m_rejected, m_waiting})
        figure->setText(format::unknown());
    m_shadow->setText({});
    showRecommendations({}, {}, false);
}

void ThrottlePane::showStatistics(const engine::BudgetRow &row)
{
    m_evaluations->setText(format::count(row.evaluations));
    m_allowed->setText(shareText(row.allowed, row.evaluations));
    m_delayed->setText(shareText(row.delayed, row.evaluations));
    m_rejected->setText(shareText(row.rejected, row.evaluations));
    m_waiting->setText(format::delay(row.addedWaiting));
    m_shadow->setText(
        row.wouldDelay + row.wouldReject == 0
            ? QString()
            : tr("In shadow mode %1 would have been delayed by %2 in all, and %3 rejected.")
                  .arg(format::count(row.wouldDelay), format::delay(row.wouldWait), format::count(row.wouldReject)));
    m_shadow->setVisible(!m_shadow->wholeText().isEmpty());
}

void ThrottlePane::showRecommendations(const std::vector<engine::Recommendation> &found, Instant now, bool offered)
{
    if (found == m_shown && offered == m_offered && m_proposals->count() > 0) return;
    m_shown = found;
    m_offered = offered;
    while (QLayoutItem *item = m_proposals->takeAt(0)) {
        if (QWidget *widget = item->widget()) widget->deleteLater();
        delete item; // NOLINT(cppcoreguidelines-owning-memory): takeAt gives it away
    }
    m_proposals->addWidget(new TextLabel(found.empty() ? tr("No change is recommended.") : tr("Recommended"),
                                         found.empty() ? TextRole::Caption : TextRole::Section, TextLabel::Fit::Elide,
                                         this));
    for (const engine::Recommendation &one : found)
        m_proposals->addWidget(makeRecommendation(one, now, offered));
}

QWidget *ThrottlePane::makeRecommendation(const engine::Recommendation &one, Instant now, bool offered)
{
    auto *line = new QWidget(this);
    auto *words = new QVBoxLayout;
    auto *proposal = new TextLabel(recommendationText(one), TextRole::Body, TextLabel::Fit::Wrap, line);
    words->addWidget(proposal);
    words->addWidget(new TextLabel(
        tr("%1 of %2 were delayed or rejected since %3")
            .arg(format::percent(one.throttled), format::count(one.evaluations), format::age(one.since, now)),
        TextRole::Caption, TextLabel::Fit::Wrap, line));
    auto *apply = new ActionButton(tr("Apply"), ActionButton::Look::Normal, line);
    apply->setObjectName(QStringLiteral("applyRecommendationButton"));
    apply->setAccessibleName(tr("Apply: %1").arg(recommendationText(one)));
    apply->setEnabled(offered);
    connect(apply, &QPushButton::clicked, this, [this, proposed = one.proposed] { Q_EMIT applyAsked(proposed); });
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->addLayout(words, 1);
    layout->addWidget(apply, 0, Qt::AlignTop);
    return line;
}

} // namespace greenward::ui
