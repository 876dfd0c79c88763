#include "ui/dialogs/budget_dialog.h"

#include "ui/dialogs/checks.h"
#include "ui/format/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace greenward::ui {
namespace {

constexpr std::array kPeriods{PeriodKind::Hour,  PeriodKind::Day,     PeriodKind::Week,
                              PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year};

std::string trimmed(const QLineEdit *line)
{
    return line->text().trimmed().toStdString();
}

/// What the dialog shows is what it reads back: exact, in the largest unit without a loss.
QString editableAmount(GramsCO2e amount)
{
    constexpr std::int64_t kTonne = 1'000'000'000'000;
    constexpr std::int64_t kKilogram = 1'000'000'000;
    const std::int64_t ug = amount.micrograms();
    if (ug >= kTonne) return QString::fromStdString(decimalText(ug, 12)) + QStringLiteral(" t");
    if (ug >= kKilogram) return QString::fromStdString(decimalText(ug, 9)) + QStringLiteral(" kg");
    return QString::fromStdString(decimalText(ug, 6)) + QStringLiteral(" g");
}

} // namespace

BudgetDialog::BudgetDialog(const std::optional<engine::BudgetRow> &row, const QStringList &tenants, Submit submit,
                           QWidget *parent)
    : CommandDialog(row ? tr("Edit budget") : tr("Add budget"), row ? tr("Save budget") : tr("Add budget"),
                    std::move(submit), parent)
{
    setObjectName(QStringLiteral("budgetDialog"));
    addFields(tenants);
    if (row) fill(*row);
    connect(this, &CommandDialog::done, this, [this] { Q_EMIT saved(m_tenant->currentText().trimmed()); });
}

void BudgetDialog::addFields(const QStringList &tenants)
{
    m_tenant = form().addChoice(QStringLiteral("tenant"), tr("&Tenant"), tr("The name the tenant has in the catalogue"),
                                checkedBy([](const std::string &text) { return TenantId::parse(text); }));
    m_tenant->addItems(tenants);
    m_tenant->setCurrentIndex(-1);
    m_limit = form().addLine(QStringLiteral("limit"), tr("&Limit"), tr("An amount with its unit: 750 g, 500 kg, 1.5 t"),
                             checkedBy([](const std::string &text) { return parseCarbon(text, "limit"); }));
    m_unlimited =
        form().addSwitch(QStringLiteral("unlimited"), tr("&Unlimited: only record, never delay or reject"), {});
    m_period = form().addChoice(QStringLiteral("period"), tr("&Period"),
                                tr("Of the UTC calendar; usage starts at zero in each"));
    for (const PeriodKind period : kPeriods)
        m_period->addItem(format::periodText(period), static_cast<int>(period));
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(PeriodKind::Month)));
    m_soft = form().addLine(QStringLiteral("soft"), tr("&Soft threshold"),
                            tr("Percent of the limit from which operations are slowed down"),
                            [this](const QString &text) { return softProblem(text); });
    m_hard = form().addLine(QStringLiteral("hard"), tr("&Hard threshold"),
                            tr("Percent of the limit above which operations are rejected"), [](const QString &text) {
                                const auto parsed = parseThreshold(withoutPercent(text).toStdString(), "hard");
                                return parsed ? QString() : problemText(parsed.error());
                            });
    m_soft->setText(tr("80 %"));
    m_hard->setText(tr("100 %"));
    connect(m_hard, &QLineEdit::textEdited, this, [this] { form().recheck(); });
    connect(m_unlimited, &QCheckBox::toggled, this, [this](bool unlimited) {
        for (QWidget *field : {m_limit, m_soft, m_hard})
            field->setEnabled(!unlimited);
        form().recheck();
    });
}

void BudgetDialog::fill(const engine::BudgetRow &row)
{
    m_tenant->setEditText(QString::fromStdString(row.tenant.text()));
    m_tenant->setEnabled(false);
    if (row.limit) m_limit->setText(editableAmount(*row.limit));
    m_unlimited->setChecked(!row.limit);
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(row.period)));
    m_soft->setText(tr("%1 %").arg(QString::fromStdString(row.soft.text())));
    m_hard->setText(tr("%1 %").arg(QString::fromStdString(row.hard.text())));
    m_limit->setFocus();
}

QString BudgetDialog::softProblem(const QString &text) const
{
    const auto soft = parseThreshold(withoutPercent(text).toStdString(), "soft");
    if (!soft) return problemText(soft.error());
    const auto hard = parseThreshold(withoutPercent(m_hard->text()).toStdString(), "hard");
    return hard && *soft > *hard ? tr("The soft threshold must not be above the hard one (%1).").arg(m_hard->text())
                                 : QString();
}

engine::Command BudgetDialog::command() const
{
    engine::SetBudget set{.tenant = *TenantId::parse(m_tenant->currentText().trimmed().toStdString())};
    set.period = static_cast<PeriodKind>(m_period->currentData().toInt());
    if (m_unlimited->isChecked()) return set;
    set.limit = *parseCarbon(trimmed(m_limit), "limit");
    set.soft = *parseThreshold(withoutPercent(m_soft->text()).toStdString(), "soft");
    set.hard = *parseThreshold(withoutPercent(m_hard->text()).toStdString(), "hard");
    return set;
}

} // namespace greenward::ui
