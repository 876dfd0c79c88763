#include "ui/models/activity_model.h"

#include "ui/format/activity_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"

#include <QCoreApplication>

namespace greenward::ui {
namespace {

struct Activity
{
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

QString display(const engine::ActivityRow &row, ActivityModel::Column column)
{
    using Column = ActivityModel::Column;
    switch (column) {
    case Column::Time:
        return format::dateTime(row.at);
    case Column::Kind:
        return row.audited ? Activity::tr("Audited") : Activity::tr("Event");
    case Column::Who:
        return row.who.empty() ? format::unknown() : format::plain(row.who);
    case Column::What:
        return format::activityText(row.what);
    case Column::Subject:
        return format::plain(row.subject);
    case Column::Hash:
        return QString::fromStdString(row.hash);
    case Column::Count:
        break;
    }
    return {};
}

} // namespace

ActivityModel::ActivityModel(QObject *parent)
    : RowModel(
          {{QStringLiteral("time"), Activity::tr("Time"), Activity::tr("In your time zone; the tool tip says UTC"),
            false, false},
           {QStringLiteral("kind"), Activity::tr("Kind"),
            Activity::tr("Audited: a command in the hash-chained log. Event: what followed"), false, false},
           {QStringLiteral("who"), Activity::tr("Who"), Activity::tr("The person or program that asked"), false, false},
           {QStringLiteral("what"), Activity::tr("What"), {}, false, false},
           {QStringLiteral("subject"), Activity::tr("Subject"), {}, false, false},
           {QStringLiteral("hash"), Activity::tr("Hash"), Activity::tr("SHA-256 over this row and the one before"),
            false, true}},
          parent)
{}

QString ActivityModel::keyOf(const engine::ActivityRow &row) const
{
    return (row.audited ? QLatin1Char('a') : QLatin1Char('e')) + QString::number(row.seq);
}

QVariant ActivityModel::value(const engine::ActivityRow &row, int column, int role) const
{
    const auto at = static_cast<Column>(column);
    switch (role) {
    case Qt::DisplayRole:
        return display(row, at);
    case SortRole:
        if (at == Column::Time) return static_cast<qlonglong>(row.at.time_since_epoch().count());
        return display(row, at);
    case Qt::ToolTipRole:
        if (at == Column::Time) return format::dateTimeUtc(row.at);
        if (at == Column::What) return format::plain(row.what);
        return {};
    case IconRole:
        if (at == Column::Kind) return row.audited ? QStringLiteral("verify") : QStringLiteral("activity");
        return {};
    case ToneRole:
        return at == Column::Kind && !row.audited ? QVariant(static_cast<int>(Tone::Faded)) : QVariant();
    default:
        return {};
    }
}

} // namespace greenward::ui
