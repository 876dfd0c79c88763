#include "ui/dialogs/bulk_budget_dialog.h"

#include "ui/dialogs/checks.h"
#include "ui/editing/limit_text.h"
#include "ui/format/quantities.h"
#include "ui/format/words.h"
#include "ui/widgets/plain_text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <array>

namespace greenward::ui {
namespace {

constexpr int kKeep = -1;
enum Mode { Enforce, CountOnly };

/// The factor of "+10 %", in millionths of the whole; nothing: it is no such text.
std::optional<std::int64_t> factorOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^([+\\-−])\\s*(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*%$"));
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch()) return {};
    QString digits = match.captured(2);
    const auto percent = parseThreshold(digits.replace(QLatin1Char(','), QLatin1Char('.')).toStdString(), "limit");
    if (!percent) return {};
    constexpr std::int64_t kWhole = 100'000'000;
    const bool more = match.captured(1) == QLatin1String("+");
    return kWhole + (more ? percent->millionths() : -percent->millionths());
}

QString thresholdProblem(const QString &text, const char *field)
{
    if (text.trimmed().isEmpty()) return {};
    const auto parsed = parseThreshold(withoutPercent(text).toStdString(), field);
    return parsed ? QString() : problemText(parsed.error());
}

} // namespace

Result<GramsCO2e> changedLimit(const QString &text, const std::optional<GramsCO2e> &present)
{
    const auto factor = factorOf(text);
    if (!factor) return parseCarbon(plainDecimal(text, QLocale()).toStdString(), "limit");
    if (!present) return fail(ErrorCode::InvalidInput, "limit", "an unlimited budget has no limit to change");
    constexpr std::int64_t kWhole = 100'000'000;
    const auto grown = toInt64(divideRounded(Int128{present->micrograms()} * *factor, kWhole), "limit");
    if (!grown) return Unexpected{grown.error()};
    if (*grown < 0 || *grown > kLargestCarbon.micrograms())
        return fail(ErrorCode::InvalidInput, "limit", "the changed limit is out of range");
    return GramsCO2e::fromMicrograms(*grown);
}

BulkBudgetDialog::BulkBudgetDialog(std::vector<engine::BudgetRow> rows, Rehearse rehearse, QWidget *parent)
    : QDialog(parent)
    , m_rows(std::move(rows))
    , m_form(new Form(this))
    , m_preview(plainLabel({}, this))
{
    setObjectName(QStringLiteral("bulkBudgetDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto count = static_cast<int>(m_rows.size());
    setWindowTitle(tr("Edit %n budget(s)", nullptr, count));
    addFields();
    m_preview->setObjectName(QStringLiteral("previewLabel"));
    m_preview->setWordWrap(true);
    m_preview->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_send = buttons->addButton(tr("Change %n budget(s)", nullptr, count), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &BulkBudgetDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &Form::edited, this, &BulkBudgetDialog::showPreview);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addWidget(m_preview);
    auto *panel = new RehearsalPanel(
        std::move(rehearse),
        [this] {
            std::vector<engine::SetBudget> sets;
            for (const BudgetChange &change : changes())
                sets.push_back(*change.after);
            return sets;
        },
        this);
    layout->addWidget(panel);
    connect(m_form, &Form::edited, panel, &RehearsalPanel::outdate);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    showPreview();
}

void BulkBudgetDialog::addFields()
{
    const QString keep = tr("each keeps its own");
    m_limit = m_form->addLine(QStringLiteral("limit"), tr("&Limit"),
                              tr("An amount with its unit, 500 kg, or a change, +10 %"), [](const QString &text) {
                                  if (text.isEmpty()) return QString();
                                  const auto parsed = changedLimit(text, GramsCO2e::fromGrams(1));
                                  return parsed ? QString() : problemText(parsed.error());
                              });
    m_period = m_form->addChoice(QStringLiteral("period"), tr("&Period"), {});
    m_period->addItem(keep, kKeep);
    for (const PeriodKind kind : {PeriodKind::Hour, PeriodKind::Day, PeriodKind::Week, PeriodKind::Month,
                                  PeriodKind::Quarter, PeriodKind::Year})
        m_period->addItem(format::periodText(kind), static_cast<int>(kind));
    m_soft = m_form->addLine(QStringLiteral("soft"), tr("&Soft threshold"),
                             tr("Percent of the limit from which operations are slowed down"),
                             [](const QString &text) { return thresholdProblem(text, "soft"); });
    m_hard = m_form->addLine(QStringLiteral("hard"), tr("&Hard threshold"),
                             tr("Percent of the limit above which operations are rejected"),
                             [](const QString &text) { return thresholdProblem(text, "hard"); });
    m_mode = m_form->addChoice(QStringLiteral("mode"), tr("&Mode"), {});
    m_mode->addItem(keep, kKeep);
    m_mode->addItem(tr("Enforce: delay and reject"), Enforce);
    m_mode->addItem(tr("Shadow: only count what would have been"), CountOnly);
    for (QLineEdit *line : {m_limit, m_soft, m_hard})
        line->setPlaceholderText(keep);
}

std::optional<engine::SetBudget> BulkBudgetDialog::changed(const engine::BudgetRow &row) const
{
    engine::SetBudget set = budgetOf(row).value_or(engine::SetBudget{.tenant = row.tenant, .replace = true});
    if (const QString limit = m_limit->text().trimmed(); !limit.isEmpty()) {
        const auto parsed = changedLimit(limit, set.limit);
        if (!parsed) return {};
        set.limit = *parsed;
    }
    if (const int period = m_period->currentData().toInt(); period != kKeep) {
        set.period = static_cast<PeriodKind>(period);
        if (set.period != row.period) set.anchor.reset();
    }
    if (const auto soft = parseThreshold(withoutPercent(m_soft->text()).toStdString(), "soft")) set.soft = *soft;
    if (const auto hard = parseThreshold(withoutPercent(m_hard->text()).toStdString(), "hard")) set.hard = *hard;
    if (const int mode = m_mode->currentData().toInt(); mode != kKeep) set.shadow = mode == CountOnly;
    return set;
}

std::vector<BudgetChange> BulkBudgetDialog::changes() const
{
    std::vector<BudgetChange> found;
    for (const engine::BudgetRow &row : m_rows) {
        const auto before = budgetOf(row);
        const auto after = changed(row);
        if (after && before != after) found.push_back({row.tenant, before, after});
    }
    return found;
}

void BulkBudgetDialog::showPreview()
{
    const std::vector<BudgetChange> found = changes();
    QStringList lines;
    constexpr std::size_t kShown = 5;
    for (std::size_t at = 0; at < std::min(kShown, found.size()); ++at) {
        const BudgetChange &change = found[at];
        lines << tr("%1: %2 → %3")
                     .arg(format::plain(change.tenant.text()),
                          change.before ? limitText(change.before->limit) : tr("no budget"),
                          limitText(change.after->limit));
    }
    if (found.size() > kShown) lines << tr("and %n more", nullptr, static_cast<int>(found.size() - kShown));
    m_preview->setText(lines.isEmpty() ? tr("Nothing is changed yet.") : lines.join(QLatin1Char('\n')));
    m_send->setEnabled(!found.empty());
}

void BulkBudgetDialog::accept()
{
    if (!m_form->check()) return;
    Q_EMIT decided(changes());
    QDialog::accept();
}

} // namespace greenward::ui
