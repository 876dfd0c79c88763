#pragma once

#include "core/engine/engine.h"

#include <QObject>

#include <functional>
#include <string>

namespace greenward::ui {

class EngineClient;

// Questions that the engine passes on to sources of grid data. `done` is called on this thread when the last answer is
// there, unless `context` or the client is gone by then.

/// Engine::refreshGrid.
void refreshGrid(EngineClient &client, engine::GridQuery query, QObject *context,
                 std::function<void(const Result<std::vector<engine::GridRefreshRow>> &)> done);
/// Engine::testMapping.
void testMapping(EngineClient &client, const RegionName &region, const std::string &source, const std::string &zone,
                 QObject *context, std::function<void(const Result<engine::MappingTestRow> &)> done);

} // namespace greenward::ui
