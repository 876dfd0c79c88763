#include "ui/format/batch_text.h"

#include "ui/format/quantities.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <string_view>

namespace greenward::ui::format {
namespace {

struct BatchText
{
    Q_DECLARE_TR_FUNCTIONS(BatchText)
};

bool isOneOf(std::string_view state, std::initializer_list<std::string_view> states)
{
    return std::ranges::find(states, state) != states.end();
}

std::uint64_t objectsIn(const engine::BatchRow &batch, std::initializer_list<store::MoveState> states)
{
    std::uint64_t objects = 0;
    for (const store::MoveTotal &total : batch.totals) {
        if (std::ranges::find(states, total.state) != states.end()) objects += total.objects;
    }
    return objects;
}

} // namespace

QString batchRoute(const engine::BatchRow &batch)
{
    QStringList sources;
    for (const BackendId &source : batch.sources)
        sources.append(QString::fromStdString(source.text()));
    return BatchText::tr("%1 → %2").arg(sources.join(BatchText::tr(", ")), QString::fromStdString(batch.target.text()));
}

QString ownCost(const engine::PlanFigures &figures, const QLocale &locale)
{
    if (figures.ownCostLow == figures.ownCostHigh) return carbon(figures.ownCost, locale);
    return BatchText::tr("%1 (%2 to %3)")
        .arg(carbon(figures.ownCost, locale), carbon(figures.ownCostLow, locale), carbon(figures.ownCostHigh, locale));
}

QString netSaving(const engine::PlanFigures &figures, const QLocale &locale)
{
    return BatchText::tr("%1 over %n year(s), at least %2", nullptr, figures.lifetimeYears)
        .arg(carbon(figures.netSaving, locale), carbon(figures.netSavingLow, locale));
}

QString breakEven(const engine::PlanFigures &figures, const QLocale &locale)
{
    if (!figures.breakEvenDays) return BatchText::tr("never");
    if (*figures.breakEvenDays == 0) return BatchText::tr("within a day");
    constexpr std::int64_t kDaysOfTwoYears = 730;
    if (*figures.breakEvenDays < kDaysOfTwoYears)
        return BatchText::tr("after %n day(s)", nullptr, static_cast<int>(*figures.breakEvenDays));
    return BatchText::tr("after %1 years")
        .arg(locale.toString(static_cast<double>(*figures.breakEvenDays) / 365.25, 'f', 1));
}

bool canDecide(const std::string &state)
{
    return state == "planned";
}

bool canRun(const std::string &state)
{
    return isOneOf(state, {"approved", "scheduled", "waiting-window", "paused"});
}

bool canPause(const std::string &state)
{
    return state == "running";
}

bool canCancel(const std::string &state)
{
    return isOneOf(state, {"approved", "scheduled", "waiting-window", "running", "paused"});
}

bool canRetry(const engine::BatchRow &batch)
{
    return objectsIn(batch, {store::MoveState::Failed, store::MoveState::RetryWait}) > 0;
}

bool canRelease(const engine::BatchRow &batch)
{
    return objectsIn(batch, {store::MoveState::Switched}) > 0;
}

bool isOver(const std::string &state)
{
    return isOneOf(state, {"rejected", "completed", "partly", "failed", "expired", "cancelled"});
}

} // namespace greenward::ui::format
