#include "ui/models/tenant_model.h"

#include "ui/format/estate_text.h"
#include "ui/format/quantities.h"

namespace greenward::ui {
namespace {

std::vector<RowModelBase::Column> columns()
{
    return {{QStringLiteral("tenant"), TenantModel::tr("Tenant"), {}},
            {QStringLiteral("objects"), TenantModel::tr("Objects"), TenantModel::tr("In the catalogue, all backends"),
             true},
            {QStringLiteral("size"), TenantModel::tr("Size"), TenantModel::tr("In the catalogue, all backends"), true},
            {QStringLiteral("cold-objects"), TenantModel::tr("Cold objects"),
             TenantModel::tr("Idle for longer than the policy's threshold"), true},
            {QStringLiteral("cold-size"), TenantModel::tr("Cold size"),
             TenantModel::tr("Idle for longer than the policy's threshold"), true},
            {QStringLiteral("movable-objects"), TenantModel::tr("Could move"),
             TenantModel::tr("Cold, and on a backend below the target score"), true},
            {QStringLiteral("movable-size"), TenantModel::tr("Could move, size"),
             TenantModel::tr("Cold, and on a backend below the target score"), true},
            {QStringLiteral("policy"), TenantModel::tr("Policy"),
             TenantModel::tr("What counts as cold, which score a backend must reach, and how long sources stay")}};
}

} // namespace

TenantModel::TenantModel(QObject *parent)
    : RowModel(columns(), parent)
{}

QString TenantModel::keyOf(const engine::TenantRow &row) const
{
    return QString::fromStdString(row.tenant.text());
}

QVariant TenantModel::value(const engine::TenantRow &row, int column, int role) const
{
    return isCellRole(role) ? cellOf(row, static_cast<Column>(column)).answer(role) : QVariant();
}

Cell TenantModel::cellOf(const engine::TenantRow &row, Column column)
{
    switch (column) {
    case Column::Tenant:
        return textCell(format::plain(row.tenant.text()));
    case Column::Objects:
        return countCell(row.objects);
    case Column::Size:
        return sizeCell(row.size);
    case Column::ColdObjects:
        return countCell(row.coldObjects);
    case Column::ColdSize:
        return sizeCell(row.coldSize);
    case Column::MovableObjects:
        return countCell(row.movableObjects);
    case Column::MovableSize:
        return sizeCell(row.movableSize);
    case Column::Policy: {
        Cell cell = textCell(format::policySummary(row.policy, QLocale()));
        if (!row.policy.enabled || !row.policy.stored) cell.tone = Tone::Faded;
        return cell;
    }
    }
    return {};
}

} // namespace greenward::ui
