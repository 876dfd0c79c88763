#include "ui/dialogs/budget_dialog.h"

#include "ui/dialogs/checks.h"
#include "ui/editing/limit_text.h"
#include "ui/format/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

constexpr std::array kPeriods{PeriodKind::Hour,  PeriodKind::Day,     PeriodKind::Week,
                              PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year};

std::optional<milliseconds> delayOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,7})\\s*(?:ms)?$"));
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    return match.hasMatch() ? std::optional(milliseconds{match.captured(1).toInt()}) : std::nullopt;
}

QString delayProblem(const QString &text)
{
    if (text.isEmpty() || delayOf(text)) return {};
    return BudgetDialog::tr("“%1” is not a number of milliseconds.").arg(text);
}

} // namespace

BudgetDialog::BudgetDialog(const std::optional<engine::BudgetRow> &row, const QStringList &tenants, Submit submit,
                           Rehearse rehearse, QWidget *parent)
    : CommandDialog(row ? tr("Edit budget") : tr("Add budget"), row ? tr("Save budget") : tr("Add budget"),
                    std::move(submit), parent)
{
    setObjectName(QStringLiteral("budgetDialog"));
    addFields(tenants);
    if (row) fill(*row);
    auto *panel = new RehearsalPanel(
        std::move(rehearse),
        [this] { return form().check() ? std::vector{budget()} : std::vector<engine::SetBudget>{}; }, this);
    body().addWidget(panel);
    connect(&form(), &Form::edited, panel, &RehearsalPanel::outdate);
    connect(this, &CommandDialog::taken, this, [this] { Q_EMIT saved(m_tenant->currentText().trimmed()); });
}

void BudgetDialog::addFields(const QStringList &tenants)
{
    m_tenant = form().addChoice(QStringLiteral("tenant"), tr("&Tenant"), tr("The name the tenant has in the catalogue"),
                                checkedBy([](const std::string &text) { return TenantId::parse(text); }));
    m_tenant->addItems(tenants);
    m_tenant->setCurrentIndex(-1);
    m_limit =
        form().addLine(QStringLiteral("limit"), tr("&Limit"),
                       tr("An amount with its unit: 750 g, 500 kg, 1.5 t; or 500 kg/month"), [](const QString &text) {
                           const auto parsed = parseLimit(text);
                           return parsed ? QString() : problemText(parsed.error());
                       });
    connect(m_limit, &QLineEdit::textEdited, this, &BudgetDialog::takePeriod);
    m_unlimited =
        form().addSwitch(QStringLiteral("unlimited"), tr("&Unlimited: only record, never delay or reject"), {});
    m_period = form().addChoice(QStringLiteral("period"), tr("&Period"),
                                tr("Of the UTC calendar; usage starts at zero in each"));
    for (const PeriodKind period : kPeriods)
        m_period->addItem(format::periodText(period), static_cast<int>(period));
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(PeriodKind::Month)));
    addEnforcement();
    connect(m_unlimited, &QCheckBox::toggled, this, [this](bool unlimited) {
        for (QWidget *field : std::initializer_list<QWidget *>{m_limit, m_soft, m_hard, m_minDelay, m_maxDelay})
            field->setEnabled(!unlimited);
        form().recheck();
    });
}

void BudgetDialog::addEnforcement()
{
    m_soft = form().addLine(QStringLiteral("soft"), tr("&Soft threshold"),
                            tr("Percent of the limit from which operations are slowed down"),
                            [this](const QString &text) { return softProblem(text); });
    m_hard = form().addLine(QStringLiteral("hard"), tr("&Hard threshold"),
                            tr("Percent of the limit above which operations are rejected"), [](const QString &text) {
                                if (text.isEmpty()) return QString();
                                const auto parsed = parseThreshold(withoutPercent(text).toStdString(), "hard");
                                return parsed ? QString() : problemText(parsed.error());
                            });
    m_minDelay = form().addLine(QStringLiteral("minDelay"), tr("Delay &from"),
                                tr("Milliseconds an operation waits at the soft threshold"), &delayProblem);
    m_maxDelay = form().addLine(QStringLiteral("maxDelay"), tr("Delay u&p to"),
                                tr("Milliseconds an operation waits at the hard limit"), &delayProblem);
    m_soft->setPlaceholderText(tr("80 % unless set"));
    m_hard->setPlaceholderText(tr("100 % unless set"));
    m_minDelay->setPlaceholderText(tr("100 ms unless set"));
    m_maxDelay->setPlaceholderText(tr("2000 ms unless set"));
    m_shadow = form().addSwitch(QStringLiteral("shadow"), tr("S&hadow mode: count what would be delayed or rejected"),
                                tr("Everything passes; the statistics show what enforcing would have meant."));
    connect(m_hard, &QLineEdit::textEdited, this, [this] { form().recheck(); });
}

void BudgetDialog::takePeriod()
{
    const auto entry = parseLimit(m_limit->text());
    if (entry && entry->period) m_period->setCurrentIndex(m_period->findData(static_cast<int>(*entry->period)));
}

void BudgetDialog::fill(const engine::BudgetRow &row)
{
    m_anchor = row.anchor;
    m_anchored = row.period;
    m_tenant->setEditText(QString::fromStdString(row.tenant.text()));
    m_tenant->setEnabled(false);
    if (row.limit) m_limit->setText(limitText(row.limit));
    m_unlimited->setChecked(!row.limit);
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(row.period)));
    if (row.ownSoft) m_soft->setText(tr("%1 %").arg(QString::fromStdString(row.soft.text())));
    if (row.ownHard) m_hard->setText(tr("%1 %").arg(QString::fromStdString(row.hard.text())));
    if (row.ownMinDelay) m_minDelay->setText(tr("%1 ms").arg(row.minDelay.count()));
    if (row.ownMaxDelay) m_maxDelay->setText(tr("%1 ms").arg(row.maxDelay.count()));
    m_shadow->setChecked(row.shadow);
    m_limit->setFocus();
}

QString BudgetDialog::softProblem(const QString &text) const
{
    if (text.isEmpty()) return {};
    const auto soft = parseThreshold(withoutPercent(text).toStdString(), "soft");
    if (!soft) return problemText(soft.error());
    const auto hard = parseThreshold(withoutPercent(m_hard->text()).toStdString(), "hard");
    return hard && *soft > *hard ? tr("The soft threshold must not be above the hard one (%1).").arg(m_hard->text())
                                 : QString();
}

engine::SetBudget BudgetDialog::budget() const
{
    engine::SetBudget set{.tenant = *TenantId::parse(m_tenant->currentText().trimmed().toStdString())};
    set.period = static_cast<PeriodKind>(m_period->currentData().toInt());
    if (set.period == m_anchored) set.anchor = m_anchor;
    set.shadow = m_shadow->isChecked();
    set.replace = true;
    if (m_unlimited->isChecked()) return set;
    if (const auto entry = parseLimit(m_limit->text())) set.limit = entry->limit;
    if (const auto soft = parseThreshold(withoutPercent(m_soft->text()).toStdString(), "soft")) set.soft = *soft;
    if (const auto hard = parseThreshold(withoutPercent(m_hard->text()).toStdString(), "hard")) set.hard = *hard;
    set.minDelay = delayOf(m_minDelay->text());
    set.maxDelay = delayOf(m_maxDelay->text());
    return set;
}

engine::Command BudgetDialog::command() const
{
    return budget();
}

} // namespace greenward::ui
