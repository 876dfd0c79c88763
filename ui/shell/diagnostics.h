#pragma once

#include "core/engine/rows.h"

#include <QString>

namespace greenward::ui {

/// Versions, platform, fonts, screens and the state of the store, for a bug report. No names of tenants, no secrets.
QString diagnosticsText(const engine::EngineStatus &status);

} // namespace greenward::ui
