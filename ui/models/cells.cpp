#include "ui/models/cells.h"

#include "ui/format/quantities.h"
#include "ui/format/times.h"

namespace greenward::ui {
namespace {

qlonglong keyOf(Instant at)
{
    return static_cast<qlonglong>(at.time_since_epoch().count());
}

} // namespace

QVariant Cell::answer(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return toolTip.isEmpty() ? QVariant() : QVariant(toolTip);
    case RowModelBase::SortRole:
        return sort;
    case RowModelBase::ToneRole:
        return tone ? QVariant(static_cast<int>(*tone)) : QVariant();
    case RowModelBase::IconRole:
        return icon.isEmpty() ? QVariant() : QVariant(icon);
    default:
        return {};
    }
}

Cell textCell(const QString &text, const QString &toolTip)
{
    return {.text = text, .sort = text, .toolTip = toolTip};
}

Cell unknownCell(const QString &why)
{
    return {.text = format::unknown(), .toolTip = why, .tone = Tone::Faded};
}

Cell signCell(const format::Sign &sign, const QString &toolTip)
{
    return {.text = sign.word, .sort = sign.word, .toolTip = toolTip, .tone = sign.tone, .icon = sign.icon};
}

Cell countCell(std::uint64_t number)
{
    return {.text = format::count(number), .sort = static_cast<qulonglong>(number)};
}

Cell carbonCell(GramsCO2e amount)
{
    return {.text = format::carbon(amount),
            .sort = static_cast<qlonglong>(amount.micrograms()),
            .toolTip = format::carbonExact(amount)};
}

Cell sizeCell(DataSize size)
{
    return {.text = format::dataSize(size),
            .sort = static_cast<qlonglong>(size.bytes()),
            .toolTip = format::dataSizeExact(size)};
}

Cell percentCell(Percent percent)
{
    return {.text = format::percent(percent), .sort = static_cast<qlonglong>(percent.millionths())};
}

Cell ageCell(const std::optional<Instant> &at, Instant now, const QString &whyUnknown)
{
    if (!at) return unknownCell(whyUnknown);
    return {.text = format::age(*at, now), .sort = keyOf(*at), .toolTip = format::dateTimeUtc(*at)};
}

Cell timeCell(const std::optional<Instant> &at, const QString &whyUnknown)
{
    if (!at) return unknownCell(whyUnknown);
    return {.text = format::dateTime(*at), .sort = keyOf(*at), .toolTip = format::dateTimeUtc(*at)};
}

} // namespace greenward::ui
