#pragma once

#include "core/engine/rows.h"
#include "ui/theme/palette.h"

#include <QLocale>
#include <QString>

// Words for the engine's states and kinds, with the tone they are shown in.

namespace greenward::ui::format {

/// A word with its sign: how a state is shown everywhere.
struct Sign
{
    QString word;
    Tone tone = Tone::Neutral;
    QString icon; ///< name for ui::icon
};

QString periodText(PeriodKind period); ///< "Month"
QString mediumText(Medium medium);     ///< "Hard disk"
QString driverText(DriverKind driver);
QString signalText(Signal signal);
QString qualityText(Quality quality);
QString originText(Origin origin); ///< "zone, yearly average"
QString relocationText(Relocation relocation);
QString leaveBehindText(LeaveBehind leave);
QString scheduleText(const std::string &schedule); ///< of PolicyRow
/// Of an operation type as recorded ("migration"); others as they are.
QString operationText(const std::string &operation);

/// "Within budget", "Near limit", "Over limit"
Sign levelSign(const engine::BudgetRow &row);
/// Of BatchRow::state.
Sign batchSign(const std::string &state);
Sign moveSign(store::MoveState state);
/// "Measured", "Estimated", "Default": how a grid figure may be trusted.
Sign figureSign(const GridFigure &figure);
Sign healthSign(const engine::BackendRow &row);
Sign scanSign(const engine::ScanRow &row);

/// "average of 2024 for Sweden (SE), estimated. Ember, Yearly electricity data ... CC-BY-4.0": where a figure is from.
QString provenance(const GridFigure &figure, const QLocale &locale = QLocale());
/// "us-east-1: Virginia, US (zone US-MIDA-PJM)"
QString resolvedRegionText(const engine::GridRow &row, const QLocale &locale = QLocale());

} // namespace greenward::ui::format
