#pragma once

#include "core/base/clock.h"
#include "ui/models/budget_model.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace greenward::ui {

class DataTable;

/// Asks for what the tenants in view used lately, and only for those: ten thousand tenants cost no more than a
/// screenful. Figures older than five minutes are asked for again.
class RecentLoader final : public QObject
{
    Q_OBJECT

public:
    /// Answers with the hours of these tenants since the moment.
    using Hours = std::vector<std::pair<TenantId, std::vector<store::UsageHour>>>;
    using Ask = std::function<void(std::vector<TenantId> tenants, Instant since, std::function<void(const Hours &)>)>;

    RecentLoader(DataTable &table, BudgetModel &model, const Clock &clock, Ask ask, QObject *parent);

    /// Rows came or were scrolled: looks soon, once.
    void lookSoon() { m_pause.start(); }
    void look();

private:
    std::vector<TenantId> missing(Instant now) const;

    DataTable &m_table;
    BudgetModel &m_model;
    const Clock &m_clock;
    Ask m_ask;
    QTimer m_pause;
    bool m_asking = false;
};

} // namespace greenward::ui
