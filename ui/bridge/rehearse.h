#pragma once

#include "core/engine/rehearsal.h"

#include <QObject>

#include <functional>
#include <stop_token>

namespace greenward::ui {

class EngineClient;

/// Engine::rehearse from the GUI thread: `done` is called on this thread, unless `context` or the client is gone by
/// then.
void rehearse(EngineClient &client, engine::RehearsalQuery query, QObject *context, std::stop_token stop,
              std::function<void(const Result<engine::Rehearsal> &)> done);

} // namespace greenward::ui
