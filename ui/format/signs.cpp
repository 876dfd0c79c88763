#include "ui/format/quantities.h"
#include "ui/format/words.h"

#include <QCoreApplication>

namespace greenward::ui::format {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("greenward::ui::format", text);
}

Sign sign(const char *word, Tone tone, const char *icon)
{
    return {tr(word), tone, QString::fromLatin1(icon)};
}

struct NamedSign
{
    const char *state;
    const char *word;
    Tone tone;
    const char *icon;
};

/// The states of BatchRow::state in the order of a batch's life.
constexpr NamedSign kBatchSigns[] = {
    {"planned", QT_TRANSLATE_NOOP("greenward::ui::format", "Needs approval"), Tone::Warning, "plan"},
    {"approved", QT_TRANSLATE_NOOP("greenward::ui::format", "Approved"), Tone::Info, "approve"},
    {"rejected", QT_TRANSLATE_NOOP("greenward::ui::format", "Rejected"), Tone::Faded, "reject"},
    {"expired", QT_TRANSLATE_NOOP("greenward::ui::format", "Expired"), Tone::Faded, "stale"},
    {"running", QT_TRANSLATE_NOOP("greenward::ui::format", "Running"), Tone::Info, "run"},
    {"scheduled", QT_TRANSLATE_NOOP("greenward::ui::format", "Scheduled"), Tone::Info, "stale"},
    {"waiting_window", QT_TRANSLATE_NOOP("greenward::ui::format", "Waiting for a clean grid"), Tone::Info, "stale"},
    {"paused", QT_TRANSLATE_NOOP("greenward::ui::format", "Paused"), Tone::Warning, "pause"},
    {"completed", QT_TRANSLATE_NOOP("greenward::ui::format", "Completed"), Tone::Good, "ok"},
    {"partly", QT_TRANSLATE_NOOP("greenward::ui::format", "Partly completed"), Tone::Warning, "warning"},
    {"failed", QT_TRANSLATE_NOOP("greenward::ui::format", "Failed"), Tone::Critical, "critical"},
    {"cancelled", QT_TRANSLATE_NOOP("greenward::ui::format", "Cancelled"), Tone::Faded, "cancel"},
};

} // namespace

Sign levelSign(const engine::BudgetRow &row)
{
    if (!row.limit) return sign("No limit", Tone::Faded, "info");
    if (row.exhausted) return sign("Used up", Tone::Critical, "critical");
    switch (row.level) {
    case ThrottleLevel::None:
        return sign("Within budget", Tone::Good, "ok");
    case ThrottleLevel::Soft:
        return sign("Near limit", Tone::Warning, "warning");
    case ThrottleLevel::Hard:
        return sign("At limit", Tone::Critical, "critical");
    }
    return {};
}

Sign batchSign(const std::string &state)
{
    for (const NamedSign &named : kBatchSigns)
        if (state == named.state) return sign(named.word, named.tone, named.icon);
    return {plain(state), Tone::Neutral, QStringLiteral("info")};
}

Sign moveSign(store::MoveState state)
{
    using store::MoveState;
    switch (state) {
    case MoveState::Planned:
        return sign("Planned", Tone::Neutral, "plan");
    case MoveState::Copying:
        return sign("Copying", Tone::Info, "run");
    case MoveState::Verified:
        return sign("Verified", Tone::Info, "verify");
    case MoveState::Switched:
        return sign("Switched, source kept for now", Tone::Info, "stale");
    case MoveState::Releasing:
        return sign("Releasing source", Tone::Info, "release");
    case MoveState::Done:
        return sign("Done", Tone::Good, "ok");
    case MoveState::Kept:
        return sign("Done, source kept", Tone::Good, "ok");
    case MoveState::Skipped:
        return sign("Skipped", Tone::Faded, "info");
    case MoveState::Stale:
        return sign("Changed, left alone", Tone::Warning, "stale");
    case MoveState::RetryWait:
        return sign("Waiting to retry", Tone::Warning, "retry");
    case MoveState::Failed:
        return sign("Failed", Tone::Critical, "critical");
    case MoveState::Cancelled:
        return sign("Cancelled", Tone::Faded, "cancel");
    }
    return {};
}

Sign figureSign(const GridFigure &figure)
{
    switch (figure.origin) {
    case Origin::Live:
        return figure.estimated ? sign("Live, estimated", Tone::Info, "estimated") : sign("Live", Tone::Good, "ok");
    case Origin::LastKnown:
        return sign("Stale", Tone::Warning, "stale");
    case Origin::ZoneYearAverage:
    case Origin::CountryYearAverage:
        return sign("Estimated", Tone::Info, "estimated");
    case Origin::ConfiguredDefault:
        return sign("Default, may under-report", Tone::Warning, "warning");
    }
    return {};
}

Sign healthSign(const engine::BackendRow &row)
{
    if (row.scored.spec.driver == DriverKind::Profile) return sign("Not connected", Tone::Faded, "info");
    if (!row.health) return sign("Not checked yet", Tone::Faded, "stale");
    if (!row.health->reachable) return sign("Not reachable", Tone::Critical, "critical");
    if (!row.health->writable) return sign("Not writable", Tone::Warning, "lock");
    return sign("Healthy", Tone::Good, "ok");
}

Sign scanSign(const engine::ScanRow &row)
{
    if (row.running) return sign("Scanning", Tone::Info, "scan");
    if (!row.problem.empty()) return sign("Scan failed", Tone::Critical, "critical");
    if (!row.complete) return sign("Scan incomplete", Tone::Warning, "warning");
    return sign("Scanned", Tone::Good, "ok");
}

} // namespace greenward::ui::format
