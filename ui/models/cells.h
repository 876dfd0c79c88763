#pragma once

#include "core/base/clock.h"
#include "core/units/carbon.h"
#include "core/units/data_size.h"
#include "core/units/ratios.h"
#include "ui/format/words.h"
#include "ui/models/row_model_base.h"

#include <QVariant>

#include <optional>

namespace greenward::ui {

/// What a cell answers to each role; roles that were not given answer nothing.
struct Cell
{
    QString text;
    QVariant sort = {}; ///< invalid: unknown, sorts last
    QString toolTip = {};
    std::optional<Tone> tone = {};
    QString icon = {};

    QVariant answer(int role) const;
};

/// True for the roles a Cell answers: ask before building one.
constexpr bool isCellRole(int role)
{
    return role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole ||
           role == RowModelBase::SortRole || role == RowModelBase::ToneRole || role == RowModelBase::IconRole;
}

/// Text sorted by itself.
Cell textCell(const QString &text, const QString &toolTip = {});
/// A faded "–" that sorts last, and why it is not known.
Cell unknownCell(const QString &why = {});
/// A state as word, icon and tone.
Cell signCell(const format::Sign &sign, const QString &toolTip = {});
Cell countCell(std::uint64_t number);
/// Rounded for reading; all digits in the tool tip.
Cell carbonCell(GramsCO2e amount);
Cell sizeCell(DataSize size);
Cell percentCell(Percent percent);
/// "12 min ago", with the moment in UTC as tool tip.
Cell ageCell(const std::optional<Instant> &at, Instant now, const QString &whyUnknown = {});
Cell timeCell(const std::optional<Instant> &at, const QString &whyUnknown = {});

} // namespace greenward::ui
