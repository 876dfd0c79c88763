#include "ui/pages/batch_detail.h"

#include "ui/format/batch_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/format/words.h"
#include "ui/pages/moves_pane.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

QWidget *scrolling(QWidget *inner)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(inner);
    return area;
}

QString totalsText(const engine::BatchRow &batch)
{
    QStringList parts;
    for (const store::MoveTotal &total : batch.totals) {
        parts.append(
            BatchDetail::tr("%1: %2 (%3)")
                .arg(format::moveSign(total.state).word, format::count(total.objects), format::dataSize(total.size)));
    }
    return parts.isEmpty() ? format::unknown() : parts.join(QStringLiteral("\n"));
}

QString peopleText(const engine::BatchRow &batch, Instant now)
{
    QStringList parts{
        BatchDetail::tr("Planned %1 by %2.").arg(format::age(batch.createdAt, now), format::plain(batch.createdBy))};
    if (batch.decidedAt)
        parts.append(BatchDetail::tr("Decided %1 by %2.")
                         .arg(format::age(*batch.decidedAt, now), format::plain(batch.decidedBy)));
    if (!batch.note.empty()) parts.append(BatchDetail::tr("Note: %1").arg(format::plain(batch.note)));
    if (batch.expiresAt) parts.append(BatchDetail::tr("Lapses %1.").arg(format::age(*batch.expiresAt, now)));
    return parts.join(QStringLiteral(" "));
}

QString factorsText(const engine::BatchRow &batch)
{
    QStringList lines;
    for (const std::string &factor : batch.factors)
        lines.append(QStringLiteral("• ") + format::plain(factor));
    lines.append(BatchDetail::tr("• Grid at %1: %2, %3")
                     .arg(QString::fromStdString(batch.target.text()), format::intensity(batch.targetIntensity.value),
                          format::provenance(batch.targetIntensity)));
    lines.append(BatchDetail::tr("Net saving = saving at rest per year × years − own cost. It is attributed: no drive "
                                 "stops when bytes move, and a source counts as freed only once it is released."));
    return lines.join(QStringLiteral("\n"));
}

} // namespace

BatchDetail::BatchDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::Section, TextLabel::Fit::Elide, this))
    , m_state(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
    , m_tabs(new QTabWidget(this))
    , m_moves(new MovesPane(this))
{
    setObjectName(QStringLiteral("batchDetail"));
    m_state->setObjectName(QStringLiteral("batchStateLabel"));
    m_tabs->setObjectName(QStringLiteral("batchTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeFigures(), tr("Figures"));
    m_tabs->addTab(m_moves, tr("Objects"));
    m_tabs->addTab(makeErrors(), tr("Errors"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addWidget(m_tabs, 1);
    showNothing();
}

TextLabel *BatchDetail::addFact(QFormLayout &form, const QString &caption, const char *name)
{
    auto *value = new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, this);
    value->setObjectName(QString::fromLatin1(name));
    form.addRow(new TextLabel(caption, TextRole::Caption, TextLabel::Fit::Whole, this), value);
    return value;
}

QWidget *BatchDetail::makeFigures()
{
    auto *left = new QWidget;
    auto *facts = new QFormLayout(left);
    facts->setContentsMargins({});
    m_objects = addFact(*facts, tr("Objects"), "batchObjectsLabel");
    m_ownCost = addFact(*facts, tr("Own cost"), "batchOwnCostLabel");
    m_savingPerYear = addFact(*facts, tr("Saving at rest"), "batchSavingLabel");
    m_netSaving = addFact(*facts, tr("Net saving"), "batchNetSavingLabel");
    m_breakEven = addFact(*facts, tr("Pays back"), "batchBreakEvenLabel");
    m_booked = addFact(*facts, tr("Booked so far"), "batchBookedLabel");
    m_progress = addFact(*facts, tr("Objects by state"), "batchTotalsLabel");

    auto *right = new QWidget;
    auto *lines = new QVBoxLayout(right);
    lines->setContentsMargins({});
    lines->addWidget(new TextLabel(tr("How was this computed?"), TextRole::Section, TextLabel::Fit::Elide, right));
    m_factors = new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, right);
    m_factors->setObjectName(QStringLiteral("batchFactorsLabel"));
    m_people = new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, right);
    m_people->setObjectName(QStringLiteral("batchPeopleLabel"));
    m_hash = new TextLabel(TextRole::Mono, TextLabel::Fit::ElideMiddle, right);
    m_hash->setTextInteractionFlags(Qt::TextSelectableByMouse);
    lines->addWidget(m_factors);
    lines->addWidget(m_people);
    lines->addWidget(m_hash);
    lines->addStretch(1);

    auto *pane = new QWidget;
    auto *columns = new QHBoxLayout(pane);
    columns->addWidget(left, 2);
    columns->addWidget(right, 3);
    return scrolling(pane);
}

QWidget *BatchDetail::makeErrors()
{
    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    m_errors = new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, pane);
    m_errors->setObjectName(QStringLiteral("batchErrorsLabel"));
    layout->addWidget(m_errors);
    layout->addStretch(1);
    return scrolling(pane);
}

void BatchDetail::showNothing()
{
    m_title->setText(tr("No batch selected"));
    m_state->setText(tr("Select a batch above to see its figures and its objects."));
    m_tabs->setVisible(false);
}

void BatchDetail::showBatch(const engine::BatchRow &batch, Instant now)
{
    m_tabs->setVisible(true);
    const format::Sign sign = format::batchSign(batch.state);
    m_title->setText(
        tr("Batch %1 of %2: %3")
            .arg(QString::number(number(batch.id)), format::plain(batch.tenant.text()), format::batchRoute(batch)));
    m_state->setText(batch.stateReason.empty() ? sign.word
                                               : tr("%1: %2").arg(sign.word, format::plain(batch.stateReason)));
    m_state->setTone(sign.tone == Tone::Neutral ? Tone::Faded : sign.tone);
    showFigures(batch, now);
    QStringList errors;
    for (const std::string &error : batch.lastErrors)
        errors.append(QStringLiteral("• ") + QString::fromStdString(error));
    m_errors->setText(errors.isEmpty() ? tr("Nothing has failed.") : errors.join(QStringLiteral("\n")));
    m_tabs->setTabText(2, batch.failed > 0 ? tr("Errors (%1)").arg(format::count(batch.failed)) : tr("Errors"));
}

void BatchDetail::showFigures(const engine::BatchRow &batch, Instant now)
{
    const engine::PlanFigures &figures = batch.figures;
    m_objects->setText(tr("%1, %2").arg(format::count(figures.objects), format::dataSize(figures.size)));
    m_ownCost->setText(format::ownCost(figures, locale()));
    m_ownCost->setToolTip(
        plainTip(tr("The band is by how far the bytes travel: the network coefficient differs by a factor of "
                    "about 50 between sources.")));
    m_savingPerYear->setText(tr("%1 CO₂e per year").arg(format::carbon(figures.savingPerYear)));
    m_netSaving->setText(format::netSaving(figures, locale()));
    m_breakEven->setText(format::breakEven(figures, locale()));
    m_booked->setText(
        tr("%1, to the budget of %2").arg(format::carbon(batch.booked), format::plain(batch.tenant.text())));
    m_progress->setText(totalsText(batch));
    m_people->setText(peopleText(batch, now));
    m_hash->setText(tr("Plan %1").arg(QString::fromStdString(batch.planHash)));
    m_factors->setText(factorsText(batch));
}

} // namespace greenward::ui
