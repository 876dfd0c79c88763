#include "ui/pages/page_registry.h"

#include "ui/pages/activity_page.h"
#include "ui/pages/budgets_page.h"
#include "ui/pages/grid_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/placement_page.h"
#include "ui/pages/reports_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/tiering_page.h"

#include <QCoreApplication>

namespace greenward::ui {
namespace {

struct Pages
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

template<typename Made>
PageInfo info(PageId id, const char *icon, const QString &title)
{
    return {id, QString::fromLatin1(icon), title, [](const PageContext &context, QWidget *parent) -> Page * {
                return new Made(context, parent);
            }};
}

} // namespace

std::vector<PageInfo> allPages()
{
    return {
        info<OverviewPage>(PageId::Overview, "overview", Pages::tr("Overview")),
        info<BudgetsPage>(PageId::Budgets, "budgets", Pages::tr("Budgets")),
        info<GridPage>(PageId::Grid, "grid", Pages::tr("Grid")),
        info<PlacementPage>(PageId::Placement, "placement", Pages::tr("Placement")),
        info<TieringPage>(PageId::Tiering, "tiering", Pages::tr("Tiering")),
        info<ReportsPage>(PageId::Reports, "reports", Pages::tr("Reports")),
        info<ActivityPage>(PageId::Activity, "activity", Pages::tr("Activity")),
        info<SettingsPage>(PageId::Settings, "settings", Pages::tr("Settings")),
    };
}

} // namespace greenward::ui
