#include "ui/dialogs/policy_dialog.h"

#include "core/base/time_text.h"
#include "ui/dialogs/checks.h"
#include "ui/format/estate_text.h"
#include "ui/format/quantities.h"
#include "ui/format/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace greenward::ui {
namespace {

constexpr int kMostConcurrent = 64; ///< C-45
constexpr int kMostYears = 100;

std::string trimmed(const QLineEdit *line)
{
    return line->text().trimmed().toStdString();
}

Form::Check wholeNumber(int low, int high)
{
    return [low, high](const QString &text) {
        bool whole = false;
        const int value = text.toInt(&whole);
        if (whole && value >= low && value <= high) return QString();
        return PolicyDialog::tr("“%1” is not a whole number from %2 to %3.").arg(text).arg(low).arg(high);
    };
}

Form::Check duration(const char *field)
{
    return checkedBy([field](const std::string &text) { return parseDuration(text, field); });
}

/// Exact and read back by parseDataSize: "10 GiB", "1500 MB", "4096 B".
QString editableSize(DataSize size)
{
    constexpr std::array<std::pair<std::int64_t, const char *>, 6> kUnits{{{1LL << 40, " TiB"},
                                                                           {1'000'000'000'000, " TB"},
                                                                           {1LL << 30, " GiB"},
                                                                           {1'000'000'000, " GB"},
                                                                           {1LL << 20, " MiB"},
                                                                           {1'000'000, " MB"}}};
    for (const auto &[bytes, unit] : kUnits) {
        if (size.bytes() >= bytes && size.bytes() % bytes == 0)
            return QString::number(size.bytes() / bytes) + QString::fromLatin1(unit);
    }
    return QString::number(size.bytes()) + QStringLiteral(" B");
}

QString nameOf(const engine::BackendRow &row)
{
    return QString::fromStdString(row.scored.spec.id.text());
}

} // namespace

QString eligibleText(const std::vector<engine::BackendRow> &backends, ScorePoints target, const QLocale &locale)
{
    QStringList eligible;
    const engine::BackendRow *best = nullptr;
    for (const engine::BackendRow &row : backends) {
        if (row.scored.spec.driver == DriverKind::Profile) continue;
        if (row.scored.score.total >= target) eligible.append(nameOf(row));
        if (!best || row.scored.score.total > best->scored.score.total) best = &row;
    }
    if (!best) return PolicyDialog::tr("No backend is connected yet, so nothing can be moved.");
    if (!eligible.isEmpty())
        return PolicyDialog::tr("%n connected backend(s) reach this: %1", nullptr, static_cast<int>(eligible.size()))
            .arg(eligible.join(PolicyDialog::tr(", ")));
    return PolicyDialog::tr(
               "No connected backend meets this target. The best is %1 with %2. A target of at most that, a "
               "greener backend, or better figures of it (PUE, renewable share) would change this.")
        .arg(nameOf(*best), format::score(best->scored.score.total, locale));
}

PolicyDialog::PolicyDialog(const engine::PolicyRow &policy, std::vector<engine::BackendRow> backends, Submit submit,
                           QWidget *parent)
    : CommandDialog(tr("Tiering policy of %1").arg(QString::fromStdString(policy.tenant.text())), tr("Save policy"),
                    std::move(submit), parent)
    , m_policy(policy)
    , m_backends(std::move(backends))
{
    setObjectName(QStringLiteral("policyDialog"));
    m_enabled = form().addSwitch(QStringLiteral("enabled"), tr("&Plan moves for this tenant"), {});
    addWhatFields();
    addWhenFields();
    addHowFields();
    fill(policy);
    showEligible();
}

void PolicyDialog::addWhatFields()
{
    form().addHeading(tr("What moves"));
    m_coldAfter = form().addLine(QStringLiteral("cold-after"), tr("&Cold after"),
                                 tr("Idle for at least: 30d, 12h, 90m"), duration("cold-after"));
    m_targetScore = form().addLine(QStringLiteral("target-score"), tr("&Target score"), {},
                                   checkedBy([](const std::string &text) { return parseScore(text, "target-score"); }));
    connect(m_targetScore, &QLineEdit::textChanged, this, &PolicyDialog::showEligible);
    m_maxBatch = form().addLine(QStringLiteral("max-batch"), tr("&Largest batch"),
                                tr("Bigger objects are left out and reported: 10 GiB"),
                                checkedBy([](const std::string &text) { return parseDataSize(text, "max-batch"); }));
    m_lifetime =
        form().addLine(QStringLiteral("lifetime-years"), tr("Count savings &over (years)"),
                       tr("A batch that does not pay back in this time is not offered"), wholeNumber(1, kMostYears));
}

void PolicyDialog::addWhenFields()
{
    form().addHeading(tr("When it runs, once approved"));
    m_schedule = form().addChoice(QStringLiteral("schedule"), tr("&Schedule"), {});
    for (const char *schedule : {"immediate", "low-carbon", "daily", "weekly"})
        m_schedule->addItem(format::scheduleText(schedule), QString::fromLatin1(schedule));
    m_batchHour = form().addLine(QStringLiteral("batch-hour"), tr("Batch &hour (UTC)"),
                                 tr("Start of a window of two hours, 0 to 23"), wholeNumber(0, 23));
    m_batchDay = form().addChoice(QStringLiteral("batch-day"), tr("Batch &day"), {});
    for (const char *day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        m_batchDay->addItem(format::weekdayText(day), QString::fromLatin1(day));
    m_concurrency = form().addLine(QStringLiteral("concurrency"), tr("Objects at o&nce"), tr("1 to 64"),
                                   wholeNumber(1, kMostConcurrent));
    m_respectBudget = form().addSwitch(QStringLiteral("respect-budget"), tr("&Respect the tenant's carbon budget"), {});
    connect(m_schedule, &QComboBox::currentIndexChanged, this, &PolicyDialog::enableWhatApplies);
}

void PolicyDialog::addHowFields()
{
    form().addHeading(tr("What happens to the source"));
    m_relocation = form().addChoice(QStringLiteral("relocation"), tr("After the &verified copy"), {});
    m_relocation->addItem(tr("Release the source (move)"), static_cast<int>(Relocation::Move));
    m_relocation->addItem(tr("Keep the source (copy only, saves nothing)"), static_cast<int>(Relocation::CopyOnly));
    m_leaveBehind = form().addChoice(QStringLiteral("leave-behind"), tr("&Leave behind"),
                                     tr("Readers of the old path follow this"));
    m_leaveBehind->addItem(tr("Nothing"), static_cast<int>(LeaveBehind::Nothing));
    m_leaveBehind->addItem(tr("A symbolic link to the new place"), static_cast<int>(LeaveBehind::Symlink));
    m_leaveBehind->addItem(tr("A small pointer file"), static_cast<int>(LeaveBehind::Pointer));
    m_grace = form().addLine(QStringLiteral("grace"), tr("&Grace time"),
                             tr("The source stays this long after the switch: 7d; 0 for none"), duration("grace"));
    connect(m_relocation, &QComboBox::currentIndexChanged, this, &PolicyDialog::enableWhatApplies);
}

void PolicyDialog::fill(const engine::PolicyRow &policy)
{
    m_enabled->setChecked(policy.enabled);
    m_coldAfter->setText(QString::fromStdString(durationText(policy.coldAfter)));
    m_targetScore->setText(QString::fromStdString(policy.targetScore.text()));
    m_maxBatch->setText(editableSize(policy.maxBatch));
    m_lifetime->setText(QString::number(policy.lifetimeYears));
    m_schedule->setCurrentIndex(std::max(0, m_schedule->findData(QString::fromStdString(policy.schedule))));
    m_batchHour->setText(QString::number(policy.batchHour));
    m_batchDay->setCurrentIndex(std::max(0, m_batchDay->findData(QString::fromStdString(policy.batchDay))));
    m_concurrency->setText(QString::number(policy.concurrency));
    m_respectBudget->setChecked(policy.respectBudget);
    m_relocation->setCurrentIndex(m_relocation->findData(static_cast<int>(policy.relocation)));
    m_leaveBehind->setCurrentIndex(m_leaveBehind->findData(static_cast<int>(policy.leaveBehind)));
    m_grace->setText(QString::fromStdString(durationText(policy.grace)));
    enableWhatApplies();
}

void PolicyDialog::enableWhatApplies()
{
    if (!m_grace) return; // still being built
    const QString schedule = m_schedule->currentData().toString();
    m_batchHour->setEnabled(schedule == QStringLiteral("daily") || schedule == QStringLiteral("weekly"));
    m_batchDay->setEnabled(schedule == QStringLiteral("weekly"));
    const bool moves = m_relocation->currentData().toInt() == static_cast<int>(Relocation::Move);
    m_leaveBehind->setEnabled(moves);
    m_grace->setEnabled(moves);
    form().recheck();
}

void PolicyDialog::showEligible()
{
    const auto target = parseScore(trimmed(m_targetScore), "target-score");
    form().setHint(QStringLiteral("target-score"), target ? eligibleText(m_backends, *target, locale()) : QString());
}

engine::Command PolicyDialog::command() const
{
    engine::PolicyRow policy = m_policy;
    policy.stored = true;
    policy.enabled = m_enabled->isChecked();
    policy.coldAfter = *parseDuration(trimmed(m_coldAfter), "cold-after");
    policy.targetScore = *parseScore(trimmed(m_targetScore), "target-score");
    policy.maxBatch = *parseDataSize(trimmed(m_maxBatch), "max-batch");
    policy.lifetimeYears = m_lifetime->text().toInt();
    policy.schedule = m_schedule->currentData().toString().toStdString();
    policy.batchDay = m_batchDay->currentData().toString().toStdString();
    // Fields that do not apply are disabled and keep what they had.
    if (m_batchHour->isEnabled()) policy.batchHour = m_batchHour->text().toInt();
    policy.concurrency = m_concurrency->text().toInt();
    policy.respectBudget = m_respectBudget->isChecked();
    policy.relocation = static_cast<Relocation>(m_relocation->currentData().toInt());
    policy.leaveBehind = static_cast<LeaveBehind>(m_leaveBehind->currentData().toInt());
    if (m_grace->isEnabled()) policy.grace = *parseDuration(trimmed(m_grace), "grace");
    return engine::SetPolicy{policy};
}

} // namespace greenward::ui
