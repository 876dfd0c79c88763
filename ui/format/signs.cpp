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
    if (!row.limit) return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "No limit"), Tone::Faded, "info");
    if (row.exhausted) return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Used up"), Tone::Critical, "critical");
    switch (row.level) {
    case ThrottleLevel::None:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Within budget"), Tone::Good, "ok");
    case ThrottleLevel::Soft:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Near limit"), Tone::Warning, "warning");
    case ThrottleLevel::Hard:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "At limit"), Tone::Critical, "critical");
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
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Planned"), Tone::Neutral, "plan");
    case MoveState::Copying:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Copying"), Tone::Info, "run");
    case MoveState::Verified:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Verified"), Tone::Info, "verify");
    case MoveState::Switched:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Switched, source kept for now"), Tone::Info, "stale");
    case MoveState::Releasing:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Releasing source"), Tone::Info, "release");
    case MoveState::Done:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Done"), Tone::Good, "ok");
    case MoveState::Kept:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Done, source kept"), Tone::Good, "ok");
    case MoveState::Skipped:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Skipped"), Tone::Faded, "info");
    case MoveState::Stale:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Changed, left alone"), Tone::Warning, "stale");
    case MoveState::RetryWait:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Waiting to retry"), Tone::Warning, "retry");
    case MoveState::Failed:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Failed"), Tone::Critical, "critical");
    case MoveState::Cancelled:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Cancelled"), Tone::Faded, "cancel");
    }
    return {};
}

Sign figureSign(const GridFigure &figure)
{
    switch (figure.origin) {
    case Origin::Live:
        return figure.estimated
                   ? sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Live, estimated"), Tone::Info, "estimated")
                   : sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Live"), Tone::Good, "ok");
    case Origin::LastKnown:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Stale"), Tone::Warning, "stale");
    case Origin::ZoneYearAverage:
    case Origin::CountryYearAverage:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Estimated"), Tone::Info, "estimated");
    case Origin::ConfiguredDefault:
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Default, may under-report"), Tone::Warning, "warning");
    }
    return {};
}

Sign healthSign(const engine::BackendRow &row)
{
    if (row.scored.spec.driver == DriverKind::Profile)
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Not connected"), Tone::Faded, "info");
    if (!row.health) return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Not checked yet"), Tone::Faded, "stale");
    if (!row.health->reachable)
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Not reachable"), Tone::Critical, "critical");
    if (!row.health->writable)
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Not writable"), Tone::Warning, "lock");
    return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Healthy"), Tone::Good, "ok");
}

Sign scanSign(const engine::ScanRow &row)
{
    if (row.running) return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Scanning"), Tone::Info, "scan");
    if (!row.problem.empty())
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Scan failed"), Tone::Critical, "critical");
    if (!row.complete)
        return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Scan incomplete"), Tone::Warning, "warning");
    return sign(QT_TRANSLATE_NOOP("greenward::ui::format", "Scanned"), Tone::Good, "ok");
}

} // namespace greenward::ui::format
