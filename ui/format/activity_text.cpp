#include "ui/format/activity_text.h"

#include "ui/format/quantities.h"

#include <QCoreApplication>

namespace greenward::ui::format {
namespace {

struct Named
{
    const char *name;
    const char *words;
};

/// Commands of the audit log, then topics of the bus.
constexpr Named kNames[] = {
    {"budget.set", QT_TRANSLATE_NOOP("greenward::ui::format", "Budget set")},
    {"budget.remove", QT_TRANSLATE_NOOP("greenward::ui::format", "Budget removed")},
    {"backend.register", QT_TRANSLATE_NOOP("greenward::ui::format", "Backend added")},
    {"backend.update", QT_TRANSLATE_NOOP("greenward::ui::format", "Backend changed")},
    {"backend.remove", QT_TRANSLATE_NOOP("greenward::ui::format", "Backend removed")},
    {"policy.set", QT_TRANSLATE_NOOP("greenward::ui::format", "Policy set")},
    {"batch.plan", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch planned")},
    {"batch.approve", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch approved")},
    {"batch.reject", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch rejected")},
    {"batch.run", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch started")},
    {"batch.wait", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch waits for its window")},
    {"batch.pause", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch paused")},
    {"batch.resume", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch resumed")},
    {"batch.cancel", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch cancelled")},
    {"batch.expire", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch expired")},
    {"batch.end", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch ended")},
    {"batch.retry", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch retried")},
    {"batch.release", QT_TRANSLATE_NOOP("greenward::ui::format", "Sources released early")},
    {"sustainability.carbon.budget.set", QT_TRANSLATE_NOOP("greenward::ui::format", "Budget set")},
    {"sustainability.carbon.budget.usage", QT_TRANSLATE_NOOP("greenward::ui::format", "Usage recorded")},
    {"sustainability.carbon.budget.threshold", QT_TRANSLATE_NOOP("greenward::ui::format", "Threshold reached")},
    {"sustainability.carbon.budget.exhausted", QT_TRANSLATE_NOOP("greenward::ui::format", "Budget used up")},
    {"sustainability.carbon.throttle.applied", QT_TRANSLATE_NOOP("greenward::ui::format", "Operation throttled")},
    {"sustainability.placement.decision", QT_TRANSLATE_NOOP("greenward::ui::format", "Place chosen")},
    {"sustainability.green-tiering.batch.planned", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch planned")},
    {"sustainability.green-tiering.batch.complete", QT_TRANSLATE_NOOP("greenward::ui::format", "Batch ended")},
    {"sustainability.energy.measured", QT_TRANSLATE_NOOP("greenward::ui::format", "Energy measured")},
    {"storage.backend.registered", QT_TRANSLATE_NOOP("greenward::ui::format", "Backend connected or removed")},
};

} // namespace

QString activityText(const std::string &what)
{
    for (const Named &named : kNames)
        if (what == named.name) return QCoreApplication::translate("greenward::ui::format", named.words);
    return plain(what);
}

} // namespace greenward::ui::format
