#include "ui/models/move_model.h"

#include "ui/format/quantities.h"
#include "ui/format/times.h"

namespace greenward::ui {
namespace {

std::vector<RowModelBase::Column> columns()
{
    return {{QStringLiteral("object"), MoveModel::tr("Object"),
             MoveModel::tr("Its path inside the backend, the same at source and target")},
            {QStringLiteral("size"), MoveModel::tr("Size"), {}, true},
            {QStringLiteral("state"), MoveModel::tr("State"), {}},
            {QStringLiteral("reason"), MoveModel::tr("Reason"), MoveModel::tr("Why it was skipped, waits or failed")},
            {QStringLiteral("source"), MoveModel::tr("From"), {}},
            {QStringLiteral("modified"), MoveModel::tr("Modified"), MoveModel::tr("When its content last changed")},
            {QStringLiteral("attempts"), MoveModel::tr("Tries"), {}, true, true},
            {QStringLiteral("changed"), MoveModel::tr("Last step"), {}, false, true},
            {QStringLiteral("until"), MoveModel::tr("Until"), MoveModel::tr("End of the grace time, or the next try"),
             false, true},
            {QStringLiteral("hash"), MoveModel::tr("SHA-256"),
             MoveModel::tr("Of the content, once the copy is verified"), false, true}};
}

Instant fromNanoseconds(std::int64_t ns)
{
    return Instant{std::chrono::floor<milliseconds>(std::chrono::nanoseconds{ns})};
}

} // namespace

MoveModel::MoveModel(QObject *parent)
    : RowModel(columns(), parent)
{}

QString MoveModel::keyOf(const store::MoveRecord &row) const
{
    return QString::number(number(row.id));
}

QVariant MoveModel::value(const store::MoveRecord &row, int column, int role) const
{
    return isCellRole(role) ? cellOf(row, static_cast<Column>(column)).answer(role) : QVariant();
}

Cell MoveModel::cellOf(const store::MoveRecord &row, Column column) const
{
    switch (column) {
    case Column::Object:
        return textCell(format::plain(row.key.text()), format::plain(row.key.text()));
    case Column::Size:
        return sizeCell(row.signature.size);
    case Column::State:
        return signCell(format::moveSign(row.state));
    case Column::Reason:
        return textCell(format::plain(row.reason), format::plain(row.reason));
    case Column::Source:
        return textCell(QString::fromStdString(row.source.text()));
    case Column::Modified:
        return timeCell(fromNanoseconds(row.signature.modifiedNs));
    case Column::Attempts:
        return {.text = QString::number(row.attempt), .sort = row.attempt};
    case Column::Changed:
        return ageCell(row.changedAt, m_now);
    case Column::Until:
        return ageCell(row.notBefore, m_now);
    case Column::Hash:
        return row.sha256 ? textCell(QString::fromStdString(hexText(*row.sha256))) : unknownCell(tr("Not copied yet"));
    }
    return {};
}

} // namespace greenward::ui
