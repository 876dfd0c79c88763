#pragma once

#include "core/engine/rows.h"
#include "ui/pages/page.h"
#include "ui/shell/command_palette.h"

class QMenuBar;

namespace greenward::ui {

/// Every action of the menus, as "Menu: Action".
std::vector<PaletteEntry> entriesOfMenus(const QMenuBar &menus);

/// What of the engine can be jumped to.
struct Places
{
    std::vector<TenantId> tenants;
    std::vector<BackendId> backends;
    std::vector<engine::BatchRow> batches;
};
std::vector<PaletteEntry> entriesOfPlaces(const Places &places, Navigator &navigator);

} // namespace greenward::ui
