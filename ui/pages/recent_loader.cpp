#include "ui/pages/recent_loader.h"

#include "ui/widgets/data_table.h"

#include <QScrollBar>

#include <algorithm>

namespace greenward::ui {
namespace {

constexpr milliseconds kPause{120};
constexpr std::chrono::minutes kFresh{5};
/// More than a large screen shows, and quick to answer.
constexpr std::size_t kAtOnce = 80;

} // namespace

RecentLoader::RecentLoader(DataTable &table, BudgetModel &model, const Clock &clock, Ask ask, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_model(model)
    , m_clock(clock)
    , m_ask(std::move(ask))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &RecentLoader::look);
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this, &RecentLoader::lookSoon);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &RecentLoader::lookSoon);
    connect(&model, &RowModelBase::countsChanged, this, &RecentLoader::lookSoon);
}

std::vector<TenantId> RecentLoader::missing(Instant now) const
{
    std::vector<TenantId> tenants;
    if (m_model.rowCount() == 0) return tenants;
    const int first = std::max(0, m_table.rowAt(0));
    const int below = m_table.rowAt(m_table.viewport()->height());
    const int last = below < 0 ? m_model.rowCount() - 1 : below;
    for (int row = first; row <= last && tenants.size() < kAtOnce; ++row) {
        const RecentUse *known = m_model.recent(m_model.keyAt(row));
        if (!known || now - known->asOf > kFresh) tenants.push_back(m_model.rowAt(row).tenant);
    }
    return tenants;
}

void RecentLoader::look()
{
    if (m_asking) return;
    const Instant now = m_clock.now();
    std::vector<TenantId> tenants = missing(now);
    if (tenants.empty()) return;
    m_asking = true;
    std::vector<TenantId> asked = tenants;
    m_ask(std::move(tenants), RecentUse::since(now), [this, now, asked = std::move(asked)](const Hours &answers) {
        m_asking = false;
        // What cannot be read is not asked for again at once.
        if (answers.size() < asked.size())
            for (const TenantId &tenant : asked)
                m_model.setRecent(QString::fromStdString(tenant.text()), {.asOf = now});
        for (const auto &[tenant, hours] : answers)
            m_model.setRecent(QString::fromStdString(tenant.text()), RecentUse::of(hours, now));
        lookSoon(); // the operator may have scrolled meanwhile
    });
}

} // namespace greenward::ui
