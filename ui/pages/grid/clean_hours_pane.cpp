#include "ui/pages/grid/clean_hours_pane.h"

#include "ui/format/error_text.h"
#include "ui/format/grid_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace greenward::ui {
namespace {

constexpr int kMostAhead = 72;

QString utcText(Instant at, const QLocale &locale)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    return locale.toString(time, QStringLiteral("ddd d MMM, HH:mm"));
}

/// The typical miss at the distances that were asked about.
QString errorText(const CleanHoursAnswer &answer, const QLocale &locale)
{
    if (!answer.errors || answer.errors->empty())
        return CleanHoursPane::tr("Nobody can tell yet how good this forecast is: too few past ones are stored.");
    const auto at = [&](int hours) {
        return std::ranges::find(*answer.errors, hours, &engine::ForecastErrorRow::hoursAhead);
    };
    const auto early = at(6);
    const engine::ForecastErrorRow &one = early == answer.errors->end() ? answer.errors->back() : *early;
    return CleanHoursPane::tr("%1 h ahead this forecast has been %2 off on average (%3 cases).")
        .arg(one.hoursAhead)
        .arg(format::intensity(GramsPerKwh::fromMilligrams(one.meanAbsoluteMilligrams), locale))
        .arg(one.cases);
}

} // namespace

CleanHoursPane::CleanHoursPane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("cleanHoursPane"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    layout->setSpacing(grid(this, 2));
    layout->addWidget(makeBest(), 1);
    layout->addWidget(makeDoctor(), 1);
    showNothing(tr("Choose a region in the table."));
}

QSpinBox *CleanHoursPane::hours(const char *name, int value, int low, int high, const QString &label)
{
    auto *spin = new QSpinBox(this);
    spin->setObjectName(QString::fromLatin1(name));
    spin->setRange(low, high);
    spin->setValue(value);
    spin->setSuffix(tr(" h"));
    spin->setAccessibleName(label);
    spin->setFocusPolicy(Qt::StrongFocus);
    connect(spin, &QSpinBox::valueChanged, this, &CleanHoursPane::asked);
    return spin;
}

QWidget *CleanHoursPane::makeBest()
{
    auto *card = new Card(tr("Best time for a piece of work"), this);
    m_length = hours("lengthSpinBox", 2, 1, kMostAhead, tr("How long the work takes"));
    m_within = hours("withinSpinBox", 24, 1, kMostAhead, tr("In how many hours it has to be done"));
    auto *line = new QHBoxLayout;
    line->addWidget(plainLabel(tr("It takes"), card));
    line->addWidget(m_length);
    line->addWidget(plainLabel(tr("and has to be done within"), card));
    line->addWidget(m_within);
    line->addStretch(1);
    m_best = new TextLabel(TextRole::Figure, TextLabel::Fit::Wrap, card);
    m_best->setObjectName(QStringLiteral("bestWindowLabel"));
    m_bestDetail = new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, card);
    m_bestDetail->setObjectName(QStringLiteral("bestWindowDetailLabel"));
    card->body().addLayout(line);
    card->body().addWidget(m_best);
    card->body().addWidget(m_bestDetail);
    card->body().addStretch(1);
    return card;
}

QWidget *CleanHoursPane::makeDoctor()
{
    auto *card = new Card(tr("What a fixed daily window has cost"), this);
    m_begin = hours("beginSpinBox", 2, 0, 23, tr("The hour of UTC at which the window begins"));
    m_begin->setSuffix(tr(":00 UTC"));
    m_window = hours("windowSpinBox", 2, 1, 23, tr("How long the window is"));
    auto *line = new QHBoxLayout;
    line->addWidget(plainLabel(tr("Every day from"), card));
    line->addWidget(m_begin);
    line->addWidget(plainLabel(tr("for"), card));
    line->addWidget(m_window);
    line->addStretch(1);
    m_doctor = new TextLabel(TextRole::Figure, TextLabel::Fit::Wrap, card);
    m_doctor->setObjectName(QStringLiteral("windowDoctorLabel"));
    m_doctorDetail = new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, card);
    m_doctorDetail->setObjectName(QStringLiteral("windowDoctorDetailLabel"));
    card->body().addLayout(line);
    card->body().addWidget(m_doctor);
    card->body().addWidget(m_doctorDetail);
    card->body().addStretch(1);
    return card;
}

CleanHoursQuestion CleanHoursPane::question() const
{
    return {m_length->value(), m_within->value(), m_begin->value(), m_window->value()};
}

void CleanHoursPane::showNothing(const QString &why)
{
    m_best->setText(format::unknown());
    m_bestDetail->setText(why);
    m_doctor->setText(format::unknown());
    m_doctorDetail->setText(why);
}

void CleanHoursPane::show(const CleanHoursAnswer &answer, const QLocale &locale)
{
    showBest(answer, locale);
    showDoctor(answer, locale);
}

void CleanHoursPane::showBest(const CleanHoursAnswer &answer, const QLocale &locale)
{
    if (!answer.best) {
        m_best->setText(format::unknown());
        m_bestDetail->setText(answer.best.error().code == ErrorCode::NotFound
                                  ? tr("No stored forecast of %1 covers such a span. Refresh asks for one; not every "
                                       "source has forecasts.")
                                        .arg(format::plain(answer.region.text()))
                                  : format::errorText(answer.best.error()));
        return;
    }
    const engine::BestWindowRow &best = *answer.best;
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(best.to.time_since_epoch().count(), Qt::UTC);
    m_best->setText(tr("%1–%2 UTC").arg(utcText(best.from, locale), locale.toString(end, QStringLiteral("HH:mm"))));
    const QString spread = best.errorsKnown ? tr("%1 expected, %2 if the forecast is off the bad way")
                                                  .arg(format::intensity(best.expected, locale),
                                                       format::intensity(best.pessimistic, locale))
                                            : tr("%1 expected").arg(format::intensity(best.expected, locale));
    m_bestDetail->setText(tr("%1 in %2, by the forecast of %3 issued %4. %5")
                              .arg(spread, format::plain(answer.region.text()), format::plain(best.provider),
                                   format::age(best.forecastIssued, answer.now, locale), errorText(answer, locale)));
}

void CleanHoursPane::showDoctor(const CleanHoursAnswer &answer, const QLocale &locale)
{
    if (!answer.doctor) {
        m_doctor->setText(format::unknown());
        m_doctorDetail->setText(
            answer.doctor.error().code == ErrorCode::NotFound
                ? tr("Less than a week of %1 is stored with every hour of that window. It is judged "
                     "as soon as there is enough.")
                      .arg(format::plain(answer.region.text()))
                : format::errorText(answer.doctor.error()));
        return;
    }
    const engine::WindowDoctorRow &found = *answer.doctor;
    const double percent = static_cast<double>(found.penaltyMillionths) / 10'000.0;
    const QString share = locale.toString(std::abs(percent), 'f', 1);
    m_doctor->setText(percent > 0.05    ? tr("%1 % dirtier than the mean").arg(share)
                      : percent < -0.05 ? tr("%1 % cleaner than the mean").arg(share)
                                        : tr("as clean as the mean"));
    m_doctorDetail->setText(
        tr("%1 in %2 has meant %3 against a mean of %4, over %n day(s). Beginning at %5 it would have been %6.",
           nullptr, found.days)
            .arg(format::hoursText(found.beginHour, found.length), format::plain(answer.region.text()),
                 format::intensity(found.inWindow, locale), format::intensity(found.mean, locale),
                 format::hoursText(found.bestHour, found.length), format::intensity(found.atBestHour, locale)));
}

} // namespace greenward::ui
