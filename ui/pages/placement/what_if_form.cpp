#include "ui/pages/placement/what_if_form.h"

#include "ui/dialogs/checks.h"
#include "ui/dialogs/form.h"
#include "ui/format/placement_text.h"
#include "ui/format/words.h"
#include "ui/widgets/name_picker.h"
#include "ui/widgets/plain_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace greenward::ui {
namespace {

enum class Pool { All, Connected, Chosen };
constexpr int kAsSet = -1; ///< data of the ranking: what is set for all
constexpr int kAny = -1;   ///< data of the latency: no ceiling
constexpr int kMostMonths = 1200;

std::string trimmed(const QLineEdit *line)
{
    return line->text().trimmed().toStdString();
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression gaps(QStringLiteral("[\\s,;]+"));
    return text.split(gaps, Qt::SkipEmptyParts);
}

QString countriesProblem(const QString &text)
{
    for (const QString &word : wordsOf(text))
        if (const auto country = CountryCode::parse(word.toUpper().toStdString()); !country)
            return problemText(country.error());
    return {};
}

QString monthsProblem(const QString &text)
{
    bool ok = false;
    const int months = text.toInt(&ok);
    return ok && months >= 1 && months <= kMostMonths
               ? QString()
               : WhatIfForm::tr("“%1” is no whole number from 1 to %2.").arg(text).arg(kMostMonths);
}

Form::Check orEmpty(Form::Check check)
{
    return [check = std::move(check)](const QString &text) {
        return text.isEmpty() ? QString() : check(text);
    };
}

/// Replaces what an editable box offers, and keeps what stands in it.
void offer(QComboBox *box, const QStringList &texts)
{
    QStringList old;
    for (int i = 0; i < box->count(); ++i)
        old << box->itemText(i);
    if (old == texts) return;
    const QSignalBlocker quiet(box);
    const QString kept = box->currentText();
    box->clear();
    box->addItems(texts);
    box->setCurrentIndex(-1);
    box->setEditText(kept);
}

template<typename Ids>
QStringList namesOf(const Ids &ids)
{
    QStringList names;
    for (const auto &id : ids)
        names << QString::fromStdString(id.text());
    return names;
}

} // namespace

WhatIfForm::WhatIfForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new Form(this))
{
    setObjectName(QStringLiteral("whatIfForm"));
    addData();
    addCandidates();
    addConstraints();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->addWidget(m_form);
    layout->addStretch(1);
    connect(m_form, &Form::edited, this, &WhatIfForm::edited);
    showPicker();
}

void WhatIfForm::addData()
{
    m_form->addHeading(tr("The data"));
    m_size = m_form->addLine(QStringLiteral("size"), tr("Si&ze"), {},
                             checkedBy([](const std::string &text) { return parseDataSize(text, "size"); }));
    m_size->setText(QStringLiteral("1 TB"));
    m_months = m_form->addLine(QStringLiteral("months"), tr("&Months"), {}, monthsProblem);
    m_months->setText(QStringLiteral("12"));
    m_tenant = m_form->addChoice(QStringLiteral("tenant"), tr("&Tenant"), {},
                                 orEmpty(checkedBy([](const std::string &text) { return TenantId::parse(text); })));
    m_from = m_form->addChoice(QStringLiteral("from"), tr("Comes &from"), tr("Empty: from outside"),
                               [this](const QString &text) { return fromProblem(text); });
    for (QComboBox *box : {m_tenant, m_from}) {
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // reads no ten thousand names
        box->completer()->setFilterMode(Qt::MatchContains);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    }
    m_path = m_form->addChoice(QStringLiteral("path"), tr("Net&work"), {});
    for (const NetworkPath path : {NetworkPath::InterRegion, NetworkPath::InterDatacentre, NetworkPath::Internet})
        m_path->addItem(format::networkPathText(path), static_cast<int>(path));
}

void WhatIfForm::addCandidates()
{
    m_form->addHeading(tr("The candidates"));
    m_candidates = m_form->addChoice(QStringLiteral("candidates"), tr("&Candidates"), {});
    m_candidates->addItem(tr("All backends and profiles"), static_cast<int>(Pool::All));
    m_candidates->addItem(tr("Connected backends"), static_cast<int>(Pool::Connected));
    m_candidates->addItem(tr("Those ticked below"), static_cast<int>(Pool::Chosen));
    m_picker = new NamePicker(tr("Candidates to tick"), 0, this);
    m_picker->setObjectName(QStringLiteral("candidatePicker"));
    m_picker->setFixedHeight(fontMetrics().height() * 9);
    m_form->addRow({}, m_picker);
    m_signal = m_form->addChoice(QStringLiteral("signal"), tr("Si&gnal"), {});
    for (const Signal signal : {Signal::Average, Signal::Marginal})
        m_signal->addItem(format::signalText(signal), static_cast<int>(signal));
    m_rankBy = m_form->addChoice(QStringLiteral("rank-by"), tr("&Rank by"), {});
    m_rankBy->addItem(tr("As set: %1").arg(format::rankByText(m_choices.ranking)), kAsSet);
    for (const auto rankBy : {placement::RankBy::Score, placement::RankBy::Footprint, placement::RankBy::Literal})
        m_rankBy->addItem(format::rankByText(rankBy), static_cast<int>(rankBy));
    connect(m_candidates, &QComboBox::currentIndexChanged, this, &WhatIfForm::showPicker);
    connect(m_picker, &NamePicker::changed, this, &WhatIfForm::edited);
}

