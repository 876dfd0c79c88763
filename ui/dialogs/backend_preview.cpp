#include "ui/dialogs/backend_preview.h"

#include "ui/format/quantities.h"
#include "ui/format/words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/score_bar_delegate.h"
#include "ui/widgets/text_label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace greenward::ui {

class BackendPreview::Bar final : public QWidget
{
public:
    using QWidget::QWidget;
    void show(const ScoreParts &parts, bool fresh)
    {
        m_parts = parts;
        m_fresh = fresh;
        update();
    }
    const ScoreParts &parts() const { return m_parts; }
    QSize sizeHint() const override { return {fontMetrics().averageCharWidth() * 40, fontMetrics().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (!m_fresh) painter.setOpacity(0.4);
        paintScoreBar(painter, QRectF(rect()), m_parts, palette());
    }

private:
    ScoreParts m_parts;
    bool m_fresh = false;
};

BackendPreview::BackendPreview(QWidget *parent)
    : QWidget(parent)
    , m_bar(new Bar(this))
    , m_figures(new TextLabel(TextRole::Section, TextLabel::Fit::Wrap, this))
    , m_note(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
{
    m_figures->setObjectName(QStringLiteral("previewFiguresLabel"));
    m_note->setObjectName(QStringLiteral("previewNoteLabel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    layout->addWidget(m_figures);
    layout->addWidget(m_bar);
    layout->addWidget(m_note);
    m_figures->setText(tr("New score: %1").arg(format::unknown()));
    showStale(tr("Shown as soon as name, region and figures are there."));
}

void BackendPreview::setBefore(const bus::ScoredBackend &before)
{
    m_before = before;
    show(before);
}

void BackendPreview::show(const bus::ScoredBackend &scored)
{
    const QString score = format::score(scored.score.total);
    m_figures->setText(
        tr("New score: %1 of 100, %2 CO₂e per TB-month")
            .arg(scored.score.provisional ? tr("%1 ~").arg(score) : score, format::carbon(scored.perTerabyteMonth)));
    m_figures->setTone(Tone::Neutral);
    m_bar->show(scoreParts(scored.score), true);
    QString note = tr("Renewable share %1 of 40, grid intensity %2 of 30, PUE %3 of 20, water %4 of 10.")
                       .arg(format::score(scored.score.renewable), format::score(scored.score.intensity),
                            format::score(scored.score.pue), format::score(scored.score.water));
    if (m_before &&
        (m_before->score.total != scored.score.total || m_before->perTerabyteMonth != scored.perTerabyteMonth))
        note += QLatin1Char(' ') +
                tr("Before: %1 and %2.")
                    .arg(format::score(m_before->score.total), format::carbon(m_before->perTerabyteMonth));
    if (scored.score.provisional) note += QLatin1Char(' ') + tr("~ The grid intensity is not a live one.");
    m_note->setText(note);
    m_note->setToolTip(plainTip(format::provenance(scored.intensity)));
}

void BackendPreview::showStale(const QString &why)
{
    m_figures->setTone(Tone::Faded);
    m_bar->show(m_bar->parts(), false);
    m_note->setText(why);
}

} // namespace greenward::ui
