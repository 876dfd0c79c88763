#include "ui/pages/region_tester.h"

#include "ui/format/error_text.h"
#include "ui/format/quantities.h"
#include "ui/format/words.h"
#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QTimer>
#include <QVBoxLayout>

namespace greenward::ui {

RegionTester::RegionTester(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_pause(new QTimer(this))
    , m_icon(plainLabel({}, this))
    , m_figure(new TextLabel(TextRole::Figure, TextLabel::Fit::Elide, this))
    , m_trust(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, this))
    , m_place(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, this))
    , m_source(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
{
    setObjectName(QStringLiteral("regionTester"));
    m_name->setObjectName(QStringLiteral("regionTestLineEdit"));
    m_name->setPlaceholderText(tr("eu-north-1, US-MIDA-PJM or SE"));
    m_name->setClearButtonEnabled(true);
    m_figure->setObjectName(QStringLiteral("regionTestFigureLabel"));
    m_trust->setObjectName(QStringLiteral("regionTestTrustLabel"));
    m_place->setObjectName(QStringLiteral("regionTestPlaceLabel"));
    auto *caption = plainLabel(tr("&Test a region"), this);
    caption->setBuddy(m_name);
    caption->setFont(fontFor(TextRole::Section, font()));
    m_pause->setSingleShot(true);
    m_pause->setInterval(150);
    connect(m_name, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_name, &QLineEdit::returnPressed, this, &RegionTester::lookUp);
    connect(m_pause, &QTimer::timeout, this, &RegionTester::lookUp);

    auto *trustLine = new QHBoxLayout;
    trustLine->addWidget(m_icon);
    trustLine->addWidget(m_trust, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(caption);
    layout->addWidget(m_name);
    layout->addWidget(m_figure);
    layout->addLayout(trustLine);
    layout->addWidget(m_place);
    layout->addWidget(m_source);
    layout->addStretch(1);
    clear();
}

void RegionTester::setKnownRegions(const std::vector<RegionName> &regions)
{
    QStringList names;
    names.reserve(static_cast<qsizetype>(regions.size()));
    for (const RegionName &region : regions)
        names.append(QString::fromStdString(region.text()));
    auto *completer = new QCompleter(names, m_name);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_name->setCompleter(completer);
}

void RegionTester::lookUp()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) return clear();
    const auto region = RegionName::parse(name.toStdString());
    if (region) {
        Q_EMIT looked(name);
        return;
    }
    const format::ErrorWords words = format::errorWords(region.error());
    showProblem(words.what, words.next);
}

void RegionTester::showAnswer(const QString &name, const Result<engine::GridRow> &answer)
{
    if (name != m_name->text().trimmed()) return;
    if (!answer) {
        const format::ErrorWords words = format::errorWords(answer.error());
        return showProblem(words.what, words.next);
    }
    const format::Sign sign = format::figureSign(answer->figure);
    m_icon->setPixmap(icon(sign.icon, sign.tone).pixmap(fontMetrics().height()));
    m_figure->setText(format::intensity(answer->figure.value));
    m_trust->setText(answer->figure.note.empty() ? sign.word
                                                 : tr("%1: %2").arg(sign.word, format::plain(answer->figure.note)));
    m_place->setText(format::resolvedRegionText(*answer));
    m_source->setText(format::provenance(answer->figure));
}

void RegionTester::showProblem(const QString &problem, const QString &next)
{
    m_icon->setPixmap(icon(QStringLiteral("critical"), Tone::Critical).pixmap(fontMetrics().height()));
    m_figure->setText(format::unknown());
    m_trust->setText(problem);
    m_place->setText(next);
    m_source->setText({});
}

void RegionTester::clear()
{
    m_icon->setPixmap({});
    m_figure->setText({});
    m_trust->setText({});
    m_place->setText(tr("Type a cloud region, a grid zone or a country code to see what it resolves to."));
    m_source->setText({});
}

} // namespace greenward::ui