void WhatIfForm::addConstraints()
{
    m_form->addHeading(tr("The constraints"));
    m_countries = m_form->addLine(QStringLiteral("countries"), tr("C&ountries"), tr("Allowed ones: SE, NO. Empty: all"),
                                  countriesProblem);
    m_form->addRow(tr("Media"), makeMedia());
    m_price = m_form->addLine(QStringLiteral("price"), tr("Most per GB-mont&h"), tr("With its currency: 0.02 USD"),
                              orEmpty(checkedBy([](const std::string &text) { return parsePrice(text, "price"); })));
    m_latency = m_form->addChoice(QStringLiteral("latency"), tr("S&lowest latency"), {});
    m_latency->addItem(tr("Any"), kAny);
    for (const LatencyClass latency : {LatencyClass::Online, LatencyClass::Nearline, LatencyClass::Offline})
        m_latency->addItem(format::latencyText(latency), static_cast<int>(latency));
    m_immutable = m_form->addSwitch(QStringLiteral("immutable"), tr("&Undeletable before its time"), {});
}

QWidget *WhatIfForm::makeMedia()
{
    auto *boxes = new QWidget(this);
    auto *layout = new QGridLayout(boxes);
    layout->setContentsMargins({});
    for (const Medium medium : {Medium::Hdd, Medium::Ssd, Medium::Tape, Medium::Generic}) {
        auto *box = new QCheckBox(format::mediumText(medium), boxes);
        box->setObjectName(QString::fromLatin1(mediumName(medium).data()) + QStringLiteral("CheckBox"));
        box->setToolTip(plainTip(tr("None ticked: any medium will do")));
        connect(box, &QCheckBox::toggled, this, &WhatIfForm::edited);
        const auto at = static_cast<int>(m_media.size());
        layout->addWidget(box, at / 2, at % 2);
        m_media.emplace_back(medium, box);
    }
    return boxes;
}

void WhatIfForm::setChoices(WhatIfChoices choices)
{
    // Ten thousand names are not offered anew with each figure that changes.
    if (choices == m_choices) return;
    m_choices = std::move(choices);
    m_rankBy->setItemText(0, tr("As set: %1").arg(format::rankByText(m_choices.ranking)));
    const QStringList names = namesOf(m_choices.all);
    m_picker->setNames(names);
    offer(m_from, QStringList{QString()} + names);
    offer(m_tenant, QStringList{QString()} + namesOf(m_choices.tenants));
    m_form->recheck();
}

void WhatIfForm::choose(const std::vector<BackendId> &candidates)
{
    m_picker->setTicked(namesOf(candidates));
    m_candidates->setCurrentIndex(m_candidates->findData(static_cast<int>(Pool::Chosen)));
    Q_EMIT edited();
}

void WhatIfForm::showPicker()
{
    m_picker->setVisible(m_candidates->currentData().toInt() == static_cast<int>(Pool::Chosen));
}

QString WhatIfForm::fromProblem(const QString &text) const
{
    if (text.isEmpty()) return {};
    const bool known =
        std::ranges::any_of(m_choices.all, [&](const BackendId &id) { return id.text() == text.toStdString(); });
    return known ? QString() : tr("“%1” is no registered backend.").arg(text);
}

bool WhatIfForm::showProblem(const Error &error)
{
    return m_form->markProblem(QString::fromStdString(error.subject), problemText(error));
}

std::vector<BackendId> WhatIfForm::candidates() const
{
    switch (static_cast<Pool>(m_candidates->currentData().toInt())) {
    case Pool::All:
        return m_choices.all;
    case Pool::Connected:
        return m_choices.connected;
    case Pool::Chosen:
        break;
    }
    std::vector<BackendId> ids;
    const QStringList names = m_picker->ticked();
    for (const QString &name : names)
        if (auto id = BackendId::parse(name.toStdString())) ids.push_back(*std::move(id));
    return ids;
}

placement::Constraints WhatIfForm::constraints() const
{
    placement::Constraints wanted;
    for (const QString &word : wordsOf(m_countries->text()))
        wanted.countries.push_back(*CountryCode::parse(word.toUpper().toStdString()));
    for (const auto &[medium, box] : m_media)
        if (box->isChecked()) wanted.media.push_back(medium);
    if (!trimmed(m_price).empty()) wanted.priceCeiling = *parsePrice(trimmed(m_price), "price");
    if (const int latency = m_latency->currentData().toInt(); latency != kAny)
        wanted.latencyCeiling = static_cast<LatencyClass>(latency);
    wanted.immutable = m_immutable->isChecked();
    return wanted;
}

std::optional<placement::Query> WhatIfForm::query() const
{
    m_form->recheck();
    if (!m_form->isFine()) return std::nullopt;
    placement::Query query{.candidates = candidates(),
                           .size = *parseDataSize(trimmed(m_size), "size"),
                           .months = m_months->text().trimmed().toInt(),
                           .signal = static_cast<Signal>(m_signal->currentData().toInt()),
                           .path = static_cast<NetworkPath>(m_path->currentData().toInt()),
                           .constraints = constraints()};
    if (const QString tenant = m_tenant->currentText().trimmed(); !tenant.isEmpty())
        query.tenant = *TenantId::parse(tenant.toStdString());
    if (const QString from = m_from->currentText().trimmed(); !from.isEmpty())
        query.from = *BackendId::parse(from.toStdString());
    if (const int rankBy = m_rankBy->currentData().toInt(); rankBy != kAsSet)
        query.rankBy = static_cast<placement::RankBy>(rankBy);
    return query;
}

} // namespace greenward::ui
